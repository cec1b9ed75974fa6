"""Tags of the body: behind a label, below one, in links; and what is no tag."""

import pytest

import normalize

LEAD = "Rain fell in the night, and by the morning the streets of the old town were under water."


def page(*lines: str) -> str:
    return "\n\n".join(["Rain in Oslo again", "5 March 2024, 14:30", LEAD, *lines]) + "\n"


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (["Tags: rain, Old Town, Oslo"], ("rain", "Old Town", "Oslo")),
        (["Tags: rain | Old Town | Oslo"], ("rain", "Old Town", "Oslo")),
        (["Tags: #rain #oldtown"], ("rain", "oldtown")),
        (["Tagged as: rain · Old Town"], ("rain", "Old Town")),
        (["Tags: Oslo"], ("Oslo",)),
        (["Filed under: rain, Oslo | 10 Comments"], ("rain", "Oslo")),
        (["Topics:", "• rain", "• Old Town", "A bridge in Voss"], ("rain", "Old Town")),
        (["Tags", "Oslo", "Old Town", "Most read", "Snow in Bergen"], ("Oslo", "Old Town")),
        (["Tags", "rain, Old Town", "Ann Holt"], ("rain", "Old Town")),
        (["Tags: rain Oslo bridge river water flood"], ()),
    ],
)
def test_tags_of_a_flattened_page_leave_its_text(lines: list[str], tags: tuple[str, ...]) -> None:
    text = page(*lines)
    record = normalize.loads(text)
    spans = record.to_dict(ledger=True)["spans"].get("tags", [])
    assert record.tags == tags
    assert tuple(text[a:b] for a, b in spans) == tags
    assert record.text.split("\n\n")[0] == LEAD
    assert not any(tag in record.text.split("\n\n")[1:] for tag in tags)


@pytest.mark.parametrize(
    "line",
    [
        "Tags on the old coats were cut off by the water, said one who had seen them in the shop.",
        "Categories: news (74), games (5), film (19)",
    ],
)
def test_sentence_or_cloud_of_a_site_has_no_tags(line: str) -> None:
    assert normalize.loads(page(line)).tags == ()


def test_tags_of_front_matter_come_before_those_of_the_body() -> None:
    record = normalize.loads(f"---\ntitle: Rain\ntags: [rain]\n---\n{LEAD}\n\nTags: Oslo, rain\n")
    assert (record.tags, record.text) == (("rain", "Oslo"), LEAD)


def test_links_that_the_markup_calls_tags_are_tags() -> None:
    links = '<a rel="tag" href="/r">rain</a> <a rel="tag" href="/o">Old Town</a>'
    record = normalize.loads(f"<p>{LEAD}</p><p>{LEAD} More fell.</p><p>{links}</p>")
    assert record.tags == ("rain", "Old Town")
    assert record.text.endswith("More fell.")
