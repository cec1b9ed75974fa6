"""A run of inline content of Markdown while it is read: what of it is settled, and as what."""

from typing import TYPE_CHECKING

from normalize.bodies.markdown_spelling import Content, Node
from normalize.bodies.markdown_syntax import fold, resolve

if TYPE_CHECKING:
    from normalize.span import Span


class Scan:
    """The stretches of a run of inline content.

    Attributes:
        text: The whole text.
        source: The lines that it is made of.
        content: Their text.
        nodes: The stretches that are settled; markup has none.
        links: Targets with the stretches they hold, half open.
        stresses: What is emphasised.
        run: Where the text starts that is not yet a stretch.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def start(self, source: Content) -> None:
        """Begin with a run of lines."""
        self.source = source
        self.content = source.text
        self.nodes: list[Node] = []
        self.links: list[tuple[str, int, int]] = []
        self.stresses: list[Span] = []
        self.run = 0
        self._closers: dict[str, int] = {}

    def flush(self, end: int) -> None:
        """Make a node of the text since the last mark."""
        start = self.run
        if start < end:
            self.nodes.append(Node(start, end, fold(self.content[start:end])))

    def emit(self, start: int, end: int, text: str = "") -> int:
        """End the text before ``start``; what stands from there to ``end`` spells ``text``."""
        self.flush(start)
        if text:
            self.nodes.append(Node(start, end, text))
        self.run = end
        return end

    def break_line(self, start: int, end: int, text: str) -> int:
        """End the text before ``start``; what stands there to ``end`` breaks the line."""
        self.flush(start)
        self.nodes.append(Node(start, start, text))
        self.run = end
        return end

    def link(self, start: int, end: int, url: str) -> int:
        """End the text before ``start``; what stands there to ``end`` is a link by itself."""
        self.emit(start, end, resolve(self.content[start:end]))
        self.links.append((url, len(self.nodes) - 1, len(self.nodes)))
        return end

    def find(self, closer: str, at: int) -> int:
        """Where a closing mark stands next, or -1. The answer is kept: all searches are one."""
        known = self._closers.get(closer)
        if known is None or 0 <= known < at:
            known = self._closers[closer] = self.content.find(closer, at)
        return known

    def claim(self, first: int, url: str) -> None:
        """Make all from a node on one link; links within it are none."""
        self.drop_links(first)
        self.links.append((url, first, len(self.nodes)))

    def drop_links(self, first: int) -> None:
        """Drop the links that begin at a node or after it."""
        while self.links and self.links[-1][1] >= first:
            self.links.pop()
