"""The members of a JSON object (RFC 8259) as literals, each with the span of its value.

A number keeps its spelling (``1.10`` stays ``1.10``); ``null`` states nothing.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from normalize.composition import compose
from normalize.errors import NormalizeError
from normalize.expression import expression
from normalize.record import Literals
from normalize.span import Span

DEPTH = 64
"""How deep lists and maps may be nested."""

_KEY = expression(r'[ \t\r\n]*+("(?:[^"\\\x00-\x1f]++|\\.)*+")[ \t\r\n]*+:[ \t\r\n]*+')
_COMMA = expression(r"[ \t\r\n]*+,")
_BLANKS = expression(r"[ \t\r\n]*+")
_SURROGATE = expression("[\ud800-\udfff]")


class Member(NamedTuple):
    """A key of the object, its value and the span that spells it, without quotes."""

    key: str
    value: Literals
    span: Span


def members(text: str, start: int, end: int, *, strict: bool = True) -> Iterator[Member]:
    """The members that stand between two places, as between the braces of an object.

    Args:
        text: The decoded text.
        start, end: Where the members begin and end, in code points.
        strict: Whether line breaks and other control characters must be escaped in strings.

    Raises:
        NormalizeError: At the place where they stop being JSON (``json-matter-broken``); those
            before it have been given.
    """
    decoder = _decoder(strict)
    place = _blank(text, start, end)
    while place < end:
        key = _KEY.match(text, place, end)
        if key is None:
            raise _fault("expected a key in quotes and a colon", place)
        try:
            name = said(json.loads(key[1]))
        except ValueError as e:
            raise _fault(str(e), key.start(1)) from e
        value, span, stop = _value(decoder, text, key.end(), end)
        yield Member(name, value, span)
        place = _next(text, stop, end)


def items(
    text: str, start: int, end: int, *, strict: bool = True
) -> Iterator[tuple[Literals, Span]]:
    """The items between two places, as between the brackets of a list, each with its span.

    The arguments and what is raised are those of ``members``.
    """
    decoder = _decoder(strict)
    place = _blank(text, start, end)
    while place < end:
        value, span, stop = _value(decoder, text, place, end)
        yield value, span
        place = _next(text, stop, end)


def _decoder(strict: bool) -> json.JSONDecoder:
    return json.JSONDecoder(
        parse_float=str, parse_int=str, parse_constant=_no_number, strict=strict
    )


def _value(
    decoder: json.JSONDecoder, text: str, place: int, end: int
) -> tuple[Literals, Span, int]:
    """The value at a place, the span that spells it, without quotes, and where it ends."""
    try:
        value, stop = decoder.raw_decode(text, place)
        literal = _literal(value, DEPTH)
    except json.JSONDecodeError as e:
        raise _fault(e.msg, e.pos) from e
    except (RecursionError, ValueError) as e:
        raise _fault(str(e) or "nested too deeply", place) from e
    if stop > end:
        raise _fault("the value goes on past the header", place)
    quoted = text[place] == '"'
    return literal, (place + quoted, stop - quoted), stop


def _next(text: str, stop: int, end: int) -> int:
    """Where the next value begins behind the comma at a place; the end where there is none."""
    place = _blank(text, stop, end)
    if place == end:
        return end
    comma = _COMMA.match(text, place, end)
    if comma is None:
        raise _fault("expected a comma", place)
    place = _blank(text, comma.end(), end)
    if place == end:
        raise _fault("a comma before the end", comma.end() - 1)
    return place


def _blank(text: str, start: int, end: int) -> int:
    """Where the blanks at a place end."""
    found = _BLANKS.match(text, start, end)
    return found.end() if found else start


def _fault(reason: str, pos: int) -> NormalizeError:
    return NormalizeError(reason, code="json-matter-broken", pos=pos)


def _no_number(name: str) -> str:
    raise ValueError(f"{name} is no number of JSON")


def _literal(value: Any, depth: int) -> Literals:
    """A value of JSON as literal strings."""
    if not depth:
        raise ValueError(f"nested more than {DEPTH} deep")
    if isinstance(value, dict):
        return {said(key): _literal(v, depth - 1) for key, v in value.items()}
    if isinstance(value, list):
        return [_literal(v, depth - 1) for v in value]
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else said(value)


def said(value: str) -> str:
    """A string behind its escapes, which may spell what no record holds: NFC, no surrogate."""
    return value if value.isascii() else compose(_SURROGATE.sub("\ufffd", value))
