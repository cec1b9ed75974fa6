"""Markdown bodies: CommonMark with GitHub's tables, and what Jekyll, Hugo and Hexo write in it."""

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from operator import itemgetter

from attrs import Factory, define

from normalize.bodies.markdown_blocks import Blocks
from normalize.bodies.markdown_inline import InlineReader
from normalize.bodies.markdown_leaves import Box, Group, Leaf, cells
from normalize.bodies.markdown_spelling import Inline
from normalize.bodies.markdown_syntax import Line
from normalize.expression import expression
from normalize.passage import Passage
from normalize.span import Span

_LONE_RETURN = expression(r"\r(?!\n)")
_CONTENTS = expression(r"\[TOC\]|\[\[_?TOC_?\]\]|@\[toc\]", re.IGNORECASE)
_CONTENTS_LIST = expression(r"\{:[ \t]*toc\b")
_HEADING_ATTRIBUTES = expression(r"\{[#.:][^{}]*+\}[ \t]*+\Z")
_TASK = expression(r"\[[ xX]\][ \t]+")
_CAPTION = 300  # characters: the longest emphasised text right below a picture that is its caption
_ALERT = expression(r"\[![A-Za-z]+\][+-]?[ \t\r]*+")  # as GitHub and Obsidian set off quotes
# The modules that a file of MDX imports, above its text.
_IMPORTS = expression(
    r"\s*+(?:import[ \t]+(?:[\w*{][^'\";]{0,500}?\sfrom[ \t]+)?(?:'[^'\r\n]+'|\"[^\"\r\n]+\");?"
    r"[ \t]*+(?:\r?\n\s*+|\Z))+"
)
_COMMENTS = expression(r"(?:\s|<!--(?:[^-]|-(?!->))*+-->)*+\Z")


def read(text: str, start: int = 0, end: int | None = None) -> list[Passage]:
    """The passages of the Markdown ``text[start:end]``, in order.

    A list is one passage, its nested items among its items; a quote is one passage, its
    paragraphs one a line. Code, tables and raw HTML in them are passages of their own and part
    what stands before and after. A picture is a passage of its own: before the paragraph that
    it opens, else after it.

    The hints: ``after-rule`` (a thematic break stands before it), and of paragraphs ``strong``
    (all of it is emphasised), ``lead`` (that, and it is the first), ``link-only`` (all of its
    text is links).

    Args:
        text: The decoded text; offsets are code points into it.
        start, end: Where the Markdown stands. Its lines end in a line feed, a carriage return or
            both.
    """
    stop = len(text) if end is None else end
    body = _LONE_RETURN.sub("\n", text) if text.find("\r", start, stop) >= 0 else text
    if imports := _IMPORTS.match(body, start, stop):
        blocks = Blocks(body, imports.end(), stop, components=True)
    else:
        blocks = Blocks(body, start, stop)
    return _Assembly(body, blocks).passages


@define(slots=True, eq=False)
class _Gathered:
    """A list or a quote whose text is being gathered.

    Attributes:
        group: The container.
        passage: What is made of it; it stands among the passages once it has a text.
        lines: The text of each paragraph; ``items`` holds them by list item.
        item: The list item that the last one stands in.
        length: The length of the text so far, with a line break after it.
    """

    group: Group
    passage: Passage
    lines: list[str] = Factory(list)
    items: list[list[str]] = Factory(list)
    item: Box | None = None
    length: int = 0

    def add(self, inline: Inline, leaf: Leaf) -> None:
        if leaf.item is not self.item or not self.items:
            self.items.append([])
            self.item = leaf.item
        self.items[-1].append(inline.text)
        self.lines.append(inline.text)
        self.passage.pieces += inline.pieces
        if inline.links:
            self.passage.links += _moved(inline.links, self.length)
        self.passage.end = leaf.end
        self.length += len(inline.text) + 1

    def finish(self) -> None:
        self.passage.text = "\n".join(self.lines)
        if self.group.type == "list":
            self.passage.items = ["\n".join(lines) for lines in self.items]


class _Assembly:
    """Turns leaves into passages.

    Attributes:
        passages: The passages in order.
    """

    def __init__(self, body: str, blocks: Blocks) -> None:
        self.passages: list[Passage] = []
        self._body = body
        self._inline = InlineReader(body, blocks.references, blocks.notes)
        self._gathered: _Gathered | None = None
        self._ruled = self._begun = False
        for leaf in blocks.leaves:
            if isinstance(leaf, Passage):
                if self._gathered is not None:
                    self._part()
                self._append(leaf)
            elif leaf.lines:
                self._read(leaf)
            elif leaf.kind == "rule":
                self._part()
                self._ruled = True
        self._part()

    def _read(self, leaf: Leaf) -> None:
        if leaf.group is not None and leaf.kind in ("paragraph", "heading"):
            self._gather(leaf, leaf.group)
            return
        if leaf.kind == "html" and _COMMENTS.match(self._body, leaf.lines[0][0], leaf.end):
            return
        self._part()
        if leaf.kind == "code":
            self._code(leaf)
        elif leaf.kind == "table":
            self._table(leaf)
        elif leaf.kind == "html":
            self._html(leaf)
        else:
            self._prose(leaf)

    def _append(self, passage: Passage) -> None:
        if self._ruled:
            passage.hints |= {"after-rule"}
            self._ruled = False
        self._begun = self._begun or passage.type == "paragraph"
        self.passages.append(passage)

    def _part(self) -> None:
        """End the list or quote that is being gathered."""
        if self._gathered is not None:
            self._gathered.finish()
            self._gathered = None

    def _gather(self, leaf: Leaf, group: Group) -> None:
        """Add a paragraph or heading to the list or quote it stands in."""
        gathered = self._gathered
        if gathered is None or gathered.group is not group:
            self._part()
            gathered = _Gathered(group, Passage(group.type, leaf.start, leaf.end, "", []))
        if leaf.item is not gathered.item and (
            task := _TASK.match(self._body, leaf.lines[0][0], leaf.lines[0][1])
        ):
            leaf.lines[0] = (task.end(), leaf.lines[0][1], 0)
        if group.type == "quote" and _ALERT.fullmatch(self._body, *leaf.lines[0][:2]):
            del leaf.lines[0]
            if not leaf.lines:
                return
        if _CONTENTS_LIST.search(self._body, leaf.start, leaf.end):
            return
        inline = self._inline.read(leaf.lines)
        for image in inline.images[: inline.leading]:
            self._append(image)
        if inline.text:
            if self._gathered is not gathered:
                if inline.leading:
                    gathered.passage.start = inline.pieces[0][0]
                self._gathered = gathered
                self._append(gathered.passage)
            gathered.add(inline, leaf)
        for image in inline.images[inline.leading :]:
            self._append(image)

    def _prose(self, leaf: Leaf) -> None:
        """A paragraph or a heading."""
        if leaf.kind == "heading":
            start, end, _ = leaf.lines[-1]
            if found := _HEADING_ATTRIBUTES.search(self._body, start, end):
                leaf.lines[-1] = (start, found.start(), 0)
        inline = self._inline.read(leaf.lines)
        for image in inline.images[: inline.leading]:
            self._append(image)
        if inline.text and not (inline.text[0] in "[@" and _CONTENTS.fullmatch(inline.text)):
            passage = Passage(
                "paragraph", leaf.start, leaf.end, inline.text, inline.pieces, inline.links
            )
            if inline.leading:
                passage.start = inline.pieces[0][0]
            if leaf.kind == "heading":
                passage.type, passage.level = "heading", leaf.level
            elif inline.leading and inline.stressed and len(inline.text) <= _CAPTION:
                passage.type = "caption"
            else:
                passage.hints = self._hints(inline)
            self._append(passage)
        for image in inline.images[inline.leading :]:
            self._append(image)

    def _hints(self, inline: Inline) -> frozenset[str]:
        """What the markup of a paragraph says of its purpose."""
        hints: tuple[str, ...] = ()
        if inline.stressed:
            hints = ("strong",) if self._begun else ("strong", "lead")
        if inline.links:
            text, place = inline.text, 0
            for _, start, end in inline.links:
                if text[place:start].strip():
                    break
                place = end
            if not text[place:].strip():
                hints += ("link-only",)
        return _said(hints)

    def _code(self, leaf: Leaf) -> None:
        r"""Code, verbatim; its lines end in ``\n``."""
        body = self._body
        text = "\n".join([" " * cut + body[start:end] for start, end, cut in leaf.lines])
        if text.strip():
            pieces = [(start, end) for start, end, _ in leaf.lines if start < end]
            text = text.replace("\r\n", "\n")
            self._append(Passage("code", leaf.start, leaf.end, text, pieces))

    def _table(self, leaf: Leaf) -> None:
        """A table; its images follow it."""
        passage = Passage("table", leaf.start, leaf.end, "", [])
        passage.rows = rows = []
        images = []
        place = 0
        for line_start, line_end, _ in leaf.lines:
            row = []
            for start, end in cells(self._body, line_start, line_end):
                inline = self._inline.read([(start, end, 0)], cell=True)
                row.append(inline.text.replace("\n", " "))
                passage.pieces += inline.pieces
                passage.links += _moved(inline.links, place)
                images += inline.images
                place += len(inline.text) + 1
            rows.append(row)
        passage.text = "\n".join(["\t".join(row) for row in rows])
        if passage.text.strip():
            self._append(passage)
        for image in images:
            self._append(image)

    def _html(self, leaf: Leaf) -> None:
        """Raw HTML, by the reader of HTML: it gets the lines with blanks in place of the marks of
        containers, and comments in place of Liquid.
        """
        from normalize.bodies import html

        body = self._body
        start, stop = leaf.lines[0][0], leaf.lines[-1][1]
        parts = [body[start : leaf.lines[0][1]]]
        for (_, before, _), (line, end, _) in pairwise(leaf.lines):
            parts += ["\n".rjust(line - before), body[line:end]]
        source = self._inline.comment_liquid("".join(parts))
        passages = html.read(source, 0, stop - start)
        if not passages and self.passages and (last := self.passages[-1]).type != "image":
            place = len(last.text)
            last.links += [(url, place, place) for url in html.embedded(source, 0, stop - start)]
        for passage in passages:
            _shift(passage, start)
            passage.pieces = _within(leaf.lines, passage.pieces)
            self._append(passage)


@cache
def _said(hints: tuple[str, ...]) -> frozenset[str]:
    """Hints as a set, which all passages with the same ones share."""
    return frozenset(hints)


def _moved(links: list[tuple[str, int, int]], by: int) -> list[tuple[str, int, int]]:
    """Links by their place in a longer text."""
    return [(url, start + by, end + by) for url, start, end in links]


def _shift(passage: Passage, by: int) -> None:
    """Move the offsets of a passage."""
    passage.start += by
    passage.end += by
    passage.pieces = [(start + by, end + by) for start, end in passage.pieces]
    if passage.url_span:
        passage.url_span = (passage.url_span[0] + by, passage.url_span[1] + by)


def _within(lines: list[Line], pieces: list[Span]) -> list[Span]:
    """The parts of pieces that lie in lines."""
    parts = []
    for start, end in pieces:
        i = bisect_right(lines, start, key=itemgetter(1))
        while i < len(lines) and lines[i][0] < end:
            parts.append((max(start, lines[i][0]), min(end, lines[i][1])))
            i += 1
    return parts
