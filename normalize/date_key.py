"""How a word is spelled in the tables of dates."""

import unicodedata
from functools import lru_cache

_FOLDS: dict[int, str | None] = {
    **dict.fromkeys(map(ord, ".॰\u0307\u093c\u0640\u00ad\u200b\u200c\u200d\u200e\u200f")),
    **dict.fromkeys(map(ord, "’ʼ‘`´׳"), "'"),
    **dict.fromkeys(map(ord, "\u00a0\u2009\u202f"), " "),
    **dict(zip(map(ord, "يىكأإآٱۀёı"), "ییکااااهеi", strict=True)),
}


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    if word.isascii():
        return word.lower().replace(".", "").replace("`", "'")
    return unicodedata.normalize("NFC", word).lower().translate(_FOLDS)
