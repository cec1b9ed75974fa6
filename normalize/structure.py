"""Plain data to a record: the checks at the edge."""

from collections.abc import Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import orjson

from normalize.errors import NormalizeError
from normalize.record import SCHEMA_VERSION, Record

if TYPE_CHECKING:
    from cattrs import Converter

R = TypeVar("R", bound=Record)
_LEDGER = ("segments", "spans", "raw")


def load_object(text: str | bytes) -> Mapping[str, Any]:
    """The JSON object of a text.

    Raises:
        NormalizeError: It is no JSON (``json-broken``), or no object (``record-broken``).
    """
    try:
        data = orjson.loads(text)
    except orjson.JSONDecodeError as e:
        raise NormalizeError(e.msg, code="json-broken", doc=e.doc, pos=e.pos) from e
    if not isinstance(data, dict):
        raise NormalizeError(
            f"a record is a JSON object, not {type(data).__name__}", code="record-broken"
        )
    return data


def structure(cls: type[R], data: Mapping[str, Any]) -> R:
    """A record of its plain dict; see ``Record.from_dict``."""
    from cattrs import BaseValidationError, transform_error

    plain = {key: value for key, value in data.items() if key not in _LEDGER}
    version = plain.get("schema_version", SCHEMA_VERSION)
    if version != SCHEMA_VERSION:
        raise NormalizeError(
            f"record.schema_version: this release reads {SCHEMA_VERSION}, not {version!r}",
            code="record-broken",
        )
    text = plain.get("text")
    blocks = plain.get("blocks")
    try:
        if isinstance(text, str) and isinstance(blocks, list):
            plain["blocks"] = [_with_text(block, text) for block in blocks]
        return _converter().structure(plain, cls)
    except BaseValidationError as e:
        faults = "; ".join(transform_error(e, path="record"))
        raise NormalizeError(f"this is no record: {faults}", code="record-broken") from e


def _with_text(block: Any, text: str) -> Any:
    """A block with its slice of the text, which the JSON leaves out."""
    if not isinstance(block, dict):
        return block
    start, end = block.get("text_start"), block.get("text_end")
    if type(start) is int and type(end) is int:
        return block | {"text": text[start:end]}
    return {"text": ""} | block


@cache
def _converter() -> "Converter":
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn, override

    converter = Converter(forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly)
    converter.register_structure_hook_func(_is_tuple, partial(_sequence, converter))
    converter.register_structure_hook(
        Record,
        make_dict_structure_fn(
            Record,
            converter,
            ledger=override(omit=True),
            extra=override(struct_hook=_literals),
        ),
    )
    return converter


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _sequence(converter: "Converter", value: Any, kind: Any) -> Any:
    """A tuple of a list; cattrs itself would take a string for one of characters."""
    parts: Any = list[get_args(kind)[0]]  # type: ignore[misc]
    return tuple(converter.structure(_exactly(value, list), parts))


def _literals(value: Any, _: object) -> Any:
    """A map whose values are strings, or lists and maps of them."""
    if not isinstance(value, dict):
        raise TypeError(f"expected a map, found {value!r:.60}")
    parts: list[Any] = [value]
    while parts:
        part = parts.pop()
        if isinstance(part, dict):
            parts.extend(part.values())
        elif isinstance(part, list):
            parts.extend(part)
        elif not isinstance(part, str):
            raise TypeError(f"expected literal strings, found {part!r:.60}")
    return value


def _exactly(value: Any, kind: type) -> Any:
    """A value as it is: a number is not taken for a string, nor the other way round."""
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}, found {value!r:.60}")
    return value
