"""The date comment: ``<!-- Published: 2024-04-09 13:00 +0700 -->`` before an article.

It is on one line, and says a date and at most a label of it: other comments bear dates too.
"""

from collections.abc import Sequence

from normalize import dates
from normalize._expressions import DATE_COMMENT
from normalize.expression import expression
from normalize.layers import comment_labels, furniture, labels
from normalize.layers.layer import (
    Layer,
    Reading,
    Splice,
    Value,
    as_it_is,
    is_date,
    line,
    not_held,
)
from normalize.layers.lines import has_year
from normalize.record import Literals, Record
from normalize.span import Span

NAME = "date-comment"
_START = expression(DATE_COMMENT["start"])
_DIGIT = expression(r"\d")
# A clock that no reader took: it does not exist.
_ANOTHER_CLOCK = expression(r"[T ,]*\d{1,2}:\d[\d:.,]*[ \t]*(?:Z|(?:GMT|UTC)?[ \t]*[+-]?[\d:]*)\Z")
_MONTH = len("2024-04")


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the comment; the date is ``published``, or what its label says.

    Its words are those of the page's language, or of the languages with the most readers.
    """
    found = _START.match(text, start)
    if found is None or found.end("SAID") - start > labels.LENGTH:
        return None
    if _DIGIT.search(found["SAID"]) is None:
        return None
    words = furniture.words(text, found.end())
    for language in (words.language, None):
        stated = _date(found["SAID"], language)
        if stated is None:
            continue
        span, value = stated
        said = found["SAID"]
        beside = f"{said[: span[0]]} {said[span[1] :]}"
        role = comment_labels.role(f"{found['LABEL'] or ''}{beside}", words)
        if role is not None:
            offset = found.start("SAID")
            place = span[0] + offset, span[1] + offset
            return Reading(NAME, start, found.end(), (Value(role, value, (place,)),))
    return None


def _date(said: str, language: str | None) -> tuple[Span, str] | None:
    """The only date of a comment: its span, and what it says; None where that is not one.

    That is as it is written, if it reads so by itself, whatever the language is.
    """
    literals = dates.scan(said, language=language)
    if len(literals) != 1 or literals[0].kind != "date" or not has_year(literals[0]):
        return None
    start, end, _, readings, *_ = literals[0]
    if readings and _ANOTHER_CLOCK.match(said, end):
        end = len(said)
    written = said[start:end]
    by_itself = [literal.readings for literal in dates.scan(written)]
    told = len(readings) == 1 and by_itself != [readings]
    return (start, end), readings[0] if told else written


def write(record: Record) -> str:
    """The comment of the record's date."""
    return f"<!-- {record.published} -->\n" if record.published else ""


def _is_date(record: Record) -> bool:
    """Whether the date has a month, and states no more than ISO 8601 can."""
    value = record.published or ""
    return len(value) >= _MONTH and is_date(value)


def spell(text: str, value: Value, new: Literals) -> Splice:
    """Another date in its place."""
    if not _is_date(Record(published=line(new))):
        raise not_held(f"{new!r} has no month: a number alone in a comment is an epoch")
    return as_it_is(text, value, new)


LAYER = Layer(
    NAME,
    "a comment of one line that says a date, or a label and its date, and nothing else",
    read,
    write,
    {"published": _is_date},
    spell,
)
