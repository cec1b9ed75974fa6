"""What a header whose keys its writer chooses states of a record, and what it can hold."""

from collections.abc import Callable, Iterable, Mapping

from normalize.composition import is_composed
from normalize.expression import expression
from normalize.layers import keys
from normalize.layers.layer import Predicate, Value, is_date, is_folded
from normalize.record import Image, Literals, Record

_DEPTH = 60
_SURROGATE = expression("[\ud800-\udfff]")


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
    return keys.is_address(record.url or "")


def _is_tag(record: Record) -> bool:
    """Whether the language is a tag in the case that BCP 47 recommends."""
    language = record.language or ""
    return keys.is_language(language) and keys.tag(language) == language


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
    return all(is_bare(x) and keys.name(x) == x for x in found) and len(set(found)) == len(found)


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
            and keys.field(layer, Value(key, value, ())) is None
            and key not in names.values()
            and is_value(key, value)
            for key, value in record.extra.items()
        )

    def is_picture(record: Record) -> bool:
        """Whether the picture is one of the body's, or an address with what a map holds of it."""
        image = stated_picture(record)
        if image is None or keys.picture(spelled := _spelled(image)) != image:
            return False
        key = names["image"]
        mapped = isinstance(spelled, dict)
        is_read = keys.field(layer, Value(key, spelled, ())) == "image"
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
