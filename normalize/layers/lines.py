"""The first lines of a flattened page, and what each looks like.

A headline, a stamp, the menu and a lead all arrive as bare lines, so that only their shape tells
them apart. What their words mean is left to the evidence.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from normalize import bylines, dates, people
from normalize._expressions import TIMESTAMP
from normalize.expression import expression
from normalize.layers.furniture import words
from normalize.prose import SENTENCE_END, is_prose, width

Kind = Literal["stamp", "clock", "prose", "short", "markup"]

HEAD = 14
"""How many lines a head can have: menus, counters and labels stand between headline and text."""

_LINE = expression(r"\s*+([^\r\n]*[^\s])")
_STAMP = expression(TIMESTAMP["start"])
_MARKUP = expression(
    r"[-=*_~]{3,}[ \t]*(?:[\r\n]|\Z)|</?[A-Za-z!]|#{1,6}[ \t]|!?\[[^\]\r\n]*\]\(|```|~~~"
    r"|[^\r\n]{1,200}+\r?\n(?:={3,}|-{3,})[ \t]*(?:[\r\n]|\Z)"
)
_DIGIT = expression(r"\d")
_COLON = expression("[:：]")
_CALL = expression(r"[?!？！؟]['\"”’»]?\Z")
_SENTENCES = expression(r"[.!?。！？؟]\s")
_LABELLED = expression(r"[ \t|,·]+[^\W\d_][^:：\d]{1,20}[:：]")
_LABEL = expression(r"[^\W\d_][^:：\d\n]{0,24}[:：][ \t]*")
_AROUND_CLOCK = 6
_STAMP_LENGTH = 150
_UNLABELLED = 100
_STAMP_LETTERS = 45
_BEFORE_LETTERS = 30
_LABEL_LETTERS = 10
_MONTH = len("2024-03")
_LIFE = 20  # years: dates of one line that lie farther apart are somebody's, not an article's
LABEL_WIDTH = 12
"""Up to how many letters a line is a label: a kicker, a section, an item of a menu."""

LONGEST = 115
"""How long a headline is at most, in code points."""


class Line(NamedTuple):
    """A line that is not blank, without the blanks around it."""

    start: int
    end: int
    kind: Kind
    literals: tuple[dates.DateLiteral, ...] = ()


def head(text: str, start: int) -> Iterator[Line]:
    """The lines up to the first that is prose or markup, and that one; at most ``HEAD``."""
    for i in range(HEAD):
        found = _LINE.match(text, start)
        if found is None:
            return
        line = classify(text, *found.span(1))
        if i == start == 0 and _may_be_headline(text, line):
            line = Line(line.start, line.end, "short")
        yield line
        if line.kind in ("prose", "markup"):
            return
        start = found.end()


def _may_be_headline(text: str, line: Line) -> bool:
    """Whether a page's first line, though a sentence or with a date, may be its headline.

    A sentence is as short as one, and asks or calls, or stands directly above a stamp. Below other
    lines it may be the lead.
    """
    if line.kind == "stamp":
        return _ends_with_date(text, line)
    if line.kind != "prose" or line.end - line.start > LONGEST:
        return False
    if _CALL.search(text, line.end - 2, line.end):
        return True
    found = _LINE.match(text, line.end)
    return found is not None and classify(text, *found.span(1)).kind in ("stamp", "clock")


def _ends_with_date(text: str, line: Line) -> bool:
    """Whether a line that looks like a stamp is a headline that ends with its date.

    The date is a month, or the byline stands below: a masthead has none.
    """
    literal = line.literals[-1]
    before = text[line.start : literal.start]
    if len(line.literals) > 1 or literal.end < line.end or _COLON.search(before):
        return False
    if width(before, 0, len(before)) <= LABEL_WIDTH:
        return False
    spoken = words(text, line.start)
    if spoken.labels.match(before):
        return False
    if all(len(reading) == _MONTH for reading in literal.readings):
        return True
    found = _LINE.match(text, line.end)
    below = found[1] if found else ""
    return bylines.is_person(below, spoken) or bool(people.credits(below, spoken))


def classify(text: str, start: int, end: int, language: str | None = None) -> Line:
    """What one line looks like.

    Args:
        text: The decoded text.
        start, end: The line without the blanks around it, in code points.
        language: The language of its dates, where it is known.
    """
    line = dated(text, start, end, language)
    if line is not None:
        return line
    if _MARKUP.match(text, start):
        return Line(start, end, "markup")
    if is_prose(text, start, end) and not _is_question(text, start, end):
        return Line(start, end, "prose")
    return Line(start, end, "short")


def dated(text: str, start: int, end: int, language: str | None = None) -> Line | None:
    """A line that is a stamp or a clock; None where it is neither. The arguments are as above."""
    if not _may_be_stamp(text, start, end) or _MARKUP.match(text, start):
        return None
    literals = tuple(dates.scan(text, start, end, language=language))
    if any(x.kind == "date" for x in literals) and _is_stamp(text, start, end, literals):
        return Line(start, end, "stamp", literals)
    if literals and end - start - sum(x.end - x.start for x in literals) <= _AROUND_CLOCK:
        return Line(start, end, "clock", literals)
    return None


def _may_be_stamp(text: str, start: int, end: int) -> bool:
    """Whether a line is short enough for a date and little else, or for labelled names too."""
    length = end - start
    if length > _STAMP_LENGTH or not _DIGIT.search(text, start, end):
        return False
    return length <= _UNLABELLED or bool(_COLON.search(text, start, end))


def _is_question(text: str, start: int, end: int) -> bool:
    """Whether a line is one question or call, as headlines may be."""
    if end - start > _STAMP_LENGTH or not _CALL.search(text, max(start, end - 3), end):
        return False
    return _SENTENCES.search(text, start, end) is None


def _is_stamp(text: str, start: int, end: int, literals: tuple[dates.DateLiteral, ...]) -> bool:
    """Whether a line holds little beside its dates, and has the shape of the stamp's grammar."""
    shape = _STAMP.match(text, start, end)
    if shape is None or shape.end() < end or _is_life(literals):
        return False
    before = width(text, start, literals[0].start)
    # A day without its year behind words is one of running text; behind one, with a clock, it is
    # labelled: `Updated Nov 19, 9:41 AM`.
    if before and not any(map(has_year, literals)) and not _is_labelled(text, start, literals[0]):
        return False
    if before > _BEFORE_LETTERS:
        return False
    letters = width(text, start, end) - sum(width(text, x.start, x.end) for x in literals)
    if letters > _LABEL_LETTERS and SENTENCE_END.search(text, max(start, end - 4), end):
        return text[end - 1] in ")]" and letters <= _STAMP_LETTERS
    if letters <= _STAMP_LETTERS:
        return True
    # A date, then labelled names: `2024-03-21 20:43 Source: … Author: …`.
    label = _LABEL.match(text, start)
    opens = literals[0].start in (start, label.end() if label else start)
    return opens and _LABELLED.match(text, literals[0].end, end) is not None


def _is_life(literals: tuple[dates.DateLiteral, ...]) -> bool:
    """Whether the dates of a line are those of a birth and a death."""
    years = {int(x[:4]) for literal in literals for x in literal.readings if x[:4].isdecimal()}
    return bool(years) and max(years) - min(years) > _LIFE


def _is_labelled(text: str, start: int, literal: dates.DateLiteral) -> bool:
    """Whether a day with a clock stands behind one word that opens the line."""
    label = text[start : literal.start].split()
    return len(label) == 1 and label[0][0].isalpha() and any("T" in x for x in literal.readings)


def has_year(literal: dates.DateLiteral) -> bool:
    """Whether a literal is a date that states its year."""
    return literal.kind == "date" and not any(r.startswith("X") for r in literal.readings)
