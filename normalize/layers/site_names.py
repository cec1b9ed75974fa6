"""A headline without the name of its site or section: ``… – RFI``, ``端传媒 | …``.

Pages glue the name to the headline in their ``<title>``, and flattened pages keep that line.
"""

from collections.abc import Sequence

from normalize.cues import Cues
from normalize.expression import expression
from normalize.people import HOST
from normalize.prose import width

_JOINT = expression(r"\s+[|｜–—-]\s+|[_｜|]|(?<=[\u3040-\u9fff》」』】）)])[-—](?=[\u3040-\u9fff])")
_SIGNS = frozenset("|｜_–—-")
_BAR = expression(r"\s[|｜]\s")
_OPENING = expression(r"[(\[（【［「『《〈“«]")
_CLOSING = expression(r"[)\]）】］」』》〉”»]")
_SHORT = 12
_SHARE = 0.4


def without_site(line: str, others: Sequence[str], words: Cues) -> tuple[int, int]:
    """Where in a line the headline stands without the names around it.

    A part of the line that stands on a line of its own is the headline: between joints, or all that
    follows a menu's words, where it is the better part of the line. Else what leaves at the end
    is an outlet that the language's press is credited by, a host name, or what stands behind a
    bar; at the beginning, a short name before a bar.

    Args:
        line: The line.
        others: The other lines of the head.
        words: The words of the page's language.

    Returns:
        Start and end of the headline in the line; all of it where no name is glued on.
    """
    for other in others:
        if len(line) > len(other) >= len(line) / 2 and line.endswith((f" {other}", f"\t{other}")):
            return len(line) - len(other), len(line)
    joints = [] if _SIGNS.isdisjoint(line) else [x.span() for x in _JOINT.finditer(line)]
    if not joints:
        return 0, len(line)
    starts = [0, *(end for _, end in joints)]
    ends = [*(start for start, _ in joints), len(line)]
    for start in starts:
        for end in reversed(ends):
            is_part = width(line, start, end) > _SHORT and end - start < len(line)
            if is_part and line[start:end] in others:
                return start, end
    start, end = 0, len(line)
    for before, after in reversed(joints):
        if not _is_name(line, before, after, end, words):
            break
        end = before
    before, after = joints[0]
    if after < end and _BAR.match(line, before) and width(line, 0, before) <= _SHORT:
        start = after
    return (start, end) if width(line, start, end) > _SHORT else (0, len(line))


def _is_name(line: str, before: int, after: int, end: int, words: Cues) -> bool:
    """Whether what stands behind a joint is the name of a site or a section."""
    name = line[after:end]
    if _CLOSING.search(name) and not _OPENING.search(name):
        return False
    if words.agencies.fullmatch(name) or HOST.match(name):
        return True
    return bool(_BAR.match(line, before)) and len(name) <= _SHARE * end
