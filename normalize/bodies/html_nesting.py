"""The way most documents go: tokens that nest, with the tags supplied that HTML lets one omit."""

from collections.abc import Iterable, Iterator

from normalize.bodies.html_elements import (
    ALONE,
    BLOCKS,
    CLOSED_BY,
    CLOSED_WITH,
    FOREIGN,
    FORMATTING,
    HEADINGS,
    HIDDEN,
    ITEMS,
    PASSED,
    TABLE_PARENTS,
    VOID,
)
from normalize.bodies.tokens import Plain
from normalize.markup import NONE

# How deep elements may nest; one that opens deeper ends the one before it. Browsers stop at 512.
DEPTH = 200

_PLACED = HEADINGS | frozenset(ITEMS) | frozenset(TABLE_PARENTS)
_BREAK_OUT = (BLOCKS | FORMATTING | VOID | {"ruby", "span", "sub", "sup", "var"}) - {"image"}
_APART = PASSED | FOREIGN | {"template"}


class Misnested(Exception):  # noqa: N818 - not an error: the document goes the other way
    """The tags do not nest; only a tree builder can say what was meant."""


def nest(stream: Iterable[Plain], text: str, end: int) -> Iterator[Plain]:
    """Tokens in which each start tag has its end tag, and each end tag its start tag.

    Supplied tags are empty spans at the place where the element ends. An end tag without a start
    tag is left out, as are ``template`` and the tags of ``html``, ``head`` and ``body``.

    Args:
        stream: The tokens of a body.
        text: The text that they index.
        end: Where the body ends in it; what is open there ends there.

    Raises:
        Misnested: An element ends while another inside it is open that may not be.
    """
    stack: list[str] = []
    stream = iter(stream)
    for token in stream:
        kind, name, place, _, _ = token
        if kind == "start":
            if name in CLOSED_BY:
                if name in TABLE_PARENTS and "table" not in stack:
                    continue
                closed = CLOSED_BY[name]
                while stack and stack[-1] in closed:
                    yield "end", stack.pop(), place, place, NONE
                if "p" in stack and "p" in closed:
                    raise Misnested
                if name in _PLACED and not _fits(name, stack):
                    raise Misnested
            elif name in ALONE:
                if name in stack:
                    raise Misnested
            elif name in _APART:
                if name == "template":
                    pass_template(stream)
                elif name in FOREIGN and text[token[3] - 2] != "/":
                    yield from _foreign(stream, name)
                continue
            if name not in VOID:
                if len(stack) == DEPTH:
                    yield "end", stack.pop(), place, place, NONE
                stack.append(name)
            yield token
        elif kind == "end":
            if stack and stack[-1] == name:
                stack.pop()
                yield token
            elif name in stack:
                while name in BLOCKS and stack[-1] in CLOSED_WITH and stack[-1] != name:
                    yield "end", stack.pop(), place, place, NONE
                if stack.pop() != name:
                    raise Misnested
                yield token
            elif name == "p":
                yield "start", "p", place, place, NONE
                yield token
            elif name == "br":
                yield "start", "br", place, token[3], NONE
            elif name in HEADINGS and not HEADINGS.isdisjoint(stack):
                raise Misnested
        else:
            yield token
    while stack:
        yield "end", stack.pop(), end, end, NONE


def _fits(name: str, stack: list[str]) -> bool:
    """Whether an element that has its place may start where it does, with nothing more to close."""
    if name in TABLE_PARENTS:
        return stack[-1] in TABLE_PARENTS[name]
    if name in HEADINGS:
        return HEADINGS.isdisjoint(stack)
    for above in reversed(stack):
        if above in ITEMS[name]:
            break
        if above in ITEMS:
            return False
    return True


def pass_template(stream: Iterator[Plain]) -> None:
    """Take from a stream what belongs to a ``template`` that has just started."""
    depth = 1
    for kind, name, *_ in stream:
        if name == "template":
            depth += 1 if kind == "start" else -1
            if not depth:
                return


def _foreign(stream: Iterator[Plain], root: str) -> Iterator[Plain]:
    """The text of a picture or formula that has just started, without its tags.

    Raises:
        Misnested: It holds elements of HTML, or something around it ends before it.
    """
    depth = 1
    hidden = ""
    opened: set[str] = set()
    for token in stream:
        kind, name = token[0], token[1]
        if not name:
            if not hidden:
                yield token
        elif name == root:
            depth += 1 if kind == "start" else -1
            if not depth:
                return
        elif kind == "start":
            if name in _BREAK_OUT:
                raise Misnested
            opened.add(name)
            if not hidden and name in HIDDEN:
                hidden = name
        elif name not in opened:
            raise Misnested
        elif name == hidden:
            hidden = ""
    raise Misnested
