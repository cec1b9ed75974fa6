"""The address line: the article's address alone on the first line, as corpora of news keep it."""

from collections.abc import Sequence

from normalize._expressions import ADDRESS_LINE
from normalize.expression import expression
from normalize.layers.layer import Layer, Reading, Splice, Value, as_it_is, line, not_held
from normalize.record import Literals, Record

NAME = "address-line"
_START = expression(ADDRESS_LINE["start"])


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the line; ``url`` as it is written."""
    found = _START.match(text, start)
    if found is None:
        return None
    value = Value("url", found["ADDRESS"], (found.span("ADDRESS"),))
    return Reading(NAME, start, found.end(), (value,))


def write(record: Record) -> str:
    """The line."""
    return f"{record.url}\n" if record.url else ""


def _is_address(record: Record) -> bool:
    """Whether the address is one of the web, without blanks and brackets."""
    return _START.fullmatch(f"{record.url}\n") is not None


def spell(text: str, value: Value, new: Literals) -> Splice:
    """Another address in its place."""
    if not _is_address(Record(url=line(new))):
        raise not_held(f"{new!r} is no address that stands on a line of its own")
    return as_it_is(text, value, new)


LAYER = Layer(NAME, "an address alone on its line", read, write, {"url": _is_address}, spell)
