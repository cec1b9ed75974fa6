"""Composed characters: NFC for every text, and time that grows no faster than the text."""

import sys
import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize import composition, invisible
from normalize.composition import compose, is_composed

MARKS = "\u0301\u0323"


@given(st.text())
def test_text_is_composed_as_unicode_says(text: str) -> None:
    assert compose(text) == unicodedata.normalize("NFC", text)
    assert is_composed(text) is unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("pad", [0, 1, 126, 127, 1000])
def test_run_beyond_all_measure_stays_and_the_rest_is_composed(pad: int) -> None:
    letters = "e\u0301" * pad
    held = "e" + MARKS * 128
    composed = "\xe9" * pad
    assert compose(letters + held + letters) == composed + held + composed
    assert is_composed(composed + held + composed)
    assert not is_composed(letters + held + "e\u0301")


def test_long_run_within_measure_is_composed() -> None:
    text = "e\u0301 " * 300 + "e" + MARKS * 127 + " e\u0301" * 300
    assert compose(text) == unicodedata.normalize("NFC", text)


def test_every_mark_that_is_sorted_can_make_a_run() -> None:
    marks = [chr(i) for i in range(sys.maxunicode + 1) if unicodedata.combining(chr(i))]
    assert len(marks) > 800
    assert [m for m in marks if not composition._HINT.fullmatch(m * 2)] == []


MIXED = st.text("a9 \n.e\u0301\u0323\xad\u200b\u200c\u200d\ufeffمی가각雨क़Ω👩\ufb2a", max_size=30)


@given(st.one_of(MIXED, st.text()), st.lists(st.integers(0, 30)))
def test_a_beginning_is_as_long_as_it_becomes(text: str, places: list[int]) -> None:
    ends = [min(place, len(text)) for place in places]
    for change in (compose, invisible.strip, str.upper):
        expected = {end: len(change(text[:end])) for end in ends}
        assert composition.beginnings(text, ends, change) == expected


def test_time_of_composing_grows_with_the_text() -> None:
    began = process_time()
    compose("e" + MARKS * 500_000)
    assert process_time() - began < 2
