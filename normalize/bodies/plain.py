"""Plain text: each line that is not blank is a paragraph.

Flattened pages put each block of the page on a line of its own.
"""

from normalize.expression import expression
from normalize.passage import Passage

_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
# The bullet of a list that was flattened is its markup.
_BULLET = "[•·▪■◆●►▶‣⁃*]"
_LINE = expression(rf"\s*+(?:{_BULLET}[^\S\n{_BREAKS}]++)?([^\n{_BREAKS}]*[^\s])")
# Where line feeds alone end lines, that all others go on is told in a third of the time.
_FED_LINE = expression(rf"\s*+(?:{_BULLET}[^\S\n]++)?(.*\S)")
_RULE = expression(r"[-=*_~]{3,}\Z")


def read(text: str, start: int = 0, end: int | None = None) -> list[Passage]:
    """The paragraphs of ``text[start:end]``, one a line; rules of dashes are markup.

    Args:
        text: The decoded text.
        start, end: Where the body stands, in code points.
    """
    passages = []
    end = len(text) if end is None else end
    # Without the blanks at its end, each of which the expression would try as a beginning.
    end = start + len(text[start:end].rstrip()) if text[end - 1 : end].isspace() else end
    line_of = _LINE if any(map(text.__contains__, _BREAKS)) else _FED_LINE
    for found in line_of.finditer(text, start, end):
        line = found[1]
        if line[0] in "-=*_~" and _RULE.match(line):
            continue
        a, b = found.span(1)
        folded = line if line.isprintable() and "  " not in line else fold(line)
        passages.append(Passage("paragraph", a, b, folded, [(a, b)]))
    return passages


def fold(line: str) -> str:
    """A text with each run of white space as one blank."""
    return " ".join(line.split())
