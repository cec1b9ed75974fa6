"""An index of made articles: the time and size of its build, and of 100 additions.

python -m tests.benchmarks.corpus_index NUMBER [FILE]
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from normalize.gate.entries import Entry, entry
from normalize.gate.index import Index, build
from tests.benchmarks.duplicates import WORDS, edited


def words(number: int) -> list[str]:
    """The words of a made article, 80 to 240."""
    chance = random.Random(number)
    return chance.choices(WORDS, k=chance.randint(80, 240))


def articles(count: int) -> Iterator[Entry]:
    """The entries of made articles."""
    for n in range(count):
        path = f"archive/{n % 1000:03}/{n}.md"
        yield entry(path, f"sha256:{n:064x}", f"v1:{n:064x}", " ".join(words(n)))


def additions(count: int) -> list[Entry]:
    """Three of four are articles of the corpus with a twentieth of their words changed."""
    made = []
    for n in range(100):
        said = edited(words(n * 997 % count), 0.05, n) if n % 4 else words(count + n)
        made.append(entry(f"new/{n}.md", f"new {n}", f"new {n}", " ".join(said)))
    return made


def main(count: int, file: Path) -> None:
    """Print the figures."""
    began = time.perf_counter()
    build(file, articles(count))
    print(f"{count:,} articles built in {time.perf_counter() - began:.0f} s")
    with Index(file) as index:
        for key, value in index.stats().items():
            print(f"{key:<9} {value:,}")
        began = time.perf_counter()
        made = additions(count)
        print(f"100 additions signed in {time.perf_counter() - began:.2f} s")
        began = time.perf_counter()
        found = sum(bool(index.find(new, 0.5)) for new in made)
        print(f"checked in {time.perf_counter() - began:.2f} s: {found} of 75 duplicates found")
        began = time.perf_counter()
        index.add(made)
        print(f"added in {time.perf_counter() - began:.2f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(int(sys.argv[1]), Path(*(sys.argv[2:] or (folder, "corpus.db"))))
