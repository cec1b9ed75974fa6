"""Dates in numbers: ``2025-11-02``, ``02/11/2025``, ``20251102``, ``2025年11月2日``."""

import re

from normalize.date_page import (
    BLANK,
    DAY,
    END,
    GAP,
    MONTH,
    SIGN,
    YEAR,
    Day,
    Page,
    Part,
    gregorian,
    word_before,
)
from normalize.date_values import ERAS, is_solar
from normalize.date_words import SOLAR, Order
from normalize.expression import expression

_LAST_SHORT = 49  # RFC 5322, section 4.3; later ones may belong to either century, and are not read
_FIRST_THAI = 40  # 2540 of the Thai era is 1997
_HAN = "〇零○一二三四五六七八九十百千两兩"

_YMD = expression(rf"(\d{{4}}){GAP}({SIGN}){GAP}(\d{{1,2}}){GAP}\2{GAP}(\d{{1,2}}){END}")
_DMY = expression(
    rf"(\d{{1,2}}){GAP}({SIGN}){GAP}(\d{{1,2}}){GAP}(?:\2|(?<=/\d\d),){GAP}"
    rf"(?:(\d{{4}})|(\d\d)(?!{BLANK}?[:：hH]{BLANK}?\d)){END}"
)
_SHORT = expression(rf"(\d\d){GAP}({SIGN}){GAP}(\d{{1,2}}){GAP}\2{GAP}(\d{{1,2}}){END}")
_SPACED = expression(r"(?:(\d{4}) (\d\d) (\d\d)|(\d\d) (\d\d) (\d{4}))(?![ .,:/-]?\d|\w)")
_YM = expression(rf"(\d{{4}})[-/](\d\d)(?!\d|{SIGN}\d)")
_MY = expression(rf"(\d{{1,2}}){GAP}{SIGN}{GAP}(\d{{4}}){END}")
_DM = expression(rf"(\d{{1,2}})({SIGN})(\d{{1,2}})(?![\d%]|{SIGN}\d)")
_COMPACT = expression(r"(\d{4})(\d\d)(\d\d)(?=\d{4}(?:\d\d)?(?!\d)|\d\d:\d\d|T\d|(?!\d))")
# A year, a month and a day with their nouns; without 日 only before the end of a line or a clock.
# `初` is the lunar calendar's. The year may follow in Korean.
_EAST = expression(
    rf"(?:(\d{{1,4}}|元|[{_HAN}]{{1,7}}){BLANK}?{YEAR}[のに]?|(\d{{4}}))?[-{BLANK[1:-1]}]{{0,2}}"
    rf"(\d{{1,2}}|元|[{_HAN}]{{1,3}}){BLANK}?{MONTH}(?![間间]|[-{BLANK[1:-1]}]{{0,2}}初)"
    rf"(?:の?[-{BLANK[1:-1]}]{{0,2}}(?:(\d{{1,2}}|[{_HAN}]{{1,3}}){BLANK}?{DAY}(?![間间])"
    rf"|(\d{{1,2}})(?=\d{{1,2}}[:：]\d\d|{GAP}(?:$|[\n,，。)）]))))?"
    rf"(?:(?:(?<=일)|(?<=\u1175\u11af)),?{GAP}(\d{{4}})(?!\d){YEAR}?)?"
)
_EAST_YEAR = expression(
    rf"(\d{{1,4}}|元|[{_HAN}]{{1,7}}){BLANK}?{YEAR}(?![前来來間间多余餘级級]|{BLANK}?전|{BLANK}?\u110c\u1165\u11ab)"
)
_WEEKDAY = expression("[（(][月火水木金土日월화수목금토일][）)]")
_LUNAR = expression(r"(?:农历|農曆|旧历|舊曆|陰曆|阴历|旧暦の?|陰暦の?)\Z")
_HAN_DIGITS = {
    **{d: i for i, d in enumerate("〇一二三四五六七八九")},
    "零": 0,
    "○": 0,
    "元": 1,
    "两": 2,
    "兩": 2,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def year_first(page: Page, place: int) -> Day | None:
    """The date that begins with a year of four digits and a sign."""
    text = page.text
    if found := _YMD.match(text, place):
        year, month, number = (int(found[i]) for i in (1, 3, 4))
        if page.words.calendar == "solar" and is_solar(year):
            month += SOLAR
        return Day(place, found.end(), ((gregorian(page, year), month, number),), "ymd")
    if found := _YM.match(text, place):
        year, month = int(found[1]), int(found[2])
        # `2009-10` may be a span of years, `2025-01` may not.
        if 1 <= month <= 12 and (year % 100 >= month or found.span() == (0, len(text))):
            return Day(place, found.end(), ((year, month, None),), "ymd")
    return None


def spaced(page: Page, place: int) -> Day | None:
    """``2010 01 29``, ``29 01 2010``: with all their zeros, and no further number."""
    found = _SPACED.match(page.text, place)
    if found is None:
        return None
    if found[1]:
        return Day(place, found.end(), ((int(found[1]), int(found[2]), int(found[3])),), "ymd")
    return _either(place, found.end(), int(found[6]), int(found[4]), int(found[5]))


def numbers(page: Page, place: int, floor: int) -> Day | None:
    """The date that begins with a number of one or two digits and a sign."""
    text, short = page.text, page.short
    if short is not None and short[0] == "ymd" and (found := _SHORT.match(text, place)):
        year, month, number = (int(found[i]) for i in (1, 3, 4))
        if found[2] == short[1] and year <= _LAST_SHORT:
            return Day(place, found.end(), ((2000 + year, month, number),), "ymd")
    if found := _DMY.match(text, place):
        first, second = int(found[1]), int(found[3])
        if found[4] is None:
            return _short_year(page, found)
        year = gregorian(page, int(found[4]))
        if page.words.calendar == "solar" and is_solar(year):
            return Day(place, found.end(), ((year, second + SOLAR, first),), "dmy")
        return _either(place, found.end(), year, first, second)
    if found := _MY.match(text, place):
        month, year = int(found[1]), gregorian(page, int(found[2]))
        noun, start = word_before(page, place, floor)
        if month <= 12 and noun in page.words.month:
            return Day(start, found.end(), ((year, month, None),))
        return None
    if found := _DM.match(text, place):
        return _day_and_month(page, found, floor)
    return None


def _either(start: int, end: int, year: int | None, first: int, second: int) -> Day:
    """A date of which either number may be the day."""
    day_first, month_first = (year, second, first), (year, first, second)
    if first > 12 and second > 12:
        return Day(start, end, ())
    if first > 12 or second > 12:
        order: Order = "dmy" if first > 12 else "mdy"
        return Day(start, end, (day_first if first > 12 else month_first,), order)
    return Day(start, end, (day_first,) if first == second else (day_first, month_first))


def _short_year(page: Page, found: re.Match[str]) -> Day | None:
    """A date whose year, the last number, has two digits.

    It is read in the order of the language: where the language's short date is just so (CLDR), or
    beside a clock.
    """
    first, second, last = int(found[1]), int(found[3]), int(found[5])
    just_so = page.short is not None and page.short[1] == found[2]
    order = page.short[0] if page.short is not None and just_so else page.order
    if page.words.calendar == "buddhist" and last >= _FIRST_THAI:
        year = gregorian(page, 2500 + last)
    elif last <= _LAST_SHORT:
        year = 2000 + last
    else:
        return None
    if order not in ("dmy", "mdy") or "," in found[0]:
        return None
    month, number = (second, first) if order == "dmy" else (first, second)
    if not (1 <= month <= 12 and 1 <= number <= 31):
        return None
    if page.order is None and number <= 12:  # the language's short date is one country's
        return _either(*found.span(), year, first, second)
    return Day(*found.span(), ((year, month, number),), clocked=not just_so)


def _day_and_month(page: Page, found: re.Match[str], floor: int) -> Day | None:
    """Two numbers that are a day and a month by what stands beside them.

    That is brackets or a word before them, a weekday in brackets after them, or, for `12.11.` with
    its second full stop, a clock.
    """
    text, words, slash = page.text, page.words, found[2] in "/／"
    start, end = found.span()
    low, high = sorted((int(found[1]), int(found[3])))
    if page.order is None or not (1 <= low <= 12 and high <= 31):
        return None
    before, _ = word_before(page, start, floor)
    bracketed = text[start - 1 : start] in ("(", "（") and text[end : end + 1] in (")", "）")
    sure = before in words.context or (
        slash and (bracketed or before in words.weekdays or _WEEKDAY.match(text, end))
    )
    if not sure and not (found[2] == "." and text.startswith(".", end)):
        return None
    day = _either(start, end, None, int(found[1]), int(found[3]))
    return day if sure else day._replace(clocked=True)


def compact(page: Page, place: int) -> Day | None:
    """A date of eight digits, also with a clock set against it: ``20240409T1300``."""
    found = _COMPACT.match(page.text, place)
    if found is None:
        return None
    year, month, number = int(found[1]), int(found[2]), int(found[3])
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= number <= 31):
        return None
    return Day(place, found.end(), ((year, month, number),), "ymd")


def east_asian(page: Page, place: int) -> Day | None:
    """The date of Chinese, Japanese or Korean that begins with the number at ``place``.

    Years of an era (令和, 民國) are converted. A year of two digits is not read.
    """
    text = page.text
    found = _EAST.match(text, place)
    if found is None:
        year = _EAST_YEAR.match(text, place)
        if year is None:
            return None
        start, number = _year(text, place, year[1])
        if number is None or not 1900 <= number <= 2099:
            return None
        return Day(start, year.end(), ((number, 0, None),))
    start, stated = _year(text, place, found[1] or found[2])
    if found[6]:
        stated = int(found[6])
    month, number = _han(found[3]), _han(found[4] or found[5])
    if month is None or (stated is None and number is None):
        return None
    parts: tuple[Part, ...] = ((stated, month, number),)
    if _LUNAR.search(text, max(0, start - 3), start):
        parts = ()
    return Day(start, found.end(), parts, "ymd" if stated else None, worded=True)


def _year(text: str, place: int, spelled: str | None) -> tuple[int, int | None]:
    """Where a year with its era begins, and which year it is; None where it cannot be told."""
    if spelled is None:
        return place, None
    number = _han(spelled)
    era = text[max(0, place - 2) : place]
    if number is not None and era in ERAS and number < 200:
        start = place - 4 if text[max(0, place - 4) : place - 2] == "中華" else place - 2
        return start, ERAS[era] + number
    return place, number if number is not None and number >= 1000 else None


def _han(spelled: str | None) -> int | None:
    """The number that digits spell, of any script or Han: 二〇二四, 二十四, 二千零四."""
    if spelled is None:
        return None
    if spelled.isdecimal():
        return int(spelled)
    if not _PLACES.keys() & set(spelled):
        return int("".join(str(_HAN_DIGITS[sign]) for sign in spelled))
    value, digit = 0, 0
    for sign in spelled:
        if sign in _PLACES:
            value += (digit or 1) * _PLACES[sign]
            digit = 0
        else:
            digit = _HAN_DIGITS[sign]
    return value + digit
