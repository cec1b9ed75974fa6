"""The columns of a table of records: which there are, and what a cell says.

A string is its own cell; null and an empty list or map are an empty cell; a list, a map and a
number are JSON. Thus an empty string and null are one.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import fields as attributes

from normalize.errors import NormalizeError
from normalize.record import Record, dump_json

COLUMNS = (
    *("id", "format", "title", "published", "published_precision", "published_at", "modified"),
    *("url", "site", "authors", "credits", "dateline", "language", "categories", "tags"),
    *("summary", "text"),
)
"""The columns unless others are asked for."""
_KEYS = tuple(a.name for a in attributes(Record) if a.name != "ledger")


def rows(records: Iterable[Record], fields: Sequence[str]) -> Iterator[list[str]]:
    """The row of the columns' names, then a row for each record.

    Raises:
        NormalizeError: A column is no key of the record (``field-unknown``).
    """
    for key in fields:
        if key not in _KEYS:
            raise NormalizeError(
                f"a record has no key {key!r}; the keys are {', '.join(_KEYS)}",
                code="field-unknown",
            )
    return _rows(records, fields)


def _rows(records: Iterable[Record], fields: Sequence[str]) -> Iterator[list[str]]:
    yield list(fields)
    for record in records:
        data = record.to_dict()
        yield [_cell(data[key]) for key in fields]


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "" if value in (None, [], {}) else dump_json(value).decode()
