"""Which lines of a flattened page are its article, by their layout.

A linear model of what a line and its neighbours look like: how long they are, whether they end as
sentences do, what is repeated, where the running text is dense, what the page's own headings and
prompts stand among. Two weights for each feature, in ``_layout``, were fitted to one half of a
labelled set by ``normalize.tools.layout``: how much it speaks for a line of the article, and how
much for one below its end. The end is where the two sides agree best. The idea is that of
boilerplate detection by shallow text features (Kohlschütter et al., WSDM 2010), with the line in
the place of the HTML block.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import log1p
from operator import mul
from typing import NamedTuple

from normalize._layout import BODY, TAIL
from normalize.cues import Cues
from normalize.layers.lines import is_prose, width
from normalize.passage import HEADING, Passage

_STOPS = frozenset(".!?…。！？؟۔।:：")
_CALLS = frozenset("?!？！؟")
_CLOSING = "\"'”’»)]』」）"
_QUOTES = frozenset("\"“«„‘'「『")
_LONG = 120
_ALIKE = 24
_FAR = 30
_MARGIN = -0.35
"""What a line of the article scores at least; below even odds, since what is lost is not seen."""

_EARLY = 0.2
"""How much the end is drawn upwards: a line lost at the end costs less than a tail kept."""

BELOW = "below the end of the article"

FEATURES = {
    "bias": "",
    "size": "its length",
    "long": "its length",
    "ends": "how it ends",
    "lower": "it begins with a small letter",
    "capitals": "its capitals",
    "question": "it asks or calls",
    "dots": "it breaks off",
    "quote": "it begins with a quotation mark",
    "digits": "its digits",
    "again": "it stands there before",
    "later": "it stands there again",
    "like": "it begins as the line above",
    "claimed": "its words",
    "heading": "its words",
    "label": "a label",
    "first": "it comes first",
    "before": "how much of the running text stands above",
    "after": "how much of the running text stands below",
    "gap": "how far the last sentence stands above",
    "gaps": "the breaks in the running text above",
    "near2": "the lines beside it",
    "near8": "the lines around it",
    "next3": "the lines below",
    "previous8": "the lines above",
    "next8": "the lines below",
    "above": "the line above",
    "below": "the line below",
    "ends_below": "the line below",
    "size_above": "the line above",
    "heading_above": "a heading of the page right above",
    "since": "how much running text stands between it and the last heading of the page",
    "distance": "how far the last heading of the page stands above",
    "headings": "headings of the page below",
    "dense": "it is among the densest running text",
    "before_dense": "how far the densest running text is below",
    "after_dense": "how far the densest running text is above",
}
"""The features, in order, each as what it says of a line, for people."""

_SAID = tuple(FEATURES.values())[1:]


class _Line(NamedTuple):
    """What a line looks like by itself."""

    text: str
    key: str
    width: int
    ends: bool
    is_prose: bool
    is_heading: bool
    is_claimed: bool
    is_labelled: bool


def judge(passages: Sequence[Passage], cues: Cues) -> list[str]:
    """Why each line of a flattened page is not of its article; nothing where it is.

    Args:
        passages: The lines of the body, in order, in the roles that their words gave them.
        cues: The words of the body's language.
    """
    rows = features(passages, cues)
    end = _end([sum(map(mul, TAIL, row)) for row in rows])
    marked = (i for i, p in enumerate(passages, 1) if p.text.endswith(cues.end_marks))
    end = max(end, next(marked, 0))
    reasons = []
    for i, row in enumerate(rows):
        if i >= end:
            reasons.append(BELOW)
        elif sum(map(mul, BODY, row)) > _MARGIN:
            reasons.append("")
        else:
            reasons.append(_reason(row))
    return reasons


def _end(below: Sequence[float]) -> int:
    """Where the article ends: the split at which the lines on both sides are likeliest."""
    best = total = 0.0
    end = 0
    for i, score in enumerate(below, 1):
        # log P(above) - log P(below) of a logistic model is its score with the sign turned.
        total -= max(-_FAR, min(_FAR, score + _EARLY))
        if total > best:
            best, end = total, i
    return end


def _reason(row: Sequence[float]) -> str:
    """The feature that speaks most against a line."""
    weights = list(map(mul, BODY, row))[1:]
    return f"its layout, above all {_SAID[weights.index(min(weights))]}"


def _look(passage: Passage, cues: Cues) -> _Line:
    text = passage.text
    wide = len(text) if text.isascii() else width(text, 0, len(text))
    ends = text.rstrip(_CLOSING)[-1:] in _STOPS or text.endswith(cues.end_marks)
    claimed = passage.role != "body"
    return _Line(
        text,
        text.casefold(),
        wide,
        ends,
        is_prose(text, 0, len(text)),
        passage.reason == HEADING and passage.role != "navigation",
        claimed,
        not claimed and cues.labels.match(text) is not None,
    )


def features(passages: Sequence[Passage], cues: Cues) -> list[tuple[float, ...]]:
    """The features of each line, in the order of ``FEATURES``."""
    lines = [_look(passage, cues) for passage in passages]
    count = len(lines)
    prose = [line.width if line.is_prose else 0 for line in lines]
    text_above = [0, *accumulate(prose)]
    all_above = [0, *accumulate(line.width for line in lines)]
    prose_above = [0, *accumulate(line.is_prose for line in lines)]
    total = text_above[-1] or 1
    last = {line.key: i for i, line in enumerate(lines)}
    dense = _densest(prose)
    left = sum(line.is_heading for line in lines)
    seen: set[str] = set()
    rows: list[tuple[float, ...]] = []
    gap = _FAR
    gaps = 0
    opened = -1
    for i, line in enumerate(lines):
        text, key, wide, ends, good, heading, claimed, label = line
        above = lines[i - 1] if i else None
        below = lines[i + 1] if i + 1 < count else None
        end2, end3, end8 = min(i + 3, count), min(i + 4, count), min(i + 9, count)
        start2, start8 = max(i - 2, 0), max(i - 8, 0)
        words = text.split()
        left -= heading
        if text_above[i] and not good:
            gaps = max(gaps, gap + 1)
        rows.append(
            (
                1.0,
                log1p(wide),
                wide >= _LONG,
                ends,
                text[:1].islower(),
                sum(word[0].isupper() for word in words) / len(words) if words else 0.0,
                text[-1:] in _CALLS,
                text.endswith(("…", "...")),
                text[:1] in _QUOTES,
                sum(map(str.isdigit, text)) / len(text) if wide < _LONG and text else 0.0,
                key in seen,
                last[key] > i and key not in seen,
                above is not None and key[:_ALIKE] == above.key[:_ALIKE],
                claimed,
                heading,
                label,
                i == 0,
                text_above[i] / total,
                1.0 - text_above[i + 1] / total,
                log1p(gap),
                log1p(gaps),
                (text_above[end2] - text_above[start2] - prose[i])
                / (all_above[end2] - all_above[start2] - wide or 1),
                (text_above[end8] - text_above[start8] - prose[i])
                / (all_above[end8] - all_above[start8] - wide or 1),
                (prose_above[end3] - prose_above[i + 1]) / 3,
                (prose_above[i] - prose_above[start8]) / 8,
                (prose_above[end8] - prose_above[i + 1]) / 8,
                above is not None and above.is_prose,
                below is not None and below.is_prose,
                below is not None and below.ends,
                log1p(above.width) if above else 0.0,
                above is not None and above.is_heading,
                (text_above[i] - text_above[opened]) / total if opened >= 0 else 1.0,
                log1p(min(i - opened, _FAR) if opened >= 0 else _FAR),
                log1p(left),
                dense[0] <= i < dense[1],
                log1p(max(dense[0] - i, 0)),
                log1p(max(i - dense[1] + 1, 0)),
            )
        )
        seen.add(key)
        gap = 0 if good else min(gap + 1, _FAR)
        if heading:
            opened = i
    return rows


def _densest(prose: Sequence[int]) -> tuple[int, int]:
    """The run of lines with the most running text, where each other line costs as 100 letters."""
    best = run = 0
    begin = start = end = 0
    for i, letters in enumerate(prose):
        run += letters if letters else -100
        if run <= 0:
            run, begin = 0, i + 1
        elif run > best:
            best, start, end = run, begin, i + 1
    return start, end
