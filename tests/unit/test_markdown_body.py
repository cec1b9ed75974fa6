"""What the reader of Markdown makes of each construct."""

import subprocess
import sys

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
        ("", []),
        ("\n \n\t\n", []),
        ("One.\n\nTwo.\n", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("wrapped\nover lines\n", [("paragraph", "wrapped over lines")]),
        ("hard  \nbreak\\\nagain", [("paragraph", "hard\nbreak\nagain")]),
        ("\u3000\u3000first\xa0 second", [("paragraph", "first second")]),
        ("# One\n## Two ##\n### Three #x", [("heading", t) for t in ("One", "Two", "Three #x")]),
        ("#hashtag\n\n##glued", [("paragraph", "#hashtag"), ("heading", "glued")]),
        ("## Name {#id .class}\n", [("heading", "Name")]),
        (
            "Title\n=====\nLower\n-----\ntext",
            [("heading", "Title"), ("heading", "Lower"), ("paragraph", "text")],
        ),
        ("> a\nb\n>\n> c\n\nd", [("quote", "a b\nc"), ("paragraph", "d")]),
        ("> # a\n> - b\n> - c", [("quote", "a\nb\nc")]),
        ("> a\n\n> b", [("quote", "a"), ("quote", "b")]),
        ("    code\n\n      more\n\ntext", [("code", "code\n\n  more"), ("paragraph", "text")]),
        ("\tcode\n \t x", [("code", "code\n x")]),
        ("```py\na\n\n  b\n```\n", [("code", "a\n\n  b")]),
        ("~~~~\n```\n~~~\n~~~~~\nafter", [("code", "```\n~~~"), ("paragraph", "after")]),
        ("```\nnever closed", [("code", "never closed")]),
        ("```\n\n```\n", []),
        ("a\n***\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("term\n: meaning", [("paragraph", "term"), ("paragraph", "meaning")]),
        ("The HTML.\n\n*[HTML]: a language", [("paragraph", "The HTML.")]),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- a\n- b\n", ["a", "b"]),
        ("1. a\n2) b\n", ["a"]),
        ("* a\n  - b\n    1. c\n* d", ["a", "b", "c", "d"]),
        ("- a\n\n  second\n- b", ["a\nsecond", "b"]),
        ("- a\n  - b\n\n  back in a", ["a", "b", "back in a"]),
        ("- a\nlazy\n- b", ["a lazy", "b"]),
        ("- [ ] open\n- [x] done", ["open", "done"]),
        ("- # heading\n- > quote", ["heading", "quote"]),
        ("-\n  late\n-\n- b", ["late", "b"]),
        ("- a\n  <!-- between -->\n  b\n- c", ["a\nb", "c"]),
    ],
)
def test_items_of_the_first_list(text: str, items: list[str]) -> None:
    first = read(text)[0]
    assert first.type == "list"
    assert first.items == items
    assert first.text == "\n".join(items)


def test_another_mark_starts_another_list() -> None:
    assert [p.items for p in read("- a\n- b\n* c\n1. d\n2. e\n\ntext\n\n2. f")] == [
        ["a", "b"],
        ["c"],
        ["d", "e"],
        None,
        ["f"],
    ]


def test_code_and_tables_part_a_list() -> None:
    text = "1. a\n\n   ```\n   x\n     y\n   ```\n\n   b\n2. c\n\n   |h|\n   |-|\n   |v|"
    assert shape(text) == [
        ("list", "a"),
        ("code", "x\n  y"),
        ("list", "b\nc"),
        ("table", "h\nv"),
    ]


def test_a_number_other_than_one_does_not_end_a_paragraph() -> None:
    assert shape("born in\n1986. Then") == [("paragraph", "born in 1986. Then")]
    assert shape("list:\n1. one") == [("paragraph", "list:"), ("list", "one")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a|b\n-|-\nc|d", [["a", "b"], ["c", "d"]]),
        (
            "| a | b |\n|:--|--:|\n| c\\|d | `e\\|f` |\n| | x |",
            [["a", "b"], ["c|d", "e|f"], ["", "x"]],
        ),
        ("|a|\n|-|\n|b<br>c|\n|**d**|", [["a"], ["b c"], ["d"]]),
    ],
)
def test_rows_of_a_table(text: str, rows: list[list[str]]) -> None:
    table = only(text)
    assert table.rows == rows
    assert table.text == "\n".join("\t".join(row) for row in rows)


def test_a_table_begins_below_a_paragraph_and_ends_at_a_blank_line() -> None:
    text = "before\na|b\n-|-\nc|d\n\nafter|x"
    assert shape(text) == [
        ("paragraph", "before"),
        ("table", "a\tb\nc\td"),
        ("paragraph", "after|x"),
    ]


def test_no_table_where_the_delimiters_do_not_match_the_header() -> None:
    assert shape("a|b|c\n-|-\nd") == [("paragraph", "a|b|c -|- d")]


def test_footnotes_are_paragraphs_at_their_place() -> None:
    text = "a[^n]\n\n[^n]: first\n\n    second\n\nb"
    assert [t for _, t in shape(text)] == ["a", "first", "second", "b"]
    assert spelled(text, read(text)[1]) == ["first"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{% highlight ruby linenos %}\na {{ b }}\n{% endhighlight %}\nc",
            [("code", "a {{ b }}"), ("paragraph", "c")],
        ),
        (
            "x\n{% highlight html %}{% raw %}\n<a>\n{% endraw %}{% endhighlight %}",
            [("paragraph", "x"), ("code", "<a>")],
        ),
        ("{% codeblock lang:js %}\n\n  a\n{% endcodeblock %}", [("code", "\n  a")]),
        ("{{< highlight go >}}\na\n{{< /highlight >}}", [("code", "a")]),
        ("{% comment %}\nhidden\n\n# too\n{% endcomment %}\nshown", [("paragraph", "shown")]),
        ("{% highlight x %}\n*never* closed", [("paragraph", "never closed")]),
        ("- a\n{% endfor %}\ntext", [("list", "a"), ("paragraph", "text")]),
        ('a\n{{< figure\n  src="b.jpg"\n>}}\n> c', [("paragraph", "a"), ("quote", "c")]),
        ('{% include figure.html\n  url="b.jpg" %}\nc', [("paragraph", "c")]),
        (
            "\nimport A from '../a.js'\nimport {\n  B,\n} from \"b\";\nimport 'c.css'\n\ntext",
            [("paragraph", "text")],
        ),
        ("import A from the store", [("paragraph", "import A from the store")]),
        ("import 'a'b", [("paragraph", "import 'a'b")]),
        (
            "import Note from 'n'\n\n<Note type=\"tip\">\n**a** b\n</Note>\n\nc",
            [("paragraph", "a b"), ("paragraph", "c")],
        ),
        ("import 'n'\n<CENTER>\n**a** b\n</CENTER>", [("paragraph", "**a** b")]),
        ("<Note>\n**a** b\n</Note>", [("paragraph", "**a** b")]),
        ("{{< figure\n\n>}} a", [("paragraph", "{{< figure"), ("quote", "}} a")]),
        ("```\n{% if x %}\n```", [("code", "{% if x %}")]),
        ("* TOC\n{:toc}\n\ntext", [("paragraph", "text")]),
        ("[TOC]\n\n[[_TOC_]]\n\ntext\n{: .note}", [("paragraph", "text")]),
        ("a\n\n<!-- more -->\n\n<!--more-->\nb", [("paragraph", "a"), ("paragraph", "b")]),
    ],
)
def test_marks_of_site_makers(text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(text) == expected


def test_raw_html_goes_to_the_reader_of_html() -> None:
    text = '*a*\n\n<div class="x"><p>b &amp; c {% d %}</p>\n<p>e</p></div>\n\nf'
    assert shape(text) == [("paragraph", t) for t in ("a", "b & c", "e", "f")]
    assert [spelled(text, p) for p in read(text)] == [["a"], ["b &amp; c"], ["e"], ["f"]]


def test_raw_html_in_a_quote_is_read_without_the_marks_of_the_quote() -> None:
    text = "> <div>\n> a\n> <b>b</b>\n> </div>\n\n![x](y)"
    passages = read(text)
    assert [(p.type, p.text) for p in passages] == [("paragraph", "a b"), ("image", "x")]
    assert "".join("".join(spelled(text, passages[0])).split()) == "ab"


def test_pieces_leave_the_markup_out() -> None:
    text = "> 1. **a** [b](c) `d`\\*&lt;\n>    e  \n>    f"
    assert spelled(text, only(text)) == ["a", " ", "b", " ", "d", "\\*&lt;", "e", "f"]
    text = "| a | *b* |\n|---|---|\n| c | d |"
    assert spelled(text, only(text)) == ["a", "b", "c", "d"]
    text = "## a ##\n\n    b\n\n~~~\nc\n~~~"
    assert [spelled(text, p) for p in read(text)] == [["a"], ["b"], ["c"]]


def test_spans_index_the_whole_text() -> None:
    text = "---\ntitle: x\n---\n*a* b\n\n- c\n---\nleft *out*"
    start, end = text.index("*a*"), text.index("---\nleft")
    passages = read(text, start, end)
    assert [spelled(text, p) for p in passages] == [["a", " b"], ["c"]]
    assert [(p.start, p.end) for p in passages] == [(17, 22), (24, 27)]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_do_not_matter(newline: str) -> None:
    text = "# a\n\nb  \nc\n\n- d\n\n  e\n\n```\nf\n\ng\n```\n|h|\n|-|\n|i|\n\n[j]\n===\n\n[j]: k\n"
    as_read = [(p.type, p.text, p.links, p.items, p.rows) for p in read(text)]
    other = text.replace("\n", newline)
    assert [(p.type, p.text, p.links, p.items, p.rows) for p in read(other)] == as_read


_UNITS = "[|![|](|[a](|*a |**|*a_ |`|` `` |> |- |1. |<|<a |<!--|{%|{{ a|&|\\|~~a |www.a|a@b"
_LINES = ("[a]: b\n", "[a]: b '\n", "- a\n", "> a\n\n", "```\n", "{% highlight x %}\n", "a\n", "\n")


@pytest.mark.parametrize("unit", [*_UNITS.split("|"), *_LINES, "|", " ", "\t", "\r", "http://a)."])
def test_repeated_marks_end(unit: str) -> None:
    text = "a " + unit * (30_000 // len(unit))
    assert all(p.end <= len(text) for p in read(text))


def test_deep_nesting_ends_in_text() -> None:
    assert only("> " * 40 + "a").text == "> " * 8 + "a"
    assert only("[" * 10_000 + "a" + "](b)" * 10_000).links == [("b", 9_999, 10_000)]
    assert len(read("![" * 10_000 + "a" + "](b)" * 10_000)) == 1


def test_markdown_without_raw_html_does_not_import_the_reader_of_html() -> None:
    code = (
        "import sys; from normalize.bodies.markdown import read\n"
        "read('# a\\n\\n**b** [c](d) <http://e> <!-- f -->\\n\\n<!-- more -->\\n\\n- g\\n')\n"
        "sys.exit('normalize.bodies.html' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("> [!NOTE]\n> Read this.", [("quote", "Read this.")]),
        ("> [!TIP]\n\nb", [("paragraph", "b")]),
        ("a [x][t].[^1]\n\n[^1]: b\n[t]: /u", [("paragraph", "a x."), ("paragraph", "b")]),
        ("::: tip\na\n:::\n\nb", [("paragraph", "a"), ("paragraph", "b")]),
        ("::: {.note #x}\na\n:::", [("paragraph", "a")]),
        ("![x](1.jpg)\n*The bridge.*", [("image", "x"), ("caption", "The bridge.")]),
        ("![x](1.jpg)\n\n*The bridge.*", [("image", "x"), ("paragraph", "The bridge.")]),
        ("git clone <repo url> <path>", [("paragraph", "git clone <repo url> <path>")]),
        ("<branch name>\n\na <b>c</b>", [("paragraph", "<branch name>"), ("paragraph", "a c")]),
        ("a <Tab>b</Tab> <my-tag> <path/>", [("paragraph", "a b")]),
    ],
)
def test_alerts_fences_of_colons_captions_and_placeholders(
    source: str, expected: list[tuple[str, str]]
) -> None:
    assert [(passage.type, passage.text) for passage in read(source)] == expected


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ("a\n\n<iframe src=/v></iframe>\n\nb", [[("/v", 1, 1)], []]),
        ('a <iframe src="/v"></iframe> b', [[("/v", 2, 2)]]),
        ("<iframe src=/v></iframe>\n\na", [[]]),
    ],
)
def test_frames_are_links_of_the_text_before_them(
    source: str, links: list[list[tuple[str, int, int]]]
) -> None:
    assert [passage.links for passage in read(source)] == links
