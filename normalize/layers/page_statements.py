"""What the elements of a page's head state: its tags of metadata, its title, its linked data."""

from collections.abc import Iterator
from html import unescape

from normalize._expressions import HTML_HEAD
from normalize.errors import NormalizeError
from normalize.expression import expression
from normalize.layers import linked_data
from normalize.layers.layer import problem
from normalize.layers.meta_names import Statement
from normalize.markup import attribute_spans, resolve
from normalize.record import Problem
from normalize.span import Span

_ELEMENT = expression(HTML_HEAD["element"])
_NAMED_BY = ("property", "name", "itemprop", "http-equiv")
_LINKS = ("canonical", "image_src")
_LINKED_DATA = "application/ld+json"


def statements(
    text: str, tag: Span, start: int, end: int, problems: list[Problem]
) -> Iterator[Statement]:
    """What a page states in its own tag and in the elements of its head, in order.

    Args:
        text: The decoded text.
        tag: The tag of the page, ``<html …>``; empty where it has none.
        start, end: Where the elements begin and end, in code points.
        problems: Where to put what does not read.
    """
    if place := _attributes(text, tag).get("lang"):
        yield _attribute(text, "lang", place)
    for found in _ELEMENT.finditer(text, start, end):
        match found.lastgroup:
            case "META_TAG":
                given = _attributes(text, found.span())
                names = " ".join(text[slice(*given[by])] for by in _NAMED_BY if by in given)
                place = given.get("content") or given.get("contents")  # Pelican takes both
                if names and place:
                    yield _attribute(text, names, place)
            case "LINK_TAG":
                given = _attributes(text, found.span())
                names = text[slice(*given["rel"])].lower() if "rel" in given else ""
                if "href" in given and not set(_LINKS).isdisjoint(names.split()):
                    yield _attribute(text, names, given["href"])
            case "TITLE_END":
                place = _bare(text, found.end("TITLE_TAG"), found.start("TITLE_END"))
                yield Statement("title", " ".join(unescape(text[slice(*place)]).split()), place)
            case "SCRIPT_END" if found["SCRIPT"]:
                given = _attributes(text, found.span("SCRIPT_TAG"))
                kind = text[slice(*given["type"])] if "type" in given else ""
                if kind.partition(";")[0].strip().lower() == _LINKED_DATA:
                    yield from _linked(text, found.span("SCRIPT"), problems)


def _linked(text: str, span: Span, problems: list[Problem]) -> Iterator[Statement]:
    """What linked data states, up to where it stops being JSON."""
    try:
        yield from linked_data.statements(text, *span)
    except NormalizeError as e:
        pos = span[0] if e.pos is None else min(e.pos, span[1] - 1)
        problems.append(problem("linked-data-broken", e.msg, pos, pos + 1))


def _attributes(text: str, tag: Span) -> dict[str, Span]:
    """Where the values of a tag's attributes stand; of a name that stands twice, the first."""
    found: dict[str, Span] = {}
    for name, start, end in attribute_spans(text, *tag):
        if end > start or text[start - 1] in "\"'=":
            found.setdefault(name, (start, end))
    return found


def _attribute(text: str, names: str, place: Span) -> Statement:
    """What the value of an attribute states."""
    place = _bare(text, *place)
    return Statement(names, " ".join(resolve(text[slice(*place)]).split()), place)


def _bare(text: str, start: int, end: int) -> Span:
    """A place without the blanks at its ends."""
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    return start, start + len(said.strip())
