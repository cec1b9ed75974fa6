"""Renew ``normalize/_calendar.py`` from CLDR, through babel, and from ``press.toml``.

    python -m normalize.tools.calendar [--check]

With ``--check`` nothing is written; the exit status is 1 where the module is stale. The release of
CLDR is that of the babel at hand, so the check holds for one release of babel alone.
"""

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Literal

import babel
from babel import Locale, localedata
from babel.dates import format_timedelta

from normalize import span
from normalize.date_words import UNKNOWN, key, plain, prefixes

MODULE = Path(span.__file__).with_name("_calendar.py")
PRESS = tomllib.loads(Path(__file__).with_name("press.toml").read_text(encoding="utf-8"))
SURE: list[str] = PRESS["languages"]["sure"].split()
OTHERS: list[str] = PRESS["languages"]["others"].split()

_DIGIT = re.compile(r"\d")
_LITERAL = re.compile(r"'([^']*)'|([^\W\d_a-zA-Z]+)|[a-zA-Z]+")
_AFFIXED = re.compile(r"('[^' ]+'|[^\W\d_a-zA-Z]+)?([ML]{3,4})('[^' ]+'|[^\W\d_a-zA-Z]+)?")
_TWO_DIGITS = re.compile(r"(?<!y)yy(?!y)")
_DOTTED = re.compile(r"[hHkK]\.mm")
_MARGIN = 2  # hours by which the press uses a part of the day before CLDR's rule begins it

# The lists of press.toml, by the codes of the generated rows.
_LISTS = "months short solar month weekdays periods glue at day context year clock ago past"
_CODES = dict(zip(_LISTS.split(), "masnwpg@dcyort", strict=True))
_Unit = Literal["second", "minute", "hour", "day", "week", "month", "year"]
Tables = defaultdict[str, dict[str, None]]  # code -> words, in the order in which they were found


@cache
def _locales(language: str) -> list[Locale]:
    """A language's own locale, then those of its countries and scripts."""
    names = [n for n in sorted(localedata.locale_identifiers()) if n.split("_")[0] == language]
    return [_locale(name) for name in names if "Dsrt" not in name and "Shaw" not in name]


def _locale(name: str) -> Locale:
    """A locale whose data nobody else has touched.

    babel resolves an alias of the root locale in place, in data that the locales share, so that
    one would see the months of another that was read before it. Hence the root is read anew.
    """
    localedata._cache.clear()
    locale = Locale.parse(name)
    locale.months  # noqa: B018 (this loads the data)
    return locale


def _names(locale: Locale) -> Iterator[tuple[str, str]]:
    for context in ("format", "stand-alone"):
        for width, code in (("wide", "m"), ("abbreviated", "a")):
            for number, name in locale.months[context][width].items():
                if not _DIGIT.search(name):
                    yield from ((f"{code}{number}", form) for form in _forms(name, locale))
        for width in ("wide", "abbreviated"):
            for number, name in locale.days[context][width].items():
                if len(name) > 1 and not _DIGIT.search(name):
                    yield f"w{number}", name


def _forms(name: str, locale: Locale) -> Iterator[str]:
    """The name of a month, and as the patterns write it: with what is set right beside it."""
    yield name
    for pattern in _patterns(locale):
        for before, _, after in _AFFIXED.findall(pattern):
            if before or after:
                yield before.strip("'") + name + after.strip("'")


def _patterns(locale: Locale) -> list[str]:
    """Patterns of dates of this locale, with a month in them."""
    found = [locale.date_formats[width].pattern for width in ("full", "long", "medium")]
    skeletons = locale.datetime_skeletons
    found += [skeletons[k].pattern for k in ("yMMMd", "yMMMMd", "yMMMM", "MMMMd") if k in skeletons]
    return [str(pattern) for pattern in found]


def _periods(locale: Locale) -> Iterator[tuple[str, str]]:
    rules: dict[str, list[dict[str, int]]] = locale.day_period_rules.get(None, {})
    starts = {"am": 0, "pm": 12, "midnight": 0, "noon": 12}
    for name, (rule, *_) in rules.items():
        if "from" in rule:
            starts[name] = (rule["from"] // 3600 - _MARGIN) % 24
    words = [
        pair
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for pair in locale.day_periods.get(context, {}).get(width, {}).items()
        if pair[0] in starts
    ]
    for name, word in sorted(words, key=lambda pair: pair[0] not in ("am", "pm")):
        yield f"p{starts[name]}", word


def _glue(locale: Locale) -> Iterator[tuple[str, str]]:
    """The words of the patterns themselves: `de`, `года`; and before a clock: `ساعت`."""
    joined = [str(pattern) for pattern in locale.datetime_formats.values()]
    for code, patterns in (("g", _patterns(locale)), ("@", joined)):
        for pattern in patterns:
            for quoted, bare in _LITERAL.findall(pattern.replace("''", "")):
                for word in (quoted or bare).split():
                    yield code, word.strip(".,()،")


def _ages(locale: Locale) -> Iterator[tuple[str, str]]:
    """`{} hours ago` in every unit and number."""
    units: dict[_Unit, int] = {
        "second": 1,
        "minute": 60,
        "hour": 3600,
        "day": 86400,
        "week": 604800,
        "month": 2592000,
        "year": 31536000,
    }
    for (unit, seconds), number in product(units.items(), (1, 2, 3, 5, 11, 20)):
        past = format_timedelta(
            timedelta(seconds=-seconds * number),
            granularity=unit,
            threshold=0.85,
            add_direction=True,
            locale=locale,
        )
        before, digits, after = past.partition(str(number))
        if digits:
            yield "r", f"{before}{{}}{after}"


def _press(words: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The hand-made words of a language."""
    for name, value in words.items():
        code = _CODES[name]
        if isinstance(value, dict):
            yield from ((f"{code}{number}", word) for number in value for word in value[number])
        elif name == "weekdays":
            yield from ((f"{code}{number}", word) for number, word in enumerate(value))
        else:
            yield from ((code, word) for word in value)


def _table(language: str) -> Tables:
    """All that is known of a language; of a word for two parts of the day, the first."""
    tables: Tables = defaultdict(dict)
    periods: dict[str, str] = {}
    locales = _locales(language)

    def keep(pairs: Iterable[tuple[str, str]]) -> None:
        for code, word in pairs:
            name = key(word).strip()
            if not code.startswith("p") or periods.setdefault(name, code) == code:
                tables[code][name] = None

    keep(_press(PRESS.get(language, {})))
    for locale in locales:
        keep(_names(locale))
        keep(_glue(locale))
        keep(_periods(locale))
    if language in SURE:
        keep(_ages(locales[0]))
    if str(locales[0].months["format"]["wide"][1])[:1].isupper():
        tables["k"] = {}
    for number in range(1, 13):
        for name in tables[f"m{number}"]:
            tables[f"a{number}"].pop(name, None)
    return tables


def _together(each: dict[str, Tables]) -> Tables:
    """The words of all languages as one table, for texts whose language is not known.

    The sure languages give all they have; full names of months come before abbreviations, and
    these before mere beginnings. The others add full names of months. A word that means one month
    here and another there is left out; a weekday of that kind is `UNKNOWN`.
    """
    tables: Tables = defaultdict(dict)
    sure = [each[language] for language in SURE]
    common: set[str] = set()
    for table in sure:
        common |= {w for code in "gcdy" for w in table[code]} - _numbered(table, "p").keys()
    for table in sure:
        for code, words in table.items():
            if code[0] == "p":  # `du` is French as well as a part of the day in Hungarian
                tables[code].update(dict.fromkeys(w for w in words if w not in common))
            elif code[0] not in "mawtk":
                tables[code].update(words)
    full = [_numbered(table, "m") for table in sure]
    tiers = [
        full,
        [_numbered(table, "a") for table in sure],
        [prefixes(words) for words in full],
        [_numbered(each[language], "m") for language in OTHERS],
    ]
    known: dict[str, int] = {}
    for rank, tier in enumerate(tiers):
        found = _agreed([words | plain(words) for words in tier], 0)
        for word, number in found.items():
            if known.setdefault(word, number) == number and number:
                tables[f"{'maam'[rank]}{number}"].setdefault(word)
    for word, number in _agreed([_numbered(table, "w") for table in sure], UNKNOWN).items():
        tables[f"w{number}"][word] = None
    for language in OTHERS:
        tables["g"].update(each[language]["g"])
    return tables


def _agreed(tables: list[dict[str, int]], otherwise: int) -> dict[str, int]:
    """Tables as one, with `otherwise` for the words that have several numbers."""
    found: dict[str, int] = {}
    for table in tables:
        for word, number in table.items():
            found[word] = number if found.get(word, number) == number else otherwise
    return found


def _numbered(tables: Tables, kind: str) -> dict[str, int]:
    return {w: int(code[1:]) for code, words in tables.items() if code[0] == kind for w in words}


def _rows(tables: Tables) -> str:
    rows = []
    for code in sorted(tables, key=lambda c: (c[0], int(c[1:] or 0))):
        words = [word for word in tables[code] if word]
        if words or code == "k":
            rows.append(f"{code} {';'.join(words)}")
    return "".join(f"        {row + chr(10)!r}\n" for row in rows)


def _order(locale: Locale) -> str:
    """The order of the numbers in a date: by the shortest date, and by day and month alone."""
    short = str(locale.date_formats["short"].pattern)
    skeletons = locale.datetime_skeletons
    for pattern in (str(skeletons["Md"].pattern) if "Md" in skeletons else "", short):
        if -1 < pattern.find("d") < max(pattern.find("M"), pattern.find("L")):
            return "dmy"
    return "ymd" if short.find("y") < short.find("d") else "mdy"


def _numeric(language: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The order of the numbers, and the sign between them where the year has two digits.

    Of the language, and of the countries that differ from it; of each country for English, which
    has no order of its own.
    """
    general: tuple[str, str] | None = None
    for locale in _locales(language):
        if locale.script and language != "zh":
            continue  # another script is another press
        short = str(locale.date_formats["short"].pattern)
        sign = re.sub(r"[\w\s\u200f']", "", short)[:1] if _TWO_DIGITS.search(short) else ""
        facts = (_order(locale), sign)
        if general is None:
            yield language, facts
            general = facts
        elif locale.territory and (facts != general or language == "en"):
            yield f"{language}-{locale.territory}".lower(), facts


def render() -> str:
    """The module's text."""
    languages = [*SURE, *OTHERS]
    numeric = dict(pair for language in languages for pair in _numeric(language))
    tables = {language: _table(language) for language in languages}
    joints = {word for table in tables.values() for word in table.pop("@", {}) if word}
    tables["und"] = _together(tables)
    dotted = [
        language
        for language in languages
        if _DOTTED.search(str(_locales(language)[0].time_formats["short"].pattern))
    ]
    out = [
        '"""The words of dates. Generated by `python -m normalize.tools.calendar`.\n\n'
        f"From CLDR as of babel {babel.__version__} (Unicode licence), and from `press.toml`.\n"
        '"""\n\nfrom typing import Literal\n\n',
        f"JOINTS = frozenset({sorted(joints)!r})\n\n",
        f"ALIASES = {PRESS['aliases']!r}\n\n",
        f"DOTTED_CLOCKS = frozenset({dotted!r})\n\n",
        'NUMERIC: dict[str, tuple[Literal["dmy", "mdy", "ymd"], str]] = {\n',
        *(f"    {tag!r}: {facts!r},\n" for tag, facts in numeric.items()),
        "}\n\nWORDS = {\n",
        *(f"    {name!r}: (\n{_rows(table)}    ),\n" for name, table in tables.items()),
        "}\n",
    ]
    return "".join(out)


def main(arguments: list[str]) -> int:
    fresh = render()
    if "--check" in arguments:
        stale = not MODULE.is_file() or MODULE.read_text(encoding="utf-8") != fresh
        if stale:
            print(f"{MODULE.name} is stale: run python -m normalize.tools.calendar")
        return int(stale)
    MODULE.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
