"""Renew the expected records beside the specimens, showing what changes.

    python -m normalize.tools.accept [--check] CORPUS

A specimen ``<format>/<slug>.txt`` has its record in ``<format>/<slug>.json``. With ``--check``
nothing is written; the exit status is 1 where a record is missing or differs.
"""

import sys
from pathlib import Path

import normalize
from normalize.gate import expectations
from normalize.record import Record


def specimens(corpus: Path) -> list[Path]:
    """The texts of a corpus, sorted."""
    return sorted(corpus.glob("*/*.txt"))


def read(specimen: Path) -> Record:
    """The record of a specimen; its path begins with its format's folder."""
    return normalize.loads(specimen.read_bytes(), name=f"{specimen.parent.name}/{specimen.name}")


def difference(specimen: Path) -> list[str]:
    """The lines in which the record of a specimen and the one beside it differ."""
    return expectations.difference(specimen, read(specimen))


def main(arguments: list[str]) -> int:
    paths = [Path(a) for a in arguments if a != "--check"]
    changed = 0
    for specimen in (s for path in paths for s in specimens(path)):
        lines = difference(specimen)
        if not lines:
            continue
        changed += 1
        print("\n".join(lines))
        if "--check" not in arguments:
            expectations.accept(specimen, read(specimen))
    print(f"{changed} of the expected records {'differ' if '--check' in arguments else 'renewed'}")
    return int(bool(changed) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
