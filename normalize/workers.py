"""Work shared among processes: results in order, and a process that dies costs one item."""

import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""How many chunks a process may have read before the one whose results come next is done."""

_COUNT = 16
_BYTES = 1_000_000

_GRACE = 1.0
"""Seconds that a dying process has to end by itself, so that its exit code tells why."""


class _Piece(Generic[T, R]):
    """A chunk of items; its results once they are there."""

    def __init__(self, items: Sequence[T]) -> None:
        self.items = items
        self.results: list[R] | None = None
        self.is_taken = False


class _Worker(Generic[T, R]):
    """A process that has at most one piece at a time, so that neither end waits to send."""

    def __init__(self, task: Callable[[T], R]) -> None:
        self._task = task
        self.piece: _Piece[T, R] | None = None
        self._start()

    def _start(self) -> None:
        self.connection, other = Pipe()
        ends = (other, self.connection)
        self._process = Process(target=_work, args=(self._task, *ends), daemon=True)
        self._process.start()
        other.close()

    def take(self, piece: _Piece[T, R]) -> None:
        self.piece = piece
        piece.is_taken = True
        try:
            self.connection.send(piece.items)
        except OSError:
            # It died at rest; this piece has no part in that.
            self.restart()
            with suppress(OSError):
                self.connection.send(piece.items)

    def restart(self) -> int:
        """Put another process in the place of a dead one.

        Returns:
            The exit code of the dead one; the number of a signal is negative.
        """
        self._process.join(_GRACE)
        self.stop()
        status = self._process.exitcode or 0
        self._start()
        return status

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self.connection.close()


def _work(task: Callable[[Any], Any], connection: Connection, other: Connection) -> None:
    """What a process does: chunks in, their results out, until its maker is gone."""
    # A copy of the maker's end, held here, would keep this one from seeing that it is gone.
    other.close()
    # Ctrl-C reaches all processes of a terminal; the maker ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            connection.send([task(item) for item in connection.recv()])


def share(
    task: Callable[[T], R],
    items: Iterable[T],
    jobs: int,
    lost: Callable[[T, str], R],
) -> Iterator[R]:
    """Apply a function to items in several processes.

    A process that dies is replaced, and the items of its chunk are tried again one by one: the one
    that kills its process is lost, the others are not. Few chunks are held at a time, however many
    there are.

    Args:
        task: The function, which other processes can import; its results can be pickled.
        items: What it is applied to, taken as it is needed.
        jobs: The number of processes.
        lost: The result of an item over which a process died, of the item and of what happened.

    Returns:
        The results in the order of the items, as they come.
    """
    source = _portions(items)
    pieces: list[_Piece[T, R]] = []
    workers = [_Worker[T, R](task) for _ in range(jobs)]
    try:
        while True:
            ready: list[R] = []
            while pieces and pieces[0].results is not None:
                ready += pieces.pop(0).results or ()
            for worker in workers:
                if worker.piece is None and (piece := _next(pieces, source, AHEAD * jobs)):
                    worker.take(piece)
            yield from ready
            busy = {worker.connection: worker for worker in workers if worker.piece is not None}
            if not busy:
                return
            for connection in wait(list(busy)):
                _settle(busy[connection], pieces, lost)  # type: ignore[index]
    finally:
        for worker in workers:
            worker.stop()


def _portions(items: Iterable[T]) -> Iterator[list[T]]:
    """Items in portions that cost little to hand out and leave no process long behind."""
    portion: list[T] = []
    size = 0
    for item in items:
        portion.append(item)
        if isinstance(item, tuple):
            size += sum(len(part) for part in item if isinstance(part, bytes))
        if len(portion) == _COUNT or size >= _BYTES:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _next(
    pieces: list[_Piece[T, R]], source: Iterator[Sequence[T]], limit: int
) -> _Piece[T, R] | None:
    """The first piece that nobody has taken, or a new one while there is room for it."""
    for piece in pieces:
        if not piece.is_taken:
            return piece
    chunk = next(source, None) if len(pieces) < limit else None
    if chunk is None:
        return None
    pieces.append(_Piece(chunk))
    return pieces[-1]


def _settle(worker: _Worker[T, R], pieces: list[_Piece[T, R]], lost: Callable[[T, str], R]) -> None:
    """Take in the results of a worker's piece, or what its death leaves of it."""
    piece, worker.piece = worker.piece, None
    if piece is None:
        return
    try:
        piece.results = worker.connection.recv()
    except (EOFError, OSError):
        status = worker.restart()
        if len(piece.items) == 1:
            how = f"signal {-status}" if status < 0 else f"exit code {status}"
            piece.results = [lost(piece.items[0], f"the process that read it ended with {how}")]
        else:
            place = pieces.index(piece)
            pieces[place : place + 1] = [_Piece([item]) for item in piece.items]
