"""Values as YAML spells them: in flow style when written, in the style found when edited.

YAML 1.2.2: double-quoted scalars (7.3.1) hold anything, single-quoted ones (7.3.2) what is
printable, plain ones (7.3.3) what is read as nothing else.
"""

import re

from normalize._expressions import FRONT_MATTER
from normalize.expression import expression
from normalize.layers.layer import Splice, Value
from normalize.record import Literals

_UNPRINTABLE = expression("[\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ENTRY = expression(FRONT_MATTER["entry"])
# Plain scalars that are no strings to YAML 1.1, which most tools speak, or to its core schema.
_RESOLVED = expression(
    r"~|null|true|false|yes|no|on|off|y|n|[-+]?[\d.][\d_.,:]*(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan)"
    r"|0[xo][\da-f]+",
    re.IGNORECASE,
)
_BLOCK_ITEM = expression(r"-[ \t]+")


def key(said: str) -> str:
    """A key of a map."""
    return said if re.fullmatch(r"[A-Za-z_][\w-]*", said) else flow(said)


def flow(value: Literals) -> str:
    """A value in YAML's flow style, which JSON's strings are part of."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return f'"{_double(value)}"'


def _double(value: str) -> str:
    """The inside of a double-quoted scalar: what YAML does not print is escaped (5.7)."""
    value = value.replace("\\", "\\\\").replace('"', '\\"')
    return _UNPRINTABLE.sub(lambda m: f"\\U{ord(m[0]):08x}", value)


def spell(text: str, value: Value, new: Literals) -> Splice:
    """Another value in the place of one: its quotes, its brackets or its dashes stay."""
    start, end = value.spans[0]
    quote = text[start - 1 : start]
    if quote not in ("'", '"') or text[end : end + 1] != quote:
        quote = ""
    if isinstance(new, str):
        return _scalar(start, end, quote, text, new)
    if isinstance(value.value, str):
        return _outside(start, end, quote, text, flow(new))
    if new and isinstance(new, list) and _BLOCK_ITEM.match(text, start):
        column = start - max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) - 1
        items = [f"- {_item(item)}" for item in new]
        return Splice(start, end, ("\n" + text[start - column : start]).join(items))
    if isinstance(new, list) and text[start : start + 1] == "[":
        return Splice(start, end, f"[{', '.join(map(_item, new))}]")
    return Splice(start, end, flow(new))


def _scalar(start: int, end: int, quote: str, text: str, new: str) -> Splice:
    if quote == "'" and not _UNPRINTABLE.search(new):
        return Splice(start, end, new.replace("'", "''"))
    if quote == '"':
        return Splice(start, end, _double(new))
    return _outside(start, end, quote, text, new if not quote and _is_plain(new) else flow(new))


def _outside(start: int, end: int, quote: str, text: str, said: str) -> Splice:
    """A spelling that brings its own quotes; behind a colon it needs a blank."""
    if text[start - 1 : start] == ":":
        said = f" {said}"
    return Splice(start - len(quote), end + len(quote), said)


def _is_plain(value: str) -> bool:
    """Whether a scalar without quotes is read as this string; a date is spelled without them."""
    found = _ENTRY.fullmatch(f"k: {value}\n")
    if found is None or found["PLAIN"] != value:
        return False
    return _RESOLVED.fullmatch(value) is None or re.match(r"\d{4}-\d\d-\d\d", value) is not None


def _item(value: Literals) -> str:
    """An item of a list: plain where no sign of a list or a map is in it."""
    bare = isinstance(value, str) and _is_plain(value) and not re.search(r"[\[\]{},]", value)
    return value if bare and isinstance(value, str) else flow(value)
