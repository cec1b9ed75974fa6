"""The record: its keys, its JSON and back, what is refused, what takes no part in equality."""

import json
import re
from typing import Any

import pytest

import normalize
from normalize import NormalizeError, Record
from normalize.record import Block, Image, Link, scrub

# The table of RECORD.md, in its order.
KEYS = [
    *("schema_version", "id", "fingerprint", "format", "layers", "title", "published"),
    *("published_precision", "published_at", "modified", "dates", "url", "site", "authors"),
    *("credits", "dateline", "language", "categories", "tags", "summary", "image", "images"),
    *("text", "blocks", "related", "extra", "missing", "problems", "source"),
]
PARTS = {
    "dates": "role value literal precision zone origin start end chosen",
    "related": "title summary url published kind count start end",
    "problems": "code severity message start end",
    "images": "url alt caption credit",
}
TEXT = """\
---
title: Rain again
date: 2024-04-09 13:00:00 +0700
mood: dry
mood: [wet, {how: very}]
---
# Night

Rain [fell](https://news.example/1) in the night, and by the morning the streets were under water.

- a
- b

| a | b |
|---|---|
| c | d |

![The sea](https://news.example/sea.png)
"""
RECORD = normalize.loads(TEXT, name="2024-04-09-rain.md")
PLAIN = RECORD.to_dict()


def test_keys_stand_in_the_order_of_the_contract() -> None:
    assert list(PLAIN) == KEYS
    assert list(Record().to_dict()) == KEYS
    assert list(RECORD.to_dict(ledger=True, source=True)) == [*KEYS, "segments", "spans", "raw"]
    source = "path member sha256 size encoding newline bom"
    assert list(PLAIN["source"]) == source.split()


@pytest.mark.parametrize("key", ["dates", "problems", "images"])
def test_keys_of_the_parts_stand_in_the_order_of_the_contract(key: str) -> None:
    assert [list(part) for part in PLAIN[key]] == [PARTS[key].split()] * len(PLAIN[key])
    assert PLAIN[key]


def test_related_items_have_the_keys_of_the_contract() -> None:
    made = Record(related=(normalize.Related("Snow"),)).to_dict()["related"]
    assert [list(item) for item in made] == [PARTS["related"].split()]


def test_contract_names_the_same_keys(shared: Any) -> None:
    table = (shared / "RECORD.md").read_text(encoding="utf-8").partition("| key |")[2]
    rows = re.findall(r"^\| (`[^|]*?) \|", table, re.MULTILINE)
    stated = [key for row in rows for key in re.findall(r"`(\w+)`", row)]
    assert stated == [*KEYS, "segments", "spans", "raw"]


def test_block_has_the_keys_of_its_type() -> None:
    place = ["type", "start", "end", "text_start", "text_end", "links"]
    keys = {block["type"]: list(block) for block in PLAIN["blocks"]}
    assert keys == {
        "heading": [*place, "level"],
        "paragraph": place,
        "list": [*place, "items"],
        "table": [*place, "rows"],
        "image": ["type", "start", "end", "url"],
    }
    caption = Record(blocks=(Block("caption", 0, 7, "The sea"),)).to_dict()["blocks"]
    assert caption == [{"type": "caption", "start": 0, "end": 7, "text": "The sea"}]


def test_values_are_plain() -> None:
    assert json.loads(json.dumps(PLAIN)) == PLAIN
    assert json.loads(RECORD.to_json()) == PLAIN
    assert PLAIN["extra"] == {"mood": ["dry", ["wet", {"how": "very"}]]}
    assert PLAIN["source"]["path"] == "2024-04-09-rain.md"


def test_json_is_one_line_unless_it_is_indented() -> None:
    assert "\n" not in RECORD.to_json()
    assert RECORD.to_json(indent=True).startswith('{\n  "schema_version": 1,\n')
    assert "雨" in Record(title="雨").to_json()


def test_record_comes_back_from_its_dict_and_json() -> None:
    for again in (Record.from_dict(PLAIN), Record.from_json(RECORD.to_json())):
        assert again.to_dict() == PLAIN
        assert again.blocks[1].text == RECORD.blocks[1].text
        assert again.blocks[1].links == (Link("https://news.example/1", 12, 16),)
    assert Record.from_dict(Record().to_dict()) == Record()
    assert Record.from_json(b'{"image": {"url": "a"}}').image == Image("a")


def test_ledger_takes_no_part_in_equality() -> None:
    again = Record.from_json(RECORD.to_json(ledger=True, source=True))
    assert RECORD.ledger is not None
    assert again.ledger is None
    assert again == Record.from_dict(PLAIN)
    assert normalize.loads(TEXT) == normalize.loads(TEXT)
    assert normalize.loads(TEXT) != normalize.loads(TEXT + "\n")


def test_ledger_tiles_the_text_that_goes_with_it() -> None:
    full = RECORD.to_dict(ledger=True, source=True)
    assert full["raw"] == TEXT
    assert [list(segment) for segment in full["segments"]] == [["role", "start", "end"]] * len(
        full["segments"]
    )
    assert "".join(TEXT[s["start"] : s["end"]] for s in full["segments"]) == TEXT
    ((start, end),) = full["spans"]["title"]
    assert TEXT[start:end] == "Rain again"


@pytest.mark.parametrize("asked", [{"ledger": True}, {"source": True}])
def test_record_made_by_hand_has_no_ledger(asked: dict[str, bool]) -> None:
    with pytest.raises(NormalizeError, match=re.escape("normalize.parse")) as caught:
        Record(title="Rain").to_dict(**asked)
    assert caught.value.code == "no-ledger"


PARAGRAPH = {"type": "paragraph", "start": 0, "end": 1, "text_start": 0, "text_end": 1, "links": []}
BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"titel": "Rain"}, "titel"),
    ({"ledger": None}, "ledger"),
    ({"title": 3}, "record.title"),
    ({"text": None}, "record.text"),
    ({"schema_version": "1"}, "record.schema_version"),
    ({"schema_version": True}, "record.schema_version"),
    ({"tags": "rain"}, "record.tags"),
    ({"tags": ["rain", 1]}, "record.tags[1]"),
    ({"layers": None}, "record.layers"),
    ({"published_precision": "week"}, "record.published_precision"),
    ({"dates": [{"role": "published"}]}, "record.dates[0].value"),
    ({"image": {"alt": "sea"}}, "record.image.url"),
    ({"image": {"url": "a", "size": "b"}}, "size"),
    ({"extra": {"a": 1}}, "record.extra"),
    ({"extra": ["a"]}, "record.extra"),
    ({"missing": {"title": "gone"}}, "record.missing['title']"),
    ({"source": {"bom": 1}}, "record.source.bom"),
    ({"source": None}, "record.source"),
    ({"blocks": "none"}, "record.blocks"),
    ({"blocks": [3]}, "record.blocks[0]"),
    ({"blocks": [{"start": 0, "end": 1}]}, "record.blocks[0].type"),
    ({"blocks": [{"type": "paragraph"}]}, "record.blocks[0].start"),
    ({"blocks": [PARAGRAPH | {"type": "song"}]}, "record.blocks[0].type"),
    ({"blocks": [PARAGRAPH | {"text_start": "0"}]}, "record.blocks[0].text_start"),
    (
        {"problems": [{"code": "a", "severity": "bad", "message": ""}]},
        "record.problems[0].severity",
    ),
    ({"related": [{"title": "Snow", "count": 1.0}]}, "record.related[0].count"),
]


@pytest.mark.parametrize(("change", "named"), BROKEN, ids=[str(change) for change, _ in BROKEN])
def test_dict_that_is_no_record_is_refused_by_its_key(change: dict[str, Any], named: str) -> None:
    with pytest.raises(NormalizeError, match=re.escape(named)) as caught:
        Record.from_dict(PLAIN | change)
    assert caught.value.code == "record-broken"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "json-broken"),
        ('{"title": ', "json-broken"),
        (b'{"title": "\xff"}', "json-broken"),
        ("[" * 100_000, "json-broken"),
        ('{"schema_version": ' + "1" * 5000 + "}", "json-broken"),
        ("[]", "record-broken"),
        ('"title"', "record-broken"),
        ('{"title": NaN}', "json-broken"),
    ],
    ids=["empty", "cut off", "not UTF-8", "deep", "long number", "list", "string", "NaN"],
)
def test_text_that_is_no_record_is_refused(text: str | bytes, code: str) -> None:
    with pytest.raises(NormalizeError) as caught:
        Record.from_json(text)
    assert caught.value.code == code


def test_broken_json_is_refused_at_its_place() -> None:
    with pytest.raises(NormalizeError) as caught:
        Record.from_json('{\n  "title": x}')
    assert (caught.value.lineno, caught.value.colno) == (2, 12)


@pytest.mark.parametrize(
    ("text", "emitted"),
    [
        ("Rain", "Rain"),
        ("雨 \U0001f327", "雨 \U0001f327"),
        ("caf\udce9", "caf\ufffd"),
        ("\udc80\udcff\U0001f327\udcff", "\ufffd\ufffd\U0001f327\ufffd"),
        ("\x00\ufeff", "\x00\ufeff"),
    ],
)
def test_undecodable_byte_is_emitted_as_a_replacement(text: str, emitted: str) -> None:
    assert scrub(text) == emitted
