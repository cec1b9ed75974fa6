"""The canonical record, schema version 1: its classes, their plain dicts and their JSON.

The classes are frozen and check nothing: a record is made by the reader, or by ``from_dict``,
which checks at the edge.
"""

from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter
from typing import Any, Literal, Self, TypeAlias

from attrs import Factory, field, fields, frozen

from normalize import json_text
from normalize.errors import NormalizeError, Severity
from normalize.passage import BlockType
from normalize.span import Segment, Span

SCHEMA_VERSION = 1

Literals: TypeAlias = str | list["Literals"] | dict[str, "Literals"]
Precision = Literal["year", "month", "day", "minute", "second", "fraction"]
DateRole = Literal["published", "modified", "feed", "crawl", "mention"]
Zone = Literal["stated", "none"]
Reason = Literal["absent", "ambiguous", "partial", "invalid", "conflict"]
RelatedKind = Literal["related", "read-more", "glued"]
Newline = Literal["lf", "crlf", "cr", "mixed"]


def _columns(cls: type, *left_out: str) -> Callable[[Any], dict[str, Any]]:
    """A function that gives the attributes of an instance as a dict, in the order of the class."""
    names = tuple(a.name for a in fields(cls) if a.name not in left_out)
    values = attrgetter(*names)
    return lambda instance: dict(zip(names, values(instance), strict=True))


@frozen
class Date:
    """A date that was considered.

    Attributes:
        role: What it dates.
        value: ISO 8601 with the precision stated; EDTF level 2 (``XXXX-07-24``) without a year.
        literal: As it is spelled.
        precision: The finest part stated.
        zone: Whether a zone is stated.
        origin: Where it stands: a layer, ``url``, ``image-url``, ``file-name``, ``given``,
            ``html``, ``body`` or ``related``.
        start, end: Its span; None where it does not stand in the text.
        chosen: Whether it is the record's ``published`` or ``modified``.
    """

    role: DateRole
    value: str
    literal: str
    precision: Precision
    zone: Zone = "none"
    origin: str = "body"
    start: int | None = None
    end: int | None = None
    chosen: bool = False


@frozen
class Link:
    """A link of a block. The offsets index the text that the block's offsets index."""

    url: str
    text_start: int
    text_end: int


@frozen
class Image:
    """A picture of the body."""

    url: str
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None


@frozen
class Block:
    """A block of the body.

    Attributes:
        type: What kind of block it is.
        start, end: Its span in the decoded text.
        text: Its plain text; of an image, the alternative text.
        text_start, text_end: Its place in the record's ``text``; None for image and caption.
        links: Its links, by their place in the record's ``text``.
        level: Of a heading, 1 to 6.
        items: Of a list.
        rows: Of a table, cell by cell.
        url: Of an image.
    """

    type: BlockType
    start: int
    end: int
    text: str
    text_start: int | None = None
    text_end: int | None = None
    links: tuple[Link, ...] = ()
    level: int | None = None
    items: tuple[str, ...] | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    url: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The block as RECORD.md has it: `text` only where it is not a slice of the record's."""
        out = _block(self)
        if "links" in out:
            out["links"] = list(map(_LINK, self.links))
        if self.items is not None:
            out["items"] = list(self.items)
        if self.rows is not None:
            out["rows"] = [list(row) for row in self.rows]
        return out


@frozen
class Related:
    """An item that the page offers beside the article.

    Attributes:
        kind: ``related`` in a list, ``read-more`` between paragraphs, ``glued`` where title and
            teaser stand on one line.
        count: How often it stands there.
        start, end: The span of its first place.
    """

    title: str
    summary: str | None = None
    url: str | None = None
    published: str | None = None
    kind: RelatedKind = "related"
    count: int = 1
    start: int | None = None
    end: int | None = None


@frozen
class Problem:
    """Something the reader could not settle or had to mend; its code stands in ``PROBLEMS``."""

    code: str
    severity: Severity
    message: str
    start: int | None = None
    end: int | None = None


@frozen
class Source:
    """The file behind a record."""

    path: str | None = None
    member: int | None = None
    sha256: str | None = None
    size: int | None = None
    encoding: str | None = None
    newline: Newline | None = None
    bom: bool = False


@frozen
class Ledger:
    """Every character of the decoded text in its place, and what spells each field."""

    raw: str
    segments: tuple[Segment, ...]
    spans: Mapping[str, list[Span]]


@frozen
class Record:
    """One article. The attributes are the keys of the JSON, in its order; see RECORD.md."""

    schema_version: int = SCHEMA_VERSION
    id: str | None = None
    fingerprint: str = ""
    format: str = "unknown"
    layers: tuple[str, ...] = ()
    title: str | None = None
    published: str | None = None
    published_precision: Precision | None = None
    published_at: str | None = None
    modified: str | None = None
    dates: tuple[Date, ...] = ()
    url: str | None = None
    site: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    dateline: str | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str | None = None
    image: Image | None = None
    images: tuple[Image, ...] = ()
    text: str = ""
    blocks: tuple[Block, ...] = ()
    related: tuple[Related, ...] = ()
    extra: dict[str, Literals] = Factory(dict)
    missing: dict[str, Reason] = Factory(dict)
    problems: tuple[Problem, ...] = ()
    source: Source = Source()
    ledger: Callable[[], Ledger] | None = field(default=None, eq=False, repr=False)

    def to_dict(self, *, ledger: bool = False, source: bool = False) -> dict[str, Any]:
        """The record as a plain dict, its keys in the order of RECORD.md.

        Args:
            ledger: Add ``segments`` and ``spans``.
            source: Add ``raw``, the decoded text.

        Raises:
            NormalizeError: The ledger or the text is asked of a record that was not read from a
                text.
        """
        out = self._columns(ledger, source)
        for key in ("layers", "authors", "credits", "categories", "tags"):
            out[key] = list(out[key])
        out["dates"] = list(map(_DATE, self.dates))
        out["image"] = _IMAGE(self.image) if self.image else None
        out["images"] = list(map(_IMAGE, self.images))
        out["blocks"] = [block.to_dict() for block in self.blocks]
        out["related"] = list(map(_RELATED, self.related))
        out["problems"] = list(map(_PROBLEM, self.problems))
        out["source"] = _SOURCE(self.source)
        if ledger:
            out["segments"] = [s._asdict() for s in out["segments"]]
            out["spans"] = {k: [list(s) for s in v] for k, v in out["spans"].items()}
        return out

    def to_json(self, *, ledger: bool = False, source: bool = False, indent: bool = False) -> str:
        """The record as JSON text: one line, or indented by two blanks."""
        out = self._columns(ledger, source)
        dump = partial(dump_json, indent=indent)
        if max(len(self.text), len(out.get("raw", ""))) <= json_text.LONG:
            return dump(out).decode()
        parts = ((b.text_start, b.text) for b in self.blocks if b.text_start is not None)
        long = {"text": json_text.string(self.text, parts)}
        if source:
            long["raw"] = json_text.string(out["raw"])
        if not indent:
            long["blocks"] = json_text.array(self.blocks, dump)
        return "".join(json_text.members(out, long, dump, indent=indent))

    def _columns(self, ledger: bool, source: bool) -> dict[str, Any]:
        """The keys of the record; in it, what has keys of its own is as it is."""
        out = _RECORD(self)
        if ledger or source:
            if self.ledger is None:
                raise NormalizeError(
                    "this record was not read from a text, so it has no ledger; read one with "
                    "normalize.parse",
                    code="no-ledger",
                )
            book = self.ledger()
            if ledger:
                out["segments"] = book.segments
                out["spans"] = book.spans
            if source:
                out["raw"] = scrub(book.raw)
        return out

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """A record from its plain dict. ``segments``, ``spans`` and ``raw`` are passed over.

        Raises:
            NormalizeError: A key is missing or unknown, or a value is not of its type; the message
                names each.
        """
        from normalize.structure import structure

        return structure(cls, data)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """A record from its JSON text.

        Raises:
            NormalizeError: The text is no JSON, or no record; see ``from_dict``.
        """
        from normalize.structure import load_object

        return cls.from_dict(load_object(text))


_LINK = _columns(Link)
_DATE = _columns(Date)
_IMAGE = _columns(Image)
_RELATED = _columns(Related)
_PROBLEM = _columns(Problem)
_SOURCE = _columns(Source)
_RECORD = _columns(Record, "ledger")


def _block(block: Block) -> dict[str, Any]:
    """The keys of a block; its links, items and rows are as they are."""
    out: dict[str, Any] = {"type": block.type, "start": block.start, "end": block.end}
    if block.text_start is not None:
        out["text_start"] = block.text_start
        out["text_end"] = block.text_end
        out["links"] = block.links
    elif block.type == "image":
        out["url"] = block.url
    else:
        out["text"] = block.text
    if block.level is not None:
        out["level"] = block.level
    if block.items is not None:
        out["items"] = block.items
    if block.rows is not None:
        out["rows"] = block.rows
    return out


_KEYED: dict[type, Callable[[Any], dict[str, Any]]] = {
    Link: _LINK,
    Date: _DATE,
    Image: _IMAGE,
    Block: _block,
    Related: _RELATED,
    Problem: _PROBLEM,
    Source: _SOURCE,
    Segment: Segment._asdict,
}
"""The keys of what a record is made of, for a writer that asks for them as it goes: the dicts of
many blocks take more memory than their text."""


def scrub(text: str) -> str:
    """A text as it is emitted: each undecodable byte, a lone surrogate here, as U+FFFD."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def dump_json(data: Any, *, indent: bool = False) -> bytes:
    """Plain data as compact UTF-8 JSON, without a newline at its end."""
    import orjson

    return orjson.dumps(data, _keyed, orjson.OPT_INDENT_2 if indent else 0)


def _keyed(value: Any) -> dict[str, Any]:
    return _KEYED[type(value)](value)
