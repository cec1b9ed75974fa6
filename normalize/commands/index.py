"""``normalize index``: the index of a corpus, which `normalize check` finds duplicates by."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from normalize.commands.console import complain, paths_fault
from normalize.terminal import harmless

if TYPE_CHECKING:
    from normalize.commands.declarations import Parser
    from normalize.gate.entries import Entry

EXAMPLES = """\
examples:
  normalize index build corpus.db archive/     whole or not at all
  normalize index add corpus.db new/ more.jsonl
  normalize index stats corpus.db
  normalize check --index corpus.db new/

A file .jsonl holds records, one a line, as `normalize archive/` prints them. Files that are in the
index as they are stay untouched, so that `add` goes on where it was stopped.

exit status: 0 done, 1 some files were not read, 2 wrong usage or failure
"""


def add_arguments(parser: "Parser") -> None:
    """Declare the options."""
    parser.description = "Build, grow and count the index of a corpus."
    parser.epilog = EXAMPLES
    parser.add_argument("action", choices=("build", "add", "stats"))
    parser.add_argument("index", metavar="INDEX", help="the file of the index")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="article files, directories, .jsonl"
    )


def run(options: SimpleNamespace) -> int:
    """Do it; the exit status."""
    from normalize.errors import NormalizeError

    if (options.action == "stats") == bool(options.paths):
        complain("`stats` takes an index alone; `build` and `add` take files or directories")
        return 2
    fault = paths_fault(options.paths)
    if fault:
        complain(fault)
        return 2
    try:
        said, status = _run(options.action, Path(options.index), options.paths)
    except NormalizeError as e:
        complain(str(e))
        return 2
    except OSError as e:
        complain(f"{e.filename or options.index}: {e.strerror or e}")
        return 2
    print(said)
    return status


def _run(action: str, file: Path, paths: Sequence[str]) -> tuple[str, int]:
    """Do what is asked for; what came of it, and the exit status."""
    from normalize.gate.index import Index, build

    if action == "stats":
        with Index(file) as index:
            return "\n".join(f"{key:<9} {value:,}" for key, value in index.stats().items()), 0
    entries = _Entries(file, paths)
    if action == "build":
        said = f"{build(file, entries):,} articles in {harmless(str(file))}"
    else:
        with Index(file, create=True) as index:
            added, kept = index.add(entries)
        said = f"{added:,} added or renewed, {kept:,} there already"
    return said, int(entries.failed > 0)


class _Entries:
    """The articles of files, as the index knows them; what cannot be read is told and counted."""

    def __init__(self, file: Path, paths: Sequence[str]) -> None:
        self.failed = 0
        self._folder = file.absolute().parent
        self._paths = paths

    def __iter__(self) -> "Iterator[Entry]":
        from normalize import files
        from normalize.api import load
        from normalize.errors import NormalizeError
        from normalize.gate.entries import entry_of

        for named in self._paths:
            if named.endswith(".jsonl"):
                yield from self._records(Path(named))
                continue
            for found in files.find(Path(named)):
                try:
                    record = load(found.path)
                except (OSError, NormalizeError) as e:
                    self._fail(str(found.path), str(e))
                else:
                    yield entry_of(self._relative(found.path), record)

    def _records(self, file: Path) -> "Iterator[Entry]":
        import orjson

        from normalize.gate.entries import entry

        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    row = orjson.loads(line)
                    key = row["id"] or row["fingerprint"]
                    path = row["source"]["path"] or key
                    if not isinstance(path, str):
                        raise TypeError
                    known = entry(path, key, row["fingerprint"], row["text"])
                except KeyError as e:
                    self._no_record(file, number, f"it has no {e.args[0]}")
                except orjson.JSONDecodeError:
                    self._no_record(file, number, "it is not JSON")
                except (ValueError, TypeError, AttributeError):
                    self._no_record(file, number, "its values are of other kinds")
                else:
                    yield known

    def _no_record(self, file: Path, line: int, why: str) -> None:
        self._fail(f"{file}: line {line}", f"it is no record: {why}")

    def _relative(self, path: Path) -> str:
        return Path(os.path.relpath(path, self._folder)).as_posix()

    def _fail(self, path: str, why: str) -> None:
        self.failed += 1
        complain(f"{path}: {why}")
        sys.stderr.flush()
