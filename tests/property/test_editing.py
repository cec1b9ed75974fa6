"""Law 3: an edit gives the new value and touches nothing else, byte by byte."""

from typing import Any

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

import normalize
from normalize import NormalizeError
from normalize.document import Document
from normalize.editing import FIELDS
from normalize.testing import FORMATS, addresses, dates, documents, names, words

VALUES = {
    "title": words("latin", 5, 9),
    "url": addresses(),
    "language": st.sampled_from(("de", "fr", "zh-Hant")),
    "summary": words("latin", 5, 9),
    "image": addresses(),
    "published": dates(),
    "modified": dates(),
    "authors": st.lists(names("latin"), min_size=1, max_size=2, unique=True).map(tuple),
    "categories": st.lists(words("latin", 1, 2), min_size=1, max_size=3, unique=True).map(tuple),
    "tags": st.lists(words("latin", 1, 2), min_size=1, max_size=3, unique=True).map(tuple),
}


def outside(document: Document, field: str) -> bytes:
    """The bytes of a document without those that spell a field."""
    spans = list(document.spans.get(field, ()))
    if field in ("title", "image"):
        spans += [(s.start, s.end) for s in document.segments if s.role == field]
    if field == "authors" and spans:
        # The commas between names are of the field.
        spans = [(spans[0][0], spans[-1][1])]
    if field == "published":
        spans += [(d.start or 0, d.end or 0) for d in document.record.dates if d.chosen]
    kept = []
    place = 0
    for start, end in sorted(set(spans)):
        kept.append(document.decoded.byte_offsets([place, max(place, start)]))
        place = max(place, end)
    kept.append([*document.decoded.byte_offsets([place]), len(document.decoded.data)])
    return b"".join(document.decoded.data[a:b] for a, b in kept)


def is_inserted(before: bytes, after: bytes) -> bool:
    """Whether bytes are others with one stretch put in."""
    same = 0
    while same < len(before) and before[same] == after[same]:
        same += 1
    rest = len(before) - same
    return len(after) > len(before) and (not rest or after[-rest:] == before[-rest:])


def spelled(document: Document, field: str) -> bool:
    """Whether a document states a field; its language may be judged."""
    has_picture = any(s.role == "image" for s in document.segments)
    return bool(document.spans.get(field)) or (field == "image" and has_picture)


def value(document: Document, field: str) -> Any:
    found = getattr(document.record, field)
    return found.url if field == "image" and found else found


@pytest.mark.parametrize("field", FIELDS)
@given(st.data(), st.sampled_from(FORMATS))
def test_edit_gives_the_new_value_and_leaves_every_other_byte(
    field: str, data: st.DataObject, format_: str
) -> None:
    before = normalize.parse(data.draw(documents(format_)))
    new = data.draw(VALUES[field])
    assume(value(before, field) != new)
    try:
        after = before.replace(**{field: new})
    except NormalizeError as refusal:
        event(f"refused: {refusal.code}")
        return
    assert value(after, field) == new
    assert after.to_bytes() != before.to_bytes()
    if spelled(before, field):
        assert outside(after, field) == outside(before, field)
    else:
        assert is_inserted(before.to_bytes(), after.to_bytes())
    assert after.decoded.bom == before.decoded.bom
    assert after.decoded.encoding == before.decoded.encoding


@given(st.data(), st.sampled_from(FORMATS), st.sampled_from(FIELDS))
def test_edit_to_what_is_there_changes_nothing(
    data: st.DataObject, format_: str, field: str
) -> None:
    before = normalize.parse(data.draw(documents(format_)))
    there = value(before, field)
    assume(there)
    assert before.replace(**{field: there}).to_bytes() == before.to_bytes()
