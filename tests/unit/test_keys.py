"""Keys of front matter: whatever case and marks they are spelled with, and what maps state."""

from pathlib import Path

import pytest

import normalize
from normalize.record import Image, Record

BODY = "Rain fell all night, and nobody in the town slept before it was over.\n"


def post(matter: str) -> Record:
    return normalize.loads(f"---\ntitle: Rain\n{matter}\n---\n{BODY}")


@pytest.mark.parametrize(
    "key", ["pubDate", "pub_date", "pub-date", "PUBDATE", "pubDatetime", "publishedDate"]
)
def test_key_is_one_however_its_words_are_parted(key: str) -> None:
    assert post(f"{key}: 2024-04-09").published == "2024-04-09"


@pytest.mark.parametrize("null", ["~", "null", "Null", "NULL"])
def test_null_states_nothing(null: str) -> None:
    fields = "".join(f"{key}: {null}\n" for key in ("title", "author", "tags", "date"))
    document = normalize.parse(f"---\n{fields}x: {null}\nsource: {null}\n---\n{BODY}")
    record = document.record
    assert (record.title, record.published, record.authors, record.tags) == (None, None, (), ())
    assert record.extra == {"x": null, "source": null}
    assert record.missing["title"] == "absent"
    assert not {"title", "authors", "tags"} & document.spans.keys()
    edited = document.replace(title="null", authors=("~",), tags=("a",))
    fields = f'title: "null"\nauthor: "~"\ntags: a\ndate: {null}\n'
    assert edited.text == f"---\n{fields}x: {null}\nsource: {null}\n---\n{BODY}"


def test_null_within_a_list_or_a_map_states_nothing() -> None:
    record = post("tags: [null, rain, 'null']\nimage: {url: a.png, alt: ~}\nx: [~, {null: ~}]")
    assert record.tags == ("rain", "null")
    assert record.image == Image("a.png")
    assert record.extra == {"x": ["~", {"null": "~"}]}
    assert post("author: {name: null}").authors == ()


@pytest.mark.parametrize("form", ["jekyll-post", "hexo-post", "hugo-post"])
def test_null_in_quotes_is_a_string(form: str) -> None:
    assert normalize.loads("---\ntitle: 'null'\nauthor: \"~\"\n---\n" + BODY).title == "null"
    record = Record(title="null", authors=("~",), tags=("NULL",), text=BODY.strip())
    read = normalize.loads(normalize.dumps(record, form))
    assert (read.title, read.authors, read.tags) == ("null", ("~",), ("NULL",))


def test_null_title_is_a_finding_of_the_gate(tmp_path: Path) -> None:
    path = tmp_path / "null.md"
    path.write_text(f"---\ntitle: ~\n---\n{BODY}", encoding="utf-8")
    assert any("title" in finding.name for finding in normalize.check([path]))


@pytest.mark.parametrize(
    "header",
    [
        "---\ntitle: [a, b]\ndate: [2024-01-01, 2024-02-02]\n---\n",
        "---\nheadline: {en: a}\npubDate:\n- 2024-01-01\n---\n",
        '{"title": ["a", "b"], "date": {"start": "2024-01-01"}}\n\n',
        '+++\ntitle = ["a"]\ndate = [2024-01-01]\n+++\n',
    ],
)
def test_list_or_map_in_the_place_of_a_text_cannot_be_read(header: str) -> None:
    record = normalize.loads(header + BODY)
    assert (record.title, record.published, len(record.extra)) == (None, None, 2)
    assert (record.missing["title"], record.missing["published"]) == ("invalid", "invalid")
    assert [problem.code for problem in record.problems] == ["date-invalid"]


def test_list_beside_what_states_the_field_is_kept_alone() -> None:
    record = post("headline: [a]\ncreated: {by: Ada}\ndate: 2024-04-09")
    assert (record.title, record.published, record.problems) == ("Rain", "2024-04-09", ())
    assert post("date: []").missing["published"] == "absent"


@pytest.mark.parametrize("key", ["modDatetime", "modified_time", "updatedDate", "lastModified"])
def test_keys_of_change(key: str) -> None:
    record = post(f"date: 2024-04-08\n{key}: 2024-04-09")
    assert (record.published, record.modified) == ("2024-04-08", "2024-04-09")


@pytest.mark.parametrize("key", ["canonicalURL", "wordpress_url", "blogger_orig_url"])
def test_keys_of_the_address(key: str) -> None:
    assert post(f"{key}: https://a.test/rain").url == "https://a.test/rain"
    assert post(f"{key}: /rain").extra == {key: "/rain"}


@pytest.mark.parametrize(
    "matter",
    [
        "author:\n  name: Ada Berg\n  url: https://a.test/",
        "author:\n  display_name: Ada Berg\n  login: ada",
        "author: {name: Ada Berg}",
        "authors:\n  - name: Ada Berg\n    mail: ada@a.test",
    ],
)
def test_map_names_a_person(matter: str) -> None:
    document = normalize.parse(f"---\ntitle: Rain\n{matter}\n---\n{BODY}")
    assert document.record.authors == ("Ada Berg",)
    assert "Ada Berg" in document.text[slice(*document.spans["authors"][0])]
    edited = document.replace(authors=("Bo Lind",))
    assert normalize.loads(edited.to_bytes()).authors == ("Bo Lind",)


@pytest.mark.parametrize(
    ("spelled", "names"),
    [
        ("Ada Berg <ada@a.test>", ("Ada Berg",)),
        ("ada@a.test (Ada Berg)", ("Ada Berg",)),
        ("Ada(ada@a.test)", ("Ada",)),
        ("[Ada Berg <ada@a.test>, Bo (Lind)]", ("Ada Berg", "Bo (Lind)")),
        ("ada@a.test", ("ada@a.test",)),
        ("<ada@a.test>", ("<ada@a.test>",)),
    ],
)
def test_address_of_mail_is_no_part_of_a_name(spelled: str, names: tuple[str, ...]) -> None:
    record = post(f"author: {spelled}")
    assert record.authors == names
    assert normalize.loads(normalize.dumps(record, "jekyll-post")).authors == names


def test_name_with_an_address_of_mail_stands_in_no_header() -> None:
    written = normalize.dumps(Record(title="Rain", authors=("Ada <a@a.test>",)), "jekyll-post")
    assert normalize.loads(written).authors == ("Ada <a@a.test>",)


def test_map_without_a_name_is_kept() -> None:
    assert post("author: {login: ada}").extra == {"author": {"login": "ada"}}


@pytest.mark.parametrize("key", ["url", "src", "image", "path"])
def test_map_states_a_picture(key: str) -> None:
    text = f"---\ntitle: Rain\ncover:\n  {key}: /rain.jpg\n  alt: The gauge\n---\n{BODY}"
    document = normalize.parse(text)
    assert document.record.image == Image("/rain.jpg", "The gauge")
    edited = document.replace(image="/snow.jpg")
    image = normalize.loads(edited.to_bytes()).image
    assert image is not None
    assert image.url == "/snow.jpg"


@pytest.mark.parametrize("value", ["false", "True", "no", "null", "~", "{relative: true}"])
def test_a_word_that_says_there_is_none_is_no_picture(value: str) -> None:
    record = post(f"cover: {value}")
    assert record.image is None
    assert "cover" in record.extra


@pytest.mark.parametrize(
    ("value", "published", "precision"),
    [
        ("2021", "2021", "year"),
        ("'2021'", "2021", "year"),
        ("1614834367", "2021-03-04T05:06:07Z", "second"),
        ("1614834367120", "2021-03-04T05:06:07.12Z", "fraction"),
        ("20210304", "2021-03-04", "day"),
        ("2021-03-04 05:06:07 + 0100", "2021-03-04T05:06:07+01:00", "second"),
        ("0000000000", None, None),
        ("9999", None, None),
    ],
)
def test_digits_alone_date_an_article(
    value: str, published: str | None, precision: str | None
) -> None:
    record = post(f"date: {value}")
    assert (record.published, record.published_precision) == (published, precision)
    assert record.missing.get("published") == (None if published else "invalid")
