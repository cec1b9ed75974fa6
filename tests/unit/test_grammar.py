"""The grammars: what they read, how they fail, and that their expressions are fresh and linear."""

import re
from timeit import repeat

import pytest

from normalize import _expressions, grammar
from normalize.errors import Lines, NormalizeError
from normalize.grammar import Grammar
from normalize.tools.expressions import MODULE, main, render

NAMES = grammar.names()
EXPRESSIONS = [
    (name, rule, expression)
    for name in NAMES
    for rule, expression in getattr(_expressions, name.upper()).items()
]


@pytest.mark.parametrize("name", NAMES)
def test_specimen_is_read_to_its_end_by_the_expression_and_by_lark(name: str) -> None:
    loaded = grammar.load(name)
    assert loaded.text.startswith("// ")
    found = re.match(getattr(_expressions, name.upper())["start"], loaded.specimen)
    assert found is not None
    assert found.end() == len(loaded.specimen)
    assert loaded.lark().parse(loaded.specimen).data == "start"


def test_expressions_are_fresh() -> None:
    assert render() == MODULE.read_text(encoding="utf-8")
    assert main(["--check"]) == 0


def test_stale_expressions_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("normalize.tools.expressions.HEAD", "stale")
    assert main(["--check"]) == 1
    assert "python -m normalize.tools.expressions" in capsys.readouterr().out


def test_unknown_grammar_is_refused_with_the_known_ones() -> None:
    with pytest.raises(NormalizeError, match="there is no grammar 'mail'; there are address_line"):
        grammar.load("mail")


@pytest.mark.parametrize(
    ("text", "cycle"),
    [
        ('start: A start | A\nA: "a"\n', "start -> start"),
        ('start: one\none: A two?\ntwo: (B one)+\nA: "a"\nB: "b"\n', "start -> one -> two -> one"),
        ('start: A\nloop: A [loop]\nA: "a"\n', "loop -> loop"),
    ],
)
def test_recursive_grammar_is_refused_by_the_name_of_its_cycle(text: str, cycle: str) -> None:
    with pytest.raises(NormalizeError, match=re.escape(cycle)) as caught:
        Grammar("odd", text).expressions()
    assert caught.value.code == "grammar-recursive"
    assert "grammar odd" in caught.value.msg
    assert "write a repetition" in caught.value.msg


@pytest.mark.parametrize(
    "text",
    [
        'start: A "b"\nA: "a"\n',
        "start: /a/\n",
        'start: "a".."c"\n',
        'start: pair{A}\npair{x}: x x\nA: "a"\n',
        'start: A\nA: "a"\n%ignore " "\n',
        "start: A..\n",
        "start: ABSENT\n",
    ],
    ids=["literal", "pattern", "range", "template", "ignore", "syntax", "undefined"],
)
def test_feature_without_an_expression_is_refused(text: str) -> None:
    with pytest.raises(NormalizeError, match="grammar odd: ") as caught:
        Grammar("odd", text).expressions()
    assert caught.value.code == "grammar-feature"


@pytest.mark.parametrize(
    ("rules", "whole", "groups"),
    [
        ("start: A~2..3 B~2", "aaabb", {}),
        ("start: A? [B] A", "ba", {"B": "b"}),
        ("start: one | two -> other\none: A\ntwo: B", "b", {"A": None, "B": "b"}),
        ("start: (A | B)* C", "abbac", {"C": "c"}),
        ("start: one+ C\none: A B", "ababc", {"C": "c"}),
    ],
    ids=["times", "maybe", "alias", "alternatives", "repeated rule"],
)
def test_expression_reads_as_lark_and_names_what_stands_once(
    rules: str, whole: str, groups: dict[str, str | None]
) -> None:
    odd = Grammar("odd", f'{rules}\nA: "a"\nB: "b"\nC: "c"\n')
    found = re.fullmatch(odd.expressions()["start"], whole)
    assert found is not None
    assert found.groupdict() == groups
    assert odd.lark().parse(whole)


def test_a_terminal_is_never_given_back() -> None:
    odd = Grammar("odd", "start: WORD END\nWORD: /[a-z]+/\nEND: /z/\n")
    assert re.fullmatch(odd.expressions()["start"], "abz") is None
    assert odd.fault("abz").expected == ("END",)


ENTRY = ("BLANK_LINE", "CLOSING_LINE", "COMMENT_LINE", "KEY")


@pytest.mark.parametrize(
    ("name", "text", "line", "column", "expected"),
    [
        ("front_matter", "---\ntitle: a\nno colon\n---\n", 3, 3, ("COLON",)),
        ("front_matter", "---\r\ntitle: a\r\n\r\n - x\r\n", 4, 1, ENTRY),
        ("front_matter", "---\ntitle: a\n", 3, 1, ENTRY),
        (
            "front_matter",
            "---\na: [b\n---\n",
            2,
            4,
            ("DOUBLE_QUOTED", "END_OF_LINE", "PLAIN", "SINGLE_QUOTED", "TEMPLATE_TAG"),
        ),
        ("link_title", "[Rain](https://news.example/a b)\n", 1, 30, ("CLOSING",)),
        ("link_title", "## [Rain](https://news.example/\n", 1, 32, ("CLOSING",)),
        ("link_title", "[Rain]\n", 1, 7, ("MIDDLE",)),
        ("epoch_comment", "<!--NaN-->\n", 1, 5, ("EPOCH", "LABEL")),
        ("epoch_comment", "<!-- 17125a-->\n", 1, 11, ("CLOSING",)),
        ("epoch_comment", "<!--", 1, 5, ("EPOCH", "LABEL")),
        ("epoch_comment", "<!-- time: NaN -->\n", 1, 12, ("EPOCH",)),
        ("date_prefix", " date 2026-1-5 Rain\n", 1, 7, ("DATE",)),
        ("date_prefix", " date 2026-01-25Rain\n", 1, 7, ("DATE",)),
        ("date_prefix", " date 2026-01-25 Rain\n", 1, 18, ("END_OF_FILE",)),
    ],
)
def test_fault_names_the_place_and_what_was_expected(
    name: str, text: str, line: int, column: int, expected: tuple[str, ...]
) -> None:
    fault = grammar.load(name).fault(text)
    assert (*Lines(text).place(fault.pos), fault.expected) == (line, column, expected)


def test_fault_counts_from_the_text_though_the_prefix_begins_later() -> None:
    text = "<!--1-->\r\n---\ntitle: a\nno colon\n"
    assert grammar.load("front_matter").fault(text, 10).pos == text.index(" colon")


GROWING = {
    "middles": ("[", "](", ""),
    "links": ("[", "[a](b", ""),
    "closings": ("[a](", ")", ""),
    "closings before a blank": ("[a](", ")", " x"),
    "open addresses": ("[a](", "](x", ""),
    "long address": ("[a](", "x", ")"),
    "unclosed map": ("---\n", "a: b\n", ""),
    "comments": ("---\n", "#\n", ""),
    "blank lines": ("---\n", " \n", ""),
    "long value": ("---\na: ", "b", "\n---\n"),
    "words of a value": ("---\na: b", " b", "\n---\n"),
    "blanks in a value": ("---\na: b", " ", "b\n---\n"),
    "blanks before a fault": ("---\na: b", " ", ": c\n"),
    "blanks after a key": ("---\na", " ", "b"),
    "long key": ("---\n", "a-", ""),
    "colons": ("---\na: b", ":", " "),
    "hashes": ("---\na: b", "# ", ""),
    "single quotes": ("---\na: '", "''", ""),
    "double quoted": ('---\na: "', "b", "\n"),
    "escapes": ('---\na: "', '\\"', ""),
    "digits": ("<!--", "1", ""),
    "blanks in a comment": ("<!--1", " ", ""),
    "dashes": ("[a](b)\n", "-", "x"),
    "blanks": ("", " ", ""),
    "blanks before a day": (" date", " ", ""),
    "clocks": ("", "1:", ""),
    "words": ("", "a.", ""),
    "labels": ("", "a:", ""),
    "separators": ("a", " ,", "\n"),
    "days": ("", "1/1/", ""),
    "brackets": ("[", "]", ""),
    "fields": ("", "a: b\n", "-"),
    "lines of a field": ("a:", "\n b", ""),
    "dotted fields": ("", ".. a: b\n", "-"),
    "TOML": ("+++\n", "a=1\n", ""),
    "address": ("https://", "a/", " b"),
}


def seconds(expression: re.Pattern[str], text: str) -> float:
    """The shortest of three runs, which other work on the machine disturbs the least."""
    return min(repeat(lambda: expression.match(text), number=1, repeat=3))


@pytest.mark.parametrize(
    ("name", "expression"),
    [(f"{name}.{rule}", expression) for name, rule, expression in EXPRESSIONS],
    ids=lambda x: x if len(x) < 30 else "",
)
def test_time_grows_with_the_text_and_no_faster(name: str, expression: str) -> None:
    compiled = re.compile(expression)
    for shape, (head, unit, tail) in GROWING.items():
        once, twice = (
            seconds(compiled, head + unit * (size // len(unit)) + tail)
            for size in (200_000, 400_000)
        )
        assert twice < 3 * once + 0.05, (name, shape, once, twice)
