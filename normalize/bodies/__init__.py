"""Readers of bodies: what is left below the layers becomes passages.

Each reader is a function ``read(text, start)`` that gives the passages of ``text`` from ``start``
to its end, in order.
"""

import re
from collections.abc import Callable
from itertools import islice
from typing import Literal

from normalize import invisible
from normalize.expression import expression
from normalize.passage import Passage

BodyKind = Literal["text", "markdown", "html"]

_TAG = expression(r"\s*<(?:!doctype|!--|/?[a-z][a-z0-9-]*(?=[\s/>]))", re.IGNORECASE)
_BLOCK_TAG = expression(
    r"</(?:p|div|ul|ol|li|h[1-6]|table|blockquote|section|article|figure)>|<br\s*/?>|<p>",
    re.IGNORECASE,
)
_HEADING = r"#{1,6}[ \t]+[^\s#][^\n]{0,200}(?:\n|\Z)"
_MARKDOWN_OPENING = expression(
    rf"\s*(?:{_HEADING}|!?\[[^\]\n]*\]\(|```|~~~"
    r"|[^\n]{1,120}+\n(?:={3,}|-{3,})[ \t]*(?:\n|\Z))"
)
# What Markdown alone has: fences, addresses behind their words. A heading below a blank line may
# be a comment in code; two are none.
_MARKDOWN = expression(r"^(?:```|~~~)|!?\[[^\]\n]{0,300}\]\((?:https?:|/|\.)", re.MULTILINE)
_COMMENTS = expression(r"(?:\s|<!--(?:[^-]|-(?!->))*+-->)*+")
# A link, its definition or a fence in a line that no tag opens: HTML would show how it is spelled.
# What stands in `pre` and the like is passed over.
_BESIDE_TAGS = expression(
    r"<(?:pre|script|style|textarea)\b(?:[^<]|<(?!/(?:pre|script|style|textarea)))*+"
    r"|^[ \t]*+(?![\s<])(?P<mark>```|~~~|[^\n<]{0,300}\]\((?:https?:|/|\.)"
    r"|\[[^\]\n]{1,100}\]:[ \t]+(?:https?:|/|\.))",
    re.MULTILINE | re.IGNORECASE,
)
_LATER_HEADING = expression(rf"^[ \t]*\r?\n{_HEADING}", re.MULTILINE)
_LINE = expression(r"[^\r\n]*\S")
_PROBE = 20_000
_DENSE = 32

BLOCKS = 10_000
MERGED = "merged"
_TAGGED = 4  # one line in so many holds a tag that breaks lines, in what is HTML


def kind(text: str, start: int, otherwise: BodyKind = "text") -> BodyKind:
    """The kind of a body, by its looks: tags, marks of Markdown, or ``otherwise``.

    Markdown may open with tags, too, and comments are of any kind. What is to be HTML is nothing
    else, whatever it looks like.
    """
    if otherwise == "html":
        return "html"
    end = start + _PROBE
    if otherwise == "markdown":
        opening = _COMMENTS.match(text, start)
        first = opening.end() if opening else start
        if _TAG.match(text, first) and not _is_beside_tags(text, first, end):
            return "html"
    elif _TAG.match(text, start):
        return "html"
    if _MARKDOWN_OPENING.match(text, start):
        return "markdown"
    if otherwise == "text":
        if "<" in text and _BLOCK_TAG.search(text, start, end) and _is_tagged(text, start, end):
            return "html"
        if _is_marked(text, start, end) and _MARKDOWN.search(text, start, end):
            return "markdown"
        headings = islice(_LATER_HEADING.finditer(text, start, end), 2)
        if "\n#" in text and len(list(headings)) == 2:
            return "markdown"
    return otherwise


def _is_marked(text: str, start: int, end: int) -> bool:
    """Whether a text has what links, definitions or fences begin with; quick to tell."""
    return any(text.find(mark, start, end) >= 0 for mark in ("](", "]:", "```", "~~~"))


def _is_beside_tags(text: str, start: int, end: int) -> bool:
    """Whether a line that no tag opens has a mark of Markdown."""
    marks = _BESIDE_TAGS.finditer(text, start, end) if _is_marked(text, start, end) else ()
    return any(found["mark"] for found in marks)


def _is_tagged(text: str, start: int, end: int) -> bool:
    """Whether tags break the lines of a text, and are not only spoken of in it."""
    lines = _LINE.findall(text, start, end)
    return _TAGGED * sum(_BLOCK_TAG.search(line) is not None for line in lines) >= len(lines)


def read(text: str, start: int, body: BodyKind) -> list[Passage]:
    """The passages of ``text`` from ``start`` on, without the marks that no reader sees.

    A text of more blocks than any article has is data: those beyond ``BLOCKS``, or one for every
    32 characters where that is more, are one block, of code, with the hint ``MERGED``.
    """
    passages = invisible.remove(_reader(body)(text, start))
    room = max(BLOCKS, (len(text) - start) // _DENSE)
    if len(passages) > room:
        passages[room:] = _merged(passages[room:])
    return passages


def _merged(passages: list[Passage]) -> list[Passage]:
    """The texts of passages as one, a line each; their pictures are left out."""
    texts = [passage for passage in passages if passage.type != "image"]
    if not texts:
        return []
    links: list[tuple[str, int, int]] = []
    place = 0
    for passage in texts:
        links += [(url, first + place, last + place) for url, first, last in passage.links]
        place += len(passage.text) + 1
    return [
        Passage(
            "code",
            texts[0].start,
            texts[-1].end,
            "\n".join(passage.text for passage in texts),
            sorted(piece for passage in texts for piece in passage.pieces),
            links,
            hints=frozenset((MERGED,)),
        )
    ]


def _reader(body: BodyKind) -> Callable[[str, int], list[Passage]]:
    """The reader of a kind, imported when the first body of its kind comes."""
    if body == "html":
        from normalize.bodies.html import read
    elif body == "markdown":
        from normalize.bodies.markdown import read
    else:
        from normalize.bodies.plain import read
    return read
