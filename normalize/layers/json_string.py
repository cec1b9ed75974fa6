"""A JSON string (RFC 8259, 7) behind its escapes, with the way back to where they stand."""

import json
from bisect import bisect_right
from typing import NamedTuple

from normalize.expression import expression

# Runs of characters that are spelled alike, by how many each of them takes; last, half a pair.
_RUNS = expression(
    r"([^\\]++)|((?:\\[^u])++)|((?:\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4})++)"
    r"|((?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})++)|(\\u[0-9a-fA-F]{4})"
)
_WIDTHS = (1, 2, 6, 12, 6)


class Resolved(NamedTuple):
    """A string without its escapes.

    Attributes:
        text: What it says; half a surrogate pair, which no text holds, is U+FFFD.
        starts: Where each run of characters that are spelled alike begins in ``text``.
        origins: Where it begins in the source.
        widths: How many characters of the source spell each of its own.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    widths: tuple[int, ...]

    def origin(self, place: int) -> int:
        """Where in the source the character at a place of ``text``, or its end, stands."""
        run = max(bisect_right(self.starts, place) - 1, 0)
        return self.origins[run] + (place - self.starts[run]) * self.widths[run]


def escaped(text: str) -> str:
    """A text as it stands within the quotes of a JSON string."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def resolve(text: str, start: int, end: int) -> Resolved:
    """Resolve the escapes between two places, those of a well-formed string without its quotes."""
    parts: list[str] = []
    runs: list[tuple[int, int, int]] = [(0, start, 1)]
    place = 0
    for found in _RUNS.finditer(text, start, end):
        kind = found.lastindex or 1
        said = found[0]
        if kind == 5:
            said = "\ufffd"
        elif kind > 1:
            said = json.loads(f'"{said}"')
        runs.append((place, found.start(), _WIDTHS[kind - 1]))
        parts.append(said)
        place += len(said)
    starts, origins, widths = zip(*runs, strict=True)
    return Resolved("".join(parts), starts, origins, widths)
