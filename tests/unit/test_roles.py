"""What of a flattened page is the article: stamps, tails, captions, leads."""

import pytest

import normalize

LEAD = "Rain fell in the night, and by the morning the streets of the old town were under water."
TITLE = "Bridge closed by the flood"
MORE = "The wardens counted eleven flooded cellars before the rain stopped shortly after nine."


def read(*lines: str) -> normalize.Record:
    return normalize.loads("\n\n".join(lines) + "\n")


@pytest.mark.parametrize(
    "line",
    [
        "Election day: 5 May 2025.",
        "LONDON, March 5 (Reuters) - Cats were seen. They slept.",
        "It rained in the hills on 5 May 2025.",
    ],
)
def test_sentence_with_a_date_is_no_stamp(line: str) -> None:
    record = read("Rain again in Oslo", "2026-01-25 10:00", line, LEAD)
    assert (record.title, record.published) == ("Rain again in Oslo", "2026-01-25T10:00")
    assert record.text.count("\n\n") == 1


def test_heading_opens_the_tail_and_its_items_are_data() -> None:
    record = read(
        "Rain again in Oslo", LEAD, MORE, "Related articles", "Bridge closed", "Sun ahead"
    )
    assert record.text == f"{LEAD}\n\n{MORE}"
    assert [item.title for item in record.related] == ["Bridge closed", "Sun ahead"]


def test_prompt_between_paragraphs_is_one_item_and_the_text_goes_on() -> None:
    record = read("Rain again in Oslo", LEAD, "Read more: Bridge closed", MORE)
    assert record.text == f"{LEAD}\n\n{MORE}"
    assert [(item.title, item.kind) for item in record.related] == [("Bridge closed", "read-more")]


def test_titles_that_stand_twice_are_one_item_with_its_count() -> None:
    item = ("Bridge closed", "Bridge closed", MORE)
    record = read("Rain again in Oslo", LEAD, "Related articles", *item, *item)
    assert [(x.title, x.summary, x.count) for x in record.related] == [("Bridge closed", MORE, 2)]


def test_end_mark_leaves_its_full_stop_and_closes_the_article() -> None:
    record = read("Mưa lớn ở thành phố cổ", f"{LEAD[:-1]}./.", f"{TITLE} Bridge {MORE}")
    assert record.text == LEAD
    assert [(x.title, x.kind) for x in record.related] == [(TITLE, "glued")]


def test_teaser_that_a_later_paragraph_continues_is_the_summary() -> None:
    record = read("Rain again in Oslo", f"{LEAD[:60]}...", MORE, LEAD)
    assert record.summary == f"{LEAD[:60]}..."
    assert record.text == f"{MORE}\n\n{LEAD}"


def test_caption_with_its_credit_leaves_the_text() -> None:
    picture = "![Sea](https://news.example/sea.png)\n\nThe sea (Photo: AP)."
    post = f"---\ntitle: Rain\n---\n{picture}\n\n{LEAD}\n"
    record = normalize.loads(post)
    image = normalize.Image("https://news.example/sea.png", "Sea", "The sea", "AP")
    assert record.images == (image,)
    assert record.text == LEAD


@pytest.mark.parametrize("heading", ["About Ann Holt", "About the Quay Boats Company"])
def test_who_is_presented_below_the_text_is_not_of_it(heading: str) -> None:
    said = (LEAD, MORE, *(f"{MORE[:-1]}, said {name}." for name in ("Holt", "Quay", "Mill")))
    presented = "She writes on boats and bridges, and lives in the old town without a boat."
    assert read(TITLE, *said, heading, presented).text == "\n\n".join(said)
    # with the most of the text below it, it heads a part of the article
    assert presented in read(TITLE, LEAD, heading, presented, *said).text


def test_a_sentence_that_begins_as_such_a_heading_is_of_the_text() -> None:
    about = "About Ann Holt nobody wanted to say anything on Tuesday, in the council or out of it."
    assert read(TITLE, LEAD, about, MORE).text == f"{LEAD}\n\n{about}\n\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law will change in May, the minister said.",
        "Advertisement spending fell by a tenth in March, the agency said.",
        "Read more books, the minister told the pupils of the school.",
    ],
)
def test_a_sentence_that_begins_as_a_prompt_does_is_text(line: str) -> None:
    assert read(TITLE, "2026-01-25", LEAD, line, MORE).text == f"{LEAD}\n\n{line}\n\n{MORE}"


@pytest.mark.parametrize("line", ["Advertisement", "Copyright 2026 Harbour Post.", "Read more…"])
def test_a_prompt_alone_is_no_text(line: str) -> None:
    assert read(TITLE, "2026-01-25", LEAD, line, MORE).text == f"{LEAD}\n\n{MORE}"


def test_lines_that_only_their_look_leaves_out_are_told() -> None:
    record = read(
        "Results of Saturday", "2026-01-25", LEAD, "Kent 3-1 Essex", "Leeds 0-0 York", MORE
    )
    assert record.text == f"{LEAD}\n\n{MORE}"
    (found,) = record.problems
    assert (found.code, found.severity) == ("lines-left-out", "info")
    assert found.message.endswith("left out of the text by their look: 2")
