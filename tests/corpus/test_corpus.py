"""Every specimen against the record beside it."""

import unicodedata
from pathlib import Path

import pytest

import normalize
from normalize.formats import FORMATS
from normalize.record import scrub
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


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_date_is_spelled_where_it_says(specimen: Path) -> None:
    document = normalize.parse(specimen.read_bytes())
    for date in document.record.dates:
        if date.start is not None:
            spelled = scrub(document.text[date.start : date.end])
            assert date.literal == unicodedata.normalize("NFC", spelled)
