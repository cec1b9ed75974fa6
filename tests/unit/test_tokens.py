"""Tokens of HTML: what they are, that they tile the text, and that both tokenizers agree."""

import sys
from html import unescape

import pytest

from normalize import markup
from normalize.bodies import tokens as tokenizer
from normalize.bodies.html_fallback import split_slowly
from normalize.bodies.tokens import Token, tokens, turbo
from normalize.markup import attribute_spans

FRAGMENTS = [
    "",
    "text alone",
    "<p>a<br>b</p>",
    "<p>a &amp; b&nbsp;&#65;&#x42 &bogus; & < 3</p>",
    "<a href=\"/x?a=1&amp;b=2&copy=3\" title='q' hidden data-x=1>l</a>",
    "<P Class=A CLASS=b>upper</P >",
    "a<!-- c -->b<!-->c<!--->d<!-- x --!>e<!x>f<?pi ?>g</ x>h",
    "<!DOCTYPE html><html><body>x</body></html>",
    "<script>if (a < b) '</p>';</script><style>p > a { }</style>after",
    "<textarea><b>&amp;</textarea><title>a<b></title>",
    "<noscript><img src=x><p>y</p></noscript><NOSCRIPT>z</NOSCRIPT >",
    "<iframe src=x><p></iframe><xmp><b></xmp><plaintext></plaintext>",
    "<p>cut <a href='x",
    "cut <p",
    "</>a</>b",
    "line\r\nbreak\r<p\r\nclass='a\r\nb'>x\r\n</p\r\n>",
    "a\0b<p>\0\0</p>",
    "<br/><img src=x/><svg><path d=''/></svg>",
    "undecodable \udc80 <p title='\udcff'>",
    "<p a=''b=\"\"c=d =e>x",
    "<!-- open",
    "<script>open",
]


@pytest.mark.parametrize("text", FRAGMENTS)
def test_tokens_tile_the_text(text: str) -> None:
    found = list(tokens(text))
    assert "".join(text[token.start : token.end] for token in found) == text
    assert [token.start for token in found] == [0, *[token.end for token in found]][: len(found)]
    assert all(token.start < token.end for token in found)


@pytest.mark.parametrize("text", FRAGMENTS)
def test_both_tokenizers_agree(text: str) -> None:
    fast = [(*token[:4], dict(token[4])) for token in turbo()(text, 0, len(text))]
    slow = [(*token[:4], dict(token[4])) for token in split_slowly(text, 0, len(text))]
    assert slow == fast


def test_tokens_are_named_and_placed_in_the_whole_text() -> None:
    text = "head <p class=a>x</p> tail"
    assert list(tokens(text, 5, 21)) == [
        Token("start", "p", 5, 16, [("class", "a")]),
        Token("text", "", 16, 17, ()),
        Token("end", "p", 17, 21, ()),
    ]


def test_attributes_are_resolved_and_the_first_of_a_name_counts() -> None:
    source = "<a HREF=\"/?a&amp;b&copy=1&copy;&ampx\" href=2 hidden title='x&lt'>"
    expected = [("href", "/?a&b&copy=1©&ampx"), ("hidden", ""), ("title", "x<")]
    assert list(next(tokens(source)).attributes) == expected
    assert list(markup.attributes(source, 0, len(source))) == expected


def test_attribute_spans_give_the_values_without_their_quotes() -> None:
    text = "xx<img alt=\"src='no'\" src = 'a.png' data-x=b.png hidden>"
    spans = list(attribute_spans(text, 2, len(text)))
    assert [(name, text[start:end]) for name, start, end in spans] == [
        ("alt", "src='no'"),
        ("src", "a.png"),
        ("data-x", "b.png"),
        ("hidden", ""),
    ]


def test_line_ends_in_attributes_are_folded_as_the_standard_does() -> None:
    assert next(tokens("<p title='a\r\nb\rc'>")).attributes == (("title", "a\nb\nc"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a <b", [("start", "<p>"), ("text", "a "), ("dropped", "<b")]),
        ("a</>b", [("text", "a"), ("dropped", "</>"), ("text", "b")]),
        ("a\0b", [("text", "a"), ("dropped", "\0"), ("text", "b")]),
        ("<xmp>&amp;</xmp>", [("start", "<xmp>"), ("raw", "&amp;"), ("end", "</xmp>")]),
        (
            "<noscript><i>x</i></noscript>",
            [
                ("start", "<noscript>"),
                ("start", "<i>"),
                ("text", "x"),
                ("end", "</i>"),
                ("end", "</noscript>"),
            ],
        ),
        (
            "<svg><![CDATA[a>&amp;b]]>c</svg>",
            [
                ("start", "<svg>"),
                ("dropped", "<![CDATA["),
                ("raw", "a>&amp;b"),
                ("dropped", "]]>"),
                ("text", "c"),
                ("end", "</svg>"),
            ],
        ),
        ("<p><![CDATA[a]]>", [("start", "<p>"), ("comment", "<![CDATA[a]]>")]),
        ("<!doctype html><!-- c -->", [("doctype", "<!doctype html>"), ("comment", "<!-- c -->")]),
    ],
)
def test_what_is_not_plain_markup(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(token.kind, text[token.start : token.end]) for token in tokens(text)] == expected


@pytest.fixture
def without_turbohtml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "turbohtml", None)
    for module, cached in ((markup, markup.unescape), (tokenizer, tokenizer._tokenizer)):
        monkeypatch.setattr(module, cached.__name__, cached.__wrapped__)


@pytest.mark.usefixtures("without_turbohtml")
def test_the_standard_library_stands_in_for_turbohtml() -> None:
    assert [token.kind for token in tokens("<p>a&amp;b</p>")] == ["start", "text", "end"]
    assert markup.unescape()("a&amp;b") == "a&b"
    assert tokenizer._tokenizer() is split_slowly


@pytest.mark.parametrize("text", ["&amp;&nbsp;&notit;&#x80;&#0;&#xD800;&ampx &bogus; &#1; &#;"])
def test_both_ways_to_resolve_references_agree(text: str) -> None:
    assert markup.unescape()(text) == unescape(text)
