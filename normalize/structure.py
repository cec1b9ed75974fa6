"""Plain data to a record: the checks at the edge."""

import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from normalize.errors import NormalizeError
from normalize.record import Record

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
        data = json.loads(text)
    except json.JSONDecodeError as e:
        raise NormalizeError(e.msg, code="json-broken", doc=e.doc, pos=e.pos) from e
    except UnicodeDecodeError as e:
        raise NormalizeError(f"the JSON is not UTF-8: {e}", code="json-broken") from e
    if not isinstance(data, dict):
        raise NormalizeError(
            f"a record is a JSON object, not {type(data).__name__}", code="record-broken"
        )
    return data


def structure(cls: type[R], data: Mapping[str, Any]) -> R:
    """A record of its plain dict; see ``Record.from_dict``."""
    from cattrs import BaseValidationError, transform_error

    plain = {key: value for key, value in data.items() if key not in _LEDGER}
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
    if "text_start" in block:
        return block | {"text": text[block["text_start"] : block.get("text_end")]}
    return {"text": ""} | block


@cache
def _converter() -> "Converter":
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn, override

    converter = Converter(forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly)
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
