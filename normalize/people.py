"""Who wrote it: bylines and credits on lines of their own, and names behind labels in a line."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from normalize import dates
from normalize.cues import Cues
from normalize.expression import expression
from normalize.span import Span

Kind = Literal["byline", "editor", "source"]

_LENGTH = 120
_WORDS = 8
_NAME = 60
_BESIDE_DATE = 3
"""How many words may stand beside the date of a byline, in each part of it."""
_JOINTS = " \t,|·•–—-(@"
# A label, its colon and what stands up to the next label or bar.
_LABELLED = expression(
    r"(?:^|(?<=[\s|｜,，;；（(【\[]))([^\W\d_][^:：|｜\n\d【】（）()\[\]]{0,24}?)[:：][ \t\u3000]*"
    r"([^|｜\n]*?)(?=[ \t\u3000]+[^\W\d_][^\s:：|｜\d]{0,16}[:：](?!//)|[|｜）)】\]]|$)"
)
# Credits that share a line: `Reporting by … ; Editing by …`.
_PART = expression(r"[^;；]+")

_KINDS: dict[str | None, Kind] = {"byline": "byline", "editor": "editor", "source": "source"}
_BETWEEN = expression(
    r"\s*(?:[,;、，；/＆&]|\s(?:and|und|et|y|e|og|och|en|và|и|та|ve|dan"
    r"|with|mit|avec|con|com|med|met|cu|с|з)\s)\s*"
)
# Behind it stands an outlet, a place or what was done, and no person: `Ann Holt | Northwire`.
_BAR = expression(r"\s*[|｜／]\s*|\s+[-–—]\s+|\s*\t\s*|[ \u3000]{2,}")
_HANGUL = "\u1100"
KOREAN_REPORTER = (
    r"(?P<name>[\uac00-\ud7a3]{2,4}|[\u1100-\u11ff]{4,12})[ \u3000]?"
    r"(?:기자|특파원|논설위원|\u1100\u1175\u110c\u1161|\u1110\u1173\u11a8\u1111\u1161\u110b\u116f\u11ab)"
)
"""The expression of a Korean name before what the person does, composed or not."""
_REPORTER = expression(rf"{KOREAN_REPORTER}(?:[ \t]+[(\[]?[\w.+-]+@[\w.-]+[)\]]?)?\s*\Z")
_OFFICE = expression(
    r"\b(?:staff|admin\w*|humas|writers?|press|news|agency|editors?|contributors?|columnists?|colunista"
    r"|report(?:er|age|agem)s?|reportera|correspond\w+|corresponsal|corrispondente|journalist\w*"
    r"|periodista|jornalista|giornalista|redac\w+|r[eé]dac\w+|redak\w+|redaz\w+|redatt\w+|muhabir\w*"
    r"|корреспондент\w*|журналист\w*|редак\w+|кореспондент\w*)\b|(?:記者|记者|기자|報導|报道|報道)\Z",
    re.IGNORECASE,
)
_AGENCY = expression(r"(?:agenc\w+|agent[uú]r\w*|agen[zț]\w+|agência|агентств\w+)\b", re.IGNORECASE)
# What stands in small letters within a name.
_PARTICLES = expression(
    r"(?:al|bin|da|das|de|del|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu)\Z"
)
# Chinese names that a blank parts; a Japanese name has one within it.
_HAN_NAMES = expression(r"[\u4e00-\u9fff]{2,4}(?:[ \u3000]+[\u4e00-\u9fff]{2,4})+\Z")
_QUOTES = " .*·•●|\t\u3000()[]（）【】«»“”\"'„"
_QUOTED = expression(r"[«„“\"]([^«»„“”\"]{2,60})[»“”\"]\s*\Z")
_SIGN = expression(r"[:：=/／|｜]")
_LABEL = expression(r"[^\W\d_]\s?[:：]")
_SENTENCE = expression(r"\.\s|[!?。！？؟]")
_DIGIT = expression(r"\d")
# Latin letters that stand for Cyrillic ones before a Cyrillic letter (UTS #39, confusables).
_MIXED = expression(r"[ABCEHKMOPTX](?=[а-яё])")
_CYRILLIC = str.maketrans("ABCEHKMOPTX", "АВСЕНКМОРТХ")
HOST = expression(r"(?:[A-Za-z0-9-]{2,}\.)+(?:[a-z]{2,8}|[A-Z]{2,8})\Z")
"""A name that is a host's: ``rosbalt.ru``, ``VOV.VN``."""

_LOGIN = expression(r"[a-z]\w{2,20}\Z")
_ADDRESS = expression(r"\s*[<＜(（]?\b(?:https?://|www\.)[^\s<>＜＞()（）]+[>＞)）]?")


class Credit(NamedTuple):
    """A name that a line states, and where it stands in the line."""

    kind: Kind
    name: str
    start: int
    end: int


def credits(line: str, cues: Cues, *, stamp: bool = False) -> list[Credit]:  # noqa: A001
    """The people and outlets that a line names, if naming and dating them is all that it does.

    Args:
        line: One line.
        cues: The words of its language.
        stamp: Whether the line is known to be a stamp, in which more may stand beside the names.

    Returns:
        The names in their order; none for a line that is no byline or credit.
    """
    if len(line) > _LENGTH:
        return []
    reporter = _REPORTER.match(line) if line[:1] >= _HANGUL else None
    if reporter is not None:
        return [Credit("byline", reporter["name"], *reporter.span("name"))]
    if _MIXED.match(line):
        line = line[0].translate(_CYRILLIC) + line[1:]
    is_labelled = stamp or _kind(cues.labels.match(line)) is not None
    if not (is_labelled or ":" in line or "：" in line or ";" in line or "；" in line):
        return []
    if not _DIGIT.search(line):
        parts = [(0, len(line))]
    elif is_labelled or _LABEL.search(line):
        parts = list(_between_dates(line, cues))
    else:
        return []
    dated = len(parts) > 1
    found: list[Credit] = []
    for start, end in parts:
        said = line[start:end]
        named = _stated(said, cues, dated=dated)
        if not (named or stamp) and len(said.split()) > _BESIDE_DATE:
            return []
        found += [c._replace(start=start + c.start, end=start + c.end) for c in named]
    return found


def _between_dates(line: str, cues: Cues) -> Iterator[Span]:
    """The parts of a line that are no dates: `By Ann Holt, 5 March 2024` names Ann Holt."""
    place = 0
    for literal in dates.scan(line, language=cues.language):
        yield place, place + len(line[place : literal.start].rstrip(_JOINTS))
        place = literal.end + len(line[literal.end :]) - len(line[literal.end :].lstrip(_JOINTS))
    yield place, len(line)


def _stated(said: str, cues: Cues, *, dated: bool) -> list[Credit]:
    """The names of a line without dates."""
    found: list[Credit] = []
    for part in _PART.finditer(said):
        label = cues.labels.match(part[0])
        kind = _kind(label)
        rest = part[0][label.end() :] if label else ""
        if label is None or kind is None or re.search(r"[:：](?!//)", rest):
            return list(labelled(said, cues))
        found += _names(kind, said, part.start() + label.end(), part.end(), cues, dated=dated)
    return found


def labelled(line: str, cues: Cues) -> Iterator[Credit]:
    """The names behind the labels of a line that may hold a stamp as well."""
    if ":" not in line and "：" not in line:
        return
    for found in _LABELLED.finditer(line):
        label = cues.labels.match(f"{found[1]}:")
        kind = _kind(label)
        if label is not None and kind is not None and label.end() > len(found[1]):
            yield from _names(kind, line, *found.span(2), cues)


def _kind(label: re.Match[str] | None) -> Kind | None:
    """What a label says of the names behind it, if it is one of names."""
    return _KINDS.get(label.lastgroup) if label is not None else None


def _names(
    kind: Kind, line: str, start: int, end: int, cues: Cues, *, dated: bool = False
) -> Iterator[Credit]:
    """The names between two places of a line; none where it reads as a sentence."""
    said = line[start:end]
    if kind == "source":
        name = outlet(_ADDRESS.sub("", said), cues)
        is_one = len(name.split()) <= _WORDS and "," not in name
        if name and is_one and (not name[0].islower() or HOST.match(name)):
            place = line.index(name, start)
            yield Credit(kind, name, place, place + len(name))
        return
    if _SENTENCE.search(said) or _DIGIT.search(said):
        return
    said = _BAR.split(said, maxsplit=1)[0]
    found = list(parted(said, cues, dated=dated))
    # Behind a bare word such as `By`, whatever is no name makes a sentence of the line, and so do
    # two words that could be names: `Von Mäusen und Menschen`.
    if _SIGN.search(line, max(0, start - 3), start):
        login = said.strip(_QUOTES)
        if not found and _LOGIN.match(login) and not _OFFICE.search(login):
            found = [(login, said.index(login), said.index(login) + len(login))]
    else:
        others = [part.strip(_QUOTES) for part in _BETWEEN.split(said)]
        if not all(_is_of_byline(part, cues, dated=dated) for part in others if part):
            return
        if len(found) > 1 and all(name[0].isupper() and " " not in name for name, *_ in found):
            return
    for name, a, b in found:
        label = _kind(cues.labels.match(name))
        if label is None or label == kind:
            credited = kind == "byline" and is_agency(name, cues)
            yield Credit("source" if credited else kind, name, start + a, start + b)


def _is_of_byline(part: str, cues: Cues, *, dated: bool) -> bool:
    is_one = is_name(part) or is_agency(part, cues) or bool(_OFFICE.search(part))
    return is_one or (dated and bool(_leading(part)))


def outlet(said: str, cues: Cues) -> str:
    """The outlet that a credit names, without the quotation marks around it.

    Of an agency's name in quotation marks behind what it is (`газета «Известия»`), the name.
    """
    quoted = _QUOTED.search(said)
    if quoted is not None and (quoted.start() == 0 or is_agency(quoted[1], cues)):
        return quoted[1].strip()
    name = said.strip(" .·•\t\u3000()[]（）【】")
    return name if quoted is not None else name.strip(_QUOTES)


def is_agency(name: str, cues: Cues) -> bool:
    """Whether a name is one that agencies and outlets are credited with."""
    if _AGENCY.match(name) or cues.agencies.fullmatch(name):
        return True
    return len(name) > 3 and name.isupper() and cues.agencies.fullmatch(name.title()) is not None


def parted(said: str, cues: Cues, *, dated: bool = False) -> Iterator[tuple[str, int, int]]:
    """Names in a list such as ``董雪、袁睿`` or ``Ann Holt and Bo Lind``, each with its place.

    Args:
        said: The list.
        cues: The words of its language.
        dated: Whether a date stands behind it, and words such as `publiziert am` before the date.
    """
    place = 0
    for part in [*_BETWEEN.finditer(said), None]:
        end = part.start() if part else len(said)
        # A reporter's place stands before the name: `ロンドン＝田中一郎`.
        name = said[place:end].rpartition("＝")[2].strip(_QUOTES)
        name = _leading(name) if dated else _once(name)
        listed = cues.language == "zh" and _HAN_NAMES.match(name) is not None
        for one in name.split() if listed else [name]:
            if is_name(one) or is_agency(one, cues):
                start = said.index(one, place)
                yield one, start, start + len(one)
                place = start + len(one)
        place = part.end() if part else end


def _once(name: str) -> str:
    """A name that stands there twice, once."""
    half, odd = divmod(len(name), 2)
    twice = odd and name[half].isspace() and name[:half] == name[half + 1 :]
    return name[:half] if twice else name


def _leading(said: str) -> str:
    """The words before the first in small letters that is no particle of a name."""
    words = said.split(" ")
    for i, word in enumerate(words):
        if word[:1].islower() and not _PARTICLES.match(word):
            words = words[:i]
            break
    return _once(" ".join(words).strip(_QUOTES))


def is_name(name: str) -> bool:
    """Whether it could be a person's name: few words, all in capitals where the script has any."""
    words = name.split()
    if not words or len(name) > _NAME or len(words) > 5 or _OFFICE.search(name):
        return False
    return all(not word[0].islower() or _PARTICLES.match(word) for word in words)


def is_office(said: str) -> bool:
    """Whether a few words name what somebody does at an outlet: `Opinion Columnist`."""
    words = said.split()
    return len(words) <= _WORDS and not _SENTENCE.search(said) and bool(_OFFICE.search(said))
