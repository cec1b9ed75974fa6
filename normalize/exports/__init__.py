"""Exports: records in the formats of other programs, which nothing here reads back.

Each module says what its target changes or loses, and has one function, ``write``, that takes
records and gives pieces of the output as it goes: memory stays flat however many records there are.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import NamedTuple

from normalize.errors import NormalizeError
from normalize.record import Record, scrub


class Export(NamedTuple):
    """One row of the table.

    Attributes:
        name: What it is asked for by.
        module: The module of this package that writes it, imported only then.
        media: The media type of the output.
        suffix: What the name of a file of it ends with.
        is_stream: Whether one output holds any number of records; else each is a document.
        has_columns: Whether the keys of the record can be chosen.
    """

    name: str
    module: str
    media: str
    suffix: str
    is_stream: bool = True
    has_columns: bool = False


EXPORTS = {
    row.name: row
    for row in (
        Export("jsonfeed", "jsonfeed", "application/feed+json", ".json"),
        Export("schema-org", "schema_org", "application/x-ndjson", ".jsonl"),
        Export("ninjs", "ninjs", "application/x-ndjson", ".jsonl"),
        Export("dolma", "dolma", "application/x-ndjson", ".jsonl"),
        Export("datatrove", "datatrove", "application/x-ndjson", ".jsonl"),
        Export("tei", "tei", "application/tei+xml", ".xml", is_stream=False),
        Export("csv", "comma_separated", "text/csv", ".csv", has_columns=True),
        Export("tsv", "tab_separated", "text/tab-separated-values", ".tsv", has_columns=True),
        Export("vertical", "vertical", "text/plain", ".vert"),
        Export("markdown", "markdown", "text/markdown", ".md", is_stream=False),
        Export("text", "plain", "text/plain", ".txt", is_stream=False),
    )
}
"""The exports by name, in the order in which they are told."""


def export(
    records: Iterable[Record], name: str, *, fields: Sequence[str] | None = None
) -> Iterator[bytes]:
    """Write records in the format of another program.

    Args:
        records: The records, which are taken one at a time.
        name: The name of the export, such as ``jsonfeed``; ``EXPORTS`` has them all.
        fields: Of ``csv`` and ``tsv``, the keys of the record that are the columns.

    Returns:
        UTF-8, as it is made: of a stream (JSON Lines, a feed, a table) pieces that make the whole;
        of ``tei``, ``markdown`` and ``text`` one piece a record, each a whole document.

    Raises:
        NormalizeError: There is no such export (``format-unknown``), or a column is no key of the
            record or asked of what has none (``field-unknown``).
    """
    if name not in EXPORTS:
        raise NormalizeError(
            f"no export {name!r}; there are {', '.join(EXPORTS)}", code="format-unknown"
        )
    row = EXPORTS[name]
    write = import_module(f"{__name__}.{row.module}").write
    if fields is None:
        pieces = write(records)
    elif row.has_columns:
        pieces = write(records, fields)
    else:
        raise NormalizeError(f"{name} has no columns to choose", code="field-unknown")
    return (piece if isinstance(piece, bytes) else scrub(piece).encode() for piece in pieces)
