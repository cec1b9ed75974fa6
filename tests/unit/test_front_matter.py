"""Front matter in YAML: values as they are spelled, their places, and what does not read."""

from time import perf_counter

import pytest

import normalize
from normalize.errors import Lines
from normalize.formats import FRONT_MATTER
from normalize.layers.layer import Reading
from normalize.record import Literals, Record


def read(text: str) -> Reading:
    reading = FRONT_MATTER.read(text, 0, ())
    assert reading is not None
    return reading


def values(reading: Reading) -> dict[str, Literals]:
    return {value.key: value.value for value in reading.values}


# An entry, its value, and the part of the entry that spells it.
FLAT: list[tuple[str, Literals, str]] = [
    ("draft: no", "no", "no"),
    ("version: 1.10", "1.10", "1.10"),
    ("at: 10:30", "10:30", "10:30"),
    ("date: 2024-01-01", "2024-01-01", "2024-01-01"),
    ("date: 2024-04-09 13:00:00 +0700", "2024-04-09 13:00:00 +0700", "2024-04-09 13:00:00 +0700"),
    ("none: ~", "~", "~"),
    ("n: null", "null", "null"),
    ("empty:", "", ""),
    ("empty:  # a note", "", ""),
    ("title: Rain #1 # a note", "Rain", "Rain"),
    ("title: Rain, again - and C#", "Rain, again - and C#", "Rain, again - and C#"),
    ("url: https://news.example/#top", "https://news.example/#top", "https://news.example/#top"),
    ("title : Rain  ", "Rain", "Rain"),
    ("title:\tRain", "Rain", "Rain"),
    ('title: "Rain: [again] # no note"', "Rain: [again] # no note", "Rain: [again] # no note"),
    (r'title: "say \"no\" \\"', r'say "no" \ '.strip(), r"say \"no\" \\"),
    ("title: 'it''s: rain'", "it's: rain", "it''s: rain"),
    ('title: ""', "", ""),
    ("title: 雨が降る", "雨が降る", "雨が降る"),
]
RICH: list[tuple[str, Literals, str]] = [
    ("tags: [rain, 'Oslo, again', \"1.10\"]", ["rain", "Oslo, again", "1.10"], ""),
    ("tags: []", [], ""),
    ("tags:\n  - rain\n  - no", ["rain", "no"], ""),
    ("tags:\n- rain\n-\n- - a", ["rain", "", ["a"]], ""),
    ("by: {name: Ada, at: {host: a}}", {"name": "Ada", "at": {"host": "a"}}, ""),
    ("by:\n  name: Ada\n  at: [a]", {"name": "Ada", "at": ["a"]}, ""),
    ("title: >-\n  Rain\n  again", "Rain again", ""),
    ("title: |\n  Rain\n\n  again", "Rain\n\nagain\n", ""),
    ("title: Rain\n  again", "Rain again", "Rain\n  again"),
    ('title: "Rain\\tagain\\u00e9"', "Rain\tagain\u00e9", r"Rain\tagain\u00e9"),
    ("a key: Rain", "Rain", "Rain"),
    ("'a': Rain", "Rain", "Rain"),
    ("a: !!str 1.10", "1.10", ""),
    ("a: &x Rain", "Rain", ""),
    ("a: [&x b, *x]", ["b", "b"], ""),
    ("a: caf\udce9 [x]\nb: [caf\udce9]", ["caf\ufffd"], "[caf\udce9]"),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize(("entry", "value", "spelled"), FLAT + RICH)
def test_value_keeps_its_spelling(entry: str, value: Literals, spelled: str, newline: str) -> None:
    text = f"---\n{entry}\n---\nRain.\n".replace("\n", newline)
    reading = read(text)
    assert reading.problems == ()
    assert reading.values[-1].value == value
    if spelled:
        assert text[slice(*reading.values[-1].spans[0])] == spelled.replace("\n", newline)
    assert text[reading.end :] == f"Rain.{newline}"


CLOSINGS = ["---\n", "...\n", "---  \n", "---", "...\t", "# c\n\n---\n"]


@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("entry", ["title: Rain", "title: [Rain]"], ids=["flat", "rich"])
def test_map_ends_at_its_closing_line(entry: str, closing: str) -> None:
    text = f"--- \n{entry}\n{closing}"
    reading = read(text)
    assert (reading.end, reading.problems) == (len(text), ())
    assert list(values(reading)) == ["title"]


@pytest.mark.parametrize("text", ["---\n---\n", "---\n\n# only a note\n---\n", "---\n \n..."])
def test_map_may_be_empty(text: str) -> None:
    assert read(text) == Reading("front-matter", 0, len(text))


def test_blank_lines_may_stand_above_the_opening_line() -> None:
    text = "\n \n---\ntitle: Rain\n---\nRain fell."
    assert (values(read(text)), read(text).end) == ({"title": "Rain"}, text.index("Rain fell"))


TAGS = ["{{ site.title }}", "{{ a }} - {{ b }}", "{% include title.html %} again"]


@pytest.mark.parametrize("below", ["", "tags: [rain]\n", "x: 'a'b'\n"], ids=["flat", "rich", "no"])
@pytest.mark.parametrize("tag", TAGS)
def test_tag_of_a_template_is_kept_as_it_stands(tag: str, below: str) -> None:
    text = f"---\ntitle: {tag}\n{below}---\n"
    title = read(text).get("title")
    assert title is not None
    assert (title.value, text[slice(*title.spans[0])]) == (tag, tag)


SENTENCE = "Rain fell in the night, and by the morning the streets of the old town were wet."
UNCLAIMED = [
    "",
    "---",
    "---\n",
    "---\n\nRain fell in the night.\n",
    "---\nAda Berg\nOslo\n",
    "---\n# Rain: again\n",
    "---\nhttps://news.example/\n",
    "----\ntitle: Rain\n----\n",
    " ---\ntitle: Rain\n---\n",
    "--- title\ntitle: Rain\n---\n",
    "\n---\nAda Berg\n",
    # Rules around prose: a blank line or a sentence opens it, and no line of it is a key.
    f"---\n\nAda Berg\n---\n{SENTENCE}\n",
    f"---\n{SENTENCE}\n---\n",
]


@pytest.mark.parametrize("text", UNCLAIMED)
def test_lone_dashes_are_prose(text: str) -> None:
    assert FRONT_MATTER.read(text, 0, ()) is None


# The text, the plain entries that were kept, the code, the place of the problem, what is left.
BROKEN: list[tuple[str, dict[str, Literals], str, int, str]] = [
    ("---\na: b\nRain fell.\n", {"a": "b"}, "front-matter-unclosed", 3, "Rain fell.\n"),
    ("---\na: b\n\nRain fell.\n", {"a": "b"}, "front-matter-unclosed", 4, "\nRain fell.\n"),
    ("---\na: b\n", {"a": "b"}, "front-matter-unclosed", 3, ""),
    ("---\na: b\ntags: [c\n---\nR", {"a": "b"}, "front-matter-broken", 4, "R"),
    ('---\na: b\nc: "d\n---\nR', {"a": "b"}, "front-matter-broken", 4, "R"),
    ("---\r\na: b\r\n\tc: d\r\n---\r\nR", {"a": "b"}, "front-matter-broken", 3, "R"),
    ("---\na: b: c\nd: e\n---\nR", {"a": "b: c", "d": "e"}, "front-matter-broken", 2, "R"),
    ("---\na: b\nc: *d\n---\nR", {"a": "b"}, "front-matter-broken", 3, "R"),
    ("---\na: é雨\nb: c\x01\n---\nR", {"a": "é雨"}, "front-matter-broken", 3, "R"),
    ("---\nRain fell.\n---\nR", {}, "front-matter-not-a-map", 2, "R"),
    ("---\n\n- a: b\n---\nR", {}, "front-matter-not-a-map", 3, "R"),
    (
        "---\na: b: c\nd: [e, f]\ng:\n- h\n- i\n---\nR",
        {"a": "b: c", "d": ["e", "f"], "g": ["h", "i"]},
        "front-matter-broken",
        2,
        "R",
    ),
    ("---\na: b: c\nd:\n\t- e\n---\nR", {"a": "b: c", "d": ["e"]}, "front-matter-broken", 2, "R"),
    ("---\na: b\nd:[e, f]\n---\nR", {"a": "b", "d": ["e", "f"]}, "front-matter-broken", 4, "R"),
    ("---\na: 'it's'\n---\nR", {"a": "it's"}, "front-matter-broken", 2, "R"),
    ('---\na: "b" c\n---\nR', {"a": '"b" c'}, "front-matter-broken", 2, "R"),
    ('---\na: "C:\\Work"\n---\nR', {"a": "C:\\Work"}, "front-matter-broken", 2, "R"),
    ("---\na: b: c\nd: &e [f]\n---\nR", {"a": "b: c"}, "front-matter-broken", 2, "R"),
    (
        "---\na: [b, c]\nd:\n- e\n\nR\n",
        {"a": ["b", "c"], "d": ["e"]},
        "front-matter-unclosed",
        5,
        "\nR\n",
    ),
]


@pytest.mark.parametrize(("text", "kept", "code", "line", "rest"), BROKEN)
def test_map_that_does_not_read_stays_claimed_and_says_where(
    text: str, kept: dict[str, Literals], code: str, line: int, rest: str
) -> None:
    reading = read(text)
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == (code, "error")
    assert Lines(text).place(problem.start or 0)[0] == line
    assert problem.start is not None
    assert text[: problem.start].replace("\r\n", "\n").count("\n") == line - 1
    assert (values(reading), text[reading.end :]) == (kept, rest)


@pytest.mark.parametrize(
    ("text", "place"),
    [("---\na: b\nc: \x01\n---\n", "\x01"), ("---\na: é雨\nc: d\x01\n---\n", "\x01")],
    ids=["ascii", "wide"],
)
def test_problem_of_a_forbidden_character_stands_at_it(text: str, place: str) -> None:
    assert read(text).problems[0].start == text.index(place)


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "entries",
    [BOMB, "a: " + "[" * 100_000, "a: " + "{b: " * 200 + "}" * 200, "a:\n" + "- x\n" * 100_001],
    ids=["aliases", "open lists", "maps", "long list"],
)
def test_hostile_map_is_ended_by_its_bound(entries: str) -> None:
    start = perf_counter()
    reading = read(f"---\ntitle: Rain\n{entries}\n---\nR")
    assert perf_counter() - start < 5
    assert [problem.code for problem in reading.problems] == ["front-matter-too-large"]
    assert values(reading)["title"] == "Rain"


@pytest.mark.parametrize("indent", ["", "  ", "\t"])
@pytest.mark.parametrize(
    "entry", ["tags:[rain, 'wet streets']", "tags:\n{}- rain\n{}- wet streets"]
)
def test_entry_of_broken_front_matter_is_spelled_where_it_stands(entry: str, indent: str) -> None:
    spelled = entry.format(indent, indent)
    text = f"---\ntitle: Rain: again\n{spelled}\nlayout: post\n---\nR"
    found = read(text).get("tags")
    assert found is not None
    assert found.value == ["rain", "wet streets"]
    ((start, end),) = found.spans
    assert spelled.endswith(text[start:end].rstrip())
    assert text[start:end].lstrip("[- ").startswith("rain")


@pytest.mark.parametrize("other", ["", "tags: [a]\n"], ids=["flat", "rich"])
def test_key_that_is_given_twice_is_kept_twice_and_the_last_counts(other: str) -> None:
    text = f"---\ntitle: Rain\n{other}title: Snow\n---\n"
    reading = read(text)
    assert [v.value for v in reading.values if v.key == "title"] == ["Rain", "Snow"]
    last = reading.get("title")
    assert last is not None
    assert last.value == "Snow"
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("front-matter-duplicate-key", "warning")
    assert text[problem.start : problem.end] == "Snow"
    document = normalize.parse(text)
    assert document.record.title == "Snow"
    assert [text[a:b] for a, b in document.spans["title"]] == ["Snow"]


@pytest.mark.parametrize("entry", [b"title: caf\xe9\n", b"title: caf\xe9\ntags: [a]\n"])
def test_undecodable_byte_of_a_value_is_emitted_as_a_replacement(entry: bytes) -> None:
    body = "Rain fell in Tromsø.\n".encode() * 40
    record = normalize.loads(b"---\n" + entry + b"---\n" + body, encoding="utf-8")
    assert record.title == "caf\ufffd"
    assert [problem.code for problem in record.problems if problem.severity == "error"] == []


WRITTEN = [
    Record(title='Rain: "again" \\ # [no] note'),
    Record(title="Rain", published="2024-04-09T13:00:00+07:00", modified="2024-04-10"),
    Record(authors=("Ada Berg", "O'Neil"), categories=("a, b",), tags=("no", "1.10", "- x")),
    Record(language="zh-Hans", tags=("雨\u2028\x85\x07", "\U0001f327", "a\nb", " a ")),
    Record(extra={"layout": "", "a key: x": ["1", {"b": ["c", {}]}], "e": {"f g": "h"}, "i": []}),
]
KEYS = {
    "published": "date",
    "modified": "last_modified_at",
    "authors": "author",
    "language": "lang",
}


@pytest.mark.parametrize("record", WRITTEN)
def test_reading_undoes_writing(record: Record) -> None:
    text = FRONT_MATTER.write(record)
    reading = read(text)
    assert (reading.end, reading.problems) == (len(text), ())
    fields = ("title", "published", "modified", "authors", "language", "categories", "tags")
    stated = {KEYS.get(f, f): getattr(record, f) for f in fields if getattr(record, f)}
    wanted = {k: list(v) if isinstance(v, tuple) else v for k, v in stated.items()} | record.extra
    assert values(reading) == wanted


def test_title_that_is_not_one_folded_line_is_not_carried() -> None:
    assert FRONT_MATTER.holds["title"](Record(title="Rain again"))
    assert not FRONT_MATTER.holds["title"](Record(title="Rain\nagain"))


def test_label_that_is_not_folded_is_cut_off_and_becomes_a_tag() -> None:
    record = normalize.loads('---\ntitle: "[the  sea] Rain"\n---\n[Rain](u)\n------\n\nRain.\n')
    assert (record.title, record.tags) == ("Rain", ("the sea",))
