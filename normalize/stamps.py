"""The dates of a body: stamps above or below the running text, mentions everywhere else.

The line that dates an article does not always stand beside its headline: a lead, a byline, a menu
or prompts to share may come between, or the line stands below the text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from normalize import dates
from normalize.chronology import Witness, agree, has_year
from normalize.cues import Cues
from normalize.dates import DateLiteral
from normalize.expression import expression
from normalize.layers import labels
from normalize.markup import attribute_spans
from normalize.passage import Passage
from normalize.record import DateRole

_CLOCK = expression(r"\d[:h：]\d\d")
_WEEKDAY = expression(r"[^\W\d_]+(?: [^\W\d_]+)?[,،] *(?=\d)")
_TIME = expression(r"(<time[\t\n\f\r /][^<>]*+>)[^<>]*+\Z", re.IGNORECASE)
_REACH = 500  # characters of a tag and of what stands between it and its date
_ABOVE = 2
"""After how many paragraphs, if most of the text follows, a line may still be a stamp."""
_HEAD = 30
"""How many passages the head of a body can have: menus and prompts stand there."""

_OVER = "another stamp stands below the headline"
_COARSE = ("year", "month")
_DAY = ("year", "month", "day")
_PAGE = ("related", "comment")


class _Line(NamedTuple):
    """A passage with dates.

    Attributes:
        said: For each date what its label says; ``other`` for those that date nothing here.
        is_above: Whether it stands above the running text.
    """

    passage: Passage
    literals: Sequence[DateLiteral]
    said: Sequence[labels.Kind | None]
    is_above: bool


def of_body(
    text: str,
    start: int,
    passages: Sequence[Passage],
    kind: str,
    cues: Cues,
    header: Sequence[Witness],
    headline: int | None,
) -> list[Witness]:
    """Every date of the body.

    Above the running text, a line with a full date and little else is a stamp, whatever menus and
    prompts stand around it; where several of them without a label disagree, they are a list's. Of
    what stands beside an article that the header dates, none is a stamp.
    Below it only a label makes a stamp, and only where nothing above says the same of the article
    and all such labels agree.

    Args:
        text: The decoded text.
        start: Where the body begins, in code points.
        passages: Its passages in their roles.
        kind: The kind of the body, the origin of its stamps.
        cues: The words of its language.
        header: What the header states.
        headline: Where the headline begins, above the body or in it; a masthead may stand in a body
            that has none above it. Of bare dates in it those below count before those above.
    """
    titled = headline is not None and headline < start
    is_dated = any(found.role == "published" and has_year(found) for found in header)
    top: list[Witness] = []
    loose: list[Witness] = []
    foot: list[Witness] = []
    rest: list[Witness] = []
    for line in _lines(text, start, passages, cues):
        for literal, said in zip(line.literals, line.said, strict=True):
            found = _mention(text, literal, line.passage)
            if said == "crawl":
                rest.append(_stamp(found, kind, said))
            elif said == "other":
                rest.append(found)
            elif said is not None and line.is_above:
                top.append(_stamp(found, kind, said))
            elif said is not None and line.passage.role not in _PAGE:
                foot.append(found._replace(role=said))
            elif is_dated and line.passage.role in _PAGE:
                rest.append(found)
            elif line.is_above and _is_loose(text, line.passage, literal, titled=titled):
                loose.append(found)
            else:
                rest.append(found)
    # Beside a day with its year, one without is of something else: a comment, a calendar.
    whole = [found for found in loose if has_year(found)]
    rest += [found for found in loose if whole and not has_year(found)]
    whole = whole or loose
    place = start if headline is None else headline
    if below := [found for found in whole if (found.start or 0) >= place]:
        over = [found for found in whole if (found.start or 0) < place]
        rest += [_stamp(x, kind, "crawl", labelled=False)._replace(reason=_OVER) for x in over]
        whole = below
    if _is_one(whole):
        top += [_stamp(x, kind, "published", labelled=False) for x in whole]
    else:
        rest += [found._replace(reason="one of several lines with dates") for found in whole]
    for role in ("published", "modified"):
        own = [found for found in foot if found.role == role]
        is_said = any(found.role == role and has_year(found) for found in (*header, *top))
        counts = _is_one(own) and not is_said
        rest += [_stamp(x, kind, x.role) if counts else x._replace(role="mention") for x in own]
    if kind != "text":
        rest += [x for found in (*top, *rest) for x in _in_markup(text, start, found, kind)]
    return sorted((*top, *rest), key=lambda found: found.start or 0)


def is_masthead(text: str, start: int, end: int) -> bool:
    """Whether a line opens with a weekday, a comma and a day, as papers print it atop a page."""
    if _WEEKDAY.match(text, start, end) is None or _CLOCK.search(text, start, end) is not None:
        return False
    return any(x.start == start for x in dates.scan(text, start, end))


def _lines(text: str, start: int, passages: Sequence[Passage], cues: Cues) -> Iterator[_Line]:
    """The passages with dates, pictures left out."""
    read = paragraphs = 0
    literals = iter(dates.scan(text, start, language=cues.language))
    literal = next(literals, None)
    for i, passage in enumerate(passages):
        inside: list[DateLiteral] = []
        for begin, end in passage.pieces:
            while literal is not None and literal.start < end:
                if literal.start >= begin and literal.kind == "date":
                    inside.append(literal)
                literal = next(literals, None)
        if inside and passage.type != "image":
            is_above = i < _HEAD and (
                paragraphs < _ABOVE or (paragraphs == _ABOVE and _is_followed(passages[i:], read))
            )
            said = _said(text, passage, inside, cues, is_above=is_above)
            yield _Line(passage, inside, said, is_above)
        if literal is None:
            return
        if paragraphs <= _ABOVE and _is_prose(passage):
            read += len(passage.text)
            paragraphs += 1


def _is_prose(passage: Passage) -> bool:
    return passage.type == "paragraph" and passage.is_prose


def _is_followed(passages: Sequence[Passage], least: int) -> bool:
    """Whether so many characters of running text stand in some passages."""
    for passage in passages:
        if least <= 0:
            break
        least -= len(passage.text) if _is_prose(passage) else 0
    return least <= 0


def _said(
    text: str, passage: Passage, literals: Sequence[DateLiteral], cues: Cues, *, is_above: bool
) -> Sequence[labels.Kind | None]:
    """For each date of a passage what its label says; ``other`` where the passage is no stamp.

    A stamp may have lost the end of its line: then a capital or a digit is set right against it.
    """
    first, place = literals[0], (passage.start, passage.end)
    is_line = passage.type == "paragraph" and not passage.links
    said: list[labels.Kind | None] = [None] * len(literals)
    if len(passage.text) <= labels.LENGTH:
        said = labels.kinds(text, *place, literals, cues)
        counts = is_above or "published" in said or "modified" in said
        if counts and (passage.role == "date" or (is_line and _is_stamp(passage, cues))):
            return said
    said = [kind if kind == "crawl" else "other" for kind in said]
    if is_above and is_line:
        opening = labels.opening(text, *place, first, cues)
        if opening is not None or _is_glued(text, first):
            said[0] = opening
    return said


def _is_stamp(passage: Passage, cues: Cues) -> bool:
    return labels.is_stamp(passage.text, 0, len(passage.text), cues)


def _is_glued(text: str, literal: DateLiteral) -> bool:
    """Whether the text goes on right behind a date as it does in no sentence."""
    following = text[literal.end : literal.end + 1]
    return following.isupper() or (following.isdigit() and literal.precision not in _DAY)


def _is_loose(text: str, passage: Passage, literal: DateLiteral, *, titled: bool) -> bool:
    """Whether a date without a label may date the article: a day, and no masthead's.

    Nor is it one that the markup says is beside the article.
    """
    place = passage.offset(text, 0), passage.end
    is_day = literal.precision not in _COARSE and passage.hints.isdisjoint(_PAGE)
    return is_day and (titled or not is_masthead(text, *place))


def _mention(text: str, literal: DateLiteral, passage: Passage) -> Witness:
    start, end = literal.start, literal.end
    related = passage.role == "related"
    why = "it dates a related item" if related else "named in passing"
    origin = "related" if related else "body"
    return Witness(literal, text[start:end], "mention", origin, start, end, why)


def _stamp(found: Witness, origin: str, role: DateRole, *, labelled: bool = True) -> Witness:
    """A date of the body as a witness of what it dates, by its label or its place."""
    why = f"the label says {role}" if labelled else "a stamp"
    return found._replace(role=role, origin=origin, reason=why, labelled=labelled)


def _in_markup(text: str, start: int, found: Witness, origin: str) -> Iterator[Witness]:
    """A stamp as its markup states it for programs: ``<time datetime="…">``, of the same day."""
    if found.origin != origin or found.role not in ("published", "modified"):
        return
    place = found.start or start
    tag = _TIME.search(text, max(start, place - _REACH), place)
    for name, first, last in attribute_spans(text, *tag.span(1)) if tag is not None else ():
        stated = next(iter(dates.scan(text, first, last)), None)
        if name != "datetime" or stated is None or stated.start != first:
            continue
        if stated.kind == "date" and agree(stated, found.literal):
            yield found._replace(
                literal=stated,
                spelled=text[first : stated.end],
                start=first,
                end=stated.end,
                reason="the markup of a stamp states it",
            )


def _is_one(found: Sequence[Witness]) -> bool:
    """Whether witnesses may all date one thing."""
    return all(agree(a.literal, b.literal) for a, b in pairwise(found))
