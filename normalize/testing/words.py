"""Made-up words of several scripts, and sentences, names, dates and addresses."""

import random
from datetime import datetime
from functools import cache

from hypothesis import strategies as st

_LETTERS = {
    "latin": "abcdefghilmnoprstuv",
    "vietnamese": "abcdeghiklmnopqrstuvxyăâêôơưđáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụ",
    "cyrillic": "абвгдежзиклмнопрстуфхцчшщыьэюя",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "chinese": "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会",
}
SCRIPTS = tuple(_LETTERS)
"""The scripts that texts are drawn in."""

_BLANK = {"chinese": ""}
STOPS = {"chinese": "。"}
# What Markdown, HTML and Liquid would take for markup if it were not escaped.
SIGNS = (
    *("*a*", "_b_", "[c](d)", "![e](f)", "<g>", "&amp;", "`h`", "~~i~~", "{{ j }}", "{% k %}"),
    *("#", "1.", "-", "|", "\\", "https://l.example/m", "a@b.example", "<!--", "<br>", "[1]:"),
)


def _vocabulary(letters: str) -> tuple[str, ...]:
    made = random.Random(letters)
    return tuple("".join(made.choices(letters, k=made.randint(2, 9))) for _ in range(400))


_WORDS = {script: _vocabulary(letters) for script, letters in _LETTERS.items()}
# Each paragraph has words of its own: one that restates another is a lead, by the reader's rules.
_SHARES = 8


@cache
@st.composite
def words(draw: st.DrawFn, script: str, least: int, most: int, share: int = 0) -> str:
    """A run of made-up words, the first in a capital.

    Args:
        draw: What Hypothesis passes.
        script: One of ``SCRIPTS``.
        least, most: How many.
        share: Which share of the script's words.
    """
    own = _WORDS[script][share % _SHARES :: _SHARES]
    # One draw for all of them: which words they are is no structure to search or to shrink.
    chance = random.Random(draw(st.integers(0, 2**32 - 1)))
    some = chance.choices(own, k=draw(st.integers(least, most)))
    said = _BLANK.get(script, " ").join(some)
    return said[:1].upper() + said[1:]


@cache
@st.composite
def sentences(draw: st.DrawFn, script: str, share: int = 1, signs: tuple[str, ...] = ()) -> str:
    """A sentence long enough to be one of running text.

    Args:
        draw: What Hypothesis passes.
        script: One of ``SCRIPTS``.
        share: Which share of the script's words.
        signs: Words that are mixed in.
    """
    some = draw(words(script, 22, 40, share))
    if len(signs) > 0 and draw(st.booleans()):
        some = f"{some} {draw(st.sampled_from(signs))} {draw(words(script, 1, 3, share))}"
    return some + STOPS.get(script, ".")


@cache
@st.composite
def names(draw: st.DrawFn, script: str) -> str:
    """A name of a person or an outlet, each word in a capital."""
    return " ".join(word.capitalize() for word in draw(words(script, 1, 2)).split())


_LENGTHS = {"year": 4, "month": 7, "day": 10, "minute": 16, "second": 19}


@cache
@st.composite
def dates(
    draw: st.DrawFn,
    precisions: tuple[str, ...] = ("month", "day", "minute", "second"),
    zones: tuple[str, ...] = ("", "Z", "+07:00", "-03:30"),
) -> str:
    """A date in the record's form, of one of the precisions; a zone only behind a clock."""
    moment = draw(st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31))).replace(microsecond=0)
    precision = draw(st.sampled_from(precisions))
    value = moment.isoformat()[: _LENGTHS[precision]]
    return value + draw(st.sampled_from(zones)) if precision in ("minute", "second") else value


@cache
def addresses() -> st.SearchStrategy[str]:
    """An address of an article, odd characters in its path included."""
    return st.builds(
        "https://{}.example/{}".format,
        st.text("abcdefgh", min_size=3, max_size=10),
        st.text("abcdefghijklm-_()%~.&=?", min_size=0, max_size=30),
    )
