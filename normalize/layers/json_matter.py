"""Front matter in JSON: an object (Hugo), or its members over a line ``;;;`` (Hexo)."""

import json
from collections.abc import Mapping, Sequence
from functools import partial

from normalize._expressions import FENCED_JSON, JSON_MATTER
from normalize.errors import NormalizeError
from normalize.expression import expression
from normalize.layers import holdings, json_map
from normalize.layers.layer import (
    Layer,
    Reading,
    Splice,
    Value,
    duplicates,
    is_telling,
    line_end,
    next_line,
    problem,
    unread,
)
from normalize.layers.toml_matter import NAMES
from normalize.record import Literals, Problem, Record

CODE = "json-matter-broken"
_OBJECT = expression(JSON_MATTER["start"])
_OBJECT_CLAIM = expression(JSON_MATTER["claim"])
_FENCED = expression(FENCED_JSON["start"])
_FENCED_CLAIM = expression(FENCED_JSON["claim"])
# Below an object that heads a body, no other one stands: that is a file of JSON Lines.
_ANOTHER = expression(r"\s*[{\[,]")


def _read_object(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the object up to its closing brace."""
    opening = _OBJECT_CLAIM.match(text, start)
    if opening is None:
        return None
    found = _OBJECT.match(text, start)
    if found is None:
        return _unclosed("json-matter", text, start, opening.end("OPENING"))
    values, problems = _values(text, opening.end("OPENING"), found.start("CLOSING"))
    if _ANOTHER.match(text, found.end()):
        return None
    if not text[found.end() :].strip() and not is_telling(values):
        return None
    return Reading("json-matter", start, found.end(), values, problems)


def _read_fenced(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the members up to the line of semicolons."""
    opening = _FENCED_CLAIM.match(text, start)
    if opening is None:
        return None
    inner = opening.end("OPENING_LINE") if opening["OPENING_LINE"] else start
    found = _FENCED.match(text, start)
    if found is not None:
        values, problems = _values(text, inner, found.start("CLOSING_LINE"))
        return Reading("fenced-json", start, found.end(), values, problems)
    # Without a fence at all, a line in quotes and a colon is prose.
    return _unclosed("fenced-json", text, start, inner) if inner > start else None


def _values(text: str, start: int, end: int) -> tuple[tuple[Value, ...], tuple[Problem, ...]]:
    """The members between two places, up to where they stop being JSON."""
    values: list[Value] = []
    problems: list[Problem] = []
    try:
        for key, value, span in json_map.members(text, start, end):
            values.append(Value(key, value, (span,)))
    except NormalizeError as e:
        pos = start if e.pos is None else e.pos
        problems.append(problem(CODE, e.msg, pos, max(pos, line_end(text, pos))))
    return tuple(values), (*problems, *duplicates(values))


def _unclosed(layer: str, text: str, start: int, inner: int) -> Reading:
    """The members before the place where the text stops being one header; the body begins there."""
    values, _ = _values(text, inner, len(text))
    end = next_line(text, values[-1].spans[0][1] if values else inner)
    return Reading(layer, start, end, values, (unread(layer, CODE, text, start),))


def _line(key: str, value: Literals) -> str:
    return f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}"


def lines(record: Record, names: Mapping[str, str], indent: str) -> str:
    """The record's header fields as members, one a line, under these names."""
    return ",\n".join(
        f"{indent}{_line(key, value)}" for key, value in holdings.entries(record, names)
    )


def _write(opening: str, indent: str, closing: str, record: Record) -> str:
    """The record's header fields between an opening and a closing."""
    said = lines(record, NAMES, indent)
    return opening + said + closing if said else ""


def spell(text: str, value: Value, new: Literals) -> Splice:
    """Another value in the place of one: a text within the quotes that stand there."""
    start, end = value.spans[0]
    said = json.dumps(new, ensure_ascii=False)
    if text[start - 1 : start] == '"' and text[end : end + 1] == '"':
        return Splice(start - 1, end + 1, said)
    return Splice(start, end, said)


def _insert(text: str, reading: Reading, field: str, new: Literals) -> Splice | None:
    """A member more behind the last."""
    if field not in NAMES or not reading.values:
        return None
    place = reading.values[-1].spans[0][1]
    place += text[place : place + 1] == '"'
    return member(text, reading.start, place, NAMES[field], new)


def member(text: str, start: int, place: int, key: str, new: Literals) -> Splice:
    """A member at a place behind others, on a line of its own where the first has one.

    Args:
        text: The decoded text.
        start: Where the object or its members begin.
        place: Where to put it.
        key, new: The member.
    """
    head = text[start : text.index('"', start)]
    gap = head[len(head.rstrip()) :].replace("\r", "\n")
    indent = gap.rpartition("\n")[2]
    joint = ", " if head and indent == gap else f",\n{indent}"
    return Splice(place, place, joint + _line(key, new))


def _is_value(key: str, value: Literals) -> bool:
    """Whether JSON can spell it: any key, any value."""
    return True


OBJECT = Layer(
    "json-matter",
    "a JSON object with a body below it, or with a title, a date or their like",
    _read_object,
    partial(_write, "{\n", "  ", "\n}\n"),
    holdings.holds("json-matter", NAMES, _is_value),
    spell,
    _insert,
)
FENCED = Layer(
    "fenced-json",
    "members of a JSON object over a line `;;;`, or below one",
    _read_fenced,
    partial(_write, ";;;\n", "", "\n;;;\n"),
    holdings.holds("fenced-json", NAMES, _is_value),
    spell,
    _insert,
)
