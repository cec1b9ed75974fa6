"""Bylines, credits and datelines: who is named, and what is a sentence all the same."""

import pytest

import normalize
from normalize import bylines, cues, people
from normalize.datelines import opening
from normalize.leads import restates

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
        ("en", "By Ann Holt November 19, 2019, 07:47 PM EST", [("byline", "Ann Holt")]),
        ("en", "By Ann Holt | Updated on 19-Dec-2025", [("byline", "Ann Holt")]),
        ("en", "By Ann Holt | Northwire Media for NW", [("byline", "Ann Holt")]),
        ("en", "Posted by Ann Holt @ 12:00 am", [("byline", "Ann Holt")]),
        ("en", "By Reuters", [("source", "Reuters")]),
        ("en", "By Ann Holt with Reuters", [("byline", "Ann Holt"), ("source", "Reuters")]),
        ("de", "Von Ida Holm mit dpa", [("byline", "Ida Holm"), ("source", "dpa")]),
        ("fr", "Par Ida Holm avec AFP", [("byline", "Ida Holm"), ("source", "AFP")]),
        ("pt", "Por Ana Sol — Recife", [("byline", "Ana Sol")]),
        ("ko", "김하늘 기자 sky@news.example", [("byline", "김하늘")]),
        (
            "ko",
            "\u1100\u1175\u11b7\u1112\u1161 \u1100\u1175\u110c\u1161",
            [("byline", "\u1100\u1175\u11b7\u1112\u1161")],
        ),
        ("ko", "어제 만난 기자", []),
        ("de", "Von Mäusen mit Menschen", []),
        ("es", "Por Ana Sol 27 de agosto 2019", [("byline", "Ana Sol")]),
        ("es", "Por Agencia EFE", [("source", "Agencia EFE")]),
        ("de", "Von Ida Holm publiziert am 30. Juli 2018", [("byline", "Ida Holm")]),
        ("de", "von APA", [("source", "APA")]),
        ("de", "Von Mäusen und Menschen", []),
        ("fr", "Par Ida Holm Ida Holm", [("byline", "Ida Holm")]),
        ("fr", "La place, par Ida Holm• Crédits : Getty", []),
        ("id", "Oleh Humas     Dipublikasikan", []),
        ("ja", "（情報提供元：@kawabe）", [("source", "@kawabe")]),
        ("ja", "原作：川辺 <https://kawabe.example/1>", [("source", "川辺")]),
        ("ru", "Tекст: Ирина Савельева", [("byline", "Ирина Савельева")]),
        ("ru", "Источник: газета «Известия»", [("source", "Известия")]),
        ("ru", 'Источник: Telegram-канал "Мост"', [("source", 'Telegram-канал "Мост"')]),
        ("zh", "记者 张三 李四", [("byline", "张三"), ("byline", "李四")]),
        ("zh", "記者王大同／綜合報導", [("byline", "王大同")]),
        ("zh", "发布时间:2020-09-27  作者:dadiao  浏览:16", [("byline", "dadiao")]),
        ("en", "Horoscope for all of Wednesday, 11/20/19 by Ann Holt", []),
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
        ("vi", "VOV1 - Trời mưa.", None, "VOV1"),
        ("zh", "中央社／ 台北24日電", "台北", "中央社"),
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


def test_byline_behind_the_date_of_a_stamp_is_read() -> None:
    (credit,) = people.credits("October 9, 2018 | by Ida", cues.load("en"), stamp=True)
    assert (credit.kind, credit.name) == ("byline", "Ida")


def test_byline_within_a_stamp_is_read() -> None:
    record = normalize.loads(f"Rain in Oslo again\n\nBy Ida Holm, 5 March 2024, 14:30\n\n{LEAD}\n")
    assert (record.authors, record.published) == (("Ida Holm",), "2024-03-05T14:30")
    assert record.text == LEAD


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (["Ann Holt, news reporter"], ["Ann Holt"]),
        (["Ann Holt @annholt / 2 days"], ["Ann Holt"]),
        (["Ann Holt", "@annholt"], ["Ann Holt"]),
        (["Ann Holt", "News reporter @annholt"], []),
        (["Ann Holt", "Opinion Columnist"], ["Ann Holt"]),
        (["Ann Holt Associated Press", "Published 11:34 PM EST Nov 19, 2019"], ["Ann Holt", "AP"]),
        (["Ann Holt Associated Press", "The flooded bridge"], []),
        (["By", "Ann Holt"], ["Ann Holt"]),
        (["REUTERS"], ["REUTERS"]),
        (["Hong Kong", "Modules & Upstream"], []),
        (["Ann Holt", "5 March 2024"], []),
    ],
)
def test_line_below_the_headline_names_its_author_beside_an_office_or_an_account(
    lines: list[str], named: list[str]
) -> None:
    found = bylines.read(lines, cues.load("en"))
    names = [credit.name for line in found for credit in line.credits]
    assert names == [{"AP": "Associated Press"}.get(name, name) for name in named]


@pytest.mark.parametrize(
    ("end", "outlets", "authors"),
    [
        (" (AFP)", ("AFP",), ()),
        (" (Reporting by Ann Holt; Editing by Bo Lind)", (), ("Ann Holt",)),
        (" PTI", ("PTI",), ()),
        ("\n\nReuters", ("Reuters",), ()),
        ("\n\nBy Ann Holt", (), ("Ann Holt",)),
        ("\n\nRead more at northwire.example ...", ("northwire.example",), ()),
    ],
)
def test_credit_behind_the_last_sentence_leaves_the_text(
    end: str, outlets: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    record = normalize.loads(f"Rain in Oslo again\n\n5 March 2024, 14:30\n\n{LEAD}{end}\n")
    assert (record.credits, record.authors, record.text) == (outlets, authors, LEAD)


def test_last_line_signs_an_article_of_the_vietnamese_press() -> None:
    lead = "Mưa lớn suốt đêm qua khiến nhiều tuyến phố trong khu phố cổ của thành phố bị ngập nặng."
    record = normalize.loads(f"Mưa lớn ở phố núi\n\n20:43, 02/11/2025\n\n{lead}\n\nThu Hà\n")
    assert (record.authors, record.text) == (("Thu Hà",), lead)


def test_byline_of_another_article_below_the_text_is_none_of_this() -> None:
    tail = "Snow in Bergen\n\nA bridge in Voss\n\nBy Bo Lind\n"
    record = normalize.loads(f"Rain in Oslo again\n\nBy Ann Holt\n\n{LEAD}\n\nMost read\n\n{tail}")
    assert record.authors == ("Ann Holt",)


def test_address_alone_behind_a_label_is_the_articles_and_no_text() -> None:
    record = normalize.loads(f"Rain in Oslo again\n\n{LEAD}\n\nSource: https://nw.example/1\n")
    assert (record.url, record.site, record.text) == ("https://nw.example/1", "nw.example", LEAD)


def test_stamp_names_an_outlet_by_its_host() -> None:
    record = normalize.loads(f"nw.example on 2024-03-26 09:08\n\nRain in Oslo again\n\n{LEAD}\n")
    assert (record.credits, record.site) == (("nw.example",), "nw.example")


def test_authors_of_the_header_keep_their_spans() -> None:
    text = f"---\ntitle: Rain\nauthor: Ann Holt\n---\nBy Bo Lind\n\n{LEAD}\n\nBy Ann Holt\n"
    record = normalize.loads(text)
    spans = record.to_dict(ledger=True)["spans"]["authors"]
    assert record.authors == ("Ann Holt",)
    assert [text[a:b] for a, b in spans] == ["Ann Holt", "Ann Holt"]


def test_spans_of_a_dateline_spell_the_place_and_the_agency() -> None:
    text = f"Rain in Oslo again\n\nOSLO (AP) — {LEAD}\n"
    record = normalize.loads(text).to_dict(ledger=True)
    spelled = {key: [text[a:b] for a, b in record["spans"][key]] for key in ("dateline", "credits")}
    assert spelled == {"dateline": ["OSLO"], "credits": ["AP"]}


def test_outlet_before_a_sole_paragraph_makes_no_lead_of_it() -> None:
    record = normalize.loads("Mưa ở phố núi\n\nVOV.VN - Mưa lớn suốt đêm qua ở phố núi.\n")
    assert (record.credits, record.summary) == (("VOV.VN",), None)


def test_lead_is_restated_by_half_of_its_words_and_a_run_of_them() -> None:
    later = "He added that the streets of the old town were under water and by the morning closed."
    assert restates(["Nothing.", later], LEAD)
    assert not restates(["Rain fell in the old town, and the water was in the streets."], LEAD)


@pytest.mark.parametrize(
    ("line", "credit", "site"),
    [
        ("Source: northwire.example", "northwire.example", "northwire.example"),
        ("Source: NorthWire.example", "NorthWire.example", "northwire.example"),
        ("Source: Dr.Smith", "Dr.Smith", None),
    ],
)
def test_an_outlet_named_by_its_host_is_the_site(line: str, credit: str, site: str | None) -> None:
    record = normalize.loads(f"Rain in Oslo again\n\n{LEAD}\n\n{line}\n")
    assert (record.credits, record.site) == ((credit,), site)
