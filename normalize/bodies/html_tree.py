"""The way of documents whose tags do not nest: a BeautifulSoup tree of the tokens, read back.

The tree is built by the rules of WHATWG HTML, 13.2.6, with two differences. Text that stands in a
table but in no cell stays where it is written, and is not moved before the table: the text of a
record keeps the order of its source. And formatting elements never have to be moved: one that is
open when a block starts is closed, and opened again inside the block with its next text, which
gives each text the same elements around it as the standard's adoption agency.
"""

from collections.abc import Iterable, Iterator
from typing import cast

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from normalize.bodies.html_elements import (
    ALONE,
    BLOCKS,
    CLOSED_BY,
    FOREIGN,
    FORMATTING,
    HEADINGS,
    ITEMS,
    LISTS,
    PASSED,
    SCOPES,
    SPECIAL,
    TABLE_PARENTS,
    VOID,
)
from normalize.bodies.html_hints import LINK, OF_ELEMENT, of_attributes
from normalize.bodies.html_nesting import DEPTH, pass_template
from normalize.bodies.tokens import Plain
from normalize.markup import unescape
from normalize.span import Span

_CELLS = frozenset(("applet", "caption", "marquee", "object", "td", "th"))
_TABLE = frozenset(("table",))
_P = frozenset(("p",))
_TERMS = frozenset(("dd", "dt"))
_OUTSIDE_P = SCOPES | {"button"}
_OUTSIDE_LI = SCOPES | LISTS
_AROUND_ITEM = SPECIAL - {"address", "div", "p"}
_MAX_OPEN = 24  # formatting elements that are opened again; of more, the first is forgotten


class _Element(Tag):
    """An element that knows its start tag and the span of its end tag."""

    token: Plain
    ended: Span


class _Words(NavigableString):
    """A string that knows its token."""

    token: Plain


class _Formatting:
    """A formatting element that is open wherever text follows, until its end tag comes."""

    __slots__ = ("bits", "element", "shown", "token")

    def __init__(self, token: Plain) -> None:
        self.token = token
        self.bits = OF_ELEMENT.get(token[1], 0) | of_attributes(token[4])
        if token[1] == "a":
            self.bits |= LINK
        self.element: _Element | None = None  # where it is open now
        self.shown = False  # whether it was ever open


def mend(stream: Iterable[Plain], text: str, end: int) -> Iterator[Plain]:
    """Tokens that nest, of tokens that do not.

    Args:
        stream: The tokens of a body.
        text: The text that they index.
        end: Where the body ends in it.

    Returns:
        The tokens in the order of the tree. End tags that were supplied are empty spans.
    """
    open_: list[_Element] = []
    for node in _Builder(text).build(stream, end).descendants:
        while open_ and node.parent is not open_[-1]:
            element = open_.pop()
            yield "end", element.name, *element.ended, ()
        if isinstance(node, _Words):
            yield node.token
        elif isinstance(node, _Element):
            yield node.token
            if node.name not in VOID:
                open_.append(node)
    for element in reversed(open_):
        yield "end", element.name, *element.ended, ()


class _Builder:
    """Feeds tokens to a soup. Its open elements are those of the soup, by name beside."""

    def __init__(self, text: str) -> None:
        self._soup = BeautifulSoup(
            "",
            "html.parser",
            element_classes={Tag: _Element},
            preserve_whitespace_tags=set(),
            string_containers={},
        )
        self._text = text
        self._open: list[_Element] = []
        self._names: list[str] = []
        self._active: list[_Formatting | None] = []  # None: those before it are outside of a cell

    def build(self, stream: Iterable[Plain], end: int) -> BeautifulSoup:
        stream = iter(stream)
        for token in stream:
            kind, name, start, stop, _ = token
            if kind == "text" or kind == "raw":
                said = self._text[start:stop]
                blank = (unescape()(said) if "&" in said else said).isspace()
                if not blank or "pre" in self._names:
                    self._reopen()
                words = _Words("")
                words.token = token
                self._soup.object_was_parsed(words)
            elif name == "template" and kind == "start":
                pass_template(stream)
            elif kind == "start" and name not in PASSED:
                self._start(token)
            elif kind == "end" and name not in PASSED:
                self._end(token)
        self._reopen()
        self._close(0, (end, end))
        return self._soup

    def _push(self, token: Plain) -> _Element:
        """Open an element, in the place of the last where there are too many in one another."""
        if len(self._open) == DEPTH:
            self._close(DEPTH - 1, (token[2], token[2]))
        element = cast(_Element, self._soup.handle_starttag(token[1], None, None, {}))
        element.token = token
        self._open.append(element)
        self._names.append(token[1])
        return element

    def _close(self, size: int, ended: Span) -> None:
        """End elements until so many are open. The last to end has the end tag, if any."""
        while len(self._open) > size:
            element = self._open.pop()
            name = self._names.pop()
            element.ended = ended if len(self._open) == size else (ended[0], ended[0])
            self._soup.handle_endtag(name)
            if name in _CELLS:
                while self._active and self._active.pop() is not None:
                    pass
            elif name in FORMATTING:
                for formatting in reversed(self._active):
                    if formatting is None:
                        break
                    if formatting.element is element:
                        formatting.element = None

    def _find(self, wanted: frozenset[str], around: frozenset[str]) -> int:
        """The place of the innermost open element of those wanted; -1 where one around is met."""
        for place in range(len(self._names) - 1, -1, -1):
            name = self._names[place]
            if name in wanted:
                return place
            if name in around:
                break
        return -1

    def _start(self, token: Plain) -> None:
        _, name, start, end, _ = token
        if name in FORMATTING:
            if name in ALONE:
                self._end_formatting(name, (start, start))
            self._limit()
            self._active.append(_Formatting(token))
            return
        if name in TABLE_PARENTS:
            if "table" not in self._names:
                return
            while self._names[-1] not in TABLE_PARENTS[name]:
                self._close(len(self._open) - 1, (start, start))
        else:
            self._make_room(name, (start, start))
        self._push(token)
        if name in VOID or (name in FOREIGN and self._text[end - 2] == "/"):
            self._close(len(self._open) - 1, (end, end))
        elif name in _CELLS:
            self._active.append(None)

    def _make_room(self, name: str, place: Span) -> None:
        """Close what an element may not stand in, and open again the formatting around it."""
        closed = CLOSED_BY.get(name, frozenset())
        if "p" in closed and (found := self._find(_P, _OUTSIDE_P)) >= 0:
            self._close(found, place)
        if name in ITEMS:
            found = self._find(frozenset(("li",)) if name == "li" else _TERMS, _AROUND_ITEM)
            if found >= 0:
                self._close(found, place)
        elif name in ALONE and (found := self._find(frozenset((name,)), SCOPES)) >= 0:
            self._close(found, place)
        inline = name not in BLOCKS or name == "table"
        ends = closed if inline else closed | FORMATTING
        while self._names and self._names[-1] in ends:
            self._close(len(self._open) - 1, place)
        if inline and (name != "br" or "pre" in self._names):
            self._reopen()

    def _end(self, token: Plain) -> None:
        _, name, start, end, _ = token
        if name in FORMATTING:
            self._end_formatting(name, (start, end))
            return
        wanted = HEADINGS if name in HEADINGS else frozenset((name,))
        if name == "p":
            around = _OUTSIDE_P
        elif name == "li":
            around = _OUTSIDE_LI
        elif name in TABLE_PARENTS or name == "table":
            around = _TABLE
        else:
            around = SCOPES if name in SPECIAL else SPECIAL
        found = self._find(wanted, around - wanted)
        if found >= 0:
            self._close(found, (start, end))
        elif name == "p":
            self._push(("start", "p", start, start, ()))
            self._close(len(self._open) - 1, (start, end))
        elif name == "br":
            self._start(("start", "br", start, end, ()))

    def _end_formatting(self, name: str, ended: Span) -> None:
        for found in reversed(self._active):
            if found is None:
                return
            if found.token[1] == name:
                break
        else:
            return
        if not found.shown and name == "a":
            self._reopen()
        self._active.remove(found)
        place = len(self._open) - 1 if found.element is not None else -1
        while place >= 0 and self._open[place] is not found.element:
            place = -1 if self._names[place] in SPECIAL else place - 1
        if place >= 0:
            self._close(place, ended)

    def _reopen(self) -> None:
        """Open the formatting elements again that say more of what follows than is said."""
        place = len(self._active)
        said = 0
        while place and (last := self._active[place - 1]) is not None:
            place -= 1
            if last.element is not None:
                said |= last.bits
        for formatting in self._active[place:]:
            if formatting is not None and formatting.bits & ~said:
                said |= formatting.bits
                formatting.element = self._push(formatting.token)
                formatting.shown = True

    def _limit(self) -> None:
        """Forget a formatting element where many are open in one cell."""
        inside = self._active[-_MAX_OPEN:]
        if len(inside) == _MAX_OPEN and None not in inside:
            del self._active[-_MAX_OPEN]
