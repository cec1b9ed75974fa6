"""What holds of every HTML body: tiling, selection, and two ways that agree."""

from collections.abc import Iterator
from html import escape, unescape
from itertools import pairwise

from attrs import asdict
from hypothesis import given
from hypothesis import strategies as st

from normalize.bodies.html import nests, read
from normalize.bodies.html_fallback import split_slowly
from normalize.bodies.html_folding import fold
from normalize.bodies.html_nesting import nest
from normalize.bodies.html_tree import mend
from normalize.bodies.tokens import split, tokens, turbo
from normalize.passage import Passage

NAMES = """
    p div span b i a em strong ul ol li dl dt dd table tr td th tbody caption blockquote pre h1 h2
    figure figcaption section nav br hr img button label select option ruby rt svg path desc video
    iframe script style template noscript textarea font nobr object footer time form body col
"""
ATTRIBUTES = (
    "",
    " href=/x",
    ' href="https://x.com/intent/post?a&amp;b"',
    " src='i.png' alt='a &amp; b'",
    " class=share",
    " style='display:none'",
    " hidden",
    ' title="a>b" data-x',
)
WORDS = st.sampled_from(
    [
        "x",
        "y z",
        " ",
        "\n",
        "\r\n",
        " w\t",
        "&amp;",
        "&nbsp;",
        "&notit;",
        "ữ",
        "字",
        "<",
        "a<b",
        "é",
    ]
)

tags = st.one_of(
    st.builds(
        "<{}{}{}>".format,
        st.sampled_from(NAMES.split()),
        st.sampled_from(ATTRIBUTES),
        st.sampled_from(["", "", "/"]),
    ),
    st.builds("</{}>".format, st.sampled_from(NAMES.split())),
)
oddities = st.sampled_from(
    [
        "<!-- c -->",
        "<!doctype html>",
        "</>",
        "\0",
        "<![CDATA[x>y]]>",
        "<p",
        "<a href='",
        "<?x?>",
        "\udc80",
    ]
)
soup = st.lists(st.one_of(WORDS, tags, tags, oddities), max_size=25).map("".join)
characters = st.text(alphabet="<>/!-=\"'&;ap \r\n\0[]?é\udc80", max_size=60)


def element(
    name: str, content: st.SearchStrategy[str], attributes: str = ""
) -> st.SearchStrategy[str]:
    return content.map(lambda inside: f"<{name}{attributes}>{inside}</{name}>")


def several(*kinds: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(*kinds), max_size=4).map("".join)


text = WORDS.filter(lambda word: "<" not in word)
plain = several(
    text,
    st.sampled_from(["<br>", "<img src=i.png alt=p>", "<wbr>", "<!-- c -->"]),
    element("b", text),
    element("span", text, " class=author"),
)
inline = several(
    text,
    element("em", plain),
    element("span", plain, " class=date"),
    element("a", plain, " href=/x"),
    element("code", plain),
    element("time", text),
)
paragraphs = st.one_of(
    inline,
    *(element(name, inline) for name in ("p", "p", "h2", "figcaption", "pre", "center")),
    element("p", inline, " class=lead"),
    st.sampled_from(
        ["<hr>", "<iframe src=/v></iframe>", "<script>a<b</script>", "<svg><path d=''/></svg>"]
    ),
)


def containers(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    content = several(inside)
    item = element("li", content)
    row = element("tr", several(element("td", content), element("th", content)))
    return st.one_of(
        *(element(name, content) for name in ("div", "blockquote", "section", "nav", "figure")),
        element("div", content, " class='share-bar'"),
        element("div", content, " style='display:none'"),
        element("ul", several(item)),
        element("ol", several(item)),
        element("table", several(row)),
    )


nested = several(st.recursive(paragraphs, containers, max_leaves=12))


def squash(value: str) -> str:
    return "".join(value.split())


def lawful(source: str, passages: list[Passage]) -> Iterator[tuple[int, int]]:
    """All pieces, once each passage is found to be a selection of its own."""
    for passage in passages:
        place = 0
        for start, end in passage.pieces:
            assert place <= start < end <= len(source)
            place = end
        spelled = "".join(unescape(source[start:end]) for start, end in passage.pieces)
        assert squash(spelled) == squash(passage.text)
        assert 0 <= passage.start <= passage.end <= len(source)
        for _, start, end in passage.links:
            assert 0 <= start <= end <= len(passage.text)
        if passage.items is not None:
            assert passage.text == "\n".join(passage.items)
        if passage.rows is not None:
            assert passage.text == "\n".join("\t".join(row) for row in passage.rows)
        if passage.type not in ("code", "table"):
            assert passage.text == "\n".join(" ".join(x.split()) for x in passage.text.split("\n"))
        yield from passage.pieces


@given(st.one_of(soup, characters))
def test_tokens_tile(source: str) -> None:
    found = list(tokens(source))
    assert "".join(source[token.start : token.end] for token in found) == source
    assert all(one.end == two.start for one, two in pairwise(found))


@given(st.one_of(nested, st.lists(st.one_of(WORDS, tags), max_size=25).map("".join)))
def test_both_tokenizers_agree(source: str) -> None:
    fast = [(*token[:4], dict(token[4])) for token in turbo()(source, 0, len(source))]
    slow = [(*token[:4], dict(token[4])) for token in split_slowly(source, 0, len(source))]
    assert slow == fast


@given(characters)
def test_the_fallback_tiles_and_never_raises(source: str) -> None:
    found = list(split_slowly(source, 0, len(source)))
    assert "".join(source[start:end] for _, _, start, end, _ in found) == source


@given(soup)
def test_passages_are_selections_of_the_source(source: str) -> None:
    pieces = sorted(lawful(source, read(source)))
    assert all(one[1] <= two[0] for one, two in pairwise(pieces))


@given(characters)
def test_nothing_raises(source: str) -> None:
    list(lawful(source, read(source)))


@given(nested)
def test_well_nested_markup_gives_the_same_both_ways(source: str) -> None:
    end = len(source)
    assert nests(source)
    short = fold(nest(split(source, 0, end), source, end), source, 0, end)
    built = fold(mend(split(source, 0, end), source, end), source, 0, end)
    assert [asdict(passage) for passage in built] == [asdict(passage) for passage in short]


@given(nested)
def test_end_tags_that_may_be_left_out_say_nothing(source: str) -> None:
    def seen(body: str) -> list[tuple[str, str]]:
        return [(passage.type, passage.text) for passage in read(body)]

    left_out = source
    for name in ("li", "td", "th", "tr"):
        left_out = left_out.replace(f"</{name}>", "")
    assert seen(left_out) == seen(source)


@given(st.one_of(soup, nested), st.text(max_size=5), st.text(max_size=5))
def test_the_text_around_a_body_is_not_read(source: str, before: str, after: str) -> None:
    whole = before + source + after
    inside = read(whole, len(before), len(before) + len(source))
    moved = [(passage.type, passage.text, passage.links, passage.hints) for passage in inside]
    alone = read(source)
    assert moved == [(p.type, p.text, p.links, p.hints) for p in alone]
    assert [p.start - len(before) for p in inside] == [p.start for p in alone]


@given(nested)
def test_line_ends_do_not_matter(source: str) -> None:
    unix = source.replace("\r\n", "\n")
    one, two = read(unix), read(unix.replace("\n", "\r\n"))
    assert [(p.type, p.text, p.links, p.hints) for p in one] == [
        (p.type, p.text, p.links, p.hints) for p in two
    ]


@given(st.lists(st.text(max_size=20), max_size=6))
def test_text_that_is_escaped_comes_back(lines: list[str]) -> None:
    expected = [" ".join(line.replace("\0", "").split()) for line in lines]
    source = "".join(f"<p>{escape(line)}</p>" for line in lines)
    assert [passage.text for passage in read(source)] == [line for line in expected if line]
