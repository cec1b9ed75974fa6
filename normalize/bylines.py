"""Bylines that their place and a second line tell: between the headline and the first sentence.

A name alone is none there, for a place or a section may be two words in capitals as well. It is one
beside what somebody does at an outlet (``Ann Holt, news reporter``), beside an account
(``Ann Holt @annholt``), before an agency and beside a date, or below the label of a byline.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalize import people
from normalize.cues import Cues
from normalize.expression import expression
from normalize.people import Credit

_LENGTH = 80
_ACCOUNT = expression(r"@\w{2,30}\b")
_PARTS = expression(r"\s*[,|(/]\s*|\s+[-–—]\s+|\s+(?=@)")
_YEAR = expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = expression(r"[^\W\d_][\w.'’-]*\Z")


class Named(NamedTuple):
    """What the lines of a head name.

    Attributes:
        line: Which line it is.
        credits: Whom it names; none for a line that only says what they do.
    """

    line: int
    credits: list[Credit]


def read(lines: Sequence[str], cues: Cues) -> Iterator[Named]:
    """The names in the lines between a headline and the first sentence.

    Args:
        lines: The lines, in order.
        cues: The words of their language.
    """
    named: set[str] = set()
    for i, line in enumerate(lines):
        if not line or len(line) > _LENGTH:
            continue
        below = lines[i + 1] if i + 1 < len(lines) else ""
        found = _beside(line, cues)
        if not found and _is_label(lines[i - 1] if i else "", cues):
            found = _alone(line, cues)
        if not found and (_YEAR.search(below) or (i and _YEAR.search(lines[i - 1]))):
            found = _before_agency(line, cues)
        if not found and is_person(line, cues):
            if line in named or _ACCOUNT.match(below):
                found = [Credit("byline", line, 0, len(line))]
            elif people.is_office(below) and not is_person(below, cues) and _is_short(below):
                found = [Credit("byline", line, 0, len(line))]
                yield Named(i + 1, [])
        if not found and people.is_agency(line, cues):
            found = [Credit("source", line, 0, len(line))]
        if found:
            named.update(credit.name for credit in found)
            yield Named(i, found)


def _is_short(line: str) -> bool:
    return len(line) <= _LENGTH and "@" not in line


def _is_label(line: str, cues: Cues) -> bool:
    """Whether a line is the label of a byline and nothing else."""
    label = cues.labels.match(line) if line else None
    return label is not None and label.lastgroup == "byline" and label.end() == len(line)


def _alone(line: str, cues: Cues) -> list[Credit]:
    """The names of a line that is nothing else."""
    found = list(people.parted(line, cues))
    if sum(end - start for _, start, end in found) < len(line) - 5 * len(found):
        return []
    return [Credit("byline", *name) for name in found]


def _beside(line: str, cues: Cues) -> list[Credit]:
    """The name of a line that holds an account, an office or an agency as well."""
    first, *others = _PARTS.split(line.strip(), maxsplit=1)
    start = line.index(first)
    if others and is_person(first, cues):
        rest = others[0].rstrip(") ")
        if _ACCOUNT.match(rest) or people.is_office(rest):
            return [Credit("byline", first, start, start + len(first))]
    return []


def _before_agency(line: str, cues: Cues) -> list[Credit]:
    """The name and the agency of a line beside a date; elsewhere they credit a picture."""
    for agency in cues.agencies.finditer(line):
        name = line[: agency.start()].rstrip(" ,")
        if agency.end() == len(line) and is_person(name, cues):
            return [
                Credit("byline", name, 0, len(name)),
                Credit("source", agency[0], *agency.span()),
            ]
    return []


def is_person(line: str, cues: Cues) -> bool:
    """Whether a line is two to four words in capitals, and none of them the page's own."""
    words = line.split()
    return (
        2 <= len(words) <= 4
        and words[0][:1].isupper()
        and all(map(_WORD.match, words))
        and people.is_name(line)
        and not line.isupper()
        and not people.is_agency(line, cues)
        and not cues.heading(line)
        and not cues.labels.match(line)
        and not cues.prompts.match(line)
    )
