"""Any format to any: ``python -m tests.benchmarks.matrix`` prints formats by formats with counts.

Each specimen of the corpus is read, written in each format that can carry it, and read again; a
cell counts those that come back equal in all that law 2 names. A row is the format read, a column
the format written.
"""

import sys
from collections import Counter
from pathlib import Path

import normalize
from normalize.writing import FORMS
from tests.roundtrip import differing, written

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def transfer(path: Path, format_: str) -> list[str] | None:
    """What a file loses on its way through a format; None where the format refuses it."""
    record = normalize.load(path)
    text = written(record, format_)
    if text is None:
        return None
    again = normalize.loads(text)
    lost = differing(record, again)
    lost += ["format"] if again.format != format_ else []
    return lost + (["again"] if not lost and written(again, format_) != text else [])


def counts() -> tuple[Counter[str], Counter[tuple[str, str]], list[str]]:
    """Specimens by format, those carried by format read and written, and what was lost."""
    files: Counter[str] = Counter()
    carried: Counter[tuple[str, str]] = Counter()
    lost = []
    for path in sorted(CORPUS.glob("*/*.txt")):
        own = path.parent.name
        files[own] += 1
        for format_ in FORMS:
            found = transfer(path, format_)
            carried[own, format_] += found == []
            lost += [f"{own}/{path.name} as {format_}: {', '.join(found)}"] if found else []
    return files, carried, lost


def main() -> None:
    """Print the matrix."""
    files, carried, lost = counts()
    width = max(map(len, FORMS))
    for n, format_ in enumerate(FORMS):
        sys.stdout.write(f"{n:>2} {format_}\n")
    head = "".join(f"{n:>4}" for n in range(len(FORMS)))
    sys.stdout.write(f"\n{'read / written':<{width}} files{head}\n")
    for own, total in files.items():
        cells = "".join(f"{carried[own, f]:>4}" for f in FORMS)
        sys.stdout.write(f"{own:<{width}} {total:>5}{cells}\n")
    sys.stdout.write("".join(f"{line}\n" for line in lost))


if __name__ == "__main__":
    main()
