"""Renew the expected records beside the specimens, showing what changes.

    python -m normalize.tools.accept [--check] CORPUS

A specimen ``<format>/<slug>.txt`` has its record in ``<format>/<slug>.json``. With ``--check``
nothing is written; the exit status is 1 where a record is missing or differs.
"""

import difflib
import sys
from pathlib import Path

import normalize
from normalize.files import whole
from normalize.record import dump_json


def specimens(corpus: Path) -> list[Path]:
    """The texts of a corpus, sorted."""
    return sorted(corpus.glob("*/*.txt"))


def expected(specimen: Path) -> bytes:
    """The record of a specimen as its file holds it; its path begins with its format's folder."""
    name = f"{specimen.parent.name}/{specimen.name}"
    record = normalize.loads(specimen.read_bytes(), name=name)
    return dump_json(record.to_dict(), indent=True) + b"\n"


def difference(specimen: Path) -> list[str]:
    """The lines in which the record of a specimen and the one beside it differ."""
    beside = specimen.with_suffix(".json")
    before = beside.read_text(encoding="utf-8") if beside.is_file() else ""
    after = expected(specimen).decode()
    named = f"{specimen.parent.name}/{beside.name}"
    return list(
        difflib.unified_diff(before.splitlines(), after.splitlines(), named, named, "", "", 2, "")
    )


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
            with whole(specimen.with_suffix(".json")) as file:
                file.write(expected(specimen))
    print(f"{changed} of the expected records {'differ' if '--check' in arguments else 'renewed'}")
    return int(bool(changed) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
