"""What the corpus index knows of an article, and the clues that lead to it."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from normalize.gate.shingles import bands, signature
from normalize.record import Record


class Entry(NamedTuple):
    """An article as the index knows it.

    Attributes:
        path: Its file, from the folder of the index.
        id, article: Hashes of the record's ``id`` and ``fingerprint``.
        signature: Of its text; None where that is too short.
    """

    path: str
    id: bytes
    article: bytes
    signature: bytes | None

    def clues(self) -> Iterator[int]:
        """The keys under which a duplicate finds it."""
        yield _key(b"path", stored(self.path))
        yield _key(b"id", self.id)
        yield _key(b"article", self.article)
        for band in bands(self.signature) if self.signature else ():
            yield _key(b"band", band)

    def row(self) -> tuple[bytes, bytes, bytes, bytes | None]:
        """Its values as statements take them, the path to be cast to text."""
        return stored(self.path), *self[1:]


def stored(path: str) -> bytes:
    """A path as the file holds it: names of files need not be UTF-8."""
    return path.encode("utf-8", "surrogatepass")


def named(stored: bytes) -> str:
    """The path of what ``stored`` made."""
    return stored.decode("utf-8", "surrogatepass")


def _key(kind: bytes, value: bytes) -> int:
    return int.from_bytes(blake2b(value, digest_size=8, person=kind).digest(), "big", signed=True)


def entry(path: str, id: str, fingerprint: str, text: str) -> Entry:  # noqa: A002
    """The entry of an article, of its path and what its record says.

    One without text says nothing that another could say, too: it is known by its bytes alone.
    """
    article = fingerprint if text else id
    one, two = (blake2b(v.encode(), digest_size=16).digest() for v in (id, article))
    return Entry(path, one, two, signature(text))


def entry_of(path: str, record: Record) -> Entry:
    """The entry of a record."""
    return entry(path, record.id or record.fingerprint, record.fingerprint, record.text)
