"""The corpus index: what an addition may be a duplicate of, in one SQLite file.

A row of ``record`` for each article; a row of ``clue`` for each thing that a duplicate shares with
it: path, bytes, article, and the bands of its text. A clue is a hash of 64 bits, and what it leads
to is compared in full. Every batch is one transaction, so that a kill loses at most the last one
and several writers wait for each other.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from errno import ENOENT
from itertools import islice
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self

from normalize.errors import NormalizeError
from normalize.gate.entries import Entry, named, stored
from normalize.gate.shingles import PROBE, likeness, signature

Kind = Literal["bytes", "article", "text"]

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE record (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL, id BLOB NOT NULL, article BLOB NOT NULL,
    signature BLOB
);
CREATE TABLE clue (key INTEGER, record INTEGER, PRIMARY KEY (key, record)) WITHOUT ROWID;
"""
_BATCH = 2000
_WAIT = 120
"""How long a writer waits for others, in seconds."""
_MOST = 2000
"""How many candidates of one text are compared."""
_CACHE = 64_000
"""How much of the file SQLite keeps in memory, in KiB."""


class Match(NamedTuple):
    """What an article is a duplicate of, how, and the share of text in common."""

    path: str
    kind: Kind
    likeness: float


class Index:
    """An open index.

    Args:
        file: Its file; None for one that is gone when it is closed, in a temporary file.
        create: Make it where there is none.

    Raises:
        FileNotFoundError: There is none, and none is to be made.
        NormalizeError: The file is no index, or one of another release (``index-unusable``).
    """

    def __init__(self, file: Path | None = None, *, create: bool = False) -> None:
        if file is not None and not create and not file.is_file():
            raise FileNotFoundError(
                ENOENT, "there is no index; `normalize index build` makes one", str(file)
            )
        self.file = file
        with self._faults():
            self._db = sqlite3.connect(file or "", timeout=_WAIT, isolation_level=None)
            self._db.text_factory = named
        try:
            with self._faults():
                self._db.execute(f"PRAGMA cache_size = -{_CACHE}")
                if create or file is None:
                    self._create()
                self._check()
        except NormalizeError:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *ignored: object) -> None:
        self.close()

    def close(self) -> None:
        """Close it; a temporary one is gone."""
        self._db.close()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """What SQLite refuses, as the library's error: no index, others' locks, a full disk."""
        try:
            yield
        except sqlite3.Error as e:
            path = str(self.file) if self.file else None
            raise NormalizeError(
                f"the index cannot be used: {e}", code="index-unusable", path=path
            ) from e

    def _create(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        if not self._one("SELECT count(*) FROM sqlite_master"):
            for statement in _SCHEMA.split(";")[:-1]:
                self._db.execute(statement)
            self._db.execute("INSERT INTO meta VALUES ('probe', ?)", (signature(PROBE),))
        self._db.execute("COMMIT")

    def _check(self) -> None:
        if self._one("SELECT value FROM meta WHERE key = 'probe'") != signature(PROBE):
            raise NormalizeError(
                "the index was made by another release of rensa, whose signatures differ; "
                "build it anew with `normalize index build`",
                code="index-unusable",
                path=str(self.file),
            )

    def _one(self, statement: str, *values: Any) -> Any:
        row = self._db.execute(statement, values).fetchone()
        return row[0] if row else None

    def relative(self, path: Path) -> str:
        """A path as the index names it: from the folder that the index stands in."""
        if self.file is None:
            return path.as_posix()
        try:
            return Path(os.path.relpath(path, self.file.absolute().parent)).as_posix()
        except ValueError:  # another drive
            return path.absolute().as_posix()

    def add(self, entries: Iterable[Entry]) -> tuple[int, int]:
        """Add articles, or renew those of the same path.

        Returns:
            How many were added or renewed, and how many were there already as they are.

        Raises:
            NormalizeError: Others wrote for too long, or the disk is full (``index-unusable``).
        """
        added = total = 0
        for batch in _batches(entries):
            total += len(batch)
            with self._faults():
                self._db.execute("BEGIN IMMEDIATE")
                try:
                    added += self._add(batch)
                except BaseException:
                    self._db.execute("ROLLBACK")
                    raise
                self._db.execute("COMMIT")
        return added, total - added

    def _add(self, batch: Iterable[Entry]) -> int:
        """Write a batch; how many were not there as they are."""
        rows = []
        added = 0
        for new in batch:
            number = self._place(new)
            if number is not None:
                added += 1
                rows += [(key, number) for key in new.clues()]
        # In order, so that each page of the tree is visited once.
        self._db.executemany("INSERT OR IGNORE INTO clue VALUES (?, ?)", sorted(rows))
        return added

    def _place(self, new: Entry) -> int | None:
        """The number under which an article is written; None where it is there already."""
        clue = next(new.clues())
        known = self._db.execute(
            "SELECT number, path, id, article, signature FROM clue JOIN record ON number = record "
            "WHERE key = ? AND path = CAST(? AS TEXT)",
            (clue, stored(new.path)),
        ).fetchone()
        if known is not None:
            if Entry(*known[1:]) == new:
                return None
            self._db.executemany(
                "DELETE FROM clue WHERE key = ? AND record = ?",
                [(key, known[0]) for key in Entry(*known[1:]).clues()],
            )
            self._db.execute("DELETE FROM record WHERE number = ?", (known[0],))
        added = self._db.execute(
            "INSERT INTO record VALUES (NULL, CAST(? AS TEXT), ?, ?, ?)", new.row()
        )
        return added.lastrowid

    def find(self, new: Entry, least: float) -> list[Match]:
        """What an article is a duplicate of, the nearest first; never itself, by its path.

        Args:
            new: The article.
            least: The share of text in common from which on it is a near duplicate.
        """
        _, *keys = new.clues()
        holes = ", ".join("?" * len(keys))
        found = self._db.execute(
            "SELECT DISTINCT path, id, article, signature FROM (SELECT DISTINCT record FROM clue "
            f"WHERE key IN ({holes}) LIMIT {_MOST}) JOIN record ON number = record "
            "WHERE path != CAST(? AS TEXT)",
            (*keys, stored(new.path)),
        )
        matches = []
        for other in map(Entry._make, found):
            kind: Kind = "text"
            share = 1.0
            if other.id == new.id:
                kind = "bytes"
            elif other.article == new.article:
                kind = "article"
            elif new.signature is None or other.signature is None:
                continue
            else:
                share = likeness(new.signature, other.signature)
                if share < least:
                    continue
            matches.append(Match(other.path, kind, share))
        return sorted(matches, key=lambda m: (_KINDS.index(m.kind), -m.likeness, m.path))

    def fill(self, entries: Iterable[Entry]) -> int:
        """Write the articles of an empty index that nobody else has open; see ``build``."""
        db = self._db
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("CREATE TEMP TABLE loose (key INTEGER, record INTEGER)")
        db.execute("BEGIN")
        last = 0
        for batch in _batches(entries):
            numbered = list(enumerate(batch, last + 1))
            last += len(batch)
            db.executemany(
                "INSERT INTO record VALUES (?, CAST(? AS TEXT), ?, ?, ?)",
                [(n, *e.row()) for n, e in numbered],
            )
            clues = [(key, n) for n, e in numbered for key in e.clues()]
            db.executemany("INSERT INTO loose VALUES (?, ?)", clues)
        db.execute("INSERT OR IGNORE INTO clue SELECT key, record FROM loose ORDER BY key, record")
        db.execute("COMMIT")
        return last

    def stats(self) -> dict[str, int]:
        """How many articles it has, how many of them can be compared, and its size in bytes."""
        return {
            "articles": self._one("SELECT count(*) FROM record"),
            "compared": self._one("SELECT count(signature) FROM record"),
            "clues": self._one("SELECT count(*) FROM clue"),
            "bytes": self._one("PRAGMA page_count") * self._one("PRAGMA page_size"),
        }


_KINDS: tuple[Kind, ...] = ("bytes", "article", "text")


def build(file: Path, entries: Iterable[Entry]) -> int:
    """Write an index anew, whole or not at all: clues are sorted once, outside the memory.

    Returns:
        How many articles it has.

    Raises:
        FileExistsError: It is there already.
        OSError: It cannot be written.
    """
    if file.exists():
        raise FileExistsError(17, "there is an index already; add to it, or remove it", str(file))
    partial = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with Index(partial, create=True) as index:
            articles = index.fill(entries)
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)
    return articles


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    iterator = iter(entries)
    while batch := list(islice(iterator, _BATCH)):
        yield batch
