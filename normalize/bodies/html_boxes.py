"""Lists and tables: the passages inside one become one passage, or stay where it only lays out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from normalize.passage import BlockType, Passage

if TYPE_CHECKING:
    from normalize.span import Span

_CELL = 600  # characters: a cell that holds more is a column of the page
_CAPTION = 300  # characters: the longest line below a picture that is its caption


class List:
    """A list that is open, with the lists inside it.

    Attributes:
        begin: Where its start tag stands.
        mark: How many passages stand before it.
        depth: How many lists are open, each in the one before.
        cuts: The number of passages at each place where an item starts or ends.
    """

    __slots__ = ("begin", "cuts", "depth", "mark")

    def __init__(self, begin: int, mark: int) -> None:
        self.begin = begin
        self.mark = mark
        self.depth = 1
        self.cuts: list[int] = []

    def close(self, passages: list[Passage], end: int) -> None:
        """Put the list in the place of its items' passages.

        Code and tables in an item stand apart, and the list goes on after them. Pictures and
        captions stand before it or after it.
        """
        done: list[Passage] = []
        after: list[Passage] = []
        items: list[list[Passage]] = []
        bounds = [*self.cuts, len(passages)]
        at = 0
        fresh = True
        for index in range(self.mark, len(passages)):
            while bounds[at] <= index:
                at += 1
                fresh = True
            passage = passages[index]
            if passage.type in ("image", "caption"):
                (after if items else done).append(passage)
            elif passage.type in ("code", "table"):
                done += [*_list(items), *after, passage]
                items, after = [], []
            elif fresh or not items:
                items.append([passage])
                fresh = False
            else:
                items[-1].append(passage)
        whole = _list(items)
        if whole and all(passage.type in ("image", "caption") for passage in done):
            whole[0].start, whole[0].end = self.begin, end
        passages[self.mark :] = [*done, *whole, *after]


class Table:
    """A table that is open.

    Attributes:
        begin: Where its start tag stands.
        layout: Whether it only lays out the page: it says so, or holds another table.
        headed: Whether it has header cells.
        rows: For each row, the number of passages at the start of each cell.
    """

    __slots__ = ("begin", "headed", "layout", "rows")

    def __init__(self, begin: int, layout: bool) -> None:
        self.begin = begin
        self.layout = layout
        self.headed = False
        self.rows: list[list[int]] = []

    def cell(self, mark: int) -> None:
        """A cell starts, with so many passages before it."""
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(mark)

    def close(self, passages: list[Passage], end: int) -> None:
        """Put the table in the place of its cells' passages; those of a layout stay."""
        marks = [mark for row in self.rows for mark in row]
        if self.layout or not marks:
            return
        bounds = iter([*marks[1:], len(passages)])
        rows = [[passages[mark : next(bounds)] for mark in row] for row in self.rows]
        pictures = [p for p in passages[marks[0] :] if p.type == "image"]
        rows = [[[p for p in cell if p.type != "image"] for cell in row] for row in rows]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        if not self.headed and _lays_out(rows):
            if len(rows) == 1 and len(rows[0]) == 2 and _is_count(rows[0][0]):
                passages.remove(rows[0][0][0])
                return
            texts = [p for row in rows for cell in row for p in cell]
            if pictures and len(texts) == 1 and len(texts[0].text) <= _CAPTION:
                texts[0].type = "caption"
            return
        passages[marks[0] :] = [_table(rows, self.begin, end), *pictures]


def _lays_out(rows: Sequence[Sequence[Sequence[Passage]]]) -> bool:
    """Whether cells without headers hold no data: a single row or column, blocks, or long texts."""
    return (
        len(rows) == 1
        or max(map(len, rows)) == 1
        or any(p.type != "paragraph" for row in rows for cell in row for p in cell)
        or any(sum(len(p.text) for p in cell) > _CELL for row in rows for cell in row)
    )


def _is_count(cell: Sequence[Passage]) -> bool:
    """Whether a cell holds the numbers of lines of code, from 1 on."""
    if len(cell) != 1 or cell[0].type != "code":
        return False
    numbers = cell[0].text.split()
    return numbers == [str(n) for n in range(1, len(numbers) + 1)]


def _list(items: list[list[Passage]]) -> list[Passage]:
    """One passage for the items, none for none."""
    if not items:
        return []
    parts = [("\n", passage) for item in items for passage in item]
    whole = _joined("list", parts, items[0][0].start, items[-1][-1].end)
    whole.items = ["\n".join(passage.text for passage in item) for item in items]
    return [whole]


def _table(rows: Sequence[Sequence[Sequence[Passage]]], start: int, end: int) -> Passage:
    parts: list[tuple[str, Passage | None]] = []
    for row in rows:
        mark = "\n"
        for cell in row:
            for passage in cell:
                passage.text = passage.text.replace("\n", " ")
                parts.append((mark, passage))
                mark = " "
            if not cell:
                parts.append((mark, None))
            mark = "\t"
    whole = _joined("table", parts, start, end)
    whole.rows = [[" ".join(passage.text for passage in cell) for cell in row] for row in rows]
    return whole


def _joined(
    kind: BlockType, parts: Sequence[tuple[str, Passage | None]], start: int, end: int
) -> Passage:
    """One passage of several, each with the mark before it; the first mark is left off."""
    texts: list[str] = []
    pieces: list[Span] = []
    links: list[tuple[str, int, int]] = []
    hints: frozenset[str] | None = None
    length = 0
    for mark, passage in parts:
        if texts:
            texts.append(mark)
            length += len(mark)
        if passage is None:
            texts.append("")
            continue
        texts.append(passage.text)
        pieces += passage.pieces
        links += [(url, first + length, last + length) for url, first, last in passage.links]
        hints = passage.hints if hints is None else hints & passage.hints
        length += len(passage.text)
    said = (hints or frozenset()) - {"lead", "strong"}
    return Passage(kind, start, end, "".join(texts), pieces, links, hints=said)
