"""The headline: a line of its own before the text (seeds 001 and 004).

Menus, sections, kickers and the site's clock may stand above it; they are the layer's as well.
"""

from collections.abc import Sequence

from normalize._expressions import HEADLINE
from normalize.expression import expression
from normalize.layers import one_line
from normalize.layers.furniture import is_furniture, words
from normalize.layers.head import (
    Head,
    Headline,
    is_another_quoted,
    is_headline,
    is_number,
    is_running,
)
from normalize.layers.layer import Layer, Reading, Value
from normalize.layers.lines import LABEL_WIDTH, LONGEST, classify
from normalize.layers.site_names import without_site
from normalize.prose import width
from normalize.record import Record

NAME = "headline"
_START = expression(HEADLINE["start"])
_SENTENCE = 60


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the headline; ``title`` without the site's name, what stands above as ``navigation``."""
    head = Head(text, start)
    if any(reading.layer == "address-line" for reading in above):
        found = _next(text, head)
    else:
        found = head.headline()
    if found is not None and above and above[-1].layer == "date-prefix":
        found = found if _is_set_off(text, start, head, found) else None
    if found is None:
        return _of_one_line(text, start, head)
    line = head.lines[found.line]
    shape = _START.match(text, line.start)
    values = [
        Value("clock" if x.literals else "navigation", text[x.start : x.end], ((x.start, x.end),))
        for x in head.lines[: found.line]
    ]
    span = found.start, found.end
    around = ((line.start, span[0]), (span[1], line.end))
    values += [Value("navigation", text[a:b], ((a, b),)) for a, b in around if a < b]
    values.append(Value("title", text[slice(*span)], (span,)))
    return Reading(NAME, start, shape.end() if shape else line.end, tuple(values))


def _of_one_line(text: str, start: int, head: Head) -> Reading | None:
    """The headline of a page that is one line."""
    if len(head.lines) != 1 or head.lines[0].kind != "prose":
        return None
    line = head.lines[0]
    found = one_line.parts(text, line.start, line.end, head.words)
    if found is None:
        return None
    span = line.start, found.headline
    return Reading(NAME, start, span[1], (Value("title", text[slice(*span)], (span,)),))


def _next(text: str, head: Head) -> Headline | None:
    """The first line, where the layers above fix the headline's place: below an address line."""
    if not head.lines or head.lines[0].kind not in ("short", "prose"):
        return None
    line = head.lines[0]
    is_lead = line.kind == "prose" and line.end - line.start > _SENTENCE
    return None if is_lead and not is_headline(text[line.start : line.end]) else head.at(0)


def _is_set_off(text: str, start: int, head: Head, found: Headline) -> bool:
    """Whether a line below a date prefix is its headline rather than a heading of the text.

    The rest of the prefix's own line is, if it is no label. A line below it is where it stands
    there twice or over a stamp, or between labels and the text. What a table of contents lists is
    a heading, and so is what stands where comments are headed by another headline.
    """
    i = found.line
    line = head.lines[i]
    if head.is_label(i) or line.end - line.start > LONGEST or head.is_listed(i):
        return False
    if head.is_repeated(i):
        return True
    below = head.lines[i + 1].kind
    if below != "stamp" and is_running(text[line.start : line.end]):
        return False
    if line.start == start:
        return not is_another_quoted(text[found.start : found.end], text)
    return below == "stamp" or (below == "prose" and all(map(head.is_label, range(i))))


def write(record: Record) -> str:
    """The headline and a blank line."""
    return f"{record.title}\n\n" if record.title else ""


def _is_headline(record: Record) -> bool:
    """Whether the title reads as a headline: one line that is neither sentence, stamp nor label."""
    title = record.title or ""
    spoken = words(f"{title}\n{record.text}", 0)
    return (
        title == " ".join(title.split())
        and classify(title, 0, len(title)).kind == "short"
        and width(title, 0, len(title)) > LABEL_WIDTH
        and is_headline(title)
        # Behind a date prefix, it would be the text's.
        and not (record.published and is_running(title))
        and not is_another_quoted(title, record.text)
        and not any(
            line.endswith(title) and is_number(line[: -len(title)])
            for line in record.text.splitlines()
        )
        and not is_furniture(title, spoken)
        and without_site(title, (), spoken) == (0, len(title))
    )


LAYER = Layer(
    NAME,
    "a short line that is no sentence, with text below it",
    read,
    write,
    {"title": _is_headline},
)
