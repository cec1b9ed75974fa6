"""The heading title: ``<h1>headline</h1>`` or ``# headline`` as the first thing below a comment.

Where its words are one link, that leads to the article. A heading without words says that there is
no title, whatever heading follows it.
"""

import re
from collections.abc import Sequence

from normalize import markup
from normalize._expressions import HEADING_TITLE
from normalize.expression import expression
from normalize.layers.layer import (
    COMMENTS,
    Layer,
    Reading,
    Splice,
    Value,
    is_folded,
    line,
    not_held,
)
from normalize.record import Literals, Record
from normalize.span import Span

NAME = "heading-title"
_START = expression(HEADING_TITLE["start"])
_LOWEST = 3
_PART = expression(r"<[^<>]*>|[^<]+")
_NUMBER_SIGNS = expression(r"[ \t]+#+[ \t]*\Z")
_BREAK = expression(r"<br\b", re.IGNORECASE)
_LINK = expression(r"<a[\s>]", re.IGNORECASE)
_LINK_END = expression(r"</a[\s>]", re.IGNORECASE)
_ADDRESS = expression(r"\s*(?:https?:)?/[^\s]*\s*\Z", re.IGNORECASE)


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the heading; ``title`` as plain text, ``url`` where all its words are one link.

    It is claimed right below a comment, or below a link that says no title.
    """
    layers = [reading.layer for reading in above]
    if not layers or layers[0] not in COMMENTS or any(reading.get("title") for reading in above):
        return None
    found = _START.match(text, start)
    if found is None:
        return None
    if not (found["CONTENT"] or found["LINE"]):
        return Reading(NAME, start, found.end())
    first, last = found.span("CONTENT" if found["CONTENT"] else "LINE")
    if found["LINE"] and (signs := _NUMBER_SIGNS.search(text, first, last)):
        last = signs.start()
    title, spans = _words(text, first, last)
    if not title:
        return Reading(NAME, start, found.end())
    values = [Value("title", title, spans)]
    address = _address(text, first, last, spans)
    if address is not None:
        values.append(address)
    return Reading(NAME, start, found.end(), tuple(values))


def _words(text: str, start: int, end: int) -> tuple[str, tuple[Span, ...]]:
    """What a heading says without its tags, on one line, and where its words stand."""
    said: list[str] = []
    spans: list[Span] = []
    for part in _PART.finditer(text, start, end):
        if part[0].startswith("<") and part[0].endswith(">"):
            said += [" "] if _BREAK.match(part[0]) else []
            continue
        said.append(markup.unescape()(part[0]) if "&" in part[0] else part[0])
        words = part[0].strip()
        if words:
            place = part.start() + part[0].index(words)
            spans.append((place, place + len(words)))
    return " ".join("".join(said).split()), tuple(spans)


def _address(text: str, start: int, end: int, words: Sequence[Span]) -> Value | None:
    """Where the only link of a heading leads, if it holds all the words."""
    tags = [part for part in _PART.finditer(text, start, end) if part[0].startswith("<")]
    opening = [tag for tag in tags if _LINK.match(tag[0])]
    closing = [tag for tag in tags if _LINK_END.match(tag[0])]
    if len(opening) != 1 or len(closing) != 1:
        return None
    if words[0][0] < opening[0].end() or closing[0].start() < words[-1][1]:
        return None
    for name, first, last in markup.attribute_spans(text, *opening[0].span()):
        if name == "href":
            said = markup.resolve(text[first:last])
            return Value("url", said.strip(), ((first, last),)) if _ADDRESS.match(said) else None
    return None


def write(record: Record) -> str:
    """The heading, without words if there is no title."""
    return f"<h1>{_escaped(record.title or '')}</h1>\n"


def _opens_with_heading(record: Record) -> bool:
    """Whether the text opens with a heading that would be the title."""
    first = record.blocks[0] if record.blocks else None
    return first is not None and first.type == "heading" and (first.level or 0) <= _LOWEST


def _escaped(text: str) -> str:
    from html import escape

    return escape(text, quote=False)


def _is_address(new: str) -> bool:
    return _ADDRESS.match(new) is not None and new == new.strip()


def insert(text: str, reading: Reading, field: str, new: Literals) -> Splice | None:
    """The headline in a heading without words."""
    found = _START.match(text, reading.start)
    if found is None or field != "title" or reading.values:
        return None
    place = found.end("OPENING_TAG")
    return Splice(place, place, _escaped(line(new)))


def spell(text: str, value: Value, new: Literals) -> Splice:
    """Another headline in the place of the words, the tags among them kept; another address."""
    said = line(new)
    start, end = value.spans[0][0], value.spans[-1][1]
    if value.key == "url":
        if not _is_address(said):
            raise not_held(f"{new!r} is no address that a link can lead to")
        from html import escape

        return Splice(start, end, escape(said))
    places = zip(value.spans, value.spans[1:], strict=False)
    between = (text[a:b] for (_, a), (b, _) in places)
    return Splice(start, end, _escaped(said) + "".join(between))


LAYER = Layer(
    NAME,
    "a heading as the first thing below a comment",
    read,
    write,
    {"title": is_folded},
    spell,
    insert,
    guards=_opens_with_heading,
)
