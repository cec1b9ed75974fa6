"""The date prefix: `` date 2026-01-25 `` glued before the text (seed 002).

The month alone and a clock behind the day occur as well.
"""

from collections.abc import Sequence

from normalize import dates
from normalize._expressions import DATE_PREFIX
from normalize.expression import expression
from normalize.layers.layer import (
    Layer,
    Reading,
    Splice,
    Value,
    as_it_is,
    line,
    not_held,
    problem,
    unread,
)
from normalize.record import Literals, Record

NAME = "date-prefix"
_START = expression(DATE_PREFIX["start"])
_CLAIM = expression(DATE_PREFIX["claim"])
_LOCAL = expression(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?)?")
_WORD = expression(r"[ \t]*date[ \t]+\S*[ \t]*(?:\r\n?|\n)?")


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the prefix; ``published`` has exactly the precision stated."""
    if _CLAIM.match(text, start) is None:
        return None
    found = _START.match(text, start)
    if found is None:
        word = _WORD.match(text, start)
        end = word.end() if word else start
        return Reading(NAME, start, end, (), (unread(NAME, "date-prefix-broken", text, start),))
    span = found.start("DATE"), found.end("CLOCK" if found["CLOCK"] else "DATE")
    literals = dates.scan(text[slice(*span)])
    whole = len(literals) == 1 and literals[0].end == span[1] - span[0]
    if whole and literals[0].readings:
        value = Value("published", literals[0].readings[0], (span,))
        return Reading(NAME, start, found.end(), (value,))
    said = dates.impossible(text[slice(*span)])
    message = f"{said}; expected a month, a day and a clock that exist"
    return Reading(NAME, start, found.end(), (), (problem("date-invalid", message, *span),))


def write(record: Record) -> str:
    """The prefix of the record's date, or nothing."""
    return f" date {record.published.replace('T', ' ')} " if record.published else ""


def _is_local(record: Record) -> bool:
    """Whether the date has a month and no zone, and is no finer than seconds."""
    return _LOCAL.fullmatch(record.published or "") is not None


def spell(text: str, value: Value, new: Literals) -> Splice:
    """Another day in its place, with its clock."""
    if not _is_local(Record(published=line(new))):
        raise not_held(
            f"{new!r} has a zone, a fraction or no month, which a date prefix cannot say"
        )
    return as_it_is(text, value, line(new).replace("T", " "))


LAYER = Layer(NAME, "the word `date` and a year", read, write, {"published": _is_local}, spell)
