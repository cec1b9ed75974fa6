"""A record as a file of a format: what ``loads`` reads back."""

from collections.abc import Mapping
from typing import IO, NamedTuple

from normalize.bodies import BodyKind
from normalize.bodies.writers import spell
from normalize.carriage import lay_out, unheld
from normalize.detection import peel
from normalize.errors import NormalizeError
from normalize.formats import FORMATS, UNKNOWN
from normalize.layers.layer import Layer, below, condition
from normalize.pages import says
from normalize.record import Record


class Form(NamedTuple):
    """How a format is written.

    Attributes:
        layers: The layers that may be written, outermost first.
        needed: Those that make the format what it is.
        body: The kind of its body.
    """

    layers: tuple[Layer, ...]
    needed: tuple[Layer, ...]
    body: BodyKind


# A body without a look of its own is Markdown below an epoch; what feeds hold is HTML.
_BODIES: dict[str, BodyKind] = {"html-comment": "html", "json-post": "html"}


def _forms() -> dict[str, Form]:
    """From the table of formats: the layers of a format's first row, needed where all rows do."""
    forms: dict[str, Form] = {}
    for row in FORMATS:
        first = forms.get(row.name)
        layers, needed = (first[:2]) if first else (row.stack, row.stack)
        if all(layer in layers for layer in row.stack):
            needed = tuple(layer for layer in needed if layer in row.stack[: row.needed])
        forms[row.name] = Form(layers, needed, _BODIES.get(row.name, row.body))
    return {name: form for name, form in forms.items() if name != UNKNOWN.name}


FORMS = _forms()
"""The formats that can be written: every one but what is no text."""


def form_of(name: str) -> Form:
    """How the format of a name is written.

    Raises:
        NormalizeError: There is no such format to write (``format-unknown``).
    """
    if name not in FORMS:
        raise NormalizeError(
            f"no format {name!r} can be written; there are {', '.join(FORMS)}",
            code="format-unknown",
        )
    return FORMS[name]


def dumps(record: Record, format: str, *, lossy: bool = False) -> str:  # noqa: A002
    """Write a record as a text of a format.

    Args:
        record: Any record: one that was read, or one made by hand.
        format: The name of the format.
        lossy: Leave out what the format cannot carry instead of refusing.

    Returns:
        The text; ``loads`` gives the record back, as far as the format carries it.

    Raises:
        NormalizeError: There is no such format to write (``format-unknown``), or it cannot carry
            all of the record (``not-carried``); the message names the fields.
    """
    form = form_of(format)
    sheet = lay_out(record, form.layers, form.needed, form.body)
    written = [(layer, layer.write(part)) for layer, part in sheet.header]
    for layer, said in written:
        if not said:
            stated = (f for f in layer.holds if getattr(record, f))
            asked = {f: sheet.lost.get(f) or unheld(f, [layer]) for f in stated}
            raise NormalizeError(
                f"{format} begins with the layer {layer.name} ({layer.claims}), and this record "
                f"states nothing that makes one{_reasons(asked)}; choose another format",
                code="not-carried",
            )
    header = "".join(said for _, said in written)
    join = written[-1][0].join if written else below
    body = spell(sheet.body, form.body)
    if form.body == "html" and header and join is below:
        header += "\n"
    text = join(header, body)
    lost = sheet.lost
    below_it = text.removeprefix(header)
    if not _is_claimed(text, body, below_it, format, [layer.name for layer, _ in written]):
        lost = lost | {"text": lost.get("text", "what it can carry reads as another format")}
    if lost and not lossy:
        raise NormalizeError(
            f"{format} cannot carry all of this record{_reasons(lost)}; choose another format, or "
            "have that left out (lossy=True, --lossy)",
            code="not-carried",
        )
    return text


def _reasons(lost: Mapping[str, str]) -> str:
    """Which fields are not carried, and why."""
    said = ", ".join(f"{field} ({why})" for field, why in lost.items())
    return f": {said}" if said else ""


def carried(format: str) -> dict[str, str]:  # noqa: A002
    """What a format carries: by field, in the order of the record, who holds it on which condition.

    Args:
        format: One of ``FORMS``.
    """
    form = FORMS[format]
    said: dict[str, list[str]] = {}
    for layer in form.layers:
        for field, predicate in layer.holds.items():
            said.setdefault(field, []).append(f"{layer.name}: {condition(predicate)}")
    for field, when in says(form.body, tuple(said)).items():
        said.setdefault(field, []).append(f"{form.body}: {when}")
    return {f: "; or ".join(said[f]) for f in Record.__annotations__ if f in said}


def _is_claimed(text: str, body: str, rest: str, format: str, layers: list[str]) -> bool:  # noqa: A002
    """Whether the layers claim the header that was written, and leave what was put below it.

    A claim is a predicate on the beginning of a text, of which the table of formats is the only
    judge: a title that looks like a field of front matter is none of a headline's layer. No value
    is read here.

    Args:
        text: What was written.
        body: The body in it.
        rest: What stands below the header, the body and the end of the file.
        format: The name of the format.
        layers: The names of the layers that were written.
    """
    peeled = peel(text)
    left, wanted = (peeled.inner.text, body) if peeled.inner else (text[peeled.start :], rest)
    return (
        peeled.format.name == format
        and [reading.layer for reading in peeled.readings] == layers
        and left.strip() == wanted.strip()
        and (not body.strip() or peeled.body == FORMS[format].body)
    )


def dump(record: Record, file: IO[bytes], format: str, *, lossy: bool = False) -> None:  # noqa: A002
    """Write a record to a binary file, in UTF-8; see ``dumps``."""
    file.write(dumps(record, format, lossy=lossy).encode())
