"""Fixtures and profiles that all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("dev", max_examples=60, deadline=None)
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True)
settings.register_profile(
    "fuzz",
    max_examples=20_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "dev"))

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The outside data: the folder that NORMALIZE_SHARED names, or `shared` beside the project."""
    named = os.environ.get("NORMALIZE_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    if not (folder / "RECORD.md").is_file():
        pytest.skip("the outside data is absent; NORMALIZE_SHARED names its folder")
    return folder
