"""Date literals: what is found in a text, what it may mean, and what is left alone."""

import subprocess
import sys
import unicodedata

import pytest

import normalize
from normalize.dates import (
    DateLiteral,
    Order,
    choose,
    convention,
    find_dates,
    from_epoch,
    impossible,
    in_url,
    instant,
    scan,
)


def spelled(text: str, found: list[DateLiteral]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(text[x.start : x.end], x.kind, x.readings) for x in found]


# language, a line of a page, the literal, its one reading
STAMPS = [
    ("en", "Published Tuesday, March 18, 2025 at 9:41 p.m. EDT", 10, "2025-03-18T21:41-04:00"),
    ("en", "Updated: 3 Sept. 2024, 07:15 GMT", 9, "2024-09-03T07:15Z"),
    ("en", "Sat Jun 07 04:05:06 2025", 0, "2025-06-07T04:05:06"),
    ("en", "14:20 UTC, 21st August 2023", 0, "2023-08-21T14:20Z"),
    ("en", "2026-01-04 16:39.000000000 +09:00", 0, "2026-01-04T16:39+09:00"),
    ("vi", "Thứ Sáu, ngày 14 tháng 3 năm 2025, 8h05 (GMT+7)", 0, "2025-03-14T08:05+07:00"),
    ("vi", "Cập nhật lúc 17:25 ngày 30/12/2024 (giờ Hà Nội)", 13, "2024-12-30T17:25+07:00"),
    ("vi", "16 giờ 30 phút ngày 25-8-2023", 0, "2023-08-25T16:30"),
    ("vi", "25 Tháng Mười Một 20237:02 SA", 0, "2023-11-25T07:02"),
    ("zh", "发布时间：2025年3月8日 星期六 下午4点06分", 5, "2025-03-08T16:06"),
    ("zh-Hant", "2025/03/08 晚上11:45", 0, "2025-03-08T23:45"),
    ("zh", "二〇二三年十一月二十八日", 0, "2023-11-28"),
    ("zh-Hant", "民國112年3月5日", 0, "2023-03-05"),
    ("ja", "2025年3月8日（土）午前0時30分", 0, "2025-03-08T00:30"),
    ("ja", "令和5年10月20日", 0, "2023-10-20"),
    ("ja", "１９９９年１２月３１日", 0, "1999-12-31"),
    ("ko", "입력 2025. 3. 8. 오후 4:06:07", 3, "2025-03-08T16:06:07"),
    ("ko", "25. 3. 8. 09:10", 0, "2025-03-08T09:10"),
    ("ko", "2025.03.08 (토) 16:06", 0, "2025-03-08T16:06"),
    ("ja", "11/28(木) 10:30", 0, "XXXX-11-28T10:30"),
    ("fi", "28.11. 10:30", 0, "XXXX-11-28T10:30"),
    ("th", "28/11/67 10:30", 0, "2024-11-28T10:30"),
    ("ru", "8 марта 2025 г. в 16:06 (МСК)", 0, "2025-03-08T16:06+03:00"),
    ("ru", "08.03.25 16:26 |", 0, "2025-03-08T16:26"),
    ("uk", "субота, 8 березня 2025 р., 16:06", 0, "2025-03-08T16:06"),
    ("bg", "8 март 2025 г. 16:06", 0, "2025-03-08T16:06"),
    ("sr", "8. март 2025. 16:06", 0, "2025-03-08T16:06"),
    ("ar", "السبت ٨ آذار/مارس ٢٠٢٥ - ٤:٠٦ م", 0, "2025-03-08T16:06"),
    ("ar", "8 كانون الأول 2025", 0, "2025-12-08"),
    ("ar", "8 شتنبر 2025", 0, "2025-09-08"),
    ("fa", "شنبه ۱۸ اسفند ۱۴۰۳ - ۱۶:۰۶", 0, "2025-03-08T16:06"),
    ("fa", "1403/12/18", 0, "2025-03-08"),
    ("fa", "۸ مارس ۲۰۲۵", 0, "2025-03-08"),
    ("he", "יום שבת, 8 במרץ 2025 בשעה 16:06", 0, "2025-03-08T16:06"),
    ("hi", "शनिवार, 8 मार्च 2025, 04:06 अपराह्न", 0, "2025-03-08T16:06"),
    ("hi", "०८ मार्च २०२५", 0, "2025-03-08"),
    ("bn", "৮ মার্চ ২০২৫, সন্ধ্যা ৭:০৬", 0, "2025-03-08T19:06"),
    ("th", "วันเสาร์ที่ 8 มีนาคม พ.ศ. 2568 เวลา 16:06 น.", 0, "2025-03-08T16:06"),
    ("th", "8 มี.ค. 68 16:06", 0, "2025-03-08T16:06"),
    ("id", "Sabtu, 08 Maret 2025 | 16:06 WITA", 0, "2025-03-08T16:06+08:00"),
    ("id", "8 Nopember 2025 pukul 16.06", 0, "2025-11-08T16:06"),
    ("ms", "Sabtu, 8 Mac 2025 4:06 PTG", 0, "2025-03-08T16:06"),
    ("tr", "8 AĞUSTOS 2025 CUMA 16:06", 0, "2025-08-08T16:06"),
    ("el", "Σάββατο, 8 ΜΑΡΤΙΟΥ 2025 - 4:06 μ.μ.", 0, "2025-03-08T16:06"),
    ("fr", "Publié le samedi 1er mars 2025 à 16h06", 10, "2025-03-01T16:06"),
    ("fr", "8 FEVRIER 2025", 0, "2025-02-08"),
    ("de", "Samstag, 8. März 2025, 16:06 Uhr MEZ", 0, "2025-03-08T16:06+01:00"),
    ("de", "8. März 2025, 7.10 Uhr", 0, "2025-03-08T07:10"),
    ("en", "8 March 2025, 7.10am", 0, "2025-03-08T07:10"),
    ("de", "13.03.25", 0, "2025-03-13"),
    ("es", "sábado, 8 de marzo de 2025 a las 4:06 p. m.", 0, "2025-03-08T16:06"),
    ("pt", "sábado, 8 de março de 2025, às 16h06", 0, "2025-03-08T16:06"),
    ("it", "8 marzo 2025 alle 16.06", 0, "2025-03-08T16:06"),
    ("nl", "zaterdag 8 maart 2025 om 16:06 uur", 0, "2025-03-08T16:06"),
    ("pl", "sobota, 8 marca 2025 r., godz. 16:06", 0, "2025-03-08T16:06"),
    ("cs", "sobota 8. března 2025 16:06", 0, "2025-03-08T16:06"),
    ("sk", "8. marca 2025 o 16:06", 0, "2025-03-08T16:06"),
    ("ro", "sâmbătă, 8 martie 2025, ora 16:06", 0, "2025-03-08T16:06"),
    ("hu", "2025. március 8., szombat 16:06", 0, "2025-03-08T16:06"),
    ("sv", "lördag 8 mars 2025 kl. 16.06", 0, "2025-03-08T16:06"),
    ("fi", "lauantai 8. maaliskuuta 2025 klo 16.06", 0, "2025-03-08T16:06"),
    ("da", "lørdag d. 8. marts 2025 kl. 16.06", 0, "2025-03-08T16:06"),
    ("nb", "lørdag 8. mars 2025 kl. 16:06", 0, "2025-03-08T16:06"),
    ("hr", "8. ožujka 2025. u 16:06", 0, "2025-03-08T16:06"),
    ("ca", "dissabte, 8 de març de 2025, 16:06", 0, "2025-03-08T16:06"),
    ("lt", "2025 m. kovo 8 d., 16:06", 0, "2025-03-08T16:06"),
    ("lv", "2025. gada 8. marts 16:06", 0, "2025-03-08T16:06"),
    ("ka", "8 მარტი, 2025", 0, "2025-03-08"),
    (None, "Sat, 08 Mar 2025 16:06:07 +0530", 0, "2025-03-08T16:06:07+05:30"),
    (None, "Sat, 08 Mar 25 16:06:07 GMT", 0, "2025-03-08T16:06:07Z"),
    (None, "2025-03-08T16:06:07.250-03:00", 0, "2025-03-08T16:06:07.25-03:00"),
    (None, "2025-03-08T16:06:07.000Z", 0, "2025-03-08T16:06:07Z"),
    (None, "2025-03-08 6:06:07 -5", 0, "2025-03-08T06:06:07-05:00"),
    (None, "20250308T160607Z", 0, "2025-03-08T16:06:07Z"),
    (None, "2025-03-08 16:06:07,250", 0, "2025-03-08T16:06:07.25"),
    (None, "28.03.2025. 16:06", 0, "2025-03-28T16:06"),
    (None, "19/03/202516:06:07", 0, "2025-03-19T16:06:07"),
    (None, "2025 03 08", 0, "2025-03-08"),
]


@pytest.mark.parametrize(("language", "line", "start", "value"), STAMPS)
def test_a_stamp_is_read_whole_and_exactly(
    language: str | None, line: str, start: int, value: str
) -> None:
    found = scan(line, language=language)
    assert [(x.kind, x.readings) for x in found] == [("date", (value,))]
    assert found[0].start == start
    assert line[found[0].end :].strip(" |") == ""


@pytest.mark.parametrize(("language", "line", "start", "value"), STAMPS)
def test_a_decomposed_text_reads_the_same(
    language: str | None, line: str, start: int, value: str
) -> None:
    found = scan(unicodedata.normalize("NFD", line), language=language)
    assert [x.readings for x in found] == [(value,)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "vi",
            "Sáng 7/4, Israel cử đoàn; tới ngày 28/2 và cuối năm 2025 mới rút, hôm qua (23/7).",
            [
                ("7/4", ("XXXX-04-07", "XXXX-07-04")),
                ("ngày 28/2", ("XXXX-02-28",)),
                ("năm 2025", ("2025",)),
                ("23/7", ("XXXX-07-23",)),
            ],
        ),
        ("vi", "từ ngày 5-7/11 đến tháng 2/2026", [("7/11", ()), ("tháng 2/2026", ("2026-02",))]),
        ("vi", "sáng 25-2 và tối 30.4", [("25-2", ("XXXX-02-25",)), ("30.4", ("XXXX-04-30",))]),
        ("en", "On 8 Sept. he left; on March 19 he came back.", [
            ("8 Sept.", ("XXXX-09-08",)),
            ("March 19", ("XXXX-03-19",)),
        ]),
        ("en", "It ran October 14-16, 2024.", [("October 14-16, 2024", ("2024-10-14",))]),
        ("en", "since July 2013", [("July 2013", ("2013-07",))]),
        ("zh", "2024年5月起，7月22日前后", [
            ("2024年5月", ("2024-05",)),
            ("7月22日", ("XXXX-07-22",)),
        ]),
        ("ru", "24 июля, 15:44 — в 2025 году", [
            ("24 июля, 15:44", ("XXXX-07-24T15:44",)),
            ("2025 году", ("2025",)),
        ]),
        ("pl", "w 2014 r. premier", [("2014 r.", ("2014",))]),
        ("pt", "neste dia 5 de maio", [("dia 5 de maio", ("XXXX-05-05",))]),
        ("th", "(8 ส.ค.)", [("8 ส.ค.", ("XXXX-08-08",))]),
        ("es", "Actualidad31 de octubre de 2024REDACCIÓN", [
            ("31 de octubre de 2024", ("2024-10-31",)),
        ]),
        ("vi", "author25/02/2026 05:35", [("25/02/2026 05:35", ("2026-02-25T05:35",))]),
        ("fr", "20 janvier 202020 janvier 2020", [
            ("20 janvier 2020", ("2020-01-20",)),
            ("20 janvier 2020", ("2020-01-20",)),
        ]),
    ],
)  # fmt: skip
def test_prose_gives_its_mentions(
    language: str, text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = scan(text, language=language)
    assert [text[x.start : x.end] for x in found if x.kind == "date"] == [e[0] for e in expected]
    for literal, (_, readings) in zip(
        (x for x in found if x.kind == "date"), expected, strict=True
    ):
        if readings:
            assert literal.readings == readings


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "version 3.11.2, host 192.168.10.12, call 090-123-4567 or +84 24 3825 1234"),
        ("en", "won 3-2 and 21-19; 12+30=42; 24/7 coverage; 1/3 of them; the 1990s; 2024-25"),
        ("en", "In 2024 there were 1500 people, 2024 of them at 100%"),
        ("en", "see https://x.example/2024/04/09/a-20240409.html?d=2024-04-09 and v2.10.2024"),
        ("en", "may 5 of them march 8 miles"),
        ("vi", "Nghị định 12/2024/TT-BTC, bài 5/2, 1/3 dân số, 17 ngày, 714 người, 3 tháng"),
        ("vi", "trong 2 năm 10 tháng"),
        ("zh", "3个月、5年、2000年前、十月初一"),
        ("ja", "第3四半期、10年間、12月間"),
        ("zh", "【據新華社開羅二十四日電】"),
        ("de", "im Mai 20 Personen, 12.500 Euro"),
        ("ar", "12 رمضان 1445"),
        ("fa", "۱۰ شهریور"),
        (None, "ISBN 978-3-16-148410-0, 12:5, 99/99/99"),
    ],
)
def test_other_numbers_are_left_alone(language: str | None, text: str) -> None:
    assert [text[x.start : x.end] for x in scan(text, language=language)] == []


@pytest.mark.parametrize(
    ("text", "order", "readings"),
    [
        ("13/11/2015", "dmy", ("2015-11-13",)),
        ("11/13/2015", "mdy", ("2015-11-13",)),
        ("2015-11-13", "ymd", ("2015-11-13",)),
        ("02/11/2025", None, ("2025-11-02", "2025-02-11")),
        ("02.11.2025 20:43", None, ("2025-11-02T20:43", "2025-02-11T20:43")),
        ("05/05/2025", None, ("2025-05-05",)),
        ("2 November 2025", None, ("2025-11-02",)),
        ("Sunday 02/11/2025", "dmy", ("2025-11-02",)),
        ("Tuesday, 02/11/2025", "mdy", ("2025-02-11",)),
    ],
)
def test_the_order_is_what_the_literal_proves(
    text: str, order: Order | None, readings: tuple[str, ...]
) -> None:
    (literal,) = scan(text)
    assert (literal.order, literal.readings) == (order, readings)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "February 30, 2025"),
        ("vi", "31/02/2025"),
        ("en", "29/02/2023 10:30"),
        ("zh", "2025年2月30日"),
        (None, "13/13/2025"),
        (None, "2025-00-10"),
        ("fa", "۳۰ اسفند ۱۴۰۴"),
        ("th", "12 ม.ค. 25"),
    ],
)
def test_a_day_that_does_not_exist_has_no_reading(language: str | None, text: str) -> None:
    (literal,) = scan(text, language=language)
    assert (literal.kind, literal.readings) == ("date", ())
    assert find_dates(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "literal"),
    [
        ("vi", "2 giờ trước", "2 giờ trước"),
        ("vi", "2 tháng 2 tuần trước", "2 tuần trước"),
        ("zh", "19分钟前更新", "19分钟前"),
        ("ja", "3 時間前", "3 時間前"),
        ("ko", "5시간 전", "5시간 전"),
        ("de", "Vor 3 Stunden", "Vor 3 Stunden"),
        ("es", "hace 2 días", "hace 2 días"),
        ("ru", "5 минут назад", "5 минут назад"),
        ("ar", "منذ 3 ساعات", "منذ 3 ساعات"),
        ("en", "10 HOURS AGO", "10 HOURS AGO"),
        ("pt", "há 2 horas", "há 2 horas"),
        ("vi", "Hôm qua, 14:30", "Hôm qua, 14:30"),
        ("en", "Yesterday at 10:30 am", "Yesterday at 10:30 am"),
        ("de", "Gestern", "Gestern"),
    ],
)
def test_an_age_is_relative(language: str, text: str, literal: str) -> None:
    assert spelled(text, scan(text, language=language)) == [(literal, "relative", ())]
    assert find_dates(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "literal", "value"),
    [
        ("en", "at 4:00 PM sharp", "4:00 PM", "T16:00"),
        ("ar", "12:44 م", "12:44 م", "T12:44"),
        ("fr", "19h11", "19h11", "T19:11"),
        ("id", "16:30 WIB", "16:30 WIB", "T16:30+07:00"),
        ("zh", "凌晨12:30", "凌晨12:30", "T00:30"),
        ("zh", "中午12:30", "中午12:30", "T12:30"),
        ("en", "20:43 PM", "20:43 PM", "T20:43"),
    ],
)
def test_a_clock_alone_is_a_clock(language: str, text: str, literal: str, value: str) -> None:
    assert spelled(text, scan(text, language=language)) == [(literal, "clock", (value,))]


@pytest.mark.parametrize(
    ("stamp", "suffix"),
    [
        ("GMT+7", "+07:00"),
        ("(UTC +5:30)", "+05:30"),
        ("+0000", "Z"),
        ("+0700 (ICT)", "+07:00"),
        ("Z", "Z"),
        ("WIB", "+07:00"),
        ("JST", "+09:00"),
        ("EST", "-05:00"),
        ("CEST", "+02:00"),
    ],
)
def test_a_zone_that_fixes_an_offset_is_stated(stamp: str, suffix: str) -> None:
    text = f"2025-03-28 16:06:07 {stamp}"
    (literal,) = scan(text)
    assert literal.readings == (f"2025-03-28T16:06:07{suffix}",)
    assert (literal.zone, literal.end) == ("stated", len(text))


@pytest.mark.parametrize("name", ["IST", "CST", "BST", "ET"])
def test_a_zone_that_fixes_none_is_kept_in_the_literal(name: str) -> None:
    text = f"2025-03-28 16:06 {name}"
    (literal,) = scan(text)
    assert (literal.readings, literal.zone) == (("2025-03-28T16:06",), "none")
    assert literal.end == len(text)


@pytest.mark.parametrize("text", ["2024-05-05 10:00 -0400", "2024-05-05 10:00-0400"])
def test_an_offset_of_four_digits_is_no_span_of_time(text: str) -> None:
    (literal,) = scan(text)
    assert (literal.readings, literal.end) == (("2024-05-05T10:00-04:00",), len(text))


@pytest.mark.parametrize("text", ["5 May 2024, 10:00-12:00", "5 May 2024, 10:00 -12:00"])
def test_a_span_of_hours_is_no_zone(text: str) -> None:
    literal = scan(text)[0]
    assert (literal.readings, literal.zone) == (("2024-05-05T10:00",), "none")


def test_precision_is_what_is_stated() -> None:
    text = "2025年。2025年3月。2025年3月8日。2025年3月8日16:06。2025年3月8日16:06:07。"
    assert [x.precision for x in scan(text, language="zh")] == [
        "year",
        "month",
        "day",
        "minute",
        "second",
    ]
    assert scan("2025-03-08T16:06:07.120")[0].precision == "fraction"
    assert scan("2025-03-08T16:06:07.000")[0].precision == "second"


def test_a_short_year_needs_the_short_date_of_its_language_or_a_clock() -> None:
    assert scan("24/3/25", language="vi")[0].readings == ("2025-03-24",)
    assert scan("24/3/25", language="fr") == []
    assert scan("24/3/25 16:06", language="fr")[0].readings == ("2025-03-24T16:06",)
    assert scan("3/4/25", language="en")[0].readings == ("2025-04-03", "2025-03-04")
    assert scan("3/4/85", language="en") == []
    assert [x.kind for x in scan("24/3/25 16:06")] == ["clock"]


def test_a_long_text_is_scanned_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"Rain fell on {day} May 2024 in Oslo.\n" for day in range(1, 32)) * 9
    whole = scan(text)
    assert len(whole) == 31 * 9
    monkeypatch.setattr("normalize.dates._PART", 300)
    assert scan(text) == whole
    assert scan(text, 40) == whole[1:]


def test_a_part_of_a_text_is_scanned_alone() -> None:
    text = "2024-01-01 and 2025-03-08 and 2026-01-01"
    assert spelled(text, scan(text, 11, 30)) == [("2025-03-08", "date", ("2025-03-08",))]


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("vi", "dmy"),
        ("fr", "dmy"),
        ("sv", "dmy"),
        ("zh-Hans", "ymd"),
        ("zh-Hant-HK", "dmy"),
        ("ja", "ymd"),
        ("hu", "ymd"),
        ("en-US", "mdy"),
        ("en-GB", "dmy"),
        ("en_AU", "dmy"),
        ("en", None),
        ("en-CA", None),
        ("fil", "mdy"),
        ("fr-CA", "ymd"),
        ("no", "dmy"),
        ("tlh", None),
        (None, None),
    ],
)
def test_the_convention_is_that_of_the_press(language: str | None, order: Order | None) -> None:
    assert convention(language) == order


def test_an_order_chooses_a_reading() -> None:
    (full,) = scan("02/11/2025")
    (partial,) = scan("ngày 2/11", language="vi")
    (sure,) = scan("2025-11-02")
    (impossible,) = scan("31/02/2025")
    assert [choose(full, o) for o in ("dmy", "mdy", "ymd", None)] == [
        "2025-11-02",
        "2025-02-11",
        None,
        None,
    ]
    assert [choose(partial, o) for o in ("dmy", "mdy", "ymd", None)] == [
        "XXXX-11-02",
        "XXXX-02-11",
        "XXXX-02-11",
        None,
    ]
    assert choose(sure, None) == "2025-11-02"
    assert choose(impossible, "dmy") is None


def test_found_dates_are_mentions_in_place() -> None:
    text = "20:43, 02/11/2025 và hôm qua"
    (date,) = find_dates(text, language="vi")
    assert (date.role, date.value, date.precision, date.zone, date.origin) == (
        "mention",
        "2025-11-02T20:43",
        "minute",
        "none",
        "body",
    )
    assert (date.literal, date.start, date.end) == ("20:43, 02/11/2025", 0, 17)


def test_an_open_order_gives_both_readings_the_likelier_first() -> None:
    assert [d.value for d in find_dates("02/11/2025")] == ["2025-11-02", "2025-02-11"]
    assert [d.value for d in find_dates("02/11/2025", "en")] == ["2025-02-11", "2025-11-02"]
    assert [d.value for d in find_dates("02/11/2025", "en-GB")] == ["2025-11-02"]


def test_the_convention_does_not_override_what_the_literal_proves() -> None:
    assert [d.value for d in find_dates("08/30/2024", "id")] == ["2024-08-30"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-04-09T13:00:00+07:00", "2024-04-09T06:00:00Z"),
        ("2024-04-09T13:00Z", "2024-04-09T13:00:00Z"),
        ("2024-01-01T01:30+05:30", "2023-12-31T20:00:00Z"),
        ("2024-04-09T13:00:00.1200+07:00", "2024-04-09T06:00:00.12Z"),
        ("2024-04-09T13:00:00.000Z", "2024-04-09T13:00:00Z"),
        ("2024-04-09T13:00", None),
        ("2024-04-09", None),
        ("XXXX-04-09T13:00Z", None),
        ("2024-02-30T10:00Z", None),
        ("0001-01-01T00:00+07:00", None),
        ("", None),
    ],
)
def test_an_instant_is_in_utc(value: str, expected: str | None) -> None:
    assert instant(value) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1712571302000, "2024-04-08T10:15:02Z"),
        (1712571302120, "2024-04-08T10:15:02.12Z"),
        (1712571302, "2024-04-08T10:15:02Z"),
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (-62135596800000, "0001-01-01T00:00:00Z"),
        (-62135596801000, None),
        (10**18, None),
        (-(10**18), None),
        (10**400, None),
    ],
)
def test_an_epoch_is_an_instant(number: int, expected: str | None) -> None:
    assert from_epoch(number) == expected


@pytest.mark.parametrize(
    ("url", "literal", "value"),
    [
        ("https://x.example/2025/03/08/a.html", "2025/03/08", "2025-03-08"),
        ("https://x.example/a-2025-03-08", "2025-03-08", "2025-03-08"),
        ("https://x.example/20250308-a", "20250308", "2025-03-08"),
        ("https://x.example/t20250308_12.html", "20250308", "2025-03-08"),
        ("https://x.example/a-202503081606.html", "202503081606", "2025-03-08T16:06"),
        ("https://x.example/a-20250308160607.html", "20250308160607", "2025-03-08T16:06:07"),
        ("https://x.example/a-20250308160607250.htm", None, "2025-03-08T16:06:07.25"),
        ("https://x.example/2025/mar/08/a", "2025/mar/08", "2025-03-08"),
        ("https://x.example/2025/03/a", "2025/03", "2025-03"),
        ("https://x.example/2025/3/8", "2025/3/8", "2025-03-08"),
        ("https://x.example/2025/03/08-rain", "2025/03/08", "2025-03-08"),
        # The first word of a title is a number.
        ("https://x.example/2025/03/5-things", "2025/03", "2025-03"),
        ("https://x.example/2025/03/1%e5%8f%b7/", "2025/03", "2025-03"),
        ("https://x.example/2025/03/10th-year", "2025/03", "2025-03"),
    ],
)
def test_an_address_spells_a_date(url: str, literal: str | None, value: str) -> None:
    (found,) = in_url(url)
    assert found.readings == (value,)
    assert literal is None or url[found.start : found.end] == literal


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/1889/03/08/",
        "https://x.example/20251345/",
        "https://x.example/2025/13/08/",
        "https://x.example/20250230.html",
        "https://x.example/a-188202503081.htm",
        "https://x.example/20250308259999.htm",
        "https://x.example/2025/story",
    ],
)
def test_an_address_without_a_plausible_day_spells_none(url: str) -> None:
    assert in_url(url) == []


def test_reading_dates_needs_no_babel() -> None:
    code = (
        "import sys; from normalize.dates import find_dates; "
        "assert find_dates('8 mars 2025', 'sv')[0].value == '2025-03-08'; "
        "print('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_words_are_those_of_cldr() -> None:
    babel = pytest.importorskip("babel")
    from normalize.tools import calendar

    if f"babel {babel.__version__} " not in calendar.MODULE.read_text(encoding="utf-8"):
        pytest.skip("the words were generated with another release of babel")
    assert calendar.main(["--check"]) == 0


@pytest.mark.parametrize(
    ("spelled", "said"),
    [
        ("2024-03-04 25:61:00", "there is no time of day '25:61:00'"),
        ("2024-03-04T24:30:00+07:00", "there is no time of day '24:30:00+07:00'"),
        ("Mon, 4 Mar 2024 25:00:00 GMT", "there is no time of day '25:00:00 GMT'"),
        ("03/04/2024 25:10", "there is no time of day '25:10'"),
        ("2024-02-30 25:61", "there is no day '2024-02-30 25:61'"),
        ("2024-02-30", "there is no day '2024-02-30'"),
        ("2024-13", "there is no day '2024-13'"),
    ],
)
def test_what_does_not_exist_is_told(spelled: str, said: str) -> None:
    assert impossible(spelled) == said


@pytest.mark.parametrize("header", ["---\ntitle: Rain\ndate: {}\n---\n", " date {} "])
def test_problem_of_a_time_that_does_not_exist_names_the_time(header: str) -> None:
    text = header.format("2024-03-04 25:61") + "Rain fell in the night.\n"
    (problem,) = normalize.loads(text).problems
    assert problem.code == "date-invalid"
    assert "there is no time of day '25:61'" in problem.message
