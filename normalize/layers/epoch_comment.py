"""The epoch comment: ``<!--1712571302000-->``, as feed archives put it before an item (seed 003).

A label may stand before the number (``<!-- time: 1712667600 -->``), if it is one of a date. Digits
of fewer than eleven places are seconds of Unix time, more are milliseconds: the year 1970 in
milliseconds aside, no other reading lies between 1973 and 2286. A number that can be a day of the
calendar is none of Unix time.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from normalize import dates
from normalize._expressions import EPOCH_COMMENT
from normalize.expression import expression
from normalize.layers import comment_labels, furniture
from normalize.layers.layer import (
    Layer,
    Reading,
    Splice,
    Value,
    line,
    line_end,
    next_line,
    not_held,
    problem,
    unread,
)
from normalize.record import Literals, Record

NAME = "epoch-comment"
_START = expression(EPOCH_COMMENT["start"])
_CLAIM = expression(EPOCH_COMMENT["claim"])
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the comment; its instant in UTC is ``published``, or what its label says."""
    claim = _CLAIM.match(text, start)
    if claim is None:
        return None
    label = claim["LABEL"]
    role = comment_labels.role(label, furniture.words(text, claim.end())) if label else "published"
    if role is None:
        return None
    found = _START.match(text, start)
    if found is None:
        closing = text.find("-->", start, line_end(text, start))
        end = start if closing < 0 else closing + 3
        rest = text[end : line_end(text, end)]
        end = end if closing >= 0 and rest.strip() else next_line(text, end)
        return Reading(NAME, start, end, (), (unread(NAME, "epoch-invalid", text, start),))
    span = found.span("EPOCH")
    value = dates.from_epoch(int(found["EPOCH"]))
    if value is None:
        message = f"the epoch {found['EPOCH']} lies outside the years 1 to 9999"
        return Reading(NAME, start, found.end(), (), (problem("epoch-invalid", message, *span),))
    return Reading(NAME, start, found.end(), (Value(role, value, (span,)),))


def write(record: Record) -> str:
    """The comment of the record's instant, in milliseconds; in seconds close to 1970."""
    if record.published is None:
        return ""
    return f"<!--{_number(record.published)}-->\n"


def _number(instant: str) -> int:
    number = _milliseconds(instant)
    return number if abs(number) >= 10**10 else number // 1000


def spell(text: str, value: Value, new: Literals) -> Splice:
    """Another instant, in seconds where the old one was and no fraction forbids it."""
    instant = dates.instant(line(new))
    if instant is None or not _is_instant(Record(published=instant)):
        raise not_held(f"{new!r} is no instant: an epoch needs a clock, seconds and a zone")
    start, end = value.spans[0]
    number = _milliseconds(instant)
    in_seconds = abs(int(text[start:end])) < 10**10 and not number % 1000
    seconds = number // 1000
    whole = in_seconds and abs(seconds) < 10**10
    return Splice(start, end, str(seconds if whole else _number(instant)))


def _milliseconds(instant: str) -> int:
    return (datetime.fromisoformat(instant) - _EPOCH) // timedelta(milliseconds=1)


def _is_instant(record: Record) -> bool:
    """Whether the date is an instant in UTC, with seconds, of whole milliseconds.

    Close to 1970 the number is one of seconds, which holds no fraction.
    """
    value = record.published or ""
    if value != dates.instant(value):
        return False
    fraction = value[:-1].partition(".")[2]
    return len(fraction) <= 3 and not (fraction and abs(_milliseconds(value)) < 10**10)


LAYER = Layer(
    NAME,
    "a comment that holds a number, or what a program writes for none, a label of a time aside",
    read,
    write,
    {"published": _is_instant},
    spell,
)
