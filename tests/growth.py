"""How the time of a reader grows with its text, measured so that a busy machine does not matter."""

import gc
from collections.abc import Callable
from time import process_time

NOTHING = 0.01
"""Seconds of work that are too few to be compared."""

_TRIES = 8


def assert_linear(read: Callable[[str], object], text: Callable[[int], str], size: int) -> None:
    """Assert that four times the text takes about four times the time, and not sixteen times.

    Processor time is taken, and of several runs the least: other processes can only add to it.

    Args:
        read: What reads.
        text: The text of a size in characters, or about that.
        size: Twice the smaller of the two sizes.
    """
    short, long = text(size // 2), text(2 * size)
    least, most = float("inf"), float("inf")
    for _ in range(_TRIES):
        most = min(most, _taken(read, long))
        if most < NOTHING:
            return
        least = min(least, _taken(read, short))
        if most < 8 * least:
            return
    message = f"{len(short):,} characters {least:.3f} s, {len(long):,} {most:.3f} s: {short[:60]!r}"
    raise AssertionError(message)


def _taken(read: Callable[[str], object], text: str) -> float:
    gc.disable()
    try:
        start = process_time()
        read(text)
        return process_time() - start
    finally:
        gc.enable()


def repeated(unit: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    """The text of a size that repeats a unit between a head and a tail."""
    return lambda size: f"{head}{unit * (size // len(unit) + 1)}{tail}"
