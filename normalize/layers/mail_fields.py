"""The fields of mail among lines of fields (RFC 5322, 3.6): its subject is the title.

Elsewhere ``subject`` is a topic and ``from`` an address that a post was copied from, so that only
the three fields that every mail has, together, make one.
"""

from collections.abc import Iterable, Sequence

from normalize.expression import expression
from normalize.layers import keys
from normalize.layers.layer import Value
from normalize.record import Record

_NEEDED = frozenset(("from", "date", "subject"))
# A name before its address in angle brackets, with quotes around it or without, or behind it in
# parentheses. A quote within quotes and an encoded word (RFC 2047) are spelled, and not what is
# meant.
_NAME = expression(
    r"\"(?P<quoted>[^\"\\]++)\"[ \t]*<[^\s<>]+@[^\s<>]+>\Z"
    r"|(?P<bare>[^\s\"<>()@][^\"<>()@]*?)[ \t]*<[^\s<>]+@[^\s<>]+>\Z"
    r"|[^\s<>()@]+@[^\s<>()@]+[ \t]+\((?P<behind>[^()\\]+)\)\Z"
)
_ADDRESS = expression(r"[^\s<>()@]@[^\s<>()@]")
_ENCODED = "=?"


def is_mail(fields: Iterable[tuple[str, object]]) -> bool:
    """Whether keys and their values are those of a mail."""
    said = {key.lower(): value for key, value in fields}
    sender = said.get("from")
    is_sent = isinstance(sender, str) and _ADDRESS.search(sender) is not None
    return is_sent and said.keys() >= _NEEDED


def renamed(values: Sequence[Value]) -> list[Value]:
    """The values of a mail: its subject as the title, its sender's name as the author.

    A field of that name beside them counts instead.
    """
    stated = {keys.known(value.key) for value in values}
    found = ((value, _renamed(value)) for value in values)
    return [value if keys.known(new.key) in stated else new for value, new in found]


def _renamed(value: Value) -> Value:
    said = value.value
    if not isinstance(said, str) or _ENCODED in said:
        return value
    match value.key.lower():
        case "subject":
            return value._replace(key="title")
        case "from":
            found = _NAME.match(said)
            if found is None or len(said) != value.spans[0][1] - value.spans[0][0]:
                return value
            start, end = found.span(found.lastgroup or 0)
            offset = value.spans[0][0]
            return Value("author", said[start:end], ((offset + start, offset + end),))
    return value


def is_none(record: Record) -> bool:
    """Whether no key of its own is one of the layer's, and with the date they make no mail."""
    date = [("date", record.published)] if record.published else []
    return not is_mail([*date, *record.extra.items()])
