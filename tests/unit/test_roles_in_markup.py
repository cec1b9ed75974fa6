"""What of a body in HTML is the article: what stands beside it, and what only looks so."""

import pytest

import normalize

LEAD = "Rain fell in the night, and by the morning the streets of the old town were under water."
MORE = "The wardens counted eleven flooded cellars before the rain stopped shortly after nine."
HEAD = "[Rain again in Oslo](https://a.test/1)\n------\n\n"


def read(*blocks: str) -> normalize.Record:
    return normalize.loads(HEAD + "".join(blocks))


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "line",
    [
        "5 May 2025",
        "1993年10月，刑满释放；",
        "Read more than this, the <a href=/x>wardens</a> say, and you will believe less of it.",
    ],
)
def test_lines_of_the_text_that_look_like_the_page_stay_in_it(line: str) -> None:
    record = read(paragraphs(LEAD, MORE, line))
    assert record.text.count("\n\n") == 2


@pytest.mark.parametrize("heading", ["About", "1. Contact", "Introduction"])
def test_heading_with_prose_below_it_is_no_menus(heading: str) -> None:
    record = read(paragraphs(LEAD), f"<h2>{heading}</h2>", paragraphs(MORE))
    assert record.text == f"{LEAD}\n\n{heading}\n\n{MORE}"


@pytest.mark.parametrize("below", ["<h2>The cellars</h2>", "<ul><li><a href=#a>One</a></ul>", ""])
def test_heading_of_a_menu_leaves_the_text(below: str) -> None:
    record = read(paragraphs(LEAD), "<h2>Table of contents</h2>", below, paragraphs(MORE))
    assert ("Table of contents" in record.text) == (not below)


def test_stamps_above_the_text_and_those_that_the_markup_names_leave_it() -> None:
    stamp = "<p class=date>6 May 2025</p>"
    record = read(paragraphs("5 May 2025", LEAD, MORE), stamp)
    assert record.text == f"{LEAD}\n\n{MORE}"


def test_title_again_is_the_text_of_a_body_that_says_nothing_else() -> None:
    assert read(paragraphs("Rain again in Oslo")).text == "Rain again in Oslo"
    assert read(paragraphs("Rain again in Oslo", LEAD)).text == LEAD


def test_links_in_small_print_at_the_end_are_no_text() -> None:
    footer = "<p><small>Feed by <a href=https://b.test>Better</a> of <a href=/o>O</a>.</small></p>"
    assert read(paragraphs(LEAD, MORE), footer).text == f"{LEAD}\n\n{MORE}"
    assert "Feed by" in read(paragraphs(LEAD), footer, paragraphs(MORE)).text


def test_lists_of_links_beside_the_article_are_no_text_and_quotes_pulled_from_it_are() -> None:
    links = "<aside><h3>Ferries</h3><ul><li><a href=/2>Ferry to run until spring</a></ul></aside>"
    quote = "<aside><blockquote>We are glad.</blockquote></aside>"
    record = read(paragraphs(LEAD), quote, paragraphs(MORE), links)
    assert record.text == f"{LEAD}\n\nWe are glad.\n\n{MORE}"


def test_questions_of_an_interview_name_nobody() -> None:
    record = read(paragraphs("以下是对教授的专访，他谈到翻译的始末。", "记者：您为什么翻译它？"))
    assert record.authors == ()
    assert record.text.endswith("记者：您为什么翻译它？")


def test_heading_of_the_text_before_a_dash_is_no_dateline() -> None:
    record = read("<p>以独立的公民社会塑造政体<br>—— 评郭于华答卷</p>", paragraphs(LEAD))
    assert record.dateline is None
    assert record.text.startswith("以独立的公民社会塑造政体")


@pytest.mark.parametrize("code", ["x = 1", "share", "# comments"])
def test_code_is_no_word_of_the_page(code: str) -> None:
    record = normalize.loads(f"# Rain again\n\n{LEAD}\n\n{MORE}\n\n```\n{code}\n```\n")
    assert record.text.endswith(f"\n\n{code}")


def test_heading_over_related_items_is_none_of_them() -> None:
    items = "<h2>Related</h2><h3><a href=/1>Snow in Bergen</a></h3><h3><a href=/2>Ice</a></h3>"
    record = read(paragraphs(LEAD, MORE), f"<section class=related>{items}</section>")
    assert [item.title for item in record.related] == ["Snow in Bergen", "Ice"]


def test_short_lines_tell_the_language_where_the_long_ones_do_not() -> None:
    long = "<p>1 + 2 = 3; 4 + 5 = 9; 6 + 7 = 13; 8 + 9 = 17; 10 + 11 = 21</p>"
    assert read(long, paragraphs("大雨下了一整夜", "老城里的商店都关了门")).language == "zh-Hans"


ITEMS = "<ul><li><a href=/a>Storm closes the harbour</a><li><a href=/b>Council votes</a></ul>"


@pytest.mark.parametrize("heading", ["Most viewed", "Related articles", "More on this story"])
def test_links_below_a_heading_of_the_page_are_its_items(heading: str) -> None:
    record = read(paragraphs(LEAD, MORE), f"<h2>{heading}</h2>", ITEMS)
    assert record.text == f"{LEAD}\n\n{MORE}"
    assert [(item.title, item.url) for item in record.related] == [
        ("Storm closes the harbour", "/a"),
        ("Council votes", "/b"),
    ]


def test_the_article_goes_on_below_related_links() -> None:
    record = read(paragraphs(LEAD), "<h3>Related articles</h3>", ITEMS, paragraphs(MORE))
    assert record.text == f"{LEAD}\n\n{MORE}"
    record = read(paragraphs(LEAD), "<h3>Related articles</h3>", ITEMS, "<h2>Why</h2>", ITEMS)
    assert record.text == f"{LEAD}\n\nWhy\n\nStorm closes the harbour\nCouncil votes"


def test_a_list_below_a_heading_of_tags_holds_tags() -> None:
    record = read(paragraphs(LEAD, MORE), "<h4>Topics</h4><ul><li>Rain</li><li>Oslo</li></ul>")
    assert (record.tags, record.text) == (("Rain", "Oslo"), f"{LEAD}\n\n{MORE}")
