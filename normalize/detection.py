"""Which stack of layers a text is, and why."""

import re
from typing import NamedTuple

from attrs import frozen

from normalize import bodies, wrapping
from normalize.expression import expression
from normalize.formats import FORMATS, UNKNOWN, Format
from normalize.layers.json_string import Resolved, resolve
from normalize.layers.layer import Reading
from normalize.source import Decoded

_PROBE = 4096
_CONTROL = expression("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ODD = expression("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\udc80-\udcff]")
_BINARY_SHARE = 0.02
_UNDECODABLE = expression("[\udc80-\udcff]")
_UNDECODABLE_SHARE = 0.3


# An epoch comment over a link title, or a heading that is a link and nothing else.
_ARTICLE = expression(
    r"^(?:<!--[ \t]*-?[0-9]{1,20}[ \t]*-->[ \t]*(?:\r\n?|\n)\[[^\r\n]*\]\("
    r"|#{1,6}[ \t]+\[[^\r\n]*\]\(\S*\)[ \t]*(?=[\r\n]|\Z))",
    re.MULTILINE,
)


def articles(text: str) -> list[int]:
    """Where each article of a feed dump or a digest begins, in code points."""
    return [found.start() for found in _ARTICLE.finditer(text)]


class Peeled(NamedTuple):
    """A text without its layers.

    Attributes:
        format: The row of the table that claimed it.
        readings: What its layers read, outermost first.
        start: Where the body begins, in code points.
        body: The kind of the body.
        text: What all that was read of, and the body is: the text, without the breaks within
            paragraphs where a body of plain text is wrapped.
        inner: The body behind its escapes, where a layer holds it as a string.
    """

    format: Format
    readings: tuple[Reading, ...]
    start: int
    body: bodies.BodyKind
    text: str
    inner: Resolved | None = None

    @property
    def layers(self) -> tuple[str, ...]:
        """The names of the layers, then the kind of the body."""
        return (*(reading.layer for reading in self.readings), self.body)


@frozen
class Claim:
    """A layer's claim to a span of the text, and what made it claim."""

    layer: str
    start: int
    end: int
    reason: str


@frozen
class Detection:
    """Why a text is of a format.

    Attributes:
        format: The format's name.
        layers: Its layers, outermost first, then the kind of the body.
        claims: What each layer claimed, on which characters.
        reasons: The same as sentences.
        runners_up: Each format that came before or after it in the table, and why it lost.
        wrapped: Whether the lines of a plain text break where the next word does not fit, so that
            paragraphs are of several.
    """

    format: str
    layers: tuple[str, ...]
    claims: tuple[Claim, ...]
    reasons: tuple[str, ...]
    runners_up: tuple[tuple[str, str], ...]
    wrapped: bool = False


# What a layer read, by its name and those above it.
_Seen = dict[tuple[str, ...], Reading | None]


def peel(text: str) -> Peeled:
    """Offer a text to the formats in their order; the first whose needed layers claim it wins."""
    if _is_binary(text):
        return Peeled(UNKNOWN, (), 0, UNKNOWN.body, text)
    seen: _Seen = {}
    flat: str | None = None
    for row in FORMATS:
        # Most front matter is claimed before a row asks how the lines break.
        if flat is None and row.body == "text":
            flat = wrapping.joined(text)
        peeled = _try(row, text, text if flat is None else flat, seen)
        if peeled is not None:
            return peeled
    return Peeled(UNKNOWN, (), 0, UNKNOWN.body, text)


def _try(row: Format, text: str, flat: str, seen: _Seen) -> Peeled | None:
    """The text without the layers of a row; what a row above tried already is not read again.

    Args:
        flat: The text without the breaks within paragraphs, for rows whose body is plain text.
        seen: What was tried.
    """
    of_body = {"text": flat}
    if not row.stack:
        kind = bodies.kind(text, 0)
        return Peeled(row, (), 0, kind, of_body.get(kind, text)) if kind == row.body else None
    header = of_body.get(row.body, text)
    readings: list[Reading] = []
    start = 0
    for i, layer in enumerate(row.stack):
        place = (layer.name, *(above.layer for above in readings))
        if place not in seen:
            seen[place] = layer.read(header, start, readings)
        reading = seen[place]
        if reading is not None:
            readings.append(reading)
            start = reading.end
        elif i < row.needed:
            return None
    held = readings[-1].body
    if held is not None:
        inner = resolve(text, *held)
        kind = bodies.kind(inner.text, 0, row.body)
        return Peeled(row, tuple(readings), held[0], kind, text, inner)
    kind = bodies.kind(text, start, row.body)
    return Peeled(row, tuple(readings), start, kind, of_body.get(kind, text))


def _is_binary(text: str) -> bool:
    """Whether the beginning holds control characters or undecodable bytes as no text does."""
    probe = text[:_PROBE]
    if not _ODD.search(probe):
        return False
    if len(_CONTROL.findall(probe)) > _BINARY_SHARE * len(probe):
        return True
    return len(_UNDECODABLE.findall(probe)) > _UNDECODABLE_SHARE * len(probe)


def explain(decoded: Decoded) -> Detection:
    """Which format a decoded text is, what claimed it and why the other formats lost."""
    peeled = peel(decoded.text)
    claims = tuple(
        Claim(reading.layer, reading.start, reading.end, _CLAIMS[reading.layer])
        for reading in peeled.readings
    )
    reasons = [f"{c.layer} claims characters {c.start} to {c.end}: {c.reason}" for c in claims]
    if peeled.format is UNKNOWN:
        reasons.append("it holds too many control characters or undecodable bytes for a text")
    else:
        reasons.append(f"the rest, from character {peeled.start} on, looks like {peeled.body}")
    wrapped = peeled.text != decoded.text
    if wrapped:
        reasons.append("its lines are filled up to a width, and their breaks are blanks")
    return Detection(
        peeled.format.name, peeled.layers, claims, tuple(reasons), tuple(_losers(peeled)), wrapped
    )


_CLAIMS = {layer.name: layer.claims for row in FORMATS for layer in row.stack}


def _losers(peeled: Peeled) -> list[tuple[str, str]]:
    winner = FORMATS.index(peeled.format)
    out: dict[str, str] = {}
    for i, row in enumerate(FORMATS):
        if row.name == peeled.format.name:
            continue
        if peeled.format is UNKNOWN:
            out[row.name] = "it is no text"
        elif i > winner:
            out[row.name] = f"{peeled.format.name} comes before it and claims the text"
        elif row.stack:
            wanted = " over ".join(layer.claims for layer in row.stack[: row.needed])
            out[row.name] = f"it does not begin with {wanted}"
        else:
            out[row.name] = f"the body looks like {peeled.body}"
    return list(out.items())
