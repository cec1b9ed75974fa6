"""ISO-2022-JP (RFC 1468) and ISO-2022-KR (RFC 1557): stateful, seven bits wide.

Escape sequences part the bytes into runs of one character set each. A run of two-byte characters,
its high bits set, is EUC; so every run is read, and placed, by a stateless codec.
"""

from collections.abc import Iterator
from typing import NamedTuple

from normalize.expression import expression


class Run(NamedTuple):
    """Bytes between two shifts.

    Attributes:
        start, end: Their place in the data.
        codec: What reads ``payload``.
        payload: The bytes as ``codec`` has them, as many as in the data.
        initial: Whether they are in the state that a text begins in.
    """

    start: int
    end: int
    codec: str
    payload: bytes
    initial: bool


# The escapes of the WHATWG standard's ISO-2022-JP decoder; a byte above 0x7F belongs to no set.
_JAPANESE = expression(rb"\x1b(?:\([BJI]|\$[@B])|[\x80-\xff]+")
# RFC 1557: a line begins in ASCII; one announcement stands at the head of the text.
_KOREAN = expression(rb"\x1b\$\)C|[\x0e\x0f]|(?<=\n)|[\x80-\xff]+")

_CODECS = {
    b"\x1b(B": "ascii",
    b"\x1b(J": "roman",
    b"\x1b(I": "katakana",
    b"\x1b$@": "euc-jp",
    b"\x1b$B": "euc-jp",
    b"\x0e": "euc-kr",
}
_HIGH = bytes([byte | 0x80 if 0x21 <= byte <= 0x7E else byte for byte in range(256)])
_ROMAN = str.maketrans("\\~", "¥‾")


def runs(data: bytes, name: str) -> Iterator[Run]:
    """The runs of the data that are not empty, in order; shifts stand between them."""
    codec = "ascii"
    start = 0
    for shift in (_JAPANESE if name == "iso-2022-jp" else _KOREAN).finditer(data):
        if shift.start() > start:
            yield _run(data, start, shift.start(), codec)
        start = shift.end()
        if shift[0][:1] >= b"\x80":
            yield _run(data, shift.start(), start, "ascii")
        elif shift[0] != b"\x1b$)C":
            codec = _CODECS.get(shift[0], "ascii")
    if start < len(data):
        yield _run(data, start, len(data), codec)


def _run(data: bytes, start: int, end: int, codec: str) -> Run:
    payload = data[start:end]
    if codec == "katakana":
        return Run(start, end, "shift_jis", payload.translate(_HIGH), False)
    if codec.startswith("euc"):
        return Run(start, end, codec, payload.translate(_HIGH), False)
    return Run(start, end, codec, payload, codec == "ascii")


def decode_run(run: Run, errors: str) -> str:
    """The text of a run."""
    if run.codec == "roman":
        return run.payload.decode("ascii", errors).translate(_ROMAN)
    return run.payload.decode(run.codec, errors)


def read(data: bytes, name: str, errors: str) -> str:
    """The text of the data: see ``encodings.read``."""
    return "".join([decode_run(run, errors) for run in runs(data, name)])
