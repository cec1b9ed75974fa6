"""A YAML map over a line of dashes, as Hexo writes it, or between two lines of more than three."""

from collections.abc import Sequence

from normalize._expressions import CLOSED_MATTER
from normalize.expression import expression
from normalize.layers import front_matter, holdings
from normalize.layers.layer import Layer, Reading, both_hold, is_telling
from normalize.record import Record

NAME = "closed-matter"
_START = expression(CLOSED_MATTER["start"])
_WORD = expression(r"[A-Za-z_][\w-]{0,60}")


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the map above the closing line; with no opening line, a key must tell what it is."""
    found = _START.match(text, start)
    if found is None:
        return None
    opening = found["OPENING_LINE"]
    inner = found.end("OPENING_LINE") if opening else start
    if opening and opening.strip() != found["CLOSING_LINE"].strip():
        return None
    values, problems = front_matter.read_map(text, inner, found.start("CLOSING_LINE"))
    if not (opening or is_telling(values)):
        return None
    return Reading(NAME, start, found.end(), values, problems)


def write(record: Record) -> str:
    """The record's front matter without its opening line, where a key in it tells what it is."""
    told = (record.title, record.published, record.authors, record.categories, record.tags)
    return front_matter.write(record).removeprefix("---\n") if any(told) else ""


def _are_words(record: Record) -> bool:
    """Whether its keys are words of at most 61 characters, none of them the layer's own."""
    return all(map(_WORD.fullmatch, record.extra))


_HELD = holdings.holds(NAME, front_matter.NAMES, front_matter.is_value)
LAYER = Layer(
    NAME,
    "a map of keys over a line `---`, one of them a title, a date or their like",
    read,
    write,
    _HELD | {"extra": both_hold(_HELD["extra"], _are_words)},
    front_matter.LAYER.spell,
    front_matter.LAYER.insert,
)
