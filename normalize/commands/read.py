"""``normalize FILE``: files in, records out."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import IO, TYPE_CHECKING, Any, NamedTuple

import normalize
from normalize import files
from normalize.commands.console import complain, input_fault, listed, none_found, read_bytes, shown
from normalize.commands.progress import Bar, is_watched
from normalize.commands.target import Target, choose_target, json_line, target_fault
from normalize.errors import NormalizeError
from normalize.record import scrub

if TYPE_CHECKING:
    from normalize.commands.declarations import Parser

EXAMPLES = """\
examples:
  normalize post.md                        one record, indented on a terminal
  normalize archive/ > records.jsonl       every article file below a directory
  normalize archive/ -o records/           one .json for each, the tree kept
  normalize --jobs 4 archive/ > all.jsonl  the same lines, by four processes
  normalize --fields title,published *.txt
  normalize --to csv archive/ > all.csv    for other programs, here a row each
  normalize --detect odd.txt               which format it is, and why
  normalize explain odd.txt                the record beside its evidence
  cat page.html | normalize -
  normalize --set title='New title' --in-place post.md

exit status: 0 all read, 1 some with errors or not read, 2 wrong usage
"""


class _Outcome(NamedTuple):
    """What came of one file: what is printed, if anything, and its errors as code and message."""

    path: str
    below: Path
    output: Any
    faults: Sequence[tuple[str, str]]


class _Tally:
    """What has been read, and what went wrong."""

    def __init__(self, bar: Bar | None) -> None:
        self.bar = bar
        self.read = 0
        self.failed = 0
        self.codes: Counter[str] = Counter()

    def pass_file(self) -> None:
        self.read += 1
        if self.bar is not None:
            self.bar.show(self.read)

    def fault(self, path: str, faults: Sequence[tuple[str, str]]) -> None:
        self.failed += 1
        self.codes.update(list(dict.fromkeys(code for code, _ in faults)))
        if self.bar is not None:
            self.bar.clear()
        for code, message in faults:
            complain(f"{path}: {code}: {message}")

    def __str__(self) -> str:
        codes = ", ".join(f"{code} {n:,}" for code, n in self.codes.most_common())
        return f"{self.read:,} read, {self.failed:,} with errors ({codes})"


def add_arguments(parser: "Parser") -> None:
    """Declare the options."""
    parser.description = (
        "Read saved article files of many layouts; print one canonical record each."
    )
    parser.epilog = EXAMPLES
    add = parser.add_argument
    add("paths", nargs="+", metavar="FILE", help="a file, a directory, or - for standard input")
    add("-o", "--output", metavar="PATH", help="write to a file, or one file each to a directory/")
    add(
        "--fields",
        metavar="KEYS",
        type=listed,
        help="only these keys of the record, parted by commas",
    )
    add(
        "--to",
        metavar="NAME",
        help="write for other programs: jsonfeed, schema-org, ninjs, dolma, datatrove, tei, csv, "
        "tsv, vertical, markdown, text; or in a format, such as jekyll-post",
    )
    add("--lossy", action="store_true", help="leave out what the format of --to cannot carry")
    add("--detect", action="store_true", help="print the format and why, not the record")
    add("--ledger", action="store_true", help="add segments and spans")
    add("--with-source", action="store_true", help="add the decoded text as raw")
    add("--encoding", metavar="NAME", help="the encoding of the files; it decides")
    add("--strict", action="store_true", help="print no record of a file with an error")
    add("--jobs", metavar="N", type=_count, default=1, help="read in this many processes")
    add(
        "--max-size",
        metavar="BYTES",
        type=_count,
        default=files.MAX_SIZE,
        help="the largest file to read (%(default)s)",
    )
    add("--glob", metavar="PATTERN", help="names to read in directories, such as '*.post'")
    schema: Any = _schema
    add("--schema", action=schema, nargs=0, help="print the JSON Schema of a record, and end")
    add("--version", action="version", version=f"normalize {normalize.__version__}")


def _count(word: str) -> int:
    """The number that a word spells, which is 1 or more."""
    if word.isdecimal() and int(word):
        return int(word)
    from argparse import ArgumentTypeError

    raise ArgumentTypeError(f"{word!r} is no whole number of 1 or more")


def _schema(**declared: Any) -> Any:
    """The action of a parser that prints the schema of the record; no file is read."""
    from argparse import Action, ArgumentParser

    class Schema(Action):
        def __call__(self, parser: ArgumentParser, *ignored: object, **also: object) -> None:
            from normalize.record import dump_json

            sys.stdout.write(dump_json(normalize.record_schema(), indent=True).decode() + "\n")
            parser.exit()

    return Schema(**declared)


def _usage_fault(options: SimpleNamespace) -> str | None:
    """What is wrong with the arguments beyond their form."""
    fault = input_fault(options.paths, options.encoding) or target_fault(options)
    if fault:
        return fault
    from attrs import fields

    from normalize.record import Record

    known = [a.name for a in fields(Record) if a.name != "ledger"]
    for key in options.fields or ():
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(known)}"
            return f"--fields: a record has no key {key!r}; {hint}"
    if options.output and any(_is_same(options.output, path) for path in options.paths):
        return f"-o: {options.output!r} is a file to be read; give another name"
    if _is_folder(options.output) is False and Path(options.output).is_dir():
        return f"-o: {options.output!r} is a directory; write {options.output}/ for one file each"
    return None


def _is_same(output: str, path: str) -> bool:
    return path != "-" and Path(output).exists() and Path(output).samefile(path)


def _is_folder(output: str | None) -> bool | None:
    """Whether the output is a directory, by the slash at its end; None where there is none."""
    return None if output is None else output.endswith(("/", os.sep))


def run(options: SimpleNamespace) -> int:
    """Print the record of each file; the exit status."""
    fault = _usage_fault(options)
    if fault:
        complain(fault)
        return 2
    many = len(options.paths) > 1 or Path(options.paths[0]).is_dir()
    is_folder = _is_folder(options.output)
    on_screen = not many and options.output is None and sys.stdout.isatty()
    options.pretty = on_screen or bool(is_folder)
    target = choose_target(options)
    if many and not (target.is_stream or is_folder):
        complain(f"--to {options.to} writes a document for each file; name a directory: -o DIR/")
        return 2
    bar = Bar() if is_watched(options.output is not None) else None
    tally = _Tally(bar)
    try:
        _write(options, tally, target)
    except OSError as e:
        if options.output is None:
            raise  # of standard output
        complain(f"{options.output}: not written: {e.strerror or e}")
        return 1
    finally:
        if bar is not None:
            bar.clear()
    if not tally.read:
        complain(none_found(options.glob))
        return 1
    if tally.failed and tally.read > 1:
        complain(str(tally))
    return 1 if tally.failed else 0


def _write(options: SimpleNamespace, tally: _Tally, target: Target) -> None:
    """Write each output to its place: a file for each, or one after the other."""
    outputs = _outputs(options, tally, target)
    if not _is_folder(options.output):
        with _sink(options.output) as file:
            pieces = target.join(output for _, output in outputs)
            is_shown = options.output is None and sys.stdout.isatty()
            file.writelines(map(shown, pieces) if is_shown else pieces)
        return
    written: set[Path] = set()
    for below, output in outputs:
        path = Path(options.output, below.with_name(f"{below.name}{target.suffix}"))
        if path in written:
            tally.fault(str(below), [("output-taken", f"{path} holds another file's record")])
            continue
        written.add(path)
        with files.whole(path) as file:
            file.writelines(target.join([output]))


def _sink(output: str | None) -> AbstractContextManager[IO[bytes]]:
    """Where the lines go: a file that is written whole, or standard output."""
    return files.whole(Path(output)) if output else nullcontext(sys.stdout.buffer)


def _outputs(options: SimpleNamespace, tally: _Tally, target: Target) -> Iterator[tuple[Path, Any]]:
    """What is printed of each file, with its path below the directory that was named."""
    inputs: Iterable[tuple[str, Path]] = _inputs(options)
    if tally.bar is not None:
        inputs = tally.bar.count(inputs)
    task = partial(_outcome, options=options, target=target)
    # Standard input is open in this process alone.
    if options.jobs == 1 or "-" in options.paths:
        outcomes: Iterator[_Outcome] = map(task, inputs)
    else:
        from normalize import workers

        outcomes = workers.share(task, inputs, options.jobs, _lost)
    for path, below, output, faults in outcomes:
        tally.pass_file()
        if faults:
            tally.fault(path, faults)
        if output is not None:
            yield below, output


def _inputs(options: SimpleNamespace) -> Iterator[tuple[str, Path]]:
    for path in options.paths:
        if path == "-":
            yield path, Path("stdin")
        else:
            for found in files.find(Path(path), options.glob):
                yield str(found.path), found.below


def _outcome(entry: tuple[str, Path], options: SimpleNamespace, target: Target) -> _Outcome:
    try:
        return _Outcome(*entry, *_read(entry[0], options, target))
    except OSError as e:
        fault = ("unreadable", e.strerror or str(e))
    except NormalizeError as e:
        fault = (e.code, str(e).removeprefix(f"{e.path}: "))
    return _Outcome(*entry, None, [fault])


def _lost(entry: tuple[str, Path], message: str) -> _Outcome:
    return _Outcome(*entry, None, [("crashed", message)])


def _read(path: str, options: SimpleNamespace, target: Target) -> tuple[Any, list[tuple[str, str]]]:
    """One file's output, and its errors as code and message."""
    limit = options.max_size
    data = read_bytes(path, limit)
    if options.detect:
        from attrs import asdict

        found = normalize.detect(data, encoding=options.encoding, max_size=limit)
        return json_line({"path": scrub(path), **asdict(found)}, pretty=options.pretty), []
    record = normalize.loads(
        data,
        name=None if path == "-" else path,
        encoding=options.encoding,
        max_size=limit,
        strict=options.strict,
    )
    return target.shape(record), [
        (p.code, p.message) for p in record.problems if p.severity == "error"
    ]
