"""JSON Feed 1.1 (jsonfeed.org/version/1.1): one document, an item for each record.

What changes: the feed itself has no statement behind it, so that its ``title`` is ``normalize`` and
it has no address. ``date_published`` and ``date_modified`` hold instants in UTC, and stand only
where clock and zone are stated. ``url`` and ``image`` stand only where they are absolute, as URIs.
``tags`` are the categories and the tags, each once. ``author`` joins the authors by commas: the
published schema knows neither the ``authors`` nor the ``language`` that version 1.1 added, and a
reader of 1.1 still takes ``author``.

Nothing is lost: an item's ``_normalize`` is the record but for what states nothing and ``text``,
which is ``content_text``.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from normalize.exports.values import filled, identifier, modified_at, rest, uri
from normalize.record import Record, dump_json


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """The feed: its head, an item a piece, its end."""
    yield b'{"version":"https://jsonfeed.org/version/1.1","title":"normalize","items":['
    separator = b"\n"
    for record in records:
        yield separator + dump_json(_item(record))
        separator = b",\n"
    yield b"\n]}\n"


def _item(record: Record) -> dict[str, Any]:
    stated = {
        "url": uri(record.url),
        "title": record.title,
        "summary": record.summary,
        "image": uri(record.image.url) if record.image else None,
        "date_published": record.published_at,
        "date_modified": modified_at(record),
        "author": filled({"name": ", ".join(record.authors)}),
        "tags": list(dict.fromkeys((*record.categories, *record.tags))),
    }
    return {
        "id": identifier(record),
        **filled(stated),
        "content_text": record.text,
        "_normalize": rest(record, "text"),
    }
