"""A body of more blocks than any article has: what is beyond is one block, and nothing is lost."""

import gc

import pytest

import normalize
from normalize.bodies import BLOCKS

FLOODS = {
    "lines": ("a{}\n", ""),
    "paragraphs of HTML": ("<p>a{}</p>", ""),
    "headings": ("# a{}\n\n", ""),
    "links": ("[a{}](b)\n\n", ""),
    "pictures": ("<img src=a{}.jpg>", "<p>Rain fell.</p>"),
}


@pytest.mark.parametrize("shape", FLOODS)
def test_blocks_beyond_all_measure_are_one(shape: str) -> None:
    unit, head = FLOODS[shape]
    text = head + "".join(unit.format(n) for n in range(BLOCKS + 500))
    document = normalize.parse(text)
    record = document.record
    assert len(record.blocks) + len(record.related) <= BLOCKS + 1
    assert "".join(text[s.start : s.end] for s in document.segments) == text
    if shape != "pictures":
        assert "blocks-merged" in {problem.code for problem in record.problems}
    if shape == "links":
        last = record.blocks[-1]
        assert [record.text[a.text_start : a.text_end] for a in last.links[-2:]] == [
            f"a{BLOCKS + 498}",
            f"a{BLOCKS + 499}",
        ]


def test_as_many_blocks_as_there_is_text_for_stay() -> None:
    line = "Rain fell in the night over the old town."
    record = normalize.loads(f"{line}\n\n" * (BLOCKS + 500))
    assert "blocks-merged" not in {problem.code for problem in record.problems}


@pytest.mark.parametrize("enabled", [True, False])
def test_no_cycles_are_looked_for_while_a_long_text_is_read(enabled: bool) -> None:
    looked: list[str] = []

    def note(phase: str, _: object) -> None:
        looked.append(phase)

    text = "Rain.\n" * 20_000
    normalize.loads(text[:100])
    gc.collect()
    (gc.enable if enabled else gc.disable)()
    gc.callbacks.append(note)
    try:
        record = normalize.loads(text)
        assert gc.isenabled() is enabled
    finally:
        gc.callbacks.remove(note)
        gc.enable()
    assert record.blocks
    assert len(looked) <= 2  # one, when it goes on
