"""CSV (RFC 4180): a row of names, then a row a record, in UTF-8 without a byte order mark.

What changes: lists and maps are JSON within their cell; null, empty text and empty lists are all an
empty cell. What is lost: the keys that are no column.

A cell that begins with ``=``, ``+``, ``-`` or ``@`` is left as it is: a headline is not altered
for a spreadsheet's sake. One that opens the file must be told to take the columns as text.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence

from normalize.exports.columns import COLUMNS, rows
from normalize.record import Record


class _Line:
    """A file whose ``write`` hands the row back: ``csv`` writes to nothing else."""

    def write(self, line: str) -> str:
        return line


def write(records: Iterable[Record], fields: Sequence[str] = COLUMNS) -> Iterator[str]:
    """A piece for each row; the cells are quoted where they need it."""
    return map(csv.writer(_Line()).writerow, rows(records, fields))
