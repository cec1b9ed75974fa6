"""Keys of front matter, and the fields that they are.

Front matter has no fixed keys; those below are the ones that static-site generators and feed
archives use (Jekyll, Hugo, Hexo, Pelican, Astro and their importers), compared without regard to
case and to the marks that part words: ``pub_date``, ``pub-date`` and ``pubDate`` are one key.
"""

from collections.abc import Callable, Iterable, Mapping

from normalize.composition import is_composed
from normalize.expression import expression
from normalize.layers.layer import HEADERS, Predicate, Value, is_date, is_folded
from normalize.record import Image, Literals, Record

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

_DEPTH = 60
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
            fits = isinstance(literal, str) and _ADDRESS.match(literal) is not None
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


def is_language(literal: str) -> bool:
    """Whether a value is a language tag, also one with underscores."""
    return _LANGUAGE.match(literal) is not None


def tag(language: str) -> str:
    """A language tag in the case that BCP 47 (RFC 5646, 2.1.1) recommends."""
    first, *rest = language.replace("_", "-").split("-")
    cased = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(cased.get(len(part), str.lower)(part) for part in rest)])


def entries(record: Record, names: Mapping[str, str]) -> list[tuple[str, Literals]]:
    """What front matter states of a record: keys and values, in order.

    Args:
        record: The record.
        names: The key of each field, in the order in which they are written.
    """
    values: dict[str, Literals | None] = {
        "title": record.title,
        "published": record.published,
        "modified": record.modified,
        "authors": list(record.authors),
        "language": record.language,
        "url": record.url,
        "categories": list(record.categories),
        "tags": list(record.tags),
        "summary": record.summary,
        "image": _spelled(image) if (image := stated_picture(record)) else None,
    }
    stated = ((key, values[name]) for name, key in names.items())
    return [*((key, value) for key, value in stated if value), *record.extra.items()]


def is_bare(value: str | None) -> bool:
    """Whether a value has no blanks around it, which a reader would take off."""
    return bool(value) and value == (value or "").strip()


def _is_address(record: Record) -> bool:
    """Whether the address has a scheme and no blanks."""
    return _ADDRESS.match(record.url or "") is not None


def _is_tag(record: Record) -> bool:
    """Whether the language is a tag in the case that BCP 47 recommends."""
    language = record.language or ""
    return is_language(language) and tag(language) == language


def _is_summary(record: Record) -> bool:
    """Whether the summary has no blanks around it."""
    return is_bare(record.summary)


def stated_picture(record: Record) -> Image | None:
    """The picture as a header states it: its address alone, where its texts stand in the body."""
    image = record.image
    alone = Image(image.url) if image else None
    return alone if image in record.images else image


def _spelled(image: Image) -> Literals:
    """The value that states a picture: its address, in a map where it has texts."""
    texts = {"alt": image.alt, "caption": image.caption}
    said: dict[str, Literals] = {key: text for key, text in texts.items() if text is not None}
    return {"url": image.url, **said} if said else image.url


def _dated(value: Callable[[Record], str | None]) -> Predicate:
    def is_dated(record: Record) -> bool:
        """Whether the date is one of ISO 8601, in the record's form."""
        return is_date(value(record))

    return is_dated


def _names(values: Callable[[Record], tuple[str, ...]]) -> Predicate:
    def are_names(record: Record) -> bool:
        """Whether each stands there once, without blanks around it."""
        found = values(record)
        return all(map(is_bare, found)) and len(set(found)) == len(found)

    return are_names


def _are_people(record: Record) -> bool:
    """Whether each stands there once, without blanks or an address of mail around it."""
    found = record.authors
    return all(is_bare(x) and name(x) == x for x in found) and len(set(found)) == len(found)


def holds(
    layer: str, names: Mapping[str, str], is_value: Callable[[str, Literals], bool]
) -> dict[str, Predicate]:
    """What a layer of free keys can carry.

    Args:
        layer: Its name.
        names: The keys that it writes, by field.
        is_value: Whether it can spell a key and a value that have no field.
    """

    def is_extra(record: Record) -> bool:
        """Whether no key of its own is one of the layer's, and its values are literals."""
        return all(
            isinstance(key, str)
            and is_literal(value)
            and field(layer, Value(key, value, ())) is None
            and key not in names.values()
            and is_value(key, value)
            for key, value in record.extra.items()
        )

    def is_picture(record: Record) -> bool:
        """Whether the picture is one of the body's, or an address with what a map holds of it."""
        image = stated_picture(record)
        if image is None or picture(spelled := _spelled(image)) != image:
            return False
        key = names["image"]
        mapped = isinstance(spelled, dict)
        is_read = field(layer, Value(key, spelled, ())) == "image"
        return is_read and (not mapped or is_value(key, spelled))

    every: dict[str, Predicate] = {
        "title": is_folded,
        "published": _dated(lambda r: r.published),
        "modified": _dated(lambda r: r.modified),
        "authors": _are_people,
        "language": _is_tag,
        "url": _is_address,
        "categories": _names(lambda r: r.categories),
        "tags": _names(lambda r: r.tags),
        "summary": _is_summary,
        "image": is_picture,
    }
    return {name: every[name] for name in names} | {"extra": is_extra}


def is_literal(value: object, depth: int = _DEPTH) -> bool:
    """Whether a value is strings, lists and maps, not nested beyond what every reader takes."""
    if isinstance(value, str) or not depth:
        return isinstance(value, str)
    if isinstance(value, dict):
        return all(isinstance(k, str) and is_literal(v, depth - 1) for k, v in value.items())
    return isinstance(value, list) and all(is_literal(v, depth - 1) for v in value)


def strings(value: Literals) -> Iterable[str]:
    """Every string of a value, keys included."""
    stack: list[Literals] = [value]
    while stack:
        match stack.pop():
            case dict() as mapping:
                stack += [*mapping, *mapping.values()]
            case list() as items:
                stack += items
            case str() as found:
                yield found


def is_clean(value: Literals) -> bool:
    """Whether a value is emitted as it is: in NFC, every character of it encodable."""
    return all(s.isascii() or (is_composed(s) and not _SURROGATE.search(s)) for s in strings(value))


_SURROGATE = expression("[\ud800-\udfff]")
