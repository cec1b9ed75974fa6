"""The words of dates, language by language: months, weekdays, parts of the day, what joins them.

They stand in ``normalize/_calendar.py``, which is generated from CLDR and is imported when a
language is first asked for. Where the language is not known, the words of many serve together,
save those that mean one month here and another there.
"""

import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

from normalize.expression import expression

Order = Literal["dmy", "mdy", "ymd"]
Calendar = Literal["gregorian", "buddhist", "solar"]

UNSPACED = "\u0e00"  # in scripts from here on, words may not be parted by blanks
SOLAR = 100  # added to the number of a month of the Solar Hijri calendar
UNKNOWN = 7  # a weekday whose name means another day elsewhere


_FOLDS: dict[int, str | None] = {
    **dict.fromkeys(map(ord, ".॰\u0307\u093c\u0640\u00ad\u200b\u200c\u200d\u200e\u200f")),
    **dict.fromkeys(map(ord, "’ʼ‘`´׳"), "'"),
    **dict.fromkeys(map(ord, "\u00a0\u2009\u202f"), " "),
    **dict(zip(map(ord, "يىكأإآٱۀёı"), "ییکااااهеi", strict=True)),
}
_MARK = expression("[\u0300-\u036f]")
_CALENDARS: dict[str, Calendar] = {"th": "buddhist", "fa": "solar", "ps": "solar"}
_CODES = "mapwsgdcynortk"
_LONG = 40  # characters: a word that is longer is not remembered


def key(word: str) -> str:
    """A word as the tables spell it: NFC, lower case, without full stops and optional marks."""
    return _short_key(word) if len(word) <= _LONG else _key(word)


def _key(word: str) -> str:
    if word.isascii():
        return word.lower().replace(".", "").replace("`", "'")
    return unicodedata.normalize("NFC", word).lower().translate(_FOLDS)


_short_key = lru_cache(maxsize=2048)(_key)


class Words(NamedTuple):
    """What one language says in dates. Words are as ``key`` gives them.

    Attributes:
        months: Months, 1 to 12, with ``SOLAR`` added for the Solar Hijri calendar.
        short: The months in ``months`` that are abbreviations.
        weekdays: Weekdays, Monday being 0, or ``UNKNOWN``.
        periods: Parts of the day, by the hour from which twelve hours are counted.
        glue: Words between day, month and year.
        joints: Words between a date and a clock.
        nouns: The noun "day"; it belongs to the date that follows.
        context: Words that make a date of a bare ``24/7``.
        years: The noun "year".
        month: The noun "month", where months are numbered.
        clocks: Words that close a clock.
        ago: Ages, by the first word after the number: what stands before it and after it.
        past: Words for today and yesterday.
        bygone: The first words of those.
        longest: Of phrases of several words, the number of words of the longest that begins so.
        follows: The words that mean something after a number.
        precedes: The last words of what means something before a number.
        beside: The first words of what may stand between a date and its clock.
        opens: The last words of what may open a date.
        capital: Whether months are written with a capital letter.
        calendar: The calendar of the press.
    """

    months: dict[str, int]
    short: frozenset[str]
    weekdays: dict[str, int]
    periods: dict[str, int]
    glue: frozenset[str]
    joints: frozenset[str]
    nouns: frozenset[str]
    context: frozenset[str]
    years: frozenset[str]
    month: frozenset[str]
    clocks: frozenset[str]
    ago: dict[str, list[tuple[str, str]]]
    past: dict[str, int]
    bygone: tuple[str, ...]
    longest: dict[str, int]
    follows: frozenset[str]
    precedes: frozenset[str]
    beside: frozenset[str]
    opens: frozenset[str]
    capital: bool
    calendar: Calendar


def primary(language: str) -> str:
    """The language of a tag, by the name that the tables have for it."""
    from normalize._calendar import ALIASES

    name = language.replace("_", "-").partition("-")[0].lower()
    return ALIASES.get(name, name)


def numeric(language: str) -> tuple[Order | None, str]:
    """How a language's press writes dates in numbers.

    Args:
        language: A BCP 47 tag; its country counts.

    Returns:
        The order, None where it is not known; and the sign between the numbers where the short
        form of CLDR has a year of two digits, else an empty string.
    """
    from normalize._calendar import NUMERIC

    tag = language.replace("_", "-").lower()
    parts = tag.split("-")
    held = NUMERIC.get(f"{parts[0]}-{parts[-1]}") or NUMERIC.get(primary(language))
    return (None, "") if held is None else held


def dotted(language: str) -> bool:
    """Whether the language parts hours and minutes with a full stop (CLDR's short time)."""
    from normalize._calendar import DOTTED_CLOCKS

    return primary(language) in DOTTED_CLOCKS


@lru_cache(maxsize=256)
def of(language: str | None) -> Words:
    """The words of a language with the English ones beside them; of all languages for None."""
    from normalize._calendar import WORDS

    if language is None:
        return _words(_table(WORDS["und"]), None)
    name = primary(language)
    name = name if name in WORDS else "en"
    if name != language:
        return of(name)
    tables = _table(WORDS[name])
    flags = dict(tables["k"])
    for code, words in _table(WORDS["en"]).items():
        for word, number in words.items():
            tables[code].setdefault(word, number)
    return _words(tables | {"k": flags}, name)


Tables = dict[str, dict[str, int]]  # code -> word -> number


def _table(rows: str) -> Tables:
    tables: Tables = {code: {} for code in _CODES}
    for row in rows.splitlines():
        code, _, words = row.partition(" ")
        number = int(code[1:] or 0)
        for word in words.split(";"):
            tables[code[0]].setdefault(word, number)
    return tables


def _words(tables: Tables, language: str | None) -> Words:
    from normalize._calendar import JOINTS

    full = tables["m"] | {name: n + SOLAR for name, n in tables["s"].items()}
    months = tables["a"] | full
    weekdays = tables["w"]
    names = full
    if language is not None:  # the table of many languages has them already
        months = prefixes(tables["m"]) | months
        months = plain(months) | months
        weekdays = plain(weekdays) | weekdays
        names = plain(full) | full
    ago: dict[str, list[tuple[str, str]]] = {}
    for pattern in tables["r"]:
        before, _, after = pattern.partition("{}")
        ago.setdefault((after.split() or [""])[0], []).append((before.strip(), after.strip()))
    longest: dict[str, int] = {}
    for phrase in (*months, *weekdays, *tables["p"], *tables["t"]):
        if " " in phrase:
            head = phrase.partition(" ")[0]
            longest[head] = max(longest.get(head, 1), phrase.count(" ") + 1)
    nouns, years, month = (frozenset(tables[code]) for code in "dyn")
    glue = frozenset(tables["g"]) | years
    joints = JOINTS | glue
    return Words(
        months=months,
        short=frozenset(months.keys() - names.keys()),
        weekdays=weekdays,
        periods=tables["p"],
        glue=glue,
        joints=joints,
        nouns=nouns,
        context=frozenset(tables["c"]) | nouns,
        years=years,
        month=month,
        clocks=frozenset(tables["o"]),
        ago=ago,
        past=tables["t"],
        bygone=tuple(dict.fromkeys(word.partition(" ")[0] for word in tables["t"])),
        longest=longest,
        follows=frozenset({m.partition(" ")[0] for m in months} | glue | month | ago.keys()),
        precedes=frozenset({m.rpartition(" ")[2] for m in months} | glue | month),
        beside=frozenset({w.partition(" ")[0] for w in (*weekdays, *tables["p"])} | joints),
        opens=frozenset({w.rpartition(" ")[2] for w in (*weekdays, *tables["t"])} | nouns),
        capital=bool(tables["k"]),
        calendar=_CALENDARS.get(language or "", "gregorian"),
    )


def plain(words: dict[str, int]) -> dict[str, int]:
    """The words without the marks of Latin and Greek, as capitals and hurried writers drop them."""
    marked = (w for w in words if not w.isascii() and w[0] < "\u0400")
    return {
        _MARK.sub("", unicodedata.normalize("NFD", word)): words[word]
        for word in marked
        if " " not in word
    }


def prefixes(names: dict[str, int]) -> dict[str, int]:
    """The beginnings, of three letters and more, that only one month has: ``Febr``, ``верес``."""
    found: dict[str, int] = {}
    for name, number in names.items():
        if " " not in name:
            for size in range(3, len(name)):
                held = found.setdefault(name[:size], number)
                if held != number:
                    found[name[:size]] = 0
    return {name: number for name, number in found.items() if number}
