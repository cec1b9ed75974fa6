"""Readers beside each other on the outside data: which are installed, and what its judge says."""

import importlib.util
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from tests.conformance.scorers import Count

Reader = TypeVar("Reader")


def installed(rivals: Mapping[str, Reader]) -> dict[str, Reader]:
    """The rivals that are there, each with its version; a line is printed for each other one."""
    found: dict[str, Reader] = {}
    for name, reader in rivals.items():
        try:
            found[f"{name} {version(name)}"] = reader
        except PackageNotFoundError:
            print(f"{name} is not installed and left out")
    return found


def files(folder: Path, sets: list[str]) -> list[tuple[str, Path]]:
    """Name and file of the sets that are wanted of a folder, or of all."""
    found = {path.name.partition(".")[0]: path for path in sorted(folder.glob("*.jsonl*"))}
    if unknown := sorted({*sets} - found.keys()):
        sys.exit(f"no such set: {', '.join(unknown)}; there are {', '.join(found)}")
    return [(name, path) for name, path in found.items() if not sets or name in sets]


def judge(shared: Path) -> ModuleType:
    """The outside data's own judge, which is the same for all."""
    path = shared / "conformance" / "judge.py"
    spec = importlib.util.spec_from_file_location("judge", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def counted(judged: Iterable[Mapping[str, tuple[str, object, object]]]) -> dict[str, Count]:
    """The verdicts of many answers, by what was asked."""
    verdicts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for answer in judged:
        for asked, (verdict, _, _) in answer.items():
            verdicts[asked][verdict] += 1
    return {
        asked: Count(seen["right"], seen["wrong"], seen["null"]) for asked, seen in verdicts.items()
    }


def cell(count: Count | None) -> str:
    """Right, null and wrong ones, and the right ones in per cent, of 27 characters."""
    if count is None:
        return f"{'-':>27}"
    return f"{count.right:6}{count.null:6}{count.wrong:6}{count.share:7.1f} %"


HEADING = f"{'right':>6}{'null':>6}{'wrong':>6}{'':9}"
