"""Fields on lines of their own: ``Title: …`` (MultiMarkdown, Pelican), ``.. title: …`` (Nikola),
``:title: …`` (reStructuredText's docinfo, below a title with a line of punctuation).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from normalize._expressions import DOCINFO, DOTTED_FIELDS, FIELD_LINES
from normalize.layers.layer import (
    Layer,
    Reading,
    Value,
    always,
    duplicates,
    is_telling,
    next_line,
)
from normalize.record import Literals, Record

_BREAK = re.compile(r"[ \t]*(?:\r\n?|\n|\Z)")
_ITEM = re.compile(r"^[ \t]*[-*+][ \t]+", re.MULTILINE)


def _read(
    name: str,
    whole: re.Pattern[str],
    entry: re.Pattern[str],
    text: str,
    start: int,
    above: Sequence[Reading],
) -> Reading | None:
    """Read the fields up to a blank line."""
    found = whole.match(text, start)
    if found is None:
        return None
    closing = _BREAK.match(text, found.end())
    if closing is None and text.startswith("-->", found.end() - 4):
        closing = found
    groups = found.groupdict()
    fields = start
    values: list[Value] = []
    if groups.get("TITLE"):
        fields = found.end("TITLE")
        values.append(_spelled("title", text, *found.span("TITLE")))
        fields = next_line(text, next_line(text, fields))
    values += map(_value, entry.finditer(text, fields, found.end()))
    if closing is None or not is_telling(values):
        return None
    return Reading(name, start, closing.end(), tuple(values), duplicates(values))


def _value(found: re.Match[str]) -> Value:
    if found["VALUE"] is None:
        return Value(found["KEY"], "", ((found.end("COLON"), found.end("COLON")),))
    return _spelled(found["KEY"], found.string, *found.span("VALUE"))


def _spelled(key: str, text: str, start: int, end: int) -> Value:
    """A value without the blanks around it, lines that go on folded; items as a list."""
    spelled = text[start:end]
    start += len(spelled) - len(spelled.lstrip())
    spelled = spelled.strip()
    span = start, start + len(spelled)
    if _ITEM.match(spelled):
        items = [" ".join(item.split()) for item in _ITEM.split(spelled)]
        return Value(key, list(filter(None, items)), (span,))
    return Value(key, " ".join(spelled.split()), (span,))


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
DOCINFO_FIELDS = _layer(
    "docinfo",
    "lines `:key: value`, below a title that is underlined or with a title or a date in them",
    DOCINFO,
    ":{key}: {value}\n",
)
