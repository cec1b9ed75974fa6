"""``normalize formats``: the table says what the code carries."""

from typing import Any

import pytest

from normalize import Block, Record
from normalize.cli import main
from normalize.record import Image, Related
from normalize.writing import FORMS, carried
from tests.roundtrip import written

RAIN = "Rain fell in the night, and by the morning the streets of the old town were under water."
PUMPS = "Pumps were brought from the harbour in the afternoon, and the ferry stayed away."
BARE: dict[str, Any] = {"text": RAIN}
# What a format is nothing without, in a value that it can hold.
NEEDED: dict[str, dict[str, Any]] = {
    "hexo-post": {"title": "Rain again in Oslo"},
    "nikola-post": {"title": "Rain again in Oslo"},
    "pelican-post": {"title": "Rain again in Oslo"},
    "html-comment": {"published": "2024-04-09T06:00:00Z"},
    "link-title": {"title": "Rain again in Oslo"},
    "html-page": {"title": "Rain again in Oslo"},
    "address-line": {"url": "https://news.example/rain"},
    "date-prefix": {"published": "2024-04-09"},
    "headline-timestamp": {"published": "2024-04-09"},
    "headline": {"title": "Rain again in Oslo"},
    "markdown": {
        "text": f"Night\n\n{RAIN}\n\nMorning\n\n{PUMPS}",
        "blocks": (
            Block("heading", 0, 0, "Night", level=2),
            Block("paragraph", 0, 0, RAIN),
            Block("heading", 0, 0, "Morning", level=2),
            Block(
                "paragraph",
                0,
                0,
                PUMPS,
            ),
        ),
    },
}
VALUES: dict[str, dict[str, Any]] = {
    "title": {"title": "Rain again in Oslo"},
    "published": {"published": "2024-04-09"},
    "modified": {"modified": "2024-04-10"},
    "url": {"url": "https://news.example/rain"},
    "authors": {"authors": ("Ada Holt",)},
    "credits": {"credits": ("Reuters",)},
    "dateline": {"dateline": "OSLO"},
    "language": {"language": "vi"},
    "categories": {"categories": ("wet",)},
    "tags": {"tags": ("rain",)},
    "summary": {"summary": RAIN.replace("water.", "…")},
    "image": {"image": Image("/a.png")},
    "related": {"related": (Related("Trams stood still"),)},
    "extra": {"extra": {"slug": "rain"}},
}


@pytest.mark.parametrize("format_", FORMS)
@pytest.mark.parametrize("field", VALUES)
def test_format_carries_what_the_table_says(format_: str, field: str) -> None:
    needed = NEEDED.get(format_, {})
    if (format_, field) == ("markdown", "image"):
        needed = {}  # a picture shows what it is
    if (format_, field) == ("address-line", "summary"):
        needed = needed | VALUES["title"]  # a first line that breaks off would be the headline
    if field == "modified" and "published" in carried(format_):
        needed = VALUES["published"] | needed  # the only date of a body is of its publication, too
    record = Record(**(BARE | needed | VALUES[field] | needed))
    judged = field == "language"
    says = carried(format_)
    if field in needed or (judged and says.get(field, "").endswith("judges it so")):
        return
    can = written(record, format_) is not None
    assert can == (field in says), (format_, field)


def test_table_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats", "date-prefix"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "date-prefix: date-prefix over (headline) over (timestamp) over text"
    assert lines[2] == (
        "  published  date-prefix: the date has a month and no zone, and is no finer than seconds;"
        " or timestamp: the date states a day"
    )
    assert main(["formats"]) == 0
    heads = [x for x in capsys.readouterr().out.splitlines() if not x.startswith(" ")]
    assert len(heads) == sum(map(len, FORMS.values()))
    assert [x for x in heads if x.startswith("html-comment")] == [
        "html-comment: epoch-comment over (link-title) over (heading-title) over html",
        "html-comment: date-comment over (link-title) over (heading-title) over html",
    ]


def test_format_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats", "doc"]) == 2
    assert "there is no format 'doc'; there are jekyll-post" in capsys.readouterr().err
