"""Plain text: lines and blank lines become paragraphs.

Flattened pages put each block of the page on a line of its own; hand-wrapped text breaks its
sentences over lines. Which it is shows in the lines: wrapped ones have a width that they do not
pass, and break off in the middle of a sentence.
"""

import re

from normalize.passage import Passage

_BREAK = "\\r\\n\\x0b\\x0c\\x85\\u2028\\u2029"
# A bullet or a rule is markup of a list or a page that was flattened.
_LINE = re.compile(
    rf"[^\S{_BREAK}]*(?:[•·▪■◆●►▶‣⁃*][^\S{_BREAK}]+)?(?![-=*_~]{{3,}}[^\S{_BREAK}]*(?:[{_BREAK}]|\Z))"
    rf"([^{_BREAK}]*[^\s])"
)
_BLANKS = re.compile(r"\s+")


def read(text: str, start: int = 0, end: int | None = None) -> list[Passage]:
    """The paragraphs of ``text[start:end]``, one a line.

    Args:
        text: The decoded text.
        start, end: Where the body stands, in code points.
    """
    passages = []
    for found in _LINE.finditer(text, start, len(text) if end is None else end):
        line = found[1]
        a, b = found.span(1)
        folded = line if line.isprintable() and "  " not in line else fold(line)
        passages.append(Passage("paragraph", a, b, folded, [(a, b)]))
    return passages


def fold(line: str) -> str:
    """A text with each run of white space as one blank."""
    return _BLANKS.sub(" ", line).strip()
