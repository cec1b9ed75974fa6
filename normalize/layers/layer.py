"""What every layer is made of: what it claims, what it reads, what it writes."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from normalize.errors import PROBLEMS, NormalizeError
from normalize.expression import expression
from normalize.record import Literals, Problem, Record
from normalize.span import Span

TELLING = ("title", "date", "author", "authors", "slug", "status", "category", "categories", "tags")
"""Keys that say of a block of fields that it is the header of an article."""

LINES = ("field-lines", "dotted-fields", "docinfo")
"""The layers whose fields stand on lines of their own."""

COMMENTS = ("epoch-comment", "date-comment")
"""The layers that are a comment of HTML: what stands below one is the article's."""

HEADERS = (
    *("front-matter", "closed-matter", "toml-matter", "json-matter", "fenced-json"),
    *("json-article", *LINES),
)
"""The layers whose keys their writer chooses."""

_MOST_DUPLICATES = 100
_DATE = expression(
    r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[-+]\d\d:\d\d)?)?)?)?", re.ASCII
)


class Value(NamedTuple):
    """A value that a layer states, and the spans that spell it.

    ``repeats`` are the places in other values that stand for a part of this one (YAML's aliases).
    """

    key: str
    value: Literals
    spans: tuple[Span, ...]
    repeats: tuple[Span, ...] = ()


class Reading(NamedTuple):
    """What one layer read of a text.

    Attributes:
        layer: The layer's name.
        start, end: The prefix it took, in code points.
        values: What it states, in order.
        problems: What did not read.
        body: Where the body stands, as a JSON string without its quotes, if the layer holds it.
    """

    layer: str
    start: int
    end: int
    values: tuple[Value, ...] = ()
    problems: tuple[Problem, ...] = ()
    body: Span | None = None

    def get(self, key: str) -> Value | None:
        """The last value under a key: of a key that is given twice, YAML readers keep the last."""
        return next((v for v in reversed(self.values) if v.key == key), None)


class Splice(NamedTuple):
    """A text to put in the place of a part of another; its lines end in line feeds."""

    start: int
    end: int
    text: str


def as_it_is(text: str, value: Value, new: Literals) -> Splice:
    """A value without quotes or escapes, in the place of another."""
    start, end = value.spans[0]
    return Splice(start, end, line(new))


def line(new: Literals) -> str:
    """A value that is to stand on a line as it is.

    Raises:
        NormalizeError: It is none, or has line breaks (``not-carried``).
    """
    if not isinstance(new, str) or len(new.splitlines()) != 1:
        raise not_held(f"{new!r} is not one line of text")
    return new


def below(header: str, body: str) -> str:
    """A body below its header."""
    return header + body


def not_held(why: str) -> NormalizeError:
    """The refusal of a value that its place cannot hold."""
    return NormalizeError(f"{why}; give a value that its place can hold", code="not-carried")


def nowhere(text: str, reading: Reading, field: str, new: Literals) -> Splice | None:
    """No place for a field that a layer does not state."""
    return None


def never(record: Record) -> bool:
    """Whether a layer that states nothing is written: none is."""
    return False


Predicate = Callable[[Record], bool]
"""Whether a layer can carry the record's value of a field; its first line of documentation, without
the word that opens it, is what users read of the condition."""


class Layer(NamedTuple):
    """One layer. A claim is a promise: what a layer claims is read as that layer or is a problem.

    Attributes:
        name: Its name in a record's ``layers``.
        claims: What it claims, for people.
        read: ``read(text, start, above)``: the prefix at ``start``, as far as it reads, given the
            readings of the layers above it; None where the layer does not claim it.
        write: ``write(record)``: the layer as text, in the form that ``read`` reads; nothing
            where it holds nothing of the record.
        holds: Which fields it can carry, each with a predicate that says whether it can carry the
            record's value.
        spell: ``spell(text, value, new)``: what to put where, so that a value that the layer read
            becomes another, in the style that stands there where that serves.
        insert: ``insert(text, reading, field, new)``: the same for a field that the layer does not
            state; None where it has no place for it.
        join: ``join(header, body)``: the file of what ``write`` gave and a body, which stands below
            it or, where the layer's readings hold the body, within it.
        guards: Whether the layer is written though it states nothing, lest it be read of what the
            record's body begins with.
    """

    name: str
    claims: str
    read: Callable[[str, int, Sequence[Reading]], Reading | None]
    write: Callable[[Record], str]
    holds: Mapping[str, Predicate]
    spell: Callable[[str, Value, Literals], Splice] = as_it_is
    insert: Callable[[str, Reading, str, Literals], Splice | None] = nowhere
    join: Callable[[str, str], str] = below
    guards: Predicate = never


def condition(predicate: Predicate) -> str:
    """What a predicate asks, for people."""
    lines = (predicate.__doc__ or "").splitlines() or [""]
    return lines[0].removeprefix("Whether ").rstrip(".").partition(":")[0]


def is_date(value: str | None) -> bool:
    """Whether a value is a date in the record's form."""
    if not value or not _DATE.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value if len(value) > len("2024-04") else f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True


def both_hold(first: Predicate, second: Predicate) -> Predicate:
    """The predicate of what two predicates ask; the second is the narrower one and says so."""

    def both(record: Record) -> bool:
        return first(record) and second(record)

    both.__doc__ = second.__doc__
    return both


def is_folded(record: Record) -> bool:
    """Whether the title is one line without runs of blanks."""
    return record.title == " ".join((record.title or "").split())


def problem(code: str, message: str, start: int | None = None, end: int | None = None) -> Problem:
    """A problem of the table, at a place."""
    return Problem(code, PROBLEMS[code].severity, message, start, end)


def is_telling(values: Iterable[Value]) -> bool:
    """Whether one of the keys is one that only the header of an article has."""
    return any(value.key.lower() in TELLING for value in values)


def duplicates(values: Iterable[Value]) -> tuple[Problem, ...]:
    """A problem for each key that stands there again (YAML 1.2.2, 3.2.1.3: keys are unique)."""
    seen: set[str] = set()
    found: dict[str, Problem] = {}
    for value in values:
        if value.key in seen and value.key not in found and len(found) < _MOST_DUPLICATES:
            message = f"the key {value.key!r} is given again; the last value counts, all are kept"
            found[value.key] = problem("front-matter-duplicate-key", message, *value.spans[0])
        seen.add(value.key)
    return tuple(found.values())


def unread(layer: str, code: str, text: str, start: int) -> Problem:
    """The problem of a claimed prefix that does not read, as the layer's grammar explains it."""
    from normalize import grammar

    fault = grammar.load(layer.replace("-", "_")).fault(text, start)
    wanted = " or ".join(name.lower().replace("_", " ") for name in fault.expected)
    end = line_end(text, fault.pos)
    shown = text[fault.pos : min(end, fault.pos + 40)]
    found = repr(shown) if shown else "the end of the line" if end < len(text) else "the end"
    what = PROBLEMS[code].what.removesuffix(".")
    what = what[0].lower() + what[1:]
    message = f"{what}; expected {wanted or 'more'}, found {found}"
    return problem(code, message, fault.pos, max(end, fault.pos))


def line_end(text: str, start: int) -> int:
    """The offset of the line end at or after ``start``; the text's length on its last line."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    cr = text.find("\r", start, end)
    return end if cr < 0 else cr


def next_line(text: str, start: int) -> int:
    """The offset of the line after the one at ``start``."""
    end = line_end(text, start)
    return end + (2 if text.startswith("\r\n", end) else 1) if end < len(text) else end
