"""Dates with a month's name: ``9 April 2024``, ``April 9, 2024``, ``2024. április 9.``; and years.

A name is any word that the language's table holds, so that these expressions serve all languages.
"""

from typing import TYPE_CHECKING

from normalize.date_ages import age
from normalize.date_page import (
    BLANK,
    END,
    GAP,
    SIGN,
    WORD,
    YEAR,
    Day,
    Number,
    Page,
    gregorian,
    last_word,
    longest,
    number,
    word_after,
)
from normalize.date_values import buddhist
from normalize.date_words import key
from normalize.expression import expression

if TYPE_CHECKING:
    import re

_TWIN = expression(rf"{GAP}[/(]{GAP}")
_TWIN_SIGNS = frozenset("/(")
_NUMBER = expression(rf"{GAP}[.,\-/،]{{0,2}}{GAP}(\d{{1,2}}){END}")
_LINK = expression(rf"(?:{BLANK}|[.,\-/\[\]()،])*\Z")
_SPAN = expression(rf"{BLANK}?[-–—]{BLANK}?\d{{1,2}}(?!\d|{SIGN}\d)")
# After a month: a year, which another date or a count may be set against; or two digits of a year,
# with an apostrophe, between hyphens, or in a date of RFC 822, whose clock and zone follow.
_YEAR = expression(
    rf"\.?{GAP}[,\-/.،–(]?{GAP}"
    rf"(?:(\d{{4}})(?:{END}|(?=\d\d?{BLANK}[^\W\d_]{{3}}))(?!{YEAR})"
    rf"|['’](\d\d)(?!\d)|(?<=-)(\d\d)(?![\d:])"
    rf"|(\d\d)(?={BLANK}\d\d:\d\d(?::\d\d)? (?:[A-Z]{{1,4}}|[+-]\d{{4}})\b))"
)
_DAY_YEAR = expression(rf"\.?{GAP}\d{{1,2}}[a-z]{{0,2}},?{BLANK}{{1,2}}\d{{4}}{END}")
_THAI_YEAR = expression(rf"\.?{GAP}(\d\d)(?![\d:.])")
_LINKS = 3  # words between the parts of a date


def named(page: Page, first: Number, floor: int) -> Day | None:
    """The date with a month's name that a number belongs to, or the year with its noun.

    Args:
        first: The number, of one, two or four digits.
        floor: Where the date may begin.
    """
    found: Day | None = None
    if first.end - first.start == 4:
        found = _year_led(page, first)
    elif first.word is not None:
        found = _day_led(page, first)
    return found or _name_led(page, first, floor)


def _day_led(page: Page, first: Number) -> Day | None:
    """``9 April 2024``, ``9. april``, ``9 de abril de 2024``, ``9 tháng 4 năm 2024``."""
    found = _month_after(page, first)
    if found is None:
        return None
    month, start, stop = found
    year, end = _year_after(page, stop)
    if year is not None:
        return _dated(first.start, end, year, month, first.value(page))
    if _DAY_YEAR.match(page.text, stop):
        return None  # `5 comments`, as it were: in `5 April 9, 2024` the month is the other day's
    sure = _sure(page, start, stop)
    if key(page.text[start:stop]) in page.words.short and page.text[stop : stop + 1] == ".":
        stop += 1
    part = (None, month, first.value(page))
    return Day(first.start, stop, (part,), worded=True, clocked=not sure)


def _year_led(page: Page, first: Number) -> Day | None:
    """``2024. április 9.``, ``2019-sep-1``, ``2024. gada 9. aprīlis``; ``2025 год``."""
    words = page.words
    year = gregorian(page, first.value(page))
    if not 1000 <= year <= 2399:
        return None
    found = _month_after(page, first)
    if found is not None:
        day = _NUMBER.match(page.text, found[2])
        if day is None:
            return None
        return _dated(first.start, _suffix(page, day.end()), year, found[0], int(day[1]))
    linked = first.word is not None and first.name in words.glue
    if linked or first.tail == "digit":
        after = first.word.end() if linked and first.word is not None else first.end
        day = _NUMBER.match(page.text, after)
        following = number(page, day.start(1)) if day else None
        found = _month_after(page, following) if following else None
        if following is not None and found is not None:
            return _dated(first.start, found[2], year, found[0], following.value(page))
    if linked and first.name in words.years and 1900 <= year <= 2099:
        return Day(first.start, _noun(page, first.end), ((year, 0, None),))
    return None


def _name_led(page: Page, last: Number, floor: int) -> Day | None:
    """``April 9, 2024``, ``April 2024``, ``tháng 4 năm 2024``, ``năm 2024``."""
    text, words, place = page.text, page.words, last.start
    if last_word(text[max(floor, place - 24) : place]) not in words.precedes:
        return None
    start = max(floor, place - 40)
    start += text[start:place].rfind("\n") + 1
    before: list[re.Match[str]] = []
    for word in reversed(list(WORD.finditer(text, start, place))[-_LINKS - 1 :]):
        if not _LINK.match(text, word.end(), before[0].start() if before else place):
            break
        before.insert(0, word)
    if not before:
        return None
    names = [key(word[0]) for word in before]
    long = last.end - place == 4
    if names[-1] in words.month and not long:
        year, end = _year_after(page, last.end)
        month = last.value(page)
        if not year or not 1 <= month <= 12:
            return None
        return Day(before[-1].start(), end, ((year, month, None),), worded=True)
    noun = long and names[-1] in words.years
    if " ".join(names[-2:]) not in words.months:
        while long and len(names) > 1 and names[-1] in words.glue:
            names.pop()
    for count in range(min(_LINKS, len(names)), 0, -1):
        known = words.months.get(" ".join(names[-count:]))
        if known is not None:
            opening, closing = before[len(names) - count].start(), before[len(names) - 1].end()
            if not long:
                return _month_first(page, opening, closing, known, last)
            year = gregorian(page, last.value(page))
            return Day(opening, last.end, ((year, known, None),), worded=True)
    if noun and 1900 <= gregorian(page, last.value(page)) <= 2099:
        return Day(before[-1].start(), last.end, ((gregorian(page, last.value(page)), 0, None),))
    return None


def _month_first(page: Page, opening: int, closing: int, month: int, day: Number) -> Day | None:
    """``April 9``, ``April 9-11, 2024``: of a span, its first day."""
    stop = _suffix(page, day.end)
    span = _SPAN.match(page.text, stop)
    year, end = _year_after(page, span.end() if span else stop)
    if year is not None:
        return _dated(opening, end, year, month, day.value(page))
    # Where the day comes first, a number after a month counts something else, save before a clock.
    sure = page.order != "dmy" and _sure(page, opening, closing)
    part = (None, month, day.value(page))
    return Day(opening, stop, (part,), worded=True, clocked=not sure)


def _dated(start: int, end: int, year: int, month: int, day: int) -> Day:
    return Day(start, end, ((year, month, day),) if year else (), worded=True)


def _month_after(page: Page, first: Number) -> tuple[int, int, int] | None:
    """The month that the word after a number begins, and where its name begins and ends."""
    words, found = page.words, first.word
    for turn in range(_LINKS):
        if found is None:
            return None
        word, start = key(found[0]), found.start()
        if word in words.follows:
            if word in words.month:
                numbered = _numbered(page, found.end())
                if numbered is not None:
                    return numbered[0], start, numbered[1]
            name = longest(page, found, words.months)
            if name is not None:
                return name[0], start, _twin(page, *name)
            if word not in words.glue:
                return None
        else:
            for noun in words.month:  # the noun may be set against the name: เดือนตุลาคม
                if word.startswith(noun) and word[len(noun) :] in words.months:
                    return words.months[word[len(noun) :]], start, found.end()
            # The suffix of an ordinal number is short, and set against it.
            if turn or len(word) > 4 or first.gap not in ("", "-"):
                return None
        found = word_after(page, found.end())
    return None


def _twin(page: Page, month: int, place: int) -> int:
    """Where a month ends that Arabic names twice: ``نيسان/أبريل``, ``نيسان (أبريل)``."""
    if _TWIN_SIGNS.isdisjoint(page.text[place : place + 3]):
        return place
    found = word_after(page, place, _TWIN)
    name = longest(page, found, page.words.months) if found else None
    if name is None or name[0] != month:
        return place
    return name[1] + (page.text[name[1] : name[1] + 1] == ")")


def _numbered(page: Page, place: int) -> tuple[int, int] | None:
    """The number of a month after its noun; not where an age follows (``2 tháng 2 tuần trước``)."""
    found = _NUMBER.match(page.text, place)
    if found is None or not 1 <= int(found[1]) <= 12:
        return None
    month = number(page, found.start(1))
    if month is None or age(page, month, place) is not None:
        return None
    return int(found[1]), month.end


def _year_after(page: Page, place: int) -> tuple[int | None, int]:
    """The year after a day and a month, and where it ends; 0 for one that cannot be told."""
    text = page.text
    for _ in range(_LINKS):
        found = _YEAR.match(text, place)
        if found is not None:
            four, apostrophe, hyphen, mail = found.groups()
            if four is not None:
                year = gregorian(page, int(four))
                return (year, _noun(page, found.end())) if 1000 <= year <= 2399 else (None, place)
            short = int(apostrophe or hyphen or mail)
            if hyphen and short > 49:
                return None, place
            return (1900 if short > 49 else 2000) + short, found.end()
        if page.words.calendar == "buddhist":
            thai = _THAI_YEAR.match(text, place)
            if thai is not None:  # 68 is 2568; 25 may be 2525 or, by the other era, 2025
                short = int(thai[1])
                return (buddhist(2500 + short) if short >= 40 else 0), thai.end()
        link = word_after(page, place)
        if link is None or key(link[0]) not in page.words.glue:
            return None, place
        place = link.end()
    return None, place


def _noun(page: Page, place: int) -> int:
    """Where a year ends with its noun, if that follows (``2025 г.``)."""
    found = word_after(page, place)
    if found is None or key(found[0]) not in page.words.years:
        return place
    if page.text[place : found.start()].strip():
        return place
    abbreviated = len(found[0]) <= 2 and page.text[found.end() : found.end() + 1] == "."
    return found.end() + abbreviated


def _suffix(page: Page, place: int) -> int:
    """Where a number ends with its ordinal suffix: ``9th``, ``14-мӗшӗ``."""
    found = word_after(page, place)
    if found is None or len(found[0]) > 4 or page.text[place : found.start()] not in ("", "-"):
        return place
    return found.end()


def _sure(page: Page, start: int, end: int) -> bool:
    """Whether a month without a year is one: a full name, with a capital where there are any."""
    name = page.text[start:end]
    if page.words.capital and name[0].islower():
        return False
    return key(name) not in page.words.short or page.text[end : end + 1] == "."
