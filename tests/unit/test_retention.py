"""Nothing of a document stays in memory behind it, whatever it holds."""

import gc
import tracemalloc
from collections.abc import Callable

import pytest

import normalize

PROSE = "Rain fell in the night, and the streets were under water by the morning, she said.\n\n"
LONG = 100_000


def _word(n: int) -> str:
    return f"{'abcdefghij'[n % 10]}{n:05}".translate(str.maketrans("0123456789", "klmnopqrst"))


def _long(n: int) -> str:
    word = _word(n)
    return word * (LONG // len(word))


SHAPES: dict[str, Callable[[int], str]] = {
    "words": lambda n: f"Rain\n\n{_long(n)} {PROSE}",
    "words in a date": lambda n: f"Rain\n\n12 {_long(n)} 2024\n\n{PROSE}",
    "words before a date": lambda n: f"Rain\n\n{_long(n)} 12/04/2024 10:20\n\n{PROSE}",
    "words of a clock": lambda n: f"Rain\n\n12/04/2024 10:20 {_long(n)}\n\n{PROSE}",
    "ages": lambda n: f"Rain\n\n3 {_long(n)} ago\n\n{PROSE}",
    "letters beyond ASCII": lambda n: f"Rain\n\n{_long(n).replace('a', 'ä')} {PROSE}",
    "languages": lambda n: f"---\ntitle: Rain\nlang: {_word(n)[:3]}\n---\n{PROSE}",
    "long languages": lambda n: f"---\ntitle: Rain\nlang: en-{'-'.join(_long(n))}\n---\n{PROSE}",
    "keys": lambda n: f"---\ntitle: Rain\n{_long(n)}: a\n---\n{PROSE}",
    "classes": lambda n: f'<p class="{_long(n)}">{PROSE}</p><p>{PROSE}</p>',
    "styles": lambda n: f'<p style="{_long(n)}">{PROSE}</p><p>{PROSE}</p>',
    "names of attributes": lambda n: f"<p data-{_long(n)}>{PROSE}</p><p>{PROSE}</p>",
    "elements": lambda n: f"<{_long(n)}>{PROSE}</{_long(n)}><p>{PROSE}</p>",
    "references": lambda n: f"<p>&{_long(n)}; {PROSE}</p>",
    "addresses": lambda n: f"[{_word(n)}](https://a.example/{_long(n)})\n\n{PROSE}",
    "encodings": lambda n: f'<html><meta charset="{_long(n)}"><p>{PROSE}</p></html>',
    "tags": lambda n: f"Rain\n\n{PROSE}Tags: {_long(n)}, {_word(n)}\n",
    "labels": lambda n: f"Rain\n\n{_long(n)}: {PROSE}",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_document_leaves_nothing_in_memory(shape: str) -> None:
    def read(first: int, last: int) -> int:
        for n in range(first, last):
            normalize.loads(SHAPES[shape](n)).to_json()
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    read(0, 4)
    tracemalloc.start()
    try:
        before = read(4, 8)
        assert read(8, 20) - before < LONG
    finally:
        tracemalloc.stop()
