"""Any format to any: what a format takes of a specimen, it gives back."""

from pathlib import Path

import pytest

from normalize.writing import FORMS
from tests.benchmarks.matrix import CORPUS, transfer

SPECIMENS = sorted(CORPUS.glob("*/*.txt"))


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_specimen_comes_back_from_each_format_that_carries_it(specimen: Path) -> None:
    lost = {format_: transfer(specimen, format_) for format_ in FORMS}
    assert {format_: fields for format_, fields in lost.items() if fields} == {}
