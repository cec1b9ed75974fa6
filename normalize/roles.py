"""What each passage of a body is: the article, or what the page put around it.

Structure decides first: a line that repeats another, the beginning of a later paragraph, an end
mark, a run of short lines below the last sentence. The words of the language (``cues``) come
second, and only where they fill a line or open it. Each decision leaves its reason in the passage.
"""

from collections.abc import Sequence
from itertools import filterfalse, islice
from math import ceil

from normalize import beside, flattened, pictures
from normalize.claims import claim
from normalize.cues import Cues
from normalize.expression import expression
from normalize.passage import Passage

_SEVERAL_SENTENCES = expression(r"[。！？][^)）】」』”]")
_WORD = expression(r"\w+")
_LEAD_SHARE = 0.8
_TOGETHER = 50  # paragraphs that are asked for words at once
_LONGEST_CAPTION = 3 * flattened.CAPTION


def assign(passages: Sequence[Passage], cues: Cues, title: str | None, *, flat: bool) -> None:
    """Give each passage its role and the reason for it, in place.

    Args:
        passages: The passages of a body, in order; all of them in the role of the body.
        cues: The words of the body's language.
        title: The article's title, where one is known.
        flat: Whether the body is plain text, in which only the order of lines shows where the
            article ends.
    """
    claim(passages, cues, title)
    if flat:
        flattened.below_end_mark(passages, cues)
        flattened.by_layout(passages, cues)
    _captions(passages, cues)
    if flat:
        flattened.single_caption(passages)
    beside.below_rule(passages)
    if not flat:
        beside.asides(passages)
        beside.fine_print(passages)
        beside.own_lines(passages)
        beside.title_alone(passages)
    _lead(passages)


def _captions(passages: Sequence[Passage], cues: Cues) -> None:
    """A line with a picture's credit."""
    for passage in passages:
        text = passage.text
        if passage.role != "body" or passage.type != "paragraph" or len(text) > _LONGEST_CAPTION:
            continue
        found = pictures.credit(text, cues)
        if found and not _SEVERAL_SENTENCES.search(text, found.start):
            label = passage.label
            if label is None or label.lastgroup not in ("source", "byline"):
                passage.assign("caption", "it ends with a picture's credit")


def _lead(passages: Sequence[Passage]) -> None:
    """The first paragraph, where the markup sets it apart or a later paragraph restates it."""
    body = [p for p in passages if p.role == "body" and p.type == "paragraph"]
    if len(body) < 3:
        return
    first = body[0]
    if "lead" in first.hints or "strong" in first.hints:
        first.hints |= {"lead"}
        return
    words = set(_WORD.findall(first.text.casefold()))
    if len(words) < 8:
        return
    # A paragraph that says so many of all words says nearly as many of the longest ones, which are
    # the fewest to look for and the seldomest to be there.
    spare = len(words) - ceil(_LEAD_SHARE * len(words))
    longest = sorted(words, key=len)[-2 * spare - 1 :]
    for start in range(1, len(body), _TOGETHER):
        some = body[start : start + _TOGETHER]
        rest = "\n".join(later.text for later in some).casefold()
        missing = filterfalse(rest.__contains__, reversed(longest))
        if next(islice(missing, spare, None), None) is not None:
            continue
        for later in some:
            said = later.text.casefold()
            if sum(map(said.__contains__, longest)) + spare >= len(longest) and (
                len(words & set(_WORD.findall(said))) + spare >= len(words)
            ):
                first.hints |= {"lead"}
                return
