"""A record as a file of a format: what ``loads`` reads back."""

from collections.abc import Callable, Iterable, Iterator
from typing import IO

from attrs import evolve

from normalize import cues, roles
from normalize.bodies import BodyKind
from normalize.bodies.writers import paragraphs, write
from normalize.datelines import opening
from normalize.errors import NormalizeError
from normalize.formats import (
    DATE_PREFIX,
    EPOCH_COMMENT,
    FORMATS,
    FRONT_MATTER,
    HEADLINE,
    LINK_TITLE,
    TIMESTAMP,
)
from normalize.layers.layer import Layer
from normalize.passage import Passage
from normalize.reader import spoken_language
from normalize.record import Block, Record

FORMS: dict[str, tuple[tuple[Layer, ...], BodyKind]] = {
    "jekyll-post": ((FRONT_MATTER, LINK_TITLE), "markdown"),
    "html-comment": ((EPOCH_COMMENT, LINK_TITLE), "html"),
    "date-prefix": ((DATE_PREFIX,), "text"),
    "headline-timestamp": ((HEADLINE, TIMESTAMP), "text"),
    "headline": ((HEADLINE,), "text"),
}
"""The formats that can be written: their layers, outermost first, and the kind of their body."""

_HEADER = (
    "title",
    "published",
    "modified",
    "url",
    "authors",
    "credits",
    "dateline",
    "categories",
    "tags",
    "summary",
    "image",
    "related",
    "extra",
)


def dumps(record: Record, format: str, *, lossy: bool = False) -> str:  # noqa: A002
    """Write a record as a text of a format.

    Args:
        record: Any record: one that was read, or one made by hand.
        format: The name of the format.
        lossy: Leave out what the format cannot carry instead of refusing.

    Returns:
        The text; ``loads`` gives the record back, as far as the format carries it.

    Raises:
        NormalizeError: There is no such format to write (``format-unknown``), or it cannot carry
            all of the record (``not-carried``); the message names the fields.
    """
    if format not in FORMS:
        raise NormalizeError(
            f"no format {format!r} can be written; there are {', '.join(FORMS)}",
            code="format-unknown",
        )
    stack, kind = FORMS[format]
    if record.language == spoken_language(_passages(record), record.title):
        # A judgement is written only where a reader would judge otherwise.
        record = evolve(record, language=None)
    layers = [layer for layer in stack if _writes(layer, record)]
    needed = min(row.needed for row in FORMATS if row.name == format)
    for layer in stack[:needed]:
        if layer not in layers or not layer.write(record):
            raise NormalizeError(
                f"a {format} file begins with a {layer.name}, and this record states no "
                f"{' or '.join(layer.holds)} for it; choose another format",
                code="not-carried",
            )
    lost = list(_lost(record, layers, kind))
    if lost and not lossy:
        raise NormalizeError(
            f"a {format} file cannot carry this record's {', '.join(lost)}; "
            "choose another format, or pass lossy=True to leave them out",
            code="not-carried",
        )
    header = "".join(layer.write(record) for layer in layers)
    if kind == "html" and header:
        header += "\n"
    return header + write(_blocks(record), kind)


def dump(record: Record, file: IO[bytes], format: str, *, lossy: bool = False) -> None:  # noqa: A002
    """Write a record to a binary file, in UTF-8; see ``dumps``."""
    file.write(dumps(record, format, lossy=lossy).encode())


def _blocks(record: Record) -> tuple[Block, ...]:
    return record.blocks or paragraphs(record.text)


def _passages(record: Record) -> list[Passage]:
    return [Passage(b.type, 0, 0, b.text, [(0, len(b.text))]) for b in _blocks(record)]


def _writes(layer: Layer, record: Record) -> bool:
    """Whether none of the fields that a layer would write is past what it can carry."""
    return all(holds(record) for field, holds in layer.holds.items() if getattr(record, field))


def _lost(record: Record, layers: Iterable[Layer], kind: BodyKind) -> Iterator[str]:
    """The fields of the record that none of the layers, nor the body, can carry."""
    for field in _HEADER:
        if getattr(record, field) and not any(field in layer.holds for layer in layers):
            yield field
    if not all(map(_HOLDS[kind], _blocks(record))) or (kind == "text" and not _stays_body(record)):
        yield "text"


def _is_line(block: Block) -> bool:
    return block.type == "paragraph" and block.text == " ".join(block.text.split())


def _any_block(block: Block) -> bool:
    return True


_HOLDS: dict[BodyKind, Callable[[Block], bool]] = {
    "text": _is_line,
    "markdown": _any_block,
    "html": _any_block,
}


def _stays_body(record: Record) -> bool:
    """Whether no paragraph would be taken for a part of the page as bare lines."""
    passages = _passages(record)
    words = cues.load(record.language)
    roles.assign(passages, words, record.title, flat=True)
    leads = [opening(p.text, words) for p in passages[:1]]
    return all(p.role == "body" for p in passages) and not any(leads)
