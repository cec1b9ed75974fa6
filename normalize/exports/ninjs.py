"""IPTC ninjs 3.1 (iptc.org/standards/ninjs): one news object a line.

What changes: ``uri`` names the record by its hash, and the article's address, which ninjs keeps
apart, is an alternative id. ``by`` joins the authors by commas. ninjs has no date of publication:
``contentCreated`` is the instant of ``published`` and ``versionCreated`` that of ``modified``, each
only where clock and zone are stated. Categories and tags are subjects that say which of the two
they are; credits are sources; pictures and related items are associations, where their address is
absolute, as a URI.

What is lost: dates without clock or zone, pictures and related items without an absolute address,
``site``, the blocks and their links, ``extra``, and how the record was read.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from normalize.exports.values import filled, identifier, images, modified_at, uri
from normalize.record import Image, Record, Related, dump_json

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """A line for each record."""
    for record in records:
        yield dump_json(_news(record)) + b"\n"


def _news(record: Record) -> dict[str, Any]:
    pictures = [_picture(image, f"image-{n}") for n, image in enumerate(images(record), 1)]
    related = [_related(item, f"related-{n}") for n, item in enumerate(record.related, 1)]
    stated = {
        "language": record.language,
        "contentCreated": record.published_at,
        "versionCreated": modified_at(record),
        "headlines": _main(record.title),
        "by": ", ".join(record.authors),
        "located": record.dateline,
        "descriptions": _texts({"summary": record.summary}),
        "bodies": _main(record.text),
        "subjects": [
            *({"name": name, "rel": "category"} for name in record.categories),
            *({"name": name, "rel": "tag"} for name in record.tags),
        ],
        "infoSources": [{"name": name} for name in record.credits],
        "altIds": [{"role": "url", "value": record.url}] if record.url else None,
        "associations": [one for one in (*pictures, *related) if "uri" in one],
    }
    return {
        "uri": identifier(record),
        "type": "text",
        "standard": _STANDARD,
        **filled(stated),
    }


def _main(text: str | None) -> list[dict[str, str]]:
    return [{"role": "main", "contentType": "text/plain", "value": text}] if text else []


def _texts(roles: dict[str, str | None]) -> list[dict[str, str]]:
    return [{"role": role, "value": text} for role, text in roles.items() if text]


def _picture(image: Image, name: str) -> dict[str, Any]:
    address = uri(image.url)
    stated = {
        "uri": address,
        "descriptions": _texts({"alt": image.alt, "caption": image.caption}),
        "infoSources": [{"name": image.credit}] if image.credit else None,
        "renditions": [{"name": "original", "href": address}],
    }
    return {"name": name, "rel": "picture", "type": "picture", **filled(stated)}


def _related(item: Related, name: str) -> dict[str, Any]:
    stated = {
        "uri": uri(item.url),
        "headlines": _main(item.title),
        "descriptions": _texts({"summary": item.summary}),
    }
    return {"name": name, "rel": item.kind, **filled(stated)}
