"""The time stamp: a line that holds a date and little else (seed 001).

Bylines, sections and share prompts may stand above it; they are the layer's as well.
"""

from collections.abc import Sequence

from normalize import dates
from normalize.expression import expression
from normalize.layers import furniture, labels, one_line
from normalize.layers.layer import Layer, Reading, Value, line_end, next_line
from normalize.layers.lines import Line, head
from normalize.record import Record

NAME = "timestamp"
_DIGIT = expression(r"\d")
_BETWEEN = 4
"""How many lines may stand between the headline and its stamp."""


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the line; ``stamp`` is all of it, which of its dates counts is for the evidence."""
    if above and above[-1].layer == "headline" and start > 0 and text[start - 1] not in "\r\n":
        return _of_one_line(text, above[-1])
    values = []
    lines = list(head(text, start))
    for i, line in enumerate(lines):
        span = line.start, line.end
        is_shaped = line.kind == "stamp" and not _is_listed(lines[i : i + 2])
        if is_shaped or _is_labelled(text, line, start):
            values.append(Value("stamp", text[line.start : line.end], (span,)))
            return Reading(NAME, start, next_line(text, line.end), tuple(values))
        if line.kind not in ("short", "clock") or len(values) == _BETWEEN:
            return None
        key = "clock" if line.literals else "navigation"
        values.append(Value(key, text[line.start : line.end], (span,)))
    return None


def _of_one_line(text: str, headline: Reading) -> Reading | None:
    """The stamp of a page that is one line, with the byline before it."""
    title = headline.values[-1].spans[0]
    end = line_end(text, title[0])
    found = one_line.parts(text, title[0], end, furniture.words(text, title[0]))
    if found is None or found.headline != title[1]:
        return None
    span = found.headline, found.stamp
    value = Value("stamp", text[slice(*span)].strip(), (span,))
    return Reading(NAME, headline.end, found.stamp, (value,))


def _is_labelled(text: str, line: Line, start: int) -> bool:
    """Whether a line is a stamp by the label of its date, whatever its shape."""
    if line.end - line.start > labels.LENGTH or not _DIGIT.search(text, line.start, line.end):
        return False
    literals = [x for x in dates.scan(text, line.start, line.end) if x.kind == "date"]
    if not literals:
        return False
    words = furniture.words(text, start)
    said = labels.kinds(text, line.start, line.end, literals, words)
    is_said = "published" in said or "modified" in said
    return is_said and labels.is_stamp(text, line.start, line.end, words)


def _is_listed(lines: Sequence[Line]) -> bool:
    """Whether two lines in a row end in a date: titles of a list, each with its day."""
    return len(lines) == 2 and all(x.literals and x.literals[0].start > x.start for x in lines)


def write(record: Record) -> str:
    """The record's date and a blank line."""
    return f"{spell(record.published)}\n\n" if record.published else ""


def spell(value: str) -> str:
    """A date as it reads back on a line of its own: without its T where no zone follows.

    Between blanks, `10:00-03:30` could be a span of time as well.
    """
    return value if dates.instant(value) else value.replace("T", " ")


def _is_day(record: Record) -> bool:
    """Whether the date states a day: a year or a month alone makes no stamp."""
    return len(record.published or "") >= 10


LAYER = Layer(NAME, "a line with a date and little else", read, write, {"published": _is_day})
