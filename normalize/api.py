"""What callers use to read: ``load``, ``loads``, ``load_all``, ``parse`` and their kin."""

import hashlib
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING

from normalize import bodies, detection, members, reader, source
from normalize.assembly import compose
from normalize.bodies import BodyKind
from normalize.detection import Detection
from normalize.document import Document
from normalize.errors import Lines, NormalizeError
from normalize.files import MAX_SIZE, read_bounded
from normalize.record import Block, Record
from normalize.source import Decoded
from normalize.wrapping import joined

if TYPE_CHECKING:
    from normalize.explanation import Explanation

File = str | os.PathLike[str] | IO[bytes]


def load(
    file: File,
    *,
    url: str | None = None,
    encoding: str | None = None,
    max_size: int = MAX_SIZE,
    strict: bool = False,
) -> Record:
    """Read the record of a file.

    Args:
        file: A path, or a binary file that is open for reading.
        url: The article's address, where it is known.
        encoding: The encoding of the bytes; it decides, where it is given.
        max_size: The largest input to read, in bytes.
        strict: Raise the first problem of severity ``error`` instead of recording it.

    Raises:
        OSError: The file cannot be read.
        NormalizeError: The input is larger than ``max_size`` (``too-large``), the encoding is not
            known (``encoding-unknown``), or ``strict`` is set and a problem is an error.
    """
    data, path = _bytes(file, max_size)
    return loads(data, name=path, url=url, encoding=encoding, max_size=max_size, strict=strict)


def load_all(
    file: File,
    *,
    url: str | None = None,
    encoding: str | None = None,
    max_size: int = MAX_SIZE,
    strict: bool = False,
) -> list[Record]:
    """Read every record of a file that holds several, such as a digest or a feed's dump.

    Of a file that holds one article it is the one that ``load`` gives. The arguments and the errors
    are those of ``load``; the offsets are of the whole file's text.
    """
    data, path = _bytes(file, max_size)
    decoded = _decode(data, encoding, max_size)
    parts = members.split(decoded)
    if len(parts) < 2:
        documents = [(0, reader.read(decoded, path, url))]
    else:
        documents = [(start, reader.read(part)) for start, part in parts]
    if strict:
        for _, document in documents:
            _raise_first(document, path)
    if len(documents) == 1:
        return [documents[0][1].record]
    digest = hashlib.sha256(data).hexdigest()
    return list(members.records(decoded, digest, path, documents))


def _bytes(file: File, max_size: int) -> tuple[bytes, str | None]:
    """The bytes of a file, at most one more than the bound, and its path."""
    if isinstance(file, (str, os.PathLike)):
        path = os.fspath(file)
        with Path(path).open("rb") as opened:
            return read_bounded(opened, max_size), path
    name = getattr(file, "name", None)
    return read_bounded(file, max_size), name if isinstance(name, str) else None


def loads(
    data: bytes | str,
    *,
    name: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    max_size: int = MAX_SIZE,
    strict: bool = False,
) -> Record:
    """Read the record of bytes or of a text.

    Args:
        data: The content of a file. A text is read as its UTF-8.
        name: The name that the file has; a Jekyll post may keep its date there.
        url: The article's address, where it is known.
        encoding: The encoding of the bytes; it decides, where it is given.
        max_size: The largest input to read, in bytes.
        strict: Raise the first problem of severity ``error`` instead of recording it.

    Raises:
        NormalizeError: As ``load`` does.
    """
    return parse(
        data, name=name, url=url, encoding=encoding, max_size=max_size, strict=strict
    ).record


def parse(
    data: bytes | str,
    *,
    name: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    max_size: int = MAX_SIZE,
    strict: bool = False,
) -> Document:
    """Read the lossless document behind a record. The arguments are those of ``loads``."""
    document = reader.read(_decode(data, encoding, max_size), name, url)
    if strict:
        _raise_first(document, name)
    return document


def _decode(data: bytes | str, encoding: str | None, max_size: int) -> Decoded:
    if len(data) > max_size:
        raise NormalizeError(
            f"the input is larger than {max_size:,} bytes; "
            "set a larger bound to read it (max_size, --max-size)",
            code="too-large",
        )
    if isinstance(data, str):
        return source.from_str(data)
    return source.decode(bytes(data), encoding)


def _raise_first(document: Document, name: str | None) -> None:
    for found in document.record.problems:
        if found.severity == "error":
            raise NormalizeError(
                found.message.removeprefix(Lines(document.text).prefix(found.start or 0)),
                code=found.code,
                doc=document.text,
                pos=found.start,
                path=name,
            )


def detect(
    data: bytes | str, *, encoding: str | None = None, max_size: int = MAX_SIZE
) -> Detection:
    """Tell which format a file is, what claimed it, and why the other formats lost.

    Raises:
        NormalizeError: As ``load`` does, ``strict`` aside.
    """
    return detection.explain(_decode(data, encoding, max_size))


def explain(
    data: bytes | str,
    *,
    name: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    max_size: int = MAX_SIZE,
) -> "Explanation":
    """Read a file and tell why its record is what it is. The arguments are those of ``loads``.

    Returns:
        The document, the detection, and for each field, date and block the evidence, the rule that
        chose and what was refused.

    Raises:
        NormalizeError: As ``load`` does, ``strict`` aside.
    """
    from normalize import explanation

    return explanation.of(_decode(data, encoding, max_size), name, url)


def read_body(text: str, kind: BodyKind = "text") -> tuple[Block, ...]:
    """Read a bare body.

    Args:
        text: The body.
        kind: ``html``, ``markdown`` or ``text``. A line of text is a paragraph, unless it was
            wrapped.

    Returns:
        Its blocks, whatever their role in a page would be. The offsets ``start`` and ``end`` are
        code points of ``text``; those of the text are of the blocks' text, as in a record.

    Raises:
        NormalizeError: There is no such kind (``kind-unknown``).
    """
    if kind not in ("html", "markdown", "text"):
        raise NormalizeError(
            f"there is no body kind {kind!r}; there are html, markdown and text",
            code="kind-unknown",
        )
    return compose(bodies.read(joined(text) if kind == "text" else text, 0, kind))[1]
