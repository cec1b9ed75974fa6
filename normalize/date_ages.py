"""Ages: ``2 giờ trước``, ``vor 3 Stunden``, ``19分钟前``. They name no date."""

import re

from normalize.date_page import GAP, MORE, Page
from normalize.date_words import WORD, key
from normalize.span import Span

_AFTER = re.compile(rf"{GAP}({WORD})")
_UNSPACED = "\u0e00"  # from here on, words may not be parted by blanks
_LONGEST = 12


def age(page: Page, place: int, end: int, floor: int) -> Span | None:
    """The age that a number states, if it does.

    Args:
        place, end: The number.
        floor: Where the age may begin.
    """
    text, stop, ago = page.text, page.stop, page.words.ago
    found = _AFTER.match(text, end, stop)
    if found is None:
        return None
    word = found[1]
    patterns = ago.get(key(word))
    if patterns is None and word[0] >= _UNSPACED:
        for size in range(min(len(word), _LONGEST), 1, -1):
            held = ago.get(key(word[:size]))
            if held is not None:
                before = next((b for b, after in held if " " not in after), None)
                start = place if before is None else _opening(text, before, place, floor)
                return None if start is None else (start, found.start(1) + size)
    for before, after in patterns or ():
        close = _closing(text, after, found, stop)
        start = _opening(text, before, place, floor)
        if close is not None and start is not None:
            return start, close
    return None


def _closing(text: str, after: str, found: re.Match[str], stop: int) -> int | None:
    """Where the words after the number end, if they are these."""
    end = found.end()
    for word in after.split()[1:]:
        more = MORE.match(text, end, stop)
        if more is None or key(more[1]) != word:
            return None
        end = more.end()
    return end


def _opening(text: str, before: str, place: int, floor: int) -> int | None:
    """Where the words before the number begin, if they are these."""
    if not before:
        return place
    start = max(floor, place - len(before) - 2)
    chunk = text[start:place].rstrip()
    return start + len(chunk) - len(before) if key(chunk).endswith(before) else None
