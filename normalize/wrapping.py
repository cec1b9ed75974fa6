"""Text that was wrapped: lines filled up to a width, their breaks standing for blanks.

Mail, the wires and archives of plain text wrap paragraphs; flattened pages do not, and set each
block of the page on a line of its own. What tells them apart is how lines are filled: one breaks
only where the next word would not have fitted.
"""

from collections.abc import Sequence

from normalize.composition import compose
from normalize.expression import expression
from normalize.prose import SENTENCE_END

_NARROWEST, _WIDEST = 40, 120
"""The widths to which text is wrapped, in characters."""
_GLUED = 40
"""How much longer a line may be by a label or a prefix that was glued on it."""
_LONGEST = 4 * (_WIDEST + _GLUED)
"""How many code points such a line has at most, decomposed."""
_OUTLIERS = 50
"""Of so many lines one may be longer than the width."""
_WORD = 12
"""How much longer the last line of a paragraph may be than those before it happen to be."""
_FEW = 3
_LONG = 40
"""Where the breaks are few, how long each line must be."""
_RAGGED = 0.7
"""How long a line is at least that a hand broke, as a share of the longest."""
_PROBE = 100_000
"""How many code points show whether a long text was wrapped."""
_SHARE = 0.5
"""Of the breaks between lines that no blank line parts, how many must be of filled lines."""
_CONTINUED = 0.6
"""Across how many of those the sentence must go on."""
# Scripts without blanks between words, of which any line looks filled: Thai to Burmese, Khmer, Han
# and kana, Yi, what is compatible and full-width.
_SPACELESS = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u2e80", "\u9fff"),
    ("\ua000", "\ua4cf"),
    ("\uf900", "\ufaff"),
    ("\uff00", "\uffef"),
)
_OPENS_ITEM = expression(r"[-*+<>|#•·▪■◆●►▶‣⁃]|\d{1,3}[.)]\s")


def joined(text: str) -> str:
    """A text with blanks in place of the breaks within its paragraphs, if it was wrapped.

    Args:
        text: The decoded text.

    Returns:
        A text of the same length, so that offsets hold for both; the same text if it is none.
    """
    if len(text) > _PROBE and not _soft(text[:_PROBE].splitlines(keepends=True)[:-1]):
        return text
    lines = text.splitlines(keepends=True)
    soft = _soft(lines)
    for i in soft:
        bare = lines[i].rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        lines[i] = bare + " " * (len(lines[i]) - len(bare))
    return "".join(lines) if soft else text


def _soft(lines: Sequence[str]) -> list[int]:
    """The lines whose breaks stand for blanks; none where the text was not wrapped."""
    said = [line.strip() for line in lines]
    pairs = [i for i in range(len(said) - 1) if said[i] and said[i + 1]]
    if not pairs or max(len(said[i]) for i in pairs) > _LONGEST:
        return []
    filled = _filled(lines, said, pairs)
    if len(filled) < _SHARE * len(pairs) or not _is_running(said, filled):
        return []
    # Hands wrap less evenly than programs: there a sentence tells that it goes on.
    least = _RAGGED * max(_size(lines[i].rstrip()) for i in filled)
    ragged = (i for i in pairs if _goes_on(lines, said, i, least))
    return sorted({*filled, *ragged})


def _goes_on(lines: Sequence[str], said: Sequence[str], i: int, least: float) -> bool:
    """Whether a sentence goes on with a small letter below a line of some length."""
    return (
        said[i + 1][0].islower()
        and not SENTENCE_END.search(said[i])
        and _size(lines[i].rstrip()) >= least
        and not _is_apart(lines[i], lines[i + 1], said[i], said[i + 1])
    )


def _filled(lines: Sequence[str], said: Sequence[str], pairs: Sequence[int]) -> list[int]:
    """The lines that the first word of the next one would have made too long."""
    sizes = {i: _size(lines[i].rstrip()) for pair in pairs for i in (pair, pair + 1)}
    needed = {i: sizes[i] + 1 + _size(said[i + 1].split(None, 1)[0]) for i in pairs}
    ranked = sorted(sizes[i] for i in pairs if " " in said[i])
    widths = {ranked[-k] for k in (1, 2, 1 + len(ranked) // _OUTLIERS) if k <= len(ranked)}
    best: list[int] = []
    for width in sorted(widths, reverse=True):
        if _NARROWEST <= width <= _WIDEST and ranked[-1] <= width + _GLUED:
            filled = [i for i in pairs if needed[i] > width >= sizes[i + 1] - _WORD]
            best = max(best, filled, key=len)
    return [i for i in best if not _is_apart(lines[i], lines[i + 1], said[i], said[i + 1])]


def _size(line: str) -> int:
    return len(line) if line.isascii() else len(compose(line))


def _is_apart(line: str, following: str, end: str, opening: str) -> bool:
    """Whether a line begins a paragraph, or an item, by its indentation or its first sign."""
    if following[:1].isspace() and not line[:1].isspace():
        return True
    if _is_spaceless(end[-1]) or _is_spaceless(opening[0]):
        return True
    return _OPENS_ITEM.match(opening) is not None


def _is_spaceless(letter: str) -> bool:
    return letter >= _SPACELESS[0][0] and any(a <= letter <= b for a, b in _SPACELESS)


def _is_running(said: Sequence[str], filled: Sequence[int]) -> bool:
    """Whether sentences run on across the breaks: with a small letter, or up to a stop below.

    Few breaks may be those of a headline or a list: across each must go on what is no capital.
    """
    stopped = {i for i, line in enumerate(said) if SENTENCE_END.search(line)}
    ends: dict[int, int] = {}  # of a filled line, the last line of its paragraph
    for i in reversed(filled):
        ends[i] = ends.get(i + 1, i + 1)
    closed = {i for i in filled if ends[i] in stopped and i not in stopped}
    if len(filled) >= _FEW:
        small = {i for i in filled if said[i + 1][0].islower()}
        return len(small | closed) >= _CONTINUED * len(filled)
    letters = {i for i in filled if said[i + 1][0].isalpha() and not said[i + 1][0].isupper()}
    long = {i for i in filled if _size(said[i]) >= _LONG}
    return bool(filled) and letters & long & closed == set(filled)
