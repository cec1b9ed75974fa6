"""What a format can carry of a record, by predicates on the record.

Of a header each layer says it (``holds``). Of a body the reader's own rules say it, asked of the
record's passages: a line that they would take for a caption is none of the text. No file is
written or read to find out.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import astuple, evolve

from normalize import (
    assembly,
    chronology,
    cues,
    invisible,
    pages,
    people,
    reader,
    stamps,
    witnesses,
)
from normalize.bodies import BodyKind, html
from normalize.bodies.html_hints import shares
from normalize.bodies.writers import passage
from normalize.evidence import Stated
from normalize.expression import expression
from normalize.formats import ADDRESS_LINE
from normalize.layers import keys
from normalize.layers.layer import Layer
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
_IN_BODY = ("authors", "language", "summary", "image")
_FIELDS = list(Record.__annotations__)

# What no article holds, and what readers of text and of HTML pass over or take for a mark.
_FORBIDDEN = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ud800-\udfff]")
# What bare lines show as markup: the bullet of an item, a rule.
_BULLET = expression(r"[•·▪■◆●►▶‣⁃*][^\S\n]|[-=*_~]{3,}\Z")


class Sheet(NamedTuple):
    """A record as it will be written.

    Attributes:
        header: The layers, outermost first, each with what it carries of the record.
        body: The passages of the body, in order.
        lost: The fields that are not carried, in the order of the record.
    """

    header: list[tuple[Layer, Record]]
    body: list[Passage]
    lost: list[str]


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
    lost = {
        *(f for f in _HEADER if getattr(record, f) and f not in stated and f not in _IN_BODY),
        *(part.field for part in parts if not _is_carried(part.passage, kind)),
        *page.differences(stated),
        *(field for field in _FIELDS if not _is_clean(getattr(record, field))),
    }
    if record.language and "language" not in stated | unsaid.keys():
        lost.add("language")
    return Sheet(
        _header(evolve(record, **unsaid), stack, needed),
        [p for _, p in parts],
        [field for field in _FIELDS if field in lost],
    )


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
    """The layers that are written: those needed, and those that carry what none above does."""
    header: list[tuple[Layer, Record]] = []
    done: set[str] = set()
    for layer in stack:
        carried = {f for f, holds in layer.holds.items() if _has(record, f) and holds(record)}
        if layer in needed or carried - done:
            blank: dict[str, Any] = {f: getattr(_NOTHING, f) for f in _HEADER if f not in carried}
            header.append((layer, evolve(record, **blank)))
            done |= carried
    return header


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
    return not isinstance(value, (str, dict)) or keys.is_clean(value)


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
        address = Image(record.image.url) if record.image and "image" in stated else None
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
        if text != record.text or not keys.is_clean([text, *(b.text for b in blocks)]):
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
        if self._header and self._header[0][0] is ADDRESS_LINE:
            start = None
        header = list(witnesses.of_header(stated, self._text, self._words, start))
        found = list(header)
        url = next((part.url for _, part in self._header if part.url), None)
        if url:
            found += witnesses.of_address(url, None, "published", "url")
        page = self._text, self._spans[1][1], self.body.passages, self._kind, self._words
        found += stamps.of_body(*page, header, titled=start is not None)
        when = chronology.choose(witnesses.settle(found, start), self.body.language)
        wanted = {x.field: x.value for x in reversed(stated)}
        if when.published != wanted.get("published"):
            yield "published"
        if when.modified != wanted.get("modified"):
            yield "modified"


def _shape(block: Block) -> object:
    """What a block is, wherever it stands."""
    offset = block.text_start or 0
    links = [(x.url, x.text_start - offset, x.text_end - offset) for x in block.links]
    return block.type, block.text, block.level, block.items, block.rows, block.url, links


def _is_carried(p: Passage, kind: BodyKind) -> bool:
    """Whether a body of a kind can spell a passage."""
    parts = _lines(p)
    if _FORBIDDEN.search(p.text) or not _are_apart(p, parts, kind):
        return False
    if p.type != "code" and invisible.strip(p.text) != p.text:
        return False
    if kind == "text":
        bare = p.type in ("paragraph", "caption") and not p.links and len(parts) == 1
        return bare and _is_folded(p.text) and not _BULLET.match(p.text)
    match p.type:
        case "image":
            return bool(p.url) and not re.search(r"\s", p.url or "") and p.text == p.text.strip()
        case "code":
            ends = p.text if kind == "markdown" else p.text.rstrip()
            return bool(p.text.strip()) and p.text == ends and "\r" not in p.text
        case "table":
            rows = p.rows or [[]]
            even = {len(row) for row in rows} == {len(rows[0])} and all(map(any, rows))
            return even and all(_is_folded(cell) for row in rows for cell in row if cell)
        case "heading":
            return len(parts) == 1 and _is_folded(p.text)
        case _:
            return bool(parts) and all(map(_is_folded, parts))


def _lines(p: Passage) -> list[str]:
    """The parts of a passage that the body spells one by one."""
    if p.rows is not None:
        return [cell for row in p.rows for cell in row]
    return p.text.split("\n")


def _is_folded(line: str) -> bool:
    return bool(line) and line == " ".join(line.split())


def _are_apart(p: Passage, parts: Sequence[str], kind: BodyKind) -> bool:
    """Whether each link lies in one part, behind the one before it, and has a text and an address.

    A paragraph of share links would be a prompt of the page.
    """
    if p.links and p.type in ("code", "caption"):
        return False
    place = start = 0
    spans = []
    for part in parts:
        spans.append((start, start + len(part)))
        start += len(part) + 1
    for url, a, b in p.links:
        said = p.text[a:b]
        if a < place or not said or said != said.strip() or not url or re.search(r"\s", url):
            return False
        if not any(first <= a and b <= last for first, last in spans):
            return False
        if kind == "html" and shares(url):
            return False
        place = b
    return True
