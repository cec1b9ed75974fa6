"""The record that is expected of a file: ``<slug>.json`` beside ``<slug>.txt``."""

from pathlib import Path

from attrs import evolve

from normalize.files import whole
from normalize.record import Record, dump_json, scrub


def beside(path: Path) -> Path:
    """Where the record that is expected of a file stands."""
    return path.with_suffix(".json")


def shown(path: Path, record: Record) -> bytes:
    """A record as it is kept: indented, its path that of the file in its folder."""
    name = f"{path.absolute().parent.name}/{path.name}"
    kept = evolve(record, source=evolve(record.source, path=scrub(name)))
    return dump_json(kept.to_dict(), indent=True) + b"\n"


def difference(path: Path, record: Record) -> list[str]:
    """The lines in which the record of a file and the one beside it differ, as a unified diff."""
    file = beside(path)
    before = file.read_bytes().decode("utf-8", "backslashreplace") if file.is_file() else ""
    after = shown(path, record).decode()
    if before == after:
        return []
    import difflib

    named = f"{path.absolute().parent.name}/{file.name}"
    return list(
        difflib.unified_diff(before.splitlines(), after.splitlines(), named, named, "", "", 2, "")
    )


def accept(path: Path, record: Record) -> None:
    """Write the record that is read of a file beside it, whole or not at all.

    Raises:
        OSError: It cannot be written.
    """
    with whole(beside(path)) as file:
        file.write(shown(path, record))
