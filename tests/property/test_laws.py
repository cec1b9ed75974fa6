"""The laws of the record, over generated documents of each format and over every specimen."""

import unicodedata
from collections import Counter
from html import unescape
from math import sqrt
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import normalize
from normalize import Record
from normalize.testing import FORMATS, TRANSPORTS, anything, documents, laid_out, records
from tests import roundtrip

REFUSED = 0.1
"""The share of the records drawn for a format that it may refuse."""
CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def written(record: Record, format_: str) -> str:
    """The record in a format; the example is dropped where the format says that it cannot."""
    text = roundtrip.written(record, format_)
    assume(text is not None)
    return text or ""


def said(record: Record) -> dict[str, object]:
    """What law 7 holds equal, in NFC."""
    related = [(item.title, item.summary, item.count) for item in record.related]
    texts = [record.title or "", record.text, record.published or "", record.url or ""]
    return {
        "texts": [unicodedata.normalize("NFC", text) for text in texts],
        "related": unicodedata.normalize("NFC", repr(related)),
    }


def holds_law_1(data: bytes) -> None:
    document = normalize.parse(data)
    assert document.to_bytes() == data
    segments = document.segments
    assert "".join(document.text[s.start : s.end] for s in segments) == document.text
    assert all(s.start < s.end for s in segments)
    ranges = document.byte_segments()
    assert all(a <= b for a, b in ranges)
    assert b"".join(data[a:b] for a, b in ranges) == (data if segments else b"")
    assert segments or not document.text


def holds_law_4(data: bytes) -> None:
    document = normalize.parse(data)
    pieces = document.spans.get("text", [])
    assert pieces == sorted(pieces)
    letters = [c for a, b in pieces for c in normal(document.text[a:b]) if c.isalnum()]
    source = iter(letters)
    wanted = [c for c in normal(document.record.text) if c.isalnum()]
    # Each letter of the text, in order, is one of the body's; character references aside.
    if "&" not in document.text and "\\" not in document.text:
        assert all(c in source for c in wanted)


def normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("specimen", sorted(CORPUS.glob("*/*.txt")), ids=lambda p: p.stem)
def test_specimens_hold_laws_1_and_4(specimen: Path) -> None:
    holds_law_1(specimen.read_bytes())
    holds_law_4(specimen.read_bytes())


@given(st.data(), st.sampled_from(FORMATS))
def test_law_1_nothing_is_lost_of_a_document(data: st.DataObject, format_: str) -> None:
    holds_law_1(data.draw(documents(format_)))


@given(st.binary(max_size=400))
def test_law_1_nothing_is_lost_of_any_bytes(data: bytes) -> None:
    holds_law_1(data)


@pytest.mark.parametrize("format_", FORMATS)
def test_law_2_reading_undoes_writing(format_: str) -> None:
    """Run with -s, it prints how many of the records drawn each format refuses."""
    drawn: Counter[bool] = Counter()

    @given(records(format_))
    def holds(record: Record) -> None:
        text = roundtrip.written(record, format_)
        drawn[text is None] += 1
        if text is not None:
            again = normalize.loads(text)
            assert again.format == format_
            assert roundtrip.differing(record, again) == []
            assert normalize.dumps(again, format_) == text

    holds()
    print(f"{format_}: {drawn[True]} of {drawn.total()} refused")
    # Of few draws more may be refused by chance; three standard deviations are left for it.
    wanted = REFUSED * drawn.total()
    assert drawn[True] <= wanted + 3 * sqrt(wanted * (1 - REFUSED))


@given(st.data(), st.sampled_from(FORMATS), st.sampled_from((*roundtrip.FIELDS, "blocks")))
def test_law_2_any_content_of_a_field_reads_back_or_is_refused(
    data: st.DataObject, format_: str, field: str
) -> None:
    drawn = data.draw(anything())
    record = evolve(data.draw(records(format_)), **{field: getattr(drawn, field)})
    if field == "text":
        record = evolve(record, blocks=())
    if field == "blocks":
        said, blocks = laid_out(drawn.blocks)
        record = evolve(record, text=said, blocks=blocks)
    text = roundtrip.written(record, format_)
    if text is not None:
        again = normalize.loads(text)
        assert (again.format, roundtrip.differing(record, again)) == (format_, [])


@given(st.data(), st.sampled_from(FORMATS))
def test_law_4_text_is_a_selection(data: st.DataObject, format_: str) -> None:
    holds_law_4(written(data.draw(records(format_)), format_).encode())


@given(st.data(), st.sampled_from(FORMATS))
def test_law_5_every_stated_value_is_spelled(data: st.DataObject, format_: str) -> None:
    document = normalize.parse(written(data.draw(records(format_)), format_))
    record = document.record
    for field in ("title", "url", "published"):
        if getattr(record, field) is None:
            assert record.missing[field] in ("absent", "ambiguous", "partial", "invalid")
        else:
            assert document.spans[field]
    for field in ("title", "url"):
        for start, end in document.spans.get(field, []):
            spelled = document.text[start:end]
            spelled = unescape(spelled) if format_ == "html-page" else spelled
            assert getattr(record, field) == spelled


@given(st.data(), st.sampled_from(FORMATS))
def test_law_6_the_same_bytes_give_the_same_record(data: st.DataObject, format_: str) -> None:
    text = written(data.draw(records(format_)), format_)
    assert normalize.loads(text) == normalize.loads(text.encode())


ALL_TRANSPORTS = TRANSPORTS | {"nfd": lambda text: unicodedata.normalize("NFD", text).encode()}


@given(st.data(), st.sampled_from(FORMATS), st.sampled_from(sorted(ALL_TRANSPORTS)))
def test_law_7_transport_does_not_matter(data: st.DataObject, format_: str, transport: str) -> None:
    record = data.draw(records(format_))
    if transport == "nfd":
        # The words of the page are sought in NFC.
        record = evolve(record, authors=(), credits=(), related=())
    text = written(record, format_)
    assert said(normalize.loads(ALL_TRANSPORTS[transport](text))) == said(normalize.loads(text))


@given(st.binary(max_size=2000) | st.text(max_size=2000).map(lambda s: s.encode("utf-8", "ignore")))
def test_law_8_any_bytes_give_a_record(data: bytes) -> None:
    record = normalize.loads(data)
    assert Record.from_dict(record.to_dict()).to_dict() == record.to_dict()
    record.to_json(ledger=True, source=True)


PIECES = [
    *("---\n", "+++\n", "title: a\n", "Title: a\n", ".. title: a\n", "<!--1-->", "[a](b)\n"),
    *("<html><head>", "<title>a</title>", '<meta name="date" content="2024-04-09">', "</head>"),
    *("------\n", " date 2026-01", "<p>", "</div>", "![", "](", "`", "**", "> ", "\r\n", "\n\n"),
    *("2025-01-01 10:00\n", "Rain fell.", "&amp;", "https://news.example/1\n", "{", "}"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_laws_1_and_8_hold_for_pieces_of_formats_in_any_order(pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    holds_law_1(data)
    normalize.loads(data).to_json()
