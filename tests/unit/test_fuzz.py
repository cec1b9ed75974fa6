"""The targets of fuzzing, over specimens and over what fuzzing has found."""

import pytest

from tests.fuzz.targets import TARGETS, seeds


@pytest.mark.parametrize("target", TARGETS)
def test_target_holds_for_specimens(target: str) -> None:
    for data in seeds(target)[::9]:
        TARGETS[target](data)


PROSE = "The rain fell all night over the old town and the river rose, the wardens said.\n\n" * 6
FOUND = {
    "a dash within a tag": ("loads", f"Rain again in Oslo\n\n{PROSE}Tags: rain- snow, wind\n"),
    "a dash within a tag below its label": (
        "parse",
        f"Rain again in Oslo\n\n{PROSE}Tags:\n\nsno- og regn\n\nvind - storm\n",
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_target_holds_for_what_fuzzing_found(name: str) -> None:
    target, text = FOUND[name]
    TARGETS[target](text.encode())
