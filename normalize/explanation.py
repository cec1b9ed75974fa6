"""The record beside its evidence: who states each field, what was chosen and refused, and why."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from normalize import assembly, detection, reader, verdicts
from normalize.detection import Detection
from normalize.document import Document
from normalize.evidence import host
from normalize.layers.layer import HEADERS, Value
from normalize.passage import Passage
from normalize.reader import Findings
from normalize.record import Reason, Record
from normalize.source import Decoded
from normalize.span import Span
from normalize.verdicts import Verdict

_FIELDS = (
    *("title", "published", "modified", "url", "site", "authors", "credits", "dateline"),
    *("language", "categories", "tags", "summary", "image", "text", "related", "extra"),
)
"""The fields that a file can state, in the order of the record."""

ABSENT = "absent: nothing states it"

_DATES = ("published", "modified")
_LISTS = ("authors", "credits", "categories", "tags")
_MISSING: dict[Reason, str] = {
    "absent": ABSENT.partition(": ")[2],
    "ambiguous": "both readings survive",
    "partial": "what states it is not whole",
    "invalid": "what states it cannot be read",
    "conflict": "the witnesses do not agree",
}


@frozen
class Evidence:
    """A place that states a field.

    Attributes:
        origin: The layer that it stands in, or the kind of the body.
        literal: What it says.
        spans: The spans that spell it, in code points.
        reason: Why it is taken to state the field, where a rule decided that.
    """

    origin: str
    literal: str
    spans: tuple[Span, ...]
    reason: str = ""


@frozen
class FieldExplanation:
    """A field of the record.

    Attributes:
        name: Its key.
        value: Its value, as the record has it.
        reason: The rule that chose the value, or why there is none.
        evidence: Every place that states it; of a date the chosen one, the others are in
            ``Explanation.dates``.
    """

    name: str
    value: Any
    reason: str
    evidence: tuple[Evidence, ...]


@frozen
class PassageExplanation:
    """A block of the body: what it is, where it stands, what it plays and why."""

    type: str
    start: int
    end: int
    text: str
    role: str
    reason: str


@frozen
class Explanation:
    """A file's record beside its evidence.

    Attributes:
        document: The document, with its record and its segments.
        detection: The format, what claimed it and why the others lost.
        fields: Each field that a file can state.
        dates: Every date that was considered, those that cannot be read included.
        passages: The blocks of the body in order, those that are not of the text included.
    """

    document: Document
    detection: Detection
    fields: tuple[FieldExplanation, ...]
    dates: tuple[Verdict, ...]
    passages: tuple[PassageExplanation, ...]


def of(decoded: Decoded, name: str | None = None, url: str | None = None) -> Explanation:
    """Explain a decoded file. The arguments are those of ``reader.read``."""
    found = reader.find(decoded, name, url)
    document = assembly.assemble(decoded, *found, name)
    dates = tuple(verdicts.of(found.when))
    return Explanation(
        document,
        detection.explain(decoded),
        tuple(_field(key, document, found, dates) for key in _FIELDS),
        dates,
        tuple(
            PassageExplanation(p.type, p.start, p.end, p.text, p.role, _why(p))
            for p in found.body.passages
        ),
    )


def _why(passage: Passage) -> str:
    if passage.reason or passage.role != "body":
        return passage.reason
    if "lead" in passage.hints:
        return "the lead: the markup sets it apart, or a later paragraph restates it"
    return "nothing shows it to be anything else"


def _field(
    key: str, document: Document, found: Findings, dates: tuple[Verdict, ...]
) -> FieldExplanation:
    record = document.record
    value = getattr(record, key)
    reason = found.fields.reasons.get(key)
    if key in _DATES:
        of_date = [d for d in dates if d.witness.role == key]
        chosen = [d for d in of_date if d.chosen]
        stated = tuple(map(_dated, chosen))
        in_body: tuple[Evidence, ...] = ()
        if chosen or (of_date and key not in record.missing):
            reason = (chosen or of_date)[0].reason
    else:
        stated = tuple(_header(key, found))
        in_body = tuple(dict.fromkeys(_body(key, document, found)))
        if value and reason is None:
            reason = _rule(key, record, stated, in_body)
    if not value:
        missing = record.missing.get(key, "absent")
        if key == "language":
            reason = "nothing states it, and the text is too short to tell"
        reason = f"{missing}: {reason or _MISSING[missing]}"
    return FieldExplanation(key, value, reason or "", (*stated, *in_body))


def _dated(verdict: Verdict) -> Evidence:
    """The witness that a date is chosen of."""
    _, spelled, _, origin, start, end, reason, _ = verdict.witness
    spans = ((start, end),) if start is not None and end is not None else ()
    return Evidence(origin, spelled, spans, reason)


def _header(key: str, found: Findings) -> Iterator[Evidence]:
    """What the layers state."""
    for layer, value in found.fields.stated.get(key, ()):
        if spelled := _spelled(value):
            yield Evidence(layer or "title", spelled, value.spans)
    if key == "extra":
        placed = {id(value) for some in found.fields.stated.values() for _, value in some}
        for reading in found.peeled.readings:
            for value in reading.values:
                if value.key in found.fields.extra and id(value) not in placed:
                    yield Evidence(reading.layer, value.key, value.spans)


def _spelled(value: Value) -> str:
    said = value.value
    return said.strip() if isinstance(said, str) else ", ".join(map(str, said))


def _body(key: str, document: Document, found: Findings) -> Iterator[Evidence]:
    """What the body states."""
    body, kind = found.body, found.peeled.body
    for start, end in body.edges.spans.get(key, ()):
        origin, reason = _around(start, found)
        yield Evidence(origin, document.text[start:end], ((start, end),), reason)
    if (
        key == "url"
        and found.fields.url
        and body.edges.address
        and not found.fields.stated.get(key)
    ):
        url, (start, end) = body.edges.address
        yield Evidence(kind, url, ((start, end),), _around(start, found)[1])
    if key == "summary" and (apart := assembly.teaser(body.passages)) is not None:
        yield Evidence(kind, apart.text, tuple(apart.pieces), _why(apart))
    if key == "related":
        for item in document.record.related:
            if item.start is not None and item.end is not None:
                yield Evidence(kind, item.title, ((item.start, item.end),), item.kind)
    if key == "image":
        for p in body.passages:
            if p.role == "image" and p.url and p.url_span is not None:
                yield Evidence(kind, p.url, (p.url_span,), "the first picture of the body")
                return


def _around(offset: int, found: Findings) -> tuple[str, str]:
    """What a character of a name stands in: a layer or the kind of the body, and the reason."""
    for reading in found.peeled.readings:
        if offset < reading.end:
            return reading.layer, "named beside the stamp or the headline"
    passages = found.body.passages
    i = bisect_right(passages, offset, key=lambda p: p.start) - 1
    if i >= 0 and offset < passages[i].end:
        return found.peeled.body, passages[i].reason
    return found.peeled.body, "it opens the lead"


def _rule(
    key: str, record: Record, stated: tuple[Evidence, ...], in_body: tuple[Evidence, ...]
) -> str:
    """What chose a value where nothing particular is known."""
    if key == "site":
        return "the host of the address" if host(record.url) else "the outlet that opens the lead"
    if key == "text":
        return "the blocks in the role of the body"
    if key == "related":
        return "the blocks in that role, without the page's own headings"
    if key == "language" and not stated:
        return "judged from the script, the letters and the commonest words of the body"
    if key == "extra":
        return "keys with no place of their own in the record"
    if stated and in_body:
        return "the header before the text"
    if len(stated) + len(in_body) == 1:
        return "the only witness"
    if key in _LISTS:
        return "each once, in the order in which they stand"
    outermost = stated[0].origin
    if any(e.origin != outermost for e in stated):
        return f"{outermost} is the outermost layer that states it"
    first = key == "title" or outermost not in HEADERS
    return f"the {'first' if first else 'last'} key of {outermost} that states it"
