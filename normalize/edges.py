"""What opens and closes the text: an outlet or a dateline before the lead, an end mark, a credit.

They are of the article and yet no text of it: the record names them and `text` does without.
"""

import re
from typing import NamedTuple

from attrs import Factory, define

from normalize.cues import Cues
from normalize.passage import Passage
from normalize.span import Mark, Span

# An outlet in capitals or by its host, or anything short in brackets, before a dash.
_OUTLET = re.compile(
    r"(?P<name>\((?P<inner>[^\W_][\w.&+/ -]{1,24})\)|[^\W\d_a-z][\w.+&]{1,20})\s*[-–—]+\s+(?=\S)"
)
_HOST = re.compile(r"[A-Za-z0-9-]{2,}(?:\.[A-Za-z0-9-]{2,})*\.[A-Za-z]{2,6}\Z")
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z](?:[^\W\d_]|[ .'’-](?=[^\W\d_])){1,40}(?:, [^\W\d_a-z][\w. ]{1,25})?)"
    r"(?:,? [^()\n]{3,16})?"
    r"(?: ?\((?P<agency>[^()\n]{2,24})\)\s*[-–—]+\s+|\s+[—–]+\s+)(?=\S)"
)
_CREDIT_LENGTH = 90


@define
class Edges:
    """What the edges of the text state.

    Attributes:
        dateline: The place that opens the lead.
        credits: Outlets and agencies, in order, each once.
        host: The outlet that opens the lead, in lower case, where it is named by its host.
        marks: The roles of what left the text.
        spans: The spans that spell ``dateline`` and ``credits``.
    """

    dateline: str | None = None
    credits: list[str] = Factory(list)
    host: str | None = None
    marks: list[Mark] = Factory(list)
    spans: dict[str, list[Span]] = Factory(dict)

    def credit(self, name: str, start: int, end: int) -> None:
        """Add a credited outlet and what spells it."""
        if name not in self.credits:
            self.credits.append(name)
        self.marks.append(Mark(start, end, "credit"))
        self.spans.setdefault("credits", []).append((start, end))


class Opening(NamedTuple):
    """The opening of a lead: where its text begins, and the place or outlet before it."""

    end: int
    outlet: str | None
    place: str | None
    agency: str | None


def opening(text: str, cues: Cues) -> Opening | None:
    """What stands before the lead's first word, if it is an outlet or a dateline."""
    found = _OUTLET.match(text)
    if found is not None:
        name = found["inner"] or found["name"]
        if found["inner"] or _HOST.match(name) or cues.agencies.fullmatch(name):
            return Opening(found.end(), name, None, None)
    found = _DATELINE.match(text)
    if found is not None and (found["agency"] or found["place"].isupper()):
        return Opening(found.end(), None, found["place"], found["agency"])
    return None


def trim(source: str, passages: list[Passage], cues: Cues) -> Edges:
    """Take the edges off the text, and read what they state.

    Args:
        source: The decoded text.
        passages: All passages with their roles; changed in place.
        cues: The words of the body's language.
    """
    edges = Edges()
    _open(source, passages, cues, edges)
    _close(source, passages, cues, edges)
    return edges


def _open(source: str, passages: list[Passage], cues: Cues, edges: Edges) -> None:
    for i, passage in enumerate(passages):
        if passage.role != "body" or passage.type != "paragraph":
            continue
        found = opening(passage.text, cues)
        if found is not None:
            start, end = passage.offset(source, 0), passage.offset(source, found.end)
            edges.dateline = found.place
            if found.outlet:
                edges.credit(found.outlet, start, end)
                edges.host = found.outlet.lower() if _HOST.match(found.outlet) else None
            else:
                edges.marks.append(Mark(start, end, "dateline"))
                edges.spans["dateline"] = [(start, end)]
                if found.agency:
                    edges.credits.append(found.agency)
                    edges.spans["credits"] = [(start, end)]
            passages[i] = passage.cut(source, found.end, len(passage.text))
        return


def _close(source: str, passages: list[Passage], cues: Cues, edges: Edges) -> None:
    """The end mark of the last paragraph, and the credit line below it."""
    last = None
    for i, passage in enumerate(passages):
        if passage.role != "body":
            continue
        name = _credited(passage, cues) if last is not None else None
        if name is not None:
            start = passage.offset(source, passage.text.rindex(name))
            edges.credit(name, start, start + len(name))
            passage.role, passage.reason = "credit", "a label of a source and a name"
            continue
        last = i
    if last is None:
        return
    passage = passages[last]
    for mark in cues.end_marks:
        if passage.text.endswith(mark):
            kept = len(passage.text) - len(mark) + (1 if mark.startswith(".") else 0)
            passages[last] = passage.cut(source, 0, kept)
            return


def _credited(passage: Passage, cues: Cues) -> str | None:
    """The name on a line that is a source's label and a name, such as ``Theo Báo Nhân Dân``."""
    text = passage.text
    if len(text) > _CREDIT_LENGTH or passage.type != "paragraph":
        return None
    found = cues.labels.match(text)
    if found is None or found.lastgroup != "source":
        return None
    name = text[found.end() :].strip(" .()[]«»“”\"")
    if not name or re.search(r"[.!?。！？,]\s", name) or len(name.split()) > 8:
        return None
    return name
