"""Who wrote it: bylines and credits on lines of their own, and names behind labels in a line."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from normalize.cues import Cues

Kind = Literal["byline", "source"]

_LENGTH = 120
_WORDS = 8
_NAME = 60
# A label, its colon and what stands up to the next label or bar.
_LABELLED = re.compile(
    r"(?:^|(?<=[\s|｜,，;；（(【\[]))([^\W\d_][^:：|｜\n\d]{0,24}?)[:：][ \t\u3000]*"
    r"([^|｜\n]*?)(?=[ \t\u3000]+[^\W\d_][^\s:：|｜\d]{0,16}[:：]|[|｜）)】\]]|$)"
)
_BETWEEN = re.compile(r"\s*(?:[,;、，；/|＆&]|\s(?:and|und|et|y|e|og|och|en|và|и|та|ve|dan)\s)\s*")
_OFFICE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|contributors?|press|news|agency)\b",
    re.IGNORECASE,
)
_QUOTES = " .·•\t\u3000()[]（）【】«»“”\"'„"
_SENTENCE = re.compile(r"[.!?。！？؟]\s")


class Credit(NamedTuple):
    """A name that a line states, and where it stands in the line."""

    kind: Kind
    name: str
    start: int
    end: int


def credits(line: str, cues: Cues) -> list[Credit]:  # noqa: A001
    """The people and outlets that a line names, if naming them is all that it does.

    Args:
        line: One line.
        cues: The words of its language.

    Returns:
        The names in their order; none for a line that is no byline or credit.
    """
    if len(line) > _LENGTH:
        return []
    label = cues.labels.match(line)
    if label is not None and label.lastgroup in ("byline", "source"):
        rest = line[label.end() :]
        if not re.search(r"[:：]", rest):
            kind: Kind = "byline" if label.lastgroup == "byline" else "source"
            return list(_names(kind, line, label.end(), len(line)))
    return list(labelled(line, cues))


def labelled(line: str, cues: Cues) -> Iterator[Credit]:
    """The names behind the labels of a line that may hold a stamp as well."""
    for found in _LABELLED.finditer(line):
        label = cues.labels.match(f"{found[1]}:")
        if label is not None and label.lastgroup in ("byline", "source"):
            kind: Kind = "byline" if label.lastgroup == "byline" else "source"
            yield from _names(kind, line, *found.span(2))


def _names(kind: Kind, line: str, start: int, end: int) -> Iterator[Credit]:
    """The names between two places of a line; none where it reads as a sentence."""
    said = line[start:end]
    if _SENTENCE.search(said) or (any(c.isdigit() for c in said) and kind == "byline"):
        return
    if kind == "source":
        name = said.strip(_QUOTES)
        if name and len(name.split()) <= _WORDS and "," not in name:
            place = line.index(name, start)
            yield Credit(kind, name, place, place + len(name))
        return
    for name, a, b in parted(said):
        yield Credit(kind, name, start + a, start + b)


def parted(said: str) -> Iterator[tuple[str, int, int]]:
    """Names in a list such as ``董雪、袁睿`` or ``Ann Holt and Bo Lind``, each with its place."""
    place = 0
    for part in [*_BETWEEN.finditer(said), None]:
        end = part.start() if part else len(said)
        name = said[place:end].strip(_QUOTES)
        if _is_name(name):
            start = said.index(name, place)
            yield name, start, start + len(name)
        place = part.end() if part else end


def _is_name(name: str) -> bool:
    """Whether it could be a person's name: few words, a capital where the script has any."""
    if not name or len(name) > _NAME or len(name.split()) > 5 or _OFFICE.search(name):
        return False
    return not name[0].islower()
