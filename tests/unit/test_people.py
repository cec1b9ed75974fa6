"""Bylines, credits and datelines: who is named, and what is a sentence all the same."""

import pytest

import normalize
from normalize import cues, people
from normalize.datelines import opening

LEAD = "Rain fell in the night, and by the morning the streets of the old town were under water."


@pytest.mark.parametrize(
    ("language", "line", "named"),
    [
        ("en", "By Ann Holt and Bo Lind", [("byline", "Ann Holt"), ("byline", "Bo Lind")]),
        ("en", "By Ann Holt, Northwire Staff Writer", [("byline", "Ann Holt")]),
        ("en", "(Reporting by Ann Holt; Editing by Bo Lind)", [("byline", "Ann Holt")]),
        ("vi", "Theo Báo Phố Núi", [("source", "Báo Phố Núi")]),
        ("vi", "Tác giả: Phạm Ngọc Diệp", [("byline", "Phạm Ngọc Diệp")]),
        ("zh", "来源：东岭日报 作者：何静", [("source", "东岭日报"), ("byline", "何静")]),
        ("ru", "Автор: Ирина Савельева", [("byline", "Ирина Савельева")]),
        ("en", "By Tuesday, the cats had gone.", []),
        ("en", "By John Doe, the port master said nothing.", []),
        ("vi", "Theo các nguồn tin an ninh, hai bên đã nhượng bộ", []),
    ],
)
def test_line_names_people_and_outlets_or_is_a_sentence(
    language: str, line: str, named: list[tuple[str, str]]
) -> None:
    found = people.credits(line, cues.load(language))
    assert [(c.kind, c.name) for c in found if c.kind != "editor"] == named
    assert all(line[c.start : c.end] == c.name for c in found)


@pytest.mark.parametrize(
    ("language", "text", "place", "outlet"),
    [
        ("en", "WASHINGTON (AP) — Rain fell.", "WASHINGTON", "AP"),
        ("en", "LONDON, March 5 (Reuters) - Rain fell.", "LONDON", "Reuters"),
        ("en", "OSLO — Rain fell.", "OSLO", None),
        ("ru", "МОСКВА, 5 января. /ТАСС/. Прошёл дождь.", "МОСКВА", "ТАСС"),
        ("zh", "新华社北京1月9日电（记者董雪、袁睿）当天有雨。", "北京", "新华社"),
        ("ja", "【ワシントン共同】雨が降った。", "ワシントン", "共同"),
        ("ko", "(서울=연합뉴스) 홍길동 기자 = 비가 왔다.", "서울", "연합뉴스"),
        ("vi", "VOV.VN - Trời mưa.", None, "VOV.VN"),
        ("vi", "(GLO)- Trời mưa.", None, "GLO"),
    ],
)
def test_dateline_or_outlet_opens_the_lead(
    language: str, text: str, place: str | None, outlet: str | None
) -> None:
    found = opening(text, cues.load(language))
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)


@pytest.mark.parametrize("text", ["Rain fell - and fell again.", "It rained (as ever) in Oslo."])
def test_sentence_has_no_opening(text: str) -> None:
    assert opening(text, cues.load("en")) is None


def test_byline_within_a_stamp_is_read() -> None:
    record = normalize.loads(f"Rain in Oslo again\n\nBy Ida Holm, 5 March 2024, 14:30\n\n{LEAD}\n")
    assert (record.authors, record.published) == (("Ida Holm",), "2024-03-05T14:30")
    assert record.text == LEAD
