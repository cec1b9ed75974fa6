"""Dates with a month's name: ``9 April 2024``, ``April 9, 2024``, ``2024. április 9.``; and years.

A name is any word that the language's table holds, so that these expressions serve all languages.
"""

import re

from normalize.date_ages import age
from normalize.date_page import END, GAP, SIGN, Day, Page, Part, last_word, longest
from normalize.date_values import buddhist
from normalize.date_words import BLANK, WORD, key

_NEXT = re.compile(rf"({GAP}[.,\-/–،]?{GAP})({WORD})")
_WORD = re.compile(WORD)
_NUMBER = re.compile(rf"{GAP}[.,\-/،]?{GAP}(\d{{1,2}}){END}")
_LINK = re.compile(rf"(?:{BLANK}|[.,\-/\[\]()،])*\Z")
_SPAN = re.compile(rf"{BLANK}?[-–—]{BLANK}?\d{{1,2}}(?!\d|{SIGN}\d)")
# After a month: a year, which another date or a count may be set against; or two digits of one with an apostrophe, between hyphens, or in a date of
# RFC 822, whose clock and zone follow.
_YEAR = re.compile(
    rf"\.?{GAP}[,\-/.،–(]?{GAP}(?:(\d{{4}})(?:{END}|(?=\d\d?{BLANK}[^\W\d_]{{3}}))(?![年년])|['’](\d\d)(?!\d)|(?<=-)(\d\d)(?![\d:])"
    rf"|(\d\d)(?={BLANK}\d\d:\d\d(?::\d\d)? (?:[A-Z]{{1,4}}|[+-]\d{{4}})\b))"
)
_THAI_YEAR = re.compile(rf"\.?{GAP}(\d\d)(?![\d:.])")
_LONGEST_LINK = 3  # words between the parts of a date


def named(page: Page, place: int, end: int, floor: int) -> Day | None:
    """The date with a name, or the year with its noun, that a number belongs to.

    Args:
        place, end: The number, of one, two or four digits.
        floor: Where the date may begin.
    """
    long = end - place == 4
    found = _year_led(page, place, end) if long else _day_led(page, place, end)
    return found or _name_led(page, place, end, floor)


def _day_led(page: Page, place: int, end: int) -> Day | None:
    """``9 April 2024``, ``9. april``, ``9 de abril de 2024``, ``9 tháng 4 năm 2024``."""
    found = _month_after(page, end)
    if found is None:
        return None
    month, start, stop = found
    number = int(page.text[place:end])
    year, stop = _year_after(page, stop)
    if year is not None:
        return _dated(page, place, stop, year, month, number)
    sure = _sure(page, start, stop)
    if key(page.text[start:stop]) in page.words.short and page.text[stop : stop + 1] == ".":
        stop += 1
    return Day(place, stop, ((None, month, number),), worded=True, clocked=not sure)


def _year_led(page: Page, place: int, end: int) -> Day | None:
    """``2024. április 9.``, ``2019-sep-1``, ``2024. gada 9. aprīlis``; ``2025 год``."""
    year = _gregorian(page, int(page.text[place:end]))
    found = _month_after(page, end)
    if found is not None:
        month, _, stop = found
        number = _NUMBER.match(page.text, stop, page.stop)
        if number is not None:
            stop = _suffix(page, number.end())
            return _dated(page, place, stop, year, month, int(number[1]))
        return None
    noun = _NEXT.match(page.text, end, page.stop)
    word = "" if noun is None else key(noun[2])
    linked = noun is not None and word in page.words.glue
    number = _NUMBER.match(page.text, noun.end() if noun and linked else end, page.stop)
    if number is not None and 1900 <= year <= 2099:
        found = _month_after(page, number.end())
        if found is not None:
            return _dated(page, place, found[2], year, found[0], int(number[1]))
    if word in page.words.years and 1900 <= year <= 2099:
        return Day(place, _noun(page, end), ((year, 0, None),))
    return None


def _name_led(page: Page, place: int, end: int, floor: int) -> Day | None:
    """``April 9, 2024``, ``April 2024``, ``tháng 4 năm 2024``, ``năm 2024``."""
    text, words = page.text, page.words
    start = max(floor, place - 40)
    chunk = text[start:place]
    if last_word(chunk[-24:]) not in words.precedes:
        return None
    start += chunk.rfind("\n") + 1
    before = list(_WORD.finditer(text, start, place))[-_LONGEST_LINK - 1 :]
    if not before or not _LINK.match(text, before[-1].end(), place):
        return None
    names = [key(word[0]) for word in before]
    number = int(text[place:end])
    long = end - place == 4
    if names[-1] in words.month and not long:
        year, stop = _year_after(page, end)
        if year is None or not 1 <= number <= 12:
            return None
        return Day(before[-1].start(), stop, ((year, number, None),), worded=True)
    noun = names[-1] in words.years
    while long and len(names) > 1 and names[-1] in words.glue and names[-1] not in words.months:
        names.pop()
    for count in range(1, min(_LONGEST_LINK, len(names)) + 1):
        month = words.months.get(" ".join(names[-count:]))
        longer = " ".join(names[-count - 1 :]) in words.months if count < len(names) else False
        if month is not None and not longer:
            first = before[len(names) - count]
            if long:
                year = _gregorian(page, number)
                return Day(first.start(), end, ((year, month, None),), worded=True)
            return _month_first(page, first, before[len(names) - 1].end(), month, place, end)
    if noun and long and 1900 <= _gregorian(page, number) <= 2099:
        return Day(before[-1].start(), end, ((_gregorian(page, number), 0, None),))
    return None


def _month_first(
    page: Page, first: re.Match[str], close: int, month: int, place: int, end: int
) -> Day | None:
    number = int(page.text[place:end])
    stop = _suffix(page, end)
    span = _SPAN.match(page.text, stop, page.stop)
    year, close_of_year = _year_after(page, span.end() if span else stop)
    if year is not None:
        return _dated(page, first.start(), close_of_year, year, month, number)
    if page.order == "dmy":
        # There a number after a month counts something else, save before a clock and a year.
        return Day(first.start(), stop, ((None, month, number),), worded=True, clocked=True)
    sure = _sure(page, first.start(), close)
    return Day(first.start(), stop, ((None, month, number),), worded=True, clocked=not sure)


def _dated(page: Page, start: int, end: int, year: int, month: int, number: int) -> Day:
    parts: tuple[Part, ...] = ((year, month, number),)
    return Day(start, end, parts if year else (), worded=True)


def _month_after(page: Page, place: int) -> tuple[int, int, int] | None:
    """The month after a number, and where its name begins and ends."""
    text, stop, words = page.text, page.stop, page.words
    for turn in range(_LONGEST_LINK):
        found = _NEXT.match(text, place, stop)
        if found is None:
            return None
        word = key(found[2])
        if word in words.follows:
            if word in words.month:
                numbered = _numbered(page, found.end())
                if numbered is not None:
                    return numbered[0], found.start(2), numbered[1]
            name = longest(page, found, words.months)
            if name is not None:
                return name[0], found.start(2), name[1]
            if word not in words.glue:
                return None
        else:
            for noun in words.month:  # the noun may be set against the name: เดือนตุลาคม
                if word.startswith(noun) and word[len(noun) :] in words.months:
                    return words.months[word[len(noun) :]], found.start(2), found.end()
            if turn or len(word) > 4 or found[1] not in ("", "-"):  # an ordinal's suffix is short
                return None
        place = found.end()
    return None


def _numbered(page: Page, place: int) -> tuple[int, int] | None:
    """The number of a month after its noun; not where an age follows (``2 tháng 2 tuần trước``)."""
    number = _NUMBER.match(page.text, place, page.stop)
    if number is None or not 1 <= int(number[1]) <= 12:
        return None
    if age(page, number.start(1), number.end(1), place) is not None:
        return None
    return int(number[1]), number.end()


def _year_after(page: Page, place: int) -> tuple[int | None, int]:
    """The year after a day and a month, and where it ends; 0 for one that cannot be told."""
    text, stop = page.text, page.stop
    for _ in range(_LONGEST_LINK):
        found = _YEAR.match(text, place, stop)
        if found is not None:
            four, apostrophe, hyphen, mail = found.groups()
            if four is not None:
                year = _gregorian(page, int(four))
                return (year, _noun(page, found.end())) if 1000 <= year <= 2399 else (None, place)
            short = int(apostrophe or hyphen or mail)
            if hyphen and short > 49:
                return None, place
            return (1900 if short > 49 else 2000) + short, found.end()
        if page.words.calendar == "buddhist":
            thai = _THAI_YEAR.match(text, place, stop)
            if thai is not None:  # 68 is 2568; 25 may be 2525 or, by the other era, 2025
                short = int(thai[1])
                return (buddhist(2500 + short) if short >= 40 else 0), thai.end()
        link = _NEXT.match(text, place, stop)
        if link is None or key(link[2]) not in page.words.glue:
            return None, place
        place = link.end()
    return None, place


def _noun(page: Page, place: int) -> int:
    """Where a year ends with its noun, if that follows: ``2025 г.``"""
    found = _NEXT.match(page.text, place, page.stop)
    if found is None or found[1].strip() or key(found[2]) not in page.words.years:
        return place
    abbreviated = len(found[2]) <= 2 and page.text[found.end() : found.end() + 1] == "."
    return found.end() + abbreviated


def _suffix(page: Page, place: int) -> int:
    """Where a number ends with its ordinal suffix: ``9th``, ``14-мӗшӗ``."""
    found = _NEXT.match(page.text, place, page.stop)
    if found is None or found[1] not in ("", "-") or len(found[2]) > 4:
        return place
    return place if page.text[place : place + 1] in "hH:：" else found.end()


def _sure(page: Page, start: int, end: int) -> bool:
    """Whether a month without a year is a month: a full name, with a capital where there are any."""
    name = page.text[start:end]
    if page.words.capital and name[0].islower():
        return False
    return key(name) not in page.words.short or page.text[end : end + 1] == "."


def _gregorian(page: Page, year: int) -> int:
    return buddhist(year) if page.words.calendar == "buddhist" else year
