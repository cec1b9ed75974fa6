"""Counts in messages."""


def times(count: int, what: str) -> str:
    """A count and its noun, which takes an s unless it is ``info``."""
    plural = what if count == 1 or what == "info" else f"{what}s"
    return f"{count:,} {plural}"
