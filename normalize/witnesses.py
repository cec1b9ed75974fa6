"""Every date of a document: in the header, the address, the pictures and the body."""

import re
from collections.abc import Iterator, Sequence

from normalize import dates
from normalize.chronology import Witness
from normalize.cues import Cues
from normalize.dates import DateLiteral
from normalize.evidence import Stated
from normalize.passage import Passage
from normalize.record import DateRole
from normalize.span import Span

_NAME_DATE = re.compile(r"(?:.*[/\\])?([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})-[^/\\]*\Z", re.DOTALL)
_DIGIT = re.compile(r"\d")
_UNREADABLE = DateLiteral(0, 0, "date", (), None, "day", "none")


def of_header(stated: Sequence[Stated], text: str, cues: Cues) -> Iterator[Witness]:
    """The dates that the layers state; one that cannot be read is a witness without a reading."""
    for field, layer, value, span in stated:
        if field == "clock":
            yield from _every(text, span, "crawl", layer)
        elif field == "stamp":
            yield from of_stamp(text, span, layer, cues)
        else:
            role: DateRole = "modified" if field == "modified" else "published"
            found = next((x for x in dates.scan(value) if x.kind == "date"), None)
            if found is not None:
                yield Witness(found, value.strip(), role, layer, *span)
            elif _DIGIT.search(value):
                yield Witness(_UNREADABLE, value.strip(), role, layer, *span)


def of_stamp(text: str, span: Span, origin: str, cues: Cues) -> Iterator[Witness]:
    """The dates of a stamp line; the label before each says what it dates."""
    before = span[0]
    for literal in dates.scan(text, *span, language=cues.language):
        if literal.kind != "date":
            continue
        label = cues.labels.match(text[before : literal.start].lstrip(" \t|,;()[]–—-") + ":")
        role: DateRole = "published"
        if label is not None and label.lastgroup == "modified":
            role = "modified"
        yield _witness(text, literal, role, origin)
        before = literal.end


def _every(text: str, span: Span, role: DateRole, origin: str) -> Iterator[Witness]:
    for literal in dates.scan(text, *span):
        if literal.kind == "date":
            yield _witness(text, literal, role, origin)


def _witness(text: str, literal: DateLiteral, role: DateRole, origin: str) -> Witness:
    spelled = text[literal.start : literal.end]
    return Witness(literal, spelled, role, origin, literal.start, literal.end)


def of_address(url: str, span: Span | None, role: DateRole, origin: str) -> Iterator[Witness]:
    """The dates of an address. The span is that of the address, where it stands in the text."""
    for literal in dates.in_url(url):
        spelled = url[literal.start : literal.end]
        place: tuple[int, int] | tuple[None, None] = (None, None)
        if span is not None:
            place = (span[0] + literal.start, span[0] + literal.end)
        yield Witness(literal, spelled, role, origin, *place)


def of_name(name: str) -> Iterator[Witness]:
    """The date of a post's file name, where Jekyll keeps it."""
    found = _NAME_DATE.match(name)
    for literal in dates.scan(found[1]) if found else ():
        if literal.kind == "date" and found is not None:
            yield Witness(literal, found[1], "published", "file-name", None, None)


def of_body(
    text: str, start: int, passages: Sequence[Passage], kind: str, cues: Cues
) -> Iterator[Witness]:
    """The dates of the body: stamps above its first sentence, mentions elsewhere."""
    literals = iter(dates.scan(text, start, language=cues.language))
    literal = next(literals, None)
    above = True
    for passage in passages:
        if passage.role == "body":
            above = False
        origin = "related" if passage.role == "related" else "body"
        for begin, end in passage.pieces:
            while literal is not None and literal.start < end:
                if literal.start >= begin and literal.kind == "date" and passage.type != "image":
                    if above and passage.role == "date":
                        yield from of_stamp(text, (literal.start, literal.end), kind, cues)
                    else:
                        yield _witness(text, literal, "mention", origin)
                literal = next(literals, None)
