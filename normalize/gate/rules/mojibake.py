"""UTF-8 that was read as a code page: where a text shows it, and what was meant."""

import re
from functools import cache

from normalize.expression import expression

# What windows-1252 and windows-1251 make of the bytes 0x80 to 0xBF, which follow a lead byte.
_CODE_PAGES = ("cp1252", "cp1251")
# What two bytes of UTF-8 mean in the letters of Europe; three, in signs and East Asian text. What
# else they could spell is rarer than the capitals and quotation marks that look like mojibake.
_MEANT = expression(
    "[\xa0-\u017f\u0218-\u021b\u0370-\u0589\u05d0-\u05ea\u0620-\u06ff\u0900-\u0dff\u0e00-\u0eff"
    "\u1ea0-\u1ef9\u2010-\u2044\u20a0-\u20bf\u2100-\u214f\u2190-\u22ff\u2500-\u26ff\u3000-\u30ff"
    "\u4e00-\u9fff\uac00-\ud7a3\uff01-\uffee\U0001f300-\U0001faff]+\\Z"
)
_CERTAIN = {
    "cp1252": expression("\xc3[\xa0-\xbf\u0080-\u009f\u2018-\u203a\u20ac\u2122]|\xe2\u20ac"),
    "cp1251": expression("\u0432\u0402"),
}
_HALVES = "\u951f\u65a4\u62f7"  # U+FFFD U+FFFD, spelled in UTF-8 and read as GBK
_ENOUGH = 3
"""How many places must look so, where none of them is certain; how many letters make one so."""


@cache
def _pattern(code_page: str) -> re.Pattern[str]:
    def spelled(first: int, last: int) -> str:
        letters = (bytes([b]).decode(code_page, "replace") for b in range(first, last + 1))
        return "[" + "".join(re.escape(x) for x in letters if x != "\ufffd") + "\x80-\x9f]"

    after = spelled(0x80, 0xBF)
    two, three, four = spelled(0xC2, 0xDF), spelled(0xE0, 0xEF), spelled(0xF0, 0xF4)
    return expression(f"(?:{two}{after}|{three}{after}{{2}}|{four}{after}{{3}})+")


def garbled(text: str) -> list[tuple[int, int, str]]:
    """The places of a text that are UTF-8 read as a code page.

    Args:
        text: The decoded text.

    Returns:
        Start, end and what was meant; none where too few places look so to be sure.
    """
    if text.isascii():
        return []
    for code_page in _CODE_PAGES:
        places = []
        certain = 0
        for found in _pattern(code_page).finditer(text):
            meant = _meant(found[0], code_page)
            if meant is not None and _MEANT.match(meant):
                places.append((found.start(), found.end(), meant))
                certain += len(meant) >= _ENOUGH or _CERTAIN[code_page].match(found[0]) is not None
        # Two Cyrillic letters that look so are common: `Пі`, `СР»`.
        if certain or (code_page == "cp1252" and len(places) >= _ENOUGH):
            return places
    start = text.find(_HALVES)
    return [(start, start + len(_HALVES), "\ufffd\ufffd")] if start >= 0 else []


def _meant(text: str, code_page: str) -> str | None:
    """The text that is meant, or None where its bytes are no UTF-8."""
    data = bytearray()
    for character in text:
        if "\x80" <= character <= "\x9f":
            data.append(ord(character))
            continue
        try:
            data += character.encode(code_page)
        except UnicodeEncodeError:
            return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None
