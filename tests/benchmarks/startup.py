"""How long a process takes that does little, as ratios to one that imports what it needs at least.

    python -m tests.benchmarks.startup [ROUNDS]

The processes take turns, so that a change in the machine's speed meets all of them. The table gives
the median over the rounds of the time that each spent on the processor and by the clock, and how
many times as long as its bound that is, beside the aim.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from compileall import compile_dir
from pathlib import Path
from typing import NamedTuple

import normalize

TEXT = """\
Rain fell in the night and streets were under water

20:43, 02 November 2025

Rain fell in the night over the whole of the valley, and the streets of the old town were under
water by the morning, the fire service said on Sunday. The river is expected to fall by the evening.
"""
HTML = """\
<!-- 1762091000 -->
[Rain fell in the night](https://a.example/2025/11/02/rain)
<p>Rain fell in the night over the whole of the valley, and the streets of the old town were under
water by the morning, the fire service said on Sunday.</p>
<p>The river is expected to fall by the evening.</p>
"""
NEEDED = "import attrs, re, hashlib, orjson"


class Process(NamedTuple):
    """One row of the table: what runs, and how many times as long as another it may take."""

    name: str
    words: list[str]
    bound: str = ""
    aim: float = 0


def processes(folder: Path) -> list[Process]:
    """The processes, each bound before those that are held to it."""
    command = ["-m", "normalize"]
    text, html = str(folder / "a.txt"), str(folder / "a.html")
    return [
        Process("pass", ["-c", "pass"]),
        Process("import normalize", ["-c", "import normalize"], "pass", 1.6),
        Process("normalize --version", [*command, "--version"], "pass", 2),
        Process("needed", ["-c", NEEDED]),
        Process("normalize a.txt", [*command, text], "needed", 1.3),
        Process("needed for HTML", ["-c", f"{NEEDED}, turbohtml"]),
        Process("normalize a.html", [*command, html], "needed for HTML", 1.3),
        Process("needed to check", ["-c", f"{NEEDED}, sqlite3"]),
        Process(
            "normalize check a.txt", [*command, "check", "--isolated", text], "needed to check", 1.5
        ),
    ]


def spent(words: list[str]) -> tuple[float, float]:
    """The seconds that a process spends on the processor, and by the clock."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True)
    took, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, took


def table(rounds: int) -> Iterator[str]:
    """The lines of the table."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compile_dir(Path(normalize.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.txt").write_text(TEXT, encoding="utf-8")
        (folder / "a.html").write_text(HTML, encoding="utf-8")
        rows = processes(folder)
        times: dict[str, list[tuple[float, float]]] = {row.name: [] for row in rows}
        for _ in range(rounds):
            for row in rows:
                times[row.name].append(spent(row.words))
    medians = {
        name: [statistics.median(some) for some in zip(*pairs, strict=True)]
        for name, pairs in times.items()
    }
    yield f"{'process':<24} {'CPU':>8} {'clock':>9}   ratio of each, and the aim"
    for row in rows:
        cpu, clock = medians[row.name]
        line = f"{row.name:<24} {cpu * 1e3:>5.1f} ms {clock * 1e3:>6.1f} ms"
        if row.bound:
            least_cpu, least_clock = medians[row.bound]
            line += (
                f"   {cpu / least_cpu:.2f} {clock / least_clock:.2f}  <= {row.aim} of {row.bound}"
            )
        yield line


if __name__ == "__main__":
    for said in table(int(sys.argv[1]) if len(sys.argv) > 1 else 30):
        print(said, flush=True)
