"""The document behind a record: the bytes, the ledger, and where every field stands."""

from collections.abc import Mapping, Sequence
from itertools import chain, pairwise

from attrs import field, frozen

from normalize.record import Ledger, Record
from normalize.source import Decoded
from normalize.span import Mark, Segment, Span, tile


def ledger(text: str, marks: Sequence[Mark], spans: Mapping[str, list[Span]]) -> Ledger:
    """The ledger of a text, tiled when it is asked for."""
    return Ledger(text, _tiles(text, marks, spans), spans)


def _tiles(
    text: str, marks: Sequence[Mark], spans: Mapping[str, list[Span]]
) -> tuple[Segment, ...]:
    return tile(text, chain(marks, (Mark(*span, "body") for span in spans.get("text", ()))))


@frozen
class Document:
    """A file, losslessly: its bytes, its record and the place of every character.

    Attributes:
        decoded: The bytes and their text.
        record: The canonical record.
        marks: The spans that play a role, those of ``spans["text"]`` aside, which are the body.
        spans: For each field the spans that spell it.
    """

    decoded: Decoded
    record: Record
    marks: Sequence[Mark] = field(repr=False)
    spans: Mapping[str, list[Span]] = field(repr=False)

    @property
    def text(self) -> str:
        """The decoded text, without a byte order mark; an undecodable byte is one code point."""
        return self.decoded.text

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The tiles of the decoded text: sorted, without gap or overlap."""
        return _tiles(self.decoded.text, self.marks, self.spans)

    def byte_segments(self) -> tuple[tuple[int, int], ...]:
        """The byte range of each segment; together they tile the bytes, a BOM in the first."""
        ends = self.decoded.byte_offsets(segment.end for segment in self.segments)
        return tuple(pairwise([0, *ends]))

    def to_bytes(self) -> bytes:
        """The bytes of the file, exactly as they were read."""
        return self.decoded.data

    def replace(self, **changes: str | Sequence[str]) -> "Document":
        """The document with other values of some fields, each changed wherever it is spelled.

        Quotes, labels, blanks, line ends, byte order mark and encoding stay. A field that is not
        there is put where the format has a place for it. A place that spelled another value than
        the record's is left, with a problem (``edit-left``).

        Args:
            changes: The new values by field, in the record's form: ``title``, ``url``,
                ``language``, ``summary``, ``image`` (its address), ``published``, ``modified``,
                ``authors``, ``categories``, ``tags``.

        Returns:
            A new document, read from the edited bytes: its record has the new values.

        Raises:
            NormalizeError: There is no such field (``field-unknown``), or the file has no place
                that can hold the value (``not-carried``).
        """
        from normalize.editing import replace

        return replace(self, changes)
