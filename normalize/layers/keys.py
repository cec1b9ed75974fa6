"""Keys of front matter, and the fields that they are.

Front matter has no fixed keys; those below are the ones that static-site generators and feed
archives use (Jekyll, Hugo, Hexo, Pelican, Astro and their importers), compared without regard to
case and to the marks that part words: ``pub_date``, ``pub-date`` and ``pubDate`` are one key.
"""

from collections.abc import Iterable

from normalize.expression import expression
from normalize.layers.layer import HEADERS, Value
from normalize.record import Image, Literals

KEYS: dict[str, str] = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "publishedat": "published",
    "publisheddate": "published",
    "publishdate": "published",
    "pubdate": "published",
    "pubdatetime": "published",
    "datepublish": "published",
    "datepublished": "published",
    "dategmt": "published",
    "created": "published",
    "createdat": "published",
    "modified": "modified",
    "modifiedtime": "modified",
    "moddatetime": "modified",
    "lastmod": "modified",
    "lastmodified": "modified",
    "lastmodifiedat": "modified",
    "lastupdated": "modified",
    "updated": "modified",
    "updatedat": "modified",
    "updateddate": "modified",
    "update": "modified",
    "datemodified": "modified",
    "datemodify": "modified",
    "modifiedgmt": "modified",
    "url": "url",
    "link": "url",
    "from": "url",
    "source": "url",
    "sourceurl": "url",
    "canonical": "url",
    "canonicalurl": "url",
    "original": "url",
    "originalurl": "url",
    "wordpressurl": "url",
    "bloggerorigurl": "url",
    "author": "authors",
    "authors": "authors",
    "byline": "authors",
    "lang": "language",
    "language": "language",
    "locale": "language",
    "inlanguage": "language",
    "categories": "categories",
    "category": "categories",
    "tags": "tags",
    "tag": "tags",
    "keywords": "tags",
    "summary": "summary",
    "excerpt": "summary",
    "description": "summary",
    "subtitle": "summary",
    "image": "image",
    "thumbnail": "image",
    "cover": "image",
    "coverimage": "image",
    "featuredimage": "image",
    "heroimage": "image",
    "ogimage": "image",
}
FIELDS = frozenset((*KEYS.values(), "crawl", "stamp", "clock", "navigation"))
"""What the values of layers are under whose keys no writer chooses."""

_NAMED = ("authors", "categories", "tags")
_PARTING = str.maketrans("", "", "-_")
# Where maps hold the name of a person and the address of a picture.
_PERSON = ("name", "display_name")
_PICTURE = ("url", "src", "image", "path")
# Words with which YAML and its users say that there is none.
_NOTHING = frozenset(("true", "false", "yes", "no", "on", "off", "null", "none", "~"))
_ADDRESS = expression(r"[A-Za-z][A-Za-z0-9+.-]*://\S+\Z")
_MAIL = expression(r"[ \t]*[<(（][ \t]*[^\s<>()@（）]+@[^\s<>()@（）]+[ \t]*[>)）]\Z")
_MAILED = expression(r"[^\s<>()@]+@[^\s<>()@]+[ \t]+\(([^()]+)\)\Z")  # RSS 2.0, `author`
_LANGUAGE = expression(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")


def field(layer: str, value: Value) -> str | None:
    """The field that a value belongs to; None for a key with no place in the record."""
    if layer not in HEADERS:
        return value.key if value.key in FIELDS else None
    found = known(value.key)
    literal = value.value
    # What stands in the place of a table of TOML would be no TOML.
    is_map = isinstance(literal, dict) and layer != "toml-matter"
    match found:
        case "title" | "published" | "modified" | "summary":
            fits = isinstance(literal, str)
        case "image":
            stated = literal == "" or picture(literal) is not None
            fits = stated and (is_map or isinstance(literal, str))
        case "authors" if is_map:
            fits = person(literal) is not None
        case "url":
            fits = isinstance(literal, str) and is_address(literal)
        case "language":
            fits = isinstance(literal, str) and is_language(literal)
        case _:
            fits = not isinstance(literal, dict)
    if layer == "json-article" and found in _NAMED and _is_number(literal):
        return None
    return found if fits else None


def known(key: str) -> str | None:
    """The field that a key is known for."""
    return KEYS.get(key.lower().translate(_PARTING))


def person(literal: Literals) -> str | None:
    """The name that a value states: itself, or the one that stands in a map."""
    return _said(literal, _PERSON)


def name(spelled: str) -> str:
    """A person's name without the address of mail that stands before or behind it."""
    mailed = _MAILED.match(spelled)
    return mailed[1].strip() if mailed else _MAIL.sub("", spelled) or spelled


def picture(literal: Literals) -> Image | None:
    """The picture that a value states: an address, or a map with one and its texts."""
    address = _said(literal, _PICTURE)
    if address is None or address.lower() in _NOTHING:
        return None
    texts = literal if isinstance(literal, dict) else {}
    return Image(address, _said(texts, ("alt",)), _said(texts, ("caption",)))


def _said(literal: Literals, names: Iterable[str]) -> str | None:
    """A string, or the first under these keys of a map, without blanks around it."""
    said = [literal.get(name) for name in names] if isinstance(literal, dict) else [literal]
    return next((s.strip() for s in said if isinstance(s, str) and s.strip()), None)


def _is_number(literal: Literals) -> bool:
    """Whether a programming interface gives numbers that stand for names there."""
    parts = literal if isinstance(literal, list) else [literal]
    return all(isinstance(part, str) and part.isdecimal() for part in parts)


def is_address(literal: str) -> bool:
    """Whether a value has a scheme and no blanks."""
    return _ADDRESS.match(literal) is not None


def is_language(literal: str) -> bool:
    """Whether a value is a language tag, also one with underscores."""
    return _LANGUAGE.match(literal) is not None


def tag(language: str) -> str:
    """A language tag in the case that BCP 47 (RFC 5646, 2.1.1) recommends."""
    first, *rest = language.replace("_", "-").split("-")
    cased = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(cased.get(len(part), str.lower)(part) for part in rest)])
