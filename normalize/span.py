"""Places in the decoded text: spans, the roles they can play, and the tiling of a whole text.

Every offset is a code point of the decoded text, half open.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from normalize.expression import expression

Span = tuple[int, int]

_UNDECODABLE = expression("[\udc80-\udcff]")

Role = Literal[
    "title",  # the headline, wherever it stands
    "date",  # a date or a stamp of the article, with its label
    "url",  # the article's own address
    "byline",  # people who wrote it
    "dateline",  # the place that opens the lead
    "credit",  # an agency or outlet credited; the credit of a picture
    "tag",  # tags and categories
    "field",  # any other value of a header
    "language",  # a stated language
    "image",  # the address or the alternative text of a picture
    "caption",  # the caption of a picture
    "body",  # what `text` is made of
    "summary",  # a lead or teaser that is not in `text`
    "related",  # a related item, its heading included
    "comment",  # readers' comments and their heading
    "share",  # share and print prompts
    "promotion",  # newsletter boxes, aggregator footers, appeals to follow
    "navigation",  # site furniture: menus, sections, clocks, counters
    "markup",  # syntax of the format
    "whitespace",
    "undecodable",  # bytes that the encoding does not have
]


class Mark(NamedTuple):
    """A span that plays a role; what lies between marks has no meaning of its own."""

    start: int
    end: int
    role: Role


class Segment(NamedTuple):
    """A tile of the decoded text."""

    role: Role
    start: int
    end: int


def tile(text: str, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cover a text from its first character to its last with segments.

    What no mark covers is ``whitespace`` where it is blank and ``markup`` elsewhere; an
    undecodable byte (U+DC80 to U+DCFF) is a segment of its own wherever it stands. Of two marks
    that overlap, the one that starts first keeps the characters; the rest of the other follows.

    Args:
        text: The decoded text.
        marks: Spans with roles, in any order; empty ones are dropped.

    Returns:
        Segments that are sorted, do not overlap and leave no gap; none for an empty text.
    """
    tiles: list[Segment] = []
    place = 0
    for start, end, role in sorted(marks):
        if start < place:
            start = place
        if end <= start:
            continue
        if start > place:
            tiles.append(_gap(text, place, start))
        tiles.append(Segment(role, start, end))
        place = end
    if place < len(text):
        tiles.append(_gap(text, place, len(text)))
    return tuple(tiles) if text.isascii() else tuple(_part_undecodable(text, tiles))


def _gap(text: str, start: int, end: int) -> Segment:
    return Segment("whitespace" if text[start:end].isspace() else "markup", start, end)


def _part_undecodable(text: str, tiles: list[Segment]) -> Iterable[Segment]:
    """Cut each undecodable byte out of its tile."""
    for tile_ in tiles:
        start = tile_.start
        for found in _UNDECODABLE.finditer(text, tile_.start, tile_.end):
            if found.start() > start:
                yield tile_._replace(start=start, end=found.start())
            yield Segment("undecodable", *found.span())
            start = found.end()
        if start < tile_.end:
            yield tile_ if start == tile_.start else tile_._replace(start=start)
