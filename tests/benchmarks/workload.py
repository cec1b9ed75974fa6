"""Documents to time: real ones, each copy changed a little so that no cache helps."""

import os
import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_WORD = re.compile(r"[^\W\d_]{3,}")
_MARKUP = re.compile(
    r"<[^>]*>|\]\([^)]*\)|^---\n.*?^---$|^[^\n]*\d[^\n]*$", re.MULTILINE | re.DOTALL
)


def samples() -> list[str]:
    """The five seeds where the outside data is there, else one specimen of each format."""
    shared = Path(os.environ.get("NORMALIZE_SHARED") or ROOT.parent / "shared")
    seeds = sorted((shared / "seeds").glob("*.txt"))
    files = seeds or [sorted(d.glob("*.txt"))[0] for d in sorted((ROOT / "corpus").iterdir())]
    return [file.read_text(encoding="utf-8") for file in files]


def mutated(texts: list[str], copies: int, seed: int = 1) -> list[bytes]:
    """Copies of each text, each with letters exchanged inside words of its prose."""
    chance = random.Random(seed)
    return [_changed(text, chance).encode() for _ in range(copies) for text in texts]


def _changed(text: str, chance: random.Random) -> str:
    held = [found.span() for found in _MARKUP.finditer(text)]
    letters = list(text)
    words = [
        found.span()
        for found in _WORD.finditer(text)
        if not any(a < found.end() and found.start() < b for a, b in held)
    ]
    for start, end in chance.sample(words, min(len(words), 30)):
        a, b = chance.sample(range(start, end), 2)
        letters[a], letters[b] = letters[b], letters[a]
    return "".join(letters)
