"""Marks that no reader sees, and what is wrong with a text itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import normalize
from normalize.invisible import strip

LEAD = "Rain fell in the night, and by the morning the streets of the old town were under water."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cali\xadfragil", "califragil"),
        ("宝安\u200b\u200b\u200b区", "宝安区"),
        ("\ufeff a \u200b b \u200b", "a b"),
        ("a\u200d\u200cb\u2060c", "abc"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("می\u200c\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥", "👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥"),
        ("ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ"),
        ("Foo\u200fbar\u200e", "Foo\u200fbar\u200e"),
    ],
)
def test_marks_leave_where_no_script_needs_them(text: str, shown: str) -> None:
    assert strip(text) == shown


@given(st.text("a \n\xad\u200b\u200c\u200d\ufeffमی👩"))
def test_nothing_is_left_to_take_out(text: str) -> None:
    assert strip(strip(text)) == strip(text)
    kept = "".join(text.split())
    assert [c for c in kept if c.isalpha()] == [c for c in strip(text) if c.isalpha()]


def test_record_reports_the_marks_and_its_links_stand_where_their_words_do() -> None:
    source = f"<p>\u200bThe to\xadwn of <a href=/x>Wells\xadburg</a>.</p><p>{LEAD}</p><p>\u200b</p>"
    record = normalize.loads(source)
    assert record.text == f"The town of Wellsburg.\n\n{LEAD}"
    (link,) = record.blocks[0].links
    assert record.text[link.text_start : link.text_end] == "Wellsburg"
    assert [problem.code for problem in record.problems] == ["invisible-characters"]
    assert "of the text: 3" in record.problems[0].message


def test_items_and_rows_are_without_the_marks_and_code_keeps_them() -> None:
    body = "<ul><li>a\xadb<li>c</ul><table><tr><th>\u200bd<th>e</table><pre>f\xadg</pre>"
    listed, table, code = normalize.read_body(body, kind="html")
    assert (listed.items, listed.text) == (("ab", "c"), "ab\nc")
    assert (table.rows, table.text) == ((("d", "e"),), "d\te")
    assert code.text == "f\xadg"


@pytest.mark.parametrize(
    ("line", "literal"),
    [("It was the W O N D E R in the hills.", "W O N D E R"), ("R A I N again", "R A I N")],
)
def test_words_that_are_spaced_out_are_named_and_stay(line: str, literal: str) -> None:
    record = normalize.loads(f"<p>{LEAD}</p><p>{line}</p>")
    assert record.text.endswith(line)
    (problem,) = record.problems
    assert (problem.code, repr(literal) in problem.message) == ("letter-spaced", True)
    assert problem.start is not None
    assert f"<p>{LEAD}</p><p>{line}</p>"[problem.start : problem.end] == literal


@pytest.mark.parametrize(
    "line", ["I saw a cat, a dog.", "Plan A B", "Say a: b, c d e.", "딱 두 번 뿐", "但 A 对 B"]
)
def test_letters_that_stand_alone_are_no_word(line: str) -> None:
    assert normalize.loads(f"<p>{LEAD}</p><p>{line}</p>").problems == ()


def test_words_parted_at_the_ends_of_lines_are_counted_and_stay() -> None:
    record = normalize.loads("<p>The exam-\nple of the bro-\nken word and of pre-\nWar times.</p>")
    assert record.text == "The exam- ple of the bro- ken word and of pre- War times."
    (problem,) = record.problems
    assert problem.code == "hyphenated-words"
    assert problem.message.endswith(": 2")
