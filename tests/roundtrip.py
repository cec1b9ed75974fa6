"""What law 2 holds equal of a record that was written and read again."""

from typing import Any

from attrs import evolve

import normalize
from normalize import Block, NormalizeError, Record

FIELDS = (
    *("title", "published", "modified", "url", "authors", "credits", "dateline", "language"),
    *("categories", "tags", "summary", "image", "text", "related", "extra"),
)


def shape(block: Block) -> tuple[object, ...]:
    """A block without its place in the file."""
    offset = block.text_start or 0
    links = [(x.url, x.text_start - offset, x.text_end - offset) for x in block.links]
    return block.type, block.text, block.level, block.items, block.rows, block.url, links


def said(record: Record) -> dict[str, Any]:
    """The fields of law 2, without offsets."""
    fields = {field: getattr(record, field) for field in FIELDS}
    fields["related"] = [evolve(item, start=None, end=None) for item in record.related]
    fields["blocks"] = list(map(shape, record.blocks))
    return fields


def differing(record: Record, again: Record) -> list[str]:
    """The fields of law 2 in which two records differ.

    A record that was made by hand has no blocks to compare, and a language only where it states
    one: the reader judges it.
    """
    a, b = said(record), said(again)
    left = {"blocks"} if not record.blocks else set()
    left |= {"language"} if record.language is None else set()
    return [field for field in a if field not in left and a[field] != b[field]]


def written(record: Record, format_: str) -> str | None:
    """The record in a format; None where the format says that it cannot carry it."""
    try:
        return normalize.dumps(record, format_)
    except NormalizeError as e:
        if e.code != "not-carried":
            raise
        return None
