"""The words of dates, language by language: months, weekdays, parts of the day, and what joins them.

They stand in ``normalize/_calendar.py``, which is generated from CLDR. A language's words are read
when it is first asked for. Where the language is not known, the words of all of them serve, save
those that mean different months in different languages.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from normalize import _calendar

Order = Literal["dmy", "mdy", "ymd"]
Calendar = Literal["buddhist", "solar", "gregorian"]

SOLAR = 100  # added to the number of a month of the Solar Hijri calendar
UNKNOWN = 7  # a weekday that different languages call by the same word

# A word: no blank, digit or punctuation, save a full stop or an apostrophe inside it. It is told by
# what it does not hold, as `\w` leaves out the vowel signs of many scripts.
_LETTER = (
    r"[^\s\d!-/:-@\[-`{-~\x80-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u2190-\u2bff\u3000-\u303f"
    r"\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u060c\u061b\u061f\u0964\u05be\u30fb]"
)
WORD = rf"{_LETTER}{{1,24}}(?:[.'’ʼ\u200c]{_LETTER}{{1,24}}){{0,3}}"

_FOLDS = {
    **dict.fromkeys(map(ord, ".॰\u0307\u093c\u0640\u200b\u200c\u200d\u200e\u200f\u00ad"), None),
    **dict.fromkeys(map(ord, "’ʼ`´׳"), "'"),
    **dict.fromkeys(map(ord, "\u00a0\u2009\u202f"), " "),
    **{ord(a): b for a, b in zip("يىكأإآٱۀءıё", "ییکااااه\u200cие", strict=True)},
}
_BLANKS = re.compile(r"[\s\u00a0]+")
_MARK = re.compile("[\u0300-\u036f]")
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo", "yue"})
_OTHER_SCRIPT = re.compile("[\u0590-\u1dff\u2c00-\ud7ff\uf900-\uffef]")
_SOLAR = frozenset({"fa", "ps", "ckb"})


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """A word as the tables spell it: NFC, lower case, without full stops and optional marks."""
    if word.isascii():
        return word.lower().replace(".", "").replace("`", "'")
    return unicodedata.normalize("NFC", word).lower().translate(_FOLDS).replace("\u200c", "")


class Words(NamedTuple):
    """What one language says in dates. The keys are as ``key`` gives them.

    Attributes:
        months: A month's number, with ``SOLAR`` added for the Solar Hijri calendar.
        short: The names of months that are abbreviations.
        weekdays: Monday is 0; ``UNKNOWN`` for a weekday that is not sure.
        periods: Parts of the day, by the hour from which twelve hours are counted.
        glue: Words that join the parts of a date.
        nouns: The noun "day"; it belongs to the date that follows.
        context: Words that make a date of a bare ``24/7``.
        years: The noun "year".
        month: The noun "month", where months are numbered.
        clocks: Words that close a clock.
        ago: Ages, by the first word after the number: what stands before and after it.
        past: Words for today and yesterday, as they are spelled.
        longest: For the first word of a phrase, how many words the longest one has.
        follows: Every word that means something after a number.
        capital: Whether months are written with a capital letter.
        unspaced: Whether words are not parted by blanks.
        digits: Whether the script has digits of its own.
        calendar: The calendar of the press.
    """

    months: dict[str, int]
    short: frozenset[str]
    weekdays: dict[str, int]
    periods: dict[str, int]
    glue: frozenset[str]
    nouns: frozenset[str]
    context: frozenset[str]
    years: frozenset[str]
    month: frozenset[str]
    clocks: frozenset[str]
    ago: dict[str, list[tuple[str, str]]]
    past: tuple[str, ...]
    longest: dict[str, int]
    follows: frozenset[str]
    capital: bool
    unspaced: bool
    digits: bool
    calendar: Calendar


def base(language: str) -> str:
    """The primary subtag of a language tag, or the name that the tables have for it."""
    primary = language.replace("_", "-").partition("-")[0].lower()
    return _calendar.ALIASES.get(primary, primary)


def tags(language: str) -> Iterator[str]:
    """A language tag and what it falls back on: ``en-gb``, ``en``."""
    tag = language.replace("_", "-").lower()
    while "-" in tag:
        yield tag
        tag = tag.rpartition("-")[0]
    yield base(tag)


@cache
def of(language: str | None) -> Words:
    """The words of a language, with the English ones beside them; of all languages for None."""
    if language is not None:
        known = base(language)
        if known != language:
            return of(known)
        return _words((known, "en") if known in _calendar.WORDS else ("en",))
    return _words(_calendar.PRESS)


def _words(languages: tuple[str, ...]) -> Words:
    tables = _read(languages)
    names = {k: v for k, v in tables["m"].items() if v}
    full = dict(names)
    for name, number in tables["a"].items():
        names.setdefault(name, number)
    names |= {name: number + SOLAR for name, number in tables["s"].items()}
    names = {name: number for name, number in names.items() if number}
    prefixes = _prefixes(full)
    months = prefixes | _plain(names) | names
    weekdays = _plain(tables["w"]) | tables["w"]
    periods = tables["p"]
    glue, years, month = (frozenset(tables[code]) for code in "gyn")
    ago: dict[str, list[tuple[str, str]]] = {}
    for pattern in tables["r"]:
        before, _, after = pattern.partition("{}")
        ago.setdefault(after.split()[0] if after.split() else "", []).append((before, after))
    longest: dict[str, int] = {}
    for phrase in (*months, *weekdays, *periods):
        head, *rest = phrase.split(" ")
        longest[head] = max(longest.get(head, 1), len(rest) + 1)
    heads = {phrase.split(" ")[0] for phrase in months}
    first = languages[0]
    return Words(
        months=months,
        short=frozenset(months.keys() - full.keys() - tables["s"].keys()),
        weekdays=weekdays,
        periods=periods,
        glue=glue,
        nouns=frozenset(tables["d"]),
        context=frozenset(tables["c"]),
        years=years,
        month=month,
        clocks=frozenset(tables["o"]),
        ago=ago,
        past=tuple(tables["t"]) if len(languages) < 3 else (),
        longest=longest,
        follows=frozenset(heads | glue | years | month | ago.keys()),
        capital="k" in tables["f"],
        unspaced=first in _UNSPACED or len(languages) > 2,
        digits=any(map(_OTHER_SCRIPT.search, _calendar.WORDS.get(first, ""))) or first in "zhjako",
        calendar="buddhist" if first == "th" else "solar" if first in _SOLAR else "gregorian",
    )


def _read(languages: Iterable[str]) -> dict[str, dict[str, int]]:
    """The tables of some languages as one: code -> word -> number. The first language wins.

    Of many languages, a month's name that means another month elsewhere is 0.
    """
    tables: dict[str, dict[str, int]] = {code: {} for code in "maswpgdcyntorf"}
    for rank, language in enumerate(languages):
        for line in _calendar.WORDS[language].split("|"):
            code, _, words = line.partition(" ")
            number = int(code[1:] or 0)
            table = tables[code[0]]
            for word in words.split(";"):
                held = table.setdefault(word, number)
                if held != number and rank and len(tables) and code[0] in "maw":
                    table[word] = 0 if code[0] in "ma" else UNKNOWN
    return tables
