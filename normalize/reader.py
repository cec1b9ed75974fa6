"""The way of the data: decoded text to layers, passages, roles, evidence and a document."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from normalize import (
    assembly,
    bodies,
    chronology,
    cues,
    edges,
    evidence,
    language,
    offsets,
    people,
    pictures,
    related,
    roles,
    stamps,
    witnesses,
)
from normalize.assembly import Body
from normalize.chronology import Chronology, Witness
from normalize.cues import Cues
from normalize.detection import Peeled, peel
from normalize.document import Document
from normalize.evidence import Fields
from normalize.formats import (
    ADDRESS_LINE,
    DATE_PREFIX,
    HEADLINE,
    HTML_HEAD,
    NAMED,
    TIMESTAMP,
    UNKNOWN,
)
from normalize.layers.json_string import Resolved
from normalize.layers.layer import Layer
from normalize.passage import Passage
from normalize.record import scrub
from normalize.source import Decoded
from normalize.span import Span

BY_PLACE = (HEADLINE, TIMESTAMP, DATE_PREFIX)
"""The outermost layers below which only its place makes a line the headline."""

_PATHS = ("permalink", "path", "url")
_LONG = 1 << 16  # characters
_PROBE = 1500
_LINE = 40
_FIRST = 20  # passages


class Findings(NamedTuple):
    """What was read of a text: its layers, the header's fields, the body, the dates."""

    peeled: Peeled
    fields: Fields
    body: Body
    when: Chronology


def read(decoded: Decoded, name: str | None = None, url: str | None = None) -> Document:
    """Read a decoded file.

    Args:
        decoded: The bytes and their text.
        name: The file's name; a Jekyll post may keep its date there.
        url: The article's address, where the caller knows it.
    """
    with _uncollected(decoded.text):
        return assembly.assemble(decoded, *find(decoded, name, url), name)


@contextmanager
def _uncollected(text: str) -> Iterator[None]:
    """Look for no cycles among the objects of a long text while it is read.

    Nearly none is garbage before the record is done, and the collector would look at all of them
    again and again: of a text of very short lines that takes a third of the time.
    """
    pause = len(text) > _LONG and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()


def find(decoded: Decoded, name: str | None, url: str | None) -> Findings:
    """What a record is assembled from. The arguments are those of ``read``."""
    peeled = peel(decoded.text)
    text = peeled.text
    is_text = peeled.format is not UNKNOWN
    start = peeled.start
    if peeled.inner is not None:
        # A body that stands escaped is read behind the file's own text, and its places moved back.
        start = len(text)
        text += peeled.inner.text
    passages = bodies.read(text, start, peeled.body) if is_text else []
    fields = evidence.gather(peeled.readings, text, url)
    spoken = fields.language or spoken_language(passages, fields.title)
    words = cues.load(spoken)
    if fields.title and _is_byline(peeled, fields.title, words):
        why = {"title": "what stands where headlines stand is a byline or a credit"}
        fields = fields._replace(title=None, reasons=fields.reasons | why)
    body = _body(text, peeled, passages, fields.title, spoken, words)
    if fields.url is None and body.edges.address is not None:
        url, place = body.edges.address
        why = {"url": "behind a label in the body"}
        spans = fields.spans | {"url": [place]}
        fields = fields._replace(url=url, spans=spans, reasons=fields.reasons | why)
    dated = list(_witnesses(text, start, peeled, fields, body, name, words))
    when = chronology.choose(witnesses.settle(dated, _start(peeled, fields, body)), spoken)
    if peeled.inner is not None:
        body, when = offsets.move_body(body, when, partial(_origin, peeled.inner, start))
    return Findings(peeled, fields, body, when)


def _origin(inner: Resolved, start: int, place: int) -> int:
    """Where in the file an offset lies, of a text that the body behind its escapes follows."""
    return place if place < start else inner.origin(place - start)


def _is_byline(peeled: Peeled, title: str, words: Cues) -> bool:
    """Whether a byline or a credit stood where headlines stand; a stated title is one as it is."""
    return peeled.format.stack[0] in BY_PLACE and bool(people.credits(title, words))


def _body(
    text: str,
    peeled: Peeled,
    passages: list[Passage],
    title: str | None,
    spoken: str | None,
    words: Cues,
) -> Body:
    """The passages of the body in their roles, without the edges of the text."""
    lines: dict[str, list[Span]] = {"navigation": [], "stamp": [], "title": []}
    for reading in peeled.readings:
        for value in reading.values:
            if value.key in lines:
                lines[value.key] += value.spans
    # What stands where headlines stand and is none names people.
    above = [*lines["navigation"], *lines["stamp"], *(() if title else lines["title"])]
    headline = lines["title"][0] if title and lines["title"] else None
    flat = peeled.body == "text"
    return settle(text, passages, above, headline, title, spoken, words, flat=flat)


def settle(
    text: str,
    passages: list[Passage],
    lines: Sequence[Span],
    headline: Span | None,
    title: str | None,
    spoken: str | None,
    words: Cues,
    *,
    flat: bool,
) -> Body:
    """Give passages their roles, and read what they state.

    Args:
        text: What the spans index.
        passages: All of them, in order; changed in place.
        lines: The lines of the header that may name people.
        headline: Where the headline stands, if it is one of the lines of a page.
        title: The article's title.
        spoken: The language of the body.
        words: The words of that language.
        flat: Whether the body is plain text.
    """
    roles.assign(passages, words, title, flat=flat)
    trimmed = edges.trim(text, passages, words, lines, headline)
    items = related.items(passages, words)
    return Body(passages, trimmed, items, pictures.images(passages, words), spoken)


def spoken_language(passages: Sequence[Passage], title: str | None) -> str | None:
    """The language of the body, told by the beginning of its running text.

    Labels and menus are often in another language, so that only long passages count, unless there
    are none or their words tell nothing; of an empty body the title speaks.
    """
    running = _probe([p for p in passages if len(p.text) >= _LINE and p.type != "code"])
    found = language.detect(scrub(running)) if running else None
    return found or language.detect(scrub(_probe(passages[:_FIRST]) or title or ""))


def _probe(passages: Sequence[Passage]) -> str:
    """The beginning of what passages say."""
    probe: list[str] = []
    length = 0
    for passage in passages:
        if passage.type != "image":
            probe.append(passage.text)
            length += len(passage.text)
            if length >= _PROBE:
                break
    return "\n".join(probe)


def _start(peeled: Peeled, fields: Fields, body: Body) -> int | None:
    """Where the headline begins."""
    if "title" not in fields.spans:
        return None
    return headline(peeled.format.stack[0], fields.spans["title"][0][0], body.passages)


def headline(outermost: Layer, stated: int, passages: Sequence[Passage]) -> int | None:
    """Where the headline begins that stands above the article's stamps.

    Args:
        outermost: The outermost layer. An address line may have the stamp above the headline; a
            page's head is above all of it, and its headline stands in the body.
        stated: Where the header states the title.
        passages: The passages of the body in their roles.
    """
    if outermost is ADDRESS_LINE:
        return None
    if outermost is HTML_HEAD:
        return next((p.start for p in passages if p.role == "title"), None)
    return stated


def _witnesses(
    text: str,
    start: int,
    peeled: Peeled,
    fields: Fields,
    body: Body,
    name: str | None,
    words: Cues,
) -> Iterator[Witness]:
    """Every date that speaks for or against the date of publication."""
    above = _start(peeled, fields, body)
    stated = list(witnesses.of_header(fields.dates, text, words, above))
    yield from stated
    if not stated:
        yield from _of_paths(text, peeled, fields, name)
    if fields.url:
        spans = fields.spans.get("url")
        span = spans[0] if spans and text[slice(*spans[0])] == fields.url else None
        yield from witnesses.of_address(fields.url, span, "published", "url")
    for passage in body.passages:
        if passage.type == "image" and passage.url:
            yield from witnesses.of_address(passage.url, passage.url_span, "mention", "image-url")
    yield from stamps.of_body(text, start, body.passages, peeled.body, words, stated, above)


def _of_paths(text: str, peeled: Peeled, fields: Fields, name: str | None) -> Iterator[Witness]:
    """The dates of paths: the file's own, and the one that a header gives the article."""
    named = peeled.format.name in NAMED
    bare = not peeled.format.stack or peeled.format.stack[0] is HEADLINE
    if name and (named or (bare and witnesses.is_post_name(name))):
        yield from witnesses.of_name(name)
    for reading in peeled.readings if named else ():
        for value in reading.values:
            if value.key in fields.extra and value.key.lower() in _PATHS:
                path, span = value.value, value.spans[0]
                if isinstance(path, str) and text[slice(*span)] == path:
                    yield from witnesses.of_address(path, span, "published", "url")
