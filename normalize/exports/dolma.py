"""Dolma documents (allenai/dolma, ``docs/data-format.md``): one object a line, attributes inside.

What changes: ``source`` is the record's site, or ``unknown``; ``created`` is the date of
publication, in UTC where clock and zone are stated, else as stated. ``added``, the time at which a
collection took the document in, is nothing that a record knows, and is left out. Each block is a
span ``[start, end, 1.0]`` of ``text``, in code points, under ``normalize__blocks__`` and its type;
links are under ``normalize__links__link``. Dolma's tools keep attributes in files of their own,
whose lines have ``id``, ``source`` and ``attributes``: these documents less the other keys.

What is lost: the addresses of links, levels of headings, items and cells. All else is in
``metadata`` as the record has it, but for what states nothing.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from normalize.exports.values import filled, identifier, rest
from normalize.record import Record, dump_json


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """A line for each record."""
    for record in records:
        yield dump_json(_document(record)) + b"\n"


def _document(record: Record) -> dict[str, Any]:
    return {
        "id": identifier(record),
        "text": record.text,
        "source": record.site or "unknown",
        **filled({"created": record.published_at or record.published}),
        "metadata": rest(record, "id", "text", "blocks"),
        "attributes": _attributes(record),
    }


def _attributes(record: Record) -> dict[str, list[tuple[int, int, float]]]:
    spans: dict[str, list[tuple[int, int, float]]] = {}
    for block in record.blocks:
        if block.text_start is not None and block.text_end is not None:
            named = spans.setdefault(f"normalize__blocks__{block.type}", [])
            named.append((block.text_start, block.text_end, 1.0))
        for link in block.links:
            named = spans.setdefault("normalize__links__link", [])
            named.append((link.text_start, link.text_end, 1.0))
    return spans
