"""Time is linear in the text: adversarial texts, doubled, for every expression and reader."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import normalize
from normalize import _expressions, bodies, cues, dates, detection, grammar
from normalize.bodies import BodyKind
from normalize.cues.words import Words
from tests.growth import assert_linear, repeated

GRAMMARS = sorted(name.lower() for name in vars(_expressions) if name.isupper())


def pumped(specimen: str) -> Iterator[Callable[[int], str]]:
    """Texts that begin as the specimen does and repeat a part of it without end."""
    lines = re.findall(r"[^\n]*\n", specimen)
    for n in range(len(specimen)):
        for tail in (specimen[n + 1 :], "\0"):
            yield repeated(specimen[n], specimen[:n], tail)
    for n, line in enumerate(lines):
        yield repeated(line, "".join(lines[:n]))
        yield repeated(line.strip() or " ", "".join(lines[:n]))


@pytest.mark.parametrize("name", GRAMMARS)
def test_time_of_each_expression_of_a_grammar(name: str) -> None:
    layer = grammar.load(name)
    for rule, source in vars(_expressions)[name.upper()].items():
        expression = re.compile(source)
        for text in pumped(layer.specimen):
            assert_linear(expression.match, text, 20_000)
        assert rule


PEELED = {
    "blanks": (" ", ""),
    "blanks below a headline": (" ", "Rain again in Oslo\n"),
    "blank lines": (" \n", ""),
    "brackets": ("[", ""),
    "empty links": ("[](", ""),
    "days": ("1/1/2020 ", ""),
    "bars": ("| ", "Rain\n"),
    "carriage returns": ("\r", "Rain\n"),
    "unclosed front matter": ("a: b\n", "---\n"),
    "flow": ("[", "---\na: "),
    "aliases": ("&a [*a, ", "---\na: "),
    "unclosed quote": ('"', "---\na: "),
    "items": ("- ", "---\na:\n"),
    "maps": ("a: ", "---\n"),
    "digits in a comment": ("1", "<!--"),
    "digits of a prefix": ("1", " date 2020-"),
    "fields": ("a: b\n", "Title: a\n"),
    "TOML": ("a=1\n", "+++\n"),
    "TOML arrays": ("[", "+++\na="),
    "TOML tables": ("[a.b]\n", "+++\n"),
    "TOML dots": ("a.", "+++\n"),
    "JSON arrays": ("[", '{"title":"a","b":'),
    "JSON objects": ('{"a":', '{"title":"a","b":'),
    "JSON escapes": ("\\u0041", '{"title":"a","b":"'),
    "headlines": ("Rain again in Oslo\n", ""),
    "headlines and days": ("Rain again in Oslo\n02/11/2025\n", ""),
    "bylines": ("By Tom Rain\n", "Rain again in Oslo\n"),
    "comments above a page": ("<!-- a -->", ""),
    "open comments above a page": ("<!--", ""),
    "metadata": ("<meta name=date content=2024>", "<head>", "</head>"),
    "metadata never closed": ('<meta name="date" content=\'a', "<head>"),
    "blanks of a tag": (" ", "<head><meta a", "b></head>"),
    "signs of a tag": ("= ", "<head><meta a", "b></head>"),
    "titles of a page": (
        "<title>a | b</title>",
        '<head><meta property="og:site_name" content="a">',
        "</head>",
    ),
    "joints of a title": (" | a", "<head><title>a", "</title></head>"),
    "names of a site": ('<meta property="og:site_name" content="a">', "<head>", "</head>"),
    "pictures of a page": (
        '<meta property="og:image" content="a"><meta property="og:image:alt" content="b">',
        "<head>",
        "</head>",
    ),
    "authors of a page": (
        '<meta name="author" content="a"><meta name="byl" content="b">',
        "<head>",
        "</head>",
    ),
    "titles never closed": ("<title>", "<head>", "</head>"),
    "scripts never closed": ("<script>", "<head>", "</head>"),
    "scripts of linked data": (
        '<script type="application/ld+json">{"a":"</script>',
        "<head><title>a</title>",
        "</head>",
    ),
    "graphs of linked data": (
        '{"@graph":[',
        '<head><title>a</title><script type="application/ld+json">',
        "</script></head>",
    ),
    "articles of linked data": (
        '{"@type":"Article","author":[{"name":"a"}]},',
        '<head><script type="application/ld+json">[',
        "{}]</script></head>",
    ),
    "authors of linked data": (
        '{"name":"a"},',
        '<head><script type="application/ld+json">{"@type":"Article","author":[',
        "{}]}</script></head>",
    ),
    "ages": ("3 hours ago\n", "Rain again in Oslo\n"),
}


@pytest.mark.parametrize("shape", sorted(PEELED))
def test_time_of_peeling(shape: str) -> None:
    assert_linear(detection.peel, repeated(*PEELED[shape]), 40_000)


LANGUAGES = sorted(path.stem for path in Path(cues.__path__[0]).glob("*.toml"))
KINDS = {
    "labels": "labels",
    "prompts": "prompts",
    "agencies": "outlets",
    "picture_credit": "pictures",
    "picture_caption": "pictures",
    "picture_agency": "pictures",
}
OPENINGS = [" ", "\n", "(", "» ", "- ", "© ", "(© ", ": ", ". (", "… "]


@pytest.mark.parametrize("kind", KINDS)
def test_time_of_seeking_each_kind_of_cue(kind: str) -> None:
    for language in LANGUAGES:
        words: Words = getattr(cues.load(language), kind)

        def seek(text: str, words: Words = words) -> None:
            for _ in words.finditer(text):
                pass
            words.match(text)

        file = Path(cues.__path__[0], f"{language}.toml").read_text(encoding="utf-8")
        lists = tomllib.loads(file).get(KINDS[kind], {}).values()
        named = [word for found in lists for word in found]
        for opening in OPENINGS:
            assert_linear(seek, repeated(opening, *named[:1]), 10_000)
        for joint in (" ", ": ", "\n", ""):
            assert_linear(seek, repeated(joint.join(named) or "a", "a"), 10_000)
        for word in named[:3]:
            assert_linear(seek, repeated(word[:-1] or "a", "", word), 10_000)


@pytest.mark.parametrize("unit", OPENINGS)
def test_time_of_comparing_with_a_heading(unit: str) -> None:
    assert_linear(cues.fold, repeated(unit, "a", "b"), 100_000)
    assert_linear(cues.fold, repeated(f"1{unit}", "a"), 100_000)


BODIES: dict[str, tuple[BodyKind, str, str]] = {
    "words": ("text", "word ", ""),
    "short lines": ("text", "a\n", ""),
    "line ends of each kind": ("text", "a\r\n\nb\r", ""),
    "one line": ("text", "a", ""),
    "marks": ("text", "e\u0301\u0323", ""),
    "NULs": ("text", "\0", ""),
    "undecodable bytes": ("text", "\udc80", ""),
    "open angles": ("html", "<", "<p>"),
    "open paragraphs": ("html", "<p>", ""),
    "open divisions": ("html", "<div>", ""),
    "open links": ("html", "<a href=x>", ""),
    "crossed": ("html", "<b><i></b></i>", "<p>"),
    "crossed blocks": ("html", "<b><p></b>", ""),
    "crossed paragraphs": ("html", "<p><b>x</p></b>", ""),
    "cells": ("html", "<td>a", "<table><tr>"),
    "nested lists with a text": ("html", "<ul><li>a", ""),
    "ends of nothing": ("html", "<p></div>", "<div>"),
    "comments": ("html", "<!--", "<p>"),
    "unclosed attribute": ("html", '<p a="', ""),
    "attributes": ("html", " a=b", "<p"),
    "references": ("html", "&amp;", "<p>"),
    "ampersands": ("html", "&", "<p>"),
    "tables": ("html", "<table><tr><td>", ""),
    "lists": ("html", "<ul><li>", ""),
    "pictures": ("html", "<figure><img src=a.jpg><figcaption>a</figcaption></figure>", ""),
    "foreign": ("html", "<svg><p>", ""),
    "scripts": ("html", "<script>", ""),
    "quotes": ("markdown", "> ", ""),
    "quotes apart": ("markdown", "> a\n\n", ""),
    "numbered items": ("markdown", "1. a\n", ""),
    "explanations": ("markdown", "a\n: b\n\n", ""),
    "emphasised words": ("markdown", "*a* ", ""),
    "references to one definition": ("markdown", "[a] ", "[a]: /b\n\n"),
    "notes": ("markdown", "[^1]: a\n", ""),
    "bare addresses": ("markdown", "www.a a@b.c ", ""),
    "indented code": ("markdown", "    a\n\nb\n\n", ""),
    "items of Markdown": ("markdown", "- ", ""),
    "stars": ("markdown", "*", "a "),
    "opening stars": ("markdown", "*a ", ""),
    "strong": ("markdown", "**a", ""),
    "crossed stars": ("markdown", "*a **b* c** ", ""),
    "underscores": ("markdown", "_a", ""),
    "backticks": ("markdown", "`a``b", ""),
    "open brackets": ("markdown", "[", ""),
    "open links of Markdown": ("markdown", "[a](b", ""),
    "open pictures": ("markdown", "![", ""),
    "closed brackets": ("markdown", "[a]", ""),
    "definitions": ("markdown", "[a]: b\n", ""),
    "open addresses": ("markdown", "<http://a", ""),
    "rows": ("markdown", "|a|b|\n", "|a|b|\n|-|-|\n"),
    "columns": ("markdown", "|a", ""),
    "fences": ("markdown", "```\n", ""),
    "rules": ("markdown", "---\n", ""),
    "headings": ("markdown", "# a\n", ""),
    "nested items": ("markdown", "".join(" " * 2 * i + "- a\n" for i in range(60)), ""),
}


@pytest.mark.parametrize("shape", sorted(BODIES))
def test_time_of_reading_a_body(shape: str) -> None:
    kind, unit, head = BODIES[shape]
    assert_linear(lambda text: bodies.read(text, 0, kind), repeated(unit, head), 30_000)


DATED = ["1", "1 ", "1/", "1:", "1.", "01/02/2024 10:20 - ", "2024-01-01 ", "January ", "1 Jan "]
DATED += ["年", "2024年1月", "١", "Jan", "2024", "Mon, ", "10:20 ", "+07:00", "T10", "1 giờ trước "]


@pytest.mark.parametrize("unit", DATED)
def test_time_of_finding_dates(unit: str) -> None:
    assert_linear(normalize.find_dates, repeated(unit), 20_000)
    assert_linear(lambda text: list(dates.scan(text)), repeated(unit, "Rain "), 20_000)


SENTENCE = "The same sentence of more than sixty characters stands here again, said the man.\n\n"
READ = {
    "repeated paragraphs": (SENTENCE, "Rain again in Oslo\n\n"),
    "short lines": ("a\n", ""),
    "headings": ("# a\n", ""),
    "hash tags": ("#tag\n", ""),
    "credits": ("Theo TTXVN. ", ""),
    "labels": ("Related: Rain again in Oslo\n", ""),
    "tags": ("Tags: a, ", ""),
    "bylines": ("By Tom Rain, ", ""),
    "addresses": ("http://a.b/c ", ""),
    "a long address": ("a/", "http://a.b/"),
    "percent signs": ("%25", "[a](http://x/"),
    "brackets": ("(", ""),
    "stops": (".", ""),
    "quotation marks": ('"', ""),
    "capitals": ("A ", ""),
    "undecodable bytes": ("\udc80", "a"),
    "links": ("[Rain](http://x.y)\n", ""),
    "links and loose marks": ("[Rai\u0301n](/x) ", "# a\n\n"),
    "links and unseen marks": ("[Ra\u00adin](/x) ", "# a\n\n"),
    "dated items": ("Rain again in Oslo\n02/11/2025\n", ""),
    "clocks": ("10:20 ", "Rain\n"),
    "references to one definition": ("[a] ", "[a]: /b\n\n"),
    "addresses of mail": ("a@b.c ", "# a\n\n"),
    "bylines below a sentence": ("By Ann Holt\n", SENTENCE),
    "captions": ("Photo: Ann Holt\n", ""),
    "keys": ("a1: b\n", "---\ntitle: a\n"),
    "page dates": ('<meta property="article:published_time" content="2024-01-01">', "<head>"),
    "linked data": ("[", '<head><script type="application/ld+json">'),
    "headlines of a page": ("<h1>a</h1>", "<body>"),
    "headings of a page with a head": ("<h1>a</h1>", "<head><title>a</title></head><body>"),
    "open headings of a page": ("<h1>", "<head><title>a</title></head><body>"),
}


@pytest.mark.parametrize("shape", sorted(READ))
def test_time_of_a_whole_record(shape: str) -> None:
    def read(text: str) -> str:
        return normalize.loads(text).to_json(ledger=True)

    assert_linear(read, repeated(*READ[shape]), 30_000)
