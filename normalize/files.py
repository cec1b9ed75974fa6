"""Files in and out: which ones a path names, reading no more than a bound, writing one whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES
from fnmatch import fnmatch
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import IO, NamedTuple

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm")
"""What is read of a directory, unless a pattern says otherwise."""

MAX_SIZE = 100_000_000
"""The largest input that is read unless the caller sets another bound, in bytes."""

_FIRST = 1 << 16


class Found(NamedTuple):
    """A file to read: its path, and its path below the directory that was named or the present."""

    path: Path
    below: Path


def find(path: Path, glob: str | None = None) -> Iterator[Found]:
    """The file that a path names, or those of a directory, sorted.

    Args:
        path: A file, or a directory: all files below it with one of ``SUFFIXES`` are taken, without
            hidden files and directories, and without what ``is_special``.
        glob: A pattern for the names of a directory's files, instead of the suffixes.
    """
    if not path.is_dir():
        plain = not path.is_absolute() and ".." not in path.parts
        yield Found(path, path if plain else Path(path.name))
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            wanted = fnmatch(name, glob) if glob else name.lower().endswith(SUFFIXES)
            if wanted and not name.startswith("."):
                found = Path(folder, name)
                if not is_special(found):
                    yield Found(found, found.relative_to(path))


def is_special(path: Path) -> bool:
    """Whether a path leads to a pipe, a socket or a device: to read one may never end."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (S_ISREG(mode) or S_ISDIR(mode))


def read_bounded(file: IO[bytes], bound: int) -> bytes:
    """The bytes of an open file, at most one more than the bound.

    Nearly every article is small; to ask for all that the bound allows at once would set that much
    memory aside for each.
    """
    first = file.read(min(_FIRST, bound + 1))
    return first if len(first) < _FIRST else first + file.read(bound + 1 - _FIRST)


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing whole or not at all, through a temporary one beside it.

    Directories above it are made. The mode of a file that is replaced is kept; of a link, what it
    leads to is replaced. A pipe, a socket or a device is written to as it is.

    Raises:
        PermissionError: The file that stands there is for reading only.
        OSError: It cannot be written; what stood there still stands.
    """
    import tempfile

    path = path.resolve()
    if is_special(path):
        with path.open("wb") as file:
            yield file
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
    # A directory lets any file in it be replaced, and root may write all; both are asked not to.
    if not mode & 0o222 or (path.exists() and not os.access(path, os.W_OK)):
        raise PermissionError(EACCES, "the file is for reading only", str(path))
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The mask of the process, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
