"""What holds of every Markdown text: its passages are a selection of it, whatever it is."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from normalize.bodies.markdown import read
from normalize.passage import Passage
from tests.spelling import spells

_MARKS = "*_[]()!<>`\\#->|{}% \n\t~&:=+.1\"'"
_PARTS = [
    "word",
    "中文",
    "é",
    "\n",
    "\n\n",
    "  \n",
    "\u3000",
    "\xa0",
    "![",
    "](",
    "](/u)",
    "[x]",
    "[x]: /u",
]
_PARTS += [
    "[^n]",
    "[^n]: ",
    "http://x.y/",
    "www.x.y",
    "a@b.c",
    "```",
    "~~~\n",
    "---",
    "===",
    "- ",
    "1. ",
]
_PARTS += [
    "> ",
    "    ",
    "# ",
    ": ",
    "**",
    "``",
    "a|b\n",
    "|-|-|\n",
    "- [ ] ",
    "&amp;",
    "&nbsp;",
    "\\\n",
]
_PARTS += [
    "{% raw %}",
    "{% endraw %}",
    "{{ y }}",
    "{: .c}",
    "{% highlight x %}\n",
    "{% endhighlight %}",
]
_TAGS = [
    "<b>",
    "</b>",
    "<a href=x>",
    "</a>",
    "<br>",
    "<!-- ",
    "-->",
    "<img src=x alt=y>",
    "<div>\n",
    "</div>",
]

without_html = st.lists(st.sampled_from([*_MARKS.replace("<", ""), *_PARTS]), max_size=60).map(
    "".join
)
with_html = st.lists(st.sampled_from([*_MARKS, *_PARTS, *_TAGS]), max_size=60).map("".join)
documents = st.one_of(without_html, with_html, st.text(st.sampled_from(_MARKS + "aé中")), st.text())


def said(passages: list[Passage]) -> list[object]:
    return [(p.type, p.text, p.links, p.items, p.rows, p.level, p.url, p.hints) for p in passages]


@given(documents)
def test_pieces_are_sorted_apart_and_within_their_passage(text: str) -> None:
    every = []
    for passage in read(text):
        assert 0 <= passage.start <= passage.end <= len(text)
        place = passage.start
        for start, end in passage.pieces:
            assert place <= start < end <= passage.end
            place = end
        every += passage.pieces
    every.sort()
    assert all(end <= start for (_, end), (start, _) in pairwise(every))


@given(without_html)
def test_passages_are_in_order(text: str) -> None:
    starts = [passage.start for passage in read(text)]
    assert starts == sorted(starts)


@given(documents)
def test_text_is_what_the_pieces_spell(text: str) -> None:
    for passage in read(text):
        raw = "".join(text[start:end] for start, end in passage.pieces)
        assert spells(raw, passage.text), (raw, passage.text)


@given(documents)
def test_items_and_rows_make_the_text_and_links_lie_in_it(text: str) -> None:
    for passage in read(text):
        assert passage.text or passage.type == "image"
        assert passage.items is None or "\n".join(passage.items) == passage.text
        if passage.type == "table" and passage.rows and "<" not in text:
            assert "\n".join("\t".join(row) for row in passage.rows) == passage.text
        assert all(0 <= a <= b <= len(passage.text) for _, a, b in passage.links)


@given(documents.filter(lambda text: "\r" not in text))
def test_line_ends_do_not_matter(text: str) -> None:
    expected = said(read(text))
    assert said(read(text.replace("\n", "\r\n"))) == expected
    assert said(read(text.replace("\n", "\r"))) == expected


@given(documents, st.text(max_size=9), st.text(max_size=9))
def test_what_stands_around_the_markdown_does_not_matter(
    text: str, before: str, after: str
) -> None:
    start, end = len(before), len(before) + len(text)
    alone, within = read(text), read(before + text + after, start, end)
    assert said(within) == said(alone)
    moved = [[(a + start, b + start) for a, b in p.pieces] for p in alone]
    assert [p.pieces for p in within] == moved


@given(st.lists(st.text("abc é中.,", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_plain_paragraphs_are_their_own_text(paragraphs: list[str]) -> None:
    passages = read("\n\n".join(paragraphs))
    assert [p.text for p in passages] == [" ".join(paragraph.split()) for paragraph in paragraphs]
    assert {p.type for p in passages} == {"paragraph"}
