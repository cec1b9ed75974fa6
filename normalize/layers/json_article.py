"""An article saved as one JSON object: title, date, address and the whole body are its members.

That is how programming interfaces give articles (WordPress REST, where ``rendered`` holds what a
reader sees; JSON Feed 1.1; schema.org) and how crawlers save them.
"""

from collections.abc import Sequence

from normalize._expressions import JSON_MATTER
from normalize.errors import NormalizeError
from normalize.expression import expression
from normalize.layers import json_map, json_matter
from normalize.layers.json_map import Member
from normalize.layers.layer import Layer, Reading, Value, duplicates
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
_CLAIM = expression(JSON_MATTER["claim"])
_TAG = expression(r"<[^<>]*>")


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read an object that is the whole text and holds a title and a body."""
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
    if body is None or not any(m.key.lower() in _TITLES and m.value for m, _ in members):
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
    """The string that holds the body."""
    bodies = {
        m.key.lower(): m for m, _ in reversed(members) if m.value and isinstance(m.value, str)
    }
    found = next((bodies[key] for key in _BODIES if key in bodies), None)
    return found.span if found is not None and text[found.span[0] - 1] == '"' else None


def _value(member: Member, is_html: bool) -> Value:
    """What a member states."""
    key, value, span = member
    literal: Literals = value
    if is_html and isinstance(value, str):
        from html import unescape

        literal = json_map.said(" ".join(unescape(_TAG.sub("", value)).split()))
    elif isinstance(value, dict) and key.lower() in _PEOPLE:
        literal = [value]
    elif key.endswith("_gmt") and isinstance(value, str) and value:
        literal = f"{value}Z"
    return Value(key, literal, (span,))


def write(record: Record) -> str:
    """Nothing: the body of such a file stands within its header."""
    return ""


LAYER = Layer(
    NAME,
    "a JSON object that is the whole file, with a title and a body among its members",
    read,
    write,
    {},
    json_matter.spell,
    json_matter.insert,
)
