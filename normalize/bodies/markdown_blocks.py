"""The block structure of Markdown: from lines to leaves.

CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/), sections 4 and 5, by the line-by-line
strategy of its appendix; tables after GFM 0.29 (https://github.github.com/gfm/), section 4.10;
footnotes as GitHub and kramdown write them; Liquid's block tags as code. A line costs the same
however long the text is, and blocks nest no deeper than ``MAX_DEPTH``.
"""

import re
from typing import Literal

from attrs import Factory, define

from normalize.bodies.markdown_syntax import (
    DESTINATION,
    TITLE,
    Line,
    Reference,
    has_address,
    is_folded,
    normal_label,
    unescape,
)
from normalize.passage import Passage
from normalize.span import Span

MAX_DEPTH = 32  # quotes and list items within one another; a marker deeper down is text

LeafKind = Literal["paragraph", "heading", "code", "table", "html", "rule"]

_BLANKS = re.compile(r"[ \t]*+")
_BLANK_LINES = re.compile(r"(?:[ \t\r]*+\n)*+")
_PLAIN = re.compile(
    r"(?![ \t\r>#+=:|~-]|\d{1,9}+[.)])([^\n\\`*_~\[\]<&{]++)(?:\n(?:[ \t\r]*+\n)++|\n?\Z)"
)
_STARTERS = frozenset("#>`~*+-_=<[{|:0123456789")
_START = re.compile(
    r"""(?P<quote>>)
    |(?P<atx>\#{1,6}+)(?![^ \t])
    |(?P<fence>`{3,}+(?=[^`]*+\Z)|~{3,}+)
    |(?P<rule>(?:\*[ \t]*+){3,}+\Z|(?:-[ \t]*+){3,}+\Z|(?:_[ \t]*+){3,}+\Z)
    |(?P<item>[*+-]|\d{1,9}+[.)])(?![^ \t])
    |(?P<note>\[\^(?P<label>[^\]\s]++)\]:[ \t]*+)
    |(?P<html><(?:
        (?P<verbatim>script|pre|style|textarea)(?![^\s>])
        |(?P<comment>!--)|(?P<processing>\?)|(?P<cdata>!\[CDATA\[)|(?P<declaration>![A-Z])
        |/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd
          |details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset
          |h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol
          |optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr
          |track|ul)(?![^\s/>])
        |(?P<alone>[a-z][a-z0-9-]*+(?:\s++[a-z_:][\w.:-]*+
            (?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+\s*+/?+>[ \t]*+\Z
          |/[a-z][a-z0-9-]*+\s*+>[ \t]*+\Z)))
    |(?P<liquid>(?:(?:\{%(?!-?\s*+(?:end)?raw\b)(?:[^%]|%(?!\}))*+%\}
        |\{\{[<%](?:[^}]|\}(?!\}))*+\}\})[ \t]*+)++\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOSERS = {
    "verbatim": re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    "comment": re.compile(r"-->"),
    "processing": re.compile(r"\?>"),
    "cdata": re.compile(r"\]\]>"),
    "declaration": re.compile(r">"),
}
_UNDERLINE = re.compile(r"(?:=++|-++)[ \t]*+\Z")
_DELIMITERS = re.compile(r"\|?+[ \t]*+:?+-++:?+[ \t]*+(?:\|[ \t]*+:?+-++:?+[ \t]*+)*+\|?+[ \t]*+\Z")
_CELL = re.compile(r"((?:[^|\\]|\\.?)*+)(?:\||\Z)")
_LIQUID_BLOCK = re.compile(
    r"\{(?:%-?[ \t]*+(?P<tag>highlight|codeblock|code|comment)\b(?:[^%\n]|%(?!\}))*+%"
    r"|\{[<%][ \t]*+(?P<shortcode>highlight)\b[^}\n]*+\})\}"
    r"(?:\s*+\{%-?[ \t]*+raw[ \t]*+-?%\})?+[ \t\r]*+\n?"
)
_LIQUID_END = re.compile(
    r"(?:\{%-?[ \t]*+endraw[ \t]*+-?%\}\s*+)?+"
    r"\{(?:%-?[ \t]*+end(highlight|codeblock|code|comment)[ \t]*+-?%"
    r"|\{[<%][ \t]*+/(highlight)[ \t]*+[>%]\})\}"
)
_DEFINITION = re.compile(
    rf"\[(?P<label>(?:[^\[\]\\]|\\.){{1,999}}+)\]:\s*+{DESTINATION}(?:\s++{TITLE})?[ \t]*+(?:\n|\Z)",
    re.DOTALL,
)


@define(slots=True, eq=False)
class Group:
    """The outermost list or quote, whose text is gathered into one passage."""

    type: Literal["list", "quote"]
    start: int
    mark: str = ""


@define(slots=True, eq=False)
class Box:
    """A container that is open: a quote, a list item or the definition of a footnote."""

    kind: Literal["quote", "item", "note"]
    width: int
    group: Group | None
    filled: bool = False


@define(slots=True, eq=False)
class Leaf:
    """A block that holds no blocks.

    Attributes:
        kind: What it is.
        start, end: Its span, markup included.
        lines: Its lines without the marks of the containers; those of a table without the row of
            delimiters.
        level: Of a heading.
        group: The outermost list or quote it stands in.
        item: The innermost list item it stands in.
        fence: The line that opened fenced code, up to its information string.
        indent: The columns that stood before that fence.
        closer: What ends raw HTML; a blank line where it is None.
    """

    kind: LeafKind
    start: int
    end: int
    lines: list[Line] = Factory(list)
    level: int | None = None
    group: Group | None = None
    item: Box | None = None
    fence: str = ""
    indent: int = 0
    closer: "re.Pattern[str] | None" = None


class Blocks:
    """Reads lines into leaves, and gathers what is defined for the whole text.

    Attributes:
        leaves: The leaves in order; a paragraph without any mark is a finished passage.
        references: Link reference definitions: label to address and its span.
        notes: The labels of footnotes.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.end = end
        self.leaves: list[Leaf | Passage] = []
        self.references: dict[str, Reference] = {}
        self.notes: set[str] = set()
        self._boxes: list[Box] = []
        self._leaf: Leaf | None = None
        self._list: tuple[Group, int] | None = None
        self._endless: set[str] = set()
        self._at = self._column = self._first = self._stop = self._after = start
        plain = _PLAIN.match
        leaves = self.leaves
        while start < end:
            if not self._boxes and self._leaf is None and (found := plain(text, start, end)):
                line = found[1].rstrip()
                stop = start + len(line)
                if is_folded(line) and not has_address(line):
                    leaves.append(Passage("paragraph", start, stop, line, [(start, stop)]))
                else:
                    leaves.append(Leaf("paragraph", start, stop, [(start, stop, 0)]))
                self._list = None
                start = found.end()
            else:
                start = self._line(start)
        self._close(0)

    def _line(self, start: int) -> int:
        """Read one line; return where the next one starts."""
        text = self.text
        stop = text.find("\n", start, self.end)
        self._after = stop + 1
        if stop < 0:
            stop = self._after = self.end
        if stop > start and text[stop - 1] == "\r":
            stop -= 1
        self._at, self._column, self._stop = start, 0, stop
        depth = self._descend() if self._boxes else 0
        indent = self._indent()
        if self._first == stop:
            return self._blank(depth)
        leaf = self._leaf
        if leaf is not None and depth == len(self._boxes) and self._verbatim(leaf, indent):
            return self._after
        while indent < 4 and text[self._first] in _STARTERS:
            opened = self._start(depth, indent)
            if opened is None:
                break
            if not opened:
                return self._after
            depth = len(self._boxes)
            indent = self._indent()
            if self._first == stop:
                return self._after
        self._put(depth, indent)
        return self._after

    def _indent(self) -> int:
        """The columns of blanks that come next; ``_first`` is set to what follows them."""
        at = self._at
        first = _BLANKS.match(self.text, at, self._stop).end()  # type: ignore[union-attr]
        self._first = first
        if first == at or self.text.find("\t", at, first) < 0:
            return first - at
        cut = self._column % 4
        return len((" " * cut + self.text[at:first]).expandtabs(4)) - cut

    def _advance(self, columns: int) -> int:
        """Pass over so many columns of blanks; return the columns left of a tab that is cut."""
        goal = self._column + columns
        if "\t" not in self.text[self._at : self._at + columns]:
            self._at += columns
            self._column = goal
            return 0
        while self._column < goal:
            tab = self.text[self._at] == "\t"
            following = self._column + (4 - self._column % 4 if tab else 1)
            if following > goal:
                self._column = goal
                return following - goal
            self._at += 1
            self._column = following
        return 0

    def _add(self, leaf: Leaf, columns: int) -> None:
        """Add the rest of the line, less so many columns of blanks."""
        cut = self._advance(columns)
        leaf.lines.append((self._at + (cut > 0), self._stop, cut))
        leaf.end = self._stop

    def _descend(self) -> int:
        """Pass over the marks of the open containers; return how many of them go on."""
        for depth, box in enumerate(self._boxes):
            indent = self._indent()
            if box.kind == "quote":
                if indent > 3 or self._first == self._stop or self.text[self._first] != ">":
                    return depth
                self._pass_mark(indent, 1)
            elif self._first == self._stop:
                if not box.filled:
                    return depth
            elif indent >= box.width:
                self._advance(box.width)
            else:
                return depth
        return len(self._boxes)

    def _pass_mark(self, indent: int, width: int) -> None:
        """Pass over a mark and one blank after it."""
        self._at = self._first + width
        self._column += indent + width
        if self._at < self._stop and self.text[self._at] in " \t":
            self._advance(1)

    def _blank(self, depth: int) -> int:
        """A blank line ends paragraphs and quotes (CommonMark 4.9)."""
        leaf = self._leaf
        if depth < len(self._boxes):
            self._close(depth)
        elif leaf is not None and (leaf.closer or leaf.kind == "code"):
            leaf.lines.append((self._stop, self._stop, 0))
            return self._after
        else:
            self._shut()
        if any(box.kind == "quote" for box in self._boxes):
            return self._after
        return _BLANK_LINES.match(self.text, self._after, self.end).end()  # type: ignore[union-attr]

    def _verbatim(self, leaf: Leaf, indent: int) -> bool:
        """Whether the line goes to code or raw HTML that is open."""
        text, first, stop = self.text, self._first, self._stop
        if leaf.kind == "html":
            self._add(leaf, 0)
            if leaf.closer is not None and leaf.closer.search(text, first, stop):
                self._shut()
        elif leaf.kind != "code" or (not leaf.fence and indent < 4):
            return False
        elif not leaf.fence:
            self._add(leaf, 4)
        elif (
            indent < 4
            and text.startswith(leaf.fence, first)
            and not text[first:stop].lstrip(leaf.fence[0]).strip(" \t")
        ):
            leaf.end = stop
            self._shut()
        else:
            self._add(leaf, min(indent, leaf.indent))
        return True

    def _put(self, depth: int, indent: int) -> None:
        """Text: it goes on with a paragraph, lazily too (CommonMark 5.1), or opens a leaf."""
        leaf = self._leaf
        if leaf is None or (
            leaf.kind != "paragraph" and (leaf.kind != "table" or depth < len(self._boxes))
        ):
            leaf = self._open("code" if indent > 3 else "paragraph", depth)
            if indent > 3:
                self._add(leaf, 4)
                return
        leaf.lines.append((self._first, self._stop, 0))
        leaf.end = self._stop

    def _start(self, depth: int, indent: int) -> bool | None:
        """Open what starts here: a container (True), a leaf that takes the line (False), or
        nothing (None), which makes the line text.
        """
        text, first, stop = self.text, self._first, self._stop
        leaf = self._leaf if self._leaf is not None and self._leaf.kind == "paragraph" else None
        if leaf is not None and depth == len(self._boxes):
            if _UNDERLINE.match(text, first, stop):
                self._define(leaf)
                if leaf.lines:
                    leaf.kind, leaf.end = "heading", stop
                    leaf.level = 1 if text[first] == "=" else 2
                    self._leaf = None
                    return False
                return None
            if self._table(leaf, depth):
                return False
        if text[first] == "{" and self._liquid(depth):
            return False
        found = _START.match(text, first, stop)
        if found is None:
            return None
        kind = found.lastgroup
        if kind == "rule":
            self._open("rule", depth)
            self._leaf = None
        elif kind == "atx":
            self._heading(found, depth)
        elif kind == "fence":
            fenced = self._open("code", depth)
            fenced.fence, fenced.indent = found["fence"], indent
        elif kind == "html":
            if leaf is not None and found["alone"]:
                return None
            raw = self._open("html", depth)
            raw.closer = next((_CLOSERS[name] for name in _CLOSERS if found[name]), None)
            self._verbatim(raw, indent)
        elif kind == "liquid":
            self._shut()
        elif depth == MAX_DEPTH:
            return None
        elif kind == "quote":
            self._box("quote", depth)
            self._pass_mark(indent, 1)
            return True
        elif kind == "note":
            self.notes.add(normal_label(found["label"]))
            self._box("note", depth).width = 4
            self._at, self._column = found.end(), self._column + indent + found.end() - first
            return True
        else:
            return self._item(found["item"], depth, indent, leaf)
        return False

    def _item(self, mark: str, depth: int, indent: int, leaf: Leaf | None) -> bool | None:
        """Open a list item (CommonMark 5.2)."""
        if leaf is not None and depth == len(self._boxes):
            rest = self.text[self._first + len(mark) : self._stop]
            if not rest.strip(" \t") or (mark[:-1] and int(mark[:-1]) != 1):
                return None
        box = self._box("item", depth, f"{depth}{mark[-1]}")
        self._at, self._column = self._first + len(mark), self._column + indent + len(mark)
        blanks = self._indent()
        padding = blanks if blanks < 5 and self._first < self._stop else 1
        self._advance(min(padding, blanks))
        box.width = indent + len(mark) + padding
        return True

    def _heading(self, found: "re.Match[str]", depth: int) -> None:
        """An ATX heading (CommonMark 4.2)."""
        heading = self._open("heading", depth)
        heading.level = found.end() - found.start()
        line = self.text[found.end() : self._stop].rstrip(" \t")
        bare = line.rstrip("#")
        line = bare.rstrip(" \t") if not bare or bare[-1] in " \t" else line
        start = found.end() + len(line) - len(line.lstrip(" \t"))
        if line:
            heading.lines.append((start, found.end() + len(line), 0))
        self._leaf = None

    def _table(self, leaf: Leaf, depth: int) -> bool:
        """Make the last line of a paragraph the header of a table (GFM 4.10)."""
        text, first, stop = self.text, self._first, self._stop
        start, end, _ = leaf.lines[-1]
        if text[first] not in "|:-" or text.find("|", start, end) < 0:
            return False
        if not _DELIMITERS.match(text, first, stop):
            return False
        if len(cells(text, start, end)) != len(cells(text, first, stop)):
            return False
        header = leaf.lines.pop()
        if leaf.lines:
            leaf.end = leaf.lines[-1][1]
            leaf = self._open("table", depth)
            leaf.start = start
        leaf.kind, leaf.end = "table", stop
        leaf.lines = [header]
        return True

    def _liquid(self, depth: int) -> bool:
        """Take in a block of Liquid or Hugo that holds code or a comment."""
        found = _LIQUID_BLOCK.match(self.text, self._first, self.end)
        tag = found and (found["tag"] or found["shortcode"])
        if not found or not tag or tag in self._endless:
            return False
        for end in _LIQUID_END.finditer(self.text, found.end(), self.end):
            if (end[1] or end[2]) == tag:
                break
        else:
            self._endless.add(tag)
            return False
        if tag == "comment":
            self._close(depth)
        else:
            leaf = self._open("code", depth)
            stop = found.end() + len(self.text[found.end() : end.start()].rstrip())
            leaf.lines, leaf.end = [(found.end(), stop, 0)], end.end()
            self._leaf = None
        self._after = _BLANK_LINES.match(self.text, end.end(), self.end).end()  # type: ignore[union-attr]
        return True

    def _box(self, kind: Literal["quote", "item", "note"], depth: int, mark: str = "") -> Box:
        """Open a container."""
        self._close(depth)
        group = None
        if self._boxes:
            self._boxes[-1].filled = True
            group = self._boxes[-1].group
        if group is None:
            if kind == "item" and self._list is not None and self._list.mark == mark:
                group = self._list
            elif kind != "note":
                group = Group("list" if kind == "item" else "quote", self._first, mark)
            self._list = group if kind == "item" else None
        box = Box(kind, 0, group)
        self._boxes.append(box)
        return box

    def _open(self, kind: LeafKind, depth: int) -> Leaf:
        """Open a leaf in the containers that go on."""
        self._close(depth)
        leaf = self._leaf = Leaf(kind, self._first, self._stop)
        if self._boxes:
            self._boxes[-1].filled = True
            leaf.group = self._boxes[-1].group
            leaf.item = next((box for box in reversed(self._boxes) if box.kind == "item"), None)
        if leaf.group is None:
            self._list = None
        self.leaves.append(leaf)
        return leaf

    def _close(self, depth: int) -> None:
        """Close the open leaf and the containers from a depth on."""
        self._shut()
        del self._boxes[depth:]

    def _shut(self) -> None:
        """Close the open leaf."""
        leaf, self._leaf = self._leaf, None
        if leaf is None:
            return
        if leaf.kind == "paragraph":
            self._define(leaf)
        elif leaf.kind == "code" and not leaf.fence:
            while leaf.lines[-1][0] == leaf.lines[-1][1]:
                leaf.lines.pop()

    def _define(self, leaf: Leaf) -> None:
        """Take link reference definitions off the beginning of a paragraph (CommonMark 4.7)."""
        text, lines = self.text, leaf.lines
        if not lines or text[lines[0][0]] != "[":
            return
        content = "\n".join([text[start:end] for start, end, _ in lines])
        place = taken = 0
        while found := _DEFINITION.match(content, place):
            name = "pointy" if found["pointy"] is not None else "bare"
            label = normal_label(found["label"])
            if not label or not (found["pointy"] is not None or found["bare"]):
                break
            line = taken + content.count("\n", place, found.start(name))
            start = lines[line][0] + found.start(name) - content.rfind("\n", 0, found.start(name)) - 1
            url = unescape(found[name])
            self.references.setdefault(label, (url, (start, start + len(found[name]))))
            taken += content.count("\n", place, found.end()) + (not found[0].endswith("\n"))
            place = found.end()
            if place == len(content):
                break
        del lines[:taken]


def cells(text: str, start: int, end: int) -> list[Span]:
    """The spans of the cells of a table's row, blanks included."""
    start += text.startswith("|", start, end)
    spans = [found.span(1) for found in _CELL.finditer(text, start, end)]
    return spans[:-1] if len(spans) > 1 and spans[-1] == (end, end) else spans
