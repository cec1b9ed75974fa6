"""The scorers of the outside data: run, and their lines read."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
_LINE = re.compile(r"(?P<set>\S+(?: \S+)?) +" + r" +".join([r"(\d+)"] * 6) + r"(?P<fields>  .*)?")
_FIELD = re.compile(r"  (\S+) (\d+)/(\d+)/(\d+) ")
_MADE_UP = re.compile(r"  made-up (\d+) of (\d+)")


class Count(NamedTuple):
    """How many values of a field are right, wrong, or not given."""

    right: int
    wrong: int
    null: int

    @property
    def total(self) -> int:
        """How many were asked for."""
        return sum(self)

    @property
    def share(self) -> float:
        """The right ones in per cent."""
        return 100 * self.right / self.total


class SetLine(NamedTuple):
    """One line of the conformance scorer; `made_up`: so many, of cases that hold nothing."""

    set: str
    cases: int
    bytes: int
    tiles: int
    refused: int
    crashed: int
    fields: dict[str, Count]
    made_up: tuple[int, int] | None


def scored(script: Path, *words: str) -> str:
    """What a scorer prints of this interpreter's project.

    Raises:
        subprocess.CalledProcessError: the scorer failed; its `stderr` says why.
    """
    command = [sys.executable, str(script), *words, "--python", sys.executable]
    ran = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT
    )
    return ran.stdout


def conformance(shared: Path, *sets: str) -> Iterator[SetLine]:
    """The lines that the conformance scorer prints of some sets, or of all."""
    for line in scored(shared / "conformance" / "score.py", *sets).splitlines():
        found = _LINE.fullmatch(line)
        if found is None or found["set"] == "all":
            continue
        cases, kept, tiles, refused, crashed = (int(found[n]) for n in range(2, 7))
        said = found["fields"] or ""
        counts = {m[1]: Count(*map(int, m.groups()[1:])) for m in _FIELD.finditer(said)}
        made_up = _MADE_UP.search(said)
        pair = (int(made_up[1]), int(made_up[2])) if made_up else None
        yield SetLine(found["set"], cases, kept, tiles, refused, crashed, counts, pair)
