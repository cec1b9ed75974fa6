"""Who wrote it: bylines and credits on lines of their own, and names behind labels in a line."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from normalize.cues import Cues

Kind = Literal["byline", "editor", "source"]

_LENGTH = 120
_WORDS = 8
_NAME = 60
# A label, its colon and what stands up to the next label or bar.
_LABELLED = re.compile(
    r"(?:^|(?<=[\s|｜,，;；（(【\[]))([^\W\d_][^:：|｜\n\d【】（）()\[\]]{0,24}?)[:：][ \t\u3000]*"
    r"([^|｜\n]*?)(?=[ \t\u3000]+[^\W\d_][^\s:：|｜\d]{0,16}[:：]|[|｜）)】\]]|$)"
)
# Credits that share a line: `Reporting by … ; Editing by …`.
_PART = re.compile(r"[^;；]+")
_BETWEEN = re.compile(r"\s*(?:[,;、，；/|＆&]|\s(?:and|und|et|y|e|og|och|en|và|и|та|ve|dan)\s)\s*")
_OFFICE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|contributors?|press|news|agency)\b",
    re.IGNORECASE,
)
# What stands in small letters within a name.
_PARTICLES = re.compile(
    r"(?:al|bin|da|das|de|del|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu)\Z"
)
_QUOTES = " .·•\t\u3000()[]（）【】«»“”\"'„"
_SIGN = re.compile(r"[:：=/／|｜]")
_SENTENCE = re.compile(r"\.\s|[!?。！？؟]")


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
    found: list[Credit] = []
    for part in _PART.finditer(line):
        label = cues.labels.match(part[0])
        kind = _kind(label)
        if label is None or kind is None or re.search(r"[:：]", part[0][label.end() :]):
            return list(labelled(line, cues))
        found += _names(kind, line, part.start() + label.end(), part.end(), cues)
    return found


def labelled(line: str, cues: Cues) -> Iterator[Credit]:
    """The names behind the labels of a line that may hold a stamp as well."""
    if ":" not in line and "：" not in line:
        return
    for found in _LABELLED.finditer(line):
        kind = _kind(cues.labels.match(f"{found[1]}:"))
        if kind is not None:
            yield from _names(kind, line, *found.span(2), cues)


def _kind(label: re.Match[str] | None) -> Kind | None:
    """What a label says of the names behind it, if it is one of names."""
    match label.lastgroup if label is not None else None:
        case "byline":
            return "byline"
        case "editor":
            return "editor"
        case "source":
            return "source"
        case _:
            return None


def _names(kind: Kind, line: str, start: int, end: int, cues: Cues) -> Iterator[Credit]:
    """The names between two places of a line; none where it reads as a sentence."""
    said = line[start:end]
    if _SENTENCE.search(said) or (any(c.isdigit() for c in said) and kind != "source"):
        return
    if kind == "source":
        name = said.strip(_QUOTES)
        if name and not name[0].islower() and len(name.split()) <= _WORDS and "," not in name:
            place = line.index(name, start)
            yield Credit(kind, name, place, place + len(name))
        return
    found = list(parted(said))
    # Behind a bare word such as `By`, whatever is no name makes a sentence of the line.
    bare = not _SIGN.search(line, max(0, start - 3), start)
    others = [part.strip(_QUOTES) for part in _BETWEEN.split(said)]
    if bare and any(not (_is_name(part) or _OFFICE.search(part)) for part in others if part):
        return
    for name, a, b in found:
        label = _kind(cues.labels.match(name))
        if label is None or label == kind:
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
    """Whether it could be a person's name: few words, all in capitals where the script has any."""
    words = name.split()
    if not words or len(name) > _NAME or len(words) > 5 or _OFFICE.search(name):
        return False
    return all(not word[0].islower() or _PARTICLES.match(word) for word in words)
