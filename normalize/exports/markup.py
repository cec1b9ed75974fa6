"""XML as text: what XML 1.0 cannot hold is marked, what it would change is escaped."""

from collections.abc import Mapping

from normalize.expression import expression

# XML 1.0, fifth edition, production 2: every character but these.
_ILLEGAL = expression("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """A text with U+FFFD for each character that XML cannot hold, such as most controls."""
    return _ILLEGAL.sub("\ufffd", text)


def content(text: str) -> str:
    """A text as the content of an element; a CR, which a parser would turn, as a reference."""
    text = legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def value(text: str) -> str:
    """A text as the value of an attribute, white space kept."""
    text = content(text).replace('"', "&quot;")
    return text.replace("\t", "&#9;").replace("\n", "&#10;")


def element(name: str, inside: str = "", attributes: Mapping[str, str | None] | None = None) -> str:
    """An element around content that is already XML; attributes that are None are left out."""
    stated = (attributes or {}).items()
    opening = name + "".join(f' {key}="{value(v)}"' for key, v in stated if v is not None)
    return f"<{opening}>{inside}</{name}>" if inside else f"<{opening}/>"
