"""The head of a flattened page: which of its lines is the headline.

Which of the short lines it is shows in its shape and its place: it is longer than a label, stands
directly above the stamp or the text, often stands there twice, and holds no bars, addresses or
credits. What is the page's own is no headline at all.
"""

from collections.abc import Iterator
from typing import NamedTuple

from normalize import people
from normalize.expression import expression
from normalize.layers.furniture import is_furniture, words
from normalize.layers.lines import LABEL_WIDTH, LONGEST, Line, head
from normalize.layers.site_names import without_site
from normalize.prose import width

_FULL_WIDTH = 36
_MOST = 80
_COMMON = 90
_REACH = 4000
_OPEN_END = expression(r"[,;，；、]\Z|(?<![.…])[.。।۔]['\"”’»」』)]*\Z")
_COLON_END = expression(r"[:：]\Z")
_LINE_END = ("", "\r", "\n")
_SENTENCE_END = expression(r"\w{3}[.!?…？！؟][\"'”’»)]*(?:\s|\Z)|[。？！]")
_QUOTES = tuple(pair.split("…") for pair in ("“…”", "„…“", "„…”", "«…»", "« … »", "‘…’", '"…"'))
_CLOSING = ("”", "“", "»", '"', "’")
_FEW = 30
_REPLIES = expression(
    r"[\r\n][ \t]*\d{1,5}(?:[ \t][^\W\d_]+){1,3}[ \t]"
    r"[“„«\"]([^\r\n]{8,150})[”“»\"][ \t]*(?![^\r\n])"
)
_NUMBERING = " \t.)0123456789"


class Headline(NamedTuple):
    """A line chosen from a head.

    Attributes:
        line: Which line it is.
        start, end: The headline in it, in code points, without labels and the site's name.
    """

    line: int
    start: int
    end: int


class Head:
    """The lines of a head and what they say.

    Args:
        text: The decoded text.
        start: Where the head begins, in code points.

    Attributes:
        lines: Its lines, with what each looks like.
        words: The words of the page's language.
    """

    def __init__(self, text: str, start: int) -> None:
        self.lines = list(head(text, start))
        self.words = words(text, start)
        self._text = text
        self._values = [self._value(line) for line in self.lines]
        self._said = [text[slice(*value)] for value in self._values]
        self._widths = [width(said, 0, len(said)) for said in self._said]
        self._furniture = [
            line.kind == "short" and value[0] == line.start and is_furniture(said, self.words)
            for line, value, said in zip(self.lines, self._values, self._said, strict=True)
        ]

    def headline(self) -> Headline | None:
        """The headline; None where no line looks like one or nothing follows it."""
        scores = {
            i: self._score(i)
            for i, line in enumerate(self.lines[:-1])
            if line.kind == "short" and self._widths[i] > 1
        }
        best = max(scores, key=lambda i: (scores[i], -i), default=None)
        if best and self.lines[0].kind == "short" and self._is_quoted():
            return self.at(0)
        return None if best is None or scores[best] <= 0 else self.at(best)

    def at(self, index: int) -> Headline:
        """The headline in one of the lines."""
        others = self._said[:index] + self._said[index + 1 :]
        start, end = without_site(self._said[index], others, self.words)
        offset = self._values[index][0]
        return Headline(index, offset + start, offset + end)

    def is_label(self, index: int) -> bool:
        """Whether a line is too short for a headline of its own, or the page's own."""
        return self._furniture[index] or self._widths[index] <= LABEL_WIDTH

    def is_repeated(self, index: int) -> bool:
        """Whether a line stands there again for the first time, in the head or not far below."""
        again = any(not before.strip() for before in self._again(index))
        return again and self._said.index(self._said[index]) == index

    def is_listed(self, index: int) -> bool:
        """Whether a table of contents below has the line, behind its number."""
        return any(map(is_number, self._again(index)))

    def _is_quoted(self) -> bool:
        """Whether a heading of comments far below names the first line."""
        said, end = self._said[0], self._values[0][1]
        quoted = any(f"{a}{said}{b}" in self._text for a, b in _QUOTES)
        lines = self._text[end:].splitlines() if quoted else ()
        return any(quotes(line, said) for line in lines)

    def _again(self, index: int) -> Iterator[str]:
        """What stands before the words of a line in each line not far below that ends with them."""
        said, end = self._said[index], self._values[index][1]
        place = self._text.find(said, end, end + _REACH)
        while place >= 0:
            after = place + len(said)
            if self._text[after : after + 1] in _LINE_END:
                above = max(self._text.rfind("\n", 0, place), self._text.rfind("\r", 0, place))
                yield self._text[above + 1 : place]
            place = self._text.find(said, after, end + _REACH)

    def _value(self, line: Line) -> tuple[int, int]:
        """The line, or what stands behind the label of a title."""
        found = self.words.labels.match(self._text[line.start : line.end])
        if found is None or found.lastgroup != "title" or found.end() == line.end - line.start:
            return line.start, line.end
        return line.start + found.end(), line.end

    def _score(self, i: int) -> float:
        """How much a short line looks like the headline of what follows.

        The weights were set on pages whose headline is known, by hand-labelled heads and flattened
        articles alike; they are few and round, so that none of them decides alone.
        """
        said = self._said[i]
        below = self._below(i)
        score = (1.5 if i else 1.75) * min(self._widths[i], _FULL_WIDTH) / _FULL_WIDTH
        score += 1.5 if below == "stamp" and not self.is_label(i) else 0.0
        score += 0.25 if below == "prose" else 0.0
        score += 0.5 if i and self.lines[i - 1].kind == "stamp" else 0.0
        score += 1.5 if self.is_repeated(i) else 0.0
        score += 1.5 if not any(map(self._is_full, range(i))) else 0.0
        score += 3.0 if self._values[i][0] > self.lines[i].start else 0.0
        score -= 4.0 if self._furniture[i] or _COLON_END.search(said) else 0.0
        score -= 1.5 * min(max(len(said) - _COMMON, 0) / (LONGEST - _COMMON), 1.0)
        score -= 4.0 if _OPEN_END.search(said) and below != "stamp" else 0.0
        return score

    def _below(self, i: int) -> str:
        """What stands below a line, a byline between a headline and its stamp left aside."""
        below = self.lines[i + 1]
        if i + 2 < len(self.lines) and people.credits(self._said[i + 1], self.words):
            below = self.lines[i + 2]
        return below.kind

    def _is_full(self, i: int) -> bool:
        """Whether a line could be a headline by its length and what it is."""
        return self.lines[i].kind == "short" and not self.is_label(i)


def quotes(line: str, title: str) -> bool:
    """Whether a line is a few words and a title in quotation marks: what heads comments on it."""
    line = line.strip()
    if not line.endswith(_CLOSING):
        return False
    for opening, closing in _QUOTES:
        quoted = f"{opening}{title}{closing}"
        if line.endswith(quoted):
            return 0 < len(line[: -len(quoted)].strip()) <= _FEW
    return False


def is_another_quoted(title: str, text: str) -> bool:
    """Whether a heading of comments names another headline: `2 replies to “…”`."""
    quoted = [found[1].strip() for found in _REPLIES.finditer(text)]
    return bool(quoted) and title not in quoted


def is_number(before: str) -> bool:
    """Whether what stands before the words of a line is its number in a table of contents."""
    return bool(before.strip()) and not before.strip(_NUMBERING)


def is_running(said: str) -> bool:
    """Whether a line, longer than most headlines, holds a whole sentence."""
    return len(said) > _MOST and _SENTENCE_END.search(said) is not None


def is_headline(said: str) -> bool:
    """Whether a line by itself reads as a headline, whatever stands around it."""
    return not (_OPEN_END.search(said) or _COLON_END.search(said))
