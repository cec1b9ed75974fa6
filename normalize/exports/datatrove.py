"""Datatrove documents (huggingface/datatrove, ``data.py``): one object a line for ``JsonlReader``.

What changes: pictures are ``media``, with alternative text, caption and credit. Every document has
the same keys in ``metadata``, null or empty where nothing is stated, so that a Parquet writer finds
one schema; ``extra``, whose keys are each post's own, is there as JSON text.

What is lost: the blocks and their links, related items, and how the record was read (``dates``,
``missing``, ``problems``, ``source``). Datatrove's reader skips a document whose ``text`` is empty.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from normalize.exports.values import filled, identifier, images
from normalize.record import Image, Record, dump_json

_SCALARS = (
    *("format", "title", "published", "published_precision", "published_at", "modified"),
    *("url", "site", "dateline", "language", "summary", "fingerprint"),
)
_LISTS = ("authors", "credits", "categories", "tags")
_IMAGE = 0  # datatrove.data.MediaType.IMAGE


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """A line for each record."""
    for record in records:
        yield dump_json(_document(record)) + b"\n"


def _document(record: Record) -> dict[str, Any]:
    name = identifier(record)
    return {
        "text": record.text,
        "id": name,
        "media": [_media(image, f"{name}/{n}") for n, image in enumerate(images(record), 1)],
        "metadata": {
            **{key: getattr(record, key) for key in _SCALARS},
            **{key: list(getattr(record, key)) for key in _LISTS},
            "extra": dump_json(record.extra).decode(),
        },
    }


def _media(image: Image, name: str) -> dict[str, Any]:
    about = filled({"caption": image.caption, "credit": image.credit})
    return {"id": name, "type": _IMAGE, "url": image.url, "alt": image.alt, "metadata": about}
