"""The hooks in a git repository: a bad commit is blocked, a good one passes, a fix is made."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
POST = "---\ntitle: Rain\ndate: 2024-04-08\n---\n\nRain fell in the night.\n"


def test_hooks_are_valid(shared: Path) -> None:
    schema = json.loads((shared / "schemas/pre-commit-hooks.json").read_text())
    jsonschema.validate(yaml.safe_load(HOOKS.read_text()), schema)


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    plain = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    there = {
        **plain,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{plain.get('PATH', '')}",
        "HOME": str(folder.parent),
        "PRE_COMMIT_HOME": str(folder.parent / "cache"),
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    named = ("-c", "user.name=A", "-c", "user.email=a@news.example")
    return subprocess.run(
        ["git", *named, *words], cwd=folder, env=there, capture_output=True, text=True
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus in git with both hooks, their source a repository beside it."""
    pytest.importorskip("pre_commit")
    if shutil.which("git") is None:
        pytest.skip("git is not there")
    source, corpus = tmp_path / "source", tmp_path / "corpus"
    for folder in (source, corpus):
        folder.mkdir()
        git(folder, "init", "-q", "-b", "main")
    (source / HOOKS.name).write_text(HOOKS.read_text())
    git(source, "add", ".")
    assert git(source, "commit", "-qm", "Hooks").returncode == 0
    head = git(source, "rev-parse", "HEAD").stdout.strip()
    # What is tried is what is installed here: a hook's own environment would need a network.
    hooks = [{"id": name, "language": "system"} for name in ("normalize-fix", "normalize-check")]
    config = {"repos": [{"repo": str(source), "rev": head, "hooks": hooks}]}
    (corpus / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    run = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(run, cwd=corpus, check=True, capture_output=True)
    git(corpus, "add", ".")
    return corpus


def test_a_bad_commit_is_blocked_and_a_good_one_passes(corpus: Path) -> None:
    (corpus / "good.md").write_text(POST)
    git(corpus, "add", "good.md")
    good = git(corpus, "commit", "-m", "Rain")
    assert good.returncode == 0, good.stderr
    (corpus / "bad.md").write_text(POST.replace("04-08", "02-30").replace("Rain", "Snow"))
    git(corpus, "add", "bad.md")
    bad = git(corpus, "commit", "-m", "Snow")
    assert bad.returncode == 1
    assert "bad.md\n  3:7      error   NRM405 date-impossible" in bad.stderr + bad.stdout
    assert git(corpus, "log", "--format=%s").stdout == "Rain\n"


def test_a_commit_is_mended_and_passes_when_added_again(corpus: Path) -> None:
    (corpus / "rain.md").write_bytes(b"\xef\xbb\xbf" + POST.encode())
    git(corpus, "add", "rain.md")
    assert git(corpus, "commit", "-m", "Rain").returncode == 1
    assert (corpus / "rain.md").read_text() == POST
    git(corpus, "add", "rain.md")
    assert git(corpus, "commit", "-m", "Rain").returncode == 0
