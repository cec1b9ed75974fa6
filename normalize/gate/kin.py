"""What a file may be a duplicate of: the corpus, and the additions before it."""

from pathlib import Path

from normalize.gate.entries import Entry, entry_of
from normalize.gate.index import Index, Match
from normalize.record import Record

__all__ = ["Kin", "Match"]


class Kin:
    """The corpus index and the additions of a run.

    Args:
        index: The file of the corpus index; None where there is none.
        least: From what share of common text on two articles are near duplicates.

    Raises:
        OSError: The index is named and is not there.
        NormalizeError: It cannot be read.
    """

    def __init__(self, index: Path | None, least: float) -> None:
        self._corpus = Index(index) if index else None
        self._run = Index()
        self._least = least
        self._last: tuple[Path, Entry] | None = None

    def close(self) -> None:
        """Close what is open."""
        self._run.close()
        if self._corpus is not None:
            self._corpus.close()

    def of(self, path: Path, record: Record) -> tuple[Match, ...]:
        """What a file is a duplicate of, the additions first."""
        new = self._entry(path, record)
        matches = self._run.find(new, self._least)
        if self._corpus is not None:
            there = new._replace(path=self._corpus.relative(path))
            matches += self._corpus.find(there, self._least)
        return tuple(matches)

    def add(self, path: Path, record: Record) -> None:
        """Know a file as an addition."""
        self._run.add([self._entry(path, record)])

    def _entry(self, path: Path, record: Record) -> Entry:
        if self._last is None or self._last[0] != path:
            self._last = path, entry_of(path.as_posix(), record)
        return self._last[1]
