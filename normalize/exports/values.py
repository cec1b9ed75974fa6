"""What several exports need of a record: a name for it, an address as a URI, what is stated."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from normalize.dates import instant
from normalize.expression import expression
from normalize.record import Image, Record

# A scheme, and a host in brackets: the one place where a URI may have them (RFC 3986, 3.2.2).
_ABSOLUTE = expression(
    r"([A-Za-z][A-Za-z0-9+.-]*:(?://\[[0-9A-Fa-f:.]+\])?)([^#]*)(?:#(.*))?", re.S
)
_LOOSE_PERCENT = expression(r"%(?![0-9A-Fa-f]{2})")
_LEGAL = "%:/?@!$&'()*+,;=-._~"


def identifier(record: Record) -> str:
    """What names the record: its ``id``, or for one made by hand its fingerprint.

    Both have the form of a URI.
    """
    if record.id or record.fingerprint:
        return record.id or record.fingerprint
    from normalize.assembly import fingerprint

    return fingerprint(record.title, record.published, record.text)


def uri(address: str | None) -> str | None:
    """An absolute address as a URI; None where it is relative or there is none.

    What RFC 3986 does not allow in one is percent-encoded, as RFC 3987, 3.1, maps an IRI.
    """
    found = _ABSOLUTE.fullmatch(address or "")
    if found is None:
        return None
    head, path, fragment = found.groups()
    return head + _encoded(path) + ("" if fragment is None else f"#{_encoded(fragment)}")


def _encoded(part: str) -> str:
    return quote(_LOOSE_PERCENT.sub("%25", part), safe=_LEGAL, errors="surrogatepass")


def modified_at(record: Record) -> str | None:
    """The ``modified`` of a record in UTC, where clock and zone are stated."""
    return instant(record.modified) if record.modified else None


def images(record: Record) -> tuple[Image, ...]:
    """The pictures of a record, the lead image first."""
    if record.image is None or record.image in record.images:
        return record.images
    return (record.image, *record.images)


def filled(data: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of a map that state something: neither null nor empty."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def rest(record: Record, *left_out: str) -> dict[str, Any]:
    """The record as its JSON has it, less some keys and those that state nothing."""
    data = filled(record.to_dict())
    for key in left_out:
        data.pop(key, None)
    return data
