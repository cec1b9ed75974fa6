"""Which date an article bears: each step of the rule, on witnesses and on whole files."""

import pytest

import normalize
from normalize import chronology, dates
from normalize.chronology import Witness
from normalize.record import DateRole

LEAD = "Rain fell in the night, and by the morning the streets of the old town were under water."


def witness(spelled: str, origin: str = "timestamp", role: DateRole = "published") -> Witness:
    """A witness whose literal is the first date that a text spells."""
    found = dates.in_url(spelled) if origin == "url" else dates.scan(spelled)
    return Witness(found[0], spelled, role, origin, 0, len(spelled))


def settled(*witnesses: Witness, language: str | None = None) -> tuple[str | None, str]:
    """The date of publication, and the step that settled its day and month."""
    when = chronology.choose(witnesses, language)
    chosen = when.choices["published"].chosen
    return when.published, chosen.settled if chosen else ""


OPEN = witness("03/04/2024 07:30")
DAY_FIRST = witness("28/03/2024", "related", "mention")
MONTH_FIRST = witness("03/28/2024", "related", "mention")
LABELLED = witness("2024-04-03", "date-prefix")
ADDRESS = witness("https://n.example/2024/04/03/rain", "url")
TEXT = "the text's other dates"
FRENCH = "the convention of its language (fr)"


@pytest.mark.parametrize(
    ("others", "language", "published", "step"),
    [
        # Each step alone.
        ([DAY_FIRST], None, "2024-04-03T07:30", TEXT),
        ([MONTH_FIRST], None, "2024-03-04T07:30", TEXT),
        ([LABELLED], None, "2024-04-03T07:30", "a labelled date"),
        ([ADDRESS], None, "2024-04-03T07:30", "the address"),
        ([], "fr", "2024-04-03T07:30", FRENCH),
        ([], "en-US", "2024-03-04T07:30", "the convention of its language (en-US)"),
        # A stronger step is not outvoted by all that are weaker.
        ([MONTH_FIRST, witness("2024-04-03", "url"), ADDRESS], "fr", "2024-03-04T07:30", TEXT),
        ([witness("2024-03-04", "date-prefix"), ADDRESS], "fr", "2024-03-04T07:30", None),
        ([witness("https://n.example/2024/03/04/", "url")], "fr", "2024-03-04T07:30", None),
        # A step that speaks for both orders tells nothing.
        ([DAY_FIRST, MONTH_FIRST, LABELLED], None, "2024-04-03T07:30", "a labelled date"),
        ([DAY_FIRST, MONTH_FIRST], "fr", "2024-04-03T07:30", FRENCH),
    ],
)
def test_day_and_month_are_settled_by_the_strongest_step_that_tells(
    others: list[Witness], language: str | None, published: str, step: str | None
) -> None:
    value, told = settled(OPEN, *others, language=language)
    assert value == published
    assert step is None or told == step


def test_a_far_prefix_is_a_conflict_where_the_text_proves_another_order() -> None:
    when = chronology.choose([LABELLED, OPEN, MONTH_FIRST], None)
    assert when.published == "2024-04-03"
    assert [problem.code for problem in when.problems] == ["date-conflict"]


def test_the_order_is_one_for_the_whole_document() -> None:
    related = witness("05/04/2024", "related", "mention")
    when = chronology.choose([OPEN, related, ADDRESS], None)
    assert [found.value for found in when.dates] == ["2024-04-03T07:30", "2024-04-05", "2024-04-03"]


@pytest.mark.parametrize("language", [None, "en"])
def test_where_both_readings_survive_there_is_no_date(language: str | None) -> None:
    when = chronology.choose([OPEN], language)
    assert (when.published, when.missing) == (None, "ambiguous")
    assert [found.value for found in when.dates] == ["2024-04-03T07:30", "2024-03-04T07:30"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # The text's other dates, over a prefix that agrees with the other reading.
        (
            f" date 2024-04-03 Rain again in Oslo\n03/04/2024 07:30\n\n{LEAD}\n\n"
            "Related news\nSnow closes the pass\n03/28/2024\nIce on the lake\n03/27/2024\n",
            "2024-04-03",
        ),
        (f" date 2024-04-03 Rain again in Oslo\n03/04/2024 07:30\n\n{LEAD}\n", "2024-04-03T07:30"),
        (
            f"[Rain again](https://n.example/2024/04/03/rain)\n---\n03/04/2024 07:30\n\n{LEAD}\n",
            "2024-04-03T07:30",
        ),
        (
            "Pluie sur la ville\n03/04/2024 07:30\n\nLa pluie est tombée toute la nuit sur la "
            "ville, et les rues du centre étaient sous les eaux au matin.\n",
            "2024-04-03T07:30",
        ),
        (f"Rain again in Oslo\n03/04/2024 07:30\n\n{LEAD}\n", None),
    ],
)
def test_the_steps_hold_for_files(text: str, published: str | None) -> None:
    assert normalize.loads(text).published == published
