"""Tokens that nest -> passages: one pass, without recursion, in time linear in the text."""

from collections.abc import Callable, Iterable

from normalize.bodies import html_hints as hints
from normalize.bodies.html_boxes import List, Table
from normalize.bodies.html_elements import BLOCKS, LISTS, VOID
from normalize.bodies.html_hints import HIDDEN, LINK, of_attributes
from normalize.bodies.html_page import Page
from normalize.bodies.tokens import Plain
from normalize.passage import Passage


def fold(stream: Iterable[Plain], text: str, start: int, end: int) -> list[Passage]:
    """The passages of a body.

    Args:
        stream: Tokens that nest, with all their end tags.
        text: The decoded text that their spans index.
        start: Where the body starts.
        end: Where it ends.
    """
    page = Page(text, start)
    states: list[int] = []  # what is known of a text in each element around the one that is open
    starts = page.starts
    state = 0
    for token in stream:
        kind, name, begin, stop, attributes = token
        if kind == "text" or kind == "raw":
            if not state & HIDDEN:
                page.add(kind, begin, stop, state)
        elif kind == "start":
            bits, breaks, opening = _OPENINGS.get(name, _INLINE)
            inner = state | of_attributes(attributes) if attributes else state
            if breaks:
                if page.open:
                    page.flush(begin)
                page.begin = begin
                if name not in VOID:
                    starts.append(begin)
            if opening is not None and not inner & HIDDEN:
                inner |= opening(page, token, inner)
            elif page.media and name == "source":
                _embed(page, token, "src")
            if name not in VOID:
                states.append(state)
                state = inner | bits
        elif kind == "end":
            if name in BLOCKS:
                if page.open:
                    page.flush(stop)
                page.begin = stop
                starts.pop()
            if name in _CLOSINGS and not state & HIDDEN:
                _CLOSINGS[name](page, stop)
            state = states.pop()
    page.flush(end)
    _rules(page)
    return page.passages


def _link(page: Page, token: Plain, _: int) -> int:
    for name, value in token[4]:
        if name == "href":
            page.open_link(value.strip(), token[2])
            return LINK
    return 0


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


def _end_link(page: Page, _: int) -> None:
    page.close_link()


def _end_picture(page: Page, _: int) -> None:
    if page.source is not None:
        page.picture(page.source, 0)


def _source(page: Page, token: Plain, _: int) -> int:
    page.source = page.source or token
    return 0


def _media(page: Page, token: Plain, bits: int) -> int:
    """A video, a player or a frame that the page embeds: its poster, and a link to it."""
    given = dict(token[4])
    if given.get("poster"):
        page.picture(token, bits)
    page.media = token[1] in _WITH_SOURCES
    _embed(page, token)
    return 0


def _embed(page: Page, token: Plain, *names: str) -> None:
    """Link to what a tag embeds, if one of its attributes gives an address."""
    if url := address(token, *names):
        page.embed(url)
        page.media = False


def address(token: Plain, *names: str) -> str:
    """The address that the first of some attributes of a tag gives; empty where none does."""
    given = dict(token[4])
    found = (given.get(name, "").strip() for name in names or _ADDRESSES)
    return next((url for url in found if url and not url.startswith(_NOWHERE)), "")


def _list(page: Page, token: Plain, _: int) -> int:
    box = page.boxes[-1] if page.boxes else None
    if isinstance(box, List):
        box.depth += 1
        box.cuts.append(len(page.passages))
    else:
        page.boxes.append(List(token[2], len(page.passages)))
    return 0


def _end_list(page: Page, end: int) -> None:
    box = page.boxes[-1]
    if isinstance(box, List):
        box.depth -= 1
        box.cuts.append(len(page.passages))
        if not box.depth:
            page.boxes.pop()
            box.close(page.passages, end)


def _item(page: Page, *_: object) -> int:
    """An item starts or ends; one outside of a list is a paragraph."""
    box = page.boxes[-1] if page.boxes else None
    if isinstance(box, List):
        box.cuts.append(len(page.passages))
    return 0


def _table(page: Page, token: Plain, _: int) -> int:
    for box in reversed(page.boxes):
        if isinstance(box, Table):
            if box.layout:
                break
            box.layout = True
    layout = ("role", "presentation") in token[4]
    page.boxes.append(Table(token[2], layout))
    return 0


def _end_table(page: Page, end: int) -> None:
    page.boxes.pop().close(page.passages, end)


def _row(page: Page, *_: object) -> int:
    box = page.boxes[-1] if page.boxes else None
    if isinstance(box, Table):
        box.rows.append([])
    return 0


def _cell(page: Page, token: Plain, _: int) -> int:
    box = page.boxes[-1] if page.boxes else None
    if isinstance(box, Table):
        box.cell(len(page.passages))
        box.headed = box.headed or token[1] == "th"
    return 0


def _rules(page: Page) -> None:
    """Tell the passages below the last rule, and each that stands next below a rule."""
    if not page.rules:
        return
    rules = iter(page.rules)
    rule: int | None = next(rules)
    for passage in page.passages:
        below = False
        while rule is not None and rule <= passage.start:
            rule = next(rules, None)
            below = True
        said = {"rule"} if below else set()
        passage.hints |= said | ({"after-rule"} if rule is None else set())


MEDIA = ("iframe", "embed", "object", "video", "audio", "amp-video")
_WITH_SOURCES = frozenset(("video", "audio", "amp-video"))
_NOWHERE = ("about:", "data:", "blob:", "javascript:")
_ADDRESSES = ("data-src", "data-lazy-src", "src", "data")
_ACTIONS: dict[str, Callable[[Page, Plain, int], int]] = {
    "a": _link,
    "br": _break,
    "hr": _rule,
    **dict.fromkeys(("img", "image", "amp-img"), _picture),
    "source": _source,
    **dict.fromkeys(MEDIA, _media),
    **dict.fromkeys(LISTS, _list),
    "li": _item,
    "table": _table,
    "tr": _row,
    **dict.fromkeys(("td", "th"), _cell),
}
# Of a start tag: what it says of the texts inside, whether it breaks the line, what else it does.
_OPENINGS = {
    name: (hints.OF_ELEMENT.get(name, 0), name in BLOCKS, _ACTIONS.get(name))
    for name in sorted({*hints.OF_ELEMENT, *BLOCKS, *_ACTIONS})
}
_INLINE = (0, False, None)
_CLOSINGS: dict[str, Callable[[Page, int], object]] = {
    "a": _end_link,
    "picture": _end_picture,
    **dict.fromkeys(LISTS, _end_list),
    "li": _item,
    "table": _end_table,
}
