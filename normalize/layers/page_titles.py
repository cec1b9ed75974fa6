"""The headline of a page among what its head and its body give as its title.

A page's ``<title>`` bears the site's name beside the headline, often ``og:title`` does as well; the
first headings of the body say which part is the headline.
"""

import re
from collections.abc import Sequence
from html import unescape
from itertools import islice

from normalize.cues import Cues, fold
from normalize.expression import expression
from normalize.layers.site_names import without_site
from normalize.span import Span

_HEADING = expression(
    r"<h1(?=[\t\n\f\r />])[^>]*+>((?:[^<]++|<(?!/?h1[\t\n\f\r />]))*+)</h1", re.IGNORECASE
)
_BREAK = expression(r"<br\b[^>]*+>", re.IGNORECASE)
_TAG = expression(r"<[^>]*+>")
_UNIT = expression(r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[A-Za-z][0-9A-Za-z]*+;?)|[\s\S]")
_SIGNS = "|｜–—-:：·•»«›‹~/_"
_LONGEST = 500  # characters of a title that may have a name beside it
_MOST = 8  # headings of the first level that are looked at


def headings(text: str, start: int) -> list[str]:
    """The first headings of the first level in HTML, blanks folded."""
    found = islice(_HEADING.finditer(text, start), _MOST)
    said = [unescape(_TAG.sub("", _BREAK.sub(" ", x[1]))) for x in found]
    return [line for line in (" ".join(x.split()) for x in said) if line]


def headline(line: str, others: Sequence[str], sites: Sequence[str], words: Cues) -> Span:
    """Where the headline stands in a title.

    Args:
        line: The title, its blanks folded.
        others: The page's other titles and headings, which show where one ends.
        sites: The site's names, as the page states them.
        words: The words of the page's language.
    """
    start, end = 0, len(line)
    if end > _LONGEST:
        return start, end
    for site in filter(None, sites):
        start, end = _without(line, start, end, site)
    again = _again(line[start:end], others)
    first, last = again or without_site(line[start:end], others, words)
    return start + first, start + last


def _again(line: str, others: Sequence[str]) -> Span | None:
    """The part of a title that another says whole, longer than the name and the sign beside it.

    A shorter one may be the site's own, which pages set as a heading above their logo.
    """
    for other in others:
        rest = len(line) - len(other)
        if not 0 < rest < len(other):
            continue
        if line.startswith(other) and line[len(other) :].lstrip()[0] in _SIGNS:
            return 0, len(other)
        if line.endswith(other) and line[:rest].rstrip()[-1] in _SIGNS:
            return rest, len(line)
    return None


def _without(line: str, start: int, end: int, site: str) -> Span:
    """The part of a line without the site's name at one of its ends, and the sign beside it."""
    said = line[start:end]
    if said.casefold().endswith(site.casefold()):
        rest = said[: len(said) - len(site)]
        if bare := _unsigned(rest):
            return start, start + len(bare)
    if said.casefold().startswith(site.casefold()):
        rest = said[len(site) :]
        if bare := _unsigned(rest[::-1]):
            return end - len(bare), end
    return start, end


def _unsigned(rest: str) -> str:
    """A text without the sign that ends it, and the blanks around that; nothing without a sign."""
    bare = rest.rstrip().rstrip(_SIGNS)
    return bare.rstrip() if len(bare) < len(rest.rstrip()) else ""


def is_confirmed(title: str, headings: Sequence[str]) -> bool:
    """Whether one of the headings says a title again."""
    wanted = fold(title)
    return any(fold(heading) == wanted for heading in headings)


def part(spelled: str, start: int, said: str, span: Span) -> Span:
    """Where a part of a title stands.

    Args:
        spelled: The title as it is spelled, without blanks around it.
        start: Where that begins, in code points.
        said: What it says.
        span: The part of what it says.
    """
    whole = start, start + len(spelled)
    if span == (0, len(said)):
        return whole
    places: list[int] = []
    is_blank = True
    for unit in _UNIT.finditer(spelled):
        for letter in unescape(unit[0]):
            if not (letter.isspace() and is_blank):
                places.append(start + unit.start())
            is_blank = letter.isspace()
    if len(places) != len(said):
        return whole
    return places[span[0]], [*places, whole[1]][span[1]]
