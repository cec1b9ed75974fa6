"""Tokens that nest -> passages: one pass, without recursion, in time linear in the text."""

from collections.abc import Callable, Iterable

from normalize.bodies import html_elements as elements
from normalize.bodies import html_hints as hints
from normalize.bodies.html_boxes import List, Table
from normalize.bodies.html_page import Page
from normalize.bodies.tokens import Plain
from normalize.passage import Passage


def fold(stream: Iterable[Plain], text: str, start: int, end: int) -> list[Passage]:
    """The passages of a body.

    Args:
        stream: Tokens that nest; what is open at the end is closed there.
        text: The decoded text that their spans index.
        start: Where the body starts.
        end: Where it ends.
    """
    page = Page(text, start)
    states: list[int] = []  # what is known of a text in each element around the one that is open
    state = 0
    for token in stream:
        kind = token[0]
        if kind == "text" or kind == "raw":
            if not state & hints.HIDDEN:
                page.add(kind, token[2], token[3], state)
        elif kind == "start":
            name = token[1]
            inner = state | hints.OF_ELEMENT.get(name, 0)
            if token[4]:
                inner |= hints.of_attributes(token[4])
            if name in elements.BLOCKS:
                page.flush(token[2])
                page.begin = token[2]
            opening = _OPENINGS.get(name)
            if opening is not None and not inner & hints.HIDDEN:
                inner |= opening(page, token, inner)
            if name not in elements.VOID:
                states.append(state)
                page.starts.append(token[2])
                state = inner
        elif kind == "end":
            name = token[1]
            if name in elements.BLOCKS:
                page.flush(token[3])
                page.begin = token[3]
            closing = _CLOSINGS.get(name)
            if closing is not None and not state & hints.HIDDEN:
                closing(page, token)
            state = states.pop()
            page.starts.pop()
    page.flush(end)
    while page.boxes:
        page.boxes.pop().close(page.passages, end)
    _rules(page)
    return page.passages


def _link(page: Page, token: Plain, _: int) -> int:
    for name, value in token[4]:
        if name == "href":
            page.open_link(value.strip())
            return hints.LINK
    return 0


def _end_link(page: Page, _: Plain) -> None:
    page.close_link()


def _break(page: Page, token: Plain, bits: int) -> int:
    page.line_break(token[2], token[3], bits)
    return 0


def _rule(page: Page, token: Plain, _: int) -> int:
    page.begin = token[3]
    page.rules.append(token[3])
    return 0


def _picture(page: Page, token: Plain, bits: int) -> int:
    page.picture(token, bits)
    return 0


def _media(page: Page, token: Plain, _: int) -> int:
    """A video, a tweet or a player that the page embeds: a link to it."""
    for name, value in token[4]:
        if name in ("src", "data-src", "data") and not value.startswith(("about:", "data:")):
            page.embed(value.strip())
            break
    return 0
