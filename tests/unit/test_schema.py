"""The JSON Schema of the record: it says what the code says, and refuses what is no record."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from attrs import fields

import normalize
from normalize import NormalizeError, Record, record
from normalize.passage import BlockType
from normalize.span import Role
from tests.unit.test_record import PLAIN, RECORD

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SCHEMA = normalize.record_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
LEDGER = ("segments", "spans", "raw")


def faults(data: Any) -> list[str]:
    return [f"{e.json_path}: {e.message}" for e in VALIDATOR.iter_errors(data)]


def test_schema_is_one_of_draft_2020_12() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_keys_are_those_of_the_record_in_its_order() -> None:
    keys = list(Record().to_dict())
    assert list(SCHEMA["properties"]) == [*keys, *LEDGER]
    assert SCHEMA["required"] == keys
    assert SCHEMA["additionalProperties"] is False


@pytest.mark.parametrize("name", ["Date", "Link", "Image", "Related", "Problem", "Source"])
def test_keys_of_the_parts_are_those_of_their_classes(name: str) -> None:
    keys = [a.name for a in fields(getattr(record, name))]
    part = SCHEMA["$defs"][name]
    assert (list(part["properties"]), part["required"]) == (keys, keys)
    assert part["additionalProperties"] is False


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("$defs/Date/properties/role", record.DateRole),
        ("$defs/Date/properties/precision", record.Precision),
        ("$defs/Date/properties/zone", record.Zone),
        ("$defs/Related/properties/kind", record.RelatedKind),
        ("$defs/Block/properties/type", BlockType),
        ("$defs/Segment/properties/role", Role),
        ("properties/missing/additionalProperties", record.Reason),
    ],
)
def test_closed_sets_are_those_of_the_code(path: str, kind: Any) -> None:
    part = SCHEMA
    for step in path.split("/"):
        part = part[step]
    assert part["enum"] == list(get_args(kind))


def test_null_is_where_the_code_has_it() -> None:
    bare = Record().to_dict()
    nullable = {key for key in SCHEMA["required"] if not faults(bare | {key: None})}
    assert nullable == {
        *("id", "title", "published", "published_precision", "published_at", "modified", "url"),
        *("site", "dateline", "language", "summary", "image"),
    }


def test_every_expected_record_of_the_corpus_is_valid() -> None:
    records = sorted(CORPUS.glob("*/*.json"))
    assert len(records) >= 70
    for path in records:
        assert faults(json.loads(path.read_text(encoding="utf-8"))) == [], path


def test_a_record_is_valid_with_its_ledger_and_without() -> None:
    assert faults(PLAIN) == []
    assert faults(RECORD.to_dict(ledger=True, source=True)) == []
    assert faults(Record().to_dict()) == []


def test_records_of_outside_files_are_valid(shared: Path) -> None:
    for folder in ("seeds", "heads", "flat"):
        files = sorted(path for path in (shared / folder).rglob("*.txt") if path.is_file())
        for path in files[:100]:
            assert faults(normalize.load(path).to_dict()) == [], path


def drop(key: str) -> Callable[[dict[str, Any]], Any]:
    return lambda data: data.pop(key)


def put(value: Any, *steps: str | int) -> Callable[[dict[str, Any]], None]:
    def change(data: Any) -> None:
        for step in steps[:-1]:
            data = data[step]
        data[steps[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (drop("title"), "$: 'title' is a required property"),
        (put("x", "titel"), "$: Additional properties are not allowed ('titel' was unexpected)"),
        (put(2, "schema_version"), "$.schema_version: 1 was expected"),
        (put("9 April 2024", "published"), "$.published: '9 April 2024' does not match "),
        (put("hour", "published_precision"), "$.published_precision: 'hour' is not one of "),
        (put("reader", "dates", 0, "role"), "$.dates[0].role: 'reader' is not one of "),
        (put("Ann Bee", "authors"), "$.authors: 'Ann Bee' is not of type 'array'"),
        (put("lost", "missing", "url"), "$.missing.url: 'lost' is not one of ['absent', "),
        (put(None, "blocks", 0, "level"), "$.blocks[0].level: None is not of type 'integer'"),
        (put([["a"]], "blocks", 1, "rows"), "$.blocks[1]: Additional properties are not allowed"),
        (put(-1, "blocks", 0, "start"), "$.blocks[0].start: -1 is less than the minimum of 0"),
        (put(1, "extra", "mood"), "$.extra.mood: 1 is not of type 'string', 'array', 'object'"),
        (put("sha256:12", "id"), "$.id: 'sha256:12' does not match "),
    ],
)
def test_what_is_no_record_is_refused_with_its_place(
    change: Callable[[dict[str, Any]], Any], message: str
) -> None:
    data = copy.deepcopy(PLAIN)
    assert faults(data) == []
    change(data)
    (fault,) = faults(data)
    assert fault.startswith(message)


@pytest.mark.parametrize(
    "change",
    [put("x", "titel"), put(2, "schema_version"), put("hour", "published_precision")],
)
def test_what_the_schema_refuses_the_code_refuses(change: Callable[[dict[str, Any]], Any]) -> None:
    data = copy.deepcopy(PLAIN)
    change(data)
    with pytest.raises(NormalizeError):
        Record.from_dict(data)
