"""The values of dates: which exist, how other calendars count, which zones are fixed, ISO 8601."""

from typing import NamedTuple

from normalize.date_words import SOLAR

_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_YEAR = 1583  # ISO 8601-1:2019, 4.3.2: years before it only by agreement
_LAST_YEAR = 2399
_BUDDHIST = 543  # the Thai era less the Gregorian year, since 1941
# Where the years of a reign or a state begin to count: the year before its first.
ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
    "民國": 1911,
    "民国": 1911,
}

# Names that fix one offset, in hours: RFC 5322, section 4.3 (without CST and MST, which are also
# names of zones in Asia), and zones of the tz database whose abbreviation no other zone bears.
_FIXED: dict[str, float] = {
    **dict.fromkeys(("UTC", "GMT", "Z", "WET"), 0),
    **dict.fromkeys(("CET", "MEZ", "MET", "WAT", "WEST"), 1),
    **dict.fromkeys(("CEST", "MESZ", "MEST", "EET", "SAST", "CAT"), 2),
    **dict.fromkeys(("EEST", "MSK", "МСК", "EAT", "TRT"), 3),
    **dict.fromkeys(("PKT",), 5),
    **dict.fromkeys(("NPT",), 5.75),
    **dict.fromkeys(("WIB", "ICT", "GIỜ HÀ NỘI", "GIỜ VIỆT NAM", "GIỜ VN"), 7),
    **dict.fromkeys(("WITA", "HKT", "SGT", "MYT", "AWST"), 8),
    **dict.fromkeys(("WIT", "JST", "KST"), 9),
    **dict.fromkeys(("ACST",), 9.5),
    **dict.fromkeys(("AEST",), 10),
    **dict.fromkeys(("AEDT",), 11),
    **dict.fromkeys(("NZST",), 12),
    **dict.fromkeys(("NZDT",), 13),
    **dict.fromkeys(("BRT", "ART"), -3),
    **dict.fromkeys(("EDT",), -4),
    **dict.fromkeys(("EST", "CDT"), -5),
    **dict.fromkeys(("MDT",), -6),
    **dict.fromkeys(("PDT",), -7),
    **dict.fromkeys(("PST",), -8),
}
# Names that are kept in the literal and fix nothing.
LOOSE = frozenset({"IST", "CST", "MST", "BST", "AST", "GST", "ET", "CT", "MT", "PT"})


class Clock(NamedTuple):
    """A time of day, as far as it is stated. The fraction is its digits."""

    hour: int
    minute: int
    second: int | None = None
    fraction: str = ""

    def iso(self) -> str:
        text = f"T{self.hour:02}:{self.minute:02}"
        if self.second is None:
            return text
        fraction = self.fraction.rstrip("0")
        return f"{text}:{self.second:02}{'.' + fraction if fraction else ''}"


def clock(
    hour: int, minute: int, second: int | None, fraction: str, period: int | None
) -> Clock | None:
    """A time of day; None where there is no such time.

    Args:
        period: The hour from which twelve hours are counted, where a part of the day is named. A
            clock of twenty-four hours keeps its hour: ``20:43 PM``.
    """
    if period is not None and 0 < hour <= 12:
        hour = (period + (hour - period) % 12) % 24
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    return Clock(hour, minute, second, fraction)


def day(year: int | None, month: int, number: int | None, *, worded: bool = False) -> str | None:
    """An ISO 8601 date with the precision stated; None where there is no such day.

    Args:
        year: None where it is not stated: then EDTF level 2, ``XXXX-07-24``.
        month: 0 where it is not stated; with ``SOLAR`` added for the Solar Hijri calendar.
        number: The day; None where it is not stated.
        worded: Whether the month is a word. Numbers alone are no date before the Gregorian
            calendar: there ``1403/05/12`` is a day of another one.
    """
    if month > SOLAR:
        return _solar(year, month - SOLAR, number)
    if year is None:
        return f"XXXX-{month:02}-{number:02}" if _exists(2000, month, number or 0) else None
    if not (1000 if worded else _FIRST_YEAR) <= year <= _LAST_YEAR:
        return None
    if number is None:
        return f"{year:04}-{month:02}" if month else f"{year:04}"
    return f"{year:04}-{month:02}-{number:02}" if _exists(year, month, number) else None


def _exists(year: int, month: int, number: int) -> bool:
    if not (1 <= month <= 12 and 1 <= number <= _DAYS[month]):
        return False
    return (month, number) != (2, 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def buddhist(year: int) -> int:
    """The Gregorian year of a year of the Thai era; others as they are."""
    return year - _BUDDHIST if 2400 <= year <= 2700 else year


def is_solar(year: int) -> bool:
    """Whether a year in a Persian text is of the Solar Hijri calendar: 1821 to 2121."""
    return 1200 <= year <= 1500


def _solar(year: int | None, month: int, number: int | None) -> str | None:
    """A day of the Solar Hijri calendar as a Gregorian one.

    By the cycle of 33 years, which agrees with the astronomical calendar from 1178 to 1633 (ICU4X
    ``calendrical_calculations/src/persian.rs``; E. M. Reingold and N. Dershowitz, Calendrical
    Calculations, 4th ed., 2018, chapter 15, for the days of the year). Months without a day and
    days without a year have no Gregorian value of that precision.
    """
    if year is None or number is None or not is_solar(year) or not 1 <= month <= 12:
        return None
    leap = (25 * year + 11) % 33 < 8
    if not 1 <= number <= (31 if month <= 6 else 30 if month < 12 or leap else 29):
        return None
    past = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    return ordinal(226894 + 365 * (year - 1) + (8 * year + 21) // 33 + past + number)


def ordinal(number: int) -> str:
    """The ISO date of a day counted from 1 January of the year 1."""
    from datetime import date

    return date.fromordinal(number).isoformat()


def weekday(value: str) -> int | None:
    """The weekday of a date, Monday being 0; None of a date without a year."""
    from datetime import date

    return None if value.startswith("X") else date.fromisoformat(value).weekday()


def offset(hours: int, minutes: int, sign: str) -> str | None:
    """An offset as ISO 8601 spells it, ``Z`` for none; None where no clock is set so far off."""
    if hours > 14 or minutes > 59:
        return None
    if hours == minutes == 0:
        return "Z"
    return f"{'+' if sign == '+' else '-'}{hours:02}:{minutes:02}"


def named_offset(name: str) -> str | None:
    """The offset of a zone's name in capitals, where it fixes one."""
    hours = _FIXED.get(name)
    if hours is None:
        return None
    whole, part = divmod(round(abs(hours) * 60), 60)
    return offset(whole, part, "-" if hours < 0 else "+")
