"""Articles below a comment with a date: what the record says, edits, and what stays text."""

from typing import Any

import pytest

import normalize
from normalize import NormalizeError
from normalize.formats import HEADING_TITLE
from normalize.layers.layer import Reading, Value

RAIN = "Rain fell in the night, and by the morning the streets of the old town were under water."
BODY = f"\n<p>{RAIN}</p>\n"
URL = "https://news.example/bridge"
TITLE = "Bridge stays closed until May"
DATED = "<!-- 2024-04-09 -->\n"

ARTICLES: list[tuple[str, dict[str, Any]]] = [
    (
        f"<!-- 2024-04-09T13:00:00Z -->\n<h1>{TITLE}</h1>{BODY}",
        {
            "layers": ("date-comment", "heading-title", "html"),
            "title": TITLE,
            "published": "2024-04-09T13:00:00Z",
            "text": RAIN,
        },
    ),
    (
        f"<!-- Published: 2024-04-09 13:00 +0700 -->\n[{TITLE}]({URL})\n{BODY}",
        {
            "layers": ("date-comment", "link-title", "html"),
            "title": TITLE,
            "url": URL,
            "published": "2024-04-09T13:00+07:00",
            "text": RAIN,
        },
    ),
    (
        f'<!-- time: 1712667600 -->\n<h2><a href="{URL}">{TITLE}</a></h2>{BODY}',
        {
            "layers": ("epoch-comment", "heading-title", "html"),
            "title": TITLE,
            "url": URL,
            "published": "2024-04-09T13:00:00Z",
            "text": RAIN,
        },
    ),
    (
        f"{DATED}\n## {TITLE}\n\n{RAIN}\n",
        {
            "layers": ("date-comment", "heading-title", "markdown"),
            "title": TITLE,
            "published": "2024-04-09",
            "text": RAIN,
        },
    ),
    (f"<!-- fetched 2024-04-09 -->{BODY}", {"published": None, "modified": None}),
    (f"<!-- fetched: 1712667600 -->{BODY}", {"published": None, "modified": None}),
    (
        f"<!-- updated: 1712667600 -->{BODY}",
        {"published": None, "modified": "2024-04-09T13:00:00Z"},
    ),
    # Day and month as the language's press has them.
    (
        "<!-- 09/04/2024 -->\n<p>La pluie est tombée toute la nuit sur la vieille ville, et les "
        "rues étaient sous l’eau au matin, selon la mairie.</p>",
        {"published": "2024-04-09", "language": "fr"},
    ),
    (f"<!-- 09/04/2024 -->{BODY}", {"published": None, "missing": {"published": "ambiguous"}}),
    # Headings that are no title: not the first, of a lower rank, with a picture.
    (f"{DATED}<p>{RAIN}</p>\n<h1>{TITLE}</h1>\n<p>Snow.</p>", {"title": None}),
    (f"{DATED}<h4>{TITLE}</h4>{BODY}", {"title": None, "text": f"{TITLE}\n\n{RAIN}"}),
    (f"{DATED}<h1><img src='/a.png'>{TITLE}</h1>{BODY}", {"title": None}),
    (f"{DATED}<h1> <b></b></h1>{BODY}", {"title": None}),
    (f"{DATED}<h1></h1><h2>Night</h2>{BODY}", {"title": None, "text": f"Night\n\n{RAIN}"}),
    (
        f"{DATED}[{TITLE}]({URL})\n<h1>Night</h1>{BODY}",
        {"title": TITLE, "text": f"Night\n\n{RAIN}"},
    ),
    # A bare body has no title.
    (f"<h1>{TITLE}</h1>{BODY}", {"format": "html", "title": None}),
]


@pytest.mark.parametrize(("text", "said"), ARTICLES)
def test_record_of_an_article_below_a_comment(text: str, said: dict[str, Any]) -> None:
    record = normalize.loads(text)
    assert record.format == said.pop("format", "html-comment")
    missing = said.pop("missing", {})
    assert {key: record.missing.get(key) for key in missing} == missing
    assert {key: getattr(record, key) for key in said} == said


def test_crawl_clock_of_a_comment_is_kept_among_the_dates() -> None:
    for said, value in (("2024-04-09", "2024-04-09"), ("1712667600", "2024-04-09T13:00:00Z")):
        (date,) = normalize.loads(f"<!-- fetched: {said} -->{BODY}").dates
        assert (date.role, date.value, date.literal, date.chosen) == ("crawl", value, said, False)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("2024-13-45", "there is no day '2024-13-45'"),
        ("2024-04-09T25:61:00Z", "there is no time of day '25:61:00Z'"),
    ],
)
def test_date_of_a_comment_that_does_not_exist_is_a_problem_at_its_place(
    said: str, message: str
) -> None:
    document = normalize.parse(f"<!-- Published: {said} -->\n<h1>{TITLE}</h1>{BODY}")
    record = document.record
    (problem,) = record.problems
    assert (problem.code, problem.severity) == ("date-invalid", "error")
    assert problem.message == f"line 1, column 17: {message}"
    assert document.text[problem.start : problem.end] == said
    assert (record.published, record.missing["published"]) == (None, "invalid")
    assert (record.format, record.title) == ("html-comment", TITLE)
    mended = document.replace(published="2024-04-09").to_bytes().decode()
    assert mended == f"<!-- Published: 2024-04-09 -->\n<h1>{TITLE}</h1>{BODY}"


def test_title_of_a_heading_is_plain_text_and_spelled_by_its_words() -> None:
    text = f"{DATED}<h1>\n Bridge <b>stays &lt;closed&gt;</b><br>until  <i>May</i>\n</h1>"
    document = normalize.parse(f"{text}{BODY}")
    assert document.record.title == "Bridge stays <closed> until May"
    said = [document.text[a:b] for a, b in document.spans["title"]]
    assert said == ["Bridge", "stays &lt;closed&gt;", "until", "May"]
    marked = {document.text[s.start : s.end] for s in document.segments if s.role == "title"}
    assert marked == set(said)


EDITS = [
    (
        "<h1>Rain</h1>",
        {"title": "Snow <3 & more"},
        "<h1>Snow &lt;3 &amp; more</h1>",
    ),
    (
        "<h1>A <b>wet</b> day</h1>",
        {"title": "Snow"},
        "<h1>Snow <b></b> </h1>",
    ),
    (
        f"<h2><a href='{URL}'>Rain</a></h2>",
        {"url": "https://b.example/?a=1&b='2'"},
        "<h2><a href='https://b.example/?a=1&amp;b=&#x27;2&#x27;'>Rain</a></h2>",
    ),
    ("<h1></h1>\n<h2>Rain</h2>", {"title": "Snow & ice"}, "<h1>Snow &amp; ice</h1>\n<h2>Rain</h2>"),
    ("<h1>Rain</h1>", {"url": URL}, f"[]({URL})\n------\n<h1>Rain</h1>"),
    ("## Rain ##\n", {"title": "Snow & ice"}, "## Snow &amp; ice ##\n"),
]


@pytest.mark.parametrize(("heading", "changes", "edited"), EDITS)
def test_edit_of_a_heading_leaves_its_tags(
    heading: str, changes: dict[str, Any], edited: str
) -> None:
    document = normalize.parse(f"{DATED}{heading}{BODY}")
    after = document.replace(**changes)
    assert after.to_bytes().decode() == f"{DATED}{edited}{BODY}"
    assert {key: getattr(after.record, key) for key in changes} == changes


DATES = [
    ("<!-- Published: 9 April 2024, 13:00 -->", "2024-05-01", "<!-- Published: 2024-05-01 -->"),
    ("<!--date=2024-04-09-->", "2024-04", "<!--date=2024-04-->"),
    ("<!-- 2024-04-09 -->", "2024-04-09T13:00+07:00", "<!-- 2024-04-09T13:00+07:00 -->"),
    ("<!-- time: 1712667600 -->", "2024-04-09T13:00:01Z", "<!-- time: 1712667601 -->"),
]


@pytest.mark.parametrize(("comment", "new", "edited"), DATES)
def test_edit_of_a_date_leaves_its_label(comment: str, new: str, edited: str) -> None:
    after = normalize.parse(f"{comment}{BODY}").replace(published=new)
    assert after.to_bytes().decode() == f"{edited}{BODY}"
    assert after.record.published == new


@pytest.mark.parametrize(
    ("header", "changes"),
    [
        (DATED, {"published": "2024"}),
        ("<!-- 1712667600 -->\n", {"published": "2024-04-09"}),
        (f"{DATED}<h1><a href='{URL}'>Rain</a></h1>", {"url": "a b"}),
        (f"{DATED}<h1><a href='{URL}'>Rain</a></h1>", {"url": "#top"}),
        (f"{DATED}# Rain\n", {"title": "Rain #"}),
    ],
)
def test_value_that_a_comment_or_heading_cannot_hold_is_refused(
    header: str, changes: dict[str, Any]
) -> None:
    with pytest.raises(NormalizeError) as caught:
        normalize.parse(f"{header}{BODY}").replace(**changes)
    assert caught.value.code == "not-carried"


def test_heading_is_claimed_below_a_comment_alone() -> None:
    titled = Reading("link-title", 0, 0, (Value("title", "Rain", ()),))
    matter = Reading("front-matter", 0, 0)
    comment = Reading("date-comment", 0, 0)
    addressed = Reading("link-title", 0, 0, (Value("url", URL, ()),))
    for above, claims in (
        ([comment], True),
        ([comment, addressed], True),
        ([comment, titled], False),
        ([matter], False),
        ([matter, Reading("epoch-comment", 0, 0)], False),
        ([], False),
    ):
        assert (HEADING_TITLE.read("<h1>Snow</h1>", 0, above) is not None) == claims
