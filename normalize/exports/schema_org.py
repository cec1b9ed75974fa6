"""schema.org ``NewsArticle`` as JSON-LD: one object a line.

What changes: authors become persons, ``site`` the web site that the article is part of, and
``dateline``, ``credits`` (``creditText``), ``categories`` (``articleSection``), ``tags``
(``keywords``) and ``summary`` (``abstract``) take their schema.org names. Dates are ISO 8601 with
the precision stated, as in the record.

What is lost: related items, the blocks and their links, ``extra``, and how the record was read
(``format``, ``dates``, ``missing``, ``problems``, ``source``).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from normalize.exports.values import filled, identifier, images
from normalize.record import Image, Record, dump_json


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """A line for each record, which is a JSON-LD document of its own."""
    for record in records:
        yield dump_json(_article(record)) + b"\n"


def _article(record: Record) -> dict[str, Any]:
    stated = {
        "url": record.url,
        "headline": record.title,
        "datePublished": record.published,
        "dateModified": record.modified,
        "author": [{"@type": "Person", "name": name} for name in record.authors],
        "creditText": list(record.credits),
        "dateline": record.dateline,
        "inLanguage": record.language,
        "articleSection": list(record.categories),
        "keywords": list(record.tags),
        "abstract": record.summary,
        "image": [_image(image) for image in images(record)],
        "isPartOf": {"@type": "WebSite", "name": record.site} if record.site else None,
        "articleBody": record.text,
    }
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": identifier(record),
        **filled(stated),
    }


def _image(image: Image) -> dict[str, Any]:
    stated = {
        "contentUrl": image.url,
        "description": image.alt,
        "caption": image.caption,
        "creditText": image.credit,
    }
    return {"@type": "ImageObject", **filled(stated)}
