"""What a whole process takes, beside a Python that only imports what it cannot do without.

    python -m tests.benchmarks.startup [ROUNDS]

The commands are run in turn; the table has the median and the least of the rounds, and how many
times as long as its yardstick each takes, by the least: what a busy machine adds is not the
command's.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.workload import made

_LIBRARIES = "import attrs, re, hashlib, orjson"
YARDSTICKS = {
    "bare Python": "pass",
    "attrs, re, hashlib, orjson": _LIBRARIES,
    "the same and turbohtml": f"{_LIBRARIES}, turbohtml",
    "the same and sqlite3": f"{_LIBRARIES}, sqlite3",
}


def _commands(folder: Path) -> Iterator[tuple[str, list[str], str]]:
    """Each figure: its name, its command, and its yardstick."""
    for kind in ("text", "html"):
        (folder / kind).mkdir()
        (folder / kind / "a.txt").write_bytes(made(kind, 3000))
    script = Path(sys.executable).with_name("normalize")
    command = [str(script)] if script.exists() else [sys.executable, "-m", "normalize"]
    bare, libraries, turbohtml, sqlite = YARDSTICKS
    yield "import normalize", [sys.executable, "-c", "import normalize"], bare
    yield "normalize --version", [*command, "--version"], bare
    yield "normalize of a text", [*command, str(folder / "text" / "a.txt")], libraries
    yield "normalize of an HTML file", [*command, str(folder / "html" / "a.txt")], turbohtml
    yield "normalize check of a text", [*command, "check", str(folder / "text")], sqlite


def table(rounds: int) -> list[str]:
    """The lines of the table."""
    with TemporaryDirectory() as name:
        figures = list(_commands(Path(name)))
        commands = {n: [sys.executable, "-c", code] for n, code in YARDSTICKS.items()}
        commands |= {n: command for n, command, _ in figures}
        times: dict[str, list[float]] = {n: [] for n in commands}
        for lap in range(rounds + 1):
            for n, command in commands.items():
                start = time.perf_counter()
                # What the gate finds is its exit code, and no failure here.
                subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
                if lap:
                    times[n].append(time.perf_counter() - start)
    against = {n: yardstick for n, _, yardstick in figures}
    lines = [f"{'process':28}{'median':>10}{'least':>10}{'× its yardstick':>18}"]
    for n, taken in times.items():
        line = f"{n:28}{statistics.median(taken) * 1e3:7.1f} ms{min(taken) * 1e3:7.1f} ms"
        if n in against:
            line += f"{min(taken) / min(times[against[n]]):18.2f}  {against[n]}"
        lines.append(line)
    return lines


if __name__ == "__main__":
    print("\n".join(table(int(sys.argv[1]) if len(sys.argv) > 1 else 20)))
