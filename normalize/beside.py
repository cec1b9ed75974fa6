"""What the markup of a body puts beside its article, and what only looks like it."""

from collections.abc import Sequence
from itertools import groupby, zip_longest

from normalize.claims import PROMPT
from normalize.expression import expression
from normalize.passage import HEADING, Passage

_BESIDE = frozenset(("aside", "footer"))
_SENTENCE_END = expression(r"[.!?。！？।؟۔]['\"”’»」』)\]]*\s*\Z")


def below_rule(passages: Sequence[Passage]) -> None:
    """Below the last rule, a label and its links: the footer of an aggregator."""
    for passage in passages:
        below = passage.role == "body" and "after-rule" in passage.hints and passage.links
        if below and len(passage.text) - _linked(passage) <= 20:
            passage.assign("promotion", "a label and its links below the last rule")


def asides(passages: Sequence[Passage]) -> None:
    """Runs beside the article, or below it, that are mostly links; a pulled quote is none."""
    for beside, run in groupby(passages, key=lambda p: not _BESIDE.isdisjoint(p.hints)):
        if beside:
            body = [passage for passage in run if passage.role == "body"]
            if 2 * sum(map(_linked, body)) > sum(len(passage.text) for passage in body):
                for passage in body:
                    passage.assign("related", "beside the article, and mostly links")


def fine_print(passages: Sequence[Passage]) -> None:
    """Links in small print, with nothing of the article below them: the footer of a feed."""
    for passage in reversed(passages):
        if passage.role == "body":
            if "small" not in passage.hints or not passage.links:
                return
            passage.assign("promotion", "links in small print at the end")


def own_lines(passages: Sequence[Passage]) -> None:
    """Lines of a text in markup that only look like the page's.

    A bare date below the beginning is a letter's or a chronicle's; a sentence that is mostly no
    link prompts nobody to read on; a heading with prose right below it is no menu's ("About").
    """
    begun = False
    for passage, below in zip_longest(passages, passages[1:]):
        text = passage.text
        if passage.role == "body":
            begun = begun or passage.is_prose
        elif passage.reason == HEADING and passage.role == "navigation":
            is_over = passage.type == "heading" and below and below.role == "body"
            if is_over and below.is_prose:
                passage.assign("body", "a heading with prose below it")
        elif passage.role == "date":
            if begun and "time" not in passage.hints and passage.label is None:
                passage.assign("body", "a date below the beginning of the text")
        elif passage.reason == PROMPT and passage.role == "related":
            linked = 2 * _linked(passage) >= len(text)
            if not linked and _SENTENCE_END.search(text):
                passage.assign("body", "a sentence, not a link")


def title_alone(passages: Sequence[Passage]) -> None:
    """The title again, where a body in markup says nothing else: that is its text."""
    if all(passage.role != "body" for passage in passages):
        for passage in passages:
            if passage.role == "title":
                passage.assign("body", "the title again is all that the body says")


def _linked(passage: Passage) -> int:
    """How many characters of a passage are links."""
    return sum(end - start for _, start, end in passage.links)
