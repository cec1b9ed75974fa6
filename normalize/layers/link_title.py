"""The link title: ``[headline](address)``, alone on its line, often over a rule of dashes.

Feed archives write it below a comment with a date (seed 003), their Jekyll mirrors below the front
matter (seed 000).
"""

from collections.abc import Sequence

from normalize._expressions import LINK_TITLE
from normalize.expression import expression
from normalize.layers.layer import (
    COMMENTS,
    Layer,
    Reading,
    Splice,
    Value,
    as_it_is,
    line,
    line_end,
    next_line,
    not_held,
    unread,
)
from normalize.record import Literals, Record

NAME = "link-title"
_START = expression(LINK_TITLE["start"])
_CLAIM = expression(LINK_TITLE["claim"])
_NOT_LETTERS = expression(r"[\W_]+")


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the line; ``title`` and ``url`` as they are written.

    Below a comment that dates it any link is the article's. Elsewhere a paragraph may be a link
    too, so that it is claimed where it is a heading, over a rule of dashes or repeats the title
    above it.
    """
    if _CLAIM.match(text, start) is None:
        return None
    found = _START.match(text, start)
    below_comment = bool(above) and above[-1].layer in COMMENTS
    if found is None:
        if not below_comment:
            return None
        problems = (unread(NAME, "link-title-broken", text, start),)
        return Reading(NAME, start, next_line(text, start), _remains(text, start), problems)
    title = above[-1].get("title") if above else None
    repeats = title is not None and _alike(found["TITLE"], title.value)
    is_heading = found["OPENING"].startswith("#")
    if not (below_comment or found["RULE"] or is_heading or repeats):
        return None
    values = tuple(
        Value(key, found[group], (found.span(group),))
        for key, group in (("title", "TITLE"), ("url", "ADDRESS"))
        if found[group]
    )
    return Reading(NAME, start, found.end(), values)


def _alike(link: str | None, title: object) -> bool:
    """Whether one of two titles holds the other, letters and digits alone."""
    a, b = (_NOT_LETTERS.sub("", str(x or "")).casefold() for x in (link, title))
    return bool(a and b) and (a in b or b in a)


def _remains(text: str, start: int) -> tuple[Value, ...]:
    """The headline of a link whose address does not read."""
    middle = text.find("](", start, line_end(text, start))
    opening = text.index("[", start) + 1
    title = text[opening:middle]
    return (Value("title", title, ((opening, middle),)),) if title.strip() else ()


def write(record: Record) -> str:
    """The line and its rule."""
    if not (record.title or record.url):
        return ""
    return f"[{record.title or ''}]({record.url or ''})\n------\n"


def _is_title(record: Record) -> bool:
    """Whether the title is one line without `](`."""
    title = record.title or ""
    return title == " ".join(title.split()) and "](" not in title


def _is_address(record: Record) -> bool:
    """Whether the address has neither blanks nor `](`."""
    url = record.url or ""
    return "](" not in url and not any(c.isspace() for c in url)


def _checked(field: str, new: Literals) -> str:
    """A value that the line can hold between its brackets."""
    said = line(new)
    fits = _is_title(Record(title=said)) if field == "title" else _is_address(Record(url=said))
    if not fits:
        raise not_held(f"{new!r} would break the link: it has `](` or blanks")
    return said


def spell(text: str, value: Value, new: Literals) -> Splice:
    """Another headline or address between the brackets."""
    return as_it_is(text, value, _checked(value.key, new))


def insert(text: str, reading: Reading, field: str, new: Literals) -> Splice | None:
    """The headline or the address between brackets that are empty."""
    found = _START.match(text, reading.start)
    if found is None or field not in ("title", "url"):
        return None
    place = found.end("OPENING" if field == "title" else "MIDDLE")
    return Splice(place, place, _checked(field, new))


LAYER = Layer(
    NAME,
    "a link alone on its line: a heading, over dashes, below a dated comment or its own title",
    read,
    write,
    {"title": _is_title, "url": _is_address},
    spell,
    insert,
)
