"""What a rule looks at: one file, its document and what is known around it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from normalize.document import Document
from normalize.errors import Lines
from normalize.gate.finding import Edit, Fault
from normalize.gate.settings import Settings
from normalize.record import Record
from normalize.span import Span

if TYPE_CHECKING:
    from normalize.gate.kin import Kin, Match


class Subject:
    """A file under the gate.

    Args:
        path: The file.
        document: What was read of it.
        settings: Those of the file.
        kin: What it may be a duplicate of; None where none is looked for.
    """

    def __init__(
        self, path: Path, document: Document, settings: Settings, kin: "Kin | None" = None
    ) -> None:
        self.path = path
        self.document = document
        self.settings = settings
        self._kin = kin

    @property
    def record(self) -> Record:
        """The record of the file."""
        return self.document.record

    @property
    def text(self) -> str:
        """The decoded text, which offsets index."""
        return self.document.text

    @property
    def is_text(self) -> bool:
        """Whether the file is text at all: of one that is not, nothing more is to be said."""
        return self.record.format != "unknown"

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text, for places."""
        return Lines(self.text)

    @cached_property
    def matches(self) -> "tuple[Match, ...]":
        """What the file is a duplicate of, the nearest first."""
        return self._kin.of(self.path, self.record) if self._kin else ()

    def problems(self, *codes: str) -> Iterator[Fault]:
        """The record's problems of some codes, as faults."""
        for found in self.record.problems:
            if found.code in codes:
                if found.start is None:
                    yield Fault(found.message)
                else:
                    prefix = self.lines.prefix(found.start)
                    message = found.message.removeprefix(prefix)
                    yield Fault(message, found.start, found.end)

    def span(self, field: str) -> Span | tuple[None, None]:
        """The first span that spells a field; None twice where none does."""
        spans = self.document.spans.get(field)
        return spans[0] if spans else (None, None)

    def between(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        """The edits that touch no field and no text, but markup and white space alone."""
        segments = self.document.segments
        ends = [segment.end for segment in segments]
        return tuple(
            edit
            for edit in edits
            if segments[bisect_right(ends, edit.start)].role in ("markup", "whitespace")
        )
