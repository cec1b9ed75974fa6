"""What stands in angle brackets in a paragraph of Markdown: addresses and raw HTML.

CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/), sections 6.5 and 6.6.
"""

import re

from normalize.bodies.html_elements import ELEMENTS
from normalize.bodies.markdown_scan import Scan
from normalize.bodies.markdown_spelling import Content, Node
from normalize.bodies.markdown_syntax import TAG, resolve
from normalize.expression import expression

_AUTOLINK = expression(
    r"<(?:([A-Za-z][A-Za-z0-9+.-]{1,31}+:[^\x00-\x20<>]*+)"
    r"|([\w.!#$%&'*+/=?^`{|}~-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)*+))>"
)
_TAG = expression(TAG)
_HREF = expression(r"\shref\s*+=\s*+(?:\"([^\"]*+)|'([^']*+)|([^\s\"'=<>`]++))", re.IGNORECASE)
# Bare words in angle brackets, which stand for something that the reader is to put there.
_PLACEHOLDER = expression(r"<([A-Za-z][A-Za-z0-9]*+)(?:\s++[^\s<>=/\"']++)*+>")
_REACH = 2_000  # characters in which an element that HTML lacks must end
_DECLARATIONS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
_BREAKING = frozenset({"br", "p", "div", "li", "tr"})
_EMBEDDING = frozenset({"audio", "embed", "iframe", "object", "video"})
_STRESSED = frozenset({"b", "strong", "em", "i"})


def is_placeholder(text: str, start: int, end: int) -> bool:
    """Whether what stands from ``start`` on is `<branch name>` and the like, and no tag.

    CommonMark takes it for raw HTML, and a browser shows nothing of it; the words would be lost.
    """
    found = _PLACEHOLDER.match(text, start, end)
    if found is None or found[1].lower() in ELEMENTS:
        return False
    return text.find(f"</{found[1]}", found.end(), found.end() + _REACH) < 0


class AngleReader(Scan):
    """Reads addresses and tags. Tags are markup, save that links, pictures, breaks and emphasis
    keep their meaning.
    """

    def start(self, source: Content) -> None:
        """Begin with a run of lines."""
        super().start(source)
        self._tags: list[tuple[str, int, int, str]] = []  # name, node, end in the content, address

    def angle(self, at: int) -> int:
        """An address in angle brackets (CommonMark 6.5) or raw HTML (6.6)."""
        content = self.content
        if found := _AUTOLINK.match(content, at):
            self.emit(at, at + 1)
            end = self.link(at + 1, found.end() - 1, resolve(found[1] or f"mailto:{found[2]}"))
            return self.emit(end, end + 1)
        if is_placeholder(content, at, len(content)):
            return at + 1
        if found := _TAG.match(content, at):
            return self._tag(found)
        for opening, closer in _DECLARATIONS:
            if content.startswith(opening, at):
                end = self.find(closer, at + 2)
                return self.emit(at, end + len(closer)) if end >= 0 else at + 1
        return at + 1

    def _tag(self, found: re.Match[str]) -> int:
        """A start or end tag."""
        start, end = found.span()
        name = (found["name"] or found["closed"]).lower()
        if name in _BREAKING:
            return self.break_line(start, end, "\n")
        self.emit(start, end)
        if name == "img":
            from normalize.bodies import html

            for image in html.read(self.text, *self.source.span(start, end)):
                self.nodes.append(Node(start, start, "", image))
        elif name in _EMBEDDING and found["name"]:
            from normalize.bodies import html

            place = len(self.nodes)
            self.links += [
                (url, place, place)
                for url in html.embedded(self.text, *self.source.span(start, end))
            ]
        elif name in ("script", "style"):
            self.run = max(end, -1 if found["closed"] else self.find(f"</{name}>", end))
        elif found["closed"] and self._tags and self._tags[-1][0] == name:
            _, first, inner, url = self._tags.pop()
            if url:
                self.claim(first, url)
            elif name in _STRESSED:
                self.stresses.append((inner, start))
        elif found["name"] and (name == "a" or name in _STRESSED):
            href = _HREF.search(found[0]) if name == "a" else None
            url = resolve(href[1] or href[2] or href[3] or "") if href else ""
            self._tags.append((name, len(self.nodes), end, url))
        return self.run

    def close_tags(self) -> None:
        """End what the run of lines leaves open: a link, if that was opened last."""
        if self._tags:
            _, first, _, url = self._tags[-1]
            if url and first < len(self.nodes):
                self.claim(first, url)
