"""The headline: a line of its own before the text (seeds 001 and 004).

Menus, sections, kickers and the site's clock may stand above it; they are the layer's as well.
Which of the short lines is the headline shows in its shape and its place, not in its words: it is
longer than a label, stands directly above the stamp or the text, often stands there twice, and
holds no bars, addresses or credits.
"""

import re
from collections.abc import Sequence

from normalize._expressions import HEADLINE
from normalize.layers.layer import Layer, Reading, Value
from normalize.layers.lines import Line, classify, head, width
from normalize.record import Record

NAME = "headline"
_START = re.compile(HEADLINE["start"])

_LABEL_WIDTH = 12
_FULL_WIDTH = 36
_LONGEST = 115
_SENTENCE = 60
_OPEN_END = re.compile(r"[,;:，；：、]\Z|(?<![.…])[.。।۔]['\"”’»」』)]*\Z")
# Bars, arrows, addresses, files and the marks of a picture's caption: furniture, no headline.
_FURNITURE = re.compile(
    r"\s[|»›>•·]\s|[▲△▼◀]|^[«<|]|[»›]\Z|https?://|www\.|@\w|\.(?:jpe?g|png|webp|gif)\b|[©®ⓒ]"
    r"|[a-z]_[a-z]"
    r"|[（(](?:圖|图|写真|Ảnh|Photo|Foto|Фото|صورة)",
    re.IGNORECASE,
)
# A label and its value: `Source: …`. A headline has more before its colon, or a blank before it.
_LABELLED = re.compile(r"[^\W\d_]{2,12}[:：](?=\S)|(?:[^\W\d_]{2,14} ?){1,2}[:：]\s*\d")


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the headline; ``title`` as it is written, what stands above it as ``navigation``."""
    lines = list(head(text, start))
    if _is_laid_out(above):
        found = 0 if lines and _is_next(text, lines[0]) else None
    else:
        found = _headline(text, lines)
    if found is not None and above and above[-1].layer == "date-prefix":
        found = found if _is_set_off(text, start, lines, found) else None
    if found is None:
        return None
    line = lines[found]
    shape = _START.match(text, line.start)
    values = [
        Value("clock" if x.literals else "navigation", text[x.start : x.end], ((x.start, x.end),))
        for x in lines[:found]
    ]
    values.append(Value("title", text[line.start : line.end], ((line.start, line.end),)))
    return Reading(NAME, start, shape.end() if shape else line.end, tuple(values))


def _is_set_off(text: str, start: int, lines: list[Line], found: int) -> bool:
    """Whether a line below a date prefix is its headline rather than a heading of the text.

    The rest of the prefix's own line is, and so is a line over a stamp, or one that stands there
    twice.
    """
    line = lines[found]
    said = [text[x.start : x.end] for x in lines]
    return line.start == start or lines[found + 1].kind == "stamp" or said.count(said[found]) > 1


def _is_next(text: str, line: Line) -> bool:
    """Whether a line that stands where the headline is expected may be one."""
    if line.kind == "prose" and line.end - line.start > _SENTENCE:
        return _OPEN_END.search(text, line.start, line.end) is None
    return line.kind in ("short", "prose")


def _is_laid_out(above: Sequence[Reading]) -> bool:
    """Whether the layers above fix the headline's place: below an address line, it is next."""
    return any(reading.layer == "address-line" for reading in above)


def _headline(text: str, lines: list[Line]) -> int | None:
    """Which line is the headline; none where no line looks like one or nothing follows it."""
    said = [text[line.start : line.end] for line in lines]
    scores = {
        i: _score(said, lines, i)
        for i, line in enumerate(lines[:-1])
        if line.kind == "short" and width(said[i], 0, len(said[i])) > 1
    }
    if not scores:
        return None
    best = max(scores, key=lambda i: (scores[i], -i))
    return best if scores[best] > 0 else None


def _score(said: list[str], lines: list[Line], i: int) -> float:
    """How much a short line looks like the headline of what follows.

    The weights were set on pages whose headline is known, by hand-labelled heads and flattened
    articles alike; they are few and round, so that none of them decides alone.
    """
    line = said[i]
    below = lines[i + 1].kind
    score = 1.5 * min(width(line, 0, len(line)), _FULL_WIDTH) / _FULL_WIDTH
    score += 1.25 if below == "stamp" else 0.25 if below == "prose" else 0.0
    score += 1.5 if said.count(line) > 1 and said.index(line) == i else 0.0
    score += 1.5 if not any(_is_full(said[j], lines[j]) for j in range(i)) else 0.0
    score -= 3.0 if _is_furniture(line) else 0.0
    score -= 1.5 if len(line) > _LONGEST else 0.0
    score -= 3.0 if _OPEN_END.search(line) and below != "stamp" else 0.0
    return score


def _is_full(said: str, line: Line) -> bool:
    """Whether a line is more than a label or furniture."""
    return (
        line.kind == "short"
        and width(said, 0, len(said)) > _LABEL_WIDTH
        and not _is_furniture(said)
    )


def _is_furniture(said: str) -> bool:
    return bool(_FURNITURE.search(said) or _LABELLED.match(said))


def write(record: Record) -> str:
    """The headline and a blank line."""
    return f"{record.title}\n\n" if record.title else ""


def _is_headline(record: Record) -> bool:
    """Whether the title reads as a headline: one line that is neither sentence, stamp nor label."""
    title = record.title or ""
    return (
        title == " ".join(title.split())
        and classify(title, 0, len(title)).kind == "short"
        and width(title, 0, len(title)) > _LABEL_WIDTH
        and not (_OPEN_END.search(title) or _is_furniture(title))
    )


LAYER = Layer(
    NAME,
    "a short line that is no sentence, with text below it",
    read,
    write,
    {"title": _is_headline},
)
