"""Words sought in a text as one expression would seek them, each part compiled when it is met."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

# Letters and signs that one press writes in more than one way: the first stands for the rest.
ALIKE = ("её", "اأإآٱ", "يىی", "كک", "هةۀ", "αά", "εέ", "ηή", "ιίϊΐ", "οό", "υύϋΰ", "ωώ", "'’‘ʼ")

_SPELLED = str.maketrans(
    {letter: f"[{same}]" for same in ALIKE for letter in same}
    # The sign of an adverb's ending stands before or after its alif, or is left out.
    | dict.fromkeys("اأإآٱ", "\u064b?[اأإآٱ]\u064b?")
    | {"\u200c": r"[\u200c\s]?", "…": r"[^\n]{1,40}?", " ": r"\s"}
)
_KEYED = str.maketrans(
    {other.upper()[:1]: same[0] for same in ALIKE for other in same}
    | {other: same[0] for same in (*ALIKE, "iıİ", "sſ") for other in same}
    | {"\u200c": " ", "\xa0": " ", "\u3000": " "}
)

# A blank within a line, and what parts a label from its value.
BLANK = r"[^\S\n]"
SIGN = "[:：=＝/／|｜]"
_SIGN = f"(?={BLANK}{{0,3}}{SIGN})"
_BEFORE = 8
"""How many characters at most stand before a word, of what its place asks for."""


class Words:
    """Words in their places, with the methods of a compiled expression that readers use.

    To compile the words of one language at once takes as long as to read a hundred files, and a
    text holds few of them. So they are parted by how they begin, and a part is compiled when a text
    begins so where a word may stand. What is found is an ordinary match.

    Args:
        kinds: The words by the name of the group that they match in; where a word of one kind
            begins one of another, the kind that comes first wins, else the longer word.
        place: What stands before a word, at most eight characters that no word begins with.
        ending: What follows a word.
        opening: What of the place is wanted as a group.
        sign: What stands right before a word within a line, where the place says so: an expression
            that is quick to look for.
        unsigned: Beginnings of words before which a blank will do.
        reach: How far before the end of a text a word may begin.
        cased: Whether the words match in their own case alone.
    """

    __slots__ = (
        "_before",
        "_cased",
        "_compiled",
        "_ending",
        "_kinds",
        "_opening",
        "_parts",
        "_place",
        "_reach",
        "_sign",
        "_start",
        "_unsigned",
    )

    def __init__(
        self,
        kinds: Mapping[str, Iterable[str]],
        place: str,
        ending: str = "",
        opening: str = "",
        sign: str = "",
        unsigned: tuple[str, ...] = (),
        *,
        reach: int = sys.maxsize,
        cased: bool = False,
    ) -> None:
        self._kinds = kinds
        self._before = place
        # Only what is no word stands before it, and this is quicker to compile than the place.
        self._opening = rf"\W{{0,{_BEFORE}}}?{opening}"
        self._sign = sign
        self._unsigned = [f" {word}" for word in unsigned]
        self._ending = ending
        self._reach = reach
        self._cased = cased
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._parts: dict[str, dict[str, list[str]]] = {}
        self._place: re.Pattern[str] | None = None
        self._start: re.Pattern[str] | None = None

    def match(self, text: str, pos: int = 0) -> re.Match[str] | None:
        """The word that stands at an offset, after what may open it."""
        place = self._place or self._prepare()
        begin = pos
        if pos or not text[:1].isalnum():
            opened = place.match(text, pos)
            if opened is None:
                return None
            begin = opened.end()
        part = self._part(text[begin : begin + _DEEP])
        return part.match(text, pos) if part is not None else None

    def at(self, text: str, begin: int) -> re.Match[str] | None:
        """The word that begins at an offset, whatever stands before it."""
        if self._place is None:
            self._prepare()
        part = self._part(text[begin : begin + _DEEP])
        return part.match(text, begin) if part is not None else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The word that is the whole text."""
        found = self.match(text)
        return found if found and found.end() == len(text) else None

    def search(self, text: str, pos: int = 0) -> re.Match[str] | None:
        """The first word from an offset on."""
        return next(self.finditer(text, pos), None)

    def finditer(self, text: str, pos: int = 0) -> Iterator[re.Match[str]]:
        """The words from an offset on, none within another."""
        places = self._place or self._prepare()
        pos = max(pos, len(text) - self._reach)
        for begin in self._begins(text, pos):
            part = self._part(text[begin : begin + _DEEP])
            if part is not None:
                near = places.finditer(text, max(pos, begin - _BEFORE), begin + _BEFORE)
                place = next((x.start() for x in near if x.end() == begin), None)
                if place is not None and (found := part.match(text, place)):
                    pos = found.end()
                    yield found

    def _begins(self, text: str, pos: int) -> list[int]:
        """Where words may begin, from an offset on."""
        begins = [pos]
        if self._start is not None:
            begins += [sign.end() for sign in self._start.finditer(text, pos)]
        for word in self._unsigned:
            place = text.find(word, pos)
            while place >= 0:
                begins.append(place + 1)
                place = text.find(word, place + 1)
        return sorted(begins) if self._unsigned else begins

    def _prepare(self) -> re.Pattern[str]:
        """Part the words, on first use, and give the expression of their places."""
        for kind, words in self._kinds.items():
            for word in words:
                key, *_ = _keys(word[: _DEEP if _is_plain(word) else 2])
                part = self._parts.setdefault(key, {})
                part.setdefault(kind, []).append(word)
        initials = {word[0] for words in self._kinds.values() for word in words}
        letters = {spelled for initial in initials for spelled in self._spelled(initial)}
        first = f"[{re.escape(''.join(sorted(letters)))}]" if letters else r"(?!)"
        self._start = re.compile(rf"{self._sign}(?={first})")
        self._place = re.compile(rf"{self._before}(?={first})", re.M)
        return self._place

    def _spelled(self, letter: str) -> set[str]:
        """The letters that may stand for the first one of a word."""
        if self._cased:
            return {letter}
        same = {letter, *next((alike for alike in (*ALIKE, "iıİ") if letter.lower() in alike), "")}
        return {x for one in same for x in (one, one.lower()[:1], one.upper()[:1])}

    def _part(self, beginning: str) -> re.Pattern[str] | None:
        """The words that may begin so."""
        for key in _keys(beginning):
            if key in self._parts:
                return self._compiled.get(key) or self._compile(key)
        return None

    def _compile(self, key: str) -> re.Pattern[str]:
        """The expression of the words that begin with a key, shorter words among them."""
        spell = _name if self._cased else _word
        kinds = []
        for kind in self._kinds:
            words = [w for k in _keys(key) for w in self._parts.get(k, {}).get(kind, ())]
            if words:
                spelled = "|".join(map(spell, sorted(words, key=len, reverse=True)))
                kinds.append(f"(?P<{kind}>{spelled})")
        source = f"{self._opening}(?:{'|'.join(kinds)}){self._ending}"
        self._compiled[key] = re.compile(source, re.M if self._cased else re.M | re.I)
        return self._compiled[key]


_DEEP = 3
"""How many characters of a word tell its part."""


def _is_plain(word: str) -> bool:
    """Whether a third character is a letter that is spelled as itself, in either case."""
    return word[2:3].isalpha() and word[2:3].isascii() and word[:2].isalnum()


@lru_cache(maxsize=2048)
def _keys(beginning: str) -> tuple[str, ...]:
    """The names of the parts that a word which begins so may belong to, the finest first."""
    key = beginning.removesuffix(":").translate(_KEYED).lower()
    return tuple(key[:length] for length in range(len(key), 0, -1))


def _word(word: str) -> str:
    """The expression of a word in any case: whole, and before a sign where it is written so."""
    bare = word.removesuffix(":")
    end = _SIGN if bare != word else "" if _is_unbound(word[-1]) else r"(?!\w)"
    return re.escape(bare).replace("\\ ", " ").translate(_SPELLED) + end


def _name(name: str) -> str:
    """The expression of a name in its own case, not within a word."""
    # Two characters of a script without blanks are too often part of another word.
    short = len(name) < 3
    start = "" if _is_unbound(name[0]) and not short else r"(?<!\w)"
    end = "" if _is_unbound(name[-1]) and not short else r"(?!\w)"
    return f"{start}{re.escape(name)}{end}"


def _is_unbound(letter: str) -> bool:
    """Whether a word may go on beside this letter: it is a sign, or of a script that sets no blank
    between words, or before a particle, or whose vowel signs are no word characters to ``re``.
    """
    return (
        not letter.isalnum()
        or letter >= "\u2e80"
        or "\u0900" <= letter < "\u10a0"
        or "\u1780" <= letter < "\u1800"
    )
