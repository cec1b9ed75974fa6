"""Composed characters: Unicode's Normalization Form C, in linear time.

To compose, a normaliser first sorts each run of combining marks, which CPython does by insertion:
a megabyte of marks takes it minutes. Text has few in a row; Unicode itself calls more than 30 no
part of any language (UAX #15, Stream-Safe Text Format). So a run beyond all measure, with the
letter before it, stays as it is spelled.
"""

import unicodedata
from collections.abc import Callable, Iterable

from normalize.expression import expression

_MARK = r"[^\w\s\x00-\u02ff]"
"""What any combining mark is, and some signs: the true class is long and slow to look through."""

_LONGEST = 256
_RUN = expression(rf"(?<!{_MARK}){_MARK}{{{_LONGEST},}}+")
_HINT = expression(f"{_MARK}{{2}}")
# What composes with nothing before it: ASCII, and letters but those that make up Hangul.
_APART = expression(r"[!-~]|[^\W\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]")


def compose(text: str) -> str:
    """A text in Normalization Form C, runs of 256 and more marks aside."""
    if not _may_run(text):
        return unicodedata.normalize("NFC", text)
    parts: list[str] = []
    end = 0
    for run in _RUN.finditer(text):
        parts += (unicodedata.normalize("NFC", text[end : run.start()]), run[0])
        end = run.end()
    return "".join([*parts, unicodedata.normalize("NFC", text[end:])])


def is_composed(text: str) -> bool:
    """Whether ``compose`` would leave a text as it is."""
    return compose(text) == text if _may_run(text) else unicodedata.is_normalized("NFC", text)


def _may_run(text: str) -> bool:
    """Whether a run may be there: of two places near each other, each would be one of its marks."""
    return len(text) >= _LONGEST and bool(_HINT.search(text[:: _LONGEST // 2 - 1]))


def beginnings(text: str, ends: Iterable[int], change: Callable[[str], str]) -> dict[int, int]:
    """How long ``change(text[:end])`` is for each of some places in a text.

    Args:
        text: The text.
        ends: The places.
        change: What makes another text of a text: of each part as of the whole, where the part
            begins and ends with an ASCII character that is seen, or with a letter.
    """
    lengths: dict[int, int] = {}
    start = before = 0  # the last such character, and how long the text before it becomes
    for end in sorted(set(ends)):
        lengths[end] = before + len(change(text[start:end]))
        for place in range(end - 1, start, -1):
            if _APART.match(text, place):
                before += len(change(text[start : place + 1])) - len(change(text[place]))
                start = place
                break
    return lengths
