"""Times of day and their zones, as they stand in a text."""

import re
from typing import NamedTuple

from normalize import date_values
from normalize.date_page import BLANK, HOUR, MINUTE, SECOND, Page, longest, word_after
from normalize.date_values import Clock
from normalize.date_words import UNSPACED, key
from normalize.expression import expression

_GIO = "[Gg]i(?:ờ|ơ\u0300|o\u031b\u0300)"  # Vietnamese for hour, composed or not
_PLACE = r"[^\W\d_][\w\u0300-\u0323]{0,23}"  # in Vietnamese, composed or not
# Hours, minutes, seconds and a fraction by one of the ways of the press. A fraction of the minute
# (ISO 8601-1 has them) says nothing where it is zero. A clock is not followed by more digits, save
# those of a day that is set right against it (`19:2924日`).
_CLOCK = expression(
    rf"(?P<h>\d{{1,2}})"
    rf"(?:[:：]{BLANK}?(?P<m>\d\d)(?:[:：](?P<s>\d\d)(?:[.,](?P<f>\d{{1,9}}))?|\.0{{1,9}}(?!\d))?"
    rf"|{BLANK}?[hH]{BLANK}?(?P<mh>\d\d)['’′]?"
    rf"|{BLANK}?{_GIO}{BLANK}?(?:(?P<mg>\d{{1,2}})(?:{BLANK}?ph(?:ú|u\u0301)t)?)?"
    rf"|{BLANK}?{HOUR}{BLANK}?"
    rf"(?:(?P<me>\d{{1,2}}){BLANK}?{MINUTE}(?:{BLANK}?(?P<se>\d{{1,2}}){BLANK}?{SECOND})?)?"
    rf")(?!\d(?!\d?日)|[:：]\d)"
)
_DOTTED = expression(r"(?P<h>\d{1,2})\.(?P<m>\d\d)(?:\.(?P<s>\d\d))?(?!\.?\d)")
# Such a clock is sure where the line or a bracket ends with it, or a half of the day is named.
_CLOSED = expression(
    rf"{BLANK}{{0,3}}(?:$|[\n|)\],;–—-]|[AaPp]\.?[Mm]\b"
    r"|(?:GMT|UTC|BST|CES?T|[AE][SD]T|[CMP][SD]T)\b)"
)
_HOUR = expression(rf"(?P<h>\d{{1,2}})(?={BLANK}?[AaPp]\.?[Mm]\b)")
_BASIC = expression(r"(?P<h>\d\d)(?P<m>\d\d)(?P<s>\d\d)?(?:[.,](?P<f>\d{1,9}))?(?!\d)")
# A half of the day in Latin letters, also with a capital set right against it.
_HALF = expression(rf"{BLANK}{{0,3}}([AaPp])(?:\.{BLANK}?[Mm]\b\.?|[Mm](?![^\WA-Z\d_])\.?)")
_BLANKS = expression(rf"{BLANK}{{0,3}}")
_ZONE = expression(
    rf"{BLANK}{{0,2}}[,|]?{BLANK}{{0,2}}(?P<open>[(（\[]{BLANK}?)?"
    rf"(?:(?P<name>[A-Z]{{1,5}}|utc|gmt|МСК|мск|{_GIO} {_PLACE}(?: {_PLACE})?)(?![^\W\d_]))?"
    rf"(?:{BLANK}?(?P<sign>\+{BLANK}(?=\d\d:?\d\d)|[+\-−])(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d\d))?"
    r"(?![\d%]|[:.,\-/]\d))?"
    rf"(?(open){BLANK}?[)）\]])"
)
_COMMENT = expression(rf"{BLANK}?\([A-Z]{{1,5}}\)")  # RFC 5322: `+0700 (ICT)`


class Stated(NamedTuple):
    """A clock as it stands: its end, and its zone as ISO 8601 spells it, where it is stated."""

    clock: Clock | None
    end: int
    zone: str | None


def read(page: Page, place: int, period: int | None, *, dotted: bool) -> Stated | None:
    """The clock that begins with the number at ``place``.

    Args:
        period: The part of the day that stands before it, by the hour from which it counts.
        dotted: Whether a full stop may stand between hours and minutes.

    Returns:
        Its reading; without a clock where only the hour is stated, as no precision of a record is
        the hour. None where there is no clock.
    """
    text = page.text
    found = _CLOCK.match(text, place) or _HOUR.match(text, place)
    if found is None:
        found = _DOTTED.match(text, place)
        if found is None:
            return None
        end = found.end()
        closed = len(found["h"]) == 2 and _CLOSED.match(text, end)
        if not (dotted or closed or _HALF.match(text, end) or _closing(page, end)):
            return None
    after, end = part_of_day(page, found.end())
    minute = _minute(found)
    clock = None
    if minute is not None:
        clock = _clock(found, minute, period if after is None else after)
        if clock is None:
            return None
    elif int(found["h"]) > 24:
        return None
    return _zoned(page, clock, _closing(page, end) or end)


def _closing(page: Page, place: int) -> int | None:
    """Where the word ends that closes a clock (``07.47 Uhr``), if one does."""
    found = word_after(page, place, _BLANKS)
    if found is None or key(found[0]) not in page.words.clocks:
        return None
    return found.end() + page.text.startswith(".", found.end())


def basic(page: Page, place: int) -> Stated | None:
    """A clock without signs between its parts: ``104941`` after a date of eight digits."""
    found = _BASIC.match(page.text, place)
    clock = _clock(found, found["m"], None) if found else None
    return None if found is None or clock is None else _zoned(page, clock, found.end())


def _minute(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    return next((parts[name] for name in ("m", "mh", "mg", "me") if parts.get(name)), None)


def _clock(found: re.Match[str], minute: str, period: int | None) -> Clock | None:
    """The time of day of a match; None where no clock shows it."""
    parts = found.groupdict()
    second = parts.get("s") or parts.get("se")
    return date_values.clock(
        int(parts["h"]),
        int(minute),
        int(second) if second else None,
        parts.get("f") or "",
        period,
    )


def part_of_day(page: Page, place: int) -> tuple[int | None, int]:
    """The hour from which a part of the day counts, and where its name ends; None and ``place``."""
    text, periods = page.text, page.words.periods
    half = _HALF.match(text, place)
    if half is not None:
        return 12 if half[1] in "Pp" else 0, half.end()
    found = word_after(page, place, _BLANKS)
    if found is None:
        return None, place
    phrase = longest(page, found, periods)
    if phrase is not None:
        hour, end = phrase
        abbreviated = "." in text[found.start() : end] and text.startswith(".", end)
        return hour, end + abbreviated
    word = found[0]
    if word[0] >= UNSPACED:
        for size in range(min(4, len(word)), 0, -1):
            if word[:size] in periods:
                return periods[word[:size]], found.start() + size
    return None, place


def _zoned(page: Page, clock: Clock | None, place: int) -> Stated:
    """A clock with the zone that follows it."""
    offset, end = (None, place) if clock is None else zone(page, place, clock)
    return Stated(clock, end, offset)


def zone(page: Page, place: int, clock: Clock) -> tuple[str | None, int]:
    """The offset stated after a clock, and where it ends; None and ``place`` where none is."""
    text = page.text
    found = _ZONE.match(text, place)
    if found is None or (found["name"] is None and found["sign"] is None):
        return None, place
    name = found["name"]
    if found["sign"] is not None:
        bounded = clock.second is not None or found["sign"][0] == "+" or name or found["open"]
        if not bounded and text[max(0, place - 6) : place - 5] != "T":
            # `10:00-12:00` and `10:00-12` are spans of time; nobody writes one as `10:00-1200`.
            said = found[0].strip()
            if len(said) != 5 or not said[1:].isdecimal():
                return None, place
        sign = found["sign"][0]
        offset = date_values.offset(int(found["hours"]), int(found["minutes"] or 0), sign)
        if offset is None or (name and name.upper() not in ("UTC", "GMT")):
            return None, place
        comment = _COMMENT.match(text, found.end())
        return offset, comment.end() if comment else found.end()
    offset = date_values.named_offset(key(name).upper())
    if offset is None and name not in date_values.LOOSE:
        return None, place
    return offset, found.end()
