"""What the commands share: files in, messages out."""

import sys
from collections.abc import Sequence
from pathlib import Path


def complain(message: str) -> None:
    """A line on standard error; control characters of a file's text do nothing there."""
    print(f"normalize: {harmless(message)}", file=sys.stderr)


def harmless(text: str) -> str:
    """A text as a terminal may show it: what is not printable is written as Python escapes it."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def input_fault(paths: Sequence[str], encoding: str | None) -> str | None:
    """What is wrong with the files that are named or with their encoding, if anything is."""
    for path in paths:
        if path != "-" and not Path(path).exists():
            return f"there is no file or directory {path!r}"
    if encoding:
        from normalize.errors import NormalizeError
        from normalize.source import decode

        try:
            decode(b"", encoding)
        except NormalizeError as e:
            return f"--encoding: {e.msg}"
    return None


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for a dash.

    Raises:
        OSError: It cannot be read.
    """
    return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
