"""Dates as properties: what a writer spells is read back, whatever stands around it."""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from normalize import _calendar
from normalize.dates import choose, convention, find_dates, from_epoch, in_url, instant, scan

babel_dates = pytest.importorskip("babel.dates")

# The languages of the press, by their CLDR locale; `en` has no order of its own.
PRESS = """
ar ar_DZ ar_LB ar_MA bg bn ca cs da de de_AT el en_GB en_US es es_MX fa fi fr he hi hr hu id it ja
ko ms nb nl pl pt pt_PT ro ru sk sr sr_Latn sv th tr uk vi zh zh_Hant
"""
LOCALES = PRESS.split()
VALUE = re.compile(
    r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|XXXX-\d\d-\d\d)"
    r"|(?:(?:\d{4}|XXXX)-\d\d-\d\d)?T\d\d:\d\d(?::\d\d(?:\.\d*[1-9])?)?(?:Z|[+-]\d\d:\d\d)?"
)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
MOMENTS = st.datetimes(datetime(1950, 1, 1), datetime(2090, 12, 31))
PIECES = st.sampled_from(
    [
        *"0123456789/-.:,'()年月日T +|\n",
        "20",
        "2024",
        "2024-05-06",
        "12:30",
        "th",
        " de ",
        "April",
        "mai ",
        "tháng",
        "ngày ",
        "năm ",
        "giờ",
        "Thứ Hai",
        "GMT",
        "(UTC+7)",
        "令和",
        "二十",
        "下午",
        "مارس ",
        "٣",
        "เมษายน ",
        " ago",
        "vor ",
        " Stunden",
        "hôm qua",
        "%E4",
        "x",
        "\u200f",
        "\udc80",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))
LANGUAGES = st.sampled_from([None, *_calendar.WORDS, "xx", "zh-Hant-TW", "en_US"])


@given(day=DAYS, locale=st.sampled_from(LOCALES), width=st.sampled_from(["full", "long", "medium"]))
def test_a_date_of_cldr_reads_back(day: date, locale: str, width: str) -> None:
    text = babel_dates.format_date(day, width, locale)
    assert [found.value for found in find_dates(text, locale)] == [day.isoformat()]


@given(moment=MOMENTS, locale=st.sampled_from(LOCALES), width=st.sampled_from(["full", "medium"]))
def test_a_date_with_its_clock_of_cldr_reads_back(
    moment: datetime, locale: str, width: str
) -> None:
    text = (
        babel_dates.format_date(moment, width, locale)
        + " "
        + babel_dates.format_time(moment, "short", locale=locale)
    )
    value = moment.isoformat(timespec="minutes")
    assert [found.value for found in find_dates(text, locale)] == [value]


@given(
    day=st.dates(date(2000, 1, 1), date(2049, 12, 31)),
    locale=st.sampled_from([name for name in LOCALES if name != "th"]),
)
def test_the_short_date_of_cldr_reads_back(day: date, locale: str) -> None:
    text = babel_dates.format_date(day, "short", locale)
    assert [found.value for found in find_dates(text, locale)] == [day.isoformat()]


@given(
    moment=MOMENTS,
    locale=st.sampled_from(LOCALES),
    before=st.sampled_from(["", "\n", "(", "xyz: ", "— ", "X | ", "a.\n", "5 "]),
    after=st.sampled_from(["", "\n", ")", " | X", " — xyz", "; xyz", "\n2024", " (xyz)"]),
)
def test_what_stands_around_a_date_does_not_change_it(
    moment: datetime, locale: str, before: str, after: str
) -> None:
    day = babel_dates.format_date(moment, "long", locale)
    text = f"{before}{day}, {moment:%H:%M:%S}{after}"
    found = [x for x in scan(text, language=locale) if x.kind == "date"]
    assert [x.readings for x in found] == [(moment.isoformat(timespec="seconds"),)]
    assert found[0].start == len(before)
    assert text[: found[0].end].endswith(f"{moment:%M:%S}")


@given(day=DAYS, locale=st.sampled_from(LOCALES))
def test_the_form_of_the_letters_does_not_matter(day: date, locale: str) -> None:
    text = babel_dates.format_date(day, "full", locale)
    composed = scan(unicodedata.normalize("NFC", text), language=locale)
    decomposed = scan(unicodedata.normalize("NFD", text), language=locale)
    assert [x.readings for x in composed] == [x.readings for x in decomposed] != []


@given(
    number=st.tuples(st.integers(1, 31), st.integers(1, 12), st.integers(1600, 2300)),
    sign=st.sampled_from("/.-"),
    language=LANGUAGES,
)
def test_no_day_is_rolled_over(number: tuple[int, int, int], sign: str, language: str) -> None:
    day, month, year = number
    (literal,) = scan(f"{day:02}{sign}{month:02}{sign}{year}", language=language)
    for reading in literal.readings:
        read = date.fromisoformat(reading)
        if read.year == year:
            assert {read.day, read.month} == {day, month}
    try:
        expected = date(year, month, day).isoformat()
    except ValueError:
        expected = None
    if language not in ("th", "fa", "ps"):
        assert (expected in literal.readings) is (expected is not None)


@given(text=TEXTS, language=LANGUAGES, bounds=st.tuples(st.integers(0, 60), st.integers(0, 60)))
@example(text="1" * 5000, language=None, bounds=(0, 60))
@example(text="2024-05-06T12:30:00+99:99", language=None, bounds=(0, 60))
def test_any_text_gives_literals_in_order(
    text: str, language: str | None, bounds: tuple[int, int]
) -> None:
    for start, end in ((0, len(text)), (min(bounds), max(bounds))):
        place = start
        for literal in scan(text, start, end, language=language):
            assert place <= literal.start < literal.end <= min(end, len(text))
            spelled = text[literal.start : literal.end]
            assert spelled == spelled.strip()
            assert all(map(VALUE.fullmatch, literal.readings)), literal
            assert literal.kind != "relative" or literal.readings == ()
            assert len(literal.readings) <= 2
            place = literal.end


@given(text=TEXTS, language=LANGUAGES)
def test_found_dates_agree_with_the_scan(text: str, language: str | None) -> None:
    literals = {(x.start, x.end): x for x in scan(text, language=language) if x.kind == "date"}
    for found in find_dates(text, language):
        literal = literals[found.start or 0, found.end or 0]
        assert found.literal == text[literal.start : literal.end]
        assert found.value in literal.readings
        assert choose(literal, convention(language)) in (None, found.value)


@given(number=st.integers(-(10**14), 10**14))
def test_an_epoch_is_its_own_instant(number: int) -> None:
    value = from_epoch(number)
    if value is not None:
        assert instant(value) == value
        unit = timedelta(milliseconds=1) if abs(number) >= 10**10 else timedelta(seconds=1)
        assert datetime.fromisoformat(value) == datetime(1970, 1, 1, tzinfo=UTC) + number * unit


@given(moment=st.datetimes(datetime(2, 1, 1)), offset=st.integers(-14 * 60, 14 * 60))
def test_an_instant_is_the_same_moment(moment: datetime, offset: int) -> None:
    sign = "-" if offset < 0 else "+"
    value = f"{moment.isoformat()}{sign}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
    try:
        expected = moment - timedelta(minutes=offset)
    except OverflowError:
        assert instant(value) is None
    else:
        read = instant(value)
        assert read is not None
        assert datetime.fromisoformat(read).replace(tzinfo=None) == expected


@given(day=st.dates(date(1990, 1, 1), date(2099, 12, 31)), slug=st.from_regex(r"[a-z-]{0,8}[a-z]"))
def test_an_address_spells_its_day(day: date, slug: str) -> None:
    slug = slug.strip()
    for url in (
        f"https://x.example/{day:%Y/%m/%d}/{slug}",
        f"https://x.example/{slug}-{day:%Y%m%d}.html",
        f"https://x.example/{day:%Y-%m-%d}-{slug}",
    ):
        (literal,) = in_url(url)
        assert literal.readings == (day.isoformat(),)


@given(url=TEXTS)
def test_any_address_gives_literals_in_order(url: str) -> None:
    place = 0
    for literal in in_url(url):
        assert place <= literal.start < literal.end <= len(url)
        assert all(map(VALUE.fullmatch, literal.readings))
        place = literal.end
