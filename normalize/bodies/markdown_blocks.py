"""The block structure of Markdown: from lines to leaves.

CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/), sections 4 and 5, by the line-by-line
strategy of its appendix; tables after GFM 0.29 (https://github.github.com/gfm/), 4.10; footnotes
as GitHub and kramdown write them; Liquid's block tags as code. Containers nest no deeper than
``MAX_DEPTH``, so a line costs no more for what stands before it.
"""

import re

from normalize.bodies.markdown_angles import is_placeholder
from normalize.bodies.markdown_leaves import Leaf, cells, take_definitions
from normalize.bodies.markdown_stack import BlockStack
from normalize.bodies.markdown_starts import (
    BLANK_LINES,
    CLOSERS,
    COMPONENT,
    DELIMITERS,
    LIQUID_BLOCK,
    LIQUID_END,
    ONE_LINE,
    REFERENCE,
    SPREAD_TAG,
    START,
    STARTERS,
    UNDERLINE,
)
from normalize.bodies.markdown_syntax import normal_label, plain_text
from normalize.passage import Passage

MAX_DEPTH = 32  # containers within one another; a mark deeper down is text


class Blocks(BlockStack):
    """Reads the lines of a text into leaves."""

    def __init__(self, text: str, start: int, end: int, *, components: bool = False) -> None:
        super().__init__(text, start, end)
        self._components = components  # whether tags of MDX enclose Markdown
        self._endless: set[str] = set()  # block tags that no end follows
        one_line, leaves = ONE_LINE.match, self.leaves
        while start < end:
            if not self.boxes and self.leaf is None and (found := one_line(text, start, end)):
                whole = found[1]
                line = whole.strip()
                first = start if line == whole else start + whole.index(line)
                stop = first + len(line)
                if plain := plain_text(line):
                    leaves.append(Passage("paragraph", first, stop, plain, [(first, stop)]))
                else:
                    leaf = Leaf("paragraph", first, stop, [(first, stop, 0)])
                    take_definitions(text, leaf.lines, self.references)
                    leaves.append(leaf)
                self.last_list = None
                start = found.end()
            else:
                self._read_line(start)
                start = self.after
        self.close(0)

    def _read_line(self, start: int) -> None:
        self.start_line(start)
        self.opened_at = None
        depth = self._descend() if self.boxes else 0
        indent = self.indent()
        if self.first == self.stop:
            self._blank(depth)
            return
        if depth == len(self.boxes) and self.leaf and self._verbatim(self.leaf, indent):
            return
        while indent < 4 and self.text[self.first] in STARTERS:
            opened = self._start(depth, indent)
            if opened is None:
                break
            if not opened:
                return
            depth = len(self.boxes)
            indent = self.indent()
            if self.first == self.stop:
                return
        self._put(depth, indent)

    def _descend(self) -> int:
        """Pass over the marks of the open containers; return how many of them go on."""
        for depth, box in enumerate(self.boxes):
            indent = self.indent()
            if box.kind == "quote":
                if indent > 3 or self.first == self.stop or self.text[self.first] != ">":
                    return depth
                self.pass_mark(indent, 1)
                self.pass_blank()
            elif self.first == self.stop:
                if not box.filled:
                    return depth
                self.advance(min(indent, box.width))
            elif indent >= box.width:
                self.advance(box.width)
            else:
                return depth
        return len(self.boxes)

    def _blank(self, depth: int) -> None:
        """A blank line ends paragraphs and quotes (CommonMark 4.9); more of them mean no more."""
        leaf = self.leaf
        if depth < len(self.boxes):
            self.close(depth)
        elif leaf and leaf.closer:
            leaf.lines.append((self.stop, self.stop, 0))
            return
        elif leaf and leaf.kind == "code":
            # What is blank beyond the indent is of the code (CommonMark 4.4, 4.5).
            cut = self.advance(min(self.indent(), leaf.indent if leaf.fence else 4))
            leaf.lines.append((self.at + (cut > 0), self.stop, cut))
            return
        else:
            self.shut()
        if all(box.kind != "quote" for box in self.boxes):
            self._pass_blank_lines(self.after)

    def _pass_blank_lines(self, start: int) -> None:
        self.after = BLANK_LINES.match(self.text, start, self.end).end()  # type: ignore[union-attr]

    def _verbatim(self, leaf: Leaf, indent: int) -> bool:
        """Whether the line goes to the code or the raw HTML that is open."""
        text, first, stop = self.text, self.first, self.stop
        if leaf.kind == "html":
            self._add(leaf, 0)
            if leaf.closer and leaf.closer.search(text, first, stop):
                self.shut()
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
            self.shut()
        else:
            self._add(leaf, min(indent, leaf.indent))
        return True

    def _add(self, leaf: Leaf, columns: int) -> None:
        """Add the rest of the line, less so many columns of blanks."""
        cut = self.advance(columns)
        leaf.lines.append((self.at + (cut > 0), self.stop, cut))
        leaf.end = self.stop

    def _put(self, depth: int, indent: int) -> None:
        """Text: it goes on with a paragraph, lazily too (CommonMark 5.1), or opens a leaf."""
        leaf = self.leaf
        if leaf and (leaf.kind == "paragraph" or (leaf.kind, depth) == ("table", len(self.boxes))):
            leaf.lines.append((self.first, self.stop, 0))
            leaf.end = self.stop
        elif indent > 3:
            code = self.open_leaf("code", depth)
            self._add(code, 4)
            code.start = min(code.start, code.lines[0][0])
        else:
            self.open_leaf("paragraph", depth).lines.append((self.first, self.stop, 0))

    def _start(self, depth: int, indent: int) -> bool | None:
        """Open what starts here: a container (True), or a leaf that takes the line (False).
        None where the line is text.
        """
        text, first, stop = self.text, self.first, self.stop
        paragraph = self.leaf if self.leaf and self.leaf.kind == "paragraph" else None
        joined = paragraph if depth == len(self.boxes) else None
        if joined and (self._underline(joined) or self._table(joined, depth)):
            return False
        if text[first] == "{" and self._liquid(depth):
            return False
        in_note = depth < len(self.boxes) and self.boxes[depth].kind == "note"
        if in_note and REFERENCE.match(text, first, stop):
            self.close(depth)  # kramdown: definitions follow one another without a blank line
        found = START.match(text, first, stop)
        if found is None:
            return None
        kind = found.lastgroup
        if kind == "rule":
            self.open_leaf("rule", depth)
            self.leaf = None
        elif kind == "atx":
            self._heading(found, depth)
        elif kind == "fence":
            code = self.open_leaf("code", depth)
            code.fence, code.indent = found["fence"], indent
        elif kind == "html":
            if found["alone"] and (paragraph or is_placeholder(text, first, stop)):
                return None
            if self._components and COMPONENT.match(text, first, stop):
                self.shut()
                return False
            html = self.open_leaf("html", depth)
            html.closer = next((CLOSERS[name] for name in CLOSERS if found[name]), None)
            self._verbatim(html, indent)
        elif kind == "nothing":
            self.shut()
        elif depth == MAX_DEPTH or (kind == "item" and joined and not self._parts(found["item"])):
            return None
        else:
            mark = found[0]
            if kind == "item":
                self._item(mark, depth, indent)
            elif kind == "quote":
                self.open_box("quote", depth)
                self.pass_mark(indent, 1)
                self.pass_blank()
            else:
                if kind == "note":
                    self.notes.add(normal_label(found["label"]))
                self.open_box("note", depth).width = 4
                self.pass_mark(indent, len(mark))
            return True
        return False

    def _parts(self, mark: str) -> bool:
        """Whether a list item that starts here ends a paragraph (CommonMark 5.2)."""
        rest = self.text[self.first + len(mark) : self.stop]
        return bool(rest.strip(" \t")) and (len(mark) == 1 or int(mark[:-1]) == 1)

    def _item(self, mark: str, depth: int, indent: int) -> None:
        """Open a list item (CommonMark 5.2)."""
        box = self.open_box("item", depth, f"{depth}{mark[-1]}")
        self.pass_mark(indent, len(mark))
        blanks = self.indent()
        padding = blanks if blanks < 5 and self.first < self.stop else 1
        self.advance(min(padding, blanks))
        box.width = indent + len(mark) + padding

    def _heading(self, found: re.Match[str], depth: int) -> None:
        """An ATX heading (CommonMark 4.2)."""
        heading = self.open_leaf("heading", depth)
        heading.level = found.end() - found.start()
        line = self.text[found.end() : self.stop].rstrip(" \t")
        bare = line.rstrip("#")
        if not bare or bare[-1] in " \t":
            line = bare.rstrip(" \t")
        if line:
            heading.lines.append((found.end(), found.end() + len(line), 0))
        self.leaf = None

    def _underline(self, leaf: Leaf) -> bool:
        """Make a paragraph a setext heading (CommonMark 4.3), if that is its underline."""
        if not UNDERLINE.match(self.text, self.first, self.stop):
            return False
        take_definitions(self.text, leaf.lines, self.references)
        if leaf.lines:
            leaf.kind, leaf.end = "heading", self.stop
            leaf.level = 1 if self.text[self.first] == "=" else 2
            self.leaf = None
        return bool(leaf.lines)

    def _table(self, leaf: Leaf, depth: int) -> bool:
        """Make the last line of a paragraph the header of a table (GFM 4.10)."""
        text, first, stop = self.text, self.first, self.stop
        if text[first] not in "|:-" or not leaf.lines or not DELIMITERS.match(text, first, stop):
            return False
        start, end, _ = header = leaf.lines[-1]
        if "|" not in text[start:end]:
            return False
        if len(cells(text, start, end)) != len(cells(text, first, stop)):
            return False
        leaf.lines.pop()
        if leaf.lines:
            leaf.end = leaf.lines[-1][1]
            leaf = self.open_leaf("table", depth)
            leaf.start = start
        leaf.kind, leaf.end, leaf.lines = "table", stop, [header]
        return True

    def _liquid(self, depth: int) -> bool:
        """Take in a block of Liquid or Hugo with code or a comment, or a tag on several lines."""
        text, end = self.text, self.end
        found = LIQUID_BLOCK.match(text, self.first, end)
        if found is None and (spread := SPREAD_TAG.match(text, self.first, end)):
            self.shut()
            self._pass_blank_lines(spread.end())
            return True
        tag = found and (found["tag"] or found["shortcode"])
        if not found or not tag or tag in self._endless:
            return False
        endings = LIQUID_END.finditer(text, found.end(), end)
        ending = next((ending for ending in endings if tag in ending.groups()), None)
        if ending is None:
            self._endless.add(tag)
            return False
        if tag == "comment":
            self.close(depth)
        else:
            code = self.open_leaf("code", depth)
            stop = found.end() + len(text[found.end() : ending.start()].rstrip())
            code.lines, code.end = [(found.end(), stop, 0)], ending.end()
            self.leaf = None
        self._pass_blank_lines(ending.end())
        return True
