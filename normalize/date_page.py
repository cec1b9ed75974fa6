"""What the readers of dates share: the text and its language's habits, a number, a day."""

import re
from typing import NamedTuple

from normalize.date_values import buddhist
from normalize.date_words import Order, Words, key
from normalize.expression import expression

# A blank that does not end the line, or a mark without width that the press sets between numbers.
# The page has plain ones for all others: a class of many scripts takes long to compile.
BLANK = r"[ \t]"
_ODD_BLANK = expression(
    r"[\u00a0\u1680\u2000-\u200b\u200e\u200f\u202a-\u202f\u205f\u2066-\u2069\u3000\u061c\ufeff]"
)
# A letter is told by what it is not: `\w` leaves out the vowel signs of many scripts.
_LETTER = (
    r"[^\s\d!-/:-@\[-`{-~\x80-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u200b\u200e-\u206f\u2190-\u2bff"
    r"\u3000-\u3004\u3006-\u303f\u30fb\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
    r"\u060c\u061b\u061f\u0964\u05be]"
)
WORD = expression(rf"{_LETTER}{{1,24}}(?:(?:['’ʼ]|\.(?!{_LETTER}{{4}})){_LETTER}{{1,24}}){{0,3}}")
SIGN = "[-/.‐‑–—−／．]"  # between the numbers of a date
GAP = f"{BLANK}{{0,2}}"
# A number of a date ends where no digit follows, save those of a clock set right against it.
END = rf"(?!\d(?!\d?[:：]\d\d)|{SIGN}\d(?!\d?[:：hH]\d\d))"


Part = tuple[int | None, int, int | None]  # year, month (0 where not stated), day

# The nouns of Chinese, Japanese and Korean after a number; the Korean ones decomposed as well.
YEAR = "(?:[年년]|\u1102\u1167\u11ab)"
MONTH = "(?:[月월]|\u110b\u116f\u11af)"
DAY = "(?:[日号號일]|\u110b\u1175\u11af)"
HOUR = "(?:[時时点點시]|\u1109\u1175)"
MINUTE = "(?:[分분]|\u1107\u116e\u11ab)"
SECOND = "(?:[秒초]|\u110e\u1169)"

# What stands after a number says which shapes are worth a try.
_TAIL = expression(
    rf"{GAP}(?:(?P<sign>{SIGN}){GAP}\d|(?P<colon>[:：]){BLANK}?\d|(?P<east>{YEAR}|{MONTH})"
    rf"|(?P<digit>,?{GAP}\d))"
)
_SIGNED_GAP = expression(rf"{GAP}[.,\-/–،]?{GAP}")
MORE = expression(rf"\.?{BLANK}{{1,2}}")  # before a further word of a phrase
_RUN = expression(r"\d+")
_SPAN_OPENS = expression(r"\d{1,2} ?[-–—]\Z")


class Page(NamedTuple):
    """A text that is scanned, and how its language writes dates.

    Attributes:
        text: What is scanned, with plain blanks.
        order: The order of the numbers in the language's press, where it has one.
        short: The order and the sign of the language's short date, where its year has two digits.
        dotted: Whether a full stop may stand between hours and minutes.
        other: Whether the text has letters of a script with digits or number words of its own.
    """

    text: str
    words: Words
    order: Order | None
    short: tuple[Order, str] | None
    dotted: bool
    other: bool


class Day(NamedTuple):
    """A date without its clock.

    Attributes:
        parts: Year, month and day, one for each reading; none for an impossible date.
        order: The order of the numbers, where they prove it.
        worded: Whether the month is a word.
        clocked: Whether it is a date only beside a clock.
    """

    start: int
    end: int
    parts: tuple[Part, ...]
    order: Order | None = None
    worded: bool = False
    clocked: bool = False


class Number(NamedTuple):
    """A number of a text, and what stands after it.

    Attributes:
        tail: ``sign``, ``colon`` or ``digit`` where another number follows, ``east`` for a noun of
            Chinese, Japanese or Korean, ``word``; None for all else.
        gap, word: What parts it from the word that follows, and that word's match.
        name: The word, as the tables spell it.
    """

    start: int
    end: int
    tail: str | None
    gap: str
    word: re.Match[str] | None
    name: str

    def value(self, page: Page) -> int:
        return int(page.text[self.start : self.end])


def number(page: Page, place: int) -> Number | None:
    """The number that begins at ``place``; None where no digit stands there."""
    run = _RUN.match(page.text, place)
    if run is None:
        return None
    end = run.end()
    found = _TAIL.match(page.text, end)
    if found is not None:
        return Number(place, end, found.lastgroup, "", None, "")
    word = word_after(page, end)
    if word is None:
        return Number(place, end, None, "", None, "")
    return Number(place, end, "word", page.text[end : word.start()], word, key(word[0]))


def plain_blanks(text: str) -> str:
    """A text with an ordinary blank for each of another kind, and for marks without width."""
    return text if text.isascii() else _ODD_BLANK.sub(" ", text)


def word_after(page: Page, place: int, gap: re.Pattern[str] = _SIGNED_GAP) -> re.Match[str] | None:
    """The word that stands behind a gap.

    Args:
        place: Where the gap begins.
        gap: What it may be; blanks and one sign among them, if nothing else is said.
    """
    found = gap.match(page.text, place)
    return None if found is None else WORD.match(page.text, found.end())


def gregorian(page: Page, year: int) -> int:
    """The Gregorian year of a year of four digits, which in Thai is of the Thai era."""
    return buddhist(year) if page.words.calendar == "buddhist" else year


def last_word(chunk: str) -> str:
    """The last word of some text, as the tables spell it."""
    tokens = chunk.rsplit(None, 1)
    if not tokens:
        return ""
    if tokens[-1].isalpha():
        return key(tokens[-1])
    words = WORD.findall(tokens[-1])
    return key(words[-1]) if words else ""


def word_before(page: Page, place: int, floor: int) -> tuple[str, int]:
    """The word before a number on its line, and where it begins.

    Across a number that opens a span (``5-7/11``).
    """
    start = max(floor, place - 24)
    chunk = page.text[start:place]
    if chunk[-1:] in ("-", "–", "—"):
        chunk = _SPAN_OPENS.sub("", chunk)
    start += chunk.rfind("\n") + 1
    words = chunk[chunk.rfind("\n") + 1 :].rsplit(None, 1)
    if not words:
        return "", place
    word = words[-1].strip("([,.:;-–/)")
    return key(word), page.text.rfind(word, start, place)


def longest(page: Page, found: re.Match[str], table: dict[str, int]) -> tuple[int, int] | None:
    """The longest phrase of a table that begins with a word: its number, and where it ends.

    Args:
        found: The match of the word.
    """
    phrase, end = key(found[0]), found.end()
    best = (table[phrase], end) if phrase in table else None
    for _ in range(page.words.longest.get(phrase, 1) - 1):
        more = word_after(page, end, MORE)
        if more is None:
            break
        phrase, end = f"{phrase} {key(more[0])}", more.end()
        if phrase in table:
            best = (table[phrase], end)
    return best
