"""A record as a file of a format: what ``loads`` reads back."""

from collections.abc import Mapping, Sequence
from typing import IO, NamedTuple

from normalize.bodies import BodyKind
from normalize.bodies.writers import spell
from normalize.carriage import lay_out, makes, unheld
from normalize.detection import peel
from normalize.errors import NormalizeError
from normalize.formats import FORMATS, UNKNOWN
from normalize.layers.layer import HEADERS, Layer, below, condition
from normalize.pages import says
from normalize.record import Record


class Form(NamedTuple):
    """A way in which a format is written.

    Attributes:
        layers: The layers that may be written, outermost first.
        needed: Those that make the format what it is.
        body: The kind of its body.
    """

    layers: tuple[Layer, ...]
    needed: tuple[Layer, ...]
    body: BodyKind


# A body without a look of its own is Markdown below a comment; what feeds hold is HTML.
_BODIES: dict[str, BodyKind] = {"html-comment": "html", "json-post": "html"}


def _forms() -> dict[str, tuple[Form, ...]]:
    """From the table of formats: the layers of a format's first row, needed where all rows do.

    A row that begins with another layer is a form more, unless that layer chooses its keys: such
    layers carry the same, and the first is written.
    """
    forms: dict[str, list[Form]] = {}
    for row in FORMATS:
        known = forms.setdefault(row.name, [])
        holds = (i for i, x in enumerate(known) if all(layer in x.layers for layer in row.stack))
        at = next(holds, None)
        needed = row.stack[: row.needed]
        if at is not None:
            shared = tuple(layer for layer in known[at].needed if layer in needed)
            known[at] = known[at]._replace(needed=shared)
        elif not known or row.stack[0].name not in HEADERS:
            known.append(Form(row.stack, needed, _BODIES.get(row.name, row.body)))
    return {name: tuple(known) for name, known in forms.items() if name != UNKNOWN.name}


FORMS = _forms()
"""The formats that can be written: every one but what is no text; of each its forms, in order."""


def forms_of(name: str) -> tuple[Form, ...]:
    """How the format of a name is written: the first of these forms that a record can make.

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
    forms = forms_of(format)
    form = next((form for form in forms if makes(record, form.needed)), forms[0])
    sheet = lay_out(record, form.layers, form.needed, form.body)
    written = [(layer, layer.write(part)) for layer, part in sheet.header]
    for layer, said in written:
        if not said:
            others = [x for other in forms if other is not form for x in other.needed]
            raise _not_made(record, format, [layer, *others], sheet.lost)
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


def _not_made(
    record: Record,
    name: str,
    layers: Sequence[Layer],
    lost: Mapping[str, str],
) -> NormalizeError:
    """The refusal of a record that states nothing for the layer that makes a format."""
    named = " or ".join(f"{layer.name} ({layer.claims})" for layer in layers)
    stated = {f for layer in layers for f in layer.holds if getattr(record, f)}
    asked = {f: lost.get(f) or unheld(f, layers) for f in sorted(stated)}
    return NormalizeError(
        f"{name} begins with the layer {named}, and this record states nothing that makes "
        f"one{_reasons(asked)}; choose another format",
        code="not-carried",
    )


def _reasons(lost: Mapping[str, str]) -> str:
    """Which fields are not carried, and why."""
    said = ", ".join(f"{field} ({why})" for field, why in lost.items())
    return f": {said}" if said else ""


def carried(format: str) -> dict[str, str]:  # noqa: A002
    """What a format carries: by field, in the order of the record, who holds it on which condition.

    Args:
        format: One of ``FORMS``.
    """
    forms = FORMS[format]
    said: dict[str, list[str]] = {}
    layers = {layer.name: layer for form in forms for layer in form.layers}
    for layer in layers.values():
        for field, predicate in layer.holds.items():
            said.setdefault(field, []).append(f"{layer.name}: {condition(predicate)}")
    body = forms[0].body
    for field, when in says(body, tuple(said)).items():
        said.setdefault(field, []).append(f"{body}: {when}")
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
        and (not body.strip() or peeled.body == FORMS[format][0].body)
    )


def dump(record: Record, file: IO[bytes], format: str, *, lossy: bool = False) -> None:  # noqa: A002
    """Write a record to a binary file, in UTF-8; see ``dumps``."""
    file.write(dumps(record, format, lossy=lossy).encode())
