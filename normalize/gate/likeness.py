"""Whether two records say the same: the fields of an article, without offsets and judgements."""

from typing import Any

from normalize.record import Record

FIELDS = (
    "format",
    "title",
    "published",
    "modified",
    "url",
    "authors",
    "credits",
    "dateline",
    "language",
    "categories",
    "tags",
    "summary",
    "image",
    "blocks",
    "text",
    "related",
    "extra",
)
"""What an article says, as RECORD.md's second law has it, and what reads it."""


def said(record: Record, field: str) -> Any:
    """The value of a field without its offsets."""
    value = getattr(record, field)
    if field == "blocks":
        return [
            (b.type, b.text, b.level, b.items, b.rows, b.url, [link.url for link in b.links])
            for b in value
        ]
    if field == "related":
        return [(r.title, r.summary, r.url, r.published, r.kind, r.count) for r in value]
    return value


def differing(one: Record, other: Record) -> str:
    """The names of the fields in which two records differ, for people; empty where in none."""
    return ", ".join(field for field in FIELDS if said(one, field) != said(other, field))


def trial(record: Record) -> Record:
    """A record written in its own format and read again.

    Raises:
        NormalizeError: The format cannot be written (``format-unknown``), or does not carry all of
            the record (``not-carried``).
    """
    from normalize.api import loads
    from normalize.writing import dumps

    return loads(dumps(record, record.format), name=record.source.path)
