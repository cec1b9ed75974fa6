"""A page on one line: headline, byline, stamp and text, with blanks alone between them.

Nothing but words shows where the headline ends: the name of an outlet, a reporter, or the label of
the date. Without one of them right before the date, the date may be one of running text.
"""

from typing import NamedTuple

from normalize import dates
from normalize.cues import Cues
from normalize.expression import expression
from normalize.layers.lines import has_year
from normalize.people import KOREAN_REPORTER
from normalize.prose import width

_REACH = 200
_GAP = 12
_LABEL_WIDTH = 12
_BROKEN = expression(r"[.。!！?？؟,，、;；]\s|[。，、；]")
_REPORTER = expression(rf"\s(?:{KOREAN_REPORTER}|(?:本[报報])?[记記]者)")
_LAST_WORD = expression(r"(\S{1,20})\s*\Z")


class OneLine(NamedTuple):
    """Where the headline and the stamp end, in code points."""

    headline: int
    stamp: int


def parts(text: str, start: int, end: int, words: Cues) -> OneLine | None:
    """The headline and the stamp that a line of running text begins with; None where none do.

    Args:
        text: The decoded text.
        start, end: The line, in code points.
        words: The words of its language.
    """
    scanned = dates.scan(text, start, min(end, start + _REACH), language=words.language)
    literals = [x for x in scanned if has_year(x)]
    if not literals:
        return None
    before = text[start : literals[0].start]
    said = before.rstrip()
    last = _LAST_WORD.search(said)
    if last is None or _BROKEN.search(before):
        return None
    label = words.labels.match(f"{last[1]}:")
    is_labelled = label is not None and label.lastgroup == "published"
    places = [last.start()] if is_labelled else []
    places += [
        outlet.start()
        for outlet in words.agencies.finditer(said)
        if is_labelled or outlet.end() == len(said)
    ]
    if not places:
        return None
    reporter = _REPORTER.search(said)
    places += [reporter.start()] if reporter else []
    headline = start + len(said[: min(places)].rstrip())
    if width(text, start, headline) <= _LABEL_WIDTH:
        return None
    stamp = literals[0].end
    for literal in scanned:
        if stamp <= literal.start <= stamp + _GAP:
            stamp = literal.end
    return OneLine(headline, stamp)
