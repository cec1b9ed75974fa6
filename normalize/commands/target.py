"""What becomes of the records that are read: JSON, an export, or a file of a format."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from normalize.record import Record


class Target(NamedTuple):
    """One way to write records.

    Attributes:
        shape: What is written of one record; ``NormalizeError`` where it cannot be. It runs in any
            process.
        join: What was shaped, as the bytes of one output.
        suffix: What the name of a file of it ends with.
        is_stream: Whether one output holds any number of records.
    """

    shape: Callable[["Record"], Any]
    join: Callable[[Iterable[Any]], Iterator[bytes]]
    suffix: str
    is_stream: bool = True


def target_fault(options: SimpleNamespace) -> str | None:
    """What is wrong with ``--to`` and with what goes along with it, if anything is."""
    if options.to is None:
        return "--lossy goes with --to and a format" if options.lossy else None
    from normalize.exports import EXPORTS
    from normalize.writing import FORMS

    known = [*EXPORTS, *FORMS]
    if options.to not in known:
        from difflib import get_close_matches

        near = get_close_matches(options.to, known, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
        return f"--to: {options.to!r} cannot be written; {hint}"
    if options.detect or options.ledger or options.with_source:
        return "--detect, --ledger and --with-source do not go with --to"
    if options.lossy and options.to in EXPORTS:
        return "--lossy goes with a format; every export says in its module what it leaves out"
    if options.fields and not (options.to in EXPORTS and EXPORTS[options.to].has_columns):
        return "--fields goes with JSON, csv and tsv"
    return None


def choose_target(options: SimpleNamespace) -> Target:
    """The way to write that options without a fault ask for."""
    if options.to is None:
        return Target(partial(_plain, options=options), iter, ".json")
    from normalize.exports import EXPORTS, export

    if options.to in EXPORTS:
        row = EXPORTS[options.to]
        if not row.is_stream:
            return Target(partial(_document, name=row.name), iter, row.suffix, is_stream=False)
        return Target(_bare, partial(export, name=row.name, fields=options.fields), row.suffix)
    from normalize.writing import FORMS

    written = partial(_written, name=options.to, lossy=options.lossy)
    suffix = {"text": ".txt", "markdown": ".md", "html": ".html"}[FORMS[options.to][0].body]
    return Target(written, iter, suffix, is_stream=False)


def _bare(record: "Record") -> "Record":
    """The record without its ledger, which no export holds: it may come from another process."""
    from attrs import evolve

    return evolve(record, ledger=None)


def _document(record: "Record", name: str) -> bytes:
    from normalize.exports import export

    return b"".join(export([record], name))


def _written(record: "Record", name: str, *, lossy: bool) -> bytes:
    from normalize.writing import dumps

    return dumps(record, name, lossy=lossy).encode()


def _plain(record: "Record", options: SimpleNamespace) -> bytes:
    """The record as JSON, with what is asked for."""
    output = record.to_dict(ledger=options.ledger, source=options.with_source)
    if options.fields:
        output = {key: output[key] for key in options.fields}
    return json_line(output, pretty=options.pretty)


def json_line(output: dict[str, Any], *, pretty: bool) -> bytes:
    """Plain data as JSON with a newline at its end."""
    from normalize.record import dump_json

    return dump_json(output, indent=pretty) + b"\n"
