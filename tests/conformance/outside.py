"""The files of the outside data, one by one."""

import base64
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple


class File(NamedTuple):
    """A file of the outside data: its set, its name there, its bytes."""

    set: str
    name: str
    data: bytes


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines, packed or not."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def plain(shared: Path) -> Iterator[File]:
    """The files of seeds, heads and flat."""
    for folder in ("seeds", "heads/files", "flat/docs"):
        for path in sorted((shared / folder).glob("*.txt")):
            yield File(folder.partition("/")[0], path.name, path.read_bytes())


def packed(shared: Path) -> Iterator[File]:
    """The texts of every packed set of the conformance data."""
    for path in sorted((shared / "conformance").rglob("*.jsonl.gz")):
        for n, row in enumerate(rows(path)):
            name = str(row.get("name") or row.get("id") or n)
            if "b64" in row:
                yield File(path.parent.name, name, base64.b64decode(row["b64"]))
            for key in ("full", "text", "html", "md", "yaml"):
                if isinstance(row.get(key), str):
                    data = row[key].encode("utf-8", "surrogatepass")
                    yield File(path.parent.name, f"{name}/{key}", data)
