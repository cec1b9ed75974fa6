"""Many files at once: ``map``, in this process or in several."""

import builtins
import os
from collections.abc import Iterable, Iterator
from functools import partial

from normalize.api import load, loads
from normalize.assembly import fingerprint
from normalize.errors import NormalizeError
from normalize.files import MAX_SIZE
from normalize.layers.layer import problem
from normalize.record import Record, Source, scrub
from normalize.source import decode

Item = str | os.PathLike[str] | tuple[str, bytes]


def map(  # noqa: A001 - the name in RECORD.md
    items: Iterable[Item], *, jobs: int = 1, encoding: str | None = None, max_size: int = MAX_SIZE
) -> Iterator[Record]:
    """Read many files.

    No item raises. One that gives no record gives one of the format ``unknown`` without an ``id``,
    whose one problem, of severity ``error``, says why: ``unreadable`` (a file that cannot be
    opened), ``too-large``, or ``crashed`` (reading it failed, or ended its process).

    Args:
        items: Paths, or pairs of a file's name and its bytes. They are taken as they are needed.
        jobs: The number of processes. With 1, all is read in this one, and what would end a
            process ends this one. As in every program with processes, a script that asks for more
            holds what it runs under ``if __name__ == "__main__":``.
        encoding: The encoding of the bytes; it decides, where it is given.
        max_size: The largest input to read, in bytes.

    Returns:
        The record of each item, in their order, as they come; whatever ``jobs`` is, the same.

    Raises:
        NormalizeError: There are no such jobs (``jobs-invalid``), or the encoding is not known
            (``encoding-unknown``).
    """
    if jobs < 1:
        raise NormalizeError(f"jobs is 1 or more, not {jobs}", code="jobs-invalid")
    if encoding is not None:
        decode(b"", encoding)
    task = partial(_record, encoding=encoding, max_size=max_size)
    if jobs == 1:
        return builtins.map(task, items)
    from normalize import workers

    return workers.share(task, items, jobs, _lost)


def _record(item: Item, encoding: str | None, max_size: int) -> Record:
    try:
        if isinstance(item, tuple):
            return loads(item[1], name=_name(item[0]), encoding=encoding, max_size=max_size)
        return load(item, encoding=encoding, max_size=max_size)
    except OSError as e:
        return _unread(item, "unreadable", e.strerror or str(e))
    except NormalizeError as e:
        return _unread(item, e.code, e.msg)
    except Exception as e:
        return _unread(item, "crashed", f"reading it failed: {type(e).__name__}: {e}")


def _name(key: object) -> str:
    return os.fsdecode(key) if isinstance(key, os.PathLike) else str(key)


def _lost(item: Item, message: str) -> Record:
    return _unread(item, "crashed", message)


def _unread(item: Item, code: str, message: str) -> Record:
    """The record of an item that gives none."""
    name = _name(item[0] if isinstance(item, tuple) else item)
    return Record(
        fingerprint=fingerprint(None, None, ""),
        missing=dict.fromkeys(("title", "published", "url", "language"), "absent"),
        problems=(problem(code, scrub(message)),),
        source=Source(scrub(name)),
    )
