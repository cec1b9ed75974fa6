"""Readers of bodies: what is left below the layers becomes passages.

Each reader is a function ``read(text, start)`` that gives the passages of ``text`` from ``start``
to its end, in order.
"""

import re
from typing import Literal

from normalize.passage import Passage

BodyKind = Literal["text", "markdown", "html"]

_TAG = re.compile(r"\s*<(?:!doctype|!--|/?[a-z][a-z0-9-]*(?=[\s/>]))", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"</(?:p|div|ul|ol|li|h[1-6]|table|blockquote|section|article|figure)>|<br\s*/?>|<p>",
    re.IGNORECASE,
)
_MARKDOWN_OPENING = re.compile(
    r"\s*(?:#{1,6}[ \t]|!?\[[^\]\n]*\]\(|```|~~~|[^\n]{1,120}\n(?:={3,}|-{3,})[ \t]*(?:\n|\Z))"
)
_MARKDOWN = re.compile(
    r"^(?:#{1,6}[ \t]+\S|```|~~~)|!?\[[^\]\n]{0,300}\]\((?:https?:|/|\.)", re.MULTILINE
)
_PROBE = 20_000


def kind(text: str, start: int, otherwise: BodyKind = "text") -> BodyKind:
    """The kind of a body, by its looks: tags, marks of Markdown, or ``otherwise``."""
    if _TAG.match(text, start):
        return "html"
    end = start + _PROBE
    if _MARKDOWN_OPENING.match(text, start):
        return "markdown"
    if otherwise == "text":
        if "<" in text and _BLOCK_TAG.search(text, start, end):
            return "html"
        if _MARKDOWN.search(text, start, end):
            return "markdown"
    return otherwise


def read(text: str, start: int, body: BodyKind) -> list[Passage]:
    """The passages of ``text`` from ``start`` on."""
    if body == "html":
        from normalize.bodies import html

        return html.read(text, start)
    if body == "markdown":
        from normalize.bodies import markdown

        return markdown.read(text, start)
    from normalize.bodies import plain

    return plain.read(text, start)
