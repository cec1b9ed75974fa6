"""Editing: what each place becomes, where a missing field goes, what is refused or left."""

import unicodedata
from typing import Any

import pytest

import normalize
from normalize import NormalizeError

RAIN = "Rain fell in the night, and by the morning the streets of the old town were under water.\n"
LINK = "[Rain](https://a.example/r)\n------\n"

EDITS: list[tuple[str, dict[str, Any], str]] = [
    # YAML: the quotes stay where they serve, and come where they are needed.
    ("---\ntitle: Rain\n---\n", {"title": "Snow"}, "---\ntitle: Snow\n---\n"),
    ("---\ntitle: Rain\n---\n", {"title": "Snow: it"}, '---\ntitle: "Snow: it"\n---\n'),
    ("---\ntitle: Rain\n---\n", {"title": "1.10"}, '---\ntitle: "1.10"\n---\n'),
    ("---\ntitle: 'Rain'\n---\n", {"title": "It's: snow"}, "---\ntitle: 'It''s: snow'\n---\n"),
    ('---\ntitle: "Rain"\n---\n', {"title": 'a "b" \\'}, '---\ntitle: "a \\"b\\" \\\\"\n---\n'),
    (
        "---\ntitle: >\n  Rain\n  fell\ntags: a\n---\n",
        {"title": "S"},
        "---\ntitle: S\ntags: a\n---\n",
    ),
    ("---\ntitle:\n---\n", {"title": "Snow"}, "---\ntitle: Snow\n---\n"),
    ("---\na: b\n---\n", {"title": "Snow"}, '---\na: b\ntitle: "Snow"\n---\n'),
    ("---\ntags: [a, 'b']\n---\n", {"tags": ("c", "d, e")}, '---\ntags: [c, "d, e"]\n---\n'),
    ("---\ntags:\n  - a\n  - b\n---\n", {"tags": ("c", "d")}, "---\ntags:\n  - c\n  - d\n---\n"),
    ("---\ntags:\n- a\nx: y\n---\n", {"tags": ("c", "d")}, "---\ntags:\n- c\n- d\nx: y\n---\n"),
    ("---\ntags: a b\n---\n", {"tags": ("c", "d")}, "---\ntags: c, d\n---\n"),
    ("---\ncategories: a b\n---\n", {"categories": "c d"}, '---\ncategories: ["c d"]\n---\n'),
    ("---\nauthor: Ada\n---\n", {"authors": ("A", "B")}, '---\nauthor: ["A", "B"]\n---\n'),
    ("---\nlang: en\n---\n", {"language": "pt-br"}, "---\nlang: pt-BR\n---\n"),
    ("---\ndate: 2024-01-02\n---\n", {"published": "2025-01-02"}, "---\ndate: 2025-01-02\n---\n"),
    ("---\nimage: /a.png\n---\n", {"image": "/b c.png"}, "---\nimage: /b c.png\n---\n"),
    # Every place that spells the value: label, blanks and brackets stay.
    (
        f'---\ntitle: " [Oslo] Rain"\n---\n{LINK}',
        {"title": "[Snow]"},
        '---\ntitle: " [Oslo] [Snow]"\n---\n[[Snow]](https://a.example/r)\n------\n',
    ),
    (
        f"---\ntitle: Rain\ndate: 2024-01-02 10:00:00 +0100\n---\n<!--1704186000000-->\n{LINK}",
        {"title": "Snow", "published": "2025-01-02T10:00:00+02:00"},
        "---\ntitle: Snow\ndate: 2025-01-02T10:00:00+02:00\n---\n<!--1735804800000-->\n"
        "[Snow](https://a.example/r)\n------\n",
    ),
    (
        f"<!--1704186000-->\n{LINK}",
        {"url": "https://b.example/"},
        "<!--1704186000-->\n[Rain](https://b.example/)\n------\n",
    ),
    (
        f"<!--1704186000-->\n{LINK}",
        {"published": "2025-01-02T08:00:00Z"},
        f"<!--1735804800-->\n{LINK}",
    ),
    ("<!--1704186000-->\n", {"title": "Snow"}, "<!--1704186000-->\n[Snow]()\n------\n"),
    (
        "<!--1704186000-->\n[](https://a.example/r)\n",
        {"title": "S"},
        "<!--1704186000-->\n[S](https://a.example/r)\n",
    ),
    (
        "---\ntitle: Rain\ntags: &x [a]\nkeywords: *x\n---\n",
        {"tags": ("b",)},
        '---\ntitle: Rain\ntags: ["b"]\nkeywords: ["b"]\n---\n',
    ),
    (
        "---\ntitle: Rain\neditor: &x Bo\nauthor: *x\n---\n",
        {"authors": ("Ada",)},
        "---\ntitle: Rain\neditor: &x Bo\nauthor: Ada\n---\n",
    ),
    (
        "---\ntitle: Rain\nauthors: [&x Bo, *x]\n---\n",
        {"authors": ("Ada",)},
        "---\ntitle: Rain\nauthors: [Ada]\n---\n",
    ),
    # The other layers.
    (
        '+++\ntitle = "Rain"\n[x]\ny = 1\n+++\n',
        {"tags": ("a",)},
        '+++\ntags = ["a"]\ntitle = "Rain"\n[x]\ny = 1\n+++\n',
    ),
    ("+++\ntitle = 'Rain'\n+++\n", {"title": "It's"}, '+++\ntitle = "It\'s"\n+++\n'),
    ("+++\ndate = 2024-01-02\n+++\n", {"published": "2025-01-02"}, "+++\ndate = 2025-01-02\n+++\n"),
    (".. title: Rain\n\n", {"published": "2025-01-02"}, ".. title: Rain\n.. date: 2025-01-02\n\n"),
    (
        '{\n  "title": "Rain",\n  "tags": ["a"]\n}\n',
        {"title": 'S "b"', "tags": ("c", "d"), "published": "2025-01-02"},
        '{\n  "title": "S \\"b\\"",\n  "tags": ["c", "d"],\n  "date": "2025-01-02"\n}\n',
    ),
    ('{"title": "Rain"}\n', {"tags": ("a",)}, '{"title": "Rain", "tags": ["a"]}\n'),
    (
        '"title": "Rain",\n"x": [1]\n;;;\n',
        {"tags": ("a",)},
        '"title": "Rain",\n"x": [1],\n"tags": ["a"]\n;;;\n',
    ),
    (
        "title: Rain\n---\n",
        {"url": "https://a.b/"},
        'title: Rain\ncanonical_url: "https://a.b/"\n---\n',
    ),
    ("Title: Rain\nTags: a, b\n\n", {"tags": ("c", "d")}, "Title: Rain\nTags: c, d\n\n"),
    (" date 2024-01 ", {"published": "2025-01-02T10:00"}, " date 2025-01-02 10:00 "),
    (
        "https://a.example/r\nRain again in Oslo\n\n",
        {"url": "https://b.example/"},
        "https://b.example/\nRain again in Oslo\n\n",
    ),
    (
        "Rain again in Oslo\n\nPublished: 20:43, 02/11/2025\n\n",
        {"published": "2025-12-24T08:00"},
        "Rain again in Oslo\n\nPublished: 2025-12-24 08:00\n\n",
    ),
]


@pytest.mark.parametrize(("header", "changes", "edited"), EDITS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_edit_changes_the_place_and_nothing_else(
    header: str, changes: dict[str, Any], edited: str, newline: str
) -> None:
    before = (header + RAIN).replace("\n", newline).encode()
    after = normalize.parse(before).replace(**changes)
    assert after.to_bytes() == (edited + RAIN).replace("\n", newline).encode()
    assert after.record.problems == ()


def test_title_is_changed_where_it_is_repeated() -> None:
    text = f"Rain again in Oslo\nRain again in Oslo\n\n2024-01-02\n\n{RAIN}"
    after = normalize.parse(text).replace(title="Snow again in Bergen")
    assert after.text == text.replace("Rain again in Oslo", "Snow again in Bergen")
    page = f"---\ntitle: Rain *again*\n---\n# Rain \\*again\\*\n\n{RAIN}"
    after = normalize.parse(page).replace(title="Snow [1]")
    assert after.text == f"---\ntitle: Snow [1]\n---\n# Snow \\[1\\]\n\n{RAIN}"


def test_label_of_a_title_is_the_last_of_the_tags() -> None:
    text = f'---\ntitle: "[Oslo] Rain"\n---\n{LINK}{RAIN}'
    after = normalize.parse(text).replace(tags=("wet", "Bergen"))
    assert after.text == text.replace("Oslo", "Bergen").replace('"\n---', '"\ntags: ["wet"]\n---')


def test_byline_and_picture_of_the_body_are_changed_there() -> None:
    text = f"Rain again in Oslo\n\nBy Ada Holt and Bo Lind\n\n{RAIN}"
    after = normalize.parse(text).replace(authors=("Kim Vik",))
    assert after.text == text.replace("Ada Holt and Bo Lind", "Kim Vik")
    text = f'<p>{RAIN}</p><img alt="Sea" src="a.png?b&amp;c">'
    after = normalize.parse(text).replace(image="d.png?e&f")
    assert after.text == text.replace("a.png?b&amp;c", "d.png?e&amp;f")


def test_author_that_no_header_can_state_gets_a_byline() -> None:
    text = f"Rain again in Oslo\n\n{RAIN}"
    after = normalize.parse(text).replace(authors="Ada Holt")
    assert after.text == f"{text.rstrip()}\n\nBy: Ada Holt\n"


RENDERED = (
    '{"date": "2024-01-02T10:00:00", "date_gmt": "2024-01-02T09:00:00", "tags": [1], '
    '"content": {"rendered": "<h1>Rain \\u0026amp; hail<\\/h1>\\n<p>It \\"rained\\".<\\/p>'
    '\\n<img src=\\"\\/a.png\\">"}, "title": {"rendered": "Rain &amp; hail"}}'
)
PLAIN = '{\r\n\t"title": null,\r\n\t"text": "By \\"Ada\\" Holt\\n\\nRain fell."\r\n}\r\n'


@pytest.mark.parametrize(
    ("text", "changes", "parts"),
    [
        (
            RENDERED,
            {"title": 'Snow "a" < b'},
            {
                '"Rain &amp; hail"': '"Snow \\"a\\" &lt; b"',
                "Rain \\u0026amp; hail": 'Snow \\"a\\" &lt; b',
            },
        ),
        (RENDERED, {"image": "/b&c.png"}, {"\\/a.png": "/b&amp;c.png"}),
        (
            RENDERED,
            {"published": "2025-01-02T12:00:00Z"},
            {"2024-01-02T10:00:00": "2025-01-02T12:00:00", "2024-01-02T09": "2025-01-02T12"},
        ),
        (RENDERED, {"authors": ("Ada", "Bo")}, {'hail"}}': 'hail"}, "authors": ["Ada", "Bo"]}'}),
        (PLAIN, {"title": "Snow"}, {"null": '"Snow"'}),
        (
            '{"title": "", "content_html": "<p>Rain.</p>"}',
            {"title": "Snow"},
            {'"title": ""': '"title": "Snow"'},
        ),
        (PLAIN, {"url": "https://a.b/"}, {'fell."': 'fell.",\r\n\t"url": "https://a.b/"'}),
    ],
)
def test_article_in_json_is_edited_behind_its_escapes(
    text: str, changes: dict[str, Any], parts: dict[str, str]
) -> None:
    after = normalize.parse(text).replace(**changes)
    for old, new in parts.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    assert after.text == text
    assert after.record.format == "json-post"


def test_key_that_stands_there_is_not_given_again() -> None:
    for text in (RENDERED, "---\ntags: {a: b}\n---\n"):
        with pytest.raises(NormalizeError, match="tags stands there already") as caught:
            normalize.parse(text).replace(tags=("a", "b"))
        assert caught.value.code == "not-carried"


def test_change_that_no_header_can_state_gets_a_line_with_its_label() -> None:
    text = f"Rain again in Oslo\n\n2025-12-24 08:00\n\n{RAIN}"
    after = normalize.parse(text).replace(modified="2025-12-25")
    assert after.text == f"{text.rstrip()}\n\nUpdated: 2025-12-25\n"
    assert (after.record.published, after.record.text) == ("2025-12-24T08:00", RAIN.rstrip())
    again = after.replace(modified="2025-12-26T10:00")
    assert again.text == f"{text.rstrip()}\n\nUpdated: 2025-12-26 10:00\n"


def test_date_of_a_related_item_is_not_the_articles() -> None:
    text = f" date 2024-04-09 {RAIN}\nRelated articles\n\nSnow fell in Oslo again\n\n2024-04-09\n"
    before = normalize.parse(text)
    assert [(d.role, d.origin) for d in before.record.dates] == [
        ("published", "date-prefix"),
        ("mention", "related"),
    ]
    after = before.replace(published="2024-05")
    assert after.text == text.replace("date 2024-04-09", "date 2024-05")
    assert [x.published for x in after.record.related] == ["2024-04-09"]


def test_place_that_differed_is_left_with_a_problem() -> None:
    text = (
        f"---\ntitle: Snow\nurl: https://b.example/\n---\n[Rain](https://a.example/r)\n---\n{RAIN}"
    )
    after = normalize.parse(text).replace(title="Hail", url="https://c.example/")
    assert after.text == text.replace("Snow", "Hail").replace("https://b", "https://c")
    assert [p.code for p in after.record.problems] == ["title-conflict", "edit-left", "edit-left"]
    assert after.record.problems[1].message == (
        "line 5, column 2: 'Rain' differed from the title before the edit, and is left"
    )
    assert after.spans["title"] == [(11, 15)]


REFUSED: list[tuple[str, dict[str, Any]]] = [
    (f"<!--1704186000-->\n{LINK}", {"title": "Rain](x"}),
    (f"<!--1704186000-->\n{LINK}", {"url": "https://a.example/a b"}),
    (f"<!--1704186000-->\n{LINK}", {"published": "2025-01-02"}),
    (f"<!--1704186000-->\n{LINK}", {"published": "2025-01-02T10:00:00+02:00"}),
    (f"<!--1704186000-->\n{LINK}", {"tags": ("a",)}),
    (" date 2024-01 ", {"published": "2025-01-02T10:00:00Z"}),
    (" date 2024-01 ", {"url": "https://a.example/"}),
    ("Rain again in Oslo\n\n", {"published": "2025-01-02"}),
    ("Rain again in Oslo\n\n", {"title": "By Ada Holt"}),
    ("Rain again in Oslo\n\n", {"modified": "2025-01-02"}),
    ("Rain again in Oslo\n\n", {"image": "https://a.example/a.png"}),
    ("Title: Rain\nAuthor: Ada\n\n", {"authors": ("A", "B")}),
    ("Title: Rain\n\n", {"title": "a\nb"}),
    ("---\ntitle: Rain\n---\n", {"title": ""}),
    ("---\ntitle: Rain\n---\n", {"title": None}),
    ("---\ntitle: Rain\n---\n", {"published": "yesterday"}),
    ("---\ntitle: Rain\n---\n", {"url": "not an address"}),
    ("---\ntitle: Rain\n---\n", {"tags": (" a",)}),
    ("---\ntitle: Rain\nauthor: &x {name: Bob}\neditor: *x\n---\n", {"authors": ("Bo",)}),
    ("---\ntitle: &x Rain\nseo: {title: *x}\n---\n", {"title": "Snow"}),
    ("---\ntitle: Rain\ntags: [&x a]\nx: [*x]\n---\n", {"tags": ("b",)}),
    (f'---\ntitle: "[Oslo] Rain"\n---\n{LINK}', {"tags": ()}),
    (f'---\ntitle: "[Oslo] Rain"\n---\n{LINK}', {"tags": ("a",), "title": "Snow"}),
]


@pytest.mark.parametrize(("header", "changes"), REFUSED)
def test_value_that_no_place_can_hold_is_refused(header: str, changes: dict[str, Any]) -> None:
    with pytest.raises(NormalizeError) as caught:
        normalize.parse(header + RAIN).replace(**changes)
    assert caught.value.code == "not-carried"


def test_field_that_cannot_be_replaced_is_named() -> None:
    with pytest.raises(
        NormalizeError, match="'text' cannot be replaced; there are title"
    ) as caught:
        normalize.parse(RAIN).replace(text="a")
    assert caught.value.code == "field-unknown"


@pytest.mark.parametrize(
    ("encoding", "old", "new"),
    [
        ("gb18030", "奥斯陆又下雨了", "卑尔根下雪了"),
        ("utf-16", "Rain", "Snow \u2744"),
        ("utf-8-sig", "Rain", "Snø"),
        ("windows-1258", "Mua", "Tuy\u1ebft \u1edf Hà N\u1ed9i"),
    ],
)
def test_edit_is_in_the_encoding_of_the_file(encoding: str, old: str, new: str) -> None:
    codec = "cp1258" if encoding == "windows-1258" else encoding
    data = f"---\ntitle: {old}\n---\n{RAIN}".encode(codec)
    given = None if encoding.startswith("utf") else encoding
    after = normalize.parse(data, encoding=given).replace(title=new)
    assert after.record.title == unicodedata.normalize("NFC", new)
    assert after.to_bytes().endswith(
        f"\n---\n{RAIN}".encode(
            codec.removesuffix("-16") + "-16-le"
            if codec == "utf-16"
            else codec.removesuffix("-sig")
        )
    )
    assert after.decoded.bom == (encoding in ("utf-16", "utf-8-sig"))


def test_letter_that_the_encoding_lacks_is_refused() -> None:
    document = normalize.parse("---\ntitle: Дождь\n---\n".encode("cp1251"), encoding="cp1251")
    with pytest.raises(NormalizeError, match=r"windows-1251.* does not have '雪'"):
        document.replace(title="雪")
