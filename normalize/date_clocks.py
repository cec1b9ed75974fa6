"""Times of day and their zones, as they stand in a text."""

import re
from typing import NamedTuple

from normalize import date_values
from normalize.date_values import Clock
from normalize.date_words import BLANK, UNSPACED, WORD, Words, key

# Hours, minutes, seconds and a fraction by one of the ways of the press. A clock is not followed by
# more digits, save those of a day that is set right against it (`19:2924日`).
_CLOCK = re.compile(
    rf"(\d{{1,2}})"
    rf"(?:[:：]{BLANK}?(\d\d)(?:[:：](\d\d)(?:[.,](\d{{1,9}}))?)?"
    rf"|{BLANK}?[hH]{BLANK}?(\d\d)"
    rf"|{BLANK}?gi(?:ờ|ơ\u0300|o\u031b\u0300){BLANK}?(?:(\d{{1,2}})(?:{BLANK}?ph(?:ú|u\u0301)t)?)?"
    rf"|{BLANK}?[時时点點시]{BLANK}?(?:(\d{{1,2}}){BLANK}?[分분](?:{BLANK}?(\d{{1,2}}){BLANK}?[秒초])?)?"
    rf")(?!\d(?!\d?日)|[:：]\d)"
)
_DOTTED = re.compile(r"(\d{1,2})\.(\d\d)(?:\.(\d\d))?(?!\.?\d)")
# Such a clock is sure where the line or a bracket ends with it, or half a day is named.
_CLOSED = re.compile(
    rf"{BLANK}{{0,3}}(?:$|[\n|)\],;–—-]|[AaPp]\.?[Mm]\b|(?:GMT|UTC|BST|CES?T|[AE][SD]T|[CMP][SD]T)\b)"
)
# Half a day in Latin letters, also with a capital set right against it.
_HALF = re.compile(rf"{BLANK}{{0,3}}([AaPp])(?:\.{BLANK}?[Mm]\b\.?|[Mm](?![^\WA-Z\d_])\.?)")
_BARE = re.compile(rf"(\d{{1,2}})(?={BLANK}?[AaPp]\.?[Mm])")
_BASIC = re.compile(r"(\d\d)(\d\d)(\d\d)?(?:[.,](\d{1,9}))?(?!\d)")
_AFTER = re.compile(rf"{BLANK}{{0,3}}({WORD})")
_NEXT = re.compile(rf"\.?{BLANK}{{1,2}}({WORD})")
_ZONE = re.compile(
    rf"{BLANK}{{0,2}}[,|]?{BLANK}{{0,2}}(?P<open>[(（\[]{BLANK}?)?"
    rf"(?:(?P<name>(?-i:[A-Z]{{1,5}}|МСК|мск)|UTC|GMT|gi(?:ờ|ơ\u0300|o\u031b\u0300) "
    rf"(?:Hà Nội|Việt Nam|VN))(?![^\W\d_])\.?)?"
    rf"(?:{BLANK}?(?P<sign>[+\-−])(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d\d))?(?![\d%]|[:.,\-/]\d))?"
    rf"(?(open){BLANK}?[)）\]])",
    re.IGNORECASE,
)
_COMMENT = re.compile(rf"{BLANK}?\([A-Z]{{1,5}}\)")


class Stated(NamedTuple):
    """A clock as it stands: its end, and its zone as ISO 8601 spells it, where it is stated."""

    clock: Clock | None
    end: int
    zone: str | None


def read(
    text: str, place: int, stop: int, words: Words, period: int | None, *, dotted: bool
) -> Stated | None:
    """The clock that begins with the number at ``place``.

    Args:
        period: The part of the day that stands before it.
        dotted: Whether `13.00` is a clock here.

    Returns:
        Its reading; without a clock where only the hour is stated, as no precision of a record is
        the hour. None where there is no clock.
    """
    found = _CLOCK.match(text, place, stop)
    if found is None:
        found = _DOTTED.match(text, place, stop)
        if found and not dotted and not (len(found[1]) == 2 and _CLOSED.match(text, found.end())):
            found = None
    if found is None:
        found = _BARE.match(text, place, stop)
    if found is None:
        return None
    numbers = found.groups()
    hour, minute, second, fraction = _parts(numbers)
    end = found.end()
    after, end = part_of_day(text, end, stop, words)
    clock = None
    if minute is not None:
        clock = date_values.clock(
            hour, minute, second, fraction, period if after is None else after
        )
        if clock is None:
            return None
    elif hour > 24:
        return None
    closing = _AFTER.match(text, end, stop)
    if closing is not None and key(closing[1]) in words.clocks:
        end = closing.end() + (text[closing.end() : closing.end() + 1] == ".")
    zone, end = _zone(text, end, stop, clock)
    return Stated(clock, end, zone)


def basic(text: str, place: int, stop: int) -> Stated | None:
    """A clock without signs between its parts: ``104941`` after a date of eight digits."""
    found = _BASIC.match(text, place, stop)
    if found is None:
        return None
    hour, minute, second, fraction = found.groups()
    clock = date_values.clock(
        int(hour), int(minute), int(second) if second else None, fraction or "", None
    )
    if clock is None:
        return None
    zone, end = _zone(text, found.end(), stop, clock)
    return Stated(clock, end, zone)


def _parts(numbers: tuple[str | None, ...]) -> tuple[int, int | None, int | None, str]:
    hour, *rest = numbers
    assert hour is not None
    if len(numbers) == 8:
        colon, second, fraction, french, vietnamese, cjk, cjk_second = rest
        minute = colon or french or vietnamese or cjk
        second = second or cjk_second
    elif len(numbers) == 3:
        minute, second = rest
        fraction = None
    else:
        minute = second = fraction = None
    return (
        int(hour),
        int(minute) if minute else None,
        int(second) if second else None,
        fraction or "",
    )


def part_of_day(text: str, place: int, stop: int, words: Words) -> tuple[int | None, int]:
    """The hour from which a part of the day counts, and where its name ends; None and ``place``."""
    half = _HALF.match(text, place, stop)
    if half is not None:
        return 12 if half[1] in "Pp" else 0, half.end()
    found = _AFTER.match(text, place, stop)
    if found is None:
        return None, place
    phrase, ends = [found[1]], [found.end()]
    for _ in range(words.longest.get(key(found[1]), 1) - 1):
        more = _NEXT.match(text, ends[-1], stop)
        if more is None:
            break
        phrase.append(more[1])
        ends.append(more.end())
    for count in range(len(phrase), 0, -1):
        name = " ".join(map(key, phrase[:count]))
        if name in words.periods:
            end = ends[count - 1]
            return words.periods[name], end + (text[end : end + 1] == "." and "." in phrase[0])
    if found[1][0] >= UNSPACED:
        for size in range(min(4, len(found[1])), 0, -1):
            if found[1][:size] in words.periods:
                return words.periods[found[1][:size]], found.start(1) + size
    return None, place


def _zone(text: str, place: int, stop: int, clock: Clock | None) -> tuple[str | None, int]:
    """The offset stated after a clock, and where it ends; None and ``place`` where none is."""
    found = _ZONE.match(text, place, stop)
    if found is None or clock is None or (found["name"] is None and found["sign"] is None):
        return None, place
    name = found["name"]
    if found["sign"] is not None:
        bounded = clock.second is not None or found["sign"] == "+" or name or found["open"]
        if not bounded and text[max(0, place - 6) : place - 5] != "T":
            return None, place  # `10:00-12:00` is a span of time
        zone = date_values.offset(int(found["hours"]), int(found["minutes"] or 0), found["sign"])
        if zone is None or (name and name.upper() not in ("UTC", "GMT")):
            return None, place
        comment = _COMMENT.match(text, found.end(), stop)
        return zone, comment.end() if comment else found.end()
    if name.lower().startswith("gi"):
        return "+07:00", found.end()
    zone = date_values.named_offset(name)
    if name.upper() == "Z" and text[place : place + 1] not in ("Z", "z"):
        return None, place
    if zone is None and name not in date_values.LOOSE:
        return None, place
    return zone, found.end()
