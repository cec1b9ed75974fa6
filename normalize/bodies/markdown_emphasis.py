"""Emphasis: which runs of ``*``, ``_`` and ``~~`` open and close it, and which of them pair.

CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/), section 6.2 and the appendix "process
emphasis"; beside Chinese, Japanese and Korean the amendment of
https://github.com/tats-u/markdown-cjk-friendly, without which ``**…：**`` stays text there.
"""

from unicodedata import category, east_asian_width

from attrs import define

from normalize.bodies.markdown_spelling import Node
from normalize.span import Span


@define(slots=True, eq=False)
class Delimiter:
    """A run of one sign.

    Attributes:
        node: The index of its stretch.
        mark: The sign.
        size: How many signs it has; ``left``, how many are not yet used.
        opens, closes: Whether it can open and close emphasis.
    """

    node: int
    mark: str
    size: int
    opens: bool
    closes: bool
    left: int


def flanks(content: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the run of signs at ``content[start:end]`` can open and close emphasis."""
    before = content[start - 1] if start else " "
    after = content[end] if end < len(content) else " "
    if before.isalnum() and after.isalnum():
        return (False, False) if content[start] == "_" else (True, True)
    signs = _is_sign(before), _is_sign(after)
    eased = before.isspace() or after.isspace() or all(signs) or _is_wide(before) or _is_wide(after)
    left = not after.isspace() and (eased or not signs[1])
    right = not before.isspace() and (eased or not signs[0])
    if content[start] == "_":
        return left and (not right or signs[0]), right and (not left or signs[1])
    return left, right


def _is_sign(char: str) -> bool:
    """Whether a character is punctuation or a symbol."""
    return not char.isalnum() and category(char)[0] in "PS"


def _is_wide(char: str) -> bool:
    """Whether a character is written in the width of an ideograph."""
    return east_asian_width(char) in "WFH"


def pair(delimiters: list[Delimiter], bottom: int, nodes: list[Node], pairs: list[Span]) -> None:
    """Pair the delimiters from ``bottom`` on, and drop them.

    Args:
        delimiters: In the order of the content.
        bottom: The index of the first that takes part.
        nodes: The stretches of the content; what pairs is cut off those of the delimiters.
        pairs: Gets the span between the two of each pair.
    """
    open_: list[Delimiter] = []
    floors: dict[tuple[str, bool, int], int] = {}
    for closer in delimiters[bottom:]:
        while closer.closes and closer.left:
            key = (closer.mark, closer.opens, closer.size % 3)
            found = _opener(closer, open_, floors.get(key, -1))
            if found < 0:
                floors[key] = closer.node
                break
            opener = open_[found]
            used = 2 if opener.left > 1 and closer.left > 1 else 1
            opener.left -= used
            closer.left -= used
            nodes[opener.node].end -= used
            nodes[closer.node].start += used
            pairs.append((nodes[opener.node].end, nodes[closer.node].start))
            del open_[found + (opener.left > 0) :]
        if closer.opens and closer.left:
            open_.append(closer)
    for delimiter in delimiters[bottom:]:
        nodes[delimiter.node].text = delimiter.mark * delimiter.left
    del delimiters[bottom:]


def _opener(closer: Delimiter, open_: list[Delimiter], floor: int) -> int:
    """The index of the nearest opener that fits, or -1; none stands before ``floor``."""
    for i in range(len(open_) - 1, -1, -1):
        opener = open_[i]
        if opener.node < floor:
            break
        if opener.mark == closer.mark and (
            not (opener.closes or closer.opens)
            or (opener.size + closer.size) % 3
            or not (opener.size % 3 or closer.size % 3)
        ):
            return i
    return -1
