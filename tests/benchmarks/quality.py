"""How right the project reads the outside data, beside what it set out to reach.

    python -m tests.benchmarks.quality SHARED [SET ...]

SHARED is the folder of the outside data. SET is `seeds`, `heads`, `flat`, `conformance`, or a set
or part of the last (`dates`, `dates/cldr`, `epoch_posts`); without one, all are scored. The scorers
of the data run side by side. A figure that falls short of its aim says so; one without an aim is
there to be watched. Flat is also scored by halves, told by a hash of the document's id, even and
odd: where they differ by more than two points, rules were made for one of them.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.benchmarks.aims import AIMS, GAP, met
from tests.benchmarks.command import printed
from tests.conformance.scorers import SetLine, conformance, scored


class Figure(NamedTuple):
    """One figure of a set: what it was counted from, and the same of the even and odd half."""

    set: str
    name: str
    reached: float
    shown: str = ""
    halves: tuple[float, float] | None = None


def share(name: str, figure: str, part: int, whole: int) -> Figure:
    """A part of a whole in per cent; of nothing, all is right."""
    return Figure(name, figure, 100 * part / whole if whole else 100.0, f"{part}/{whole}")


def seeds(shared: Path) -> list[Figure]:
    """Fields of the five samples."""
    last = scored(shared / "seeds" / "score.py").splitlines()[-1]
    right, whole = re.findall(r"\d+", last)
    return [share("seeds", "right", int(right), int(whole))]


def heads(shared: Path) -> list[Figure]:
    """Fields of the heads of pages."""
    printed = scored(shared / "heads" / "score.py", str(shared / "heads"))
    counts = {
        found[1]: [int(n) for n in found.groups()[1:]]
        for found in re.finditer(
            r"^(\w+): right (\d+) wrong \d+ null \d+ of (\d+); made up (\d+)", printed, re.MULTILINE
        )
    }
    figures = [share("heads", name, right, whole) for name, (right, whole, _) in counts.items()]
    text = re.search(
        r"^text: found (\d+) of (\d+); leaks (\d+) of (\d+); errors (\d+)", printed, re.MULTILINE
    )
    found, asked, leaks, watched, errors = map(int, text.groups() if text else ())
    return [
        *figures,
        Figure("heads", "made-up titles", counts["title"][2]),
        Figure("heads", "invented dates", counts["published"][2]),
        share("heads", "text found", found, asked),
        share("heads", "leaks", leaks, watched),
        Figure("heads", "errors", errors),
    ]


_FLAT = {
    "F1": "F1",
    "chnk": "chunk F1",
    "tail": "tail leak",
    "title": "title",
    "date": "date",
    "wrong": "wrong day",
    "errors": "errors",
}


def articles(folder: Path, script: Path) -> dict[str, float]:
    """Figures of a folder of flattened articles, in per cent but for the errors."""
    lines = scored(script, str(folder)).splitlines()
    everything = next(line for line in lines if line.startswith("all "))
    values = dict(zip(lines[0].split(), everything.split()[1:], strict=True))
    figures = {
        name: float(values[column]) * (100 if column in ("F1", "chnk") else 1)
        for column, name in _FLAT.items()
        if values[column] != "-"
    }
    tiled, whole = lines[-1].rpartition(" ")[2].split("/")
    return figures | {"tiled": 100 * int(tiled) / int(whole)}


def half(shared: Path, odd: int) -> dict[str, float]:
    """Figures of the documents whose id has a hash with an even or an odd first byte."""
    rows = (shared / "flat" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    chosen = [
        row
        for row in filter(None, rows)
        if hashlib.sha256(json.loads(row)["id"].encode()).digest()[2] % 2 == odd
    ]
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "gold.jsonl").write_text("\n".join(chosen) + "\n", encoding="utf-8")
        (place / "docs").symlink_to((shared / "flat" / "docs").resolve())
        return articles(place, shared / "flat" / "score.py")


def flat(shared: Path) -> list[Figure]:
    """Flattened articles, all and by halves."""
    whole = articles(shared / "flat", shared / "flat" / "score.py")
    even, odd = half(shared, 0), half(shared, 1)
    return [
        Figure("flat", name, value, halves=(even[name], odd[name]))
        for name, value in whole.items()
        if name in even and name in odd
    ]


OWN = {"seeds": seeds, "heads": heads, "flat": flat}  # what has a scorer of its own


def _lines(shared: Path, name: str) -> list[SetLine]:
    return list(conformance(shared, name))


def lines_of(line: SetLine) -> Iterator[Figure]:
    """The figures of one set of the conformance data."""
    for field, count in line.fields.items():
        yield share(line.set, field, count.right, count.total)
    if line.set.startswith("dates/") and "day" in line.fields:
        yield share(line.set, "day wrong", line.fields["day"].wrong, line.fields["day"].total)
    if line.made_up is not None:
        yield share(line.set, "made-up", *line.made_up)


def sets(shared: Path) -> list[str]:
    """The folders of the conformance data, the largest first: so the jobs end together."""
    sizes = {
        folder.name: sum(f.stat().st_size for f in folder.glob("*.jsonl*"))
        for folder in (shared / "conformance").iterdir()
        if folder.is_dir()
    }
    return sorted((name for name, size in sizes.items() if size), key=lambda n: -sizes[n])


def measured(shared: Path, wanted: list[str]) -> Iterator[Figure]:
    """All figures of the sets that are wanted, or of all, in the order of the table."""
    own = [name for name in OWN if not wanted or name in wanted]
    names = sorted({*wanted} - {*OWN, "conformance"})
    if not wanted or "conformance" in wanted:
        names = sets(shared)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        first = [pool.submit(OWN[name], shared) for name in own]
        runs = [pool.submit(_lines, shared, name) for name in names]
        for figures in first:
            yield from figures.result()
        lines = sorted((line for run in runs for line in run.result()), key=lambda line: line.set)
    if lines:
        read = sum(line.cases - line.refused for line in lines)
        yield share("conformance", "bytes kept", sum(line.bytes for line in lines), read)
        yield share("conformance", "tiled", sum(line.tiles for line in lines), read)
        yield Figure("conformance", "crashes", sum(line.crashed for line in lines))
    for line in lines:
        yield from lines_of(line)


def rows(figures: Iterable[Figure]) -> Iterator[str]:
    """The table's lines."""
    yield f"{'set':34}{'figure':16}{'asked':>10}{'reached':>10}{'of':>12}{'even':>8}{'odd':>8}"
    for figure in figures:
        aim = AIMS.get((figure.set, figure.name), "")
        line = f"{figure.set:34}{figure.name:16}{aim:>10}{figure.reached:10.2f}{figure.shown:>12}"
        even, odd = figure.halves or (0.0, 0.0)
        line += f"{even:8.2f}{odd:8.2f}" if figure.halves else " " * 16
        if aim and not met(aim, figure.reached):
            line += "  short"
        if abs(even - odd) > GAP:
            line += f"  halves {abs(even - odd):.1f} apart"
        yield line


if __name__ == "__main__":
    try:
        printed(__doc__, lambda shared, sets: rows(measured(shared, sets)))
    except subprocess.CalledProcessError as error:
        sys.exit(error.stderr)
