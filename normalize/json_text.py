"""Long texts as JSON strings, in pieces: of one string orjson takes eight bytes a character."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from normalize.expression import expression

if TYPE_CHECKING:
    from orjson import Fragment

LONG = 1 << 16
"""The length of a piece, in characters; a text that is shorter is one."""

_PIECE = expression(rf"(?s:.){{1,{LONG}}}[^\x00-\x7f]*+")


def pieces(text: str) -> Iterator[bytes]:
    """What stands between the quotes of a JSON string.

    Each piece but the first begins with a character of ASCII, which composes with none before it:
    pieces can be normalised one by one.
    """
    from orjson import dumps

    for found in _PIECE.finditer(text):
        yield dumps(found[0])[1:-1]


def fragment(text: str) -> "Fragment":
    """A text as a JSON string for ``orjson.dumps`` to put in its place."""
    from orjson import Fragment

    return Fragment(b"".join(chain([b'"'], pieces(text), [b'"'])))
