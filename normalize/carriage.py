"""What a format can carry of a record, by predicates on the record.

Of a header each layer says it (``holds``). Of a body the reader's own rules say it, asked of the
record's passages: a line that they would take for a caption is none of the text. No file is
written or read to find out.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import astuple, evolve

from normalize import (
    assembly,
    chronology,
    cues,
    pages,
    people,
    reader,
    stamps,
    witnesses,
)
from normalize.bodies import BodyKind, html, limits
from normalize.bodies.writers import passage
from normalize.evidence import Stated
from normalize.layers import holdings
from normalize.layers.layer import Layer, condition
from normalize.passage import Passage
from normalize.record import Block, Image, Record, Related

if TYPE_CHECKING:
    from normalize.assembly import Body
    from normalize.span import Span

_NOTHING = Record()
# What a header can state, and what of it the body says where no header does.
_HEADER = (
    *("title", "published", "modified", "url", "authors", "language", "categories", "tags"),
    *("summary", "image", "extra"),
)
_NULLABLE = ("title", "published", "modified", "url", "dateline", "language", "summary")
_IN_BODY = ("modified", "authors", "language", "summary", "image")
_FIELDS = list(Record.__annotations__)


class Sheet(NamedTuple):
    """A record as it will be written.

    Attributes:
        header: The layers, outermost first, each with what it carries of the record.
        body: The passages of the body, in order.
        lost: The fields that are not carried, in the order of the record, and why, for people.
    """

    header: list[tuple[Layer, Record]]
    body: list[Passage]
    lost: dict[str, str]


def lay_out(
    record: Record, stack: Sequence[Layer], needed: Collection[Layer], kind: BodyKind
) -> Sheet:
    """Lay out a record over a stack of layers.

    Args:
        record: The record.
        stack: The layers that may be written, outermost first.
        needed: Those that must be.
        kind: The kind of the body.
    """
    header = _header(record, stack, needed)
    stated = _stated(header)
    parts, spoken = _spoken(record, kind, stated)
    # A judgement is written only where a reader would judge otherwise, a picture where none shows.
    is_judged = record.language == spoken
    if record.language and not is_judged and "language" in stated:
        spoken = record.language
        parts = pages.parts(record, kind, cues.load(spoken), stated)
    page = _Page(record, header, [p for _, p in parts], kind, spoken)
    shown = {"language": is_judged, "image": page.shows(record)}
    unsaid: dict[str, Any] = {field: None for field, is_shown in shown.items() if is_shown}
    lost = dict(_unspeakable(record))
    for field in _HEADER:
        if getattr(record, field) and field not in stated and field not in _IN_BODY:
            lost.setdefault(field, unheld(field, stack))
    for part in parts:
        if not limits.holds(part.passage, kind):
            lost.setdefault(part.field, f"a body of {kind} cannot spell a part of it")
    for field in page.differences(stated):
        lost.setdefault(field, "by the rules that read a page it would be another")
    if record.language and "language" not in stated | unsaid.keys():
        lost.setdefault("language", f"the text reads as {spoken or 'none'}")
    return Sheet(
        _header(evolve(record, **unsaid), stack, needed),
        [p for _, p in parts],
        {field: lost[field] for field in _FIELDS if field in lost},
    )


def _unspeakable(record: Record) -> Iterator[tuple[str, str]]:
    """The fields that no reader gives: nothing else than None states nothing, and all is in NFC."""
    for field in _FIELDS:
        value = getattr(record, field)
        if value == "" and field in _NULLABLE:
            yield field, "it is empty; None states nothing"
        elif not _is_clean(value):
            yield field, "it is not in NFC, or holds half of a surrogate pair"


def unheld(field: str, stack: Sequence[Layer]) -> str:
    """Why layers do not hold a field that a record states, for people."""
    holders = [
        f"{layer.name} holds it where {condition(layer.holds[field])}"
        for layer in stack
        if field in layer.holds
    ]
    return "; ".join(holders) or "no place for it"


def _spoken(
    record: Record, kind: BodyKind, stated: Collection[str]
) -> tuple[list[pages.Part], str | None]:
    """The passages of a body that states no language, and which one a reader takes it for.

    They are in the words of the language of the blocks, if these words make it no other.
    """
    title = record.title if "title" in stated else None
    spoken = reader.spoken_language([passage(b) for b in pages.blocks(record)], title)
    parts: list[pages.Part] = []
    for _ in range(2):
        before = spoken
        parts = pages.parts(record, kind, cues.load(spoken), stated)
        spoken = reader.spoken_language([p for _, p in parts], title)
        if before == spoken:
            break
    return parts, spoken


def _header(
    record: Record, stack: Sequence[Layer], needed: Collection[Layer]
) -> list[tuple[Layer, Record]]:
    """The layers that are written: those needed, that carry what none above does, or that guard."""
    header: list[tuple[Layer, Record]] = []
    done: set[str] = set()
    for layer in stack:
        carried = {f for f, holds in layer.holds.items() if _has(record, f) and holds(record)}
        is_guard = done.isdisjoint(layer.holds) and layer.guards(record)
        if layer in needed or carried - done or is_guard:
            blank: dict[str, Any] = {f: getattr(_NOTHING, f) for f in _HEADER if f not in carried}
            header.append((layer, evolve(record, **blank)))
            done |= carried
    return header


def makes(record: Record, layers: Collection[Layer]) -> bool:
    """Whether a record states something that each of some layers carries."""
    return all(
        any(_has(record, f) and holds(record) for f, holds in layer.holds.items())
        for layer in layers
    )


def _has(record: Record, field: str) -> bool:
    """Whether a record states a field, in a form that is emitted as it stands."""
    value = getattr(record, field)
    return bool(value) and _is_clean(value)


def _is_clean(value: Any) -> bool:
    """Whether every string of a value is in NFC, and every character of it encodable."""
    if isinstance(value, tuple):
        return all(map(_is_clean, value))
    if isinstance(value, (Image, Related)):
        return all(map(_is_clean, astuple(value, recurse=False)))
    return not isinstance(value, (str, dict)) or holdings.is_clean(value)


def _stated(header: Sequence[tuple[Layer, Record]]) -> set[str]:
    return {f for layer, part in header for f in layer.holds if getattr(part, f)}


class _Page:
    """What the reader's rules make of a record's passages."""

    def __init__(
        self,
        record: Record,
        header: Sequence[tuple[Layer, Record]],
        passages: Sequence[Passage],
        kind: BodyKind,
        spoken: str | None,
    ) -> None:
        self._record = record
        self._header = header
        self._kind = kind
        self._words = words = cues.load(spoken)
        stated = _stated(header)
        self._title = record.title if "title" in stated else None
        if self._title and self._is_byline():
            self._title = None
        lines = [self._title or "", record.published or "", *(p.text for p in passages)]
        self._text = "\n".join(lines)
        ends = [0]
        for line in lines:
            ends.append(ends[-1] + len(line) + 1)
        self._spans: list[Span] = [(a, b - 1) for a, b in pairwise(ends)]
        placed = [
            evolve(p, start=a, end=b, pieces=[(a, b)] if b > a else [])
            for p, (a, b) in zip(passages, self._spans[2:], strict=True)
        ]
        if kind == "text":
            # Bare lines say nothing of what they are.
            placed = [evolve(p, type="paragraph") for p in placed]
        if kind == "html":
            html.forget(placed)
        headline = self._spans[0] if self._title else None
        self.body: Body = reader.settle(
            self._text, placed, (), headline, self._title, spoken, words, flat=kind == "text"
        )

    def _is_byline(self) -> bool:
        """Whether the title would read as a byline where only its place makes it the headline."""
        by_place = bool(self._header) and self._header[0][0] in reader.BY_PLACE
        return by_place and bool(people.credits(self._record.title or "", self._words))

    def shows(self, record: Record) -> bool:
        """Whether the body alone shows the record's picture."""
        return assembly.lead_image(None, self.body.images) == record.image

    def differences(self, stated: Collection[str]) -> Iterator[str]:
        """The fields that would read otherwise."""
        record, edges = self._record, self.body.edges
        if "title" in stated and self._title is None:
            yield "title"
        if "authors" not in stated and tuple(edges.authors) != record.authors:
            yield "authors"
        if tuple(edges.credits) != record.credits:
            yield "credits"
        if edges.dateline != record.dateline:
            yield "dateline"
        apart = assembly.teaser(self.body.passages)
        if "summary" not in stated and (apart.text if apart else None) != record.summary:
            yield "summary"
        address = holdings.stated_picture(record) if "image" in stated else None
        if not self.shows(record) and (
            assembly.lead_image(address, self.body.images) != record.image
        ):
            yield "image"
        if [evolve(r, start=None, end=None) for r in self.body.related] != [
            evolve(r, start=None, end=None) for r in record.related
        ]:
            yield "related"
        text, blocks = assembly.compose(
            p for p in self.body.passages if p.role in ("body", "image", "caption")
        )
        if text != record.text or not holdings.is_clean([text, *(b.text for b in blocks)]):
            yield "text"
        elif record.blocks and list(map(_shape, blocks)) != list(map(_shape, record.blocks)):
            yield "blocks"
        yield from self._dates()

    def _dates(self) -> Iterator[str]:
        """The dates that the rule would choose otherwise."""
        stated = [
            Stated(field, layer.name, getattr(part, field), self._spans[1])
            for layer, part in self._header
            for field in ("published", "modified")
            if getattr(part, field)
        ]
        start = self._spans[0][0] if self._title else None
        if start is not None and self._header:
            start = reader.headline(self._header[0][0], start, self.body.passages)
        header = list(witnesses.of_header(stated, self._text, self._words, start))
        found = list(header)
        url = next((part.url for _, part in self._header if part.url), None)
        if url:
            found += witnesses.of_address(url, None, "published", "url")
        page = self._text, self._spans[1][1], self.body.passages, self._kind, self._words
        found += stamps.of_body(*page, header, start)
        when = chronology.choose(witnesses.settle(found, start), self.body.language)
        wanted = {"modified": self._record.modified}
        wanted |= {x.field: x.value for x in reversed(stated)}
        if when.published != wanted.get("published"):
            yield "published"
        if when.modified != wanted.get("modified"):
            yield "modified"


def _shape(block: Block) -> object:
    """What a block is, wherever it stands."""
    offset = block.text_start or 0
    links = [(x.url, x.text_start - offset, x.text_end - offset) for x in block.links]
    return block.type, block.text, block.level, block.items, block.rows, block.url, links
