r"""TSV (IANA ``text/tab-separated-values``): a line of names, then a line a record.

What changes: this type has no quotes, and neither tab nor line end within a cell. So that each
record stays one line, for ``cut`` and ``awk`` too, they are written ``\t``, ``\n`` and ``\r``, and
a backslash ``\\``, as PostgreSQL's ``COPY`` reads them. Lists and maps are JSON within their cell
(escaped likewise); null, empty text and empty lists are all an empty cell. Nothing is done about
cells that a spreadsheet takes for formulas. What is lost: the keys that are no column.
"""

from collections.abc import Iterable, Iterator, Sequence

from normalize.exports.columns import COLUMNS, rows
from normalize.record import Record


def write(records: Iterable[Record], fields: Sequence[str] = COLUMNS) -> Iterator[str]:
    """A piece for each line."""
    return ("\t".join(map(_escaped, row)) + "\n" for row in rows(records, fields))


def _escaped(cell: str) -> str:
    cell = cell.replace("\\", "\\\\").replace("\t", "\\t")
    return cell.replace("\n", "\\n").replace("\r", "\\r")
