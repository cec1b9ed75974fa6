"""What the reader of Markdown makes of what stands in a paragraph."""

import pytest

from normalize.bodies.markdown import read
from normalize.passage import Passage


def shape(text: str) -> list[tuple[str, str]]:
    return [(passage.type, passage.text) for passage in read(text)]


def only(text: str) -> Passage:
    (passage,) = read(text)
    return passage


def spelled(text: str, passage: Passage) -> list[str]:
    return [text[start:end] for start, end in passage.pieces]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**strong** and _em_", "strong and em"),
        ("***both*** **a *b* c**", "both a b c"),
        ("snake_case_word and 2 * 3 * 4", "snake_case_word and 2 * 3 * 4"),
        ("**unclosed and *this", "**unclosed and *this"),
        ("在**“强调”**之后，**注意：**后面", "在“强调”之后，注意：后面"),
        ("~~gone~~ 10~20 30~40", "gone 10~20 30~40"),
        ("`code *x* &amp; \\*` and `` a`b ``", "code *x* &amp; \\* and a`b"),
        ("`never closed *a*", "`never closed a"),
        ("\\*not\\* \\a &copy; &#228;&nbsp;&nosuch; AT&T", "*not* \\a © ä &nosuch; AT&T"),
        ("a <b>c</b> <!-- d --><span x='y'>e</span><br>f", "a c e\nf"),
        ("x<script>var y;</script>z", "xz"),
        ("3 < 4 > 2 <notatag", "3 < 4 > 2 <notatag"),
        ('{{ site.x }}a{% include y.html z="1" %}b{{< figure src=z >}}c', "abc"),
        ("fold ({{{ and }}}) kept", "fold ({{{ and }}}) kept"),
        ("{% raw %}{{ kept }}{% endraw %} `{{ code }}`", "{{ kept }} {{ code }}"),
        ('*red*{: style="color: red"} {:a => 1}', "red {:a => 1}"),
        ("a[^1] b[^2]\n\n[^1]: note", "a b[^2]"),
    ],
)
def test_inline_text(text: str, expected: str) -> None:
    assert read(text)[0].text == expected


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ('see [a *b*](http://x.y/z "title").', [("http://x.y/z", 4, 7)]),
        ("[a](b(c)d) [e](<f g>) [h]()", [("b(c)d", 0, 1), ("f g", 2, 3), ("", 4, 5)]),
        ("[a](\\(b&amp;c)", [("(b&c", 0, 1)]),
        (
            "[a]({{ site.url }}/b) [c]({% link d.md %})",
            [("{{ site.url }}/b", 0, 1), ("{% link d.md %}", 2, 3)],
        ),
        (
            "[a][B] [b][] [b]\n\n[b]: /u 'title'\n[b]: /second",
            [("/u", 0, 1), ("/u", 2, 3), ("/u", 4, 5)],
        ),
        ("[outer [inner](/i)](/o)", [("/i", 7, 12)]),
        (
            "<http://x.y/?a=1&amp;b> <me@x.y>",
            [("http://x.y/?a=1&b", 0, 17), ("mailto:me@x.y", 18, 24)],
        ),
        (
            "at https://x.y/a_b_c(d). or www.x.y, me@x.y!",
            [
                ("https://x.y/a_b_c(d)", 3, 23),
                ("http://www.x.y", 28, 35),
                ("mailto:me@x.y", 37, 43),
            ],
        ),
        ("见https://x.y/a。然后", [("https://x.y/a", 1, 14)]),
        ("[http://x.y](http://z/)", [("http://z/", 0, 10)]),
        ('<a href="/u?a&amp;b">x <b>y</b></a>', [("/u?a&b", 0, 3)]),
        ("[a] [b](c d) [e][f]", []),
    ],
)
def test_links(text: str, links: list[tuple[str, int, int]]) -> None:
    assert read(text)[0].links == links


def test_links_of_a_list_are_placed_in_its_text() -> None:
    passage = only("- one\n- see [two](/2)\n- [three](/3)")
    assert [(url, passage.text[a:b]) for url, a, b in passage.links] == [
        ("/2", "two"),
        ("/3", "three"),
    ]


def test_link_definitions_are_read_from_a_quote_and_from_below() -> None:
    assert only("> [a]: /u\n\n[a]").links == [("/u", 0, 1)]
    assert shape('[a]: /u\n"never closed\n') == [("paragraph", '"never closed')]
    assert shape("[a]: /u\ntext\n===") == [("heading", "text")]


def test_a_picture_alone_is_an_image() -> None:
    text = "![Tanks *near* Gaza](http://x.y/z.jpg 'title')"
    image = only(text)
    assert (image.type, image.text, image.url) == ("image", "Tanks near Gaza", "http://x.y/z.jpg")
    assert image.url_span is not None
    assert text[slice(*image.url_span)] == "http://x.y/z.jpg"
    assert spelled(text, image) == ["Tanks ", "near", " Gaza"]
    assert (image.start, image.end) == (0, len(text))


def test_pictures_stand_before_the_paragraph_they_open_and_after_others() -> None:
    text = "![a](1) text ![b](2) more [![c](3)](4) [d ![e](5)](6)"
    passages = read(text)
    assert [(p.type, p.text, p.url) for p in passages] == [
        ("image", "a", "1"),
        ("paragraph", "text more d", None),
        ("image", "b", "2"),
        ("image", "c", "3"),
        ("image", "e", "5"),
    ]
    assert [p.links for p in passages] == [[], [("6", 10, 11)], [], [("4", 0, 1)], [("6", 0, 1)]]
    assert [p.start for p in passages] == [0, 8, 13, 27, 42]


def test_the_address_of_a_picture_by_reference_is_where_it_is_defined() -> None:
    text = "![a][b]\n\n[b]: <http://x.y/z>\n"
    image = only(text)
    assert image.url_span is not None
    assert text[slice(*image.url_span)] == image.url == "http://x.y/z"


def test_a_picture_within_the_text_of_a_picture_is_part_of_it() -> None:
    assert [(p.text, p.url, p.links) for p in read("![a ![b](1) [c](2)](3)")] == [
        ("a b c", "3", [])
    ]


def test_a_picture_in_raw_html_within_a_paragraph() -> None:
    text = 'a <img src="x.png" alt="b"> c'
    paragraph, image = read(text)
    assert (paragraph.text, image.url, image.text) == ("a c", "x.png", "b")
    assert image.url_span is not None
    assert text[slice(*image.url_span)] == "x.png"


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("**lead**\n\n**strong**\n\nplain", [{"strong", "lead"}, {"strong"}, set()]),
        ("plain\n\n_all **of** it_\n\n**a** b", [set(), {"strong"}, set()]),
        ("[a](b) [c](d)\n\nx [a](b)", [{"link-only"}, set()]),
        ("a\n\n---\n\nb\n\n***\n![c](d)", [set(), {"after-rule"}, {"after-rule"}]),
    ],
)
def test_hints(text: str, hints: list[set[str]]) -> None:
    assert [set(p.hints) for p in read(text)] == hints
