"""Bytes to text: which encoding, what could not be read, and where each character stood.

The order of what decides: the encoding that the caller gives; a byte order mark; strict UTF-8;
then the witnesses of ``charset``, which is not imported for plain UTF-8.
"""

import codecs
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from normalize.errors import NormalizeError
from normalize.expression import expression
from normalize.record import Newline, Problem

if TYPE_CHECKING:
    from normalize.charset import Verdict

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)

# A page that can name its encoding, and so may contradict its bytes, opens so; an epoch comment
# over a fragment does not.
_MAY_DECLARE = expression(
    r"\s*+<(?:!doctype|\?xml|html|head|meta|title|!--(?!-?\d))", re.IGNORECASE
)


@frozen
class Decoded:
    """Bytes and the text that they are.

    Attributes:
        data: The bytes, a byte order mark included.
        text: What they say, without the byte order mark. A byte that cannot be decoded is the one
            code point U+DC80 | byte, as in Python's ``surrogateescape``; a byte below 0x80, which
            only wide encodings and EBCDIC can fail to decode, has its high bit set there. Of a
            sequence that breaks off only its first byte is bad.
        encoding: Its name, as RECORD.md has it.
        bom: Whether a byte order mark opens the data.
        newline: How its lines end; None where there is one line.
        problems: What was not certain.
    """

    data: bytes
    text: str
    encoding: str
    bom: bool
    newline: Newline | None
    problems: tuple[Problem, ...]

    def byte_offset(self, offset: int) -> int:
        """Where a code point of the text stands in the data; see `byte_offsets`."""
        return self.byte_offsets([offset])[0]

    def byte_offsets(self, offsets: Iterable[int]) -> list[int]:
        """Where some code points of the text stand in the data, exactly, in any encoding.

        Linear in the text however many are asked; nothing is computed for ASCII.

        Args:
            offsets: Code points, ascending, from 0 to ``len(text)``.

        Returns:
            Offsets in ``data``. 0 lies behind a byte order mark, ``len(text)`` at the end.
        """
        start = self._start
        if len(self.text) + start == len(self.data) and self.text.isascii():
            return [start + offset for offset in offsets]
        from normalize.byteplaces import places

        body = self.data[start:] if start else self.data
        found = places(body, self.text, self.encoding, list(offsets))
        return [start + place for place in found] if start else found

    def encode(self, text: str) -> bytes:
        """A text in the encoding of the data, to put in the place of a part of it.

        Raises:
            UnicodeEncodeError: The encoding does not have one of the characters.
        """
        if self.encoding == "utf-8":
            return text.encode()
        from normalize.encodings import write

        return write(text, self.encoding)

    @property
    def _start(self) -> int:
        if not self.bom:
            return 0
        return next(len(mark) for mark, name in _MARKS if name == self.encoding)


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Bytes as text.

    Args:
        data: A file.
        encoding: A label that decides, whatever the bytes look like.

    Raises:
        NormalizeError: ``encoding-unknown``, and only where `encoding` is given.
    """
    if encoding is not None:
        return _given(data, encoding)
    mark = data[:4]
    if mark[:1] in b"\xef\xfe\xff\0" and mark:
        for sign, name in _MARKS:
            if mark.startswith(sign):
                return _marked(data, sign, name)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _weighed(data, None)
    if "\0" in text or "\x1b" in text or _MAY_DECLARE.match(text):
        return _weighed(data, text)
    return _finish(data, text, "utf-8", bom=False)


def from_str(text: str) -> Decoded:
    """A text that was decoded by someone else, as if it had been read from its UTF-8.

    A U+FEFF that opens it is a byte order mark; a lone surrogate in it is bytes that cannot be
    decoded.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return decode(text.encode("utf-8", "surrogatepass"), "utf-8")
    bom = text.startswith("\ufeff")
    return _finish(data, text[1:] if bom else text, "utf-8", bom=bom)


def _given(data: bytes, label: str) -> Decoded:
    from normalize.charset import Verdict
    from normalize.encodings import family, read_best

    names = family(label)
    if names is None:
        raise NormalizeError(
            f"{label!r} names no encoding of text; give a name of the WHATWG Encoding Standard or "
            "of Python's codecs, such as utf-8, windows-1251 or shift_jis",
            code="encoding-unknown",
        )
    for sign, name in _MARKS:
        kin = name == names[0] or (label.strip().lower() in _UNSETTLED and name[:6] == names[0][:6])
        if kin and data.startswith(sign):
            return _marked(data, sign, name)
    return _judged(data, Verdict(*read_best(data, names), "declared"), bom=False)


# Labels that leave the order of the bytes to the mark.
_UNSETTLED = ("utf-16", "utf16", "utf_16", "utf-32", "utf32", "utf_32")


def _marked(data: bytes, sign: bytes, name: str) -> Decoded:
    """Data that a byte order mark opens."""
    from normalize.charset import Verdict
    from normalize.encodings import read_best

    verdict = Verdict(*read_best(data[len(sign) :], (name,)), "form")
    if verdict.bad and sign == codecs.BOM_UTF32_LE:
        return _marked(data, codecs.BOM_UTF16_LE, "utf-16le")
    return _judged(data, verdict, bom=True)


def _weighed(data: bytes, utf8: str | None) -> Decoded:
    from normalize.charset import weigh

    return _judged(data, weigh(data, utf8), bom=False)


def _judged(data: bytes, verdict: "Verdict", *, bom: bool) -> Decoded:
    """The problems of a verdict beside its text."""
    problems = []
    if verdict.bad:
        from normalize.encodings import MARKS

        first = MARKS.search(verdict.text)
        start = first.start() if first else 0
        count = "1 byte is" if verdict.bad == 1 else f"{verdict.bad:,} bytes are"
        problems.append(
            Problem(
                "undecodable-bytes",
                "warning",
                f"{count} not {verdict.encoding}; the first stands here",
                start,
                start + 1,
            )
        )
    if verdict.refused:
        problems.append(
            Problem(
                "encoding-conflict",
                "warning",
                f"the file declares {verdict.refused}, which its bytes are not; "
                f"it is read as {verdict.encoding}",
            )
        )
    if verdict.witness == "guessed":
        problems.append(
            Problem(
                "encoding-guessed",
                "info",
                f"no declaration holds; by statistics the encoding is {verdict.encoding}",
            )
        )
    return _finish(data, verdict.text, verdict.encoding, bom=bom, problems=problems)


def _finish(
    data: bytes, text: str, encoding: str, *, bom: bool, problems: list[Problem] | None = None
) -> Decoded:
    newline: Newline | None = "lf" if "\n" in text else None
    found = problems or []
    if "\r" in text:
        crlf = text.count("\r\n")
        lf = text.count("\n") - crlf
        cr = text.count("\r") - crlf
        if (crlf > 0) + (lf > 0) + (cr > 0) == 1:
            newline = "crlf" if crlf else "cr"
        else:
            newline = "mixed"
            message = f"lines end in {crlf:,} CRLF, {lf:,} LF and {cr:,} CR"
            found.append(Problem("mixed-newlines", "info", message))
    return Decoded(data, text, encoding, bom, newline, tuple(found))
