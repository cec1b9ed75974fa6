"""What belongs to a date besides the day: its weekday, its clock, the word "day"."""

import unicodedata

from normalize import date_clocks
from normalize.date_clocks import Stated
from normalize.date_page import BLANK, WORD, Day, Page, longest
from normalize.date_words import UNSPACED, key
from normalize.expression import expression

_OPENINGS = 3  # a weekday, the word "day"
_TURNS = 5  # words between a date and its clock
_LONGEST_OPENING = 32  # characters of a weekday and the word "day"
_LINKS = " \t,.،"  # between those and a number
_OPENERS = "([{|•·:;-–—\"'“‘«"

JOINT = expression(rf"T(?=\d\d:?\d\d)|(?:{BLANK}|[,;|·•@()（）\[\]/。.،、؛:：⋅・~\-–—―])" r"{0,8}")
_KOREAN = {  # composed and decomposed
    form: number
    for number, name in enumerate("월화수목금토일")
    for form in (name, unicodedata.normalize("NFD", name))
}
_EAST_WEEKDAYS = _KOREAN | {
    name: number
    for week in ("一二三四五六日", "月火水木金土日")
    for number, name in enumerate(week)
}
_EAST_WEEKDAY = expression(
    rf"{BLANK}?[,，]?{BLANK}?(?:(?:星期|礼拜|禮拜|週|周)([一二三四五六日天])|([月火水木金土日])曜日?"
    rf"|[（(](?:週|周|星期)?([月火水木金土日一二三四五六])[）)]"
    rf"|({'|'.join(_KOREAN)})(?:요일|{unicodedata.normalize('NFD', '요일')})"
    rf"|\(({'|'.join(_KOREAN)})\))"
)


def before(page: Page, start: int, floor: int, table: dict[str, int]) -> tuple[int, int | None]:
    """Where a date begins with its weekday and the noun "day", and the weekday.

    Args:
        start: Where its number, its month or its clock begins.
        floor: Where it may begin.
        table: The weekdays; or the words for today and yesterday.
    """
    text, words, weekday = page.text, page.words, None
    opening = start
    for _ in range(_OPENINGS):
        line = max(floor, start - _LONGEST_OPENING)
        chunk = text[line:start].rstrip(_LINKS)
        tokens = chunk[chunk.rfind("\n") + 1 :].rsplit(None, 3)[-3:]
        last = key(tokens[-1].lstrip(_OPENERS)) if tokens else ""
        if last not in words.opens and last not in words.joints and last < UNSPACED:
            break
        day, phrase = None, [tokens[-1].lstrip(_OPENERS)]
        if last not in words.nouns:
            day, phrase = _ending(tokens, table)
            if day is None and last not in words.joints:
                break
        start = line + len(chunk)
        for token in reversed(phrase):
            start = text.rfind(token, line, start)
        if day is not None or last in words.nouns:
            opening = start
            weekday = weekday if day is None else day
    return opening, weekday


def _ending(tokens: list[str], table: dict[str, int]) -> tuple[int | None, list[str]]:
    """The longest phrase of a table that ends some words, and its words; else the last word."""
    phrase = tokens[-1:]
    for count in range(len(tokens), 0, -1):
        phrase = [tokens[-count].lstrip(_OPENERS), *tokens[len(tokens) - count + 1 :]]
        name = " ".join(map(key, phrase))
        day = table.get(name)
        if day is None and count == 1 and name >= UNSPACED:
            day = next((n for word, n in table.items() if name.startswith(word)), None)
        if day is not None:
            return day, phrase
    return None, phrase


def after(page: Page, day: Day, wanted: bool) -> tuple[int, int | None, Stated | None]:
    """Where a date ends with its weekday and its clock; the weekday; the clock, if ``wanted``."""
    text, words = page.text, page.words
    end = place = day.end
    weekday = period = None
    joined = page.dotted
    for _ in range(_TURNS):
        east = _EAST_WEEKDAY.match(text, place) if page.other else None
        if east is not None:
            weekday = _EAST_WEEKDAYS.get(east[east.lastindex or 0])
            end = place = east.end()
        joint = JOINT.match(text, place)
        place = joint.end() if joint else place
        if place >= len(text):
            break
        if text[place].isdecimal():
            if not wanted:
                break
            stated = date_clocks.read(page, place, period, dotted=joined)
            if stated is None and day.order == "ymd" and text[place - 1] in "T0123456789":
                stated = date_clocks.basic(page, place)
            return (end, weekday, None) if stated is None else (stated.end, weekday, stated)
        found = WORD.match(text, place)
        if found is None:
            break
        word = found[0]
        if key(word) not in words.beside and word[0] < UNSPACED and word[0] not in "aApP":
            break
        name = longest(page, found, words.weekdays)
        # A short name may be another word: `5 May Sun Microsystems`.
        if name is not None and weekday is None and (len(word) > 3 or text[end] in ",(["):
            weekday, place = name
            end = place
            continue
        part, close = date_clocks.part_of_day(page, place)
        if part is not None:
            period, place = part, close
        elif key(word) in words.joints:
            joined, place = True, found.end()
        else:
            break
    return end, weekday, None


def period_before(page: Page, place: int, floor: int) -> tuple[int | None, int]:
    """The part of the day before a clock, and where it begins; None and ``place``."""
    chunk = page.text[max(floor, place - 12) : place].rpartition("\n")[2]
    spelled = chunk.rstrip()
    periods = page.words.periods
    if not spelled:
        return None, place
    last = spelled.rsplit(None, 1)[-1].lstrip("([,:|")
    if key(last) in periods:
        return periods[key(last)], place - len(chunk) + len(spelled) - len(last)
    for size in range(min(3, len(spelled)), 0, -1):
        if spelled[-size] >= UNSPACED and spelled[-size:] in periods:
            return periods[spelled[-size:]], place - len(chunk) + len(spelled) - size
    return None, place
