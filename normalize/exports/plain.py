"""Plain text: the ``text`` of a record, blank lines between its blocks, one newline at its end.

All else is lost: title, date, address and the rest of the header too, so that nothing stands in the
file but the body.
"""

from collections.abc import Iterable, Iterator

from normalize.record import Record


def write(records: Iterable[Record]) -> Iterator[str]:
    """A piece for each record, which is a document of its own."""
    for record in records:
        yield f"{record.text}\n"
