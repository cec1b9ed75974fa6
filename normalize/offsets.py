"""Offsets moved: from a member to its file, from a body behind its escapes to what spells them."""

from collections.abc import Callable
from typing import TypeVar

from attrs import evolve

from normalize.assembly import Body
from normalize.chronology import Chronology
from normalize.record import Block, Date, Problem, Related
from normalize.span import Span

_Placed = TypeVar("_Placed", Block, Date, Problem, Related)
Place = Callable[[int], int]
"""Where an offset lies in the text that it is moved to."""


def moved(placed: tuple[_Placed, ...], place: Place) -> tuple[_Placed, ...]:
    """Records that have a place, each at its new one."""
    return tuple(
        evolve(x, start=place(x.start), end=place(x.end))
        if x.start is not None and x.end is not None
        else x
        for x in placed
    )


def move_body(body: Body, when: Chronology, place: Place) -> tuple[Body, Chronology]:
    """A body and its dates with every offset moved; the passages are changed in place."""

    def span(old: Span) -> Span:
        return place(old[0]), place(old[1])

    for passage in body.passages:
        passage.start, passage.end = span((passage.start, passage.end))
        passage.pieces = [span(piece) for piece in passage.pieces]
        passage.url_span = passage.url_span and span(passage.url_span)
    edges = evolve(
        body.edges,
        marks=[m._replace(start=place(m.start), end=place(m.end)) for m in body.edges.marks],
        spans={key: [span(x) for x in spans] for key, spans in body.edges.spans.items()},
    )
    return (
        body._replace(edges=edges, related=moved(body.related, place)),
        when._replace(dates=moved(when.dates, place), problems=moved(when.problems, place)),
    )
