"""A text with the roles of its segments: in colour, or named in a margin."""

import os
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from normalize.expression import expression
from normalize.span import Role, Segment, Span
from normalize.terminal import harmless

# One SGR sequence for each role (ECMA-48, 8.3.117), no two alike.
COLOURS: dict[Role, str] = {
    "title": "1",
    "date": "32",
    "url": "4;36",
    "byline": "35",
    "dateline": "1;35",
    "credit": "4;35",
    "tag": "34",
    "field": "36",
    "language": "1;34",
    "image": "4;33",
    "caption": "33",
    "body": "39",
    "summary": "1;33",
    "related": "31",
    "comment": "4;31",
    "share": "1;31",
    "promotion": "2;31",
    "navigation": "2;34",
    "markup": "2",
    "whitespace": "0",
    "undecodable": "7;31",
}
_NEWLINE = expression(r"\r\n?|\n")
_MARGIN = max(map(len, COLOURS))


class Lines:
    """The lines of a text. CR, LF and CRLF each end one, as in the places of problems."""

    def __init__(self, text: str) -> None:
        ends = [found.span() for found in _NEWLINE.finditer(text)]
        self._starts = [0, *(after for _, after in ends)]
        self._ends = [*(end for end, _ in ends), len(text)]

    def __iter__(self) -> Iterator[Span]:
        """The span of each line, without what ends it; none where nothing follows the last end."""
        spans = list(zip(self._starts, self._ends, strict=True))
        return iter(spans[:-1] if spans[-1][0] == spans[-1][1] else spans)

    def place(self, start: int, end: int) -> str:
        """A span as line and column, from 1, of its first character and of its last."""
        line, column = self._of(start)
        last_line, last = self._of(max(start, end - 1))
        if end - start < 2:
            return f"{line}:{column}"
        return f"{line}:{column}-" + (f"{last}" if line == last_line else f"{last_line}:{last}")

    def _of(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def is_wanted() -> bool:
    """Whether standard output is to be coloured: a terminal, or one whose program asks for it.

    ``NO_COLOR`` (no-color.org) and ``FORCE_COLOR`` (force-color.org) decide where they are set and
    not empty, the first before the second.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def coloured(text: str, segments: Sequence[Segment], lines: Lines) -> Iterator[str]:
    """A legend, then each line with its number, each segment in the colour of its role."""
    present = {segment.role for segment in segments} - {"whitespace"}
    yield "  " + " ".join(_dyed(role, role) for role in COLOURS if role in present)
    for number, runs in enumerate(_runs(segments, lines), 1):
        dyed = "".join(_dyed(role, text[start:end]) for role, start, end in runs)
        yield f"{_dyed('markup', f'{number:5}')} {dyed}"


def _dyed(role: Role, text: str) -> str:
    shown = harmless(text)
    return shown if role == "whitespace" else f"\x1b[{COLOURS[role]}m{shown}\x1b[0m"


def plain(text: str, segments: Sequence[Segment], lines: Lines) -> Iterator[str]:
    """Each line with its number, a line for each role that its characters have."""
    for number, runs in enumerate(_runs(segments, lines), 1):
        shown = f"{number:5}"
        for role, start, end in _joined(runs):
            if said := text[start:end].rstrip():
                yield f"{shown} {role:{_MARGIN}}  {harmless(said)}"
                shown = " " * 5
        if not shown.isspace():
            yield shown


def _runs(segments: Sequence[Segment], lines: Lines) -> Iterator[list[Segment]]:
    """The segments of each line, cut where the line begins and ends."""
    i = 0
    for start, end in lines:
        runs = []
        while i < len(segments) and segments[i].start < end:
            role, a, b = segments[i]
            if b > start:  # otherwise it is what ended the line above
                runs.append(Segment(role, max(a, start), min(b, end)))
            if b > end:
                break
            i += 1
        yield runs


def _joined(runs: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbours in one role as one; blanks go with what they stand beside."""
    last: Segment | None = None
    for run in runs:
        if last is None or last.role == "whitespace":
            last = run if last is None else run._replace(start=last.start)
        elif run.role in (last.role, "whitespace"):
            last = last._replace(end=run.end)
        else:
            yield last
            last = run
    if last is not None and last.role != "whitespace":
        yield last
