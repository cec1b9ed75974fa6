"""Time and memory, beside rivals and aims: one command, a report and its charts.

    python -m tests.benchmarks [--output FOLDER] [--rounds N] [--quick] [--only PART ...]

The parts are `documents`, `sizes`, `growth`, `startup` and `jobs`. Rivals that are not installed
are left out: pip install --requirement tests/benchmarks/requirements.txt. With NORMALIZE_SHARED
the outside data is read as well. FOLDER receives report.md and the charts; it is `benchmarks` in
the directory of temporary files unless it is named.
"""

import argparse
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import bound, chart, jobs, speed, startup
from tests.benchmarks.contenders import OWN, Read, rivals

PARTS = ("documents", "sizes", "growth", "startup", "jobs")


class Report:
    """What is printed, and kept as Markdown with charts beside it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._text = ""

    def write(self, *lines: str, title: str = "") -> None:
        """Add lines of a table under a heading; the report is whole after each."""
        print(f"\n{title}", *lines, sep="\n", flush=True)
        self._text += f"## {title}\n\n```\n" + "\n".join(lines) + "\n```\n\n"
        self._keep()

    def draw(self, name: str, title: str, picture: str) -> None:
        """Add a chart."""
        (self._folder / f"{name}.svg").write_text(picture, encoding="utf-8")
        self._text += f"![{title}]({name}.svg)\n\n"
        self._keep()

    def _keep(self) -> None:
        text = f"# Time and memory\n\n{self._text}"
        (self._folder / "report.md").write_text(text, encoding="utf-8")


def _documents(report: Report, readers: dict[str, Read], rounds: int) -> None:
    for job in speed.work():
        times = speed.timed(job, readers, rounds)
        report.write(*speed.table(job, times), title=job.title)
        if job.name == "samples":
            rates = {name: 1 / t.median for name, t in times.items() if not t.failed}
            title = "Documents a second: the samples"
            report.draw("documents", title, chart.bars(title, rates, OWN))


def _sizes(report: Report, readers: dict[str, Read], rounds: int, largest: int) -> None:
    for kind, points in speed.by_size(readers, rounds, largest).items():
        lines = [
            f"{name:26}" + "".join(f"{ns:10,.0f}" for _, ns in series)
            for name, series in points.items()
        ]
        sizes = "".join(f"{size:10,.0f}" for size, _ in points[OWN])
        title = f"Nanoseconds a byte, by size: {kind}"
        report.write(f"{'bytes':26}{sizes}", *lines, title=title)
        report.draw(f"sizes-{kind}", title, chart.lines(title, points))


def main() -> None:
    """Run what is asked for."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--output", type=Path, default=Path(tempfile.gettempdir(), "benchmarks"))
    asked.add_argument("--rounds", type=int, default=9)
    asked.add_argument("--quick", action="store_true", help="3 rounds, and no size above 1 MB")
    asked.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    options = asked.parse_args()
    rounds = 3 if options.quick else options.rounds
    largest = 1_000_000 if options.quick else 10_000_000
    report = Report(options.output)
    releases, readers = rivals()
    report.write(*_machine(releases), title="What was measured")
    report.write(*(bound.__doc__ or "").splitlines(), title="The bound")
    parts: dict[str, Callable[[], None]] = {
        "documents": lambda: _documents(report, readers, rounds),
        "sizes": lambda: _sizes(report, readers, min(rounds, 3), largest),
        "growth": lambda: report.write(*speed.growth(largest), title="Growth of time and memory"),
        "startup": lambda: report.write(*startup.table(2 * rounds), title="Whole processes"),
        "jobs": lambda: report.write(*jobs.table(1000, rounds), title="Two processes"),
    }
    for part in options.only:
        parts[part]()
    print(f"\n{options.output / 'report.md'}")


def _machine(releases: list[str]) -> Iterator[str]:
    yield f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    yield f"beside {', '.join(releases) or 'nobody'}"
    yield "Contenders take turns; medians of the rounds, after one that warms up. A ratio says how"
    yield f"often {OWN} reads a document while the other reads one; spread is slowest less fastest"
    yield "round, of the median. Peaks are resident sizes of a whole process, less its start."


if __name__ == "__main__":
    main()
