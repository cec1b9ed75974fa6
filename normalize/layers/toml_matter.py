"""Front matter in TOML between two lines ``+++``, as Hugo writes it."""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from normalize._expressions import TOML_MATTER
from normalize.layers.layer import Layer, Reading, Value, always, is_folded, problem, unread
from normalize.record import Literals, Problem, Record
from normalize.span import Span

NAME = "toml-matter"
_START = re.compile(TOML_MATTER["start"])
_CLAIM = re.compile(TOML_MATTER["claim"])
_ENTRIES = re.compile(r"(?:[ \t]*[\w.\"-]+[ \t]*=[^\r\n]*(?:\r\n?|\n))+")
_ENTRY = re.compile(r"^[ \t]*\"?([\w-]+)\"?[ \t]*=[ \t]*([^\r\n]*[^\s])", re.MULTILINE)


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the table; every key with its literal value and the span that spells it."""
    opening = _CLAIM.match(text, start)
    if opening is None:
        return None
    found = _START.match(text, start)
    if found is None:
        # The entries up to the first other line; the body begins there.
        entries = _ENTRIES.match(text, opening.end())
        if entries is None:
            return None
        end = entries.end()
        values, _ = _values(text, opening.end(), end)
        unclosed = unread(NAME, "toml-matter-broken", text, start)
        return Reading(NAME, start, end, values, (unclosed,))
    values, problems = _values(text, opening.end(), found.start("CLOSING_LINE"))
    return Reading(NAME, start, found.end(), values, problems)


def _values(text: str, start: int, end: int) -> tuple[tuple[Value, ...], tuple[Problem, ...]]:
    """The table between two places, or the problem that keeps it from being read."""
    import tomllib

    inner = text[start:end].replace("\r\n", "\n").replace("\r", "\n")
    try:
        table = tomllib.loads(inner, parse_float=str)
    except (tomllib.TOMLDecodeError, RecursionError) as e:
        return (), (problem("toml-matter-broken", str(e), start, end),)
    spans = {e[1]: e.span(2) for e in _ENTRY.finditer(text, start, end)}
    values = (
        Value(key, _literal(value), (_inside(text, spans.get(key, (end, end))),))
        for key, value in table.items()
    )
    return tuple(values), ()


def _literal(value: Any) -> Literals:
    """A value of TOML as literal strings; a date as ISO 8601 spells it, as TOML does too."""
    if isinstance(value, dict):
        return {key: _literal(v) for key, v in value.items()}
    if isinstance(value, list):
        return [_literal(v) for v in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _inside(text: str, span: Span) -> Span:
    """The span of a value without its quotes."""
    start, end = span
    quoted = end - start >= 2 and text[start] in "\"'" and text[end - 1] == text[start]
    return (start + 1, end - 1) if quoted else span


def write(record: Record) -> str:
    """The record's header fields as a table; TOML's basic strings are JSON's."""
    lines = [f"{key} = {_basic(value)}\n" for key, value in stated(record)]
    return f"+++\n{''.join(lines)}+++\n"


def stated(record: Record) -> list[tuple[str, Literals]]:
    """What a header states of a record, under the keys that Hugo gives it."""
    fields: list[tuple[str, Literals | None]] = [
        ("title", record.title),
        ("date", record.published),
        ("lastmod", record.modified),
        ("authors", list(record.authors)),
        ("lang", record.language),
        ("canonical_url", record.url),
        ("categories", list(record.categories)),
        ("tags", list(record.tags)),
    ]
    return [(key, value) for key, value in fields if value]


def _basic(value: Any) -> str:
    """A value as TOML spells it; what is no printable character is escaped."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


HOLDS: dict[str, Callable[[Record], bool]] = {
    "title": is_folded,
    **dict.fromkeys(
        ("published", "modified", "authors", "language", "url", "categories", "tags"), always
    ),
}
LAYER = Layer(
    NAME,
    "a line `+++` with a closing line, or with a key below it",
    read,
    write,
    HOLDS,
)
