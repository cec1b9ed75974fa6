"""An article saved as one JSON object: title, date, address and the whole body are its members.

That is how programming interfaces give articles (WordPress REST, where ``rendered`` holds what a
reader sees; JSON Feed 1.1; schema.org) and how crawlers save them.
"""

import json
from collections.abc import Callable, Sequence

from normalize import dates
from normalize._expressions import JSON_MATTER
from normalize.errors import NormalizeError
from normalize.expression import expression
from normalize.layers import holdings, json_map, json_matter
from normalize.layers.json_map import Member
from normalize.layers.layer import (
    Layer,
    Predicate,
    Reading,
    Splice,
    Value,
    both_hold,
    duplicates,
    not_held,
)
from normalize.record import Literals, Record
from normalize.span import Span

NAME = "json-article"
_BODIES = (
    *("content_html", "content", "articlebody", "body", "maintext", "text", "content_text"),
    "article",
)
"""The keys under which a body may stand, the first before the others."""
_TITLES = ("title", "headline")
_PEOPLE = ("author", "authors")
_UTC = "_gmt"
"""How a key ends whose date is of UTC and does not say so."""
_NAMES = {
    "title": "title",
    "published": "date_published",
    "modified": "date_modified",
    "authors": "authors",
    "language": "language",
    "url": "url",
    "categories": "categories",
    "tags": "tags",
    "summary": "summary",
    "image": "image",
}
_CLAIM = expression(JSON_MATTER["claim"])
_TAG = expression(r"<[^<>]*>")
_CLOSING = "\n}\n"
_RENDERED = expression(r'"rendered"\s*:\s*"\Z')


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read an object that is the whole text and holds a title and a body, be they empty."""
    opening = _CLAIM.match(text, start)
    if opening is None:
        return None
    end = len(text.rstrip()) - 1
    if text[end : end + 1] != "}":
        return None
    try:
        members = [_shown(text, m) for m in json_map.members(text, opening.end("OPENING"), end)]
    except NormalizeError:
        return None
    body = _body(text, members)
    if body is None or not any(m.key.lower() in _TITLES for m, _ in members):
        return None
    values = [_value(member, is_html) for member, is_html in members if member.span != body]
    return Reading(NAME, start, len(text), tuple(values), duplicates(values), body)


def _shown(text: str, member: Member) -> tuple[Member, bool]:
    """The part of a member that readers see, and whether it is HTML by its maker's rule."""
    if isinstance(member.value, dict) and "rendered" in member.value:
        start, end = member.span
        for inner in json_map.members(text, start + 1, end - 1):
            if inner.key == "rendered":
                return inner._replace(key=member.key), True
    return member, False


def _body(text: str, members: Sequence[tuple[Member, bool]]) -> Span | None:
    """The string that holds the body: the first by its key that is not empty, else the first."""
    bodies = {
        m.key.lower(): m for m, _ in reversed(members) if text[m.span[0] - 1 : m.span[0]] == '"'
    }
    found = [bodies[key] for key in _BODIES if key in bodies]
    return next((m.span for m in found if m.value), found[0].span if found else None)


def _value(member: Member, is_html: bool) -> Value:
    """What a member states."""
    key, value, span = member
    literal: Literals = value
    if is_html and isinstance(value, str):
        from html import unescape

        literal = json_map.said(" ".join(unescape(_TAG.sub("", value)).split()))
    elif isinstance(value, dict) and key.lower() in _PEOPLE:
        literal = [value]
    elif key.endswith(_UTC) and isinstance(value, str) and value:
        literal = f"{value}Z"
    return Value(key, literal, (span,))


def write(record: Record) -> str:
    """The record's header fields as members, in the names of JSON Feed where it has them."""
    said = json_matter.lines(record, _NAMES, "  ")
    untitled = [] if record.title else ['  "title": ""']
    return "{\n" + ",\n".join([*untitled, *filter(None, [said])]) + _CLOSING


def _join(header: str, body: str) -> str:
    """The body as the last member of the object."""
    said = json.dumps(body, ensure_ascii=False)
    return f'{header.removesuffix(_CLOSING)},\n  "{_BODIES[0]}": {said}{_CLOSING}'


def _spell(text: str, value: Value, new: Literals) -> Splice:
    """Another value in the place of one, in HTML or in UTC where that is so by its key."""
    start = value.spans[0][0]
    if isinstance(new, str) and value.key.endswith(_UTC):
        instant = dates.instant(new)
        if instant is None:
            raise not_held(f"{value.key} {new!r} has no clock with a zone")
        new = instant.removesuffix("Z")
    elif isinstance(new, str) and _RENDERED.search(text, max(start - 40, 0), start):
        from html import escape

        new = escape(new, quote=False)
    return json_matter.spell(text, value, new)


def _insert(text: str, reading: Reading, field: str, new: Literals) -> Splice | None:
    """A member more behind the last of the object."""
    if field not in _NAMES:
        return None
    place = len(text[: text.rindex("}", 0, reading.end)].rstrip())
    return json_matter.member(text, reading.start, place, _NAMES[field], new)


def _is_value(key: str, value: Literals) -> bool:
    """Whether neither the key nor the value has a meaning of its own."""
    is_body = key.lower() == _BODIES[0] and isinstance(value, str)
    is_shown = isinstance(value, dict) and ("rendered" in value or key.lower() in _PEOPLE)
    is_utc = isinstance(value, str) and key.endswith(_UTC)
    return not (is_body or is_shown or is_utc)


def _are_names(names: Callable[[Record], tuple[str, ...]]) -> Predicate:
    def are_names(record: Record) -> bool:
        """Whether each stands there once, without blanks around it, and not all are numbers."""
        return not all(map(str.isdecimal, names(record)))

    return are_names


_HELD = holdings.holds(NAME, _NAMES, _is_value)
_NAMED = {
    "authors": _are_names(lambda r: r.authors),
    "categories": _are_names(lambda r: r.categories),
    "tags": _are_names(lambda r: r.tags),
}

LAYER = Layer(
    NAME,
    "a JSON object that is the whole file, with a title and a body among its members",
    read,
    write,
    _HELD | {field: both_hold(_HELD[field], names) for field, names in _NAMED.items()},
    _spell,
    _insert,
    _join,
)
