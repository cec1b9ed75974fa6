"""A record as a file of a format: what ``loads`` reads back."""

from collections.abc import Iterable, Iterator
from typing import IO, NamedTuple

from attrs import evolve

from normalize import cues, invisible, people, roles
from normalize.bodies import BodyKind
from normalize.bodies.writers import paragraphs, write
from normalize.datelines import opening
from normalize.detection import peel
from normalize.errors import NormalizeError
from normalize.formats import (
    DATE_PREFIX,
    EPOCH_COMMENT,
    FRONT_MATTER,
    HEADLINE,
    LINK_TITLE,
    TIMESTAMP,
)
from normalize.layers.layer import Layer
from normalize.passage import Passage
from normalize.reader import spoken_language
from normalize.record import Block, Record


class Form(NamedTuple):
    """How a format is written.

    Attributes:
        layers: The layers that may be written, outermost first.
        needed: How many of them, from the outermost on, make the format what it is.
        body: The kind of its body.
    """

    layers: tuple[Layer, ...]
    needed: int
    body: BodyKind


FORMS: dict[str, Form] = {
    "jekyll-post": Form((FRONT_MATTER, LINK_TITLE), 1, "markdown"),
    "html-comment": Form((EPOCH_COMMENT, LINK_TITLE), 1, "html"),
    "date-prefix": Form((DATE_PREFIX,), 1, "text"),
    "headline-timestamp": Form((HEADLINE, TIMESTAMP), 2, "text"),
    "headline": Form((HEADLINE,), 1, "text"),
}
"""The formats that can be written."""

_HEADER = (
    "title",
    "published",
    "modified",
    "url",
    "authors",
    "credits",
    "dateline",
    "language",
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
    form = FORMS[format]
    if record.language == spoken_language(_passages(record), record.title):
        # A judgement is written only where a reader would judge otherwise.
        record = evolve(record, language=None)
    layers = [layer for layer in form.layers if _writes(layer, record)]
    for layer in form.layers[: form.needed]:
        if layer not in layers or not layer.write(record):
            raise NormalizeError(
                f"a {format} file begins with a {layer.name}, and this record states no "
                f"{' or '.join(layer.holds)} for it; choose another format",
                code="not-carried",
            )
    header = "".join(layer.write(record) for layer in layers)
    if form.body == "html" and header:
        header += "\n"
    text = header + write(_blocks(record), form.body)
    lost = list(_lost(record, layers, form.body))
    if not _is_header(header, text, format) and "text" not in lost:
        lost.append("text")
    if lost and not lossy:
        raise NormalizeError(
            f"a {format} file cannot carry this record's {', '.join(lost)}; "
            "choose another format, or pass lossy=True to leave them out",
            code="not-carried",
        )
    return text


def _is_header(header: str, text: str, format: str) -> bool:  # noqa: A002
    """Whether the layers claim the header that was written, and nothing of the body below it."""
    peeled = peel(text)
    start = len(header)
    if peeled.format.name != format or peeled.start > start:
        return False
    return not text[peeled.start : start].strip()


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
    if not (all(_is_carried(b, kind) for b in _blocks(record)) and _stays_body(record, kind)):
        yield "text"


def _is_carried(block: Block, kind: BodyKind) -> bool:
    """Whether a body of a kind can hold a block: bare lines hold paragraphs of one line alone."""
    if kind == "text" and (block.type != "paragraph" or block.links or "\n" in block.text):
        return False
    if block.type != "code" and invisible.strip(block.text) != block.text:
        return False
    is_running = block.type in ("paragraph", "heading", "quote")
    lines = block.text.split("\n") if is_running else ()
    return all(line == " ".join(line.split()) and line for line in lines)


def _stays_body(record: Record, kind: BodyKind) -> bool:
    """Whether no passage would be taken for a part of the page around the article."""
    passages = _passages(record)
    words = cues.load(record.language)
    roles.assign(passages, words, record.title, flat=kind == "text")
    leads = [opening(p.text, words) for p in passages[:1]]
    named = [people.credits(p.text, words) for p in passages]
    return all(p.role in ("body", p.type) for p in passages) and not (any(leads) or any(named))
