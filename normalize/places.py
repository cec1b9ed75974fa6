"""Where the fields of a document are spelled, and what to put there for another value."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from normalize import chronology, cues, evidence, pages
from normalize.bodies.writers import address, inline, spell, unaddressed
from normalize.cues import fold
from normalize.detection import peel
from normalize.document import Document
from normalize.errors import NormalizeError
from normalize.expression import expression
from normalize.formats import FORMATS
from normalize.layers import keys, timestamp
from normalize.layers.json_string import escaped, resolve
from normalize.layers.layer import Layer, Splice, Value, line_end, not_held
from normalize.record import Date, Image, Literals, Record
from normalize.span import Span
from normalize.writing import FORMS

DATES = ("published", "modified")
NAMES = ("authors", "categories", "tags")

_LAYERS: dict[str, Layer] = {layer.name: layer for row in FORMATS for layer in row.stack}
_ZONE = expression(r"(?:Z|[-+]\d\d:\d\d)\Z")
# Where a date stands that is no part of another field and the article's own.
_ELSEWHERE = ("url", "image-url", "file-name", "related", "body", "given")


class Places(NamedTuple):
    """Where a field is spelled: what to splice there, and the places that are left."""

    splices: list[Splice]
    left: list[Span]


class Finder:
    """A document while the places of its fields are looked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._record = document.record
        self._peeled = peel(document.text)
        self._fields = evidence.gather(self._peeled.readings, document.text, None)

    @property
    def url(self) -> str | None:
        """The address that the header spells; another one was given."""
        return self._fields.url

    def repeated(self, splices: Sequence[Splice]) -> Iterator[Value]:
        """The values of the header that splices change, and do not where they are repeated."""
        for value in (v for reading in self._peeled.readings for v in reading.values if v.repeats):
            changed = [
                any(s.start <= start and end <= s.end for s in splices)
                for start, end in (*value.spans, *value.repeats)
            ]
            if changed[0] and not all(changed):
                yield value

    def _said(self, start: int, end: int) -> str:
        """What stands between two places of the body, behind the escapes if that stands so."""
        if self._peeled.inner is not None:
            return resolve(self._text, start, end).text
        return self._text[start:end]

    def _put(self, start: int, end: int, new: str) -> Splice:
        """A text of the body in the place of another, escaped if the body stands so."""
        return Splice(start, end, escaped(new) if self._peeled.inner is not None else new)

    def find(self, field: str, new: Any) -> Places:
        """The places that spell a field, and those that spell another value of it."""
        if field in DATES:
            return self._dates(field, new)
        if field in NAMES:
            return self._names(field, new)
        old = getattr(self._fields, field)
        old = old.url if isinstance(old, Image) else old
        splices: list[Splice] = []
        left: list[Span] = []
        for layer, value in self._fields.stated.get(field, ()):
            if old is not None and _spells(field, value, old):
                said = str(value.value)
                start = said.rfind(old)
                inside = start >= 0 and "\n" not in said and isinstance(value.value, str)
                whole = said[:start] + new + said[start + len(old) :] if inside else new
                splices.append(_LAYERS[layer].spell(self._text, value, whole))
            elif str(value.value).strip():
                left.append(value.spans[0])
            elif old is None and not splices:
                splices.append(_LAYERS[layer].spell(self._text, value, new))
        if field == "title" and old is not None:
            splices += self._repeated(old, new)
        if field == "image" and not splices:
            splices += self._pictures(new)
        return Places(splices or [self._inserted(field, new)], left)

    def _pictures(self, new: str) -> Iterator[Splice]:
        """The address of the picture in the body; its texts stay."""
        image = self._record.image
        kind = self._peeled.body
        for mark in self._document.marks:
            said = self._said(mark.start, mark.end)
            if image and mark.role == "image" and image.url in (said, unaddressed(said, kind)):
                yield self._put(mark.start, mark.end, address(new, kind))

    def _repeated(self, old: str, new: str) -> Iterator[Splice]:
        """The headline again: among the lines above a stamp, and in the body."""
        for reading in self._peeled.readings:
            for value in reading.values:
                if value.key == "navigation" and fold(str(value.value)) == fold(old):
                    yield Splice(*value.spans[0], new)
        spans = [(m.start, m.end) for m in self._document.marks if m.role == "title"]
        pending: list[Span] = []
        readings = self._peeled.readings
        held = readings[-1].body if readings else None
        first, last = held or (self._peeled.start, len(self._text))
        for start, end in sorted(spans):
            if not first <= start < last:
                continue
            pending.append((start, end))
            said = " ".join(self._said(a, b) for a, b in pending)
            if len(fold(said)) >= len(fold(old)):
                yield self._put(*pending[0], inline(new, self._peeled.body))
                yield from (Splice(a, b, "") for a, b in pending[1:])
                pending = []

    def _names(self, field: str, new: tuple[str, ...]) -> Places:
        stated = self._fields.stated.get(field, [])
        splices = []
        old = getattr(self._fields, field)
        for _, label in (x for x in stated if not x[0]):
            # The label of a title is the last of the tags.
            if not new:
                raise not_held(f"the title's label {label.value!r} is a tag")
            splices.append(Splice(*label.spans[0], new[-1]))
            old, new = old[:-1], new[:-1]
        values = [x for x in stated if x[0]]
        whole = [x for x in values if tuple(evidence.split(x[1], x[0])) == old]
        said = [tuple(evidence.split(value, layer)) for layer, value in values]
        is_each = len(new) == len(said) and [(name,) for name in old] == said
        if len(values) > 1 and not whole and not is_each:
            raise not_held(f"{len(values)} places spell the {field} together")
        # Places with a name each are replaced one by one.
        found = whole or values
        parts = [new] * len(found) if whole or len(found) < 2 else [(name,) for name in new]
        for (layer, value), names in zip(found, parts, strict=True):
            joined = _joined(value, layer, names)
            splices.append(_LAYERS[layer].spell(self._text, value, joined))
        if not values and field == "authors" and self._document.spans.get(field):
            splices += self._in_body(field, new)
        elif not values and new:
            splices.append(self._inserted(field, new))
        return Places(splices, [v.spans[0] for x, v in values if whole and (x, v) not in whole])

    def _in_body(self, field: str, new: tuple[str, ...]) -> Iterator[Splice]:
        """Names on lines of the page: one by one, or the stretch from the first to the last."""
        spans = self._document.spans[field]
        kind = self._peeled.body
        if [self._said(a, b) for a, b in spans] == list(getattr(self._record, field)):
            if len(spans) == len(new):
                for span, name in zip(spans, new, strict=True):
                    yield self._put(*span, inline(name, kind))
                return
            start, end = spans[0][0], spans[-1][1]
            if new and not re.search(r"[\r\n<>]", self._said(start, end)):
                yield self._put(start, end, inline(", ".join(new), kind))
                return
        raise not_held(f"the {field} do not stand on one line of their own")

    def _dates(self, field: str, new: str) -> Places:
        current = getattr(self._record, field)
        found = [
            d
            for d in self._record.dates
            if d.role == field and d.start is not None and d.origin not in _ELSEWHERE
        ]
        splices: list[Splice] = []
        left: list[Span] = []
        done: set[Span] = set()
        for layer, value in self._fields.stated.get(field, ()):
            start, end = value.spans[0]
            inside = [d for d in found if start <= (d.start or 0) < max(end, start + 1)]
            done |= {(d.start or 0, d.end or 0) for d in inside}
            if current is None or any(_agree(d.value, current) for d in inside):
                literal = _like(new, inside) if layer != "epoch-comment" else new
                splices.append(_LAYERS[layer].spell(self._text, value, literal))
            elif end > start:
                left.append((start, end))
        for span, same in groupby(found, key=lambda d: (d.start or 0, d.end or 0)):
            readings = list(same)
            if span in done:
                continue
            if current is None or any(_agree(d.value, current) for d in readings):
                splices.append(Splice(*span, timestamp.spell(_like(new, readings))))
            else:
                left.append(span)
        return Places(splices or [self._inserted(field, new)], left)

    def _inserted(self, field: str, new: Any) -> Splice:
        """Where a field goes that nothing states."""
        literal: Literals = list(new) if isinstance(new, tuple) else new
        for reading in self._peeled.readings:
            layer = _LAYERS[reading.layer]
            found = layer.insert(self._text, reading, field, literal)
            if found is not None:
                return found
        place = 0
        ends = {reading.layer: reading.end for reading in self._peeled.readings}
        forms = FORMS.get(self._record.format, ())
        stacks = [form.layers for form in forms]
        made = (x for x in stacks if x and x[0].name in ends)
        stack = next(made, stacks[0] if stacks else ())
        for layer in stack:
            if layer.name in ends:
                place = ends[layer.name]
            elif field in layer.holds:
                blank: dict[str, Any] = {field: new}
                return Splice(place, place, layer.write(Record(**blank)))
        if self._has_line(field):
            return self._in_the_body(field, new)
        name = self._record.format
        raise NormalizeError(
            f"a {name} file has no place for {field} {new!r}; "
            f"`normalize formats {name}` says what it can state",
            code="not-carried",
        )

    def _has_line(self, field: str) -> bool:
        """Whether the body can say a field on a line of its own.

        A change that is the only date of a page would date its publication, too.
        """
        match field:
            case "modified":
                fits = self._record.published is not None
            case "image":
                fits = self._peeled.body != "text"
            case _:
                fits = field == "authors"
        return fits and bool(self._record.blocks)

    def _in_the_body(self, field: str, new: Any) -> Splice:
        """Below the last block of the body: what a body says in a line of its own."""
        said = Image(new) if field == "image" else new
        stated: dict[str, Any] = {field: said}
        words = cues.load(self._record.language)
        kind = self._peeled.body
        parts = pages.parts(Record(**stated), kind, words, ())
        place = max(block.end for block in self._record.blocks)
        place = place if kind == "html" else line_end(self._text, place)
        text = spell((p for _, p in parts), kind).rstrip("\n")
        return self._put(place, place, f"\n\n{text}")


def _spells(field: str, value: Value, old: str) -> bool:
    """Whether a value of a layer is the record's."""
    if field == "title":
        return evidence.spells(value, old)
    if field == "image":
        image = keys.picture(value.value)
        return image is not None and image.url == old
    said = str(value.value).strip()
    return (keys.tag(said) if field == "language" else said) == old


def _joined(value: Value, layer: str, names: tuple[str, ...]) -> Literals:
    """Names as the place spells them: a list where it is one, else a text that is parted so."""
    if isinstance(value.value, str):
        for joint in (", ", " "):
            said = joint.join(names)
            if tuple(evidence.split(value._replace(value=said), layer)) == names:
                return said
    return list(names)


def _agree(a: str, b: str) -> bool:
    """Whether two dates can be of one moment, by the rule that chooses among witnesses."""
    return not a.startswith("X") and chronology.apart(a, b) <= 1


def _like(new: str, old: Sequence[Date]) -> str:
    """A date as finely as a place states its own; whole where it is the chosen one."""
    if not old or any(d.chosen for d in old):
        return new
    zone = _ZONE.search(new) if len(new) > 10 else None
    local = new[: zone.start()] if zone else new
    kept = _ZONE.sub("", old[0].value) if len(old[0].value) > 10 else old[0].value
    cut = local[: len(kept)]
    return cut + zone[0] if zone and old[0].zone == "stated" and len(cut) > 10 else cut
