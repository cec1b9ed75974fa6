"""The blocks of Markdown that are open while lines are read."""

from typing import TYPE_CHECKING, Literal

from normalize.bodies.markdown_leaves import Box, Group, Leaf, LeafKind, take_definitions
from normalize.bodies.markdown_lines import LineCursor

if TYPE_CHECKING:
    from normalize.bodies.markdown_syntax import Reference
    from normalize.passage import Passage


class BlockStack(LineCursor):
    """The containers that are open, and the leaf.

    Attributes:
        leaves: All leaves so far, in order; a paragraph without any mark is a finished passage.
        references: Link reference definitions.
        notes: The labels of footnotes.
        boxes: The containers that are open, outermost first.
        leaf: The leaf that is open.
        last_list: The list that an item next to it would go on with.
        opened_at: Where the first container stands that this line opens.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(text, start, end)
        self.leaves: list[Leaf | Passage] = []
        self.references: dict[str, Reference] = {}
        self.notes: set[str] = set()
        self.boxes: list[Box] = []
        self.leaf: Leaf | None = None
        self.last_list: Group | None = None
        self.opened_at: int | None = None

    def open_box(self, kind: Literal["quote", "item", "note"], depth: int, mark: str = "") -> Box:
        """Open a container."""
        self.close(depth)
        if self.opened_at is None:
            self.opened_at = self.first
        group = None
        if self.boxes:
            self.boxes[-1].filled = True
            group = self.boxes[-1].group
        if group is None:
            if kind == "item" and self.last_list and self.last_list.mark == mark:
                group = self.last_list
            elif kind != "note":
                group = Group("list" if kind == "item" else "quote", mark)
            self.last_list = group if kind == "item" else None
        box = Box(kind, 0, group)
        self.boxes.append(box)
        return box

    def open_leaf(self, kind: LeafKind, depth: int) -> Leaf:
        """Open a leaf in the containers that go on."""
        self.close(depth)
        leaf = self.leaf = Leaf(
            kind, self.first if self.opened_at is None else self.opened_at, self.stop
        )
        if self.boxes:
            self.boxes[-1].filled = True
            leaf.group = self.boxes[-1].group
            for box in reversed(self.boxes):
                if box.kind == "item":
                    leaf.item = box
                    break
        if leaf.group is None:
            self.last_list = None
        self.leaves.append(leaf)
        return leaf

    def close(self, depth: int) -> None:
        """Close the open leaf and the containers from a depth on."""
        self.shut()
        del self.boxes[depth:]

    def shut(self) -> None:
        """Close the open leaf."""
        leaf, self.leaf = self.leaf, None
        if leaf and leaf.kind == "paragraph":
            take_definitions(self.text, leaf.lines, self.references)
        elif leaf and leaf.kind == "code" and not leaf.fence:
            while not self.text[slice(*leaf.lines[-1][:2])].strip():
                leaf.lines.pop()
