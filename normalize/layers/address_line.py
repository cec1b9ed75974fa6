"""The address line: the article's address alone on the first line, as corpora of news keep it."""

import re
from collections.abc import Sequence

from normalize._expressions import ADDRESS_LINE
from normalize.layers.layer import Layer, Reading, Value
from normalize.record import Record

NAME = "address-line"
_START = re.compile(ADDRESS_LINE["start"])


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
    return _START.fullmatch(f"{record.url}\n") is not None


LAYER = Layer(NAME, "an address alone on its line", read, write, {"url": _is_address})
