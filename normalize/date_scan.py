"""Finding the dates of a text: at each number, the date, its clock, and what belongs to both."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from normalize import date_ages, date_clocks, date_names, date_numbers, date_page, date_values
from normalize.date_clocks import Stated
from normalize.date_joints import JOINT, after, before, period_before
from normalize.date_page import BLANK, END, WORD, Day, Number, Page, longest
from normalize.date_words import SOLAR, UNKNOWN, Order, key
from normalize.expression import expression
from normalize.record import Precision, Zone

_ASCII = "0123456789"
_OTHER_DIGITS = "٠-٩۰-۹०-९০-৯੦-੯૦-૯୦-୯௦-௯౦-౯೦-೯൦-൯๐-๙໐-໙༠-༩၀-၉០-៩᠐-᠙０-９"
_FEW = 150  # up to here, ten searches for one character beat one for a class of characters
_LINE = 200  # a text of so few characters is a line of a page's head
_BARRED = frozenset("%=&#@+_$€£¥₫^~\\/")  # a number after one of these is no date's
_CLOCK_WORDS = frozenset("hg時时点點시ap")  # the first letters of h, giờ, 時, a.m.
_CHAINS = frozenset(".,:-–—")

_RUN = expression("[0-9][0-9]*")
_ANY_RUN = expression(f"[0-9{_OTHER_DIGITS}][0-9{_OTHER_DIGITS}]*")
_HAN_NUMBER = expression("(?:元|[〇零○一二三四五六七八九十百千两兩]{1,7})\\Z")
_OPENS_SPAN = expression(r"(?<!\d)\d{1,2} ?[-–—]\Z")
_ADDRESS = expression(r"[^\s)\"'<>]*")
_LATE_YEAR = expression(rf"{BLANK}{{1,2}}(\d{{4}}){END}")
_TURNS = 5  # words between a date and its clock


class DateLiteral(NamedTuple):
    """A date as it is spelled in a text.

    Attributes:
        start, end: Its span: with the weekday, the word "day", the clock and the zone that belong
            to it, without a label.
        kind: ``clock`` for a time of day alone, ``relative`` for an age.
        readings: What it may mean: ISO 8601 with the precision stated, EDTF level 2
            (``XXXX-07-24``) without a year. Two where day and month may change places, the day
            first in the first; none for a day that does not exist, a year whose calendar or
            century is not known, and an age. Of a clock, ``T16:30``.
        order: The order of day and month, where the literal proves it.
        precision: The finest part stated.
        zone: Whether an offset is stated.
    """

    start: int
    end: int
    kind: Literal["date", "clock", "relative"]
    readings: tuple[str, ...]
    order: Order | None
    precision: Precision
    zone: Zone


def scan(page: Page) -> list[DateLiteral]:
    """Every date of a page, in order."""
    text = page.text
    found: list[DateLiteral] = []
    floor = 0
    for place in _numbers(page):
        if place < floor:
            continue
        left = text[place - 1] if place else "\n"
        if left in _BARRED:
            if left == "%" and (address := _ADDRESS.match(text, place)):
                floor = address.end()
            continue
        literal = _at(page, place, floor, left)
        while literal is not None:
            found.append(literal)
            floor = literal.end
            # Another date may be set right against it: `5 maj 20255 maj 2025`.
            glued = text[floor - 1 : floor].isdecimal() and text[floor : floor + 1].isdecimal()
            literal = _at(page, floor, floor, "\n") if glued and floor < len(text) else None
    if len(text) <= _LINE:
        taken = {place for literal in found for place in range(literal.start, literal.end)}
        found += [days for days in _past(page) if days.start not in taken]
        found.sort()
    return found


def _numbers(page: Page) -> list[int]:
    """Where numbers begin, those in Han included where a month or a year follows."""
    text = page.text
    if page.other:
        runs = (found.start() for found in _ANY_RUN.finditer(text))
        return sorted({*runs, *_han_numbers(page)})
    places: list[int] = []
    for digit in _ASCII:
        place = text.find(digit)
        while place >= 0:
            places.append(place)
            place = text.find(digit, place + 1)
        if len(places) > _FEW:
            return [found.start() for found in _RUN.finditer(text)]
    places.sort()
    return [place for place, last in zip(places, [-2, *places], strict=False) if place > last + 1]


def _han_numbers(page: Page) -> Iterable[int]:
    text = page.text
    for noun in "年月":
        place = text.find(noun)
        while place >= 0:
            number = _HAN_NUMBER.search(text, max(0, place - 7), place)
            if number is not None:
                yield number.start()
            place = text.find(noun, place + 1)


def _at(page: Page, place: int, floor: int, left: str) -> DateLiteral | None:
    """The date, the clock or the age that the number at ``place`` belongs to.

    Args:
        floor: Where it may begin.
        left: The character before the number.
    """
    text = page.text
    if left in _CHAINS and place - 1 > floor and text[place - 2].isalnum():
        if text[place - 2].isdigit():
            if not _OPENS_SPAN.search(text, max(floor, place - 5), place):
                return None
        elif _in_address(text[max(floor, place - _LINE) : place]):
            return None
    number = date_page.number(page, place)
    if number is None:
        day = date_numbers.east_asian(page, place)
        return None if day is None else _dated(page, day, None, day.start, floor)
    glued = left.isalpha() and left < "\u0590"
    if glued and number.word is not None and not number.gap:
        return None  # between letters, it is a code
    if number.tail == "colon" or number.name[:1] in _CLOCK_WORDS:
        literal = _clock_led(page, number, floor)
        if literal is not None:
            return literal
    day = _day(page, number, floor)
    if day is not None:
        if glued and (left in "vV" or not any(part[0] for part in day.parts)):
            return None  # a version or a code
        return _dated(page, day, None, day.start, floor)
    span = date_ages.age(page, number, floor) if number.word is not None else None
    return None if span is None else DateLiteral(*span, "relative", (), None, "day", "none")


def _day(page: Page, number: Number, floor: int) -> Day | None:
    """The date without its clock that a number belongs to."""
    place, size, tail = number.start, number.end - number.start, number.tail
    if size >= 8:
        return date_numbers.compact(page, place)
    if tail == "east":
        return date_numbers.east_asian(page, place)
    found: Day | None = None
    if tail == "sign":
        if size == 4:
            found = date_numbers.year_first(page, place)
        elif size <= 2:
            found = date_numbers.numbers(page, place, floor)
    elif tail == "digit":
        found = date_numbers.spaced(page, place)
        if found is None and size == 4 and page.other:
            found = date_numbers.east_asian(page, place)
    if found is None and size in (1, 2, 4):
        found = date_names.named(page, number, floor)
    return found


def _in_address(chunk: str) -> bool:
    """Whether some text ends inside an address: after a slash, without a blank."""
    slash = chunk.rfind("/")
    return slash >= 0 and len(chunk[slash:].split(None, 1)) == 1


def _clock_led(page: Page, number: Number, floor: int) -> DateLiteral | None:
    """The clock that begins with a number, with the date that follows it."""
    place = number.start
    stated = date_clocks.read(page, place, None, dotted=False)
    if stated is None:
        return None
    period, start = period_before(page, place, floor)
    if period is not None:
        stated = date_clocks.read(page, place, period, dotted=False)
        if stated is None:
            return None
    day = _day_after(page, stated.end)
    if day is not None and all(part[2] is not None for part in day.parts):
        literal = _dated(page, day, stated, start, floor)
        if literal is not None:
            return literal
    return _clock(page, stated, start, floor)


def _day_after(page: Page, place: int) -> Day | None:
    """The date that follows a clock, across weekdays and words such as ``on``."""
    text, words = page.text, page.words
    floor = place
    for _ in range(_TURNS):
        joint = JOINT.match(text, place)
        place = joint.end() if joint else place
        if text[place : place + 1].isdecimal():
            number = date_page.number(page, place)
            return _day(page, number, floor) if number else None
        found = WORD.match(text, place)
        if found is None:
            return None
        phrase = longest(page, found, words.weekdays) or longest(page, found, words.months)
        if phrase is not None:
            place = phrase[1]
        elif key(found[0]) in words.joints or key(found[0]) in words.nouns:
            place = found.end()
        else:
            return None
    return None


def _dated(
    page: Page, day: Day, first: Stated | None, start: int, floor: int
) -> DateLiteral | None:
    """The literal of a date, with the clock before it or after it."""
    parts = day.parts
    wanted = first is None and all(part[2] is not None for part in parts)
    start, weekday = before(page, start, floor, page.words.weekdays)
    end, last, stated = after(page, day, wanted)
    stated = first or stated
    weekday = last if weekday is None else weekday
    clock, zone = (stated.clock, stated.zone) if stated else (None, None)
    if first is not None and clock is not None and zone is None:
        zone, end = date_clocks.zone(page, end, clock)
    if first is None and clock is not None and clock.second is not None and day.worded:
        late = _LATE_YEAR.match(page.text, end)
        if late is not None and parts and parts[0][0] is None:
            parts, end = ((int(late[1]), *parts[0][1:]),), late.end()
    if day.clocked and clock is None and not (day.worded and weekday is not None):
        return None
    values: list[str] = []
    for part in parts:
        value = date_values.day(*part, worded=day.worded)
        if value is None:
            if part[1] > SOLAR and None in part:
                return None  # a month of another calendar is no month of this one
        elif value not in values:
            values.append(value)
    order = day.order
    if len(values) == 2 and weekday is not None and weekday != UNKNOWN:
        days = [date_values.weekday(value) for value in values]
        if days.count(weekday) == 1:
            order = "dmy" if days[0] == weekday else "mdy"
            values = [values[days.index(weekday)]]
    precision = _precision(values[0] if values else "XXXX-XX-XX", stated)
    if clock is not None:
        values = [value + clock.iso() + (zone or "") for value in values]
    state: Zone = "none" if zone is None else "stated"
    return DateLiteral(start, end, "date", tuple(values), order, precision, state)


def _precision(value: str, stated: Stated | None) -> Precision:
    if stated is None or stated.clock is None:
        return "day" if len(value) > 7 else "month" if len(value) > 4 else "year"
    if stated.clock.second is None:
        return "minute"
    return "fraction" if stated.clock.fraction.strip("0") else "second"


def _clock(page: Page, stated: Stated, start: int, floor: int) -> DateLiteral | None:
    """The literal of a clock without a date; of an age, where it is one of today or yesterday."""
    clock = stated.clock
    if clock is None:
        return None
    opening, day = before(page, start, floor, page.words.past)
    if day is not None:
        return DateLiteral(opening, stated.end, "relative", (), None, "day", "none")
    value = clock.iso() + (stated.zone or "")
    state: Zone = "none" if stated.zone is None else "stated"
    return DateLiteral(start, stated.end, "clock", (value,), None, _precision("", stated), state)


def _past(page: Page) -> Iterable[DateLiteral]:
    """The words for today and yesterday."""
    said = key(page.text)
    if not any(map(said.__contains__, page.words.bygone)):
        return
    for found in WORD.finditer(page.text):
        phrase = longest(page, found, page.words.past)
        if phrase is not None:
            yield DateLiteral(found.start(), phrase[1], "relative", (), None, "day", "none")
