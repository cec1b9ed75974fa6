"""What each passage of a body is: the article, or what the page put around it.

Structure decides first: a line that repeats another, the beginning of a later paragraph, an end
mark, a run of short lines below the last sentence. The words of the language (``cues``) come
second, and only where they fill a line or open it. Each decision leaves its reason in the passage.
"""

import sys
from collections.abc import Sequence
from itertools import groupby, islice, takewhile, zip_longest
from math import ceil

from normalize import layout, pictures
from normalize.cues import Cues, fold
from normalize.expression import expression
from normalize.layers.head import quotes
from normalize.layers.lines import classify
from normalize.leads import parted
from normalize.passage import HEADING, Passage
from normalize.span import Role

PROMPT = "a prompt of the page"
"""The reason of a passage that the page's own words open."""

PRESENTS = "a heading that names whom the lines below present"

_ELLIPSIS = expression(r"\s*(?:\.\.\.|…|\[(?:\.\.\.|…)\])\s*\Z")
_BROKEN_OFF = ("...", "…", "...]", "…]")
# Emoji, pictographs and what joins or varies them.
_FIRST_SYMBOL = "\u200d"
_SYMBOLS = expression(r"[\s\u200d\u2190-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff]+\Z")
_CLOSING = "'\"”’»」』)]"
_END_PUNCTUATION = frozenset(".!?…:;,。！？：；，।؟۔")
_SENTENCE_END = expression(r"[.!?。！？।؟۔]['\"”’»」』)\]]*\s*\Z")
_SEVERAL_SENTENCES = expression(r"[。！？][^)）】」』”]")
_WORD = expression(r"\w+")
_HINTS: tuple[tuple[str, Role], ...] = (
    ("share", "share"),
    ("promo", "promotion"),
    ("comment", "comment"),
    ("related", "related"),
    ("nav", "navigation"),
)
_BESIDE = frozenset(("aside", "footer"))
_TAIL: frozenset[Role] = frozenset(("related", "comment", "share", "promotion", "navigation"))
_LABEL = 80
_NAME = 5
_PARTICLE = 3
_PRESENTED = 4
_NOTES = frozenset("※†‡")
_LEAD_SHARE = 0.8
_CAPTION = 150


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
        _below_end_mark(passages, cues)
        _by_layout(passages, cues)
    _captions(passages, cues)
    if flat:
        _single_caption(passages)
    _rule(passages)
    if not flat:
        _asides(passages)
        _fine_print(passages)
        _own_lines(passages, cues)
        _title_alone(passages)
    _lead(passages)


def claim(passages: Sequence[Passage], cues: Cues, title: str | None) -> None:
    """Give a role to each passage that shows by itself what it is; the rest stays the body."""
    _by_markup(passages)
    _by_cues(passages, cues)
    _repeated_title(passages, title)
    _quoted_title(passages, title)
    _presented(passages)
    _teasers(passages)


def _linked(passage: Passage) -> int:
    """How many characters of a passage are links."""
    return sum(end - start for _, start, end in passage.links)


def _set(passage: Passage, role: Role, reason: str) -> None:
    passage.role = role
    passage.reason = reason


def _by_markup(passages: Sequence[Passage]) -> None:
    for passage in passages:
        if passage.type == "image":
            _set(passage, "image", "a picture")
        elif passage.type == "caption":
            _set(passage, "caption", "the markup says so")
        for hint, role in _HINTS if passage.hints else ():
            if hint in passage.hints:
                _set(passage, role, f"the markup says {hint}")


def _by_cues(passages: Sequence[Passage], cues: Cues) -> None:
    """Headings and prompts: whole lines, or their beginnings, in the words of the language."""
    # Pages say the same line over and over: a title stands at its picture, too.
    known: dict[tuple[str, bool], tuple[Role, str] | None] = {}
    for passage in passages:
        text = passage.text
        if passage.role != "body" or not text:
            continue
        if passage.items:
            listed = {cues.headings.get(fold(item)) for item in passage.items}
            if len(listed) == 1 and (only := listed.pop()) is not None:
                _set(passage, only, "a list of the page's own words")
                continue
        line = text, passage.type == "paragraph" and "link-only" not in passage.hints
        if line not in known:
            known[line] = _said(*line, cues)
        said = known[line]
        if said is not None:
            _set(passage, *said)


def _said(text: str, is_text: bool, cues: Cues) -> tuple[Role, str] | None:
    """What a line is by its words, and why; nothing where they do not tell."""
    if len(text) <= _LABEL:
        role = cues.headings.get(fold(text)) if len(text) > 1 else None
        if role is not None:
            return role, HEADING
        if is_text and _is_stamp(text, cues.language):
            return "date", "a line with a date and little else"
    found = cues.prompts.match(text)
    if found is not None and found.lastgroup == "about":
        return ("promotion", PRESENTS) if _is_name(text[found.end() :]) else None
    if found is not None and len(text) <= _PROMPT_LENGTHS.get(found.lastgroup or "", 3 * _LABEL):
        return _PROMPT_ROLES[found.lastgroup or ""], PROMPT
    return None


# How long a line that begins with a prompt may be: buttons are short, notices of rights are not.
_PROMPT_LENGTHS = {"share": 2 * _LABEL, "copyright": sys.maxsize}
_PROMPT_ROLES: dict[str, Role] = {
    "more": "related",
    "share": "share",
    "promotion": "promotion",
    "comment": "comment",
    "copyright": "promotion",
    "about": "promotion",
}


def _is_name(said: str) -> bool:
    """Whether what stands behind `About` is a name: a few words in capitals, and no sentence."""
    words = said.split()
    return (
        0 < len(words) <= _NAME
        and not _is_closed(said)
        and all(word[0].isupper() for word in words if len(word) > _PARTICLE)
        and words[-1][0].isupper()
    )


def _is_stamp(text: str, language: str) -> bool:
    return classify(text, 0, len(text), language).kind in ("stamp", "clock")


def _repeated_title(passages: Sequence[Passage], title: str | None) -> None:
    """The title again, above the text."""
    if not title:
        return
    wanted = fold(title)
    for passage in passages[:8]:
        if passage.role == "body" and passage.type in ("paragraph", "heading"):
            if fold(passage.text) == wanted:
                _set(passage, "title", "the title again")
            elif passage.is_prose:
                return


def _presented(passages: Sequence[Passage]) -> None:
    """The paragraphs below a heading that names whom they present, at the end of the text."""
    above = 0
    for i, passage in enumerate(passages):
        if passage.reason == PRESENTS:
            below = [*takewhile(_is_paragraph, passages[i + 1 : i + 1 + _PRESENTED])]
            if above > 2 * sum(len(p.text) for p in below):
                for p in below:
                    _set(p, "promotion", "below a heading that names whom it presents")
            else:
                _set(passage, "body", "")
        elif _is_paragraph(passage):
            above += len(passage.text)


def _is_paragraph(passage: Passage) -> bool:
    return passage.role == "body" and passage.is_prose


def _quoted_title(passages: Sequence[Passage], title: str | None) -> None:
    """The title in quotation marks behind a few words: the heading of what readers say to it."""
    for passage in passages if title else ():
        if passage.role == "body" and quotes(passage.text, title or ""):
            _set(passage, "comment", HEADING)


def _teasers(passages: Sequence[Passage]) -> None:
    """A paragraph that breaks off with dots and begins as a later one does: that one's teaser."""
    for i, passage in enumerate(passages[:6]):
        if passage.role != "body" or not passage.text.rstrip().endswith(_BROKEN_OFF):
            continue
        beginning = _ELLIPSIS.sub("", passage.text)
        if len(beginning) >= 30 and any(
            later.role == "body" and later.text.startswith(beginning) for later in passages[i + 1 :]
        ):
            _set(passage, "summary", "it breaks off where a later paragraph goes on")


def _by_layout(passages: Sequence[Passage], cues: Cues) -> None:
    """What the layout of a flattened page tells: where the article ends, and what breaks it up.

    Below the end, a heading of the page says what follows it is; without one, it is the page's.
    """
    opened: Role | None = None
    for passage, reason in zip(passages, layout.judge(passages, cues), strict=True):
        if passage.role in _TAIL:
            opened = passage.role if passage.reason == HEADING else opened
        elif opened == "related" and parted(passage.text)[1]:
            _set(passage, opened, "a title and its teaser below a heading of the page")
        elif not reason or _is_note(passage, passages):
            opened = None
        elif passage.role == "body" or (passage.role == "date" and opened):
            below = opened and "below a heading of the page"
            _set(passage, opened or "navigation", below or reason)


def _is_note(passage: Passage, passages: Sequence[Passage]) -> bool:
    """Whether a line is a note to the text: its mark stands in a paragraph, too."""
    mark = passage.text[:1]
    return mark in _NOTES and any(
        p.role == "body" and mark in p.text for p in passages if p.start < passage.start
    )


def _below_end_mark(passages: Sequence[Passage], cues: Cues) -> None:
    """Below the mark that closes an article: the titles and teasers of others."""
    body = [p for p in passages if p.role == "body"]
    for i, passage in enumerate(body):
        if passage.text.endswith(cues.end_marks):
            for below in body[i + 1 :]:
                _set(below, "related", "below the end mark")
            return


def _rule(passages: Sequence[Passage]) -> None:
    """Below the last rule, a label and its links: the footer of an aggregator."""
    for passage in passages:
        below = passage.role == "body" and "after-rule" in passage.hints and passage.links
        if below and len(passage.text) - _linked(passage) <= 20:
            _set(passage, "promotion", "a label and its links below the last rule")


def _asides(passages: Sequence[Passage]) -> None:
    """Runs beside the article, or below it, that are mostly links; a pulled quote is none."""
    for beside, run in groupby(passages, key=lambda p: not _BESIDE.isdisjoint(p.hints)):
        if beside:
            body = [passage for passage in run if passage.role == "body"]
            if 2 * sum(map(_linked, body)) > sum(len(passage.text) for passage in body):
                for passage in body:
                    _set(passage, "related", "beside the article, and mostly links")


def _fine_print(passages: Sequence[Passage]) -> None:
    """Links in small print, with nothing of the article below them: the footer of a feed."""
    for passage in reversed(passages):
        if passage.role == "body":
            if "small" not in passage.hints or not passage.links:
                return
            _set(passage, "promotion", "links in small print at the end")


def _own_lines(passages: Sequence[Passage], cues: Cues) -> None:
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
                _set(passage, "body", "a heading with prose below it")
        elif passage.role == "date":
            if begun and "time" not in passage.hints and cues.labels.match(text) is None:
                _set(passage, "body", "a date below the beginning of the text")
        elif passage.reason == PROMPT and passage.role == "related":
            linked = 2 * _linked(passage) >= len(text)
            if not linked and _SENTENCE_END.search(text):
                _set(passage, "body", "a sentence, not a link")


def _title_alone(passages: Sequence[Passage]) -> None:
    """The title again, where a body in markup says nothing else: that is its text."""
    if all(passage.role != "body" for passage in passages):
        for passage in passages:
            if passage.role == "title":
                _set(passage, "body", "the title again is all that the body says")


def _captions(passages: Sequence[Passage], cues: Cues) -> None:
    """A line with a picture's credit."""
    body = [p for p in passages if p.role == "body" and p.type == "paragraph"]
    for passage in body:
        found = pictures.credit(passage.text, cues) if len(passage.text) <= 3 * _CAPTION else None
        if found and not _SEVERAL_SENTENCES.search(passage.text, found.start):
            label = cues.labels.match(passage.text)
            if label is None or label.lastgroup not in ("source", "byline"):
                _set(passage, "caption", "it ends with a picture's credit")


def _single_caption(passages: Sequence[Passage]) -> None:
    """A single line that is no sentence between paragraphs, where a flattened picture stood."""
    body = [p for p in passages if p.role == "body" and p.type == "paragraph"]
    open_lines = list(islice((i for i, p in enumerate(body) if not _is_closed(p.text)), 2))
    if len(open_lines) == 1 and 0 < open_lines[0] <= len(body) // 2 < len(body) - 1:
        passage = body[open_lines[0]]
        if len(passage.text) <= _CAPTION and "strong" not in passage.hints:
            _set(passage, "caption", "the only line between paragraphs that is no sentence")


def _is_closed(text: str) -> bool:
    """Whether a line ends with punctuation, emoji behind it left aside."""
    said = text.rstrip()
    said = _SYMBOLS.sub("", said) if said[-1:] >= _FIRST_SYMBOL else said
    return said.rstrip(_CLOSING)[-1:] in _END_PUNCTUATION


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
    for later in body[1:]:
        said = later.text.casefold()
        if sum(map(said.__contains__, longest)) + spare >= len(longest) and (
            len(words & set(_WORD.findall(said))) + spare >= len(words)
        ):
            first.hints |= {"lead"}
            return
