"""Two processes beside one, and beside what two processes can do that know nothing of each other.

    python -m tests.benchmarks.jobs [FILES] [ROUNDS]

The command reads a folder with `--jobs 1` and `--jobs 2`; the ceiling is two commands at once, each
with half of the files. All three are run in turn, and the best round of each counts: whatever else
the machine does can only take from them. `normalize.map` is timed in the same way.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import normalize
from tests.benchmarks.aims import SPEED_OF, verdict
from tests.benchmarks.workload import copies, samples

COMMAND = [sys.executable, "-m", "normalize"]


def _at_once(*commands: list[str]) -> None:
    nowhere = subprocess.DEVNULL
    running = [subprocess.Popen(c, stdout=nowhere, stderr=nowhere) for c in commands]
    for process in running:
        process.wait()


def _best(ways: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The least seconds of each way, taken in turn."""
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for name, run in ways.items():
            start = time.perf_counter()
            run()
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def table(count: int, rounds: int) -> list[str]:
    """The lines of the table."""
    with TemporaryDirectory() as name:
        halves = [Path(name, half) for half in ("a", "b")]
        for half in halves:
            half.mkdir()
        for n, data in enumerate(copies(samples(), count)):
            (halves[n * 2 // count] / f"{n:05}.txt").write_bytes(data)
        paths = sorted(Path(name).glob("*/*.txt"))
        a, b = map(str, halves)
        best = _best(
            {
                "normalize DIR": lambda: _at_once([*COMMAND, name]),
                "normalize DIR --jobs 2": lambda: _at_once([*COMMAND, "--jobs", "2", name]),
                "two commands": lambda: _at_once([*COMMAND, a], [*COMMAND, b]),
                "map": lambda: sum(1 for _ in normalize.map(paths)),
                "map, jobs=2": lambda: sum(1 for _ in normalize.map(paths, jobs=2)),
            },
            rounds,
        )
    one, two, ceiling = best["normalize DIR"], best["normalize DIR --jobs 2"], best["two commands"]
    lines = [f"{os.cpu_count()} cores, {count:,} files, the best of {rounds} rounds"]
    lines += [f"{n:24}{count / taken:10,.0f} files a second" for n, taken in best.items()]
    aim = SPEED_OF["files by two processes", "files by one"]
    lines.append(f"--jobs 2 beside one: {one / two:.2f} × {verdict(aim, one / two)}")
    lines.append(f"two commands beside one, the ceiling: {one / ceiling:.2f} ×")
    mapped = best["map"] / best["map, jobs=2"]
    lines.append(f"map, jobs=2 beside one: {mapped:.2f} × {verdict(aim, mapped)}")
    return lines


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    print("\n".join(table(*(given + [1000, 5][len(given) :]))))
