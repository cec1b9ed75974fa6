"""Fields of a file replaced where they are spelled, and nothing else of it.

Each layer says how a value is spelled in its place (``spell``) and where one that is missing would
stand (``insert``); ``places`` finds the places, and here the bytes are spliced. A place whose value
differed from the record's before is left as it is.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from attrs import evolve

from normalize import assembly, reader, source
from normalize.composition import compose
from normalize.document import Document
from normalize.errors import NormalizeError
from normalize.layers import holdings, keys
from normalize.layers.layer import Splice, is_date, not_held, problem
from normalize.places import DATES, NAMES, Finder
from normalize.record import Problem, Record
from normalize.source import Decoded
from normalize.span import Span

FIELDS = ("title", "url", "language", "summary", "image", *DATES, *NAMES)
"""The fields that can be replaced; an image by its address."""

_NEWLINES = {"crlf": "\r\n", "cr": "\r"}


def replace(document: Document, changes: Mapping[str, Any]) -> Document:
    """See ``Document.replace``."""
    finder = Finder(document)
    splices: list[Splice] = []
    left: list[tuple[str, Span]] = []
    wanted = {field: _checked(field, value) for field, value in changes.items()}
    for field, new in wanted.items():
        if _current(document.record, field) == new:
            continue
        places = finder.find(field, new)
        splices += places.splices
        left += [(field, span) for span in places.left]
    splices.sort()
    for value in finder.repeated(splices):
        raise NormalizeError(
            f"the value of {value.key!r} bears an anchor that an alias repeats elsewhere; write "
            "out what the alias stands for, then edit",
            code="not-carried",
        )
    if any(a.end > b.start for a, b in pairwise(splices)):
        raise not_held(f"{' and '.join(wanted)} share a place, and need an edit each")
    given = None if "url" in wanted or document.record.url == finder.url else document.record.url
    edited = _read(_spliced(document.decoded, splices), document, given)
    if _given_again(edited) > _given_again(document):
        keys_of = " or ".join(wanted)
        raise not_held(f"a key of {keys_of} stands there already, with a value that is none")
    for field, new in wanted.items():
        found = _current(edited.record, field)
        if found != new or edited.record.format != document.record.format:
            raise not_held(
                f"with {field} {new!r} this {document.record.format} file would read as "
                f"{edited.record.format} with {field} {found!r}"
            )
    problems = [_left(edited.text, field, _moved(span, splices)) for field, span in left]
    kept = (*edited.record.problems, *problems)
    return evolve(edited, record=evolve(edited.record, problems=kept))


def _given_again(document: Document) -> int:
    """How many keys of the header are given more than once."""
    return sum(p.code == "front-matter-duplicate-key" for p in document.record.problems)


def _read(data: bytes, before: Document, url: str | None) -> Document:
    """The document of edited bytes, read as the first one was."""
    decoded = source.decode(data)
    if decoded.encoding != before.decoded.encoding:
        decoded = source.decode(data, before.decoded.encoding)
    return reader.read(decoded, before.record.source.path, url)


def _checked(field: str, value: Any) -> Any:
    """A new value in the record's form."""
    if field not in FIELDS:
        raise NormalizeError(
            f"the field {field!r} cannot be replaced; there are {', '.join(FIELDS)}",
            code="field-unknown",
        )
    if field in NAMES:
        names = (value,) if isinstance(value, str) else tuple(value)
        if not all(isinstance(name, str) and holdings.is_bare(name) for name in names):
            raise not_held(f"{field} {value!r} are not all names without blanks around them")
        return tuple(compose(name) for name in names)
    if not isinstance(value, str) or not holdings.is_bare(value):
        raise not_held(f"{field} {value!r} is empty, or has blanks around it")
    if field in DATES and not is_date(value):
        raise not_held(f"{field} {value!r} is no date in ISO 8601, such as 2024-04-09T13:00+07:00")
    return keys.tag(value) if field == "language" else compose(value)


def _current(record: Record, field: str) -> Any:
    value = getattr(record, field)
    return value.url if field == "image" and value else value


def _spliced(decoded: Decoded, splices: Sequence[Splice]) -> bytes:
    """The bytes with each splice in the spelling of the file: its line ends, its encoding."""
    newline = _NEWLINES.get(decoded.newline or "", "\n")
    places = decoded.byte_offsets(offset for s in splices for offset in (s.start, s.end))
    parts = []
    place = 0
    for splice, start, end in zip(splices, places[::2], places[1::2], strict=True):
        parts += [decoded.data[place:start], _encoded(splice.text.replace("\n", newline), decoded)]
        place = end
    return b"".join([*parts, decoded.data[place:]])


def _encoded(text: str, decoded: Decoded) -> bytes:
    """A text in the encoding of the file.

    Raises:
        NormalizeError: The encoding has no spelling for a character (``not-carried``).
    """
    if _encodes(text, decoded.encode):
        return decoded.encode(text)
    spelled = "".join(_spelled(c, decoded) for c in compose(text))
    return decoded.encode(spelled)


def _spelled(letter: str, decoded: Decoded) -> str:
    """A letter as the code page holds it: whole, or with one of its marks apart."""
    parts = unicodedata.normalize("NFD", letter)
    apart = (
        unicodedata.normalize("NFC", parts[:i] + parts[i + 1 :]) + parts[i]
        for i in range(1, len(parts))
    )
    for spelling in (letter, *apart, parts):
        if _encodes(spelling, decoded.encode):
            return spelling
    raise not_held(f"{decoded.encoding}, the encoding of the file, does not have {letter!r}")


def _encodes(text: str, encode: Callable[[str], bytes]) -> bool:
    try:
        encode(text)
    except UnicodeEncodeError:
        return False
    return True


def _moved(span: Span, splices: Iterable[Splice]) -> Span:
    """A span of the old text in the new one."""
    by = sum(len(s.text) - (s.end - s.start) for s in splices if s.end <= span[0])
    return span[0] + by, span[1] + by


def _left(text: str, field: str, span: Span) -> Problem:
    said = text[slice(*span)]
    message = f"{said!r} differed from the {field} before the edit, and is left"
    return assembly.placed([problem("edit-left", message, *span)], text)[0]
