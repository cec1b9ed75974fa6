"""From what was read to the record: its text, blocks, images and the roles of every span."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any, NamedTuple

from attrs import evolve

from normalize import blemishes, composition, dates, json_text
from normalize.chronology import Chronology
from normalize.detection import Peeled, articles
from normalize.document import Document, ledger
from normalize.edges import Edges
from normalize.errors import Lines
from normalize.evidence import Fields, host
from normalize.formats import UNKNOWN
from normalize.layers.layer import problem
from normalize.passage import Passage, moved
from normalize.record import (
    Block,
    Image,
    Link,
    Problem,
    Reason,
    Record,
    Related,
    Source,
    dump_json,
    scrub,
)
from normalize.source import Decoded
from normalize.span import Mark, Span


class Body(NamedTuple):
    """The body of a document.

    Attributes:
        passages: Its passages in their roles.
        edges: What opens and closes its text.
        related: What the page offers beside it.
        images: Its pictures, with their captions.
        language: Its language, stated or detected.
    """

    passages: list[Passage]
    edges: Edges
    related: tuple[Related, ...]
    images: tuple[Image, ...]
    language: str | None


_GATHERED = ("html-comment", "link-title", "markdown")
"""The formats that feed dumps and digests are made of."""


def assemble(
    decoded: Decoded,
    peeled: Peeled,
    fields: Fields,
    body: Body,
    when: Chronology,
    name: str | None,
) -> Document:
    """Build the record and its document.

    Args:
        decoded: The bytes and their text.
        peeled: The layers and where the body begins.
        fields: What the header states.
        body: The body.
        when: The dates.
        name: The file's name.
    """
    clean = _cleaner(decoded.text + (peeled.inner.text if peeled.inner else ""))
    text, blocks = compose(
        (p for p in body.passages if p.role in ("body", "image", "caption")), clean
    )
    marks = list(_marks(fields, body))
    spans = _spans(decoded.text, fields, body, when)
    digest = hashlib.sha256(decoded.data).hexdigest()
    title = clean(fields.title)
    apart = teaser(body.passages)
    record = Record(
        id=f"sha256:{digest}",
        fingerprint=fingerprint(title, when.published, text),
        format=peeled.format.name,
        layers=peeled.layers,
        title=title,
        published=when.published,
        published_precision=when.precision,
        published_at=dates.instant(when.published) if when.published else None,
        modified=when.modified,
        dates=clean(when.dates),
        url=clean(fields.url),
        site=clean(host(fields.url) or body.edges.host),
        authors=clean(fields.authors or tuple(body.edges.authors)),
        credits=clean(tuple(body.edges.credits)),
        dateline=clean(body.edges.dateline),
        language=body.language,
        categories=clean(fields.categories),
        tags=clean(tuple(dict.fromkeys((*fields.tags, *body.edges.tags)))),
        summary=clean(fields.summary or (apart.text if apart is not None else None)),
        image=clean(lead_image(fields.image, body.images)),
        images=clean(body.images),
        text=text,
        blocks=blocks,
        related=clean(body.related),
        extra=clean(fields.extra),
        missing=_missing(peeled, fields, body, when),
        problems=placed(
            [
                *decoded.problems,
                *_problems(peeled, fields, when, body.passages, text, decoded.text),
            ],
            decoded.text,
        ),
        source=Source(
            scrub(name) if name else name,
            None,
            digest,
            len(decoded.data),
            decoded.encoding,
            decoded.newline,
            decoded.bom,
        ),
        ledger=partial(ledger, decoded.text, marks, spans),
    )
    return Document(decoded, record, marks, spans)


def fingerprint(title: str | None, published: str | None, text: str) -> str:
    """The duplicate key of RECORD.md: what an article says, whatever file says it."""
    when = dates.instant(published) or published if published else None
    if len(text) <= json_text.LONG:
        said = dump_json([title, when, text])
        if not said.isascii():
            said = composition.compose(said.decode()).encode()
        return f"v1:{hashlib.sha256(said).hexdigest()}"
    digest = hashlib.sha256()
    for piece in chain([dump_json([title, when])[:-1], b',"'], json_text.pieces(text), [b'"]']):
        digest.update(piece if piece.isascii() else composition.compose(piece.decode()).encode())
    return f"v1:{digest.hexdigest()}"


def _cleaner(text: str) -> Callable[[Any], Any]:
    """What makes an emitted value of a value: NFC, and no undecodable byte.

    Nearly every text needs neither, and its values are emitted as they are.
    """
    if text.isascii() or (composition.is_composed(text) and scrub(text) is text):
        return lambda value: value

    def clean(value: Any) -> Any:
        if isinstance(value, str):
            return composition.compose(scrub(value))
        if isinstance(value, (tuple, list)):
            return type(value)(map(clean, value))
        if isinstance(value, dict):
            return {clean(key): clean(v) for key, v in value.items()}
        if hasattr(value, "__attrs_attrs__"):
            return evolve(
                value, **{a.name: clean(getattr(value, a.name)) for a in value.__attrs_attrs__}
            )
        return value

    return clean


def compose(
    passages: Iterable[Passage], clean: Callable[[Any], Any] = lambda value: value
) -> tuple[str, tuple[Block, ...]]:
    """Passages as blocks, and the text that the blocks are slices of.

    Args:
        passages: Those that become blocks, in order.
        clean: What makes an emitted value of a value.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    place = 0
    for p in passages:
        said = clean(p.text)
        if p.type == "image":
            blocks.append(Block("image", p.start, p.end, said, url=clean(p.url)))
        elif p.type == "caption" or p.role == "caption":
            blocks.append(Block("caption", p.start, p.end, said))
        elif said:
            end = place + len(said)
            links = p.links if said == p.text else moved(p.text, p.links, clean)
            blocks.append(
                Block(
                    p.type,
                    p.start,
                    p.end,
                    said,
                    place,
                    end,
                    tuple([Link(clean(url), place + a, place + b) for url, a, b in links]),
                    p.level,
                    tuple(map(clean, p.items)) if p.items is not None else None,
                    tuple(tuple(map(clean, row)) for row in p.rows) if p.rows is not None else None,
                )
            )
            parts.append(said)
            place = end + 2
    return "\n\n".join(parts), tuple(blocks)


def teaser(passages: Iterable[Passage]) -> Passage | None:
    """The teaser of the text, or else the lead set apart: the summary where none is stated."""
    lead = None
    for p in passages:
        if p.role == "summary":
            return p
        if lead is None and p.role == "body" and "lead" in p.hints:
            lead = p
    return lead


def lead_image(stated: Image | None, images: tuple[Image, ...]) -> Image | None:
    """The picture that the header states, or the first; with its texts from where they stand."""
    if stated is None:
        return images[0] if images else None
    return next((image for image in images if image.url == stated.url), stated)


# What a problem of a layer keeps from being read.
_BROKEN = {
    "epoch-invalid": ("published",),
    "date-prefix-broken": ("published",),
    "date-invalid": ("published",),
    "link-title-broken": ("title", "url"),
}


def _missing(peeled: Peeled, fields: Fields, body: Body, when: Chronology) -> dict[str, Reason]:
    """Why each of the keys that a corpus needs is null."""
    broken = {
        field for r in peeled.readings for p in r.problems for field in _BROKEN.get(p.code, ())
    }
    stated = {
        "title": fields.title,
        "published": when.published,
        "url": fields.url,
        "language": body.language,
    }
    out: dict[str, Reason] = {
        key: "invalid" if key in broken | fields.unread else "absent"
        for key, value in stated.items()
        if value is None
    }
    if when.missing not in (None, "absent"):
        out["published"] = when.missing
    return out


def placed(problems: Iterable[Problem], text: str) -> tuple[Problem, ...]:
    """Problems whose messages begin with line and column, where they have a place."""
    lines = Lines(text)
    return tuple(
        p if p.start is None else evolve(p, message=lines.prefix(p.start) + scrub(p.message))
        for p in problems
    )


def _problems(
    peeled: Peeled,
    fields: Fields,
    when: Chronology,
    passages: list[Passage],
    text: str,
    source: str,
) -> Iterator[Problem]:
    for reading in peeled.readings:
        yield from reading.problems
    yield from fields.problems
    yield from when.problems
    if peeled.format is UNKNOWN:
        yield problem("binary", "the file is no text: its bytes were kept, nothing was read")
    elif not text:
        yield problem("body-empty", "no text of an article was found")
    if peeled.format.name in _GATHERED and len(starts := articles(source)) > 1:
        yield problem("several-articles", f"{len(starts):,} articles begin here", starts[1])
    yield from blemishes.problems(passages, source)


def _marks(fields: Fields, body: Body) -> Iterator[Mark]:
    yield from fields.marks
    yield from body.edges.marks
    for p in body.passages:
        if p.url_span is not None:
            yield Mark(*p.url_span, "image")
        if p.role != "body":
            for start, end in p.pieces:
                yield Mark(start, end, p.role)


def _spans(text: str, fields: Fields, body: Body, when: Chronology) -> dict[str, list[Span]]:
    """For each field the spans that spell it, in the order of the record."""
    spans = dict(fields.spans)
    for key in ("published", "modified"):
        spans[key] = [
            (d.start, d.end)
            for d in when.dates
            if d.chosen and d.role == key and d.start is not None and d.end is not None
        ]
    for key, places in body.edges.spans.items():
        if key == "authors" and fields.authors:
            # The header decides; the body spells those that it names as well.
            places = [(start, end) for start, end in places if text[start:end] in fields.authors]
        spans[key] = [*spans.get(key, ()), *places]
    spans["text"] = [piece for p in body.passages if p.role == "body" for piece in p.pieces]
    return {key: places for key, places in spans.items() if places}
