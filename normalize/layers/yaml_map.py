"""A YAML mapping whose scalars keep their spelling: ``no`` stays ``no``, ``1.10`` stays ``1.10``.

PyYAML's base loader does that, but its composer recurses and follows aliases, so that a hostile
file could exhaust the stack or the memory. Its events are built into values here, with bounds.
A null is a ``Null``, a string of its own kind.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from normalize.errors import NormalizeError
from normalize.expression import expression
from normalize.layers import yaml_null
from normalize.record import Literals
from normalize.span import Span

_UNDECODABLE = expression("[\udc80-\udcff]")

# What YAML 1.2.2, 5.1 leaves out of its character set.
_FORBIDDEN = expression("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

DEPTH = 64
"""How deep lists and maps may be nested."""
SIZE = 100_000
"""How many values a mapping may hold, those behind aliases included."""


class Entry(NamedTuple):
    """A key of the mapping, its value and the span of the value, quotes included.

    ``aliases`` are the places in other values that repeat what an anchor in this one names.
    """

    key: str
    value: Literals
    span: Span
    aliases: tuple[Span, ...]


class _Open(NamedTuple):
    """A list or a map whose end has not come yet."""

    anchor: str | None
    start: int
    values: list[tuple[Literals, Span, int]]
    is_map: bool


def parse(text: str) -> list[Entry]:
    """Read a mapping; keys that are given twice appear twice.

    Args:
        text: The YAML document, without its marks.

    Raises:
        NormalizeError: It is no YAML (``front-matter-broken``), no mapping
            (``front-matter-not-a-map``) or past a bound (``front-matter-too-large``). ``pos`` is in
            ``text``; ``doc`` is left to the caller.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    # An undecodable byte has no place in YAML; its stand-in has the same length.
    try:
        return _build(yaml.parse(_UNDECODABLE.sub("\ufffd", text), Loader=loader))
    except yaml.MarkedYAMLError as e:
        mark = e.problem_mark or e.context_mark
        reason = ", ".join(filter(None, (e.context, e.problem)))
        # Some releases of libyaml have a bound of their own, above ours, and meet it first.
        code = "front-matter-too-large" if "nesting depth" in reason else "front-matter-broken"
        raise NormalizeError(reason, code=code, pos=mark.index if mark else 0) from e
    except yaml.YAMLError as e:
        found = _FORBIDDEN.search(text)
        pos = found.start() if found else 0
        raise NormalizeError(
            f"a character that YAML forbids: {text[pos : pos + 1]!r}",
            code="front-matter-broken",
            pos=pos,
        ) from e


def _build(events: Any) -> list[Entry]:
    """Fold the events of one document; only the outermost mapping keeps its spans."""
    import yaml

    stack: list[_Open] = [_Open(None, 0, [], is_map=False)]
    # What an anchor names, with its size and the aliases of the entry that it stands in.
    anchors: dict[str, tuple[Literals, int, list[Span]]] = {}
    aliases: dict[int, list[Span]] = {}
    total = 0
    value: Literals
    for event in events:
        start, end = event.start_mark.index, event.end_mark.index
        entry = len(stack[1].values) // 2 if len(stack) > 1 else 0
        match event:
            case yaml.ScalarEvent():
                is_plain = event.implicit[0]
                value = yaml_null.plain(event.value) if is_plain else event.value
                anchor, size = event.anchor, 1
            case yaml.AliasEvent():
                if event.anchor not in anchors:
                    raise NormalizeError(
                        f"undefined alias {event.anchor!r}", code="front-matter-broken", pos=start
                    )
                (value, size, places), anchor = anchors[event.anchor], None
                if places is not aliases.get(entry):
                    places.append((start, end))
            case yaml.CollectionStartEvent():
                is_map = isinstance(event, yaml.MappingStartEvent)
                stack.append(_Open(event.anchor, start, [], is_map))
                if len(stack) > DEPTH:
                    raise NormalizeError(
                        f"nested more than {DEPTH} deep", code="front-matter-too-large", pos=start
                    )
                continue
            case yaml.CollectionEndEvent():
                closed = stack.pop()
                if len(stack) == 1:
                    return _entries(closed, aliases)
                value, anchor, start = _value(closed), closed.anchor, closed.start
                size = 1 + sum(n for _, _, n in closed.values)
            case _:
                continue
        if len(stack) == 1:
            raise NormalizeError(
                "expected a map of keys and values", code="front-matter-not-a-map", pos=start
            )
        if anchor:
            anchors[anchor] = value, size, aliases.setdefault(entry, [])
        total += size
        if total > SIZE:
            raise NormalizeError(
                f"more than {SIZE} values", code="front-matter-too-large", pos=start
            )
        stack[-1].values.append((value, (start, end), size))
    return []


def _pairs(closed: _Open) -> list[tuple[str, tuple[Literals, Span, int]]]:
    keys, values = closed.values[::2], closed.values[1::2]
    return [
        (str(k) if isinstance(k, str) else repr(k), v)
        for (k, _, _), v in zip(keys, values, strict=True)
    ]


def _value(closed: _Open) -> Literals:
    if closed.is_map:
        return {key: value for key, (value, _, _) in _pairs(closed)}
    return [value for value, _, _ in closed.values]


def _entries(closed: _Open, aliases: Mapping[int, Sequence[Span]]) -> list[Entry]:
    if not closed.is_map:
        raise NormalizeError(
            "expected a map of keys and values, found a list",
            code="front-matter-not-a-map",
            pos=closed.start,
        )
    return [
        Entry(key, value, span, tuple(aliases.get(i, ())))
        for i, (key, (value, span, _)) in enumerate(_pairs(closed))
    ]
