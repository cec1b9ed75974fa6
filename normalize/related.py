"""Related items: titles, teasers and dates of the lines that a page offers beside its article."""

import re
from collections.abc import Iterable, Sequence

from normalize import dates
from normalize.cues import Cues
from normalize.edges import opening
from normalize.layers.lines import is_prose
from normalize.passage import Passage
from normalize.record import Related, RelatedKind

_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…)\s*\Z")
_TITLE = 300


class _Item:
    """An item while its lines are read."""

    def __init__(self, title: Passage, kind: RelatedKind) -> None:
        self.title = title
        self.kind = kind
        self.summary: str | None = None
        self.published: str | None = None
        self.end = title.end


def items(passages: Sequence[Passage], cues: Cues) -> tuple[Related, ...]:
    """The items of the passages in the role of related, each once, with its count.

    A title comes first; a title again, a teaser and a date belong to the title above them. Headings
    of the page and prompts are no items.
    """
    found: list[_Item] = []
    for passage in passages:
        if passage.role != "related" or passage.reason == "a heading of the page":
            continue
        last = found[-1] if found else None
        value = _date(passage.text)
        if value is not None:
            if last is not None:
                last.published, last.end = value, passage.end
        elif last is not None and last.summary is None and passage.text == last.title.text:
            last.end = passage.end
        elif (
            last is not None
            and last.summary is None
            and is_prose(passage.text, 0, len(passage.text))
        ):
            found_opening = opening(passage.text, cues)
            last.summary = passage.text[found_opening.end if found_opening else 0 :]
            last.end = passage.end
        elif len(passage.text) <= _TITLE:
            found.append(_Item(passage, "related"))
    return tuple(_fold(found))


def _date(text: str) -> str | None:
    """The date of a line that is nothing else."""
    if len(text) > 40:
        return None
    literals = [x for x in dates.scan(text) if x.kind == "date"]
    if len(literals) != 1 or len(text) - (literals[0].end - literals[0].start) > 8:
        return None
    readings = literals[0].readings
    return readings[0] if len(readings) == 1 else None


def _fold(found: Iterable[_Item]) -> Iterable[Related]:
    """One item for those with the same title and teaser."""
    counts: dict[tuple[str, str | None], int] = {}
    first: dict[tuple[str, str | None], _Item] = {}
    for item in found:
        key = item.title.text, item.summary
        counts[key] = counts.get(key, 0) + 1
        first.setdefault(key, item)
    for (title, summary), item in first.items():
        url = item.title.links[0][0] if item.title.links else None
        yield Related(
            title,
            summary,
            url,
            item.published,
            item.kind,
            counts[title, summary],
            item.title.start,
            item.end,
        )
