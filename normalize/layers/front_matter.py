"""Front matter in YAML between ``---`` and ``---`` or ``...``, as Jekyll introduced it (seed 000).

A flat map of scalars, as most posts have it, is read by the layer's grammar; anything richer by a
YAML parser. A template's tag stands as it is written: only the site knows its value. Where neither
reads, what reads of its entries, each by itself, is kept beside the problem.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from normalize._expressions import FRONT_MATTER
from normalize.errors import NormalizeError
from normalize.expression import expression
from normalize.layers import holdings, keys, yaml_null, yaml_spelling
from normalize.layers.layer import (
    Layer,
    Reading,
    Splice,
    Value,
    duplicates,
    line_end,
    problem,
    unread,
)
from normalize.prose import is_prose
from normalize.record import Literals, Problem, Record
from normalize.span import Span

if TYPE_CHECKING:
    from normalize.layers.yaml_map import Entry

NAME = "front-matter"
_START = expression(FRONT_MATTER["start"])
_LINE_START = r"(?:^|(?<=[\r\n]))"
_ENTRY = expression(_LINE_START + FRONT_MATTER["entry"])
# Without its groups: in what is repeated they say nothing, and CPython 3.11 loses its way in them.
_OPENING, *_NAMED = FRONT_MATTER["line"].split("(?P<")
_FLAT = expression(f"(?:{_OPENING}{''.join('(?:' + part.partition('>')[2] for part in _NAMED)})*+")
_KEY_NAME = r"[A-Za-z_][\w-]*[ \t]*"
_TOP = expression(_LINE_START + _KEY_NAME + r":(?=[ \t\r\n\[]|\Z)")
_LOOSE = expression(
    r"([A-Za-z_][\w-]*)[ \t]*:[ \t]+(?![\[&*!|>]|\{(?![{%])|[\"'][^\"'\r\n]*[\r\n])"
    r"([^\x00-\x08\x0a-\x1f]*[^\s\x00-\x1f])(?=[ \t]*[\r\n])"
)
_UNCLOSED = expression(
    rf"(?:{_KEY_NAME}:(?:[ \t][^\r\n]*)?(?:\r\n?|\n|\Z)"
    r"(?:(?:[ \t]++|-[ \t]++)[^\s][^\r\n]*(?:\r\n?|\n|\Z))*+)*+"
)
_FEW = 1_000  # entries, more than any header has, are worth the start of a parser each
_INDENT = expression(r"^[ \t]+", re.MULTILINE)
_CLAIM = expression(FRONT_MATTER["claim"])
_CLOSING = expression(_LINE_START + r"(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")
_END = expression(_LINE_START + r"(?:-{3,}|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")
_KEY_LINE = expression(r"[^\s:#\[{\"'-][^\r\n:]{0,60}:(?:[ \t][^\r\n]*)?(?:\r\n?|\n|\Z)")
_TAG = r"\{(?:\{[^\r\n]*\}\}|%[^\r\n]*%\})[^\r\n]*"
_TAGGED = expression(_TAG)
_TAGGED_LINE = expression(_LINE_START + rf"([^\s#:][^\r\n:]{{0,60}}:[ \t]+)({_TAG})")
_KEY = expression(_LINE_START + r"[ \t]*[^\s:#][^\r\n:]{0,60}:(?=[ \t\r\n]|\Z)")
_LINE = expression(r"\s*+([^\r\n]*[^\s])")
_ESCAPED = expression(r'\\(["\\])')


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the map; every key with its literal value and the span that spells it."""
    opening = _CLAIM.match(text, start)
    if opening is None:
        return None
    flat = _START.match(text, start)
    if flat is not None:
        values = tuple(_entries(text, flat.end("OPENING_LINE"), flat.start("CLOSING_LINE")))
        return Reading(NAME, start, flat.end(), values, duplicates(values))
    inner = opening.end()
    closing = _CLOSING.search(text, inner)
    if closing is None:
        # A lone `---` is prose; only a key below it makes a header of it.
        return _unclosed(text, start, inner) if _KEY_LINE.match(text, inner) else None
    if _is_between_rules(text, inner, closing.start()):
        return None
    values, problems = read_map(text, inner, closing.start())
    return Reading(NAME, start, closing.end(), values, problems)


def _is_between_rules(text: str, start: int, end: int) -> bool:
    """Whether a blank line or a sentence opens what stands there, and no line of it is a key."""
    first = _LINE.match(text, start, end)
    if first is None or _KEY.search(text, start, end):
        return False
    is_apart = bool(text[start : first.start(1)].strip(" \t"))
    return is_apart or is_prose(text, *first.span(1))


def read_map(text: str, start: int, end: int) -> tuple[tuple[Value, ...], tuple[Problem, ...]]:
    """Read the lines between two places as a YAML map, or those that are plain entries of it."""
    if _FLAT.fullmatch(text, start, end):
        values = tuple(_entries(text, start, end))
        return values, duplicates(values)
    try:
        from normalize.layers import yaml_map

        # A template's tag, which YAML takes for a map, stands there as a word of its length.
        entries = yaml_map.parse(_TAGGED_LINE.sub(_masked, text[start:end]))
    except NormalizeError as e:
        pos = start + (e.pos or 0)
        values = tuple(_loose_entries(text, start, end))
        return values, (problem(e.code, e.msg, pos, end), *duplicates(values))
    values = tuple(_rich_value(e.key, e, text, start) for e in entries)
    return values, duplicates(values)


def _masked(found: re.Match[str]) -> str:
    return found[1] + "x" * len(found[2])


def _rich_value(key: str, entry: "Entry", text: str, offset: int) -> Value:
    """A value as the YAML parser gives it, or the template's tag that it did not see."""
    span = _inside(text, entry.span, offset)
    spelled = text[slice(*span)]
    said = spelled if _TAGGED.fullmatch(spelled) else _said(key, entry.value)
    return Value(key, said, (span,), tuple((a + offset, b + offset) for a, b in entry.aliases))


def _said(key: str, value: Literals) -> Literals:
    """A value as its field takes it, without nulls; where it has none, as it is spelled."""
    spelled = yaml_null.spelled(value)
    is_field = keys.field(NAME, Value(key, spelled, ())) is not None
    return yaml_null.stated(value) if is_field else spelled


def _unclosed(text: str, start: int, inner: int) -> Reading:
    """What stands before the first line that belongs to no entry; the body begins there."""
    found = _UNCLOSED.match(text, inner)
    end = found.end() if found else inner
    values = tuple(_loose_entries(text, inner, end))
    fault = unread(NAME, "front-matter-unclosed", text, start)
    if fault.start is not None and fault.start < end:
        # The grammar reads scalars alone; what YAML read of lists is no fault.
        message = "front matter opens and is never closed; expected a closing line"
        fault = problem(fault.code, message, end, line_end(text, end))
    return Reading(NAME, start, end, values, (fault,))


def _entries(text: str, start: int, end: int) -> Iterator[Value]:
    """The lines between two places that are plain entries."""
    return map(_value, _ENTRY.finditer(text, start, end))


def _loose_entries(text: str, start: int, end: int) -> Iterator[Value]:
    """The entries of broken front matter, each read by itself."""
    starts = [found.start() for found in _TOP.finditer(text, start, end)]
    for n, (first, last) in enumerate(pairwise((*starts, end))):
        entry = _ENTRY.match(text, first, last)
        if entry is not None and entry.end() == last:
            yield _value(entry)
        else:
            yield from _entry_alone(text, first, last, is_few=n < _FEW)


def _entry_alone(text: str, start: int, end: int, *, is_few: bool) -> Iterator[Value]:
    """An entry as YAML reads it where nothing stands around it, else what its first line says.

    Tabs count as the blanks that they were meant for, and a list may stand right behind its colon.
    """
    from normalize.layers import yaml_map

    colon = text.index(":", start)
    name = text[start:colon].rstrip()
    # In the place of its key as many characters, so that the places of the value stay.
    value = _INDENT.sub(lambda found: " " * len(found[0]), text[colon + 1 : end])
    padded = "x" * (colon - start) + (": " if value.startswith("[") else ":") + value
    shift = start - (len(padded) - (end - start))
    try:
        # What an anchor repeats would be counted for each entry anew.
        entries = yaml_map.parse(padded) if is_few and "&" not in value else []
    except NormalizeError:
        entries = []
    if entries:
        yield _rich_value(name, entries[0], text, shift)
    elif found := _LOOSE.match(text, start, end):
        yield Value(found[1], *_unquoted(found[2], found.start(2)))


def _unquoted(literal: str, start: int) -> tuple[str, tuple[Span]]:
    """A value that its own quotes break, without those around all of it."""
    cut = 1 if len(literal) > 1 and literal[0] in "\"'" and literal[-1] == literal[0] else 0
    end = start + len(literal) - cut
    return literal[cut : len(literal) - cut], ((start + cut, end),)


def _value(entry: re.Match[str]) -> Value:
    if (literal := entry["PLAIN"]) is not None:
        literal = yaml_null.plain(literal)
        said = _said(entry["KEY"], literal) if isinstance(literal, yaml_null.Null) else literal
        return Value(entry["KEY"], said, (entry.span("PLAIN"),))
    if (literal := entry["TEMPLATE_TAG"]) is not None:
        return Value(entry["KEY"], literal, (entry.span("TEMPLATE_TAG"),))
    for group, quote in (("DOUBLE_QUOTED", '"'), ("SINGLE_QUOTED", "'")):
        if entry[group] is None:
            continue
        start, end = entry.span(group)
        literal = entry[group][1:-1]
        literal = _ESCAPED.sub(r"\1", literal) if quote == '"' else literal.replace("''", "'")
        return Value(entry["KEY"], literal, ((start + 1, end - 1),))
    return Value(entry["KEY"], "", ((entry.end("COLON"), entry.end("COLON")),))


def _inside(text: str, span: Span, offset: int) -> Span:
    """The span of a YAML value without its quotes and the white space after it."""
    start, end = span[0] + offset, span[1] + offset
    end = start + len(text[start:end].rstrip())
    quoted = end - start >= 2 and text[start] in "\"'" and text[end - 1] == text[start]
    return (start + 1, end - 1) if quoted else (start, end)


def write(record: Record) -> str:
    """The record's header fields as a map: scalars quoted, lists in brackets."""
    return f"---\n{''.join(_line(k, v) for k, v in holdings.entries(record, NAMES))}---\n"


def _line(key: str, value: Literals) -> str:
    return f"{yaml_spelling.key(key)}: {yaml_spelling.flow(value)}\n"


def insert(text: str, reading: Reading, field: str, new: Literals) -> Splice | None:
    """A line more above the line that closes it."""
    closing = [found.start() for found in _END.finditer(text, reading.start + 1, reading.end)]
    if field not in NAMES or not closing:
        return None
    return Splice(closing[-1], closing[-1], _line(NAMES[field], new))


def is_value(key: str, value: Literals) -> bool:
    """Whether no key is longer than a simple key of YAML (1.2.2, 7.4.2)."""
    return all(len(s) < _LONGEST_KEY for s in (key, *holdings.strings(value)))


_LONGEST_KEY = 1000
NAMES = {
    "title": "title",
    "published": "date",
    "modified": "last_modified_at",
    "authors": "author",
    "language": "lang",
    "url": "canonical_url",
    "categories": "categories",
    "tags": "tags",
    "summary": "summary",
    "image": "image",
}
LAYER = Layer(
    NAME,
    "a line `---` with a closing line, or with a key below it",
    read,
    write,
    holdings.holds(NAME, NAMES, is_value),
    yaml_spelling.spell,
    insert,
)
