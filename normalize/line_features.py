"""What a line of a flattened page and its neighbours look like, as numbers for ``layout``."""

from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from normalize.cues import Cues
from normalize.expression import expression
from normalize.passage import HEADING, Passage
from normalize.prose import is_wide, wide_letters

_STOPS = frozenset(".!?…。！？؟۔।:：")
_CALLS = frozenset("?!？！؟")
_CLOSING = "\"'”’»)]』」）"
_LONG = 120
_ALIKE = 24
_OPENING = ("related", "comment", "share")
"""What headings of the page open a tail; an advertisement's stands within articles as well."""

_SOURCE = 90
_SOURCED = expression(
    r"[.!?。！？][\"'”’»」』]*(?:\s*[(（][^()（）]*[)）]|\s[^\W\d_a-z]{2,8})\s*\Z"
)
_DIGIT = expression(r"\d")
_INITIAL = expression(r" [^a-z0-9 ]")  # of a word, and the blank before it; a capital, or a sign
_SHORTEST, _LONGEST = 5, 20
"""How many characters a word has that tells what a line is of."""

_BEGINNING = 160
"""How many characters of a line are asked for such words."""

_KNOWN = 250
"""After how many such words those that are new tell most: a short text has new ones all along."""

FAR = 30
"""How many lines count at most, and how far a score is looked at."""

FEATURES = {
    "bias": "",
    "size": "its length",
    "long": "its length",
    "ends": "how it ends",
    "lower": "it begins with a small letter",
    "capitals": "its capitals",
    "question": "it asks or calls",
    "dots": "it breaks off",
    "digits": "its digits",
    "link": "an address in it",
    "new": "words that no line above has",
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


def features(passages: Sequence[Passage], cues: Cues) -> list[tuple[float, ...]]:
    """The features of each line, in the order of ``FEATURES``."""
    texts = [passage.text for passage in passages]
    if not texts:
        return []
    # Without case, up to where it tells; to fold the long ones whole is slow.
    keys = [text[:_BEGINNING].casefold() + text[_BEGINNING:] for text in texts]
    claimed = [passage.role != "body" for passage in passages]
    headings = [p.reason == HEADING and p.role in _OPENING for p in passages]
    # Pages say the same line over and over.
    different = {passage.text: passage for passage in passages}
    wide = is_wide("".join(different))
    looks = {text: _look(passage, cues, wide=wide) for text, passage in different.items()}
    said = zip(*[looks[text] for text in texts], strict=True)
    widths, is_sentence, ends, lower, capitals, question, dots, digits, link, label = said
    prose = [width if good else 0 for width, good in zip(widths, is_sentence, strict=True)]
    sizes = list(map(log1p, widths))
    text_above = [*accumulate(prose, initial=0)]
    total = text_above[-1] or 1
    start, end = _densest(prose)
    count = len(texts)
    columns: dict[str, Sequence[float]] = {
        "bias": [1.0] * count,
        "size": sizes,
        "long": [width >= _LONG for width in widths],
        "ends": ends,
        "lower": lower,
        "capitals": capitals,
        "question": question,
        "dots": dots,
        "digits": digits,
        "link": link,
        "new": _news(keys),
        **_repetition(keys),
        "claimed": claimed,
        "heading": headings,
        "label": [is_label and not c for is_label, c in zip(label, claimed, strict=True)],
        "first": [True, *[False] * (count - 1)],
        "before": [above / total for above in text_above[:-1]],
        "after": [1.0 - above / total for above in text_above[1:]],
        **_breaks(is_sentence),
        "near2": _density(prose, widths, 2),
        "near8": _density(prose, widths, 8),
        "ends_below": [*ends[1:], False],
        "size_above": [0.0, *sizes[:-1]],
        "heading_above": [False, *headings[:-1]],
        **_distances(headings, text_above),
        "dense": [False] * start + [True] * (end - start) + [False] * (count - end),
        "before_dense": [*map(log1p, range(start, 0, -1)), *[0.0] * (count - start)],
        "after_dense": [*[0.0] * end, *map(log1p, range(1, count - end + 1))],
    }
    return list(zip(*columns.values(), strict=False))


_Look = tuple[int, bool, bool, bool, float, bool, bool, float, bool, bool]


def _look(passage: Passage, cues: Cues, *, wide: bool) -> _Look:
    """What a line looks like by itself: its width, then the features in the order of their names.

    A letter of Han, kana or Hangul, of which ``wide`` tells whether there are any, counts thrice.
    """
    text = passage.text
    width = len(text) + 2 * wide_letters(text) if wide else len(text)
    return (
        width,
        passage.is_prose,
        _ends(text) or text.endswith(cues.end_marks),
        text[:1].islower(),
        sum(map(str.isupper, _INITIAL.findall(f" {text}"))) / (text.count(" ") + 1),
        text[-1:] in _CALLS,
        text.endswith(("…", "...")),
        len(_DIGIT.findall(text)) / len(text) if text and width < _LONG else 0.0,
        "@" in text or "http" in text or "www." in text,
        passage.label is not None,
    )


def _ends(text: str) -> bool:
    """Whether a line ends as a sentence, a source behind it left aside."""
    if text.rstrip(_CLOSING)[-1:] in _STOPS:
        return True
    # A source ends with a bracket, with a capital or with a letter of another script.
    return (
        not "a" <= text[-1:] <= "z"
        and _SOURCED.search(text, max(len(text) - _SOURCE, 0)) is not None
    )


def _news(keys: Sequence[str]) -> list[float]:
    """The share of a line's first words that no line above has; a half as long as few are known.

    What stands below an article is of other things. A run of a script without blanks is no word.
    """
    known: set[str] = set()
    shares = []
    for key in keys:
        words = {w for w in key[:_BEGINNING].split() if _SHORTEST <= len(w) <= _LONGEST}
        above = len(known)
        known |= words
        share = (len(known) - above + 1) / (len(words) + 2)
        shares.append(0.5 + (share - 0.5) * min(above / _KNOWN, 1.0))
    return shares


def _repetition(keys: Sequence[str]) -> dict[str, list[float]]:
    """Whether a line stands above, or below and not above, or begins as the line above it."""
    last = {key: i for i, key in enumerate(keys)}
    first = {key: i for i, key in reversed(list(enumerate(keys)))}
    beginnings = [key[:_ALIKE] for key in keys]
    return {
        "again": [first[key] < i for i, key in enumerate(keys)],
        "later": [first[key] == i < last[key] for i, key in enumerate(keys)],
        "like": [a == b for a, b in zip(["", *beginnings], beginnings, strict=False)],
    }


def _breaks(is_sentence: Sequence[bool]) -> dict[str, list[float]]:
    """How many lines above stands the last sentence; the longest such break since the first."""
    gap, longest, started = FAR, 0, False
    gaps: list[float] = []
    breaks: list[float] = []
    for good in is_sentence:
        if started and not good:
            longest = max(longest, gap + 1)
        gaps.append(log1p(gap))
        breaks.append(log1p(longest))
        gap = 0 if good else min(gap + 1, FAR)
        started = started or good
    return {"gap": gaps, "gaps": breaks}


def _density(prose: Sequence[int], widths: Sequence[int], reach: int) -> list[float]:
    """The share of running text in the lines around, without the line itself."""
    sums = _sums(prose, reach), _sums(widths, reach)
    return [
        (text - own) / (whole - wide or 1)
        for text, whole, own, wide in zip(*sums, prose, widths, strict=True)
    ]


def _sums(values: Sequence[int], reach: int) -> list[int]:
    """The sum of the values around each, itself included."""
    above = [0] * reach + [*accumulate(values, initial=0)]
    above += [above[-1]] * reach
    return [high - low for low, high in zip(above, above[2 * reach + 1 :], strict=False)]


def _distances(headings: Sequence[bool], text_above: Sequence[int]) -> dict[str, list[float]]:
    """How far above the last heading of the page stands, in running text and in lines."""
    total = text_above[-1] or 1
    opened = -1
    left = sum(headings)
    since: list[float] = []
    distance: list[float] = []
    below: list[float] = []
    for i, heading in enumerate(headings):
        left -= heading
        since.append((text_above[i] - text_above[opened]) / total if opened >= 0 else 1.0)
        distance.append(log1p(min(i - opened, FAR) if opened >= 0 else FAR))
        below.append(log1p(left))
        if heading:
            opened = i
    return {"since": since, "distance": distance, "headings": below}


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
