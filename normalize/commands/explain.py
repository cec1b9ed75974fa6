"""``normalize explain FILE``: the record beside its evidence, for people."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import normalize
from normalize.commands import paint
from normalize.commands.console import complain, input_fault, read_bytes
from normalize.commands.paint import Lines
from normalize.terminal import harmless

if TYPE_CHECKING:
    from normalize.commands.declarations import Parser
    from normalize.detection import Detection
    from normalize.explanation import Evidence, Explanation, FieldExplanation, PassageExplanation
    from normalize.record import Record
    from normalize.verdicts import Verdict

NOTES = """\
The text comes first, in colour on a terminal, with the role of each part named in a margin
elsewhere. Places are line:column of the first and the last character, from 1. NO_COLOR turns
colours off, FORCE_COLOR on.

examples:
  normalize explain odd.txt
  FORCE_COLOR=1 normalize explain odd.txt | less -R

exit status: 0 all explained, 1 some not read, 2 wrong usage
"""

_LONGEST = 100
"""How many characters of a literal or a block are shown."""

_INDENT = " " * 14


def add_arguments(parser: "Parser") -> None:
    """Declare the options."""
    parser.description = "Show why the record of a file is what it is."
    parser.epilog = NOTES
    parser.add_argument("paths", nargs="+", metavar="FILE", help="a file, or - for standard input")
    parser.add_argument("--encoding", metavar="NAME", help="the encoding of the files; it decides")


def run(options: SimpleNamespace) -> int:
    """Explain each file; the exit status."""
    fault = input_fault(options.paths, options.encoding)
    for path in options.paths:
        if fault is None and path != "-" and Path(path).is_dir():
            fault = f"{path!r} is a directory; name the files in it"
    if fault:
        complain(fault)
        return 2
    status = 0
    colour = paint.is_wanted()
    for i, path in enumerate(options.paths):
        try:
            data = read_bytes(path)
            name = None if path == "-" else path
            told = normalize.explain(data, name=name, encoding=options.encoding)
        except OSError as e:
            complain(f"{path}: unreadable: {e.strerror or e}")
            status = 1
        except normalize.NormalizeError as e:
            complain(f"{path}: {e.code}: {e.msg}")
            status = 1
        else:
            page = [*([""] if i else []), harmless(path), *render(told, colour=colour)]
            sys.stdout.buffer.write("".join(f"{line}\n" for line in page).encode())
    return status


def render(told: "Explanation", *, colour: bool) -> Iterator[str]:
    """The lines that people read.

    Args:
        told: What is explained.
        colour: Whether roles are colours, by the sequences of ECMA-48, and not a margin.
    """
    text = told.document.text
    lines = Lines(text)
    record = told.document.record
    yield from _heading("text", colour)
    if record.format == "unknown":
        yield "  not shown: it is no text"
    elif not text:
        yield "  empty"
    else:
        painted = paint.coloured if colour else paint.plain
        yield from painted(text, told.document.segments, lines)
    yield from _heading("format", colour)
    yield from _detection(told.detection, record, lines)
    yield from _heading("fields", colour)
    from normalize.explanation import ABSENT

    absent = []
    for field in told.fields:
        if field.value or field.evidence or field.reason != ABSENT or field.name in record.missing:
            yield from _field(field, lines)
        else:
            absent.append(field.name)
    if absent:
        yield f"  {', '.join(absent)}: {ABSENT}"
    if told.dates:
        yield from _heading("dates", colour)
    for verdict in told.dates:
        yield from _date(verdict, lines)
    if told.passages:
        yield from _heading("body", colour)
    for passage in told.passages:
        yield from _passage(passage, lines)
    if record.problems:
        yield from _heading("problems", colour)
    for found in record.problems:
        yield f"  {found.severity}  {found.code}  {harmless(found.message)}"


def _heading(words: str, colour: bool) -> Iterator[str]:
    yield ""
    yield f"\x1b[1m{words}\x1b[0m" if colour else words


def _detection(found: "Detection", record: "Record", lines: Lines) -> Iterator[str]:
    source = record.source
    yield f"  {found.format}, {source.size or 0:,} bytes of {source.encoding}"
    for claim in found.claims:
        yield f"  {claim.layer} claims {lines.place(claim.start, claim.end)}: {claim.reason}"
    if found.format == "unknown":
        yield f"  {found.reasons[-1]}"
    else:
        start = found.claims[-1].end if found.claims else 0
        yield f"  the rest, from {lines.place(start, start)} on, looks like {found.layers[-1]}"
    if found.wrapped:
        yield f"  {found.reasons[-1]}"
    why: dict[str, list[str]] = {}
    for name, reason in found.runners_up:
        why.setdefault(reason, []).append(name)
    for reason, names in why.items():
        yield f"  not {', '.join(names)}: {reason}"


def _field(field: "FieldExplanation", lines: Lines) -> Iterator[str]:
    yield f"  {field.name:11} {_value(field)}"
    yield f"{_INDENT}{harmless(field.reason)}"
    for evidence in field.evidence:
        yield f"{_INDENT}{_evidence(evidence, field.value, lines)}"


def _value(field: "FieldExplanation") -> str:
    """A value as one line; a dash where there is none."""
    value = field.value
    if not value:
        return "-"
    match field.name:
        case "text":
            return f"{len(value):,} characters"
        case "related":
            return "1 item" if len(value) == 1 else f"{len(value):,} items"
        case "image":
            return harmless(value.url)
        case "extra":
            from normalize.record import dump_json

            return harmless(dump_json(value).decode())
        case _:
            return harmless(value if isinstance(value, str) else "; ".join(value))


def _evidence(evidence: "Evidence", value: Any, lines: Lines) -> str:
    """Where it stands, what it says if that is not the value, and why it counts."""
    where = ", ".join(lines.place(*span) for span in evidence.spans)
    is_value = evidence.literal == value or value == (evidence.literal,)
    said = "" if is_value else f" {_cut(evidence.literal)}"
    why = f" ({evidence.reason})" if evidence.reason else ""
    return f"{evidence.origin} {where}{said}{why}"


def _cut(text: str) -> str:
    """The beginning of a text, on one line."""
    shown = " ".join(text[: 2 * _LONGEST].split())
    return harmless(shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST].rstrip()}…")


def _date(verdict: "Verdict", lines: Lines) -> Iterator[str]:
    _, spelled, role, origin, start, end, reason, _ = verdict.witness
    place = f" {lines.place(start, end)}" if start is not None and end is not None else ""
    sign, word = ("*", "chosen") if verdict.chosen else ("-", "refused")
    why = f" ({reason})" if reason not in ("", verdict.reason) else ""
    yield f"  {sign} {role:9} {' or '.join(verdict.values) or '-'}"
    yield f"{_INDENT}{origin}{place} {_cut(spelled)}{why}"
    yield f"{_INDENT}{word}: {verdict.reason}"


def _passage(passage: "PassageExplanation", lines: Lines) -> Iterator[str]:
    place = lines.place(passage.start, passage.end)
    yield f"  {place} {passage.role}, {passage.type}: {passage.reason}"
    if passage.text:
        yield f"{_INDENT}{_cut(passage.text)}"
