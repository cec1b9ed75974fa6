"""The JSON Schema of the record, made from its classes.

Draft 2020-12 (json-schema.org/draft/2020-12). Types, keys and closed sets of values come from the
classes; what a type cannot say, such as the form of a date, stands in ``_FORMS``.
"""

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from attrs import Attribute, fields

from normalize.record import (
    SCHEMA_VERSION,
    Block,
    Date,
    Image,
    Link,
    Problem,
    Record,
    Related,
    Source,
)
from normalize.span import Role

_CLOCK = r"T\d{2}:\d{2}(:\d{2}(\.\d+)?)?"
_ZONE = r"(Z|[+-]\d{2}:\d{2})"
_WHEN = rf"\d{{4}}(-\d{{2}}(-\d{{2}}({_CLOCK}{_ZONE}?)?)?)?"
_DATE = {"pattern": rf"^{_WHEN}$"}
_DATE_OR_DAY = {"pattern": rf"^({_WHEN}|XXXX-\d{{2}}-\d{{2}}({_CLOCK}{_ZONE}?)?)$"}
# By the name of the class and of the attribute.
_FORMS: dict[tuple[str, str], dict[str, Any]] = {
    ("Record", "schema_version"): {"const": SCHEMA_VERSION},
    ("Record", "id"): {"pattern": "^sha256:[0-9a-f]{64}(#[1-9][0-9]*)?$"},
    ("Record", "fingerprint"): {"pattern": "^(v1:[0-9a-f]{64})?$"},
    ("Record", "published"): _DATE,
    ("Record", "published_at"): {"pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$"},
    ("Record", "modified"): _DATE,
    ("Record", "missing"): {
        "propertyNames": {"enum": ["title", "published", "url", "language"]},
    },
    ("Date", "value"): _DATE_OR_DAY,
    ("Block", "level"): {"minimum": 1, "maximum": 6},
    ("Related", "published"): _DATE_OR_DAY,
    ("Related", "count"): {"minimum": 1},
    ("Source", "sha256"): {"pattern": "^[0-9a-f]{64}$"},
}
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
}
_LITERALS = {"$ref": "#/$defs/Literals"}
# The keys of a block that depend on its type: whether it is a slice of the record's text, and what
# else it has.
_SLICE = ("text_start", "text_end", "links")
_OWN = {
    "heading": (*_SLICE, "level"),
    "list": (*_SLICE, "items"),
    "table": (*_SLICE, "rows"),
    "image": ("url",),
    "caption": ("text",),
}
_ALWAYS = ("type", "start", "end")


def record_schema() -> dict[str, Any]:
    """The JSON Schema of a record as ``to_dict`` gives it, with the ledger or without.

    Returns:
        A new plain dict, ready for ``json.dumps``.
    """
    root = _object(Record, left_out=("ledger",))
    root["properties"] |= {
        "segments": {"type": "array", "items": {"$ref": "#/$defs/Segment"}},
        "spans": {"type": "object", "additionalProperties": _array(_SPAN)},
        "raw": {"type": "string"},
    }
    parts = (Date, Link, Image, Related, Problem, Source)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A record of normalize, schema version {SCHEMA_VERSION}",
        **root,
        "$defs": {
            **{part.__name__: _object(part) for part in parts},
            "Block": _block(),
            "Literals": _LITERAL,
            "Segment": _SEGMENT,
        },
    }


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_SPAN = _array(_PLAIN[int]) | {"minItems": 2, "maxItems": 2}
_SEGMENT = {
    "type": "object",
    "properties": {
        "role": {"enum": list(get_args(Role))},
        "start": _PLAIN[int],
        "end": _PLAIN[int],
    },
    "required": ["role", "start", "end"],
    "additionalProperties": False,
}
_LITERAL = {
    "type": ["string", "array", "object"],
    "items": _LITERALS,
    "additionalProperties": _LITERALS,
}


def _object(cls: type, left_out: tuple[str, ...] = ()) -> dict[str, Any]:
    """The schema of a class: every attribute is a key, every key is there, and no other."""
    properties = {a.name: _attribute(cls, a) for a in fields(cls) if a.name not in left_out}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _attribute(cls: type, attribute: "Attribute[Any]") -> dict[str, Any]:
    return _of(attribute.type) | _FORMS.get((cls.__name__, attribute.name), {})


def _of(kind: Any) -> dict[str, Any]:
    """The schema of a type."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"type": "string", "enum": list(parts)}
    if origin in (Union, UnionType):
        one, *others = [part for part in parts if part is not NoneType]
        # The one union of several types; its own parts differ once cattrs has resolved them.
        return _LITERALS if others else _or_null(_of(one))
    if origin is tuple:
        return _array(_of(parts[0]))
    if origin is dict:
        return {"type": "object", "additionalProperties": _of(parts[1])}
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    nullable = {"type": [schema["type"], "null"]}
    if "enum" in schema:
        nullable["enum"] = [*schema["enum"], None]
    return schema | nullable


def _block() -> dict[str, Any]:
    """The schema of a block: which keys it has follows from its type."""
    schema = _object(Block)
    # A key that a block has is never null; one that it has not is left out.
    for key, part in schema["properties"].items():
        schema["properties"][key] = _stated(part)
    schema["required"] = list(_ALWAYS)
    kinds = schema["properties"]["type"]["enum"]
    schema["allOf"] = [
        {
            "if": {"properties": {"type": {"const": kind}}, "required": ["type"]},
            "then": _keys([*_ALWAYS, *_OWN.get(kind, _SLICE)]),
        }
        for kind in kinds
    ]
    return schema


def _stated(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without null."""
    kind = schema.get("type")
    return schema | {"type": kind[0]} if isinstance(kind, list) else schema


def _keys(keys: list[str]) -> dict[str, Any]:
    """A schema of objects that have these keys and no others."""
    return {
        "required": keys,
        "properties": dict.fromkeys(keys, True),
        "additionalProperties": False,
    }
