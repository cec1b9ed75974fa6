"""Ages: ``2 giờ trước``, ``vor 3 Stunden``, ``19分钟前``. They name no date."""

import re

from normalize.date_page import MORE, Number, Page, word_after
from normalize.date_words import UNSPACED, key
from normalize.span import Span

_LONGEST = 12


def age(page: Page, number: Number, floor: int) -> Span | None:
    """The age that a number states, if it does; it begins at ``floor`` or later."""
    ago, found = page.words.ago, number.word
    if found is None or number.gap.strip():
        return None
    for before, after in ago.get(number.name, ()):
        close = _closing(page, after, found)
        start = _opening(page, before, number.start, floor)
        if close is not None and start is not None:
            return start, close
    word = found[0]
    if word[0] >= UNSPACED:
        for size in range(min(len(word), _LONGEST), 1, -1):
            for before, after in ago.get(key(word[:size]), ()):
                start = _opening(page, before, number.start, floor)
                if " " not in after and start is not None:
                    return start, found.start() + size
    return None


def _closing(page: Page, after: str, found: re.Match[str]) -> int | None:
    """Where the words after the number end, if they are these."""
    end = found.end()
    for word in after.split()[1:]:
        more = word_after(page, end, MORE)
        if more is None or key(more[0]) != word:
            return None
        end = more.end()
    return end


def _opening(page: Page, before: str, place: int, floor: int) -> int | None:
    """Where the words before the number begin, if they are these."""
    if not before:
        return place
    start = max(floor, place - 2 * len(before) - 2)  # decomposed, a letter may count for two
    count = before.count(" ") + 1
    words = page.text[start:place].rsplit(None, count)[-count:]
    if key(" ".join(words)) != before:
        return None
    for word in reversed(words):
        place = page.text.rfind(word, start, place)
    return place
