"""What markup says within its signs: the attributes of a tag, the characters of references."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TypeAlias

from normalize.expression import expression

Attributes: TypeAlias = "Sequence[tuple[str, str]]"

NONE: Attributes = ()

# An attribute of a tag: its name, and its value in double, single or no quotes.
_ATTRIBUTE = expression(
    r"""([^\t\n\f\r />][^\t\n\f\r />=]*+)"""
    r"""(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:"([^"]*+)"?|'([^']*+)'?|([^\t\n\f\r >]*+)))?+"""
)
_TAG_NAME = expression(r"</?[^\t\n\f\r />]*+")
_REFERENCE = expression(r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[A-Za-z][0-9A-Za-z]*+;?)")
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def attributes(text: str, start: int, end: int) -> Attributes:
    """The attributes of the tag at ``text[start:end]``, read from its source."""
    found: dict[str, str] = {}
    for name, first, last in attribute_spans(text, start, end):
        if name not in found:
            value = text[first:last]
            if "\r" in value:
                value = value.replace("\r\n", "\n").replace("\r", "\n")
            found[name] = resolve(value)
    return tuple(found.items())


def attribute_spans(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Name and span of the value, without its quotes, of each attribute of a tag; empty spans too.

    Args:
        text: A text that holds HTML.
        start: Where the tag begins, in code points.
        end: Where it ends, behind its ``>``.
    """
    name = _TAG_NAME.match(text, start, end)
    for found in _ATTRIBUTE.finditer(text, name.end() if name else start, end - 1):
        group = found.lastindex or 1
        first, last = found.span(group) if group > 1 else (found.end(), found.end())
        yield lower(found[1]), first, last


def lower(name: str) -> str:
    """A name with A to Z in lower case, and no other letter changed."""
    return name.translate(_LOWER)


def resolve(value: str) -> str:
    """The value of an attribute, its references resolved."""
    return _REFERENCE.sub(_resolved, value) if "&" in value else value


def _resolved(reference: re.Match[str]) -> str:
    """A reference in the value of an attribute; without its semicolon only where none can be meant.

    Source: WHATWG HTML, 13.2.5.73, named character reference state.
    """
    from html import unescape as unescape_slowly
    from html.entities import html5

    whole = reference[0]
    if whole[1] == "#" or whole[1:] in html5:
        bare = whole[-1] != ";" and whole[1] != "#"
        if not (bare and reference.string.startswith("=", reference.end())):
            return unescape_slowly(whole)
    return whole


@cache
def unescape() -> Callable[[str], str]:
    """The function that resolves the references of a text: turbohtml's, seven times as fast."""
    try:
        from turbohtml import unescape as fast
    except ImportError:
        from html import unescape as slow

        return slow
    return fast
