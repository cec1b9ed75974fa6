"""Where a flattened page's article ends, and what breaks it up, by layout alone."""

import pytest

import normalize
from normalize import _layout, layout, line_features
from normalize.cues import load
from normalize.passage import Passage

SAID = (
    "The wardens counted eleven flooded cellars before the rain stopped shortly after nine.",
    "Nobody was hurt, but the ferry to the island stays in the harbour until the wind turns.",
    "The council wants to raise the quay by half a metre, and has asked the county for money.",
    "Old people on the square remember the flood of the winter when the bridge was carried off.",
    "The mill on the other bank has stood dry since then, since its cellar was filled with stones.",
    "On Thursday the engineers measure the piers again, and then they decide about the lorries.",
)
TEASERS = (
    "Ferry stays in the harbour for a third day",
    "The wind does not turn, and the island waits for bread …",
    "School choir sings for the flooded library",
    "Children of the third form sing on Friday in the old mill …",
)


def lines(*texts: str) -> list[Passage]:
    return [Passage("paragraph", 0, len(text), text, [(0, len(text))]) for text in texts]


def kept(*texts: str) -> list[str]:
    reasons = layout.judge(lines(*texts), load("en"))
    return [text for text, reason in zip(texts, reasons, strict=True) if not reason]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_an_article_with_nothing_below_it_is_kept_whole(count: int) -> None:
    assert kept(*SAID[:count]) == list(SAID[:count])


def test_a_text_in_which_no_line_looks_like_an_article_is_kept_whole() -> None:
    for text in ("Hello world\n", "1984. by George Orwell\n"):
        assert normalize.loads(text).text == text.strip()


def test_sentences_left_out_below_a_list_are_told() -> None:
    items = "\n".join(("- Saturday: flour sale", "- Sunday: tours", "- Monday: closed"))
    said = "The miller wants to grind spelt there from the spring, he told this paper."
    text = f"{SAID[0]}\n\n{SAID[1]}\n\nThe programme is this:\n\n{items}\n\n{said}\n"
    record = normalize.loads(f"Mill turns again after sixty years\n\n2026-01-25\n\n{text}")
    (problem,) = record.problems
    assert problem.code == "lines-left-out"
    assert problem.message.endswith("below the end of the article, left out of the text: 1")


def test_titles_that_stand_twice_and_their_teasers_below_the_article_are_not_of_it() -> None:
    ferry, wind, choir, mill = TEASERS
    assert kept(*SAID, ferry, ferry, wind, choir, choir, mill) == list(SAID)


def test_a_short_sentence_between_paragraphs_is_kept() -> None:
    said = (*SAID[:2], "“We wait.”", *SAID[2:])
    assert kept(*said) == list(said)


def test_what_stands_above_an_end_mark_is_kept() -> None:
    texts = (*SAID, f"Next boat at noon {load('en').end_marks[0]}")
    assert kept(*texts, *TEASERS) == list(texts)


def test_a_heading_of_the_page_opens_no_tail_that_the_article_goes_on_below() -> None:
    text = "\n\n".join((*SAID[:2], "Related", "Bridge to be closed on Monday", *SAID[2:])) + "\n"
    record = normalize.loads(f"Bridge closed by the flood\n\n2 March 2024\n\n{text}")
    assert record.text == "\n\n".join(SAID)


@pytest.mark.parametrize(
    ("below", "left"),
    [
        (["Floods Ferries Council Harbour"], []),
        (["More of the harbour", "Pages: 1 2 3"], []),
        (["eleven pumps", "hose", "sand, and a lorry for it"], None),
        (
            [f"{SAID[0]} Nobody knows what the pumps cost, or who is to pay for them in the end"],
            None,
        ),
        (["More of the harbour", "The wind has turned, and the boats go out again."], None),
    ],
)
def test_a_short_open_line_or_two_below_the_last_sentence_are_left_out(
    below: list[str], left: list[str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By these weights every line is of the article.
    monkeypatch.setattr(layout, "BODY", (9.0, *[0.0] * (len(_layout.BODY) - 1)))
    monkeypatch.setattr(layout, "TAIL", (-9.0, *[0.0] * (len(_layout.TAIL) - 1)))
    assert kept(*SAID, *below) == [*SAID, *(below if left is None else left)]


def test_addresses_and_new_words_speak_for_a_line_below_the_end() -> None:
    known = lines(*SAID, SAID[0].replace("nine", "seven"), "Write to the wardens: @quaywardens")
    rows = line_features.features(known, load("en"))
    link, new = (list(line_features.FEATURES).index(name) for name in ("link", "new"))
    assert [row[link] for row in rows] == [False] * 7 + [True]
    assert rows[0][new] == 0.5
    assert rows[5][new] > 0.5 > rows[6][new]
    assert _layout.TAIL[link] > 0 > _layout.BODY[link]
    assert _layout.TAIL[new] > 0 > _layout.BODY[new]


def test_every_feature_has_two_weights() -> None:
    row = line_features.features(lines(*SAID), load("en"))[0]
    assert len(row) == len(line_features.FEATURES) == len(_layout.BODY) == len(_layout.TAIL)


def test_a_rejected_line_says_what_of_its_layout_speaks_against_it() -> None:
    said = [*SAID, *TEASERS]
    reasons = layout.judge(lines(*said), load("en"))
    assert reasons[: len(SAID)] == [""] * len(SAID)
    assert reasons[-1] == layout.BELOW


def test_no_lines_have_no_verdicts() -> None:
    assert layout.judge([], load(None)) == []
