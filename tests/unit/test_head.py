"""Which line of a page's head is the headline, and what of the line it is."""

import pytest

import normalize

LEAD = (
    "The river rose above the quays in the night, and by the morning three streets of the old "
    "town stood under water, the council said.\n\nPumps were brought from the harbour.\n"
)


def title(text: str) -> str | None:
    return normalize.loads(text).title


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        # a menu above, a stamp below
        ("Home page\nRiver floods three streets of the old town\n2 March 2024, 10:15\n", None),
        # the headline again, below a longer line
        (
            "Supported by the Ministry of Culture, Sports and Digital Affairs of the Country "
            "and by the Fund of the Harbour Towns\nRegion\n"
            "12 March 2024, 10:00\nRiver floods three streets of the old town\n",
            None,
        ),
        # a masthead above, the byline between headline and stamp, the masthead's name below
        (
            "The Quay Times\nWorld | Politics | Sport\n"
            "River floods three streets of the old town\nBy Ann Holt\n"
            "Published: 3 March 2024, 18:05 GMT\n",
            None,
        ),
        ("Title: River floods three streets of the old town\nSource: Harbour Post\n", None),
        ("News - Town - River floods three streets of the old town\nRiver floods three streets "
         "of the old town\n", None),
        ("River floods three streets of the old town | Harbour Post\n", None),
        ("River floods three streets of the old town - Reuters\n", None),
        ("River floods three streets of the old town – harbourpost.com\n", None),
        ("Opinion | River floods three streets of the old town\n", None),
        ("Accessibility links\nBreaking News\nRiver floods three streets of the old town\n", None),
        ("Paper of:\n2 March 2024\nRiver floods three streets of the old town\n", None),
        # a list's items below, one longer than the headline
        ("Rain and wind on Monday\nPrices\n* Orders over 50 are sent free of charge to every town "
         "on the coast\nMore\n", "Rain and wind on Monday"),
        # the subtitle, not the headline, stands above the stamp
        ("River floods three streets of the old town\n‘We have never seen such a thing’\n"
         "March 2, 2024\n", None),
        # a headline that is several sentences, over a stamp without its year
        ("River floods three streets. The mayor is away. They ask why.\n"
         "Updated Mar 2, 9:41 AM; Posted Mar 1, 8:19 PM\nHolt | Harbour Post\n",
         "River floods three streets. The mayor is away. They ask why."),
        # no name is glued on: a bar without blanks, a dash between two halves
        ("Flood|three streets of the old town under water\n",
         "Flood|three streets of the old town under water"),
        ("River floods three streets - and the harbour too\n",
         "River floods three streets - and the harbour too"),
        ("Visits: the mayor left town on Monday (photos)\n",
         "Visits: the mayor left town on Monday (photos)"),
        ("“A flood as in 1953”: three streets under water\n",
         "“A flood as in 1953”: three streets under water"),
    ],
)  # fmt: skip
def test_the_headline_is_told_from_what_stands_around_it(head: str, headline: str | None) -> None:
    assert title(head + LEAD) == (headline or "River floods three streets of the old town")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("《条例》全文发布-城市新闻\n\n原标题:《条例》全文发布\n\n", "《条例》全文发布"),
        ("端传媒 | 三条老街昨夜被河水淹没 居民连夜撤离\n\n", "三条老街昨夜被河水淹没 居民连夜撤离"),
        ("第01版:要闻 PDF版\n\n三条老街昨夜被河水淹没\n\n", "三条老街昨夜被河水淹没"),
        ("标题:三条老街昨夜被河水淹没\n来源:港口日报\n", "三条老街昨夜被河水淹没"),
    ],
)
def test_headlines_of_chinese_pages(text: str, headline: str) -> None:
    lead = "市政府今天表示，河水昨夜漫过码头，到早上老城三条街道已经被淹，消防人员正在抽水。" * 3
    assert title(f"{text}{lead}\n\n{lead}\n") == headline


def test_a_prefix_whose_line_is_a_kicker_leaves_the_headline_to_the_line_below() -> None:
    text = f" date 2024-03-02 The flood\n\nRiver floods three streets of the old town\n\n{LEAD}"
    record = normalize.loads(text)
    assert (record.title, record.published) == (
        "River floods three streets of the old town",
        "2024-03-02",
    )


def test_a_prefix_over_short_lines_has_no_headline() -> None:
    assert title(f" date 2024-03-02 Summary\n\nThe north / the quays\n\nThe rest\n\n{LEAD}") is None


@pytest.mark.parametrize(
    "line",
    [
        # a question as long as a sentence, a quotation of several
        "Are you thinking of leaving your flat in the town for a small wooden house on the coast?",
        "“The town is not well. It is not fit for a flood”, said the mayor of the next town",
        # what a table of contents lists
        "Wooden houses: a brief look",
    ],
)
def test_running_text_behind_a_prefix_is_no_headline(line: str) -> None:
    contents = "Contents\n1 Wooden houses: a brief look\n2 The wind\n"
    record = normalize.loads(f" date 2024-03-02 {line}\n{LEAD}{contents}")
    assert record.title is None
    assert record.text.startswith(line)


@pytest.mark.parametrize(
    "heading",
    ["3 thoughts on “About us”", "Ein Gedanke zu „About us“", "2 réflexions sur « About us »"],
)
def test_a_short_headline_that_the_heading_of_comments_quotes(heading: str) -> None:
    page = f"About us\nThe club in the old mill\n{LEAD}"
    assert title(page) == "The club in the old mill"
    record = normalize.loads(f"{page}{heading}\nAnn Holt\nThere were twelve of them then.\n")
    assert record.title == "About us"
    assert record.text.endswith("harbour.")


def test_a_headline_is_named_by_comments_or_by_none_of_its_page() -> None:
    page = f" date 2024-03-02 Wooden houses on the coast\n{LEAD}"
    other = "2 responses to “Why the coast is full of small houses”\n"
    assert title(page) == "Wooden houses on the coast"
    assert title(f"{page}2 responses to “Wooden houses on the coast”\n") == title(page)
    assert title(f"{page}{other}") is None


@pytest.mark.parametrize(
    "line",
    [
        "Why is nobody thinking of the three streets of the old town?",
        "The town is not well: it is not fit for a flood of this kind",
    ],
)
def test_a_short_question_behind_a_prefix_is_the_headline(line: str) -> None:
    assert title(f" date 2024-03-02 {line}\n{LEAD}") == line


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("The best small boats of March 2024\n", "The best small boats of March 2024"),
        ("Harbour council round-up 12/19/2025\nAnn Holt\n", "Harbour council round-up 12/19/2025"),
        ("Harbour council round-up 12/19/2025\nBy Ann Holt\n",
         "Harbour council round-up 12/19/2025"),
        # a masthead, a label, a weekday's paper
        ("The Old Harbour Times 3 March 2024\nRiver floods three streets of the old town\n",
         "River floods three streets of the old town"),
        ("Originally published in March 2024\nRiver floods three streets of the old town\n",
         "River floods three streets of the old town"),
        ("Old Town, Sunday 3 March 2024\nRiver floods three streets of the old town\n",
         "River floods three streets of the old town"),
    ],
)  # fmt: skip
def test_a_first_line_that_ends_with_a_date(head: str, headline: str) -> None:
    assert title(head + LEAD) == headline


def test_a_sentence_over_the_paragraph_that_begins_with_it_is_no_headline() -> None:
    said = "Nobody was hurt, the damage is small."
    assert title(f"2 March 2024, 10:15\n{said}\n{said} {LEAD}") is None


@pytest.mark.parametrize(
    ("text", "headline", "published"),
    [
        (
            '[속보] 강물 넘쳐 "세 거리 침수" 김철수 기자 구독하기 입력2024.03.02 10:15 글자크기 '
            "밤새 강물이 부두를 넘어 구시가지 세 거리가 물에 잠겼다고 시가 밝혔다. " * 4,
            '[속보] 강물 넘쳐 "세 거리 침수"',
            "2024-03-02T10:15",
        ),
        (
            "河水漫過碼頭 三條老街被淹 中央社 2024年3月2日 河水昨夜漫過碼頭，老城三條街道被淹，"
            + "市政府表示消防人員正在抽水，居民已經撤離。" * 5,
            "河水漫過碼頭 三條老街被淹",
            "2024-03-02",
        ),
        # a date of running text is nobody's stamp
        (
            "河水於2024年3月2日漫過碼頭，老城三條街道被淹，市政府表示消防人員正在抽水。" * 5,
            None,
            None,
        ),
    ],
)
def test_a_page_on_one_line(text: str, headline: str | None, published: str | None) -> None:
    record = normalize.loads(text)
    assert (record.title, record.published) == (headline, published)


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Quay: 12 boats lost in the night storm", "Quay: 12 boats lost in the night storm"),
        ("Tempête : 30 000 foyers sans eau", "Tempête : 30 000 foyers sans eau"),
        ("Views: 1,204", None),
        ("Posted: 12 March 2024", None),
    ],
)
def test_a_number_behind_a_colon_is_a_labels_value_or_begins_what_happened(
    line: str, headline: str | None
) -> None:
    assert title(f"{line}\n\n12 March 2024\n\n{LEAD}") == headline
