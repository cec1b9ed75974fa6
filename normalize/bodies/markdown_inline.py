"""The inline structure of Markdown: from a run of lines to plain text, links and pictures.

CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/), section 6, with GitHub's strikethrough
(of two tildes: one is an ordinary sign in East Asian prose) and bare addresses
(https://github.github.com/gfm/, 6.5 and 6.9); footnote references, Liquid, Hugo's shortcodes and
kramdown's attribute lists are markup.

One expression finds the next character that may mean something, and a function for that
character settles what it means. Nothing is scanned twice, so the time is linear.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from html import unescape as resolve

from attrs import define

from normalize.bodies.markdown_emphasis import Delimiter, flanks, pair
from normalize.bodies.markdown_spelling import Content, Inline, Node, Picture, spell
from normalize.bodies.markdown_syntax import (
    BLANKS,
    DESTINATION,
    ENTITY,
    TAG,
    TITLE,
    Line,
    Reference,
    has_address,
    is_folded,
    normal_label,
    trim_address,
    unescape,
)
from normalize.span import Span

_MARK = re.compile(r"[\\`*_~\[\]<&{\n]")
_MARK_OR_ADDRESS = re.compile(
    _MARK.pattern
    + r"|(?<![a-z0-9])(?:https?://|ftp://|www\.)(?=[^\W_])[^\s<>\[\]`\"\\|«»‘-”…\u2e80-\u9fff"
    r"\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]{1,2000}+"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]++@[a-z0-9_-]++(?:\.[a-z0-9_-]++)++)",
    re.IGNORECASE,
)
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TICKS = re.compile(r"`+")
_SIGNS = re.compile(r"\*+|_+|~+")
_TARGET = re.compile(rf"\(\s*+{DESTINATION}(?:\s++{TITLE})?\s*+\)", re.DOTALL)
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)
_NOTE = re.compile(r"\[\^([^\]\s]++)\]")
_AUTOLINK = re.compile(
    r"<(?:([A-Za-z][A-Za-z0-9+.-]{1,31}+:[^\x00-\x20<>]*+)"
    r"|([\w.!#$%&'*+/=?^`{|}~-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)*+))>"
)
_TAG = re.compile(TAG)
_HREF = re.compile(r"\shref\s*+=\s*+(?:\"([^\"]*+)|'([^']*+)|([^\s\"'=<>`]++))", re.IGNORECASE)
_DECLARATIONS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
_RAW = re.compile(r"\{%-?\s*+(end)?raw\s*+-?%\}")
_ATTRIBUTE_LIST = re.compile(
    r"\{:/?:?[\w-]*+:?"
    r"(?:[ \t]*+(?:[.#][\w-]++|[\w:-]++=(?:\"[^\"\n]*+\"|'[^'\n]*+')|[\w-]++))*+[ \t]*+/?\}"
)
_BREAKING = frozenset({"br", "p", "div", "li", "tr"})
_STRESSED = frozenset({"b", "strong", "em", "i"})


@define(slots=True, eq=False)
class Bracket:
    """An opening bracket: the index of its node, whether it is a picture's, how many delimiters
    stand before it, and whether another bracket follows.
    """

    node: int
    picture: bool
    delimiters: int
    followed: bool = False


class InlineReader:
    """Reads the runs of inline content of one text, in order: Liquid's ``raw`` spans runs."""

    def __init__(self, text: str, references: dict[str, Reference], notes: set[str]) -> None:
        self._text = text
        self._references = references
        self._notes = notes
        self._raw = False

    def read(self, lines: list[Line], *, cell: bool = False) -> Inline:
        """Read one run of lines.

        Args:
            lines: Their spans.
            cell: Whether it is the cell of a table, where code escapes ``|``.
        """
        if len(lines) == 1:
            start, end, _ = lines[0]
            line = self._text[start:end]
            bare = line.strip()
            if is_folded(bare) and not has_address(bare) and not _MARK.search(bare):
                start += len(line) - len(line.lstrip())
                return Inline(bare, [(start, start + len(bare))] if bare else [])
        self._source = Content(self._text, lines)
        self._content = content = self._source.text
        self._cell = cell
        self._nodes: list[Node] = []
        self._delimiters: list[Delimiter] = []
        self._brackets: list[Bracket] = []
        self._links: list[tuple[str, int, int]] = []
        self._stresses: list[Span] = []
        self._tags: list[tuple[str, int, int, str]] = []
        self._closers: dict[str, int] = {}
        self._ticks: dict[int, list[int]] | None = None
        self._run = self._dead = at = 0
        search = (_MARK_OR_ADDRESS if has_address(content) else _MARK).search
        while found := search(content, at):
            meaning = _MEANINGS.get(found[0])
            at = meaning(self, found.start()) if meaning else self._address(found)
        self._flush(len(content))
        pair(self._delimiters, 0, self._nodes, self._stresses)
        return spell(self._source, self._nodes, self._links, self._stresses)

    def _flush(self, end: int) -> None:
        """Make a node of the text since the last mark."""
        start = self._run
        if start < end:
            text = self._content[start:end]
            text = text if is_folded(text) else BLANKS.sub(" ", text)
            self._nodes.append(Node(start, end, text))

    def _emit(self, start: int, end: int, text: str = "") -> int:
        """End the text before ``start``; what stands from there to ``end`` spells ``text``."""
        self._flush(start)
        if text:
            self._nodes.append(Node(start, end, text))
        self._run = end
        return end

    def _break(self, start: int, end: int, text: str) -> int:
        """End the text before ``start``; what stands there to ``end`` breaks the line."""
        self._flush(start)
        self._nodes.append(Node(start, start, text))
        self._run = end
        return end

    def _link(self, start: int, end: int, url: str) -> int:
        """End the text before ``start``; what stands there to ``end`` is a link by itself."""
        self._emit(start, end, self._content[start:end])
        self._links.append((url, len(self._nodes) - 1, len(self._nodes)))
        return end

    def _find(self, closer: str, at: int) -> int:
        """Where a closing mark stands next, or -1. The answer is kept: all searches are one."""
        known = self._closers.get(closer)
        if known is None or 0 <= known < at:
            known = self._closers[closer] = self._content.find(closer, at)
        return known

    def _escape(self, at: int) -> int:
        """A backslash (CommonMark 2.4, 6.7)."""
        following = self._content[at + 1 : at + 2]
        if following == "\n":
            return self._break(at, at + 2, "\n")
        if following in _ESCAPABLE:
            return self._emit(at, at + 2, following)
        return at + 1

    def _end_line(self, at: int) -> int:
        """The end of a line: a blank, or a break after two blanks (CommonMark 6.7, 6.8)."""
        hard = self._content.endswith("  ", self._run, at)
        return self._break(at, at + 1, "\n" if hard else " ")

    def _code(self, at: int) -> int:
        """A code span (CommonMark 6.1)."""
        content = self._content
        if self._ticks is None:
            self._ticks = {}
            for found in _TICKS.finditer(content):
                self._ticks.setdefault(found.end() - found.start(), []).append(found.start())
        start = _TICKS.match(content, at).end()  # type: ignore[union-attr]
        same = self._ticks.get(start - at, [])
        i = bisect_left(same, start)
        if i == len(same):
            return start
        code = content[start : same[i]]
        after = same[i] + start - at
        self._emit(at, after)
        stop = start + len(code.rstrip())
        start += len(code) - len(code.lstrip())
        while start < stop:
            end = content.find("\n", start, stop)
            end = stop if end < 0 else end
            text = BLANKS.sub(" ", content[start:end])
            self._nodes.append(Node(start, end, text.replace("\\|", "|") if self._cell else text))
            if end < stop:
                self._nodes.append(Node(end, end, " "))
            start = end + 1
        return after

    def _delimit(self, at: int) -> int:
        """A run of signs that may open or close emphasis (CommonMark 6.2)."""
        content = self._content
        end = _SIGNS.match(content, at).end()  # type: ignore[union-attr]
        mark = content[at]
        if mark == "~" and end - at != 2:
            return end
        opens, closes = flanks(content, at, end)
        if opens or closes:
            self._emit(at, end, content[at:end])
            node = len(self._nodes) - 1
            self._delimiters.append(Delimiter(node, mark, end - at, opens, closes))
        return end

    def _entity(self, at: int) -> int:
        """A character reference (CommonMark 2.5)."""
        found = ENTITY.match(self._content, at)
        text = resolve(found[0]) if found else ""
        if not found or text == found[0]:
            return at + 1
        return self._emit(at, found.end(), " " if text.isspace() else text)

    def _brace(self, at: int) -> int:
        """Liquid, a shortcode or an attribute list."""
        content = self._content
        kind = content[at + 1 : at + 2]
        if kind == "%" and (raw := _RAW.match(content, at)):
            self._raw = raw[1] is None
            return self._emit(at, raw.end())
        if kind == ":" and (found := _ATTRIBUTE_LIST.match(content, at)):
            return self._emit(at, found.end())
        end = -1
        if kind and kind in "%{" and not self._raw:
            end = self._find("%}" if kind == "%" else "}}", at + 2)
        return self._emit(at, end + 2) if end >= 0 else at + 1

    def _open(self, at: int) -> int:
        """An opening bracket, with ``!`` before it a picture's; or a footnote reference."""
        content = self._content
        note = _NOTE.match(content, at)
        if note and normal_label(note[1]) in self._notes:
            return self._emit(at, note.end())
        if self._brackets:
            self._brackets[-1].followed = True
        picture = at > self._run and content[at - 1] == "!"
        self._emit(at - picture, at + 1, content[at - picture : at + 1])
        self._brackets.append(Bracket(len(self._nodes) - 1, picture, len(self._delimiters)))
        return at + 1

    def _shut(self, at: int) -> int:
        """A closing bracket, with which a link or a picture may end (CommonMark 6.3, 6.4)."""
        if not self._brackets:
            return at + 1
        bracket = self._brackets.pop()
        depth = len(self._brackets)
        # No link holds a link: after one, the brackets that were open then open nothing more.
        dead, self._dead = depth < self._dead, min(depth, self._dead)
        found = None if dead and not bracket.picture else self._target(bracket, at)
        if found is None:
            return at + 1
        end, target = found
        self._emit(at, end)
        nodes, first = self._nodes, bracket.node
        pair(self._delimiters, bracket.delimiters, nodes, self._stresses)
        if bracket.picture:
            start = nodes[first].start
            nodes[first:] = [Node(start, start, "", Picture(start, end, target, nodes[first + 1 :]))]
            self._drop_links(first)
        else:
            nodes[first].text = ""
            self._claim(first, target[0])
            self._dead = depth
        return end

    def _claim(self, first: int, url: str) -> None:
        """Make all from a node on one link; links within it are none."""
        self._drop_links(first)
        self._links.append((url, first, len(self._nodes)))

    def _drop_links(self, first: int) -> None:
        """Drop the links that begin at a node or after it."""
        while self._links and self._links[-1][1] >= first:
            self._links.pop()

    def _target(self, bracket: Bracket, at: int) -> tuple[int, Reference] | None:
        """Where the link goes whose text ends with the bracket at ``at``, and where it ends."""
        content = self._content
        if found := _TARGET.match(content, at + 1):
            name = "bare" if found["pointy"] is None else "pointy"
            start, end = found.span(name)
            place = self._source.place(start)
            return found.end(), (unescape(found[name]), (place, place + end - start))
        label = _LABEL.match(content, at + 1)
        name = label[1] if label else ""
        if not name and not bracket.followed:
            name = content[self._nodes[bracket.node].end : at] if self._references else ""
        target = self._references.get(normal_label(name)) if len(name) < 1000 else None
        return (label.end() if label else at + 1, target) if target else None

    def _angle(self, at: int) -> int:
        """An address in angle brackets (CommonMark 6.5) or raw HTML (6.6)."""
        content = self._content
        if found := _AUTOLINK.match(content, at):
            self._emit(at, at + 1)
            end = self._link(at + 1, found.end() - 1, found[1] or f"mailto:{found[2]}")
            return self._emit(end, end + 1)
        if found := _TAG.match(content, at):
            return self._tag(found)
        for opening, closer in _DECLARATIONS:
            if content.startswith(opening, at):
                end = self._find(closer, at + 2)
                return self._emit(at, end + len(closer)) if end >= 0 else at + 1
        return at + 1

    def _address(self, found: re.Match[str]) -> int:
        """A bare address of a page or of mail (GFM 6.9)."""
        address = found[0] if found["mail"] else trim_address(found[0])
        url = unescape(address)
        if found["mail"]:
            url = f"mailto:{url}"
        elif url[:4].lower() == "www.":
            url = f"http://{url}"
        return self._link(found.start(), found.start() + len(address), url)

    def _tag(self, found: re.Match[str]) -> int:
        """A tag: markup, save that links, pictures, breaks and emphasis keep their meaning."""
        start, end = found.span()
        closing, name = found[1], found[2].lower()
        if name in _BREAKING:
            return self._break(start, end, "\n")
        self._emit(start, end)
        if name == "img":
            from normalize.bodies import html

            for image in html.read(self._text, *self._source.span(start, end)):
                self._nodes.append(Node(start, start, "", image))
        elif name in ("script", "style"):
            self._run = max(end, -1 if closing else self._find(f"</{name}>", end))
        elif closing and self._tags and self._tags[-1][0] == name:
            _, first, inner, url = self._tags.pop()
            if url:
                self._claim(first, url)
            elif name in _STRESSED:
                self._stresses.append((inner, start))
        elif not closing and (name == "a" or name in _STRESSED):
            href = _HREF.search(found[0]) if name == "a" else None
            url = resolve(href[1] or href[2] or href[3] or "") if href else ""
            self._tags.append((name, len(self._nodes), end, url))
        return self._run


_MEANINGS: dict[str, Callable[[InlineReader, int], int]] = {
    "\\": InlineReader._escape,
    "\n": InlineReader._end_line,
    "`": InlineReader._code,
    "*": InlineReader._delimit,
    "_": InlineReader._delimit,
    "~": InlineReader._delimit,
    "[": InlineReader._open,
    "]": InlineReader._shut,
    "<": InlineReader._angle,
    "&": InlineReader._entity,
    "{": InlineReader._brace,
}
