"""The gate over the outside data: time, findings by rule, and findings at random to be read.

    python -m tests.benchmarks.gate SHARED [SET …] [--select RULES] [--sample N] [--seed N]

Each set is a corpus of its own, checked file by file as a directory is; ``share`` is that of the
files with a finding of severity ``error``.
"""

import argparse
import random
import tempfile
import time
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from normalize.gate.checking import Checker
from normalize.gate.settings import Settings
from tests.conformance.outside import packed

if TYPE_CHECKING:
    from normalize.gate.finding import Finding


def unpack(shared: Path, folder: Path, sets: list[str]) -> dict[str, list[Path]]:
    """Write the texts of the packed sets as files; the paths of each set."""
    paths: dict[str, list[Path]] = {}
    for file in packed(shared):
        if sets and file.set not in sets:
            continue
        # The same article with its header and without is not one corpus.
        name, _, key = file.name.rpartition("/")
        named, inside = (file.set, name) if key == "text" else (f"{file.set}/{key}", name)
        if key not in ("text", "full", "html", "md", "yaml"):
            named, inside = file.set, file.name
        parts = [part for part in PurePosixPath(inside).parts if part not in ("/", "..")]
        path = folder / named / "/".join(parts)
        while path.exists():
            path = path.with_name(f"{path.stem}.again{path.suffix}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
        paths.setdefault(named, []).append(path)
    return paths


def main() -> None:
    """Print the tables, or the sample."""
    parser = argparse.ArgumentParser()
    parser.add_argument("shared", type=Path)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--select", default="DEFAULT")
    parser.add_argument("--ignore", default="NRM8")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    settings = Settings.from_table(
        {"select": options.select.split(","), "ignore": options.ignore.split(",")}
    )
    rules: Counter[tuple[str, str]] = Counter()
    everything: list[Finding] = []
    files, seconds = 0, 0.0
    with tempfile.TemporaryDirectory() as name:
        paths = unpack(options.shared, Path(name), options.sets)
        print(f"{'set':<32} {'files':>6} {'seconds':>8} {'files/s':>8} {'found':>6} {'share':>7}")
        for key, some in sorted(paths.items()):
            began = time.perf_counter()
            with Checker(settings) as checker:
                found = list(checker.check(some))
            took = time.perf_counter() - began
            faulty = len({f.path for f in found if f.severity == "error"})
            rules.update((f.code, f.name) for f in found)
            everything += found
            files, seconds = files + len(some), seconds + took
            print(
                f"{key:<32} {len(some):>6,} {took:>8.2f} {len(some) / took:>8,.0f} "
                f"{len(found):>6,} {faulty / len(some):>7.2%}"
            )
        print(f"\n{files:,} files in {seconds:.1f} s, {files / seconds:,.0f} files/s")
        for (code, rule), count in sorted(rules.items()):
            print(f"{count:>7,}  {code} {rule}")
        for f in random.Random(options.seed).sample(
            everything, min(options.sample, len(everything))
        ):
            print(
                f"\n{f.path.removeprefix(name)}:{f.line}:{f.column} {f.code} {f.name}: {f.message}"
            )
            print(f"    {f.excerpt}")


if __name__ == "__main__":
    main()
