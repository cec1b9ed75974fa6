"""Which encoding bytes are in that are not plain UTF-8: the witnesses, and how they are weighed.

In order: escape sequences and the pattern of NULs, which only a few encodings have; UTF-8 that
was damaged; what the file declares, unless the text it gives cannot be; then chardet's statistics,
against the syllables of Vietnamese, whose encodings chardet does not know.
"""

import re
import unicodedata
from typing import Literal, NamedTuple

from normalize.declaration import WINDOW, declared, mentioned
from normalize.encodings import MARKS, VIETNAMESE, count_marks, family, read, read_best

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

_JAPANESE = re.compile(rb"\x1b(?:\$[@B]|\(I)[^\x1b]*+\x1b")
_KOREAN = re.compile(rb"\x1b\$\)C")
_CONTROLS = re.compile(rb"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_BLANKS = re.compile("[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{5,}")
_FLIPPED = re.compile("[а-яё][А-ЯЁ]")
_CYRILLIC = re.compile("[а-яёА-ЯЁ]")
_FOREIGN = re.compile("[^\x00-\u024f\u1e00-\u1eff\ud800-\udfff]")
_HTML = re.compile(rb"\s*+<(?:!doctype\s|(?:html|head|meta|title)[\s>])", re.IGNORECASE)
_HINTS = re.compile(rb"charset|coding", re.IGNORECASE)

# What two or fewer high bytes may well be in an otherwise ASCII text: typographers' signs, and
# letters that do not only occur in Icelandic or in a name or two.
_SIGNS = frozenset("\xa0‘’‚“”„–—…•€£©®™°·«»§´½¼¾²³×±¡¿ºªµ¢¥¶†‰‹›")
_RARE = frozenset("ÿþðÞÐ")

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WORDS = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(
    """(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?+
    (?:uyê|uya|uyu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|iêu|yêu
    |ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|yê|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ưu|ươ
    |[aăâeêioôơuưy])
    (?:ch|ng|nh|[cmnpt])?""",
    re.VERBOSE,
)


def weigh(data: bytes) -> Verdict:
    """The encoding of bytes that have no byte order mark and are not non-ASCII UTF-8.

    Args:
        data: The bytes; ASCII alone too.
    """
    name = _wide(data)
    if name:
        text = read(data, name)
        return Verdict(name, text, count_marks(text), "form")
    if data.isascii():
        return _of_ascii(data)
    label = declared(data) if mentioned(data) else None
    text = read(data, "utf-8")
    bad = count_marks(text)
    # Every continuation byte of a sound sequence speaks for UTF-8. By chance, other encodings have
    # half as many as bad bytes, or a few.
    sound = len(data) - len(text)
    if sound >= 4 * bad or sound >= max(12, bad):
        stale = label if label and family(label) != ("utf-8",) else None
        return Verdict("utf-8", text, bad, "form", stale)
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


def _of_ascii(data: bytes) -> Verdict:
    """Bytes that are ASCII, or ISO-2022, which is made of it.

    An HTML page takes the name that it declares, and without one the standard's fallback; what
    mentions a declaration in its prose does not declare it.
    """
    for name, escapes in (("iso-2022-jp", _JAPANESE), ("iso-2022-kr", _KOREAN)):
        if escapes.search(data):
            text = read(data, name)
            return Verdict(name, text, count_marks(text), "form")
    label = declared(data) if mentioned(data) else None
    name = (family(label) or ("",))[0] if label else ""
    if name.startswith(("utf-", "iso-2022")) or not (name or _HTML.match(data)):
        name = "utf-8"
    return Verdict(name or "windows-1252", data.decode("ascii"), 0, "declared")


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, by where its NULs stand."""
    if b"\0" not in data:
        return None
    head = data[: _PROBE - _PROBE % 4]
    quarters = [head[i::4].count(0) / max(1, len(head[i::4])) for i in range(4)]
    even, odd = quarters[0] + quarters[2], quarters[1] + quarters[3]
    names: tuple[str, ...] = ()
    if quarters[3] == 1 and quarters[2] > 0.5 and len(data) % 4 == 0:
        names = ("utf-32le",)
    elif quarters[0] == 1 and quarters[1] > 0.5 and len(data) % 4 == 0:
        names = ("utf-32be",)
    elif odd > 10 * even:
        names = ("utf-16le",)
    elif even > 10 * odd:
        names = ("utf-16be",)
    # A stray NUL in a text of one byte a character stands alone; in UTF-16 of another script than
    # Latin few are NUL, but the upper bytes of its letters read as controls or are no UTF-8.
    few = even + odd < 0.5
    if few and head.isascii() and len(_CONTROLS.findall(head)) * 10 < len(head):
        return None
    for name in names:
        if _clean(read(head, name)):
            return name
    return None


def _clean(text: str) -> bool:
    """Whether a text holds what people write: no controls, nothing that is unassigned."""
    text = _BLANKS.sub("", text[:-1])
    return bool(text) and text.isprintable()


def _credible(data: bytes, verdict: Verdict) -> bool:
    """Whether a text read as declared can be what was written.

    It cannot where one byte in twenty above ASCII is bad, where a code page of Latin letters gives
    words of accented letters alone, or one of Cyrillic letters turns capitals inside words.
    """
    high = _HIGH.findall(data[:_SAMPLE])
    if verdict.bad * 20 > len(high):
        return False
    if len(verdict.text) == len(data) and len(high) >= 12:
        if _CYRILLIC.search(verdict.text):
            letters = len(_CYRILLIC.findall(verdict.text[:_SAMPLE]))
            return len(_FLIPPED.findall(verdict.text[:_SAMPLE])) * 10 < letters
        if _is_latin(verdict.text):
            return sum(map(len, _HIGH_RUN.findall(data[:_SAMPLE]))) * 2 < len(high)
    return True


def _is_latin(text: str) -> bool:
    """Whether the letters above ASCII are Latin ones."""
    return not any(map(str.isalpha, set(_FOREIGN.findall(text, 0, _SAMPLE))))


def _guess(data: bytes, marked: str, bad: int, refused: str | None) -> Verdict:
    """The likeliest encoding by statistics; UTF-8, its bad bytes marked, where none is likely."""
    import chardet

    sample = data[:_SAMPLE]
    if refused:
        sample = _HINTS.sub(b"-", sample[:WINDOW]) + sample[WINDOW:]
    names = family(chardet.detect(sample)["encoding"] or "")
    unknown = Verdict("utf-8", marked, bad, "guessed", refused)
    if names is None:
        return unknown
    guess = Verdict(*read_best(data, names), "guessed", refused)
    if len(guess.text) == len(data):
        guess = _vietnamese(data, guess)
    if guess.bad * 4 > bad or (bad <= 2 and not _fits(marked, guess.text)):
        return unknown
    return guess


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


def _fits(marked: str, text: str) -> bool:
    """Whether what a guess makes of one or two bytes amid ASCII can stand where it stands."""
    if len(text) != len(marked):
        return True
    for mark in MARKS.finditer(marked):
        place = mark.start()
        sign = text[place]
        beside = text[max(0, place - 1) : place + 2].replace(sign, "")
        if sign not in _SIGNS and (
            sign in _RARE or not sign.isalpha() or not any(map(str.isalpha, beside))
        ):
            return False
    return True
