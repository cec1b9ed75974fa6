"""Whether a text is no more than its spelling in a source says: law 4, for tests."""

import re
import unicodedata
from html import unescape

_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][0-9A-Za-z]*);?")
_UNSEEN = re.compile("[\0\xad\u200b-\u200d\u2060\ufeff]")
_UNDECODABLE = re.compile("[\udc80-\udcff]")


def squash(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def _bare(text: str) -> str:
    return squash(unicodedata.normalize("NFC", _UNSEEN.sub("", text)))


def spells(raw: str, text: str) -> bool:
    """Whether a text is its spelling with escapes and references resolved, in NFC.

    Left aside are white space and what no reader sees; an undecodable byte may be U+FFFD in the
    text.
    """
    text = _bare(text)
    if text in (_bare(raw), _bare(unescape(raw))):
        return True
    raw = _bare(raw)
    i = j = 0
    while i < len(raw):
        found = _REFERENCE.match(raw, i)
        meaning = _bare(unescape(found[0])) if found else ""
        literal = found and text.startswith(raw[i : found.end() + 1], j)
        if found and not literal and text.startswith(meaning, j):
            i = found.end()
            j += len(meaning)
        elif text.startswith(raw[i], j):
            i += 1
            j += 1
        elif raw[i] == "\\":
            i += 1
        elif _UNDECODABLE.match(raw[i]):
            j += text.startswith("\ufffd", j)
            i += 1
        else:
            return False
    return j == len(text)
