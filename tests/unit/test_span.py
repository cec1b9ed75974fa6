"""The tiling: whatever the marks are, segments cover the text once, in order."""

from hypothesis import given
from hypothesis import strategies as st

from normalize.span import Mark, Role, Segment, tile

ROLES: list[Role] = ["title", "date", "body", "markup"]


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text with blanks and undecodable bytes, and marks that may overlap, nest or be empty."""
    text = draw(st.text(st.sampled_from("ab雨 \n\udc80\udcff"), max_size=30))
    place = st.integers(0, len(text))
    marks = draw(st.lists(st.builds(Mark, place, place, st.sampled_from(ROLES)), max_size=8))
    return text, marks


@given(marked())
def test_segments_tile_the_text(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    segments = tile(text, marks)
    places = [place for segment in segments for place in segment[1:]]
    assert places[:1] == [0][: len(text)]
    assert places[-1:] == [len(text)][: len(text)]
    assert places[1:-1:2] == places[2::2]
    assert all(segment.start < segment.end for segment in segments)


@given(marked())
def test_every_segment_has_the_role_of_a_mark_over_it_or_none(
    drawn: tuple[str, list[Mark]],
) -> None:
    text, marks = drawn
    for role, start, end in tile(text, marks):
        part = text[start:end]
        over = {mark.role for mark in marks if mark.start <= start and end <= mark.end}
        if role == "undecodable":
            assert len(part) == 1
            assert "\udc80" <= part <= "\udcff"
        elif role == "whitespace":
            assert part.isspace()
        else:
            assert role in over or role == "markup"
            assert not any("\udc80" <= character <= "\udcff" for character in part)


@given(marked())
def test_order_of_the_marks_does_not_matter(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    assert tile(text, marks) == tile(text, marks[::-1])


def test_of_two_marks_the_one_that_starts_first_keeps_the_characters() -> None:
    marks = [Mark(3, 9, "date"), Mark(0, 5, "title"), Mark(1, 2, "url"), Mark(6, 6, "image")]
    assert tile("Rain in Oslo", marks) == (
        Segment("title", 0, 5),
        Segment("date", 5, 9),
        Segment("markup", 9, 12),
    )


def test_blank_between_marks_is_white_space_and_anything_else_is_markup() -> None:
    marks = [Mark(2, 4, "title"), Mark(6, 7, "body")]
    assert [segment.role for segment in tile("# ab\n\nc \n---", marks)] == [
        *("markup", "title", "whitespace", "body"),
        "markup",
    ]


def test_empty_text_has_no_segments() -> None:
    assert tile("", []) == ()
