"""The way most documents go: tokens that nest, with the tags supplied that HTML lets one omit."""

from collections.abc import Iterable, Iterator

from normalize.bodies import html_elements as elements
from normalize.bodies.tokens import NONE, Plain

# How deep elements may nest; one that opens deeper ends the one before it. Browsers stop at 512.
DEPTH = 200

_CLOSED_BY = elements.CLOSED_BY
_ITEMS = {"li": elements.LISTS, "dd": frozenset(("dl",)), "dt": frozenset(("dl",))}
_APART = elements.PASSED | elements.FOREIGN | {"template"}
_ALONE = frozenset(("a", "button", "nobr"))


class Misnested(Exception):  # noqa: N818 - not an error: the document goes the other way
    """The tags do not nest; only a tree builder can say what was meant."""


def nest(stream: Iterable[Plain]) -> Iterator[Plain]:
    """Tokens in which each start tag has its end tag, and each end tag its start tag.

    Supplied tags are empty spans at the place where the element ends. An end tag without a start
    tag is left out, as are ``template`` and the tags of ``html``, ``head`` and ``body``. What is
    open at the end stays open.

    Raises:
        Misnested: An element ends while another inside it is open that may not be.
    """
    stack: list[str] = []
    stream = iter(stream)
    for token in stream:
        kind = token[0]
        if kind == "start":
            name = token[1]
            closed = _CLOSED_BY.get(name)
            if closed is not None:
                while stack and stack[-1] in closed:
                    yield "end", stack.pop(), token[2], token[2], NONE
                if not _fits(name, stack):
                    raise Misnested
                if name in elements.TABLE_PARENTS and "table" not in stack:
                    continue
            elif name in _APART:
                if name == "template":
                    pass_template(stream)
                elif name in elements.FOREIGN:
                    yield from _foreign(stream, name)
                continue
            yield token
            if name not in elements.VOID:
                if len(stack) == DEPTH:
                    raise Misnested
                stack.append(name)
        elif kind == "end":
            name = token[1]
            if stack and stack[-1] == name:
                stack.pop()
                yield token
            elif name in stack:
                while stack[-1] in elements.CLOSED_WITH and stack[-1] != name:
                    yield "end", stack.pop(), token[2], token[2], NONE
                if stack.pop() != name:
                    raise Misnested
                yield token
            elif name == "p":
                yield "start", "p", token[2], token[2], NONE
                yield token
            elif name == "br":
                yield "start", "br", token[2], token[3], NONE
        else:
            yield token


def _fits(name: str, stack: list[str]) -> bool:
    """Whether a start tag may stand where it does, with no further element to close."""
    parents = elements.TABLE_PARENTS.get(name)
    if parents is not None:
        return not stack or stack[-1] in parents or "table" not in stack
    if name in _ALONE:
        return name not in stack
    if name in _ITEMS and name in stack:
        lists = _ITEMS[name]
        for above in reversed(stack):
            if above in lists:
                break
            if above in _ITEMS:
                return False
    return "p" not in stack


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
        Misnested: It holds blocks of HTML.
    """
    depth = 1
    hidden = ""
    for token in stream:
        kind, name = token[0], token[1]
        if not name:
            if not hidden:
                yield token
        elif name in elements.BLOCKS:
            raise Misnested
        elif name == root:
            depth += 1 if kind == "start" else -1
            if not depth:
                return
        elif kind == "start" and not hidden and name in elements.HIDDEN:
            hidden = name
        elif kind == "end" and name == hidden:
            hidden = ""
