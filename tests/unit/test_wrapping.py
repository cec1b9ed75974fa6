"""Wrapped text is told from flattened pages, and read as the paragraphs that it was."""

import unicodedata
from textwrap import fill, wrap
from typing import Literal

import pytest

import normalize
from normalize.wrapping import joined

TEXT = """\
The council of the valley decided on Monday that the bridge over the lower river will stay \
closed until the end of May, after engineers had found cracks in two of its four pillars.

"We would rather be late than sorry," said the mayor, Anna Holt, after a meeting of three \
hours. She asked the people of the eastern villages for patience, and promised a bus that \
would run every half hour between the station and the school. The bus will be free for pupils.

The bridge was built in 1931 and repaired twice, most recently in 1994. Some 4,000 cars cross \
it on a working day. Those who drive to the hospital will need about twenty minutes longer."""
VIETNAMESE = """\
Sáng ngày mai, người dân ở các xã ven sông sẽ được đưa trở về nhà sau ba ngày ở tạm trong \
trường học, ông Nguyễn Văn Bình, chủ tịch huyện, cho biết tại cuộc họp chiều nay ở thị trấn.

Nước sông đã rút khoảng nửa mét so với hôm qua, tuy nhiên nhiều đoạn đường vẫn còn ngập và xe \
máy chưa thể qua lại được. Lực lượng chức năng đang dọn bùn ở chợ và trạm y tế."""
HEADER = "Bridge over the lower river stays closed until May\n\n20:43, 02 November 2025\n\n"


def wrapped(text: str, width: int, between: str = "\n\n", indent: str = "") -> str:
    parts = text.split("\n\n")
    return between.join(fill(part, width, initial_indent=indent) for part in parts) + "\n"


@pytest.mark.parametrize("width", [56, 65, 72, 78, 100])
@pytest.mark.parametrize(
    ("header", "form"), [("", "prose"), (HEADER, "headline-timestamp"), (HEADER[:52], "headline")]
)
def test_a_wrapped_text_is_read_as_its_paragraphs(width: int, header: str, form: str) -> None:
    record = normalize.loads(header + wrapped(TEXT, width))
    assert (record.format, record.text) == (form, TEXT)
    assert record.title == (header[:50] or None)


def test_indentation_begins_a_paragraph() -> None:
    assert normalize.loads(wrapped(TEXT, 72, "\n", "   ")).text == TEXT


def test_a_text_that_is_indented_as_a_whole_is_read() -> None:
    lines = wrapped(TEXT, 72).splitlines(keepends=True)
    assert normalize.loads("".join("    " + x if x.strip() else x for x in lines)).text == TEXT


def test_a_date_prefix_makes_its_line_longer() -> None:
    record = normalize.loads(f" date 2025-11-02 {wrapped(TEXT, 76)}")
    assert (record.published, record.title, record.text) == ("2025-11-02", None, TEXT)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_line_ends_and_composition_do_not_matter(newline: str, form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(form, wrapped(VIETNAMESE, 70)).replace("\n", newline)
    assert unicodedata.normalize("NFC", normalize.loads(text).text) == VIETNAMESE


def test_a_paragraph_of_two_lines_is_one() -> None:
    lines = "\n".join(wrap(TEXT.partition("\n\n")[0], 100))
    assert normalize.loads(HEADER + lines + "\n").text == TEXT.partition("\n\n")[0]


KOREAN = """\
골짜기 의회는 월요일 아랫강 다리를 오월 말까지 계속 폐쇄하기로 결정했다. 기술자들이 네 개의 교각 \
가운데 두 개에서 금이 간 것을 발견했기 때문이다."""
ARABIC = """\
قرر مجلس الوادي يوم الاثنين أن يبقى الجسر فوق النهر السفلي مغلقا حتى نهاية شهر أيار، بعد أن عثر \
المهندسون على شقوق في اثنتين من دعائمه الأربع."""


@pytest.mark.parametrize("text", [KOREAN, ARABIC])
def test_a_paragraph_in_a_script_without_capitals_is_one(text: str) -> None:
    assert normalize.loads(wrapped(text, 76)).text == text


def test_a_headline_above_a_longer_line_stays_a_line() -> None:
    headline = "قرر مجلس الوادي أن يبقى الجسر فوق النهر السفلي مغلقا حتى أيار"
    assert joined(f"{headline}\n{ARABIC[:95]}.\n") == f"{headline}\n{ARABIC[:95]}.\n"


def test_a_hand_wraps_less_evenly() -> None:
    text = (
        "Mary Penrose said nothing, but took down the oil-can, and went\n"
        "up the hundred and twelve steps as she had gone since she was a child,\n"
        "and lit the lamp.\n\n"
        "The ships went by that night as they did every other, and none of\n"
        "them knew of it.\n"
    )
    first, second = text.split("\n\n")
    read = [" ".join(part.split()) for part in (first, second)]
    assert normalize.loads(text).text == "\n\n".join(read)


def test_a_title_above_a_paragraph_of_two_short_lines_is_the_title() -> None:
    record = normalize.loads(
        "The keeper of the light\n\nThe light had been kept by a Penrose for ninety\n"
        "years, and was never once let out.\n"
    )
    said = "The light had been kept by a Penrose for ninety years, and was never once let out."
    assert (record.title, record.text) == ("The keeper of the light", said)


def test_bare_bodies_are_read_so_too() -> None:
    assert [block.text for block in normalize.read_body(wrapped(TEXT, 72))] == TEXT.split("\n\n")


def test_spans_name_the_breaks_and_an_edit_keeps_them() -> None:
    data = (HEADER + wrapped(TEXT, 72)).encode()
    document = normalize.parse(data)
    edited = document.replace(title="Bridge closed until June").to_bytes()
    assert edited == data.replace(HEADER[:50].encode(), b"Bridge closed until June")


def test_a_date_across_a_break_is_found() -> None:
    text = TEXT.replace("in 1931", "on 3 May 1931")
    dates = {
        date.value
        for width in range(60, 80)
        for date in normalize.loads(HEADER + wrapped(text, width)).dates
    }
    assert dates == {"2025-11-02T20:43", "1931-05-03"}


@pytest.mark.parametrize(
    "text",
    [
        # Headlines of a list, items with marks, verse, rows, code, a byline, a text of one line.
        "Storm closes the harbour for a second day\nCouncil votes on the new school\n"
        "Ten questions about the water price\nFarmers ask for help after the hail\n",
        "- A first item of the list which is as long as the others\n"
        "- a second item of the list which is as long as the first\n"
        "- a third item of the list, which is as long as the first\n",
        "The hills are grey, the river slow,\nand over them the herons go\n"
        "to where the reeds stand in a row\nand nobody will ever know.\n",
        "2025-11-02 20:43:01 INFO read of file a.txt took 12 ms here\n"
        "2025-11-02 20:43:02 INFO read of file b.txt took 14 ms here\n"
        "2025-11-02 20:43:03 INFO read of file c.txt took 13 ms here\n",
        "Bridge over the lower river stays closed until the month of May\nBy Anna Holt\n",
        f"{TEXT}\n",
        TEXT.replace(". ", ".\n"),
        "今日の会議では、川の下流にかかる橋を五月末まで閉鎖することが決まった\n"
        "という。市長は「遅れるほうがよい」と述べ、住民に理解を求めたという話だ\n"
        "った。新しい橋には約十二億円がかかり、県は国に三分の二の負担を求めてい\n",
        "<title>love and peace of the valley and of its people</title>\n"
        "<link>http://news.example/the-valley-and-its-people</link>\n"
        "<description>what is said of the valley there</description>\n",
        "",
    ],
)
def test_other_lines_stay_lines(text: str) -> None:
    assert joined(text) == text


def test_a_long_text_is_read_so_too() -> None:
    said = (f"Item {i} was read. {TEXT}".replace("\n\n", f"\n\nOf {i}: ") for i in range(400))
    text = "\n\n".join(said)
    assert normalize.loads(wrapped(text, 72)).text == text
