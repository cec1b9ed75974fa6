"""Related items: titles, teasers and dates of the lines that a page offers beside its article."""

from collections import Counter
from collections.abc import Iterator, Sequence

from normalize import dates
from normalize.claims import PROMPT
from normalize.cues import Cues
from normalize.datelines import opening
from normalize.expression import expression
from normalize.leads import parted
from normalize.passage import HEADING, Passage
from normalize.record import Related, RelatedKind

_STAMP = 40
_DIGIT = expression(r"\d")
_AROUND_STAMP = 8


class _Item:
    """An item while its lines are read."""

    def __init__(
        self, passage: Passage, kind: RelatedKind, title: str, summary: str | None
    ) -> None:
        self.kind = kind
        self.title = title
        self.summary = summary
        self.published: str | None = None
        self.url = passage.links[0][0] if passage.links else None
        self.start = passage.start
        self.end = passage.end


def items(passages: Sequence[Passage], cues: Cues) -> tuple[Related, ...]:
    """The items of the passages in the role of related, each once, with its count.

    A title comes first; a title again, a teaser and a date belong to the title above them. Headings
    of the page are no items. A line that holds a title and its teaser is parted where the teaser
    takes up the title's first word (seed 002).

    Args:
        passages: All passages of the body, in their roles.
        cues: The words of the body's language.
    """
    order = dates.convention(cues.language)
    found: list[_Item] = []
    for passage in passages:
        if passage.role != "related" or passage.reason == HEADING:
            continue
        text = passage.text
        if passage.type == "heading" and cues.heading(text):
            continue
        last = found[-1] if found else None
        stamp = _date(text)
        if passage.reason == PROMPT:
            prompt = cues.prompts.match(text)
            title = text[prompt.end() if prompt else 0 :].lstrip(" :：|-–—")
            if title:
                found.append(_Item(passage, "read-more", title, None))
        elif stamp is not None:
            if last is not None:
                last.published, last.end = dates.choose(stamp, order), passage.end
        elif not passage.is_prose:
            text, dated = _dated(text)
            if last is None or last.summary is not None or last.title != text:
                last = _Item(passage, "related", text, None)
                found.append(last)
            if dated is not None:
                last.published = dates.choose(dated, order)
            last.end = passage.end
        elif last is not None and last.summary is None:
            before = opening(text, cues)
            last.summary = text[before.end :] if before else text
            last.end = passage.end
        else:
            title, summary = parted(text)
            found.append(_Item(passage, "glued" if summary else "related", title, summary))
    return tuple(_fold(found))


def _dated(text: str) -> tuple[str, dates.DateLiteral | None]:
    """A title without the date at its end, and that date."""
    if text[-1:].isdigit():
        literals = dates.scan(text)
        if literals and literals[-1].kind == "date" and literals[-1].end == len(text):
            title = text[: literals[-1].start].rstrip(" \t|·-–—,(")
            if title:
                return title, literals[-1]
    return text, None


def _date(text: str) -> dates.DateLiteral | None:
    """The date of a line that is nothing else."""
    if len(text) > _STAMP or not _DIGIT.search(text):
        return None
    literals = [x for x in dates.scan(text) if x.kind == "date"]
    if len(literals) != 1 or len(text) - (literals[0].end - literals[0].start) > _AROUND_STAMP:
        return None
    return literals[0]


def _fold(found: Sequence[_Item]) -> Iterator[Related]:
    """One item for those with the same title and teaser."""
    counts = Counter((item.title, item.summary) for item in found)
    first = {(item.title, item.summary): item for item in reversed(found)}
    for item in reversed(first.values()):
        count = counts[item.title, item.summary]
        yield Related(
            item.title,
            item.summary,
            item.url,
            item.published,
            item.kind,
            count,
            item.start,
            item.end,
        )
