"""The headline: a line of its own before the text (seeds 001 and 004).

Menus, sections and the site's clock may stand above it; they are the layer's as well.
"""

import re
from collections.abc import Sequence

from normalize._expressions import HEADLINE
from normalize.layers.layer import Layer, Reading, Value
from normalize.layers.lines import Line, classify, head, width
from normalize.record import Record

NAME = "headline"
_START = re.compile(HEADLINE["start"])
_LABEL_WIDTH = 12
_OPEN_END = re.compile(r"[,;:，；：、]\Z|(?<![.…])[.。।۔]['\"”’»」』)]*\Z")


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the headline; ``title`` as it is written, what stands above it as ``navigation``."""
    lines = list(head(text, start))
    found = _headline(text, lines)
    if found is None:
        return None
    line = lines[found]
    shape = _START.match(text, line.start)
    values = [
        Value("clock" if x.literals else "navigation", text[x.start : x.end], ((x.start, x.end),))
        for x in lines[:found]
    ]
    values.append(Value("title", text[line.start : line.end], ((line.start, line.end),)))
    return Reading(NAME, start, shape.end() if shape else line.end, tuple(values))


def _headline(text: str, lines: list[Line]) -> int | None:
    """Which line is the headline: the first that is more than a label and that text follows."""
    shorts = [i for i, line in enumerate(lines[:-1]) if line.kind == "short"]
    full = [i for i in shorts if width(text, lines[i].start, lines[i].end) > _LABEL_WIDTH]
    chosen = full or shorts
    if not chosen:
        return None
    first = chosen[0]
    closed = _OPEN_END.search(text, lines[first].start, lines[first].end) is None
    return first if closed or lines[first + 1].kind == "stamp" else None


def write(record: Record) -> str:
    """The headline and a blank line."""
    return f"{record.title}\n\n" if record.title else ""


def _is_headline(record: Record) -> bool:
    """Whether the title reads as a headline: one line that is neither sentence, stamp nor label."""
    title = record.title or ""
    return (
        title == " ".join(title.split())
        and classify(title, 0, len(title)).kind == "short"
        and width(title, 0, len(title)) > _LABEL_WIDTH
        and _OPEN_END.search(title) is None
    )


LAYER = Layer(
    NAME,
    "a short line that is no sentence, with text below it",
    read,
    write,
    {"title": _is_headline},
)
