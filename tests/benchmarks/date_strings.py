"""Dates that stand alone, read by this project, dateparser and dateutil.

    python -m tests.benchmarks.date_strings SHARED [SET ...]

SHARED is the folder of the outside data, SET a set of its date strings (`cldr`, `moment`). Every
reader gets the same strings, with the language where the set tells it, and has the same judge: the
day, and the clock where the string has one; null is what was not read. `made up` counts full dates
read from strings that state none (`tomorrow`, `4.22`): the rivals complete these on purpose, from
the set's own day of reference, which a record never has. Rivals that are not installed are left
out: pip install -r tests/benchmarks/requirements.txt
"""

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import normalize
from tests.benchmarks.command import printed
from tests.benchmarks.peers import HEADING, cell, counted, files, installed, judge
from tests.conformance.outside import rows

Row = dict[str, Any]
Reader = Callable[[Row], str | None]


def own(row: Row) -> str | None:
    """The first date that the project finds."""
    found = normalize.find_dates(row["text"], language=row["lang"])
    return found[0].value if found else None


@cache
def _parser(tag: str | None, reference: str) -> Any:
    """Dateparser's reader of a language, or of the nearest to it that it knows."""
    from dateparser.date import DateDataParser

    settings = {"RELATIVE_BASE": datetime.fromisoformat(reference)}
    primary, _, region = (tag or "").partition("-")
    tries: list[dict[str, list[str]]] = [
        {"languages": [tag or ""]},
        {"locales": [f"{primary}-{region.upper()}"]},
        {"languages": [primary]},
    ]
    for chosen in tries:
        parser = DateDataParser(**chosen, settings=settings)
        try:
            parser.get_date_data("2000")
        except ValueError:  # a language that it does not know
            continue
        return parser
    return DateDataParser(settings=settings)


def dateparser(row: Row) -> str | None:
    """What dateparser reads, told the language and the day of reference."""
    found: datetime | None = _parser(row["lang"], row["ref"]).get_date_data(row["text"]).date_obj
    return None if found is None else found.isoformat()


def dateutil(row: Row) -> str | None:
    """What dateutil reads, told the day of reference; it knows one language."""
    from dateutil import parser

    try:
        found: datetime = parser.parse(row["text"], default=datetime.fromisoformat(row["ref"]))
    except (ValueError, OverflowError):
        return None
    return found.isoformat()


RIVALS: dict[str, Reader] = {"dateparser": dateparser, "python-dateutil": dateutil}


def lines(shared: Path, sets: list[str]) -> Iterator[str]:
    """The table, a line for each reader of a set."""
    readers = {"normalize": own, **installed(RIVALS)}
    verdict = judge(shared).date
    yield f"{'':38}{'day':>9}{'clock':>27}"
    yield f"{'set':16}{'reader':23}{HEADING}{HEADING}{'made up':>10}{'a second':>10}"
    for title, path in files(shared / "conformance" / "dates", sets):
        asked = [row for row in rows(path) if "date" in row]
        if not asked:  # a set without gold
            continue
        for name, read in readers.items():
            start = time.perf_counter()
            values = [read(row) for row in asked]
            speed = len(asked) / (time.perf_counter() - start)
            counts = counted(
                verdict(row, {"value": value}) for row, value in zip(asked, values, strict=True)
            )
            loose = counts.get("made-up")
            made_up = f"{loose.wrong}/{loose.total}" if loose else "-"
            cells = cell(counts.get("day")) + cell(counts.get("clock"))
            yield f"{title:16}{name:23}{cells}{made_up:>10}{speed:10.0f}"


if __name__ == "__main__":
    printed(__doc__, lines)
