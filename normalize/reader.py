"""The way of the data: decoded text to layers, passages, roles, evidence and a document."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalize import (
    assembly,
    bodies,
    chronology,
    cues,
    edges,
    evidence,
    language,
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
from normalize.formats import ADDRESS_LINE, DATE_PREFIX, HEADLINE, TIMESTAMP, UNKNOWN
from normalize.passage import Passage
from normalize.record import scrub
from normalize.source import Decoded

_PROBE = 1500
_LINE = 40


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
    return assembly.assemble(decoded, *find(decoded, name, url), name)


def find(decoded: Decoded, name: str | None, url: str | None) -> Findings:
    """What a record is assembled from. The arguments are those of ``read``."""
    text = decoded.text
    peeled = peel(text)
    is_text = peeled.format is not UNKNOWN
    passages = bodies.read(text, peeled.start, peeled.body) if is_text else []
    fields = evidence.gather(peeled.readings, text, url)
    spoken = fields.language or spoken_language(passages, fields.title)
    words = cues.load(spoken)
    if fields.title and _is_byline(peeled, fields.title, words):
        why = {"title": "what stands where headlines stand is a byline or a credit"}
        fields = fields._replace(title=None, reasons=fields.reasons | why)
    body = _body(text, peeled, passages, fields.title, spoken, words)
    dated = list(_witnesses(text, peeled, fields, body, name, words))
    when = chronology.choose(witnesses.settle(dated, _start(peeled, fields)), spoken)
    return Findings(peeled, fields, body, when)


def _is_byline(peeled: Peeled, title: str, words: Cues) -> bool:
    """Whether a byline or a credit stood where headlines stand; a stated title is one as it is."""
    only_by_place = peeled.format.stack[0] in (HEADLINE, TIMESTAMP, DATE_PREFIX)
    return only_by_place and bool(people.credits(title, words))


def _body(
    text: str,
    peeled: Peeled,
    passages: list[Passage],
    title: str | None,
    spoken: str | None,
    words: Cues,
) -> Body:
    """The passages of the body in their roles, without the edges of the text."""
    roles.assign(passages, words, title, flat=peeled.body == "text")
    lines = [
        span
        for reading in peeled.readings
        for value in reading.values
        if value.key in ("navigation", "stamp", "title")
        for span in value.spans
    ]
    trimmed = edges.trim(text, passages, words, lines)
    items = related.items(passages, words)
    return Body(passages, trimmed, items, pictures.images(passages, words), spoken)


def spoken_language(passages: Sequence[Passage], title: str | None) -> str | None:
    """The language of the body, told by the beginning of its running text.

    Labels and menus are often in another language, so that only long passages count, unless there
    are none; of an empty body the title speaks.
    """
    return language.detect(scrub(_probe(passages) or title or ""))


def _probe(passages: Sequence[Passage]) -> str:
    probe: list[str] = []
    length = 0
    for passage in passages:
        if len(passage.text) >= _LINE and passage.type not in ("code", "image"):
            probe.append(passage.text)
            length += len(passage.text)
            if length >= _PROBE:
                break
    return "\n".join(probe or [p.text for p in passages[:20] if p.type != "image"])


def _start(peeled: Peeled, fields: Fields) -> int | None:
    """Where the headline begins; None where the format puts the stamp above it."""
    if "title" not in fields.spans or peeled.format.stack[0] is ADDRESS_LINE:
        return None
    return fields.spans["title"][0][0]


def _witnesses(
    text: str, peeled: Peeled, fields: Fields, body: Body, name: str | None, words: Cues
) -> Iterator[Witness]:
    """Every date that speaks for or against the date of publication."""
    stated = list(witnesses.of_header(fields.dates, text, words, _start(peeled, fields)))
    yield from stated
    if name and peeled.format.name == "jekyll-post" and not stated:
        yield from witnesses.of_name(name)
    if fields.url:
        spans = fields.spans.get("url")
        span = spans[0] if spans and text[slice(*spans[0])] == fields.url else None
        yield from witnesses.of_address(fields.url, span, "published", "url")
    for passage in body.passages:
        if passage.type == "image" and passage.url:
            yield from witnesses.of_address(passage.url, passage.url_span, "mention", "image-url")
    titled = _start(peeled, fields) is not None
    yield from stamps.of_body(
        text, peeled.start, body.passages, peeled.body, words, stated, titled=titled
    )
