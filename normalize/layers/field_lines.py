"""Fields on lines of their own: ``Title: …`` (MultiMarkdown, Pelican), ``.. title: …`` (Nikola)."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from normalize._expressions import DOTTED_FIELDS, FIELD_LINES
from normalize.layers.layer import Layer, Reading, Value, always
from normalize.record import Literals, Record

# A block of fields says of itself what it is by one of these; other lines with colons are prose.
_TELLING = ("title", "date", "author", "slug", "status", "category", "tags")
_BREAK = re.compile(r"[ \t]*(?:\r\n?|\n|\Z)|---[ \t]*(?:\r\n?|\n)")


def _read(
    name: str,
    whole: re.Pattern[str],
    entry: re.Pattern[str],
    text: str,
    start: int,
    above: Sequence[Reading],
) -> Reading | None:
    """Read the fields up to a blank line, or to the line of dashes that old Hexo posts have."""
    found = whole.match(text, start)
    if found is None:
        return None
    closing = _BREAK.match(text, found.end())
    if closing is None and text.startswith("-->", found.end() - 4):
        closing = found
    values = tuple(map(_value, entry.finditer(text, start, found.end())))
    if closing is None or not any(value.key.lower() in _TELLING for value in values):
        return None
    return Reading(name, start, closing.end(), values)


def _value(found: re.Match[str]) -> Value:
    if found["VALUE"] is None:
        return Value(found["KEY"], "", ((found.end("COLON"), found.end("COLON")),))
    start, end = found.span("VALUE")
    spelled = found["VALUE"]
    start += len(spelled) - len(spelled.lstrip())
    end -= len(spelled) - len(spelled.rstrip())
    return Value(found["KEY"], " ".join(spelled.split()), ((start, end),))


def _write(form: str, record: Record) -> str:
    """The record's header fields, lists parted by commas, and a blank line."""
    fields: list[tuple[str, Literals | None]] = [
        ("title", record.title),
        ("date", record.published),
        ("modified", record.modified),
        ("author", record.authors[0] if record.authors else None),
        ("lang", record.language),
        ("category", record.categories[0] if record.categories else None),
        ("tags", ", ".join(record.tags)),
    ]
    lines = [form.format(key=key, value=value) for key, value in fields if value]
    return "".join(lines) + "\n" if lines else ""


def _layer(name: str, claims: str, grammar: dict[str, str], form: str) -> Layer:
    read = partial(_read, name, re.compile(grammar["start"]), re.compile(grammar["entry"]))
    return Layer(name, claims, read, partial(_write, form), _HOLDS)


def _folded(values: Callable[[Record], Iterable[str | None]]) -> Callable[[Record], bool]:
    """Whether each value is one line without blanks around it."""
    return lambda record: all(v == " ".join((v or "").split()) for v in values(record))


_HOLDS: dict[str, Callable[[Record], bool]] = {
    "title": _folded(lambda r: (r.title,)),
    "published": always,
    "modified": always,
    "language": always,
    "authors": lambda r: len(r.authors) == 1 and _folded(lambda s: s.authors)(r),
    "categories": lambda r: len(r.categories) == 1 and _folded(lambda s: s.categories)(r),
    "tags": lambda r: _folded(lambda s: s.tags)(r) and not any("," in tag for tag in r.tags),
}

COLON_FIELDS = _layer(
    "field-lines",
    "lines `Key: value` up to a blank line, one of them a title, a date or their like",
    FIELD_LINES,
    "{key}: {value}\n",
)
DOT_FIELDS = _layer(
    "dotted-fields",
    "lines `.. key: value` up to a blank line",
    DOTTED_FIELDS,
    ".. {key}: {value}\n",
)
