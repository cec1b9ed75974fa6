"""Code pages, told by this project, chardet, charset-normalizer and html5lib.

    python -m tests.benchmarks.encodings SHARED [SET ...]

SHARED is the folder of the outside data, SET a set of its files in code pages (`chardet-tests`).
Every reader gets the bytes alone and has the same judge: right is what decodes the bytes to the
same text, and for `html5lib-encoding` the same codec, as a declaration there may name any. Rivals
that are not installed are left out: pip install -r tests/benchmarks/requirements.txt
"""

import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import normalize
from tests.benchmarks.command import printed
from tests.benchmarks.peers import HEADING, cell, counted, files, installed, judge
from tests.conformance.outside import rows

Reader = Callable[[bytes], str | None]

_BY_NAME = "html5lib-encoding"


def own(data: bytes) -> str | None:
    """The encoding in a record."""
    return normalize.loads(data).source.encoding


def chardet(data: bytes) -> str | None:
    """Chardet as it comes: it looks among all encodings that it knows."""
    import chardet

    return chardet.detect(data)["encoding"]


def charset_normalizer(data: bytes) -> str | None:
    """The best match of charset-normalizer."""
    import charset_normalizer

    best = charset_normalizer.from_bytes(data).best()
    return None if best is None else best.encoding


def html5lib(data: bytes) -> str | None:
    """html5lib, which reads declarations and else falls back on windows-1252."""
    import html5lib

    parser = html5lib.HTMLParser()
    parser.parse(data, useChardet=False)
    return str(parser.documentEncoding)


RIVALS: dict[str, Reader] = {
    "chardet": chardet,
    "charset-normalizer": charset_normalizer,
    "html5lib": html5lib,
}


def judgeable(path: Path) -> list[tuple[dict[str, Any], bytes]]:
    """The rows of a set that the judge can judge, with their bytes."""
    return [
        (row, base64.b64decode(row["b64"]) if "b64" in row else row["text"].encode())
        for row in rows(path)
        if path.name.startswith(_BY_NAME) or row["gold"]["decodable"]
    ]


def lines(shared: Path, sets: list[str]) -> Iterator[str]:
    """The table, a line for each reader of a set."""
    readers = {"normalize": own, **installed(RIVALS)}
    verdict = judge(shared).encoding
    yield f"{'set':26}{'reader':26}{HEADING}"
    for name, path in files(shared / "conformance" / "encodings", sets):
        asked = judgeable(path)
        for reader, read in readers.items():
            counts = counted(
                verdict(row, {"encoding": read(data)}, data, name == _BY_NAME)
                for row, data in asked
            )
            yield f"{name:26}{reader:26}{cell(counts['encoding'])}"


if __name__ == "__main__":
    printed(__doc__, lines)
