"""``normalize --set FIELD=VALUE FILE``: other values of fields, as a diff or in the file."""

import sys
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import normalize
from normalize import files
from normalize.commands.console import complain, input_fault, listed, none_found, read_bytes
from normalize.document import Document
from normalize.errors import NormalizeError
from normalize.expression import expression
from normalize.terminal import harmless

if TYPE_CHECKING:
    from normalize.commands.declarations import Parser

EXAMPLES = """\
examples:
  normalize --set title='Rain again' post.md               the edit as a diff
  normalize --set title='Rain again' --in-place post.md    the file itself
  normalize --set tags=rain,oslo --set language=nb --in-place posts/

exit status: 0 all edited, 1 some not, 2 wrong usage
"""


_LINE = expression(r"[^\n]*\n|[^\n]+")


def add_arguments(parser: "Parser") -> None:
    """Declare the options."""
    parser.description = "Give fields of article files other values, and touch nothing else."
    parser.epilog = EXAMPLES
    add = parser.add_argument
    add("paths", nargs="+", metavar="FILE", help="a file, a directory, or - for standard input")
    add(
        "--set",
        action="append",
        required=True,
        metavar="FIELD=VALUE",
        dest="changes",
        help="the new value of a field; names are parted by commas",
    )
    add("--in-place", action="store_true", help="write the files instead of printing a diff")
    add("--encoding", metavar="NAME", help="the encoding of the files; it decides")
    add("--glob", metavar="PATTERN", help="names to edit in directories, such as '*.post'")


def run(options: SimpleNamespace) -> int:
    """Edit each file; the exit status."""
    from normalize.editing import FIELDS
    from normalize.places import NAMES

    changes: dict[str, str | tuple[str, ...]] = {}
    for change in options.changes:
        field, sign, value = change.partition("=")
        if not sign or field not in FIELDS:
            wrong = f"there is no field {field!r} to set" if sign else f"{change!r} has no ="
            complain(f"--set: {wrong}; give FIELD=VALUE, of the fields {', '.join(FIELDS)}")
            return 2
        names = tuple(filter(None, listed(value)))
        changes[field] = names if field in NAMES else value
    fault = input_fault(options.paths, options.encoding)
    if fault is None and options.in_place and "-" in options.paths:
        fault = "--in-place: standard input is no file"
    if fault:
        complain(fault)
        return 2
    status = 0
    path = None
    for path in _inputs(options.paths, options.glob):
        try:
            _edit(path, changes, options)
        except OSError as e:
            if not e.filename:
                raise  # of standard output
            complain(f"{path}: {e.strerror or e}")
            status = 1
        except NormalizeError as e:
            complain(f"{path}: {e.code}: {e.msg}")
            status = 1
    if path is None:
        complain(none_found(options.glob))
        return 1
    return status


def _inputs(paths: Iterable[str], glob: str | None) -> Iterator[str]:
    for path in paths:
        if path == "-":
            yield path
        else:
            yield from (str(found.path) for found in files.find(Path(path), glob))


def _edit(path: str, changes: dict[str, str | tuple[str, ...]], options: SimpleNamespace) -> None:
    name = None if path == "-" else path
    before = normalize.parse(read_bytes(path), name=name, encoding=options.encoding)
    after = before.replace(**changes)
    for problem in after.record.problems:
        if problem.code == "edit-left":
            complain(f"{path}: {problem.code}: {problem.message}")
    if not options.in_place:
        for line in _diff(before, after, path):
            shown = harmless(line.removesuffix("\n")) + "\n" if sys.stdout.isatty() else line
            sys.stdout.buffer.write(shown.encode("utf-8", "surrogateescape"))
    elif after.to_bytes() != before.to_bytes():
        # The file that a link names is edited, not the link.
        with files.whole(Path(path).resolve()) as file:
            file.write(after.to_bytes())


def _diff(before: Document, after: Document, path: str) -> Iterator[str]:
    """The edit as a unified diff of the decoded text."""
    for line in unified_diff(_LINE.findall(before.text), _LINE.findall(after.text), path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
