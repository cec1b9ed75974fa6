"""Headers of site generators beside Jekyll's: JSON, maps with a closing line alone, docinfo."""

from time import perf_counter

import pytest

import normalize
from normalize import formats
from normalize.layers.layer import Layer, Reading
from normalize.record import Literals, Record

RAIN = "Rain fell in the night, and by the morning the streets of the old town were under water."
MEMBERS = '"title": "Rain",\n"n": 1.10,\n"draft": false,\n"none": null,\n"tags": ["a", "b"]\n'
LITERALS: dict[str, Literals] = {
    "title": "Rain",
    "n": "1.10",
    "draft": "false",
    "none": "",
    "tags": ["a", "b"],
}


def said(reading: Reading | None) -> dict[str, Literals] | None:
    return reading and {value.key: value.value for value in reading.values}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize(
    ("layer", "header"),
    [
        (formats.JSON_MATTER, f"{{\n{MEMBERS}}}\n"),
        (formats.JSON_MATTER, f"\n{{{MEMBERS}}}\n"),
        (formats.FENCED_JSON, f"{MEMBERS};;;\n"),
        (formats.FENCED_JSON, f";;;\n{MEMBERS};;;\n"),
        (formats.FENCED_JSON, f";;;;\n{MEMBERS};;;;\n"),
    ],
)
def test_members_are_literals_as_they_are_spelled(layer: Layer, header: str, newline: str) -> None:
    text = f"{header}\n{RAIN}".replace("\n", newline)
    reading = layer.read(text, 0, ())
    assert said(reading) == LITERALS
    assert reading is not None
    assert (reading.end, reading.problems) == (len(header.replace("\n", newline)), ())
    spelled = [text[slice(*value.spans[0])] for value in reading.values]
    assert spelled == ["Rain", "1.10", "false", "null", '["a", "b"]']


def test_escapes_are_resolved_and_the_span_spells_them() -> None:
    text = '{"title": "\\u0041\\u030a \\"x\\" \\ud83d\\ude00 \\ud800"}\n' + RAIN
    reading = formats.JSON_MATTER.read(text, 0, ())
    assert said(reading) == {"title": 'Å "x" \N{GRINNING FACE} \ufffd'}
    record = normalize.loads(text)
    assert Record.from_json(record.to_json()).title == record.title


# What is left of the header where it does not read, and the place of the problem.
BROKEN: list[tuple[Layer, str, dict[str, Literals], int, str]] = [
    (formats.JSON_MATTER, '{\n"a": "1"\n"b": "2"\n}\nRain', {"a": "1"}, 11, "Rain"),
    (formats.JSON_MATTER, '{\n"a": "1",\n}\nRain', {"a": "1"}, 10, "Rain"),
    (formats.JSON_MATTER, '{"a": "1", "b": tru}\nRain', {"a": "1"}, 16, "Rain"),
    (formats.JSON_MATTER, '{"a": NaN}\nRain', {}, 6, "Rain"),
    (formats.JSON_MATTER, '{\n"a": "1",\nRain', {"a": "1"}, 16, "Rain"),
    (
        formats.JSON_MATTER,
        '{"a": ' + "[" * 9 + "]" * 9 + "}\nRain",
        {"a": [[[[[[[[[]]]]]]]]]},
        11,
        "",
    ),
    (formats.FENCED_JSON, ';;;\n"a": "1"\nRain\n', {"a": "1"}, 18, "Rain\n"),
]


@pytest.mark.parametrize(("layer", "text", "values", "place", "rest"), BROKEN)
def test_broken_json_keeps_what_was_read(
    layer: Layer, text: str, values: dict[str, Literals], place: int, rest: str
) -> None:
    reading = layer.read(text, 0, ())
    assert reading is not None
    assert said(reading) == values
    assert [(p.code, p.start) for p in reading.problems] == [("json-matter-broken", place)]
    assert text[reading.end :].endswith(rest)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "{}\nRain",
        "{{ page.title }}\nRain",
        "{% include a.html %}\nRain",
        '{"a": 1}\n',
        '{"title": "a"}\n{"title": "b"}\n',
        '"Rain": he said\nand left\n',
        ";;;\nRain\n;;;\n",
        '"title" said\n;;;\n',
    ],
)
def test_what_is_no_header_in_json_is_left_alone(text: str) -> None:
    assert formats.JSON_MATTER.read(text, 0, ()) is None
    assert formats.FENCED_JSON.read(text, 0, ()) is None


CLOSED = [
    ("title: Rain\n---\n", {"title": "Rain"}),
    ("title: Rain\n\n-----\n", {"title": "Rain"}),
    ("title: Rain\ntags:\n- a\n- b\n---", {"title": "Rain", "tags": ["a", "b"]}),
    ("title: Rain\ntags:\n  - a\n# note\n---\n", {"title": "Rain", "tags": ["a"]}),
    ("----\ntest: bob\nelse: kate\n----\n", {"test": "bob", "else": "kate"}),
]


@pytest.mark.parametrize(("header", "values"), CLOSED)
def test_map_may_have_a_closing_line_alone(header: str, values: dict[str, Literals]) -> None:
    reading = formats.CLOSED_MATTER.read(header, 0, ())
    assert reading is not None
    assert (said(reading), reading.end, reading.problems) == (values, len(header), ())
    assert normalize.loads(f"{header}\n{RAIN}").format == "hexo-post"


@pytest.mark.parametrize(
    "text",
    [
        "Note: rain\n---\nmore\n",
        "title: Rain\nIt rained.\n---\nmore\n",
        "title: Rain\n\nIt rained.\n\n---\nAda\n",
        "title: Rain\n--\nAda\n",
        "------\nfoo\n---\nbar",
        "------\ntitle: Rain\n---\nbar",
        "title: Rain\nsnow",
    ],
)
def test_line_of_dashes_below_prose_closes_nothing(text: str) -> None:
    assert formats.CLOSED_MATTER.read(text, 0, ()) is None


DOCINFO: list[tuple[str, dict[str, Literals]]] = [
    ("Rain\n####\n\n:date: 2010-12-02\n\n", {"title": "Rain", "date": "2010-12-02"}),
    ("\n====\nRain\n====\n:TAGS: a, b\n", {"title": "Rain", "TAGS": "a, b"}),
    (":title: Rain\n:slug:\n", {"title": "Rain", "slug": ""}),
    ("Rain\n~~~~\n:a: b\n  c\n", {"title": "Rain", "a": "b c"}),
    ("Rain\n^^^^\n:a:\n  b\n  c\n", {"title": "Rain", "a": "b c"}),
    ("R\n---\n:authors: - A, B\n    - C, D\n", {"title": "R", "authors": ["A, B", "C, D"]}),
]


@pytest.mark.parametrize(("header", "values"), DOCINFO)
def test_docinfo_states_title_and_fields(header: str, values: dict[str, Literals]) -> None:
    reading = formats.DOCINFO.read(header + RAIN if header.endswith("\n\n") else header, 0, ())
    assert reading is not None
    assert (said(reading), reading.end, reading.problems) == (values, len(header), ())


@pytest.mark.parametrize(
    "text",
    [
        "Rain\n####\n\nIt rained.\n",
        "Rain\n####\n\n:abbr:`x` rained.\n",
        "Rain\n:date: 2010-12-02\n",
        ":a: b\n\nIt rained.\n",
        ":title: Rain\nIt rained.\n",
    ],
)
def test_what_is_no_docinfo_is_left_alone(text: str) -> None:
    assert formats.DOCINFO.read(text, 0, ()) is None


def test_semicolons_part_authors_whose_names_hold_commas() -> None:
    header = "Title: Rain\nAuthors: Berg, Ada; Lie, Jon\nTags: AT&amp;T, rain\n\n"
    record = normalize.loads(header + RAIN)
    assert record.authors == ("Berg, Ada", "Lie, Jon")
    assert record.tags == ("AT&amp;T", "rain")


def test_key_given_twice_is_a_problem_in_every_header() -> None:
    for header in (
        '{"tags": "a", "title": "R", "tags": "b"}\n',
        '"tags": "a",\n"title": "R",\n"tags": "b"\n;;;\n',
        "tags: a\ntitle: R\ntags: b\n---\n",
        "tags: a\ntitle: R\ntags: b\n\n",
        ":tags: a\n:title: R\n:tags: b\n\n",
        ".. tags: a\n.. title: R\n.. tags: b\n\n",
    ):
        record = normalize.loads(header + RAIN)
        assert [p.code for p in record.problems] == ["front-matter-duplicate-key"]
        assert (record.tags, record.extra) == (("b",), {"tags": "a"})


@pytest.mark.parametrize(
    "layer", [formats.JSON_MATTER, formats.FENCED_JSON, formats.CLOSED_MATTER, formats.DOCINFO]
)
def test_layer_reads_what_it_writes(layer: Layer) -> None:
    record = Record(
        title="Rain: again",
        published="2024-04-09",
        tags=("a", "b"),
        language="nb",
        authors=("Ada",),
    )
    header = layer.write(record)
    read = normalize.loads(header + RAIN)
    assert layer.name in read.layers
    assert [
        getattr(read, field) for field in ("title", "published", "tags", "language", "authors")
    ] == [getattr(record, field) for field in ("title", "published", "tags", "language", "authors")]
    assert layer.write(Record(text=RAIN)) == ""


@pytest.mark.parametrize(
    "text",
    [
        '{"a":' + "[" * 500_000,
        '{"a":' + "[{" * 250_000,
        '{"a": "' + "\\" * 1_000_000,
        "{" + '"a": 1, ' * 125_000,
        ";;;\n" + '"a": 1\n' * 125_000,
        "a: b\n" * 200_000,
        "a:\n" + "- \n" * 250_000,
        ":a: b\n" * 160_000,
        "\n" * 1_000_000 + "{",
        "\n" * 1_000_000 + "--",
        "---\n" + "a: {{ x\n" * 100_000 + "b: [\n---\n",
    ],
    ids=range(11),
)
def test_hostile_headers_end_quickly(text: str) -> None:
    begin = perf_counter()
    for layer in (
        *(formats.JSON_MATTER, formats.FENCED_JSON, formats.CLOSED_MATTER, formats.DOCINFO),
        *(formats.FRONT_MATTER, formats.TOML_MATTER),
    ):
        layer.read(text, 0, ())
    assert perf_counter() - begin < 10


MATTER = "---\ntitle: Rain\n---\n"
NAMES = [
    (MATTER, "2009-06-22-rain.md", "2009-06-22"),
    (MATTER, "_posts/2009-6-2-rain.html", "2009-06-02"),
    (MATTER, "2009-06-22.txt", "2009-06-22"),
    (MATTER, "content/post/2009-06-22-rain/index.md", "2009-06-22"),
    (MATTER, "source/_posts/2009/06/22/rain.md", "2009-06-22"),
    (MATTER, "crawl/2009/06/22/rain.md", None),
    (MATTER, "2009-06-31-rain.md", None),
    (MATTER, "rain-2009-06-22.md", None),
    ("title: Rain\n---\n", "2009-06-22-rain.md", "2009-06-22"),
    ("Title: Rain\n\n", "2009-06-22_rain.md", "2009-06-22"),
    ("", "2009-06-22-rain.markdown", "2009-06-22"),
    ("", "2009-06-22-rain.txt", None),
    ("Rain again\n\n2010-01-02 10:00\n\n", "2009-06-22-rain.md", "2010-01-02T10:00"),
    ("---\ntitle: Rain\ndate: 2010-01-02\n---\n", "2009-06-22-rain.md", "2010-01-02"),
]


@pytest.mark.parametrize(("header", "name", "published"), NAMES)
def test_name_dates_a_post_that_states_no_date(
    header: str, name: str, published: str | None
) -> None:
    record = normalize.loads(header + RAIN, name=name)
    assert record.published == published
    assert all(d.chosen for d in record.dates if d.origin == "file-name" and published)


@pytest.mark.parametrize(
    ("keys", "published"),
    [
        ("permalink: /2013/05/12/rain.html", "2013-05-12"),
        ("path: /blog/2013-05-12-rain/", "2013-05-12"),
        ("url: /2013/05/rain/", "2013-05"),
        ("permalink: /2013/05/12/rain.html\ndate: 2014-01-02", "2014-01-02"),
        ("slug: /rain/", None),
    ],
)
def test_path_dates_a_post_that_states_no_date(keys: str, published: str | None) -> None:
    document = normalize.parse(f"---\ntitle: Rain\n{keys}\n---\n{RAIN}")
    assert document.record.published == published
    assert document.record.problems == ()
    assert ("published" in document.spans) == (published is not None)


TABLE = """+++
title = "Rain"
categories = [
  "Weather", # one ] odd
  "Rain [heavy]",
]
description = \'\'\'
It\'s wet.
title = "no"\'\'\'
[cover]
  title = "Gauge"
+++
Rain fell.
"""


@pytest.mark.parametrize(
    ("field", "spelled", "new"),
    [
        ("title", "Rain", "Snow"),
        ("categories", '[\n  "Weather", # one ] odd\n  "Rain [heavy]",\n]', ("Snow", "Ice")),
        ("summary", '\nIt\'s wet.\ntitle = "no"', "It's cold."),
    ],
)
def test_value_of_toml_is_spelled_by_all_its_lines(
    field: str, spelled: str, new: str | tuple[str, ...]
) -> None:
    document = normalize.parse(TABLE)
    assert [document.text[a:b] for a, b in document.spans[field]] == [spelled]
    edited = normalize.loads(document.replace(**{field: new}).to_bytes())
    assert getattr(edited, field) == new
    assert edited.extra == document.record.extra == {"cover": {"title": "Gauge"}}
