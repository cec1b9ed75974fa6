"""What the order of lines shows of a flattened page: where its article ends, what breaks it up."""

from collections.abc import Sequence
from itertools import islice

from normalize import layout
from normalize.cues import Cues
from normalize.leads import parted
from normalize.passage import HEADING, Passage
from normalize.prose import is_closed
from normalize.span import Role

CAPTION = 150
"""How long a line without a picture's credit is at most, to be its caption."""

_TAIL: frozenset[Role] = frozenset(("related", "comment", "share", "promotion", "navigation"))
_NOTES = frozenset("※†‡")


def below_end_mark(passages: Sequence[Passage], cues: Cues) -> None:
    """Below the mark that closes an article: the titles and teasers of others."""
    body = [p for p in passages if p.role == "body"]
    for i, passage in enumerate(body):
        if passage.text.endswith(cues.end_marks):
            for below in body[i + 1 :]:
                below.assign("related", "below the end mark")
            return


def by_layout(passages: Sequence[Passage], cues: Cues) -> None:
    """What the layout of a flattened page tells: where the article ends, and what breaks it up.

    Below the end, a heading of the page says what follows it is; without one, it is the page's.
    Where that would leave nothing, there is no article to tell the page from, and all of it stays.
    """
    opened: Role | None = None
    unsaid: list[Passage] = []
    for passage, reason in zip(passages, layout.judge(passages, cues), strict=True):
        if passage.role in _TAIL:
            opened = passage.role if passage.reason == HEADING else opened
        elif opened == "related" and parted(passage.text)[1]:
            passage.assign(opened, "a title and its teaser below a heading of the page")
        elif not reason or _is_note(passage, passages):
            opened = None
        elif opened and passage.role in ("body", "date"):
            passage.assign(opened, "below a heading of the page")
        elif passage.role == "body":
            passage.assign("navigation", reason)
            unsaid.append(passage)
    if all(passage.role != "body" for passage in passages):
        for passage in unsaid:
            passage.assign("body", "its layout tells it from nothing")


def _is_note(passage: Passage, passages: Sequence[Passage]) -> bool:
    """Whether a line is a note to the text: its mark stands in a paragraph, too."""
    mark = passage.text[:1]
    return mark in _NOTES and any(
        p.role == "body" and mark in p.text for p in passages if p.start < passage.start
    )


def single_caption(passages: Sequence[Passage]) -> None:
    """A single line that is no sentence between paragraphs, where a flattened picture stood."""
    body = [p for p in passages if p.role == "body" and p.type == "paragraph"]
    open_lines = list(islice((i for i, p in enumerate(body) if not is_closed(p.text)), 2))
    if len(open_lines) == 1 and 0 < open_lines[0] <= len(body) // 2 < len(body) - 1:
        passage = body[open_lines[0]]
        if len(passage.text) <= CAPTION and "strong" not in passage.hints:
            passage.assign("caption", "the only line between paragraphs that is no sentence")
