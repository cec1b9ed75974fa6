"""Files in, findings out."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from errno import EINVAL
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from normalize import api, files
from normalize.errors import Lines, NormalizeError, Severity
from normalize.gate.finding import Fault, Finding
from normalize.gate.registry import Rule
from normalize.gate.settings import Plan, Settings
from normalize.gate.subject import Subject
from normalize.record import scrub

if TYPE_CHECKING:
    from normalize.gate.kin import Kin

_SHOWN = 160
"""How many characters of a line an excerpt has."""
_LEAD = 60
"""How many of them stand before the place in a longer line."""

UNREAD = "NRM001"
"""The rule of files that cannot be read at all."""


def check(
    paths: Iterable[str | os.PathLike[str]],
    config: Settings | Mapping[str, Any] | None = None,
) -> Iterator[Finding]:
    """Check article files as additions to a corpus.

    Args:
        paths: Files, and directories, of which every article file below is taken.
        config: Settings, or the table of TOML that they are read from (keys with hyphens); the
            defaults where None. No file of settings is looked for.

    Yields:
        What is found, file by file in order, as each is read; of a file what concerns all of it
        first, then place by place.

    Raises:
        OSError: A path names nothing, or a pipe, a socket or a device.
        NormalizeError: The settings are refused (``settings-invalid``, ``rule-unknown``).
    """
    if not isinstance(config, Settings):
        config = Settings.from_table(config or {})
    with Checker(config) as checker:
        yield from checker.check(paths)


class Checker:
    """A run of the gate.

    Attributes:
        checked: How many files have been checked so far.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.checked = 0
        self._plan = Plan(settings)
        self._kin: Kin | None = None

    def __enter__(self) -> "Checker":
        return self

    def __exit__(self, *ignored: object) -> None:
        if self._kin is not None:
            self._kin.close()

    def find(self, paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path]:
        """The files to check.

        Raises:
            OSError: A path names nothing, or a pipe, a socket or a device.
        """
        for path in map(Path, paths):
            if not path.exists():
                raise FileNotFoundError(2, "no such file or directory", str(path))
            if files.is_special(path):
                raise OSError(EINVAL, "a pipe, a socket or a device, and no file", str(path))
            for found in files.find(path):
                if not self.settings.is_excluded(found.path):
                    yield found.path

    def check(self, paths: Iterable[str | os.PathLike[str]]) -> Iterator[Finding]:
        """What is found in files; see ``normalize.check``."""
        found = self.find(paths)
        few = [path for path in (next(found, None), next(found, None)) if path is not None]
        # A file alone, and no index of a corpus, has nothing to be a duplicate of.
        lone = len(few) < 2 and not self.settings.index
        for path in chain(few, found):
            yield from self.check_file(path, lone=lone)

    def check_file(self, path: Path, *, lone: bool = True) -> Iterator[Finding]:
        """What is found in one file; duplicates of others only where it is not ``lone``."""
        self.checked += 1
        settings, chosen = self._plan.of(path)
        try:
            with path.open("rb") as file:
                data = file.read(settings.max_size + 1)
            document = api.parse(data, name=str(path), max_size=settings.max_size)
        except OSError as e:
            yield from self._unread(path, chosen, e.strerror or str(e))
            return
        except NormalizeError as e:
            yield from self._unread(path, chosen, e.msg)
            return
        kin = None if lone else self._kin_of(chosen)
        subject = Subject(path, document, settings, kin)
        found = [
            finding(row, severity, path, document.text, fault, subject.lines)
            for row, severity in chosen
            for fault in row.check(subject)
        ]
        yield from sorted(found, key=lambda x: (x.line, x.column, x.code))
        if kin is not None:
            kin.add(path, document.record)

    def _unread(
        self, path: Path, chosen: Iterable[tuple[Rule, Severity]], why: str
    ) -> Iterator[Finding]:
        for row, severity in chosen:
            if row.code == UNREAD:
                yield finding(row, severity, path, "", Fault(f"it cannot be read: {why}"))

    def _kin_of(self, chosen: Iterable[tuple[Rule, Severity]]) -> "Kin | None":
        if self._kin is None and any(row.code.startswith("NRM9") for row, _ in chosen):
            from normalize.gate.kin import Kin

            file = self.settings.index
            index = self.settings.folder / file if file else None
            self._kin = Kin(index, self.settings.near_duplicate)
        return self._kin


def finding(
    row: Rule, severity: Severity, path: Path, text: str, fault: Fault, lines: Lines | None = None
) -> Finding:
    """The finding of a fault; ``lines`` are those of the text, where they are counted already."""
    name = path.as_posix()
    message, _, detail = scrub(fault.message).partition("\n")
    line = column = end_line = end_column = excerpt_start = 0
    excerpt = ""
    if fault.start is not None:
        end = fault.start if fault.end is None else fault.end
        lines = lines or Lines(text)
        line, column = lines.place(fault.start)
        end_line, end_column = lines.place(end)
        excerpt, excerpt_start = _excerpt(text, fault.start)
    said = "\0".join((row.code, name, excerpt.strip() or message))
    return Finding(
        code=row.code,
        name=row.name,
        severity=severity,
        path=name,
        message=message,
        detail=detail,
        start=fault.start,
        end=fault.end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=excerpt,
        excerpt_start=excerpt_start,
        mend=(row.mend if fault.is_safe else "unsafe") if fault.is_mendable else None,
        fingerprint=hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()[:32],
    )


def _excerpt(text: str, start: int) -> tuple[str, int]:
    """The line of a place, and how much of the line stands before what is given of it."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    cut = 0 if start - first < _SHOWN else start - first - _LEAD
    shown = text[first + cut : first + cut + _SHOWN]
    for end in ("\n", "\r"):
        shown = shown.partition(end)[0]
    return scrub(shown), cut
