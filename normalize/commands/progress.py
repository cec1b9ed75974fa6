"""How far a long run has come, on a terminal."""

import os
import sys
from collections.abc import Iterable
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 2.0
"""Seconds in which work that ends is not long, and shows nothing."""

_PERIOD = 0.2
"""Seconds from one line to the next."""


def is_watched(is_filed: bool) -> bool:
    """Whether somebody looks at standard error, and at nothing else.

    Args:
        is_filed: Whether the output goes to a file that is named.
    """
    is_dumb = os.environ.get("TERM") == "dumb"
    return sys.stderr.isatty() and not is_dumb and (is_filed or not sys.stdout.isatty())


class Bar:
    """One line on standard error, written over and over: how much is done, how fast, how long yet.

    Attributes:
        total: How many there are in all.
    """

    def __init__(self) -> None:
        self.total = 0
        self._began = monotonic()
        self._next = self._began + _PATIENCE
        self._is_shown = False

    def count(self, items: Iterable[T]) -> list[T]:
        """All items, once they are counted."""
        found = list(items)
        self.total = len(found)
        return found

    def show(self, done: int) -> None:
        """Write the line, if it is time to.

        Args:
            done: How many items are done, 1 or more.
        """
        now = monotonic()
        if now < self._next:
            return
        self._next = now + _PERIOD
        self._is_shown = True
        from shutil import get_terminal_size

        room = get_terminal_size().columns - 1
        sys.stderr.write(f"\r{line(done, self.total, now - self._began)[:room]}\x1b[K")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, so that others can be written."""
        if self._is_shown:
            self._is_shown = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


_WIDTH = 20


def line(done: int, total: int, seconds: float) -> str:
    """What a bar says.

    >>> line(1_500, 6_000, 10.0)
    '[#####---------------] 1,500 of 6,000, 150 a second, 0:30 left'
    """
    full = _WIDTH * done // total
    rate = done / seconds
    minutes, left = divmod(round((total - done) / rate), 60)
    hours, minutes = divmod(minutes, 60)
    clock = f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
    speed = f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"
    return (
        f"[{'#' * full}{'-' * (_WIDTH - full)}] {done:,} of {total:,}, "
        f"{speed} a second, {clock} left"
    )
