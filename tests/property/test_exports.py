"""Exports of any record whatever: JSON is valid, XML well formed, tables read back."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import yaml
from hypothesis import given
from hypothesis import strategies as st

from normalize.exports import EXPORTS, export
from normalize.exports.markup import legal
from normalize.exports.values import uri
from normalize.record import Record
from normalize.testing import anything, texts

# RFC 3986, appendix A, as far as single characters go.
URI = re.compile(
    r"[A-Za-z][\w+.-]*:(?://\[[0-9a-f:]+\])?(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*"
    r"(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?",
    re.ASCII,
)
TEI = "{http://www.tei-c.org/ns/1.0}"


def whole(name: str, records: list[Record]) -> str:
    return b"".join(export(records, name)).decode()


@given(st.lists(anything(), max_size=3))
def test_json_is_valid_and_holds_the_text(records: list[Record]) -> None:
    items = json.loads(whole("jsonfeed", records))["items"]
    assert [item["content_text"] for item in items] == [record.text for record in records]
    texts = [record.text for record in records]
    for name, key in (("schema-org", "articleBody"), ("dolma", "text"), ("datatrove", "text")):
        made = [json.loads(line) for line in whole(name, records).split("\n")[:-1]]
        assert [one.get(key, "") for one in made] == texts
    made = [json.loads(line) for line in whole("ninjs", records).split("\n")[:-1]]
    assert [one["bodies"][0]["value"] if "bodies" in one else "" for one in made] == texts


@given(st.builds("{}{}".format, st.sampled_from(("", "http://", "http://[::1]/")), texts()))
def test_an_address_becomes_a_uri_or_nothing(address: str) -> None:
    made = uri(address)
    if made is not None:
        assert URI.fullmatch(made)
        assert uri(made) == made
    else:
        assert not address.startswith("http")


@given(anything())
def test_tei_is_well_formed_and_spells_the_record(record: Record) -> None:
    root = ET.fromstring(whole("tei", [record]))
    assert root.findtext(f".//{TEI}title") == legal(record.title or "")
    assert [e.text or "" for e in root.iter(f"{TEI}author")] == 2 * list(map(legal, record.authors))
    targets = [e.get("target") for e in root.iter(f"{TEI}ptr") if e.get("type") == "URL"]
    assert targets == ([legal(record.url)] if record.url else [])


@given(st.lists(anything(), max_size=3))
def test_vertical_is_well_formed_with_a_token_a_line(records: list[Record]) -> None:
    text = whole("vertical", records)
    root = ET.fromstring(f"<corpus>{text}</corpus>")
    assert [e.tag for e in root] == ["doc"] * len(records)
    for line in text.split("\n")[:-1]:
        assert line
        assert line[0] == "<" or not any(c.isspace() for c in line)


@given(st.lists(anything(), max_size=3))
def test_csv_reads_back_equal(records: list[Record]) -> None:
    names, *rows = csv.reader(io.StringIO(whole("csv", records), newline=""))
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        cells = dict(zip(names, row, strict=True))
        assert (cells["title"], cells["text"]) == (record.title or "", record.text)
        assert json.loads(cells["tags"] or "[]") == list(record.tags)


@given(st.lists(anything(), max_size=3))
def test_tsv_is_a_line_a_record_with_a_cell_a_column(records: list[Record]) -> None:
    names, *lines = whole("tsv", records).split("\n")[:-1]
    assert len(lines) == len(records)
    for line, record in zip(lines, records, strict=True):
        cells = dict(zip(names.split("\t"), line.split("\t"), strict=True))
        text = cells["text"].replace("\\\\", "\0").replace("\\t", "\t").replace("\\n", "\n")
        assert text.replace("\\r", "\r") == record.text.replace("\\", "\0")


@given(anything())
def test_front_matter_is_yaml_and_spells_the_record(record: Record) -> None:
    _, header, _ = whole("markdown", [record]).split("---\n", 2)
    read = yaml.load(header, yaml.BaseLoader) or {}
    stated = {"title": record.title, "lang": record.language, "tags": list(record.tags)}
    written = record.extra | {key: value for key, value in stated.items() if value}
    for key, value in written.items():
        assert read[key] == value


@given(st.lists(anything(), max_size=3))
def test_several_records_are_those_of_each_alone(records: list[Record]) -> None:
    for name, row in EXPORTS.items():
        alone = [piece for record in records for piece in export([record], name)]
        together = list(export(records, name))
        if not row.is_stream:
            assert together == alone
        else:
            assert all(piece.strip(b",\n") in b"".join(together) for piece in alone)
