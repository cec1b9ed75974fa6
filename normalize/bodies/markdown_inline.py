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

from attrs import define

from normalize.bodies.markdown_angles import AngleReader
from normalize.bodies.markdown_emphasis import Delimiter, flanks, pair
from normalize.bodies.markdown_spelling import Content, Inline, Node, Picture, spell
from normalize.bodies.markdown_syntax import (
    DESTINATION,
    ENTITY,
    MARK,
    TITLE,
    Line,
    Reference,
    fold,
    has_address,
    normal_label,
    plain_text,
    resolve,
    trim_address,
    unescape,
)
from normalize.expression import expression

_MARK_OR_ADDRESS = expression(
    MARK.pattern
    + r"|(?<![a-z0-9])(?:https?://|ftp://|www\.)(?=[^\W_])[^\s<>\[\]`\"\\|«»‘-”…\u2e80-\u9fff"
    r"\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]{1,2000}+"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]++@[a-z0-9_-]++(?:\.[a-z0-9_-]++)++)",
    re.IGNORECASE,
)
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TICKS = expression(r"`+")
_SIGNS = expression(r"\*+|_+|~+")
_TARGET = expression(rf"\(\s*+{DESTINATION}(?:\s++{TITLE})?\s*+\)", re.DOTALL)
_LABEL = expression(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)
_NOTE = expression(r"\[\^([^\[\]\s]++)\]")
_RAW = expression(r"\{%-?\s*+(end)?raw\s*+-?%\}")
_LIQUID = expression(r"\{%|(?<!\{)\{\{(?:[<%]|-?\s*+[\w\"'.])")
_TAG_OR_LIQUID = expression(
    r"<[^<>]*+>|\{%(?:[^%{]|%(?!\}))*+%\}|(?<!\{)\{\{(?:[<%]|-?\s*+[\w\"'.])[^{}]*+\}\}"
)
_ATTRIBUTE_LIST = expression(
    r"\{:/?:?(?:[\w-]++:?(?!=))?"
    r"(?:\s*+(?:[.#][\w-]++|[\w:-]++=(?:\"[^\"\n]*+\"|'[^'\n]*+')|[\w-]++))*+\s*+/?\}"
)


@define(slots=True, eq=False)
class Bracket:
    """An opening bracket: the index of its node, whether it is a picture's, how many delimiters
    stand before it, and whether another bracket follows.
    """

    node: int
    picture: bool
    delimiters: int
    followed: bool = False


class InlineReader(AngleReader):
    """Reads the runs of inline content of one text, in order: Liquid's ``raw`` spans runs."""

    def __init__(self, text: str, references: dict[str, Reference], notes: set[str]) -> None:
        super().__init__(text)
        self._references = references
        self._notes = notes
        self._raw = False

    def read(self, lines: list[Line], *, cell: bool = False) -> Inline:
        """Read one run of lines.

        Args:
            lines: Their spans.
            cell: Whether it is the cell of a table, where code escapes ``|``.
        """
        if len(lines) > 1:
            source = Content.of(self.text, lines)
            flat = source.text.replace("\n", " ")
            if "  " not in flat and (text := plain_text(flat)):
                return Inline(text, source.lines())
            self.start(source)
        else:
            start, end, _ = lines[0]
            line = self.text[start:end]
            bare = line.strip()
            if bare != line:
                start += len(line) - len(line.lstrip())
            if text := plain_text(bare):
                return Inline(text, [(start, start + len(bare))])
            self.start(Content(bare, [0], [start]))
        self._cell = cell
        self._delimiters: list[Delimiter] = []
        self._brackets: list[Bracket] = []
        self._ticks: dict[int, list[int]] | None = None
        self._dead = at = 0
        content = self.content
        search = (_MARK_OR_ADDRESS if has_address(content) else MARK).search
        while found := search(content, at):
            meaning = _MEANINGS.get(found[0])
            at = meaning(self, found.start()) if meaning else self._address(found)
        self.flush(len(content))
        if self._delimiters:
            pair(self._delimiters, 0, self.nodes, self.stresses)
        self.close_tags()
        return spell(self.source, self.nodes, self.links, self.stresses)

    def comment_liquid(self, html: str) -> str:
        """Raw HTML with bogus comments of the same length in place of the Liquid between tags."""
        return _TAG_OR_LIQUID.sub(self._comment, html) if "{" in html else html

    def _comment(self, found: re.Match[str]) -> str:
        if raw := _RAW.match(found[0]):
            self._raw = raw[1] is None
        elif self._raw or found[0][0] == "<":
            return found[0]
        return f"<?{' ' * (len(found[0]) - 3)}>"

    def _escape(self, at: int) -> int:
        """A backslash (CommonMark 2.4, 6.7)."""
        following = self.content[at + 1 : at + 2]
        if following == "\n":
            return self.break_line(at, at + 2, "\n")
        if following in _ESCAPABLE:
            return self.emit(at, at + 2, following)
        return at + 1

    def _end_line(self, at: int) -> int:
        """The end of a line: a blank, or a break after two blanks (CommonMark 6.7, 6.8)."""
        hard = self.content.endswith("  ", self.run, at)
        return self.break_line(at - 2 if hard else at, at + 1, "\n" if hard else " ")

    def _code(self, at: int) -> int:
        """A code span (CommonMark 6.1)."""
        content = self.content
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
        self.emit(at, after)
        stop = start + len(code.rstrip())
        start += len(code) - len(code.lstrip())
        while start < stop:
            end = content.find("\n", start, stop)
            end = stop if end < 0 else end
            text = fold(content[start:end])
            self.nodes.append(Node(start, end, text.replace("\\|", "|") if self._cell else text))
            if end < stop:
                self.nodes.append(Node(end, end, " "))
            start = end + 1
        return after

    def _delimit(self, at: int) -> int:
        """A run of signs that may open or close emphasis (CommonMark 6.2)."""
        content = self.content
        end = _SIGNS.match(content, at).end()  # type: ignore[union-attr]
        mark = content[at]
        if mark == "~" and end - at != 2:
            return end
        opens, closes = flanks(content, at, end)
        if opens or closes:
            self.emit(at, end, content[at:end])
            node = len(self.nodes) - 1
            self._delimiters.append(Delimiter(node, mark, end - at, opens, closes, end - at))
        return end

    def _entity(self, at: int) -> int:
        """A character reference (CommonMark 2.5)."""
        found = ENTITY.match(self.content, at)
        text = resolve(found[0]) if found else ""
        if not found or text == found[0]:
            return at + 1
        return self.emit(at, found.end(), " " if text.isspace() else text)

    def _brace(self, at: int) -> int:
        """Liquid, a shortcode or an attribute list."""
        content = self.content
        kind = content[at + 1 : at + 2]
        if kind == "%" and (raw := _RAW.match(content, at)):
            self._raw = raw[1] is None
            return self.emit(at, raw.end())
        if kind == ":" and (found := _ATTRIBUTE_LIST.match(content, at)):
            return self.emit(at, found.end())
        if self._raw or not _LIQUID.match(content, at):
            return at + 1
        end = self.find("%}" if kind == "%" else "}}", at + 2)
        return self.emit(at, end + 2) if end >= 0 else at + 1

    def _open(self, at: int) -> int:
        """An opening bracket, with ``!`` before it a picture's; or a footnote reference."""
        content = self.content
        note = _NOTE.match(content, at) if self._notes else None
        if note and normal_label(note[1]) in self._notes:
            return self.emit(at, note.end())
        if self.find("]", at) < 0:
            return at + 1
        if self._brackets:
            self._brackets[-1].followed = True
        picture = at > self.run and content[at - 1] == "!"
        self.emit(at - picture, at + 1, content[at - picture : at + 1])
        self._brackets.append(Bracket(len(self.nodes) - 1, picture, len(self._delimiters)))
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
        self.emit(at, end)
        nodes, first = self.nodes, bracket.node
        if len(self._delimiters) > bracket.delimiters:
            pair(self._delimiters, bracket.delimiters, nodes, self.stresses)
        if bracket.picture:
            start = nodes[first].start
            nodes[first:] = [
                Node(start, start, "", Picture(start, end, target, nodes[first + 1 :]))
            ]
            self.drop_links(first)
        else:
            nodes[first].text = ""
            self.claim(first, target[0])
            self._dead = depth
        return end

    def _target(self, bracket: Bracket, at: int) -> tuple[int, Reference] | None:
        """Where the link goes whose text ends with the bracket at ``at``, and where it ends."""
        content = self.content
        following = content[at + 1 : at + 2]
        if following == "(" and (found := _TARGET.match(content, at + 1)):
            name = "bare" if found["pointy"] is None else "pointy"
            start, end = found.span(name)
            place = self.source.place(start)
            return found.end(), (unescape(found[name]), (place, place + end - start))
        label = _LABEL.match(content, at + 1) if following == "[" else None
        name = label[1] if label else ""
        if not name and not bracket.followed:
            name = content[self.nodes[bracket.node].end : at] if self._references else ""
        target = self._references.get(normal_label(name)) if len(name) < 1000 else None
        return (label.end() if label else at + 1, target) if target else None

    def _address(self, found: re.Match[str]) -> int:
        """A bare address of a page or of mail (GFM 6.9)."""
        address = found[0] if found["mail"] else trim_address(found[0])
        url = resolve(address)
        if found["mail"]:
            url = f"mailto:{url}"
        elif url[:4].lower() == "www.":
            url = f"http://{url}"
        return self.link(found.start(), found.start() + len(address), url)


_MEANINGS: dict[str, Callable[[InlineReader, int], int]] = {
    "\\": InlineReader._escape,
    "\n": InlineReader._end_line,
    "`": InlineReader._code,
    "*": InlineReader._delimit,
    "_": InlineReader._delimit,
    "~": InlineReader._delimit,
    "[": InlineReader._open,
    "]": InlineReader._shut,
    "<": InlineReader.angle,
    "&": InlineReader._entity,
    "{": InlineReader._brace,
}
