"""What a body reader hands on: passages of the body, each with the spans that spell it."""

import re
from collections.abc import Callable, Sequence
from typing import Literal

from attrs import Factory, define, evolve, field

from normalize.composition import beginnings
from normalize.expression import expression
from normalize.prose import is_prose
from normalize.span import Role, Span

BlockType = Literal["paragraph", "heading", "list", "quote", "code", "table", "image", "caption"]

HEADING = "a heading of the page"
"""The reason of a passage that is a heading of the page: what follows is beside the article."""

# What a reader of bodies takes as one: a character reference, an escaped character, a character.
_UNIT = expression(r"&(?:#?\w+);?|\\?.", re.DOTALL)


def moved(
    text: str, links: Sequence[tuple[str, int, int]], change: Callable[[str], str]
) -> list[tuple[str, int, int]]:
    """The links of a text by their places in ``change(text)``; see ``composition.beginnings``."""
    lengths = beginnings(text, (place for link in links for place in link[1:]), change)
    return [(url, lengths[start], lengths[end]) for url, start, end in links]


@define(slots=True, eq=False)
class Passage:
    """A block of the body while its role is not yet settled.

    Attributes:
        type: What kind of block it is.
        start: Offset of its first character, markup included.
        end: Offset after its last character, markup included.
        text: Its plain text: entities and escapes resolved, blanks folded, items and rows one a
            line, cells parted by a tab. The alternative text for an image.
        pieces: The spans that spell ``text``, in order and without overlap. Between two pieces
            stands markup or white space.
        links: Targets with their place in ``text``: ``(url, text_start, text_end)``.
        level: Of a heading, 1 to 6.
        items: Of a list.
        rows: Of a table.
        url: Of an image.
        url_span: The span that spells the address of an image.
        hints: What the markup says of its purpose, such as ``lead``, ``share``, ``hidden``,
            ``time``, ``rule`` (a rule stands before it), ``byline``, ``related``.
        unseen: How many marks that no reader sees left ``text``; see ``invisible``.
        role: What it is in the article; the body until shown to be something else.
        reason: Why it has that role, for people.
        label: The label that opens it, in the words of the body's language, once these are known.
    """

    type: BlockType
    start: int
    end: int
    text: str
    pieces: list[Span]
    links: list[tuple[str, int, int]] = Factory(list)
    level: int | None = None
    items: list[str] | None = None
    rows: list[list[str]] | None = None
    url: str | None = None
    url_span: Span | None = None
    hints: frozenset[str] = frozenset()
    unseen: int = 0
    role: Role = "body"
    reason: str = ""
    label: re.Match[str] | None = field(default=None, init=False)
    _judged: str | None = field(default=None, init=False)
    _is_prose: bool = field(default=False, init=False)

    @property
    def is_prose(self) -> bool:
        """Whether the text reads as running text; most readers of a passage ask for it."""
        if self._judged is not self.text:
            self._judged = self.text
            self._is_prose = is_prose(self.text, 0, len(self.text))
        return self._is_prose

    def assign(self, role: Role, reason: str) -> None:
        """Give it a role, and say why."""
        self.role = role
        self.reason = reason

    def offset(self, source: str, place: int) -> int:
        """Where in the source the character of ``text`` at ``place`` is spelled.

        Args:
            source: The decoded text.
            place: An index of ``text``; its length gives the end of the last piece.
        """
        if not self.pieces:
            return self.start
        start, end = self.pieces[0]
        if len(self.pieces) == 1 and end - start == len(self.text):
            return start + place
        from html import unescape

        done = 0
        for start, end in self.pieces:
            for unit in _UNIT.finditer(source, start, end):
                spelled = unescape(unit[0]) if unit[0][0] == "&" else unit[0]
                done = self._after(done, spelled)
                if done > place:
                    return unit.start()
        return self.pieces[-1][1]

    def _after(self, done: int, spelled: str) -> int:
        """How much of ``text`` is spelled after one more unit; blanks may stand for fewer."""
        if spelled.isspace():
            return done
        while done < len(self.text) and self.text[done].isspace():
            done += 1
        if not self.text.startswith(spelled, done):
            spelled = spelled.removeprefix("\\")
        return done + len(spelled) if self.text.startswith(spelled, done) else done

    def cut(self, source: str, start: int, end: int) -> "Passage":
        """The part of the passage that spells ``text[start:end]``, blanks around it left off."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        end = start + len(text)
        a, b = self.offset(source, start), self.offset(source, end - 1) + 1 if text else 0
        pieces = [(max(x, a), min(y, b)) for x, y in self.pieces if x < b and y > a]
        links = [
            (url, max(x - start, 0), min(y, end) - start)
            for url, x, y in self.links
            if x < end and y > start
        ]
        return evolve(self, start=a, end=b, text=text, pieces=pieces, links=links)
