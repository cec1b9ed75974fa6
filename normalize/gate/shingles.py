"""How much two texts have in common: MinHash over runs of three words, by rensa.

A signature is 128 values of eight bits (b-bit minwise hashing: Li and König, WWW 2010). Its first
64 make 16 bands of four (locality-sensitive hashing: Leskovec, Rajaraman and Ullman, Mining of
Massive Datasets, chapter 3): texts whose runs are common to a share s meet in a band with the
probability 1 - (1 - s^4)^16, which is 0.64 at 0.5, 0.89 at 0.6 and 0.997 at 0.75.
"""

from normalize.expression import expression

# A word, or one character of a script that sets no blanks between words.
_WORD = expression(
    r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]"
    r"|[^\W\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]+"
)
_LEAST = 24
"""Of how many words a text is long enough to be compared."""
_LONGEST = 1_000_000
"""How many characters of a text are looked at."""
_VALUES = 128
_BANDS = 16
_ROWS = 4
_SEED = 1
_CHANCE = 1 / 256
"""How often eight bits are the same by chance."""

PROBE = "one two three four five six seven eight nine ten eleven twelve " * 2
"""A text whose signature tells whether another release of rensa gives others."""


def signature(text: str) -> bytes | None:
    """The signature of a text; None of one that is too short to be compared."""
    words = _WORD.findall(text[:_LONGEST].casefold())
    if len(words) < _LEAST:
        return None
    from rensa import RMinHash

    sketch = RMinHash(_VALUES, _SEED)
    sketch.update([f"{a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False)])
    return bytes(value & 0xFF for value in sketch.digest())


def bands(signed: bytes) -> list[bytes]:
    """The bands of a signature: texts that share one may be near duplicates."""
    return [bytes((n, *signed[n * _ROWS : n * _ROWS + _ROWS])) for n in range(_BANDS)]


def likeness(one: bytes, other: bytes) -> float:
    """The estimated share of runs that two texts have in common, 0 to 1."""
    same = sum(map(int.__eq__, one, other)) / _VALUES
    return max(0.0, (same - _CHANCE) / (1 - _CHANCE))
