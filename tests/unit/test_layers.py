"""The layers but front matter: what each claims, reads and writes, whatever ends the lines."""

import pytest

import normalize
from normalize import dates
from normalize.formats import (
    DATE_COMMENT,
    DATE_PREFIX,
    EPOCH_COMMENT,
    HEADING_TITLE,
    HEADLINE,
    LINK_TITLE,
    TIMESTAMP,
)
from normalize.layers.layer import Layer, Reading, Value
from normalize.record import Record

PROSE = "Rain fell in the night, and by the morning the streets of the old town were under water.\n"
BELOW_EPOCH = (Reading("epoch-comment", 0, 0),)
BELOW_TITLE = (Reading("front-matter", 0, 0, (Value("title", "Rain in Oslo!", ()),)),)

Values = list[tuple[str, str]]
Case = tuple[Layer, tuple[Reading, ...], str, str, Values]

READ: list[Case] = [
    (
        EPOCH_COMMENT,
        (),
        "<!--1712571302000-->\n",
        "[R](u)",
        [("1712571302000", "2024-04-08T10:15:02Z")],
    ),
    (EPOCH_COMMENT, (), "<!-- 1712571302 --> ", "Rain", [("1712571302", "2024-04-08T10:15:02Z")]),
    (
        EPOCH_COMMENT,
        (),
        "<!--1712571302120-->",
        "<p>",
        [("1712571302120", "2024-04-08T10:15:02.12Z")],
    ),
    (EPOCH_COMMENT, (), "<!---86400-->\n", "\nRain", [("-86400", "1969-12-31T00:00:00Z")]),
    *(
        (EPOCH_COMMENT, (), said, "<p>", [("1712571302", "2024-04-08T10:15:02Z")])
        for said in (
            "<!-- time: 1712571302 -->\n",
            "<!--ts=1712571302-->",
            "<!-- Epoch 1712571302 -->",
        )
    ),
    (
        EPOCH_COMMENT,
        (),
        "<!-- Published at: 1712571302000 -->\n",
        "<p>",
        [("1712571302000", "2024-04-08T10:15:02Z")],
    ),
    (DATE_COMMENT, (), "<!-- 2024-04-09T13:00:00Z -->\n", "<h1>", [("2024-04-09T13:00:00Z",) * 2]),
    (DATE_COMMENT, (), "<!--date=2024-04-09-->", "<p>", [("2024-04-09",) * 2]),
    (DATE_COMMENT, (), "<!-- pubDate: 20240409 --> ", "<p>", [("20240409",) * 2]),
    (
        DATE_COMMENT,
        (),
        "<!-- Published: Tue, 09 Apr 2024 13:00:00 +0700 -->\n",
        "\n<p>",
        [("Tue, 09 Apr 2024 13:00:00 +0700",) * 2],
    ),
    (DATE_COMMENT, (), "<!-- 09/04/2024 13:00 -->", "<p>", [("09/04/2024 13:00",) * 2]),
    (
        DATE_COMMENT,
        (),
        "<!-- Дата публикации: 9 апреля 2024, 13:00 -->\n",
        "<p>Снег шёл всю ночь, и утром улицы старого города стояли под снегом.</p>",
        [("9 апреля 2024, 13:00",) * 2],
    ),
    # A year of the calendar of the page's language.
    (
        DATE_COMMENT,
        (),
        "<!-- 1403/01/21 -->\n",
        "<p>شب باران بارید و صبح خیابان‌های شهر قدیم زیر آب بود، شهرداری گفت.</p>",
        [("1403/01/21", "2024-04-09")],
    ),
    (
        DATE_COMMENT,
        (),
        "<!-- 2024年5月2日公開 -->\n",
        "<p>夜のあいだ雨が降りつづき、朝には旧市街の通りが水につかっていました。</p>",
        [("2024年5月2日",) * 2],
    ),
    (HEADING_TITLE, BELOW_EPOCH, "<h1>Rain</h1>\n", "<p>", [("Rain",) * 2]),
    (HEADING_TITLE, BELOW_EPOCH, "\n<H2 class='a'> Rain </H2>  \n", "\n<p>", [("Rain",) * 2]),
    (
        HEADING_TITLE,
        BELOW_EPOCH,
        '<h3 id="a"><b><a rel=x href="/r?a=1&amp;b=2">Rain &#38; </a></b></h3>',
        "<p>",
        [("Rain &#38;", "Rain &"), ("/r?a=1&amp;b=2", "/r?a=1&b=2")],
    ),
    (HEADING_TITLE, BELOW_EPOCH, "<h1><a href=#a>Rain</a></h1>", "<p>", [("Rain",) * 2]),
    (HEADING_TITLE, BELOW_EPOCH, "<h1>Rain <a href='/a'></a></h1>", "<p>", [("Rain",) * 2]),
    (HEADING_TITLE, BELOW_EPOCH, "<h1></h1>\n", "<h1>Rain</h1>", []),
    (HEADING_TITLE, BELOW_EPOCH, "<h1> <b></b></h1>\n", "<h1>Rain</h1>", []),
    (HEADING_TITLE, BELOW_EPOCH, "# Rain again\n", "\nRain", [("Rain again",) * 2]),
    (
        HEADING_TITLE,
        BELOW_EPOCH,
        "## Rain &amp; *snow* ##\n",
        "Rain",
        [("Rain &amp; *snow*", "Rain & *snow*")],
    ),
    (DATE_PREFIX, (), " date 2026-01-25 ", "Rain", [("2026-01-25", "2026-01-25")]),
    (DATE_PREFIX, (), "\tdate 2026-01\n", "Rain", [("2026-01", "2026-01")]),
    (DATE_PREFIX, (), "date 2026-01-25", "", [("2026-01-25", "2026-01-25")]),
    (DATE_PREFIX, (), " date 2026-01-25 20:43 \n", "R", [("2026-01-25 20:43", "2026-01-25T20:43")]),
    (
        DATE_PREFIX,
        (),
        " date 2026-01-25 9:05:07 ",
        "R",
        [("2026-01-25 9:05:07", "2026-01-25T09:05:07")],
    ),
    (LINK_TITLE, (), "[R [a]](u_(o))\n---\n", "\nRain", [("R [a]", "R [a]"), ("u_(o)", "u_(o)")]),
    (LINK_TITLE, (), "## [Rain](u)  \n", "\nRain", [("Rain", "Rain"), ("u", "u")]),
    (LINK_TITLE, (), "[](u)\n ------", "", [("u", "u")]),
    (LINK_TITLE, (), "[Rain]()\n------\n", "Rain", [("Rain", "Rain")]),
    (LINK_TITLE, BELOW_EPOCH, "[Rain](u)\n", "Rain", [("Rain", "Rain"), ("u", "u")]),
    (LINK_TITLE, BELOW_TITLE, "[Rain in Oslo](u)\n", "Rain", [("Rain in Oslo",) * 2, ("u", "u")]),
    (HEADLINE, (), "Rain again in Oslo\n", "\n" + PROSE, [("Rain again in Oslo",) * 2]),
    (HEADLINE, (), "\n  Rain again in Oslo \n", PROSE, [("Rain again in Oslo",) * 2]),
    (
        HEADLINE,
        (),
        "Home\n20:43\nRain again in Oslo\n",
        PROSE,
        [(x, x) for x in ("Home", "20:43", "Rain again in Oslo")],
    ),
    (TIMESTAMP, (), "Sunday, 02/11/2025 | 20:43\n", PROSE, [("Sunday, 02/11/2025 | 20:43",) * 2]),
    (
        TIMESTAMP,
        (),
        "\nBy Ada Berg\n\n 2025-11-02 \n",
        "\n",
        [("By Ada Berg",) * 2, ("2025-11-02",) * 2],
    ),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("case", READ, ids=[f"{c[0].name}-{c[2]!r}" for c in READ])
def test_layer_reads_its_values_and_the_spans_that_spell_them(case: Case, newline: str) -> None:
    layer, above, prefix, rest, expected = case
    before = "above\n".replace("\n", newline)
    text = before + (prefix + rest).replace("\n", newline)
    reading = layer.read(text, len(before), above)
    assert reading is not None
    assert (reading.layer, reading.start, reading.problems) == (layer.name, len(before), ())
    assert text[reading.end :] == rest.replace("\n", newline)
    assert [(text[slice(*v.spans[0])], v.value) for v in reading.values] == expected
    assert all(len(v.spans) == 1 for v in reading.values)


KEYS = [
    (EPOCH_COMMENT, "<!--1-->", ["published"]),
    (EPOCH_COMMENT, "<!--updated: 1712571302-->", ["modified"]),
    (EPOCH_COMMENT, "<!--fetched_at: 1712571302-->", ["crawl"]),
    (DATE_COMMENT, "<!-- 2024-04-09 -->", ["published"]),
    (DATE_COMMENT, "<!-- timestamp: 2024-04-09 13:00 -->", ["published"]),
    (DATE_COMMENT, "<!-- lastmod: 2024-04-09 -->", ["modified"]),
    (DATE_COMMENT, "<!-- Last updated on 9 April 2024 -->", ["modified"]),
    (DATE_COMMENT, "<!-- fetched 2024-04-09 -->", ["crawl"]),
    (DATE_COMMENT, "<!-- saved 2024-04-09 -->", ["crawl"]),
    (DATE_COMMENT, "<!-- Crawled: 2024-04-09 -->", ["crawl"]),
    (DATE_PREFIX, " date 2026-01-25 ", ["published"]),
    (LINK_TITLE, "# [Rain](u)", ["title", "url"]),
    (HEADLINE, f"Home\n20:43\nRain again in Oslo\n{PROSE}", ["navigation", "clock", "title"]),
    (TIMESTAMP, "By Ada Berg\n2025-11-02\n", ["navigation", "stamp"]),
]


@pytest.mark.parametrize(("layer", "text", "keys"), KEYS, ids=[text[:40] for _, text, _ in KEYS])
def test_layer_names_what_it_reads(layer: Layer, text: str, keys: list[str]) -> None:
    reading = layer.read(text, 0, ())
    assert reading is not None
    assert [value.key for value in reading.values] == keys


# The layer, a claimed prefix, what is left, the values, the code, and what the problem is about.
BROKEN = [
    (EPOCH_COMMENT, "<!--NaN-->\nRain", "Rain", [], "epoch-invalid", "NaN-->"),
    (EPOCH_COMMENT, "<!-- Invalid Date --><p>", "<p>", [], "epoch-invalid", "Invalid Date --><p>"),
    (EPOCH_COMMENT, "<!-- time: NaN -->\nR", "R", [], "epoch-invalid", "NaN -->"),
    (EPOCH_COMMENT, "<!--17125\nRain", "Rain", [], "epoch-invalid", ""),
    (EPOCH_COMMENT, "<!--99999999999999999-->R", "R", [], "epoch-invalid", "99999999999999999"),
    (DATE_PREFIX, " date 2026-1-5 Rain", "Rain", [], "date-prefix-broken", "2026-1-5 Rain"),
    (DATE_PREFIX, " date 2026-01-25Rain\nR", "R", [], "date-prefix-broken", "2026-01-25Rain"),
    (DATE_PREFIX, " date 2026-13 Rain", "Rain", [], "date-invalid", "2026-13"),
    (DATE_PREFIX, " date 2026-02-30 Rain", "Rain", [], "date-invalid", "2026-02-30"),
    (LINK_TITLE, "[Rain](u v)\nR", "R", ["Rain"], "link-title-broken", " v)"),
    (LINK_TITLE, "## [Rain](u\nR", "R", ["Rain"], "link-title-broken", ""),
    (LINK_TITLE, "[Rain](u) and more\nR", "R", ["Rain"], "link-title-broken", " and more"),
]


@pytest.mark.parametrize(
    ("layer", "text", "rest", "values", "code", "about"), BROKEN, ids=[c[1] for c in BROKEN]
)
def test_claimed_prefix_that_does_not_read_is_a_problem_at_its_place(
    layer: Layer, text: str, rest: str, values: list[str], code: str, about: str
) -> None:
    reading = layer.read(text, 0, BELOW_EPOCH)
    assert reading is not None
    assert text[reading.end :] == rest
    assert [value.value for value in reading.values] == values
    assert [text[slice(*value.spans[0])] for value in reading.values] == values
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == (code, "error")
    assert text[problem.start : problem.end] == about


def test_problem_of_a_prefix_names_line_column_and_what_was_expected() -> None:
    message = normalize.loads("<!-- NaN-->\r\n").problems[0].message
    assert message.startswith("line 1, column 6: ")
    assert message.endswith("expected epoch or label, found 'NaN-->'")


UNCLAIMED = [
    (
        EPOCH_COMMENT,
        [
            *("", "<!-- more -->", "<!-- Nonetheless, it rained. -->", "< !--1-->", " <!--1-->"),
            # Behind a label that dates nothing, or too small to be a time of this age.
            *("<!-- id: 1712571302 -->", "<!-- begin null -->", "<!-- date: 2024 -->"),
            # Days of the calendar.
            *("<!-- 20240409 -->", "<!-- 20240409130000 -->", "<!-- date: 20240409130000 -->"),
        ],
    ),
    (
        DATE_COMMENT,
        [
            *("", "<!-- -->", "<!-- more -->", "<!-- 3 -->", "<!-- 2024 -->", "<!-- 9 April -->"),
            '<!-- generator="wordpress/1.5.2" -->',
            "<!-- saved from url=(0014)about:internet -->",
            "<!-- begin of post 2024-04-09 by admin, see ticket 12 -->",
            "<!-- Event date: 2024-04-09 -->",
            "<!-- Version 2.4.2024 -->",
            "<!-- 2024-04-09 to 2024-04-12 -->",
            "<!--\n2024-04-09\n-->",
            "<!-- Copyright\n2024-04-09 -->",
            "<!-- 2024-04-09",
            " <!-- 2024-04-09 -->",
            f"<!-- {'a' * 200}: 2024-04-09 -->",
        ],
    ),
    (HEADING_TITLE, ["<h1>Rain</h1>", "# Rain"]),
    (
        DATE_PREFIX,
        ["", "date", " date of birth", " date 25 May", "dated 2026-01-25", " Date 2026-01-25"],
    ),
    (
        LINK_TITLE,
        ["", "[Rain](u)\n\nRain", "[Rain](u) fell\n------", "Rain](u)", "[Rain] (u)\n---\n"],
    ),
    (
        HEADLINE,
        [
            "",
            "Rain again in Oslo",
            PROSE * 2,
            f"<p>Rain\n{PROSE}",
            f"# Rain\n{PROSE}",
            f"{'a ' * 200}\n{PROSE}",
        ],
    ),
    (
        TIMESTAMP,
        [
            "",
            PROSE,
            f"Home\n{PROSE}2025-11-02\n",
            "a\nb\nc\nd\ne\n2025-11-02\n",
            "20:43\n",
            "Rain 1/11/2025\nSnow 2/11/2025\n",
        ],
    ),
]


@pytest.mark.parametrize(
    ("layer", "text"),
    [(layer, text) for layer, texts in UNCLAIMED for text in texts],
    ids=lambda x: x.name if isinstance(x, Layer) else repr(x)[:40],
)
def test_layer_leaves_what_is_not_its_own(layer: Layer, text: str) -> None:
    assert layer.read(text, 0, ()) is None


def dated(published: str) -> Record:
    return Record(published=published, published_at=dates.instant(published))


def stated(title: str | None = None, url: str | None = None) -> Record:
    return Record(title=title, url=url)


WRITTEN = [
    (EPOCH_COMMENT, dated("2024-04-08T10:15:02Z")),
    (EPOCH_COMMENT, dated("2024-04-08T10:15:02.12Z")),
    (EPOCH_COMMENT, dated("1969-12-31T23:59:59Z")),
    (DATE_PREFIX, dated("2026-01")),
    (DATE_PREFIX, dated("2026-01-25")),
    (DATE_PREFIX, dated("2026-01-25T20:43:09")),
    (LINK_TITLE, stated("Rain [again]", "https://news.example/(a)_(b)")),
    (LINK_TITLE, stated("Rain")),
    (LINK_TITLE, stated(None, "https://news.example/")),
    (HEADLINE, stated("Rain again in Oslo")),
    (HEADLINE, stated("奥斯陆老城区昨夜再次下雨")),
    (TIMESTAMP, dated("2026-01-25")),
    (TIMESTAMP, dated("2026-01-25T20:43:09+07:00")),
    (TIMESTAMP, dated("2026-01-25T20:43Z")),
]


@pytest.mark.parametrize(("layer", "record"), WRITTEN)
def test_reading_undoes_writing(layer: Layer, record: Record) -> None:
    assert all(layer.holds[f](record) for f in layer.holds if getattr(record, f))
    text = layer.write(record)
    reading = layer.read(text + PROSE, 0, ())
    assert reading is not None
    assert (text + PROSE)[reading.end :].lstrip() == PROSE
    said = {value.key: value.value for value in reading.values}
    if layer is TIMESTAMP:
        said = {"published": str(said["stamp"]).replace(" ", "T")}
    assert said == {f: getattr(record, f) for f in layer.holds if getattr(record, f)}


HELD_NOT = [
    (EPOCH_COMMENT, dated("2024-04-08")),
    (EPOCH_COMMENT, dated("2024-04-08T10:15Z")),
    (EPOCH_COMMENT, dated("2024-04-08T10:15:02+07:00")),
    (EPOCH_COMMENT, dated("2024-04-08T10:15:02.1234Z")),
    (EPOCH_COMMENT, dated("1970-01-02T00:00:00.5Z")),
    (DATE_PREFIX, dated("2026")),
    (DATE_PREFIX, dated("2026-01-25T20:43Z")),
    (LINK_TITLE, stated("Rain](again")),
    (LINK_TITLE, stated("Rain\nagain")),
    (LINK_TITLE, stated("Rain", "https://news.example/a b")),
    (HEADLINE, stated("Rain")),
    (HEADLINE, stated("Rain  again in Oslo")),
    (HEADLINE, stated(PROSE.strip())),
    (HEADLINE, stated("[Rain again](in Oslo)")),
    (HEADLINE, stated("Sunday, 02/11/2025 20:43")),
    (TIMESTAMP, dated("2026-01")),
]


@pytest.mark.parametrize(("layer", "record"), HELD_NOT)
def test_layer_says_what_it_cannot_carry(layer: Layer, record: Record) -> None:
    assert not all(layer.holds[f](record) for f in layer.holds if getattr(record, f))


@pytest.mark.parametrize("layer", [EPOCH_COMMENT, DATE_PREFIX, LINK_TITLE, HEADLINE, TIMESTAMP])
def test_layer_writes_nothing_of_an_empty_record(layer: Layer) -> None:
    assert layer.write(Record()) == ""
