"""What stands around the text and is of the article: datelines, bylines, credits, end marks.

The record names them and ``text`` does without.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import Factory, define

from normalize import dates, people
from normalize.cues import Cues
from normalize.datelines import opening
from normalize.passage import Passage
from normalize.span import Mark, Span

_JOINTS = " \t,|·•–—-("
_REPORTERS = re.compile(
    r"^\s*(?:本[报報]|特约|特約|驻[\u4e00-\u9fff]{1,4})?"
    r"(?:记者|記者|通讯员|通訊員|특파원)[:： \u3000]*"
)


@define
class Edges:
    """What the edges of the text state.

    Attributes:
        dateline: The place that opens the lead.
        authors: People named in a byline, in order, each once.
        credits: Outlets and agencies, in order, each once.
        host: The outlet that opens the lead, in lower case, where it is named by its host.
        marks: The roles of what left the text.
        spans: The spans that spell ``dateline``, ``authors`` and ``credits``.
    """

    dateline: str | None = None
    authors: list[str] = Factory(list)
    credits: list[str] = Factory(list)
    host: str | None = None
    marks: list[Mark] = Factory(list)
    spans: dict[str, list[Span]] = Factory(dict)

    def add(self, kind: people.Kind, name: str, start: int, end: int) -> None:
        """Name a person or an outlet, with the span that spells it; an editor wrote nothing."""
        if kind == "editor":
            return
        field = "authors" if kind == "byline" else "credits"
        names = self.authors if kind == "byline" else self.credits
        if name not in names:
            names.append(name)
        self.spans.setdefault(field, []).append((start, end))


def trim(source: str, passages: list[Passage], cues: Cues, lines: Sequence[Span]) -> Edges:
    """Take the edges off the text, and read what they state.

    Args:
        source: The decoded text.
        passages: All passages with their roles; changed in place.
        cues: The words of the body's language.
        lines: The lines of the header that may name people: furniture and stamps.
    """
    edges = Edges()
    for line in lines:
        for start, end in _between_dates(source, line):
            for credit in people.credits(source[start:end], cues):
                edges.add(credit.kind, credit.name, start + credit.start, start + credit.end)
    _credit_lines(source, passages, cues, edges)
    _open(source, passages, cues, edges)
    _end(source, passages, cues)
    return edges


def _between_dates(source: str, line: Span) -> Iterator[Span]:
    """The parts of a line that are no dates: `By Ann Holt, 5 March 2024` names Ann Holt."""
    start, end = line
    for literal in dates.scan(source, start, end):
        yield start, start + len(source[start : literal.start].rstrip(_JOINTS))
        start = literal.end
    yield start, end


def _credit_lines(source: str, passages: list[Passage], cues: Cues, edges: Edges) -> None:
    """Bylines and credits on lines of their own."""
    for passage in passages:
        if passage.role not in ("body", "date", "related") or passage.type != "paragraph":
            continue
        found = people.credits(passage.text, cues)
        if not found and "byline" in passage.hints:
            found = [people.Credit("byline", *name) for name in people.parted(passage.text)]
        for credit in found:
            start = passage.offset(source, credit.start)
            edges.add(credit.kind, credit.name, start, start + len(credit.name))
        if found and passage.role != "date":
            passage.role = "credit" if found[0].kind == "source" else "byline"
            passage.reason = "a label and the names behind it"


def _open(source: str, passages: list[Passage], cues: Cues, edges: Edges) -> None:
    """The dateline or outlet before the lead."""
    for i, passage in enumerate(passages):
        if passage.role != "body" or passage.type != "paragraph":
            continue
        found = opening(passage.text, cues)
        if found is None:
            return
        start, end = passage.offset(source, 0), passage.offset(source, found.end)
        edges.marks.append(Mark(start, end, "dateline" if found.place else "credit"))
        edges.dateline, edges.host = found.place, found.host
        if found.place:
            edges.spans["dateline"] = [(start, end)]
        if found.outlet:
            edges.add("source", found.outlet, start, end)
        for name, *_ in people.parted(_REPORTERS.sub("", found.people or "")):
            edges.add("byline", name, start, end)
        passages[i] = passage.cut(source, found.end, len(passage.text))
        passages[i].reason = f"behind a {'dateline' if found.place else 'credit'}"
        passages[i].hints |= {"lead"} if found.outlet and not found.place else frozenset()
        return


def _end(source: str, passages: list[Passage], cues: Cues) -> None:
    """The end mark of the last paragraph; of one that begins with a full stop, the stop stays."""
    for i in range(len(passages) - 1, -1, -1):
        passage = passages[i]
        if passage.role != "body":
            continue
        for mark in cues.end_marks:
            if passage.text.endswith(mark):
                kept = len(passage.text) - len(mark) + (1 if mark.startswith(".") else 0)
                passages[i] = passage.cut(source, 0, kept)
                passages[i].reason = "before the end mark"
                break
        return
