"""Plain scalars that state nothing: the nulls of YAML's core schema (1.2.2, 10.3.2).

Only their field makes them nothing: under a key that has none they keep their spelling.
"""

from normalize.record import Literals

_SPELLINGS = frozenset(("~", "null", "Null", "NULL"))


class Null(str):
    """The spelling of a null."""

    __slots__ = ()


def plain(literal: str) -> str:
    """A scalar without quotes, which may be a null."""
    return Null(literal) if literal in _SPELLINGS else literal


def stated(value: Literals) -> Literals:
    """What a value states: nothing for a null, and lists and maps without theirs."""
    if isinstance(value, list):
        return [stated(item) for item in value if not isinstance(item, Null)]
    if isinstance(value, dict):
        return {str(k): stated(v) for k, v in value.items() if not isinstance(v, Null)}
    return "" if isinstance(value, Null) else value


def spelled(value: Literals) -> Literals:
    """A value whose nulls are the strings that spell them."""
    if isinstance(value, list):
        return [spelled(item) for item in value]
    if isinstance(value, dict):
        return {str(key): spelled(item) for key, item in value.items()}
    return str(value)
