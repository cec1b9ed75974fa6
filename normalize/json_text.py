"""JSON with long texts, in pieces: of one string orjson takes eight bytes a character.

The pieces of an object are joined once, so that no second copy of its JSON is ever in memory.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from normalize.expression import expression

LONG = 1 << 16
"""The length of a piece, in characters; a text that is shorter is one."""

_PIECE = expression(rf"(?s:.){{1,{LONG}}}[^\x00-\x7f]*+")
_RUN = 100  # values of an array that are one piece


def pieces(text: str) -> Iterator[bytes]:
    """What stands between the quotes of a JSON string.

    Each piece but the first begins with a character of ASCII, which composes with none before it:
    pieces can be normalised one by one.
    """
    from orjson import dumps

    if len(text) <= LONG:
        yield dumps(text)[1:-1]
    else:
        for found in _PIECE.finditer(text):
            yield dumps(found[0])[1:-1]


def string(text: str, parts: Iterable[tuple[int, str]] = ()) -> Iterator[str]:
    """A text as a JSON string, in pieces.

    Args:
        text: The text.
        parts: Parts of it that are in memory by themselves, each with its place, in order: those
            that JSON spells as they are, in ASCII, are not copied.
    """
    yield '"'
    place = 0
    joint, spelled = "", [""]  # what stands between two parts, which is nearly always the same
    for start, part in parts:
        if start >= place and text.startswith(part, start):
            if joint != (between := text[place:start]):
                joint, spelled = between, list(_literal(between))
            yield from spelled
            yield from _literal(part)
            place = start + len(part)
    yield from _literal(text[place:])
    yield '"'


def _literal(text: str) -> Iterator[str]:
    for piece in pieces(text):
        # The only piece, and as long as the text: ASCII in which nothing is escaped.
        yield text if len(piece) == len(text) <= LONG else piece.decode()


def array(values: Sequence[Any], dump: Callable[[Any], bytes]) -> Iterator[str]:
    """An array as JSON, a piece for each run of its values."""
    mark = "["
    for start in range(0, len(values), _RUN):
        yield mark
        yield dump(values[start : start + _RUN]).decode()[1:-1]
        mark = ","
    yield "]" if values else "[]"


def members(
    values: Mapping[str, Any],
    long: Mapping[str, Iterable[str]],
    dump: Callable[[Any], bytes],
    *,
    indent: bool,
) -> Iterator[str]:
    """An object as JSON, in pieces.

    Args:
        values: What it holds; no key needs an escape.
        long: The pieces of those values that have several.
        dump: What makes JSON of an object that holds one of the others.
        indent: Whether that indents it, by two blanks.
    """
    line, blank, end = ("\n  ", " ", "\n}") if indent else ("", "", "}")
    mark = "{"
    for key, value in values.items():
        yield mark
        if key in long:
            yield f'{line}"{key}":{blank}'
            yield from long[key]
        else:
            yield dump({key: value}).decode()[1 : -len(end)]
        mark = ","
    yield end
