"""Detection explains itself: what claimed which characters, and why the other formats lost."""

import pytest

import normalize
from normalize.formats import FORMATS

PROSE = "Rain fell in the night, and by the morning the streets of the old town were under water.\n"
LINK = "[Rain](https://news.example/1)\n------\n"

# A text as its layers and its body, the layers by name, its format and the kind of its body.
STACKS = [
    (["---\ntitle: Rain\n---\n"], ["front-matter"], "jekyll-post", "markdown"),
    (
        ["---\ntitle: Rain\n---\n", "<!--1712571302000-->\n", LINK],
        ["front-matter", "epoch-comment", "link-title"],
        "jekyll-post",
        "markdown",
    ),
    (["<!--1712571302000-->\n", LINK], ["epoch-comment", "link-title"], "html-comment", "markdown"),
    (["<!--1712571302000-->\n"], ["epoch-comment"], "html-comment", "markdown"),
    ([LINK], ["link-title"], "link-title", "markdown"),
    ([" date 2026-01-25 "], ["date-prefix"], "date-prefix", "text"),
    (
        [" date 2026-01-25 ", "Rain again in Oslo\n"],
        ["date-prefix", "headline"],
        "date-prefix",
        "text",
    ),
    (
        ["Rain again in Oslo\n", "02/11/2025 20:43\n"],
        ["headline", "timestamp"],
        "headline-timestamp",
        "text",
    ),
    (
        ["02/11/2025 20:43\n", "Rain again in Oslo\n"],
        ["timestamp", "headline"],
        "headline-timestamp",
        "text",
    ),
    (["Rain again in Oslo\n"], ["headline"], "headline", "text"),
    ([], [], "prose", "text"),
]
BROKEN = [
    (["---\ntitle: Rain\n"], ["front-matter"], "jekyll-post", "markdown"),
    (["---\ntitle: [Rain\n---\n"], ["front-matter"], "jekyll-post", "markdown"),
    (["<!--NaN-->\n", LINK], ["epoch-comment", "link-title"], "html-comment", "markdown"),
    (
        ["<!--1712571302000-->\n", "[Rain](https://news.example/ 1)\n"],
        ["epoch-comment", "link-title"],
        "html-comment",
        "markdown",
    ),
    ([" date 2026-1-25 "], ["date-prefix"], "date-prefix", "text"),
]


@pytest.mark.parametrize(("parts", "layers", "name", "body"), STACKS + BROKEN)
def test_claims_are_the_layers_with_their_characters(
    parts: list[str], layers: list[str], name: str, body: str
) -> None:
    text = "".join(parts) + PROSE
    found = normalize.detect(text)
    assert (found.format, found.layers) == (name, (*layers, body))
    assert [claim.layer for claim in found.claims] == layers
    assert [text[claim.start : claim.end] for claim in found.claims] == parts
    assert [text.startswith(claim.reason) for claim in found.claims] == [False] * len(layers)
    record = normalize.loads(text)
    assert (record.format, record.layers) == (found.format, found.layers)


@pytest.mark.parametrize(("parts", "layers", "name", "body"), BROKEN)
def test_broken_layer_stays_claimed_and_the_record_says_so(
    parts: list[str], layers: list[str], name: str, body: str
) -> None:
    record = normalize.loads("".join(parts) + PROSE)
    assert [problem.severity for problem in record.problems].count("error") == 1
    assert record.text.startswith("Rain fell")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<p>Rain fell.</p>\n<p>Snow fell.</p>\n", "html"),
        (f"# Rain\n\n- a\n- b\n\n{PROSE}", "markdown"),
        (PROSE, "prose"),
        ("", "prose"),
        (f"---\n{PROSE}", "prose"),
        (b"\x00\x01\x02\x03" * 8, "unknown"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unknown"),
    ],
)
def test_text_without_a_header_is_of_the_kind_of_its_body(text: str | bytes, name: str) -> None:
    found = normalize.detect(text)
    assert (found.format, found.claims) == (name, ())
    assert normalize.loads(text).format == name
    assert normalize.loads(text).title is None


@pytest.mark.parametrize("text", [PROSE, LINK + PROSE, f"---\na: b\n---\n{PROSE}", b"\x00\x01"])
def test_every_other_format_is_a_runner_up_with_its_reason(text: str | bytes) -> None:
    found = normalize.detect(text)
    names = [name for name, _ in found.runners_up]
    assert names == [n for n in dict.fromkeys(row.name for row in FORMATS) if n != found.format]
    assert all(reason for _, reason in found.runners_up)


def test_reasons_name_the_claims_and_the_body() -> None:
    found = normalize.detect(f" date 2026-01-25 {PROSE}")
    assert found.reasons == (
        "date-prefix claims characters 0 to 17: the word `date` and a year",
        "the rest, from character 17 on, looks like text",
    )


def test_runners_up_say_why_they_lost() -> None:
    reasons = dict(normalize.detect(f"Rain again in Oslo\n{PROSE}").runners_up)
    assert reasons["date-prefix"] == "it does not begin with the word `date` and a year"
    assert reasons["prose"] == "headline comes before it and claims the text"
    assert dict(normalize.detect(PROSE).runners_up)["markdown"] == "the body looks like text"
    assert dict(normalize.detect(b"\x00").runners_up)["prose"] == "it is no text"


def test_encoding_that_is_given_decides() -> None:
    text = f"---\ntitle: Rain\n---\n{PROSE}"
    assert normalize.detect(text.encode("utf-16-le"), encoding="utf-16-le").format == "jekyll-post"
