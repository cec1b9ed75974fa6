"""Dates in any language, as the press writes them: where they stand and what they say.

Nothing is completed: a part that is not stated is not there, and an order of day and month that
the literal leaves open stays open until a convention or other evidence is brought to it.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from normalize import date_scan, date_values, date_words
from normalize.date_page import Page, plain_blanks
from normalize.date_scan import DateLiteral as DateLiteral
from normalize.date_words import Order as Order
from normalize.date_words import Words
from normalize.expression import expression
from normalize.record import Date, Precision

# Languages whose press writes both orders.
_DIVIDED = frozenset({"en", "en-ca"})
_INSTANT = expression(
    r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-])(\d\d):?(\d\d))", re.ASCII
)
# Behind folders of a year and a month stands the day, or a title whose first word is a number
# (`/2020/06/5-things`, `/2020/06/1%e5%8f%b7`).
_IN_URL = expression(
    r"(?<!\d)((?:19|20)\d\d)(?:([/_.-])(\d\d?|[a-z]{3})\2(\d\d?)(?!\d)"
    r"(?:(?<!/.)|(?=[/?#]|\Z))(?:(?<!/..)|(?![%a-z]))"
    r"|(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:(\d\d)(\d{3})?)?)?(?!\d)"
    r"|/(\d\d)(?=/))",
    re.ASCII | re.IGNORECASE,
)
_LINE = 200
_PART = 1_000_000  # characters that are scanned at once: what is scanned is copied
_SAMPLE = 400  # characters that show the scripts of a text
# Scripts with digits or words for numbers of their own; of Han, what a text cannot lack.
_OTHER_SCRIPT = expression(
    "[\u0600-\u06ff\u07c0-\u07c9\u0900-\u109f\u1100-\u11ff\u17e0-\u17e9\u1810-\u1819\u3040-\u30ff"
    "年月日火水木金土時时的是在不一\uac00-\ud7a3\uff10-\uff19]"
)
_THAI = expression("[\u0e01-\u0e2e]")  # its script tells the language, and the calendar
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MILLISECONDS = 10**10  # from here on, an epoch counts milliseconds: in seconds, the year 2286


def scan(
    text: str, start: int = 0, end: int | None = None, *, language: str | None = None
) -> list[DateLiteral]:
    """Find every date of a text, those of running prose included.

    Args:
        text: The text; NFC or NFD.
        start, end: The part to look through, in code points.
        language: The language's BCP 47 tag, where it is known. Its words are looked for, and the
            English ones; where it is not known, those of the languages with the most readers.

    Returns:
        The literals from left to right, without overlap; an open order is left open.
    """
    stop = len(text) if end is None else min(end, len(text))
    found: list[DateLiteral] = []
    while start < stop:
        cut = text.find("\n", start + _PART, stop) + 1 or stop
        part = text[start:cut]
        literals = _scan(part, language) if len(part) > _LINE else _of_line(part, language)
        if start:
            literals = [x._replace(start=x.start + start, end=x.end + start) for x in literals]
        found += literals
        start = cut
    return found


@lru_cache(maxsize=256)
def _of_line(text: str, language: str | None) -> tuple[DateLiteral, ...]:
    """The dates of a line, which several readers of a body ask for."""
    return tuple(_scan(text, language))


def _scan(text: str, language: str | None) -> Sequence[DateLiteral]:
    sample = text[:: max(1, len(text) // _SAMPLE)]
    other = not sample.isascii() and _OTHER_SCRIPT.search(sample) is not None
    if language is None and other and _THAI.search(sample):
        language = "th"
    words, order, short, dotted, east = _habits(language)
    return date_scan.scan(Page(plain_blanks(text), words, order, short, dotted, other or east))


@lru_cache(maxsize=256)
def _habits(
    language: str | None,
) -> tuple[Words, Order | None, tuple[Order, str] | None, bool, bool]:
    """How a language writes: words, order, short and dotted of a page; whether it is Han's."""
    words = date_words.of(language)
    if language is None:
        return words, None, None, False, False
    likely, sign = date_words.numeric(language)
    short = (likely, sign) if likely and sign else None
    east = date_words.primary(language) in ("zh", "ja", "ko")
    return words, convention(language), short, date_words.dotted(language), east


def convention(language: str | None) -> Order | None:
    """The order of the numbers of a date in a language's press, by CLDR.

    Args:
        language: A BCP 47 tag; its country counts.

    Returns:
        None where the language is not known or its press is divided, as that of English is.
    """
    if language is None or language.replace("_", "-").lower() in _DIVIDED:
        return None
    return date_words.numeric(language)[0]


def choose(literal: DateLiteral, order: Order | None) -> str | None:
    """The reading of a literal under an order of the numbers; None where it stays open."""
    if len(literal.readings) < 2:
        return literal.readings[0] if literal.readings else None
    if order == "ymd":  # it puts the month first, but says nothing of a year that comes last
        return literal.readings[1] if literal.readings[0].startswith("X") else None
    return None if order is None else literal.readings[order == "mdy"]


def impossible(spelled: str) -> str:
    """What does not exist of a date that cannot be read: its day or, of a day that does, the time.

    Args:
        spelled: The date as it is written.

    Returns:
        A clause for people.
    """
    day = next((x for x in scan(spelled) if x.kind == "date" and x.readings), None)
    time = spelled[day.end :].lstrip(" \tT,").rstrip() if day else ""
    return f"there is no time of day {time!r}" if time else f"there is no day {spelled!r}"


def find_dates(text: str, language: str | None = None) -> tuple[Date, ...]:
    """Find the dates of a text.

    Args:
        text: The text.
        language: The BCP 47 tag of its language: it settles whether the day comes first.

    Returns:
        Each date as a mention, with its place in code points. Where day and month may change
        places and the language does not settle it, both readings, the likelier first. Ages
        (``2 hours ago``) and days that do not exist give nothing.
    """
    order = convention(language)
    likely = date_words.numeric(language)[0] if language is not None else None
    found = []
    for literal in scan(text, language=language):
        if literal.kind != "date":
            continue
        value = choose(literal, order)
        readings = literal.readings if value is None else (value,)
        start, end, *_, precision, zone = literal
        found += [
            Date("mention", reading, text[start:end], precision, zone, "body", start, end)
            for reading in (reversed(readings) if likely == "mdy" else readings)
        ]
    return tuple(found)


def instant(value: str) -> str | None:
    """An ISO 8601 value with clock and zone as RFC 3339 in UTC; None for any other.

    A fraction is kept only where it is not zero.
    """
    found = _INSTANT.fullmatch(value)
    if found is None:
        return None
    day, clock, second, fraction, sign, hours, minutes = found.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}:{second or '00'}")
        if sign is not None:
            shift = timedelta(hours=int(hours), minutes=int(minutes))
            moment += -shift if sign == "+" else shift
    except (ValueError, OverflowError):
        return None
    kept = (fraction or "").rstrip("0")
    return f"{moment.isoformat()}{'.' + kept if kept else ''}Z"


def from_epoch(number: int) -> str | None:
    """The instant of a count since 1970, in seconds, or from 10**10 on in milliseconds.

    Returns:
        ISO 8601 in UTC, with a fraction only where the milliseconds are not zero; None outside of
        the years 1 to 9999.
    """
    seconds, thousandths = divmod(number, 1000) if abs(number) >= _MILLISECONDS else (number, 0)
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    except OverflowError:
        return None
    fraction = f".{thousandths:03}".rstrip("0") if thousandths else ""
    return f"{moment.replace(tzinfo=None).isoformat()}{fraction}Z"


def in_url(url: str) -> list[DateLiteral]:
    """Find the dates that an address spells: ``/2024/04/09/``, ``-20240409075616776.htm``.

    Returns:
        Literals whose offsets index ``url``; only those of real days of 1900 to 2099.
    """
    found = []
    for match in _IN_URL.finditer(url):
        year, _, month, day, *compact, folder = match.groups()
        stated = compact if compact[0] else [month or folder, day]
        literal = _address_date(match, year, [part for part in stated if part])
        if literal is not None:
            found.append(literal)
    return found


def _address_date(match: re.Match[str], year: str, rest: list[str]) -> DateLiteral | None:
    month, *others = rest
    if month.lower() in _MONTHS:
        number = _MONTHS.index(month.lower()) + 1
    elif month.isdigit() and 1 <= int(month) <= 12:
        number = int(month)
    else:
        return None
    value = date_values.day(int(year), number, int(others[0]) if others else None)
    if value is None:
        return None
    precision: Precision = "day" if others else "month"
    if len(others) > 1:
        hour, minute, *more = others[1:]
        second = int(more[0]) if more else None
        fraction = more[1] if len(more) > 1 else ""
        clock = date_values.clock(int(hour), int(minute), second, fraction, None)
        if clock is None:
            return None
        value += clock.iso()
        precision = "minute" if second is None else "fraction" if fraction.strip("0") else "second"
    return DateLiteral(*match.span(), "date", (value,), "ymd", precision, "none")
