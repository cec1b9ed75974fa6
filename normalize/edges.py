"""What stands around the text and is of the article: datelines, bylines, credits, tags, end marks.

The record names them and ``text`` does without.
"""

from collections.abc import Sequence

from attrs import Factory, define

from normalize import bylines, dates, endings, people, tags
from normalize.cues import Cues
from normalize.datelines import opening
from normalize.expression import expression
from normalize.leads import restates
from normalize.passage import Passage
from normalize.people import Credit
from normalize.span import Mark, Role, Span

_REPORTERS = expression(
    r"^\s*(?:本[报報]|特约|特約|驻[\u4e00-\u9fff]{1,4})?"
    r"(?:记者|記者|通讯员|通訊員|특파원)[:： \u3000]*"
)
_LINES: tuple[Role, ...] = ("body", "date", "related", "caption", "navigation")
"""What may name people: a short line beside the text looks like the page's own."""

_STAMPED = expression(r"((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,8})(?:\s+on\s+|\s*[-–—|,]\s*|\s+)(?=\d)")
_ADDRESS = expression(r"[<＜(（]?(https?://[^\s<>＜＞()（）]+)[>＞)）]?\Z")
_NEAR = 2
"""How many lines at most stand between a sentence of the article and a byline below it."""
_CLOSE = 6
"""The same of what a label opens, and of credits: share prompts may stand before them."""
_LEADS = 3
"""Below how many paragraphs a byline is none of the page's head any more."""


@define(eq=False, repr=False)
class Edges:
    """What the edges of the text state.

    Attributes:
        dateline: The place that opens the lead.
        authors: People named in a byline, in order, each once.
        credits: Outlets and agencies, in order, each once.
        tags: Tags, in order, each once.
        address: The address behind a label of its own, and its place.
        host: The first outlet that is named by its host, in lower case.
        marks: The roles of what left the text.
        spans: The spans that spell ``dateline``, ``authors``, ``credits`` and ``tags``.
    """

    dateline: str | None = None
    authors: list[str] = Factory(list)
    credits: list[str] = Factory(list)
    tags: list[str] = Factory(list)
    address: tuple[str, Span] | None = None
    host: str | None = None
    marks: list[Mark] = Factory(list)
    spans: dict[str, list[Span]] = Factory(dict)
    _known: set[tuple[str, str]] = Factory(set)
    _placed: set[tuple[str, int]] = Factory(set)

    def add(self, kind: people.Kind, name: str, start: int, end: int) -> None:
        """Name a person or an outlet, with the span that spells it; an editor wrote nothing."""
        if kind == "source" and people.HOST.match(name):
            self.host = self.host or name.lower()
        if kind != "editor":
            field = "authors" if kind == "byline" else "credits"
            self._name(field, self.authors if kind == "byline" else self.credits, name, start, end)

    def add_tag(self, tag: str, span: Span) -> None:
        """Name a tag, with the span that spells it."""
        self._name("tags", self.tags, tag, *span)

    def _name(self, field: str, names: list[str], name: str, start: int, end: int) -> None:
        if (field, name.casefold()) not in self._known:
            self._known.add((field, name.casefold()))
            names.append(name)
        if (field, start) not in self._placed:
            self._placed.add((field, start))
            self.spans.setdefault(field, []).append((start, end))


def trim(
    source: str, passages: list[Passage], cues: Cues, lines: Sequence[Span], headline: Span | None
) -> Edges:
    """Take the edges off the text, and read what they state.

    Args:
        source: The decoded text.
        passages: All passages with their roles; changed in place.
        cues: The words of the body's language.
        lines: The lines of the header that may name people: furniture and stamps.
        headline: Where the headline stands, if it is one of the lines of a page.
    """
    edges = Edges()
    for tag, span in tags.read(source, passages, cues):
        edges.add_tag(tag, span)
    header = [
        Passage("paragraph", start, end, source[start:end], [(start, end)], role="navigation")
        for start, end in sorted(lines)
    ]
    found = [p for p in passages if p.role in _LINES and p.type == "paragraph" and p.text]
    for line in header:
        _credit(source, line, people.credits(line.text, cues, stamp=True), edges)
        _site(line, edges)
    _lines(source, found, cues, edges)
    for passage in passages:
        if "byline" in passage.hints and passage.role in ("body", "related"):
            named = [Credit("byline", *name) for name in people.parted(passage.text, cues)]
            _credit(source, passage, named, edges)
    below = [line for line in header if headline is None or line.start > headline[0]]
    _by_place(source, [*below, *found], cues, edges)
    _open(source, passages, cues, edges)
    _close(source, passages, cues, edges)
    return edges


def _site(line: Passage, edges: Edges) -> None:
    """The outlet that a stamp names by its host: `northwire.example on 2024-03-26`."""
    found = _STAMPED.match(line.text)
    if found is not None and any(x.start == found.end() for x in dates.scan(line.text)):
        start = line.start + found.start(1)
        edges.add("source", found[1], start, start + len(found[1]))


def _lines(source: str, lines: Sequence[Passage], cues: Cues, edges: Edges) -> None:
    """Bylines and credits on lines of their own, above the text, in it and close below.

    Below the text stand others' articles with their bylines.
    """
    sentences = since = 0
    for line in lines:
        if line.role == "body" and line.is_prose:
            sentences, since = sentences + 1, 0
        else:
            since += 1
        if sentences and since > _CLOSE:
            continue
        above = sentences < _LEADS
        # A bare word such as `By` opens another's byline as well; a label is the article's.
        near = _CLOSE if ":" in line.text or "：" in line.text else _NEAR
        named = people.credits(line.text, cues, stamp=line.role == "date")
        if named and named[0].kind == "byline":
            beside = since == 1 or (since <= near and not edges.authors)
            above = above and line.role != "related"
            named = named if above or beside else []
        if named:
            _credit(source, line, named, edges)
        if "://" in line.text:
            _address(source, line, edges)


def _credit(source: str, line: Passage, found: Sequence[Credit], edges: Edges) -> None:
    """Name those whom a line names; a paragraph that does so leaves the text."""
    for credit in found:
        start, end = line.offset(source, credit.start), line.offset(source, credit.end - 1) + 1
        edges.add(credit.kind, credit.name, start, end)
    if found and line.role != "date":
        role: Role = "credit" if found[0].kind == "source" else "byline"
        line.assign(role, "a label and the names behind it")


def _address(source: str, line: Passage, edges: Edges) -> None:
    """The address behind a label, on a line of its own."""
    if line.role not in ("body", "navigation"):
        return
    label = line.label
    found = label and _ADDRESS.match(line.text, label.end())
    if label and found and label.lastgroup in ("source", "url"):
        line.assign("url", "a label and the address behind it")
        if edges.address is None:
            start = line.offset(source, found.start(1))
            edges.address = found[1], (start, line.offset(source, found.end(1) - 1) + 1)


def _by_place(source: str, lines: Sequence[Passage], cues: Cues, edges: Edges) -> None:
    """Names between the headline and the first sentence."""
    head: list[Passage] = []
    for line in lines:
        if line.role == "body" and line.is_prose:
            break
        head.append(line)
    else:
        return
    for i, named in bylines.read([line.text for line in head], cues):
        line = head[i]
        _credit(source, line, named, edges)
        if not named and line.role in ("body", "navigation"):
            line.assign("byline", "what the one named above it does")


def _open(source: str, passages: list[Passage], cues: Cues, edges: Edges) -> None:
    """The dateline or outlet before the lead: of the first sentence, or of a line above it."""
    for i, passage in enumerate(passages):
        if passage.role != "body" or passage.type != "paragraph":
            continue
        found = opening(passage.text, cues)
        if found is None:
            if passage.is_prose:
                return
            continue
        said = passage.text[: found.end]
        start, end = passage.offset(source, 0), passage.offset(source, found.end - 1) + 1

        def place(name: str, passage: Passage = passage, said: str = said) -> Span:
            at = said.index(name)
            return passage.offset(source, at), passage.offset(source, at + len(name) - 1) + 1

        edges.marks.append(Mark(start, end, "dateline" if found.place else "credit"))
        edges.dateline, edges.host = found.place, found.host or edges.host
        if found.place:
            edges.spans["dateline"] = [place(found.place)]
        if found.outlet:
            edges.add("source", found.outlet, *place(found.outlet))
        for name, *_ in people.parted(_REPORTERS.sub("", found.people or ""), cues):
            edges.add("byline", name, *place(name))
        reason = f"behind a {'dateline' if found.place else 'credit'}"
        if found.end == len(passage.text):
            passage.role, passage.reason = "dateline", "a dateline on a line of its own"
            return
        passages[i] = passage.cut(source, found.end, len(passage.text))
        passages[i].reason = reason
        later = (p.text for p in passages[i + 1 :] if p.role == "body" and p.type == "paragraph")
        if found.outlet and not found.place and restates(later, passages[i].text):
            passages[i].hints |= {"lead"}
        return


def _close(source: str, passages: list[Passage], cues: Cues, edges: Edges) -> None:
    """What ends the text: credits below the last paragraph and behind it, and its end mark."""
    last = _last(passages, prose=True)
    if last is not None:
        below = [p for p in passages[last + 1 :] if p.text and p.role != "image"]
        if below and below[0].role in _LINES:
            line = below[0]
            closed = len(below) == 1 or below[1].role not in ("body", "date", "caption")
            named = endings.below(line.text, cues, signed=closed and not edges.authors)
            _credit(source, line, named, edges)
        for p in (passages[last], *below[:_NEAR]):
            _credit(source, p, endings.more(p.text, cues), edges)
    last = _last(passages)
    if last is None:
        return
    passage = _end_mark(source, passages[last], cues)
    for end, named in endings.behind(passage.text, cues):
        for credit in named:
            start = passage.offset(source, credit.start)
            edges.add(credit.kind, credit.name, start, passage.offset(source, credit.end - 1) + 1)
        edges.marks.append(Mark(passage.offset(source, end), passage.end, "credit"))
        passage = _end_mark(source, passage.cut(source, 0, end), cues)
    passages[last] = passage


def _last(passages: Sequence[Passage], *, prose: bool = False) -> int | None:
    """The last paragraph of the text, or the last that reads as running text."""
    for i in range(len(passages) - 1, -1, -1):
        p = passages[i]
        if p.role == "body" and p.type == "paragraph" and p.text and (p.is_prose or not prose):
            return i
    return None


def _end_mark(source: str, passage: Passage, cues: Cues) -> Passage:
    """A paragraph without its end mark; of one that begins with a full stop, the stop stays."""
    for mark in cues.end_marks:
        if passage.text.endswith(mark):
            kept = len(passage.text) - len(mark) + (1 if mark.startswith(".") else 0)
            passage = passage.cut(source, 0, kept)
            passage.reason = "before the end mark"
            break
    return passage
