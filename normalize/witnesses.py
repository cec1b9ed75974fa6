"""Every date of a document: in the header, the address, the pictures and the body."""

import re
from collections.abc import Iterator, Sequence

from normalize import dates
from normalize.chronology import Witness
from normalize.cues import Cues
from normalize.dates import DateLiteral
from normalize.evidence import Stated
from normalize.layers.lines import is_prose
from normalize.passage import Passage
from normalize.record import DateRole
from normalize.span import Span

# The names that posts have: of Jekyll, of a folder of Hugo's, and days as folders of a site's own.
_NAME_DATE = re.compile(
    r"(?:.*[/\\])?([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[-_.][^/\\]*)(?:[/\\]index\.[^/\\]*)?\Z"
    r"|(?:.*[/\\])?_?(?:posts?|content|source|blog|news)[/\\](?:[^0-9][^/\\]*[/\\])*"
    r"([0-9]{4}[/\\][0-9]{1,2}[/\\][0-9]{1,2})[/\\][^/\\]+\Z",
    re.DOTALL,
)
_POST_NAME = re.compile(
    r"(?:.*[/\\])?[0-9]{4}-[0-9]{2}-[0-9]{2}-[^/\\]+\.(?:markdown|mk?down|mkdn?|md|Rmd|text|textile)\Z",
    re.DOTALL,
)
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d[:h：]\d\d")
# A clock that no reader took: hours or minutes that do not exist.
_ANOTHER_CLOCK = re.compile(r"[T ,]*\d{1,2}:\d")
_WEEKDAY = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?[,،] *(?=\d)")
_LABEL_REACH = 40
_ABOVE = 2
"""After how many paragraphs a line with a date may still be the article's stamp."""
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
            if title is not None and span[0] < title and _is_masthead(text, span):
                masthead = "a masthead's date above the headline"
                yield from _every(text, span, "crawl", layer, masthead)
            else:
                yield from of_stamp(text, span, layer, cues)
        else:
            role: DateRole = "modified" if field == "modified" else "published"
            found = next((x for x in dates.scan(value) if x.kind == "date"), None)
            # A key may state the zone of its value (`date_gmt`).
            spelled = text[slice(*span)]
            spelled = spelled if value.startswith(spelled) else value.strip()
            if found is not None and not _ANOTHER_CLOCK.match(value, found.end):
                yield Witness(found, spelled, role, layer, *span, "the header states it")
            elif _DIGIT.search(value):
                yield Witness(_UNREADABLE, spelled, role, layer, *span)


def _is_masthead(text: str, span: Span) -> bool:
    """Whether a line is a weekday, a comma and a day, as papers print it at the top of a page."""
    return _WEEKDAY.match(text, *span) is not None and _CLOCK.search(text, *span) is None


def of_stamp(text: str, span: Span, origin: str, cues: Cues) -> Iterator[Witness]:
    """The dates of a stamp line; the label before each says what it dates."""
    before = span[0]
    for literal in dates.scan(text, *span, language=cues.language):
        if literal.kind != "date":
            continue
        label = _label(text[before : literal.start], cues)
        yield _witness(text, literal, *_labelled(label), origin)
        before = literal.end


def _label(before: str, cues: Cues) -> str | None:
    """The kind of the label that ends a piece of a line, if one does."""
    word = before.rstrip(" :：\t").rpartition("|")[2].lstrip(" \t,;()[]–—-")
    found = cues.labels.match(f"{word}:") if word else None
    return found.lastgroup if found is not None else None


def _labelled(label: str | None) -> tuple[DateRole, str]:
    """What a stamp with a label dates, and why."""
    role: DateRole = "modified" if label == "modified" else "published"
    return role, f"the label says {role}" if label in ("modified", "published") else "a stamp"


def settle(witnesses: Sequence[Witness], text: str, cues: Cues, title: int | None) -> list[Witness]:
    """Where one of several stamps is plainly the article's, the others date the page.

    It is the one with a label of publication, or the one below the headline.
    """
    stamps = [w for w in witnesses if w.origin in _STAMPED and w.role == "published"]
    if title is not None:
        below = [w for w in stamps if w.start is not None and w.start > title]
        if below and len(below) < len(stamps):
            over = {id(w) for w in stamps} - {id(w) for w in below}
            witnesses = _of_page(witnesses, over, "another stamp stands below the headline")
            stamps = below
    labelled = {id(w) for w in stamps if w.start is not None and _published(text, w.start, cues)}
    if not labelled or len(labelled) == len(stamps):
        return list(witnesses)
    loose = {id(w) for w in stamps} - labelled
    return _of_page(witnesses, loose, "another stamp has a label of publication")


def _of_page(witnesses: Sequence[Witness], some: set[int], reason: str) -> list[Witness]:
    """The witnesses, some of them now of the page, by their identity."""
    return [w._replace(role="crawl", reason=reason) if id(w) in some else w for w in witnesses]


def _published(text: str, start: int, cues: Cues) -> bool:
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return _label(text[line:start], cues) == "published"


def _every(text: str, span: Span, role: DateRole, origin: str, reason: str) -> Iterator[Witness]:
    for literal in dates.scan(text, *span):
        if literal.kind == "date":
            yield _witness(text, literal, role, reason, origin)


def _witness(text: str, literal: DateLiteral, role: DateRole, reason: str, origin: str) -> Witness:
    spelled = text[literal.start : literal.end]
    return Witness(literal, spelled, role, origin, literal.start, literal.end, reason)


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


def of_body(
    text: str, start: int, passages: Sequence[Passage], kind: str, cues: Cues
) -> Iterator[Witness]:
    """The dates of the body: stamps among its first paragraphs, mentions elsewhere."""
    literals = iter(dates.scan(text, start, language=cues.language))
    literal = next(literals, None)
    paragraphs = 0
    for passage in passages:
        paragraphs += passage.role == "body" and is_prose(passage.text, 0, len(passage.text))
        is_stamp = passage.role == "date" and paragraphs <= _ABOVE
        if is_stamp and _is_masthead(text, (passage.start, passage.end)):
            is_stamp = False
        origin = "related" if passage.role == "related" else "body"
        why = "it dates a related item" if origin == "related" else "named in passing"
        for begin, end in passage.pieces:
            while literal is not None and literal.start < end:
                if literal.start >= begin and literal.kind == "date" and passage.type != "image":
                    near = text[max(begin, literal.start - _LABEL_REACH) : literal.start]
                    label = _label(near.rpartition(" ")[2] if not is_stamp else near, cues)
                    if is_stamp or (label in ("published", "modified") and paragraphs <= _ABOVE):
                        yield _witness(text, literal, *_labelled(label), kind)
                    else:
                        yield _witness(text, literal, "mention", why, origin)
                literal = next(literals, None)
