"""What a line shows by its length and its end."""

import pytest

from normalize.prose import is_prose, is_wide

RUN = "The river rose again in the night, and the old bridge was closed to all"


@pytest.mark.parametrize("end", [".", "!", "…", ".”", "?»", ".)", '."'])
def test_a_long_line_with_a_stop_at_its_end_is_running_text(end: str) -> None:
    assert is_prose(f"# {RUN}{end} #", 2, 2 + len(RUN + end))


@pytest.mark.parametrize("end", ["", ":", ")", "”", "”””””.”x", " "])
def test_one_without_is_none(end: str) -> None:
    assert not is_prose(f"{RUN}{end}", 0, len(RUN + end))


def test_letters_of_scripts_that_need_few_of_them_count_thrice() -> None:
    said = "昨夜、川の水位が再び上がり、古い橋は通行止めになった。"
    assert is_prose(said, 0, len(said))
    assert not is_prose("The bridge was closed.", 0, 22)
    assert not is_prose("Nước sông lại dâng trong đêm.", 0, 29)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雨", True),
        ("a ア", True),
        ("비", True),
        ("\U00020000", True),
        ("", False),
        ("Ẩm ướt – “đêm”", False),
        ("。", False),
        ("\udc80", False),
        ("\U0001f327", False),
    ],
)
def test_such_letters_are_seen(text: str, expected: bool) -> None:
    assert is_wide(text) is expected
