"""What a body of a kind can spell of a passage, so that its reader gives the same one."""

import re
from collections.abc import Sequence

from normalize import invisible
from normalize.bodies import BodyKind
from normalize.bodies.html_hints import shares
from normalize.expression import expression
from normalize.passage import Passage

# What no article holds, and what readers of text and of HTML pass over or take for a mark.
_FORBIDDEN = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ud800-\udfff]")
_LEVELS = range(1, 7)
# What bare lines show as markup: the bullet of an item, a rule.
_BULLET = expression(r"[•·▪■◆●►▶‣⁃*][^\S\n]|[-=*_~]{3,}\Z")


def holds(p: Passage, kind: BodyKind) -> bool:
    """Whether a body of a kind can spell a passage, so that it reads as the same."""
    parts = _lines(p)
    if _FORBIDDEN.search(p.text) or not _are_apart(p, parts, kind):
        return False
    if p.type != "code" and invisible.strip(p.text) != p.text:
        return False
    if kind == "text":
        bare = p.type in ("paragraph", "caption") and not p.links and len(parts) == 1
        return bare and _is_folded(p.text) and not _BULLET.match(p.text)
    match p.type:
        case "image":
            return _is_address(p.url) and p.text == p.text.strip()
        case "code":
            ends = p.text if kind == "markdown" else p.text.rstrip()
            return bool(p.text.strip()) and p.text == ends and "\r" not in p.text
        case "table":
            rows = p.rows or [[]]
            even = {len(row) for row in rows} == {len(rows[0])} and all(map(any, rows))
            return even and all(_is_folded(cell) for row in rows for cell in row if cell)
        case "heading":
            return len(parts) == 1 and _is_folded(p.text) and p.level in _LEVELS
        case _:
            return bool(parts) and all(map(_is_folded, parts))


def _lines(p: Passage) -> list[str]:
    """The parts of a passage that the body spells one by one."""
    if p.rows is not None:
        return [cell for row in p.rows for cell in row]
    return p.text.split("\n")


def _is_folded(line: str) -> bool:
    return bool(line) and line == " ".join(line.split())


def _is_address(url: str | None) -> bool:
    """Whether an address stands in markup as it is: there is one, without blanks and controls."""
    return bool(url) and not re.search(r"\s", url or "") and not _FORBIDDEN.search(url or "")


def _are_apart(p: Passage, parts: Sequence[str], kind: BodyKind) -> bool:
    """Whether each link lies in one part, behind the one before it, and has a text and an address.

    A paragraph of share links would be a prompt of the page.
    """
    if p.links and p.type in ("code", "caption"):
        return False
    place = start = 0
    spans = []
    for part in parts:
        spans.append((start, start + len(part)))
        start += len(part) + 1
    for url, a, b in p.links:
        said = p.text[a:b]
        if a < place or not said or said != said.strip() or not _is_address(url):
            return False
        if not any(first <= a and b <= last for first, last in spans):
            return False
        if kind == "html" and shares(url):
            return False
        place = b
    return True
