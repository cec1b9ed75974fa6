"""What the block and the inline structure of Markdown share: addresses, titles, labels, escapes.

CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/), sections 2.4, 2.5, 4.7 and 6.3.
"""

import re
from html import unescape as _character

from normalize.expression import expression
from normalize.span import Span

Line = tuple[int, int, int]  # start, end, columns of a cut tab that stand before it
Reference = tuple[str, Span]  # an address and the span that spells it

MARK = expression(r"[\\`*_~\[\]<&{\n]")  # what may mean something in a paragraph
_BLANKS = expression(r"\s+")
ENTITY = expression(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_LAST_ENTITY = expression(r"(?:&[A-Za-z0-9]{1,31}+)?;\Z")
_ESCAPED = r"\\[!-/:-@\[-`{-~]"
_ESCAPED_OR_ENTITY = expression(rf"{_ESCAPED}|{ENTITY.pattern}")

# An address may hold parentheses in pairs, here three deep as the standard asks at least, and
# Liquid with its blanks, which CommonMark does not know.
_LIQUID = r"\{\{[^{}\n]*+\}\}|\{%(?:[^{}%\n]|%(?!\}))*+%\}"
_FLAT = rf"(?:[^\x00-\x20\x7f()\\{{]++|{_ESCAPED}|\\|{_LIQUID}|\{{)"
_NESTED = rf"(?:{_FLAT}|\((?:{_FLAT}|\({_FLAT}*+\))*+\))"
DESTINATION = rf"(?:<(?P<pointy>(?:[^<>\n\\]|\\.)*+)>|(?!<)(?P<bare>(?:{_FLAT}|\({_NESTED}*+\))*+))"
TITLE = r"""(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))"""
TAG = (
    r"<(?:(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)(?:\s++[a-zA-Z_:][\w.:-]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+)*+\s*+/?+"
    r"|/(?P<closed>[a-zA-Z][a-zA-Z0-9-]*+)\s*+)>"
)


def resolve(text: str) -> str:
    """A text with its entities resolved."""
    return ENTITY.sub(lambda found: _character(found[0]), text) if "&" in text else text


def unescape(text: str) -> str:
    """A text with its backslash escapes and entities resolved."""
    if "\\" in text or "&" in text:
        return _ESCAPED_OR_ENTITY.sub(_unescaped, text)
    return text


def _unescaped(found: re.Match[str]) -> str:
    return found[0][1] if found[0][0] == "\\" else _character(found[0])


def normal_label(label: str) -> str:
    """A label as labels are compared."""
    return " ".join(label.split()).casefold()


def fold(text: str) -> str:
    """A text with each run of white space as one blank."""
    return text if "  " not in text and text.isprintable() else _BLANKS.sub(" ", text)


def has_address(text: str) -> bool:
    """Whether a text may hold a bare address."""
    return "://" in text or "www." in text or "@" in text


def plain_text(text: str) -> str:
    """A text with its blanks folded, if nothing in it means anything else; else nothing."""
    if "://" in text or "www." in text or "@" in text or MARK.search(text):
        return ""
    return fold(text)


def trim_address(address: str) -> str:
    """A bare address without the punctuation after it (GFM 6.9)."""
    unpaired = address.count(")") - address.count("(")
    while True:
        bare = address.rstrip("?!.,:*_~'")
        if bare.endswith(";"):
            bare = _LAST_ENTITY.sub("", bare)
        elif unpaired > 0 and bare.endswith(")"):
            unpaired -= 1
            bare = bare[:-1]
        if bare == address:
            return bare
        address = bare
