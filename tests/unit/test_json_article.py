"""Articles that are one JSON object: their body stands escaped, and every span still spells it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import normalize
from normalize.detection import peel
from normalize.layers.json_string import resolve

RAIN = "Rain fell in the night, and by the morning the streets of the old town were under water."
SNOW = (
    'Snow followed: "the trams stood still", said the mayor of Łódź \N{SNOWFLAKE}\N{GRINNING FACE}.'
)


@given(st.text(max_size=60), st.booleans())
def test_resolved_string_is_that_of_json_and_knows_its_places(said: str, is_ascii: bool) -> None:
    source = json.dumps(said, ensure_ascii=is_ascii).replace("/", "\\/")
    resolved = resolve(source, 1, len(source) - 1)
    whole = json.loads(source)
    assert resolved.text == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in whole)
    places = [resolved.origin(i) for i in range(len(whole) + 1)]
    assert (places[0], places[-1]) == (1, len(source) - 1)
    for i, c in enumerate(whole):
        assert json.loads(f'"{source[places[i] : places[i + 1]]}"') == c


@pytest.mark.parametrize("is_ascii", [True, False], ids=["escaped", "literal"])
@pytest.mark.parametrize(
    ("key", "content"),
    [
        ("content", f"<p>{RAIN}</p>\n<p>{SNOW}</p>\n"),
        ("articleBody", f"{RAIN}\n\n{SNOW}"),
        ("content_html", f"<div><p>{RAIN}<p>{SNOW}</div>"),
    ],
)
def test_body_is_read_behind_its_escapes(key: str, content: str, is_ascii: bool) -> None:
    article = {"headline": "Rain", "datePublished": "2024-04-09", key: content, "id": 7}
    source = json.dumps(article, ensure_ascii=is_ascii)
    document = normalize.parse(source)
    record = document.record
    assert (record.format, record.layers[0]) == ("json-post", "json-article")
    assert (record.title, record.published) == ("Rain", "2024-04-09")
    assert record.text == f"{RAIN}\n\n{SNOW}"
    assert record.extra == {"id": "7"}
    spelled = [json.loads(f'"{source[a:b]}"') for a, b in document.spans["text"]]
    assert spelled == [RAIN, SNOW]
    for block, said in zip(record.blocks, (RAIN, SNOW), strict=True):
        assert said in json.loads(f'"{source[block.start : block.end]}"')
    assert "".join(source[s.start : s.end] for s in document.segments) == source


def test_dates_links_and_pictures_of_the_body_are_placed_in_the_file() -> None:
    content = (
        f'<p>"{RAIN}"</p><p>{RAIN} On 2024-04-08 <a href="https://a.example/é">it</a> snowed.</p>'
    )
    content += '<img src="https://a.example/2024/04/07/é.jpg">'
    source = json.dumps({"title": "Rain", "content": {"rendered": content}, "status": "publish"})
    record = normalize.loads(source)
    assert [d.role for d in record.dates] == ["mention", "mention"]
    for date in record.dates:
        assert date.start is not None
        assert source[date.start : date.end].replace("\\/", "/") == date.literal
    assert [link.url for block in record.blocks for link in block.links] == ["https://a.example/é"]
    assert [image.url for image in record.images] == ["https://a.example/2024/04/07/é.jpg"]


def test_rendered_values_lose_their_markup_and_gmt_is_a_stated_zone() -> None:
    article = {
        "date": "2021-06-03T09:15:00",
        "date_gmt": "2021-06-03T02:15:00",
        "title": {"rendered": "Rain &#038; <em>snow</em>"},
        "content": {"rendered": f"<p>{RAIN}</p>"},
        "excerpt": {"rendered": "<p>It rained.</p>\n"},
        "author": 3,
        "tags": [12],
    }
    record = normalize.loads(json.dumps(article))
    assert (record.title, record.summary) == ("Rain & snow", "It rained.")
    assert (record.published, record.text) == ("2021-06-03T02:15:00Z", RAIN)
    assert [d.literal for d in record.dates] == ["2021-06-03T09:15:00", "2021-06-03T02:15:00"]
    assert (record.authors, record.tags) == ((), ())
    assert record.extra == {"author": "3", "tags": ["12"]}


def test_null_states_nothing() -> None:
    article = {"title": "Rain", "date": None, "author": None, "text": RAIN, "description": None}
    record = normalize.loads(json.dumps(article))
    assert (record.published, record.authors, record.summary) == (None, (), None)
    assert record.missing["published"] == "absent"


def test_escapes_may_spell_what_no_record_holds() -> None:
    source = '{"title": "A\\u030a \\ud800", "text": "' + RAIN + ' A\\u030a \\udc80 end."}'
    record = normalize.loads(source)
    assert (record.title, record.text) == ("Å \ufffd", f"{RAIN} Å \ufffd end.")
    assert normalize.Record.from_json(record.to_json()).text == record.text


def test_article_without_a_title_or_a_text_is_one_all_the_same() -> None:
    record = normalize.loads(json.dumps({"title": None, "maintext": RAIN}))
    assert (record.format, record.title, record.text) == ("json-post", None, RAIN)
    record = normalize.loads(json.dumps({"title": "Rain", "body": "", "text": ""}))
    assert (record.format, record.text, record.extra) == ("json-post", "", {"text": ""})
    assert "body-empty" in [problem.code for problem in record.problems]
    record = normalize.loads(json.dumps({"title": "Rain", "content": "", "text": RAIN}))
    assert (record.text, record.extra) == (RAIN, {"content": ""})


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "Rain"}',
        '{"text": "It rained."}',
        '{"title": "Rain", "text": 7}',
        '{"title": "Rain", "text": "It rained."} and more',
        '{"title": "Rain", "text": "It rained."}\n{"title": "Snow", "text": "It snowed."}',
        '[{"title": "Rain", "text": "It rained."}]',
        '{"title": "Rain", "text": "It rained."',
    ],
)
def test_what_is_not_one_article_in_json_is_no_json_post(text: str) -> None:
    assert peel(text).format.name != "json-post"


def test_an_empty_title_is_spelled_nowhere() -> None:
    document = normalize.parse('{"title": "", "content": "It rained in Oslo."}')
    assert document.record.title is None
    assert "title" not in document.spans
    assert document.replace(title="Rain").record.title == "Rain"
