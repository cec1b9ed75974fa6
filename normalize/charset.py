"""Which encoding bytes are in that are not plain UTF-8: the witnesses, and how they are weighed.

In order: escape sequences and the pattern of NULs, which only a few encodings have; UTF-8 that
was damaged; what the file declares, unless the text it gives cannot be; then chardet's statistics,
against the syllables of Vietnamese, whose encodings chardet does not know.
"""

import re
import unicodedata
from itertools import islice
from typing import Literal, NamedTuple

from normalize.declaration import WINDOW, declared, mentioned
from normalize.encodings import MARKS, VIETNAMESE, count_marks, family, read, read_best
from normalize.expression import expression

Witness = Literal["form", "declared", "guessed"]


class Verdict(NamedTuple):
    """What the bytes are.

    Attributes:
        encoding: Its name.
        text: The bytes, read by it.
        bad: How many of them are marked in the text.
        witness: What decided: the form of the bytes, a declaration, or statistics.
        refused: The label of a declaration that cannot be right.
    """

    encoding: str
    text: str
    bad: int
    witness: Witness
    refused: str | None = None


# chardet draws no more from the rest of a long file.
_SAMPLE = 200_000
_PROBE = 4096
_FEW = 50

_JAPANESE = expression(rb"\x1b(?:\$[@B]|\(I)[^\x1b]*+\x1b")
_KOREAN = expression(rb"\x1b\$\)C")
_CONTROLS = expression(rb"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_BLANKS = expression("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_CUT = expression("[\udc80-\udcff]{1,3}\\Z")
_HIGH = expression(rb"[\x80-\xff]")
_HIGH_RUN = expression(rb"[\x80-\xff]{5,}")
_CAPITAL = expression("[А-ЯЁ]")
_SMALL = expression("[а-яё]")
_SWAPPED = expression(r"\b[а-яё][А-ЯЁ]")
_FOREIGN = expression("[^\x00-\u024f\u1e00-\u1eff\ud800-\udfff]")
_HTML = expression(rb"\s*+<(?:!doctype\s|(?:html|head|meta|title)[\s>])", re.IGNORECASE)
_HINTS = expression(rb"charset|coding", re.IGNORECASE)

# What a few bytes above ASCII may well be: typographers' signs, and letters other than those of
# Icelandic alone or of no language.
_SIGNS = frozenset("\xa0‘’‚“”„–—…•€£©®™°·«»§´½¼¾²³×±¡¿ºªµ¢¥¶†‰‹›")
_INSIDE = frozenset("’‘–—·\xa0")
_RARE = frozenset("ÿþðÞÐˆˇ")

_TONES = expression("[\u0300\u0301\u0303\u0309\u0323]")
_WORDS = expression(r"[^\W\d_]+")
_SYLLABLE = expression(
    """(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?+
    (?:uyê|uya|uyu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|iêu|yêu
    |ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|yê|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ưu|ươ
    |[aăâeêioôơuưy])
    (?:ch|ng|nh|[cmnpt])?""",
    re.VERBOSE,
)


def weigh(data: bytes, utf8: str | None) -> Verdict:
    """The encoding of bytes that have no byte order mark.

    Args:
        data: The bytes.
        utf8: The text that they are if they are UTF-8; None where they are not.
    """
    name = _wide(data)
    if name:
        return Verdict(*read_best(data, (name,)), "form")
    if utf8 is not None and utf8.isascii():
        return _of_ascii(data, utf8)
    label = declared(data) if mentioned(data) else None
    text = read(data, "utf-8") if utf8 is None else utf8
    bad = count_marks(text) if utf8 is None else 0
    # Every continuation byte of a sound sequence speaks for UTF-8. By chance, other encodings have
    # half as many as bad bytes, or a few.
    sound = len(data) - len(text)
    if sound >= 4 * bad or sound >= max(12, bad):
        stale = label and _opens_with_tag(data) and family(label) != ("utf-8",)
        return Verdict("utf-8", text, bad, "form", label if stale else None)
    if label:
        meant = family(label) or ()
        if meant[0].startswith("utf-"):
            if sound >= bad or bad <= 2:
                return Verdict("utf-8", text, bad, "declared")
        else:
            chosen = Verdict(*read_best(data, meant), "declared")
            if _credible(data, chosen):
                return chosen
    if sound >= bad and _is_latin(text):
        return Verdict("utf-8", text, bad, "form", label)
    return _guess(data, text, bad, label)


def _of_ascii(data: bytes, ascii_text: str) -> Verdict:
    """Bytes that are ASCII, or ISO-2022, which is made of it.

    An HTML page takes the name that it declares, and without one the standard's fallback; what
    mentions a declaration in its prose does not declare it.
    """
    for name, escapes in (("iso-2022-jp", _JAPANESE), ("iso-2022-kr", _KOREAN)):
        if escapes.search(data):
            text = read(data, name)
            return Verdict(name, text, count_marks(text), "form")
    label = declared(data) if mentioned(data) and _opens_with_tag(data) else None
    name = (family(label) or ("",))[0] if label else ""
    if name.startswith(("utf-", "iso-2022")) or not (name or _HTML.match(data)):
        name = "utf-8"
    return Verdict(name or "windows-1252", ascii_text, 0, "declared")


def _opens_with_tag(data: bytes) -> bool:
    """Whether a declaration is the file's own; a text about HTML declares nothing."""
    return data[:_PROBE].lstrip().startswith(b"<")


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, by where its NULs stand."""
    if b"\0" not in data:
        return None
    head = data[: _PROBE - _PROBE % 4]
    quarters = [head[i::4].count(0) / max(1, len(head[i::4])) for i in range(4)]
    even, odd = quarters[0] + quarters[2], quarters[1] + quarters[3]
    if quarters[3] == 1 and quarters[2] > 0.5 and len(data) % 4 == 0:
        name = "utf-32le"
    elif quarters[0] == 1 and quarters[1] > 0.5 and len(data) % 4 == 0:
        name = "utf-32be"
    elif odd > 10 * even:
        name = "utf-16le"
    elif even > 10 * odd:
        name = "utf-16be"
    else:
        return None
    # Of a script other than Latin, UTF-16 has few NULs; but then the upper bytes of its letters
    # read as controls or are no UTF-8. Else the NULs are strays in UTF-8.
    if even + odd < 0.5 and len(_CONTROLS.findall(head)) * 10 < len(head):
        text = read(head, "utf-8")
        if len(head) - len(text) >= count_marks(text):
            return None
    return name if _clean(read(head, name)) else None


def _clean(text: str) -> bool:
    """Whether a text, perhaps cut off, holds no controls and nothing that is unassigned."""
    text = _BLANKS.sub("", _CUT.sub("", text))
    return bool(text) and text.isprintable()


def _credible(data: bytes, verdict: Verdict) -> bool:
    """Whether a text read as declared can be what was written.

    It cannot where one byte in twenty above ASCII is bad, where a code page of Latin letters gives
    words of accented letters alone, or one of Cyrillic letters swaps small letters and capitals.
    """
    high = _HIGH.findall(data[:_SAMPLE])
    if verdict.bad * 20 > len(high):
        return False
    if len(verdict.text) == len(data) and len(high) >= 12:
        capitals = len(_CAPITAL.findall(verdict.text, 0, _SAMPLE))
        small = len(_SMALL.findall(verdict.text, 0, _SAMPLE))
        if capitals or small:
            return capitals < small or len(_SWAPPED.findall(verdict.text, 0, _SAMPLE)) < 2
        if _is_latin(verdict.text):
            return sum(map(len, _HIGH_RUN.findall(data[:_SAMPLE]))) * 2 < len(high)
    return True


def _is_latin(text: str) -> bool:
    """Whether the letters above ASCII are Latin ones."""
    return not any(map(str.isalpha, set(_FOREIGN.findall(text, 0, _SAMPLE))))


def _guess(data: bytes, marked: str, bad: int, refused: str | None) -> Verdict:
    """The likeliest encoding by statistics; UTF-8, its bad bytes marked, where none is likely."""
    import chardet

    # chardet would take a declaration for proof, also one that was refused.
    sample = _HINTS.sub(b"-", data[:WINDOW]) + data[WINDOW:_SAMPLE]
    names = family(chardet.detect(sample)["encoding"] or "")
    unknown = Verdict("utf-8", marked, bad, "form", refused)
    if names is None:
        return unknown
    guess = Verdict(*read_best(data, names), "guessed", refused)
    if len(guess.text) == len(data):
        guess = _vietnamese(data, guess)
        misfits = _misfits(marked, guess.text)
        if guess.encoding == "windows-1252" and misfits:
            other = Verdict(*read_best(data, ("macintosh",)), "guessed", refused)
            if _misfits(marked, other.text) * 2 < misfits:
                return other
        if bad <= 2 and misfits:
            return unknown
    return unknown if guess.bad * 4 > bad else guess


def _vietnamese(data: bytes, guess: Verdict) -> Verdict:
    """VISCII or TCVN3 in the place of a guess, where their words are syllables and its are not."""
    shares = [
        (_syllables(read(data[:_PROBE], name)), name) for name in (*VIETNAMESE, "windows-1258")
    ]
    share, name = max(shares)
    if share <= 0.85 or share <= _syllables(guess.text) + 0.2:
        return guess
    text = read(data, name)
    return Verdict(name, text, count_marks(text), "guessed", guess.refused)


def _syllables(text: str) -> float:
    """The share of the words with a letter above ASCII that are Vietnamese syllables.

    0 where hardly any word has one: in Vietnamese more than half of them do.
    """
    text = unicodedata.normalize("NFC", text[:_PROBE].lower())
    words = _WORDS.findall(text)
    toned = [word for word in words if len(word) > 1 and not word.isascii()]
    if len(toned) < 5 or len(toned) * 12 < len(words):
        return 0.0
    bare = unicodedata.normalize(
        "NFC", _TONES.sub("", unicodedata.normalize("NFD", " ".join(toned)))
    )
    return sum(map(bool, map(_SYLLABLE.fullmatch, bare.split(" ")))) / len(toned)


def _misfits(marked: str, text: str) -> int:
    """How many of the first bytes above ASCII cannot be what a code page makes of them there.

    A sign fits outside of words, save those that join their parts; a letter fits beside a letter,
    but not as a capital after a small one.

    Args:
        marked: The text as UTF-8, in which those bytes are marked.
        text: The text by the code page, one character a byte.
    """
    count = 0
    for mark in islice(MARKS.finditer(marked), _FEW):
        place = mark.start()
        sign, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
        if sign in _SIGNS:
            fits = sign in _INSIDE or not (before.isalpha() and after.isalpha())
        elif sign.isalpha() and sign not in _RARE:
            beside = before.isalpha() or after.isalpha()
            fits = beside and not (sign.isupper() and before.islower())
        else:
            fits = False
        count += not fits
    return count
