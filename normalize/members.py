"""Files that hold several articles: feed dumps that were joined, digests of linked headlines."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from normalize.detection import articles
from normalize.document import Document
from normalize.offsets import moved
from normalize.record import Ledger, Record
from normalize.source import Decoded, from_str


def split(decoded: Decoded) -> list[tuple[int, Decoded]]:
    """Each article of a text with the offset where it begins; what precedes all is of none."""
    starts = articles(decoded.text)
    bounds = pairwise([*starts, len(decoded.text)])
    return [(start, from_str(decoded.text[start:end])) for start, end in bounds]


def records(
    whole: Decoded, digest: str, name: str | None, parts: Sequence[tuple[int, Document]]
) -> Iterator[Record]:
    """The records of the parts as members of the whole: its bytes and encoding, its offsets.

    Args:
        whole: The file's bytes and text.
        digest: The SHA-256 of the bytes, in hexadecimal.
        name: The file's name.
        parts: Each member's offset and document.
    """
    for n, (start, document) in enumerate(parts, 1):
        record = document.record
        place = start.__add__
        yield evolve(
            record,
            id=f"sha256:{digest}#{n}",
            dates=moved(record.dates, place),
            blocks=moved(record.blocks, place),
            related=moved(record.related, place),
            problems=moved(record.problems, place),
            source=evolve(
                record.source,
                path=name,
                member=n,
                sha256=digest,
                size=len(whole.data),
                encoding=whole.encoding,
                newline=whole.newline,
                bom=whole.bom,
            ),
            ledger=_moved_ledger(document, start),
        )


def _moved_ledger(document: Document, by: int) -> Callable[[], Ledger]:
    def moved() -> Ledger:
        return Ledger(
            document.text,
            tuple(s._replace(start=s.start + by, end=s.end + by) for s in document.segments),
            {k: [(a + by, b + by) for a, b in v] for k, v in document.spans.items()},
        )

    return moved
