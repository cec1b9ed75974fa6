"""One tokenizer for HTML: tokens that carry their place in the text and tile it without a gap.

It is turbohtml's, which follows the WHATWG standard; where turbohtml is not to be had, the
standard library's ``html.parser`` takes its place (``html_fallback``). Neither of them keeps
offsets, and turbohtml folds CR LF and drops ``</>`` and a tag that the end of the text cuts off;
the places are counted here, so that the tokens' spans always give back the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from normalize.expression import expression
from normalize.markup import NONE, Attributes, attributes

Kind = Literal["text", "raw", "start", "end", "comment", "doctype", "dropped"]
Plain: TypeAlias = "tuple[Kind, str, int, int, Attributes]"
Tokenizer: TypeAlias = "Callable[[str, int, int], Iterator[Plain]]"

# Elements whose content a tokenizer does not read as markup, and what their text is. `noscript` is
# not one of them: an article is read as with scripting off.
RAW: dict[str, Kind] = {
    "iframe": "raw",
    "noembed": "raw",
    "noframes": "raw",
    "plaintext": "raw",
    "script": "raw",
    "style": "raw",
    "textarea": "text",
    "title": "text",
    "xmp": "raw",
}

_MAX_SECTIONS = 64  # CDATA sections of a document that are read as such: each starts anew

_NOSCRIPT = expression(r"(</?)noscript(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII)
_MASK = "noscrip-"
_NULS = expression("\0+")


class Token(NamedTuple):
    """A token of HTML.

    Attributes:
        kind: ``text``; ``raw``, which is text where references mean nothing; ``start`` and
            ``end`` of an element; ``comment``, processing instructions and the like included;
            ``doctype``; ``dropped``, which a browser passes over: NUL, ``</>``, and a tag cut off
            by the end.
        name: Of an element, in lower case.
        start, end: Its span in the text.
        attributes: Names in lower case with their values, references resolved; of a name that
            stands twice, the first.
    """

    kind: Kind
    name: str
    start: int
    end: int
    attributes: Attributes


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Split HTML into tokens by the rules of WHATWG HTML, section 13.2.5.

    Args:
        text: A text that holds HTML.
        start: Where to begin, in code points.
        end: Where to stop; by default at the end of the text.

    Returns:
        Tokens that tile ``text[start:end]``: each starts where the one before it ends.
    """
    return map(Token._make, split(text, start, len(text) if end is None else end))


def split(text: str, start: int, end: int) -> Iterator[Plain]:
    """The same tokens as plain tuples: a third faster, for the reader of bodies."""
    stream = _tokenizer()(text, start, end)
    if text.find("<![CDATA[", start, end) >= 0:
        stream = _sections(stream, text, end)
    return _without_nuls(stream, text) if text.find("\0", start, end) >= 0 else stream


@cache
def _tokenizer() -> Tokenizer:
    try:
        return turbo()
    except ImportError:
        from normalize.bodies.html_fallback import split_slowly

        return split_slowly


def turbo() -> Tokenizer:
    """The tokenizer over turbohtml.

    Raises:
        ImportError: It is not installed.
    """
    from turbohtml import TokenType, tokenize

    characters, reference = TokenType.TEXT, TokenType.CHARACTER_REFERENCE
    start_tag, end_tag, doctype = TokenType.START_TAG, TokenType.END_TAG, TokenType.DOCTYPE

    def split_fast(text: str, start: int, end: int, masked: bool = False) -> Iterator[Plain]:
        part = text if end - start == len(text) else text[start:end]
        source = _countable(part, masked)
        faithful = source is part
        place = at = start  # where the next item starts, and the text before it
        inside: Kind = "text"
        for item in tokenize(source, resolve_references=False, capture_source=True):
            kind = item.type
            if kind is characters:
                place += len(item.data or "")
                continue
            if kind is reference:
                place += len(item.source or "")
                continue
            if place > at:
                yield inside, "", at, place, NONE
            at, place = place, place + len(item.source or "")
            if kind is start_tag:
                name = item.tag or ""
                inside = RAW.get(name, "text")
                found = NONE
                if place - at > len(name) + 2:
                    found = (item.attrs or NONE) if faithful else attributes(text, at, place)
                if name == "noscript":
                    yield "start", name, at, place, found
                    yield from split_fast(text, place, end, masked=True)
                    return
                yield "start", "noscript" if name == _MASK else name, at, place, found
            elif kind is end_tag:
                inside = "text"
                name = item.tag or ""
                yield "end", "noscript" if name == _MASK else name, at, place, NONE
            elif text.startswith("</>", at):
                yield "dropped", "", at, place, NONE
            else:
                yield "doctype" if kind is doctype else "comment", "", at, place, NONE
            at = place
        if place > at:
            yield inside, "", at, place, NONE
        if place < end:
            yield "dropped", "", place, end, NONE

    return split_fast


def _countable(text: str, masked: bool) -> str:
    """A text that turbohtml splits at the same places, each item with its true length.

    Only the lengths are taken from it: CR LF becomes two blanks, and ``</>``, which no item would
    stand for, an empty comment. The content of ``noscript``, which turbohtml does not take for
    markup, is split where the name is masked.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if "</>" in text:
        text = text.replace("</>", "<!>")
    return _NOSCRIPT.sub(rf"\1{_MASK}", text) if masked else text


def _sections(stream: Iterable[Plain], text: str, end: int) -> Iterator[Plain]:
    """Read CDATA sections inside ``svg`` and ``math``, which elsewhere are comments."""
    depth = sections = 0
    queue = iter(stream)
    while (token := next(queue, None)) is not None:
        kind, name, start, stop, _ = token
        if name in ("svg", "math"):
            depth = max(0, depth + (1 if kind == "start" else -1))
        if (
            depth
            and kind == "comment"
            and sections < _MAX_SECTIONS
            and text.startswith("<![CDATA[", start)
        ):
            sections += 1
            start += 9
            close = text.find("]]>", start, end)
            stop = end if close < 0 else close
            yield "dropped", "", start - 9, start, NONE
            if stop > start:
                yield "raw", "", start, stop, NONE
            if close >= 0:
                yield "dropped", "", close, close + 3, NONE
            queue = _tokenizer()(text, min(stop + 3, end), end)
        else:
            yield token


def _without_nuls(stream: Iterable[Plain], text: str) -> Iterator[Plain]:
    """Take the NULs out of the texts."""
    for token in stream:
        kind, name, start, end, found = token
        if kind not in ("text", "raw"):
            yield token
            continue
        for nul in _NULS.finditer(text, start, end):
            if nul.start() > start:
                yield kind, name, start, nul.start(), found
            start = nul.end()
            yield "dropped", "", nul.start(), start, NONE
        if start < end:
            yield kind, name, start, end, found
