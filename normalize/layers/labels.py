"""The labels of dates: what the words before a date, or behind it, say that it dates.

``Published: 2 May 2024 | Updated: 3 May 2024``; ``2024年5月2日公開 2024年5月3日更新``.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from normalize import dates
from normalize.cues import Cues
from normalize.dates import DateLiteral
from normalize.expression import expression
from normalize.layers.lines import dated
from normalize.prose import width

Kind = Literal["published", "modified", "crawl", "other"]
"""What a label says of a date; ``other``: nothing of the article (``Event date: 2 May 2024``)."""

LENGTH = 160
"""How long a line of labels and dates is at most, in code points."""

_REACH = 60
_AROUND = 45
_BESIDE_STOP = 12
# Where a label may begin: at a word, and anywhere in a run of a script without blanks.
_PLACE = expression(r"(?<![^\W\d_])[^\W\d_]|[\u3041-\u30ff\u3400-\u9fff]")
_COLON_END = expression(r"[^\W_][ \t\u00a0\u3000]*[:：][ \t\u00a0\u3000]*\Z")
_PARTED = expression(r"(?:^|[|｜/•·;；()（）\[\]–—-])[ \t\u00a0\u3000]*\Z")
_SIGNED = expression(r"[ \t\u00a0\u3000]*[:：=＝|｜]")
_LOOSE = " \t\u00a0\u3000:：=＝|｜/／,，、;；.·•-–—~()（）[]［］【】〔〕"
_STOP = expression(r"[.!?。！？؟।][\"'”’»)）\]]*\Z")
_MARKUP = expression(r"<[^<>]*>")


class _Label(NamedTuple):
    """A label in a piece of a line: its kind, and its span in the piece."""

    kind: str
    start: int
    end: int


def kinds(
    text: str, start: int, end: int, literals: Sequence[DateLiteral], words: Cues
) -> list[Kind | None]:
    """What each date of a line is labelled as; None without a label.

    A label stands before its date, also alone on the line above; in a line that begins with a date
    and ends with a label, behind.

    Args:
        text: The decoded text.
        start, end: The line, in code points.
        literals: Its dates, in order.
        words: The words of its language.
    """
    ends = [start, *(x.end for x in literals)]
    before = [_before(text[a : x.start], words) for a, x in zip(ends, literals, strict=False)]
    if before and before[0] is None:
        starts = [*(x.start for x in literals[1:]), end]
        behind = [_behind(text[a:b], words) for a, b in zip(ends[1:], starts, strict=True)]
        if behind[-1] is not None:
            return behind
        if not text[start : literals[0].start].strip(_LOOSE):
            before[0] = _above(text, start, words)
    return before


def _above(text: str, start: int, words: Cues) -> Kind | None:
    """The kind of the label that is all of the line above."""
    above = text[max(0, start - _REACH) : start].rstrip()
    line = max(above.rfind("\n"), above.rfind("\r"))
    return _behind(above[line + 1 :], words) if line >= 0 else None


def is_stamp(text: str, start: int, end: int, words: Cues) -> bool:
    """Whether a line is a stamp: a date and little else, or labels with their dates.

    Labels make a stamp of a line with more words, if it does not go on as a sentence.

    Args:
        text: The decoded text.
        start, end: The line without the blanks around it, in code points.
        words: The words of its language.
    """
    if end - start > LENGTH:
        return False
    line = dated(text, start, end, words.language)
    if line is not None and line.kind == "stamp":
        return True
    found = dates.scan(text, start, end, language=words.language)
    ends = [start, *(x.end for x in found)]
    pieces = [text[a:b] for a, b in zip(ends, [*(x.start for x in found), end], strict=True)]
    if not any(
        x.kind == "date" and _is_labelled(piece, words)
        for x, piece in zip(found, pieces, strict=False)
    ):
        return False
    letters = sum(_letters(piece, words) for piece in pieces)
    return letters <= (_BESIDE_STOP if _STOP.search(pieces[-1]) else _AROUND)


def opening(text: str, start: int, end: int, literal: DateLiteral, words: Cues) -> Kind | None:
    """What the label says that opens a paragraph with its first date, set against its text.

    That is ``Updated: 9 December 2024If you …``. Behind a label without a colon, as in ``Posted on
    5 May, the film …``, a date may be the sentence's own.

    Args:
        text: The decoded text.
        start, end: The paragraph, in code points.
        literal: Its first date.
        words: The words of its language.
    """
    label = next(_labels(text[start : min(literal.start, start + _REACH)], words), None)
    if label is None or label.start or not _SIGNED.match(text, start + label.end, literal.start):
        return None
    gap = text[start + label.end : literal.start]
    return None if gap.strip(_LOOSE) or literal.end >= end else _kind(label)


def _is_labelled(piece: str, words: Cues) -> bool:
    """Whether what stands before a date is labels: set apart, or with a sign behind them."""
    labels = list(_labels(piece, words))
    if not labels:
        return False
    first, last = labels[0], labels[-1]
    if last.kind not in ("published", "modified"):
        return False
    opens = not piece[: first.start].strip(_LOOSE)
    return bool(opens or _PARTED.search(piece, 0, last.start) or _SIGNED.match(piece, last.end))


def _letters(piece: str, words: Cues) -> int:
    """How many letters of a piece are no label's."""
    labelled = sum(width(piece, x.start, x.end) for x in _labels(piece, words))
    return width(piece, 0, len(piece)) - labelled


def _before(piece: str, words: Cues) -> Kind | None:
    """The kind of the last label before a date; ``other`` for words with a colon that are none."""
    last = next(reversed([*_labels(piece[-_REACH:], words)]), None)
    if last is not None and (kind := _kind(last)) is not None:
        return kind
    return "other" if last is None and _COLON_END.search(piece) else None


def _behind(piece: str, words: Cues) -> Kind | None:
    """The kind of the label that is all that stands behind a date."""
    said = piece[:_REACH].strip(_LOOSE)
    found = words.labels.at(f"{said}:", 0) if _PLACE.match(said) else None
    if found is None or found.lastgroup is None or found.end(found.lastgroup) < len(said):
        return None
    return _kind(_Label(found.lastgroup, *found.span(found.lastgroup)))


def _kind(label: _Label) -> Kind | None:
    match label.kind:
        case "published" | "modified" | "crawl" as kind:
            return kind
        case _:
            return None


def _labels(piece: str, words: Cues) -> Iterator[_Label]:
    """The labels of a piece of a line, from left to right.

    Behind other words a label is one only if it needs no colon: ``Date:`` is, ``Event date:`` not.
    """
    if "<" in piece:
        piece = _MARKUP.sub(lambda tag: " " * len(tag[0]), piece)
    said = piece.rstrip(_LOOSE)
    signed = f"{said}:"
    done = 0
    for place in _PLACE.finditer(said):
        start = place.start()
        found = words.labels.at(signed, start) if start >= done else None
        if found is not None and found.lastgroup is not None:
            end = found.end(found.lastgroup)
            parted = not said[done:start].strip(_LOOSE) or _PARTED.search(said, done, start)
            if parted or words.labels.match(f"{said[start:end]} "):
                done = end
                yield _Label(found.lastgroup, start, end)
