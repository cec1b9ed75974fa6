"""What a passage is by itself: what the markup says, the words of the page, the title again.

Words count only where they fill a line or open it.
"""

import re
import sys
from collections.abc import Sequence
from itertools import takewhile

from normalize.cues import Cues, fold
from normalize.expression import expression
from normalize.layers.head import quotes
from normalize.layers.lines import dated
from normalize.passage import HEADING, Passage
from normalize.prose import is_closed
from normalize.span import Role

PROMPT = "a prompt of the page"
"""The reason of a passage that the page's own words open."""

PRESENTS = "a heading that names whom the lines below present"

_ELLIPSIS = expression(r"\s*(?:\.\.\.|…|\[(?:\.\.\.|…)\])\s*\Z")
_BROKEN_OFF = ("...", "…", "...]", "…]")
_HINTS: tuple[tuple[str, Role], ...] = (
    ("share", "share"),
    ("promo", "promotion"),
    ("comment", "comment"),
    ("related", "related"),
    ("nav", "navigation"),
)
_LABEL = 80
_NAME = 5
_PARTICLE = 3
_PRESENTED = 4
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


def claim(passages: Sequence[Passage], cues: Cues, title: str | None) -> None:
    """Give a role to each passage that shows by itself what it is; the rest stays the body.

    Each passage is given its label, too.
    """
    for passage in passages:
        passage.label = cues.labels.match(passage.text)
    _by_markup(passages)
    _by_cues(passages, cues)
    _repeated_title(passages, title)
    _quoted_title(passages, title)
    _presented(passages)
    _teasers(passages)


def _by_markup(passages: Sequence[Passage]) -> None:
    for passage in passages:
        if passage.type == "image":
            passage.assign("image", "a picture")
        elif passage.type == "caption":
            passage.assign("caption", "the markup says so")
        for hint, role in _HINTS if passage.hints else ():
            if hint in passage.hints:
                passage.assign(role, f"the markup says {hint}")


def _by_cues(passages: Sequence[Passage], cues: Cues) -> None:
    """Headings and prompts: whole lines, or their beginnings, in the words of the language."""
    # Pages say the same line over and over: a title stands at its picture, too.
    known: dict[tuple[str, bool], tuple[Role, str] | None] = {}
    for passage in passages:
        text = passage.text
        if passage.role != "body" or not text or passage.type == "code":
            continue
        if passage.items:
            listed = set(map(cues.heading, passage.items))
            if len(listed) == 1 and (only := listed.pop()) is not None:
                passage.assign(only, "a list of the page's own words")
                continue
        line = text, passage.type == "paragraph" and "link-only" not in passage.hints
        if line not in known:
            known[line] = _said(*line, cues)
        said = known[line]
        if said is not None:
            passage.assign(*said)


def _said(text: str, is_text: bool, cues: Cues) -> tuple[Role, str] | None:
    """What a line is by its words, and why; nothing where they do not tell."""
    if len(text) <= _LABEL:
        role = cues.heading(text) if len(text) > 1 else None
        if role is not None:
            return role, HEADING
        if is_text and dated(text, 0, len(text), cues.language) is not None:
            return "date", "a line with a date and little else"
    found = cues.prompts.match(text)
    if found is not None and found.lastgroup == "about":
        return ("promotion", PRESENTS) if _is_name(text[found.end() :]) else None
    if found is not None and _goes_on(text, found):
        return None
    if found is not None and len(text) <= _PROMPT_LENGTHS.get(found.lastgroup or "", 3 * _LABEL):
        return _PROMPT_ROLES[found.lastgroup or ""], PROMPT
    return None


def _goes_on(text: str, prompt: re.Match[str]) -> bool:
    """Whether a sentence only begins as a prompt does, as in `Read more books, he said`.

    A title behind a prompt to read on begins as titles do, and one word alone is a button.
    """
    rest = text[prompt.end() :]
    # The circled letter of `Copyright ⓒ` is small, and no letter.
    is_word = rest[1:2].islower() and rest[1:2].isalpha()
    goes_on = rest[:1] == " " and is_word and text.rstrip().endswith(".")
    is_alone = " " not in text[prompt.start(prompt.lastgroup or 0) : prompt.end()]
    return goes_on and (is_alone or prompt.lastgroup == "more")


def _is_name(said: str) -> bool:
    """Whether what stands behind `About` is a name: a few words in capitals, and no sentence."""
    words = said.split()
    return (
        0 < len(words) <= _NAME
        and not is_closed(said)
        and all(word[0].isupper() for word in words if len(word) > _PARTICLE)
        and words[-1][0].isupper()
    )


def _repeated_title(passages: Sequence[Passage], title: str | None) -> None:
    """The title again, above the text, or in a page's own heading wherever that stands."""
    if not title:
        return
    wanted = fold(title)
    for passage in passages[8:]:
        if passage.level == 1 and passage.role == "body" and fold(passage.text) == wanted:
            passage.assign("title", "the title again")
    for passage in passages[:8]:
        if passage.role == "body" and passage.type in ("paragraph", "heading"):
            if fold(passage.text) == wanted:
                passage.assign("title", "the title again")
            elif passage.is_prose:
                return


def _quoted_title(passages: Sequence[Passage], title: str | None) -> None:
    """The title in quotation marks behind a few words: the heading of what readers say to it."""
    for passage in passages if title else ():
        if passage.role == "body" and quotes(passage.text, title or ""):
            passage.assign("comment", HEADING)


def _presented(passages: Sequence[Passage]) -> None:
    """The paragraphs below a heading that names whom they present, at the end of the text."""
    if PRESENTS not in {passage.reason for passage in passages}:
        return
    above = 0
    for i, passage in enumerate(passages):
        if passage.reason == PRESENTS:
            below = [*takewhile(_is_paragraph, passages[i + 1 : i + 1 + _PRESENTED])]
            if above > 2 * sum(len(p.text) for p in below):
                for p in below:
                    p.assign("promotion", "below a heading that names whom it presents")
            else:
                passage.assign("body", "")
        elif _is_paragraph(passage):
            above += len(passage.text)


def _is_paragraph(passage: Passage) -> bool:
    return passage.role == "body" and passage.is_prose


def _teasers(passages: Sequence[Passage]) -> None:
    """A paragraph that breaks off with dots and begins as a later one does: that one's teaser."""
    for i, passage in enumerate(passages[:6]):
        if passage.role != "body" or not passage.text.rstrip().endswith(_BROKEN_OFF):
            continue
        beginning = _ELLIPSIS.sub("", passage.text)
        if len(beginning) >= 30 and any(
            later.role == "body" and later.text.startswith(beginning) for later in passages[i + 1 :]
        ):
            passage.assign("summary", "it breaks off where a later paragraph goes on")
