"""Every specimen against the record beside it."""

from pathlib import Path

import pytest

from normalize.formats import FORMATS
from normalize.tools.accept import difference, specimens

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SPECIMENS = specimens(CORPUS)


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_specimen_reads_as_the_record_beside_it(specimen: Path) -> None:
    assert difference(specimen) == []


def test_every_record_has_its_specimen() -> None:
    records = {path.with_suffix("") for path in CORPUS.glob("*/*.json")}
    assert records == {path.with_suffix("") for path in SPECIMENS}


def test_every_folder_is_named_after_a_format() -> None:
    assert {path.parent.name for path in SPECIMENS} <= {row.name for row in FORMATS}


@pytest.mark.parametrize(
    "format_", ["jekyll-post", "html-comment", "date-prefix", "headline-timestamp", "headline"]
)
def test_every_main_format_has_at_least_six_specimens(format_: str) -> None:
    assert len(list((CORPUS / format_).glob("*.txt"))) >= 6
