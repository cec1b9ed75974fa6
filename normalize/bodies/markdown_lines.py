"""A line of Markdown and the place in it, in characters and in columns."""

from normalize.expression import expression

_BLANKS = expression(r"[ \t]*+")


class LineCursor:
    r"""Goes through a text line by line, and through a line by marks and blanks.

    A tab goes on to the next multiple of four columns (CommonMark 0.31.2, 2.2).

    Attributes:
        text: The text; its lines end in ``\n``, before which a ``\r`` may stand.
        end: Where it ends.
        at: The place in the line.
        column: The column of that place; within a tab where a mark took some of its columns.
        first: What follows the blanks at ``at``, once ``indent`` was asked.
        stop: The end of the line.
        after: Where the next line starts.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.end = end
        self.at = self.column = self.first = self.stop = self.after = start

    def start_line(self, start: int) -> None:
        """Go to the line that starts here."""
        stop = self.text.find("\n", start, self.end)
        self.after = stop + 1
        if stop < 0:
            stop = self.after = self.end
        if stop > start and self.text[stop - 1] == "\r":
            stop -= 1
        self.at, self.column, self.stop = start, 0, stop

    def indent(self) -> int:
        """The columns of blanks that come next; ``first`` is set to what follows them."""
        at = self.at
        if at < self.stop and self.text[at] not in " \t":
            self.first = at
            return 0
        first = _BLANKS.match(self.text, at, self.stop).end()  # type: ignore[union-attr]
        self.first = first
        if first == at or self.text.find("\t", at, first) < 0:
            return first - at
        cut = self.column % 4
        return len((" " * cut + self.text[at:first]).expandtabs(4)) - cut

    def advance(self, columns: int) -> int:
        """Pass over so many columns of blanks; return the columns left of a tab that is cut."""
        goal = self.column + columns
        if "\t" not in self.text[self.at : self.at + columns]:
            self.at += columns
            self.column = goal
            return 0
        while self.column < goal:
            tab = self.text[self.at] == "\t"
            following = self.column + (4 - self.column % 4 if tab else 1)
            if following > goal:
                self.column = goal
                return following - goal
            self.at += 1
            self.column = following
        return 0

    def pass_mark(self, indent: int, width: int) -> None:
        """Pass over ``indent`` columns of blanks and a mark."""
        self.at = self.first + width
        self.column += indent + width

    def pass_blank(self) -> None:
        """Pass over one column of blanks, if there is one."""
        if self.at < self.stop and self.text[self.at] in " \t":
            self.advance(1)
