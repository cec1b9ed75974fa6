"""Markdown bodies: CommonMark with GitHub's tables, and what Jekyll, Hugo and Hexo write in it."""

import re

from normalize.bodies.markdown_blocks import Blocks, Group, Leaf, cells
from normalize.bodies.markdown_inline import InlineReader
from normalize.bodies.markdown_spelling import Inline
from normalize.passage import Passage

_LONE_RETURN = re.compile(r"\r(?!\n)")
_CONTENTS = re.compile(r"\[TOC\]|\[\[_?TOC_?\]\]|@\[toc\](?:\([^()\n]*\))?|\{:\s*toc\b[^}\n]*\}", re.I)
_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{[#.:][^{}]*\}[ \t]*\Z")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_COMMENTS = re.compile(r"(?:\s|<!--(?:[^-]|-(?!->))*+-->)*+\Z")


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
        start, end: Where the Markdown stands. Lines end in ``\\n``, ``\\r\\n`` or ``\\r``.
    """
    stop = len(text) if end is None else end
    body = _LONE_RETURN.sub("\n", text) if text.find("\r", start, stop) >= 0 else text
    blocks = Blocks(body, start, stop)
    return _Assembly(text, body, blocks).passages


class _Assembly:
    """Turns leaves into passages."""

    def __init__(self, text: str, body: str, blocks: Blocks) -> None:
        self.passages: list[Passage] = []
        self._text = text
        self._body = body
        self._inline = InlineReader(body, blocks.references, blocks.notes)
        self._gathered: _Gathered | None = None
        self._ruled = False
        self._begun = False
        for leaf in blocks.leaves:
            if isinstance(leaf, Passage):
                self._gathered = None
                self._append(leaf)
                self._begun = True
            elif ...
