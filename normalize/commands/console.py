"""What the commands share: files in, messages out."""

import re
import sys
from collections.abc import Iterable, Sequence
from errno import EBADF
from pathlib import Path

from normalize.files import MAX_SIZE, SUFFIXES, is_special, read_bounded
from normalize.terminal import STEERING, harmless


def complain(message: str) -> None:
    """A line on standard error; control characters of a file's text do nothing there."""
    print(f"normalize: {harmless(message)}", file=sys.stderr)


def shown(output: bytes) -> bytes:
    """Output as a terminal may show it: what would steer it as JSON escapes it, lines aside."""
    return STEERING.sub(_json_escaped, output.decode()).encode()


def _json_escaped(found: re.Match[str]) -> str:
    import json

    return found[0] if found[0] in "\t\n" else json.dumps(found[0])[1:-1]


def paths_fault(paths: Iterable[str], *, pipes: bool = False) -> str | None:
    """What is wrong with the files and directories that are named, if anything is.

    Args:
        paths: As they are named.
        pipes: Whether a pipe will do, as where a shell names what a command prints.
    """
    for path in paths:
        if not Path(path).exists():
            return f"there is no file or directory {path!r}"
        if is_special(Path(path)) and not (pipes and Path(path).is_fifo()):
            return f"{path!r} is a pipe, a socket or a device, and no file"
    return None


def listed(text: str) -> list[str]:
    """What a text lists, parted by commas and any blanks around them."""
    return [part.strip() for part in text.split(",")]


def none_found(glob: str | None) -> str:
    """What to say where the paths that are named hold no file to read."""
    wanted = f"a name like {glob!r}" if glob else ", ".join(SUFFIXES)
    return f"nothing to read: no file with {wanted} was found"


def input_fault(paths: Sequence[str], encoding: str | None) -> str | None:
    """What is wrong with the files that are named or with their encoding, if anything is."""
    fault = paths_fault((path for path in paths if path != "-"), pipes=True)
    if fault:
        return fault
    if encoding:
        from normalize.errors import NormalizeError
        from normalize.source import decode

        try:
            decode(b"", encoding)
        except NormalizeError as e:
            return f"--encoding: {e.msg}"
    return None


def read_bytes(path: str, bound: int = MAX_SIZE) -> bytes:
    """The bytes of a file, or of standard input for a dash, at most one more than the bound.

    Raises:
        OSError: It cannot be read.
    """
    if path == "-":
        if sys.stdin is None:
            raise OSError(EBADF, "standard input is closed", path)
        return read_bounded(sys.stdin.buffer, bound)
    with open(path, "rb") as file:
        return read_bounded(file, bound)
