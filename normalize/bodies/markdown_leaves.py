"""The blocks of Markdown that hold text, and the two that are read before all others: the cells of
a table's row, and the definitions of link references.
"""

import re
from typing import Literal

from attrs import Factory, define

from normalize.bodies.markdown_syntax import (
    DESTINATION,
    TITLE,
    Line,
    Reference,
    normal_label,
    unescape,
)
from normalize.expression import expression
from normalize.span import Span

LeafKind = Literal["paragraph", "heading", "code", "table", "html", "rule"]

_CELL = expression(r"((?:[^|\\]|\\.?)*+)(?:\||\Z)")
_DEFINITION = expression(
    rf"\[(?P<label>(?:[^\[\]\\]|\\.){{1,999}}+)\]:\s*+{DESTINATION}"
    rf"(?:\s++{TITLE})?[ \t]*+(?:\n|\Z)",
    re.DOTALL,
)


@define(slots=True, eq=False)
class Group:
    """The outermost list or quote, whose text is gathered into one passage; ``mark`` is what all
    items of the list have in common.
    """

    type: Literal["list", "quote"]
    mark: str


@define(slots=True, eq=False)
class Box:
    """A container that is open: a quote, a list item or the definition of a footnote.

    Attributes:
        kind: Which of them.
        width: The columns by which the lines of an item are indented.
        group: The outermost list or quote.
        filled: Whether anything stands in it yet.
    """

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


def cells(text: str, start: int, end: int) -> list[Span]:
    """The spans of the cells of a table's row, blanks included."""
    start += text.startswith("|", start, end)
    spans = [found.span(1) for found in _CELL.finditer(text, start, end)]
    return spans[:-1] if len(spans) > 1 and spans[-1] == (end, end) else spans


def take_definitions(text: str, lines: list[Line], references: dict[str, Reference]) -> None:
    """Move link reference definitions from the beginning of a paragraph to where they are kept
    (CommonMark 4.7); of two with one label the first counts.
    """
    if not lines or text[lines[0][0]] != "[":
        return
    content = "\n".join([text[start:end] for start, end, _ in lines])
    place = taken = 0
    while found := _DEFINITION.match(content, place):
        name = "bare" if found["pointy"] is None else "pointy"
        label = normal_label(found["label"])
        if not label or (name == "bare" and not found["bare"]):
            break
        at, end = found.span(name)
        line = taken + content.count("\n", place, at)
        start = lines[line][0] + at - content.rfind("\n", 0, at) - 1
        references.setdefault(label, (unescape(found[name]), (start, start + end - at)))
        taken += content.count("\n", place, found.end())
        place = found.end()
    # The last definition may end without a line break.
    del lines[: len(lines) if place and place == len(content) else taken]
