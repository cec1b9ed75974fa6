"""The encoding that a file declares for itself, as a label.

HTML by the WHATWG standard's prescan ("Prescan a byte stream to determine its encoding", HTML
section 13.2.3.2) without its end at 1024 bytes, since its parser changes the encoding at a later
``meta`` too; XML 1.0, appendix F; a header ``Content-Type`` (RFC 9110, RFC 2045); CSS ``@charset``;
the coding lines of Emacs and Vim (PEP 263).
"""

import re
from collections.abc import Iterator

from normalize.encodings import family
from normalize.expression import expression

# How far a declaration may stand from the start of the file.
WINDOW = 16_384
_HEADER = 1024

_TAG = expression(rb"<(?:(!--)|(meta)[\t\n\f\r /]|(/?[a-z])|[!/?])", re.IGNORECASE)
_ATTRIBUTE = expression(
    rb"""[\t\n\f\r\x20/]*+
    (?P<name>[^\t\n\f\r\x20/>][^\t\n\f\r\x20/>=]*+)
    (?:[\t\n\f\r\x20]*+=[\t\n\f\r\x20]*+
        (?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^"'>\t\n\f\r\x20][^>\t\n\f\r\x20]*+)|(?P<open>["'])|(?=>)))?""",
    re.VERBOSE,
)
_LABEL = expression(rb"\s*+[A-Za-z0-9][\w.:+()-]*+\s*+")
_NAME_END = expression(rb"[\t\n\f\r >]|\Z")
_SPACES = expression(rb"[\t\n\f\r /]*+")
_CHARSET = expression(
    rb"""charset[\t\n\f\r\x20]*+=[\t\n\f\r\x20]*+(?:"([^"]*+)"|'([^']*+)'|([^"'\t\n\f\r\x20;][^\t\n\f\r\x20;]*+))""",
    re.IGNORECASE | re.VERBOSE,
)
_XML = expression(rb"""\s*+<\?xml\b[^>]*?\bencoding\s*+=\s*+["']([A-Za-z][\w.:-]*+)["']""")
_CSS = expression(rb'@charset "([^"\n]*+)";')
_MAIL = expression(
    rb"""^content-type:[ \t]*+[\w.+/-]++[ \t]*+;(?:[^\n]|\n[ \t])*?\bcharset=["']?([\w.:-]++)""",
    re.IGNORECASE | re.MULTILINE,
)
_CODING = expression(
    rb"""\A(?:[^\n]*+\n)?[^\n]*?(?:-\*-[^\n]*?\bcoding:|\bvim?:[^\n]*?\bf(?:ile)?enc(?:oding)?=|
    ^[ \t\f]*+\#[^\n]*?\bcoding[:=])[ \t]*+([\w.-]++)""",
    re.VERBOSE | re.MULTILINE,
)


def mentioned(data: bytes) -> bool:
    """Whether the words that a declaration needs stand near the start; quick, and never wrong."""
    return any(
        data.find(word, 0, WINDOW) >= 0 for word in (b"charset", b"coding", b"CHARSET", b"fenc=")
    )


def declared(data: bytes) -> str | None:
    """The label of the first declaration that names an encoding, or None.

    Args:
        data: The file, without a byte order mark, in an encoding that has ASCII in it.
    """
    head = data[:_HEADER]
    for place in (_XML.match(head), _CSS.match(head), _MAIL.search(head), _CODING.search(head)):
        if place and _known(place[1]):
            return place[1].decode("ascii")
    return _prescan(data[:WINDOW])


def _known(label: bytes) -> bool:
    return _LABEL.fullmatch(label) is not None and family(label.decode("ascii")) is not None


def _prescan(data: bytes) -> str | None:
    place = 0
    while tag := _TAG.search(data, place):
        if tag[1]:
            end = data.find(b"-->", tag.start() + 2)
            if end < 0:
                return None
            place = end + 3
        elif tag[2]:
            names: dict[bytes, bytes] = {}
            place = tag.end() - 1
            for name, value, end in _attributes(data, place):
                names.setdefault(name, value)
                place = end
            if not data.startswith(b">", place):
                return None
            label = _of_meta(names)
            if label and _known(label):
                return label.decode("ascii").strip()
        elif tag[3]:
            name_end = _NAME_END.search(data, tag.end())
            place = name_end.start() if name_end else len(data)
            for _, _, end in _attributes(data, place):
                place = end
        else:
            place = data.find(b">", tag.end()) + 1
            if not place:
                return None
    return None


def _attributes(data: bytes, place: int) -> Iterator[tuple[bytes, bytes, int]]:
    """The attributes of a tag, names in lower case, each with the place after it.

    A value whose quote is never closed ends the file: its place is the end, where no ``>`` is.
    """
    while found := _ATTRIBUTE.match(data, place):
        value = found["double"] or found["single"] or found["bare"] or b""
        place = len(data) if found["open"] else found.end()
        if spaces := _SPACES.match(data, place):
            place = spaces.end()
        yield found["name"].lower(), value.lower(), place


def _of_meta(names: dict[bytes, bytes]) -> bytes | None:
    """The label in a ``meta``: its ``charset``, or that of a content type which it gives."""
    if b"charset" in names:
        return names[b"charset"]
    if names.get(b"http-equiv") == b"content-type":
        found = _CHARSET.search(names.get(b"content", b""))
        if found:
            return found[1] or found[2] or found[3]
    return None
