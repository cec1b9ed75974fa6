"""Offsets in a decoded text as offsets in the bytes that it was decoded from.

Encoding a prefix again would not do: several code pages spell one character in two ways, and some
bytes cannot be decoded. What is asked here is exact for all of them.
"""

import codecs
from bisect import bisect_right
from collections.abc import Callable, Sequence

from normalize import iso2022
from normalize.encodings import MARKS, STATEFUL, WIDE, count_marks

# Two bytes of these can be two code points.
_PAIRING = ("big5-hkscs", "euc-jis-2004", "shift_jis-2004")


def places(data: bytes, text: str, encoding: str, offsets: Sequence[int]) -> list[int]:
    """Where each offset in the text lies in the data, in time linear in the last one.

    Args:
        data: The bytes, without a byte order mark.
        text: ``encodings.read(data, encoding)``.
        encoding: The name of the encoding.
        offsets: Code points, in ascending order, none above ``len(text)``.

    Returns:
        Offsets in ``data``. Between two runs of a stateful encoding lies an escape sequence; the
        side on which the encoding is in its initial state is the place, so that bytes put there
        are read as they were written. 0 is always 0, and the end of the text the end of the data.
    """
    if encoding in STATEFUL:
        return _in_runs(data, text, encoding, offsets)
    if len(text) == len(data) and encoding not in _PAIRING:
        return list(offsets)
    if encoding == "utf-8":
        return _measured(text, offsets, _utf8_width)
    if encoding in WIDE:
        return _measured(text, offsets, _utf16_width if "16" in encoding else _utf32_width)
    if encoding not in _PAIRING and _spelled_back(data, text, encoding):
        return _measured(text, offsets, lambda part: len(part.encode(encoding, "surrogateescape")))
    starts = _walked(data, encoding)
    return [starts[offset] for offset in offsets]


def _measured(text: str, offsets: Sequence[int], width: Callable[[str], int]) -> list[int]:
    """Places by the width in bytes of each part between two offsets."""
    found = []
    last = place = 0
    for offset in offsets:
        place += width(text[last:offset])
        last = offset
        found.append(place)
    return found


def _utf8_width(part: str) -> int:
    return len(part) if part.isascii() else len(part.encode("utf-8", "surrogateescape"))


def _utf16_width(part: str) -> int:
    return len(part.encode("utf-16le", "surrogatepass")) - count_marks(part)


def _utf32_width(part: str) -> int:
    return 4 * len(part) - 3 * count_marks(part)


def _spelled_back(data: bytes, text: str, encoding: str) -> bool:
    """Whether encoding the text gives the data, so that each character has but one spelling."""
    try:
        return text.encode(encoding, "surrogateescape") == data
    except UnicodeEncodeError:
        return False


def _walked(data: bytes, encoding: str) -> list[int]:
    """Where each code point starts, and the end: the data read one byte at a time."""
    decoder = codecs.getincrementaldecoder(encoding)("normalize.mark")
    starts: list[int] = []
    begin = 0
    end = 0
    held = 0
    while end < len(data) or held:
        # A sequence that the end of the data breaks off is given up from its first byte, one call
        # at a time.
        read = decoder.decode(data[end : end + 1], end == len(data))
        end = min(end + 1, len(data))
        held = len(decoder.getstate()[0])
        if read:
            # A sequence that proves bad is read again from its second byte: all but the last of
            # what then appears was one byte each. Two from one sequence are a letter and its mark.
            if len(read) == 2 and not MARKS.search(read):
                starts += (begin, begin)
            else:
                starts += range(begin, begin + len(read))
            begin = end - held
    starts.append(len(data))
    return starts


def _in_runs(data: bytes, text: str, encoding: str, offsets: Sequence[int]) -> list[int]:
    runs = list(iso2022.runs(data, encoding))
    parts = [iso2022.decode_run(run, "normalize.mark") for run in runs]
    firsts = [0]
    for part in parts:
        firsts.append(firsts[-1] + len(part))
    asked: list[list[int]] = [[] for _ in runs]
    for offset in offsets:
        if 0 < offset < len(text):
            asked[bisect_right(firsts, offset) - 1].append(offset)
    inside = {len(text): len(data), 0: 0}
    for i, run in enumerate(runs):
        local = [offset - firsts[i] for offset in asked[i]]
        codec = "ascii" if run.codec == "roman" else run.codec
        for offset, place in zip(
            asked[i], places(run.payload, parts[i], codec, local), strict=True
        ):
            at_joint = offset == firsts[i] and i > 0 and not run.initial
            inside[offset] = runs[i - 1].end if at_joint else run.start + place
    return [inside[offset] for offset in offsets]
