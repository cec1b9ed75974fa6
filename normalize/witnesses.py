"""The dates of the header, the address and the pictures; and which stamp is the article's."""

import re
from collections.abc import Iterator, Sequence

from normalize import dates
from normalize.chronology import Witness
from normalize.cues import Cues
from normalize.dates import DateLiteral
from normalize.evidence import Stated
from normalize.expression import expression
from normalize.layers import labels
from normalize.record import DateRole
from normalize.span import Span
from normalize.stamps import is_masthead

# The names that posts have: of Jekyll, of a folder of Hugo's, and days as folders of a site's own.
_NAME_DATE = expression(
    r"(?:.*[/\\])?([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[-_.][^/\\]*)(?:[/\\]index\.[^/\\]*)?\Z"
    r"|(?:.*[/\\])?_?(?:posts?|content|source|blog|news)[/\\](?:[^0-9][^/\\]*[/\\])*"
    r"([0-9]{4}[/\\][0-9]{1,2}[/\\][0-9]{1,2})[/\\][^/\\]+\Z",
    re.DOTALL,
)
_POST_NAME = expression(
    r"(?:.*[/\\])?[0-9]{4}-[0-9]{2}-[0-9]{2}-[^/\\]+\.(?:markdown|mk?down|mkdn?|md|Rmd|text|textile)\Z",
    re.DOTALL,
)
_DIGIT = expression(r"\d")
# A clock that no reader took: hours or minutes that do not exist.
_ANOTHER_CLOCK = expression(r"[T ,]*\d{1,2}:\d")
_YEAR = expression(r"(?:1[6-9]|20)[0-9]{2}\Z")
_EPOCH = expression(r"[1-9][0-9]{9}(?:[0-9]{3})?\Z")
# The fields of a layer that state one date.
_ROLES: dict[str, DateRole] = {x: x for x in ("published", "modified", "crawl")}
_STAMPED = ("timestamp", "html", "markdown", "text")
_UNREADABLE = DateLiteral(0, 0, "date", (), None, "day", "none")


def of_header(
    stated: Sequence[Stated], text: str, cues: Cues, title: int | None
) -> Iterator[Witness]:
    """The dates that the layers state; one that cannot be read is a witness without a reading.

    Args:
        stated: What the layers state.
        text: The decoded text.
        cues: The words of the body's language.
        title: Where the headline begins: a masthead's date above it dates the page.
    """
    for field, layer, value, span in stated:
        if field == "clock":
            yield from _every(text, span, "crawl", layer, "a clock among the site's furniture")
        elif field == "stamp":
            if title is not None and span[0] < title and is_masthead(text, *span):
                masthead = "a masthead's date above the headline"
                yield from _every(text, span, "crawl", layer, masthead)
            else:
                yield from of_stamp(text, span, layer, cues)
        else:
            role = _ROLES[field]
            found = _of_value(value)
            # What stands there: an epoch's digits, a value whose zone its key states (`date_gmt`).
            spelled = text[slice(*span)]
            if found is not None and not _ANOTHER_CLOCK.match(value, found.end):
                yield Witness(found, spelled, role, layer, *span, "the header states it")
            elif _DIGIT.search(value):
                yield Witness(_UNREADABLE, spelled, role, layer, *span)


def _of_value(value: str) -> DateLiteral | None:
    """The date that a header's value states; digits alone are a year or an epoch there."""
    alone = value.strip()
    if _YEAR.match(alone):
        return DateLiteral(0, len(value), "date", (alone,), None, "year", "none")
    if _EPOCH.match(alone):
        value = dates.from_epoch(int(alone)) or value
    return next((x for x in dates.scan(value) if x.kind == "date"), None)


def of_stamp(text: str, span: Span, origin: str, cues: Cues) -> Iterator[Witness]:
    """The dates of a stamp line; what the label of each says that it dates, else the article."""
    scanned = dates.scan(text, *span, language=cues.language)
    literals = [x for x in scanned if x.kind == "date"]
    for literal, said in zip(literals, labels.kinds(text, *span, literals, cues), strict=True):
        if said is None or said == "other":
            yield _witness(text, literal, "published", origin, "a stamp")
        else:
            found = _witness(text, literal, said, origin, f"the label says {said}")
            yield found._replace(labelled=True)


def settle(witnesses: Sequence[Witness], title: int | None) -> list[Witness]:
    """Where one of several stamps is plainly the article's, the others date the page.

    It is the one with a label of publication, or the one below the headline. A stamp of change that
    has no other beside it is of the publication, too.
    """
    stamps = [w for w in witnesses if w.origin in _STAMPED and w.role == "published"]
    if title is not None:
        below = [w for w in stamps if w.start is not None and w.start > title]
        if below and len(below) < len(stamps):
            over = {id(w) for w in stamps} - {id(w) for w in below}
            witnesses = _of_page(witnesses, over, "another stamp stands below the headline")
            stamps = below
    loose = {id(w) for w in stamps if not w.labelled}
    if loose and len(loose) < len(stamps):
        witnesses = _of_page(witnesses, loose, "another stamp has a label of publication")
    return [*witnesses, *_only(witnesses)]


def _only(witnesses: Sequence[Witness]) -> Iterator[Witness]:
    """A page's only stamp as that of its publication too, where the label names a change.

    Many sites print no other date: the version at hand was published then.
    """
    if not any(w.role == "published" for w in witnesses):
        for w in witnesses:
            if w.role == "modified" and w.origin in _STAMPED and w.literal.readings:
                reason = "no date but this, which its label calls one of change"
                yield w._replace(role="published", reason=reason, labelled=False)


def _of_page(witnesses: Sequence[Witness], some: set[int], reason: str) -> list[Witness]:
    """The witnesses, some of them now of the page, by their identity."""
    return [w._replace(role="crawl", reason=reason) if id(w) in some else w for w in witnesses]


def _every(text: str, span: Span, role: DateRole, origin: str, reason: str) -> Iterator[Witness]:
    for literal in dates.scan(text, *span):
        if literal.kind == "date":
            yield _witness(text, literal, role, origin, reason)


def _witness(text: str, literal: DateLiteral, role: DateRole, origin: str, reason: str) -> Witness:
    start, end = literal.start, literal.end
    return Witness(literal, text[start:end], role, origin, start, end, reason)


def of_address(url: str, span: Span | None, role: DateRole, origin: str) -> Iterator[Witness]:
    """The dates of an address. The span is that of the address, where it stands in the text."""
    for literal in dates.in_url(url):
        spelled = url[literal.start : literal.end]
        place: tuple[int | None, int | None] = (None, None)
        if span is not None:
            place = (span[0] + literal.start, span[0] + literal.end)
        reason = "the article's address" if role == "published" else "a picture's address"
        yield Witness(literal, spelled, role, origin, *place, reason)


def of_name(name: str) -> Iterator[Witness]:
    """The date of a post's file name or of its path, where site generators keep it."""
    found = _NAME_DATE.match(name)
    spelled = (found[1] or found[2]) if found else ""
    for literal in dates.scan(spelled.replace("\\", "/")):
        if literal.kind == "date":
            yield Witness(literal, spelled, "published", "file-name", None, None, "the file's name")


def is_post_name(name: str) -> bool:
    """Whether a name is that of a post in itself: Jekyll's form, and the ending of a markup."""
    return _POST_NAME.match(name) is not None
