"""Front matter in TOML between two lines ``+++``, as Hugo writes it."""

import json
import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from normalize._expressions import TOML_MATTER
from normalize.expression import expression
from normalize.layers import holdings
from normalize.layers.layer import Layer, Reading, Splice, Value, problem, unread
from normalize.record import Literals, Problem, Record
from normalize.span import Span

NAME = "toml-matter"
_START = expression(TOML_MATTER["start"])
_CLAIM = expression(TOML_MATTER["claim"])
_ENTRIES = expression(r"(?:[ \t]*[\w.\"-]+[ \t]*=[^\r\n]*(?:\r\n?|\n))+")
# Strings and lists may go on over lines; what stands in them is no key.
_STRING = r"\"(?:[^\"\\\r\n]|\\.)*+\"|'[^'\r\n]*+'"
_FLAT = rf"[^\[\]\"'#]|{_STRING}|#[^\r\n]*+"
_ENTRY = expression(
    r"^[ \t]*\"?([\w-]+)\"?[ \t]*=[ \t]*"
    r"(\"{3}(?:[^\"\\]|\\[\s\S]|\"{1,2}(?!\"))*+\"{3,5}|'{3}(?:[^']|'{1,2}(?!'))*+'{3,5}"
    rf"|\[(?:{_FLAT}|\[(?:{_FLAT})*+\])*+\]|[^\r\n]*[^\s])|^[ \t]*(\[)",
    re.MULTILINE,
)


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
    # Behind the first heading of a table stand the keys of tables.
    entries = takewhile(lambda found: found[3] is None, _ENTRY.finditer(text, start, end))
    spans = {e[1]: e.span(2) for e in entries}
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
    cut = _quotes(text[start:end])
    return start + cut, end - cut


def _quotes(spelled: str) -> int:
    """How many quotes stand on each side of a value."""
    for quote in ("'" * 3, '"' * 3, "'", '"'):
        if len(spelled) >= 2 * len(quote) and spelled.startswith(quote) and spelled.endswith(quote):
            return len(quote)
    return 0


_LITERAL = expression(r"[^'\x00-\x1f\x7f]*")
_DATE = expression(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)?)?")


def spell(text: str, value: Value, new: Literals) -> Splice:
    """Another value in the place of one: its quotes stay where they serve, a date stays a date."""
    start, end = value.spans[0]
    quote = text[start - 1 : start]
    if quote not in ("'", '"') or text[end : end + 1] != quote:
        bare = isinstance(new, str) and _DATE.fullmatch(new) and _DATE.match(text, start)
        return Splice(start, end, str(new) if bare else flow(new))
    if quote == "'" and isinstance(new, str) and _LITERAL.fullmatch(new):
        return Splice(start, end, new)
    three = quote * 3
    cut = 3 if text.startswith(three, start - 3) and text.startswith(three, end) else 1
    return Splice(start - cut, end + cut, flow(new))


def insert(text: str, reading: Reading, field: str, new: Literals) -> Splice | None:
    """A line more below the line that opens it: what stands lower may be in a table of its own."""
    opening = _CLAIM.match(text, reading.start)
    if field not in NAMES or opening is None:
        return None
    return Splice(opening.end(), opening.end(), f"{NAMES[field]} = {flow(new)}\n")


def write(record: Record) -> str:
    """The record's header fields as a table."""
    lines = [f"{_key(k)} = {flow(v)}\n" for k, v in holdings.entries(record, NAMES)]
    return f"+++\n{''.join(lines)}+++\n"


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else flow(key)


def flow(value: Literals) -> str:
    """A value as TOML spells it in one line; its basic strings are JSON's."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(k)} = {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _is_value(key: str, value: Literals) -> bool:
    """Whether TOML can spell it: any key, any value."""
    return True


NAMES = {
    "title": "title",
    "published": "date",
    "modified": "lastmod",
    "authors": "authors",
    "language": "lang",
    "url": "canonical_url",
    "categories": "categories",
    "tags": "tags",
    "summary": "summary",
    "image": "image",
}
LAYER = Layer(
    NAME,
    "a line `+++` with a closing line, or with a key below it",
    read,
    write,
    holdings.holds(NAME, NAMES, _is_value),
    spell,
    insert,
)
