"""NRM1xx, too: characters that a text is better without, or that are spelled another way."""

import re
import unicodedata
from collections.abc import Iterator

from normalize.expression import expression
from normalize.gate.counts import times
from normalize.gate.finding import Edit, Fault
from normalize.gate.registry import rule
from normalize.gate.subject import Subject

_CONTROL = expression("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_UNSEEN = expression("[\xad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0001-\U000e007f]")
_TURNING = expression("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms, written from right to left.
_RIGHT_TO_LEFT = expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Lao, Thai, Burmese, Khmer, Tibetan: without blanks between words, which U+200B may part.
_UNSPACED = expression("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
_TRAILING = expression(r"(?<![ \t])[ \t]++(?=[\r\n]|\Z)")
_UNSTABLE = expression(r"[\x00-\x7f]?[^\x00-\x7f]+")
_LINE_END = expression("\r\n?|\n")


@rule("NRM109", "control-character", "warning", default=True, mend="unsafe")
def control(subject: Subject) -> Iterator[Fault]:
    r"""The text holds control characters.

    Why: They come from terminals, broken conversions or cut-off bytes, and JSON, XML and people
    cannot show them.
    Fails:
        Rain again

        Rain fell in the \x08night, and the streets were wet.
    Passes:
        Rain again

        Rain fell in the night, and the streets were wet.
    Mend: `--unsafe-fixes` drops them; look whether a letter was lost there.
    """
    yield from _dropped(subject, _CONTROL, "control character")


@rule("NRM110", "invisible-character", "info", mend="safe", problems=("invisible-characters",))
def invisible(subject: Subject) -> Iterator[Fault]:
    r"""The text holds characters that cannot be seen: zero-width blanks, soft hyphens, marks.

    Why: Words that look the same are not, so that counts, searches and duplicates miss them.
    Joiners are left alone, as are breaks in scripts without blanks and marks of direction beside
    right-to-left letters.
    Fails:
        ---
        title: Rain again
        ---

        Rain fell in the night.

        <!-- the map\u200b is to come -->

        The streets were wet.
    Passes:
        ---
        title: Rain again
        ---

        Rain fell in the night.

        <!-- the map is to come -->

        The streets were wet.
    Mend: `--fix` drops them where no field and no text holds them, `--unsafe-fixes` anywhere.
    """
    text = subject.text
    if text.isascii():
        return
    unseen = [f for f in _UNSEEN.finditer(text) if f[0] != "\u200b" or not _UNSPACED.search(text)]
    turning = [] if _RIGHT_TO_LEFT.search(text) else list(_TURNING.finditer(text))
    edits = [Edit(*span) for span in sorted(found.span() for found in (*unseen, *turning))]
    if not edits or not subject.is_text:
        return
    between = subject.between(edits)
    within = tuple(edit for edit in edits if edit not in between)
    for some, is_safe in ((within, False), (between, True)):
        if some:
            start, end, _ = some[0]
            where = "between the fields" if is_safe else "within the article"
            shown = ascii(text[start:end])[1:-1]
            message = f"{times(len(some), 'invisible character')} {where}, such as {shown}"
            yield Fault(message, start, end, some, is_safe=is_safe)


@rule("NRM111", "not-nfc", "info", mend="safe")
def not_nfc(subject: Subject) -> Iterator[Fault]:
    r"""Some characters are not in Unicode's composed form (NFC).

    Why: The same word is spelled in two ways, which no comparison of bytes takes for the same.
    Fails:
        Cafe\u0301 au lait

        Le cafe\u0301 a rouvert ses portes hier, dit la mairie.
    Passes:
        Café au lait

        Le café a rouvert ses portes hier, dit la mairie.
    Mend: `--fix` composes them.
    """
    text = subject.text
    if text.isascii() or not subject.is_text or unicodedata.is_normalized("NFC", text):
        return
    edits = []
    for found in _UNSTABLE.finditer(text):
        composed = unicodedata.normalize("NFC", found[0])
        if composed != found[0]:
            edits.append(Edit(*found.span(), composed))
    if edits:
        message = f"{times(len(edits), 'place')} not composed"
        yield Fault(message, edits[0].start, edits[0].end, tuple(edits))


@rule("NRM112", "trailing-blanks", "info", mend="safe")
def trailing(subject: Subject) -> Iterator[Fault]:
    r"""Lines end in blanks, other than the two that break a line in Markdown.

    Why: They make differences that nobody sees.
    Fails:
        Rain again

        Rain fell in the night, and the streets were wet.\s\s\s
    Passes:
        Rain again

        Rain fell in the night, and the streets were wet.
    Mend: `--fix` drops them.
    """
    text = subject.text
    breaks = subject.record.layers[-1:] != ("text",)
    places = [
        found.span()
        for found in _TRAILING.finditer(text)
        if not (breaks and _is_break(text, *found.span()))
    ]
    if places and subject.is_text:
        message = f"{times(len(places), 'line')} with blanks at the end"
        yield Fault(message, *places[0], tuple(Edit(*place) for place in places))


def _is_break(text: str, start: int, end: int) -> bool:
    """Whether blanks break a line in Markdown: two or more behind text, with text below."""
    behind = start > 0 and text[start - 1] not in "\r\n"
    below = _LINE_END.match(text, end)
    return (
        behind
        and end - start > 1
        and below is not None
        and text[below.end() : below.end() + 1].strip() != ""
    )


def _dropped(subject: Subject, pattern: re.Pattern[str], what: str) -> Iterator[Fault]:
    """A fault with an edit that drops each match."""
    if not subject.is_text:
        return
    edits = tuple(Edit(*found.span()) for found in pattern.finditer(subject.text))
    if edits:
        start, end, _ = edits[0]
        shown = ascii(subject.text[start:end])[1:-1]
        yield Fault(f"{times(len(edits), what)}, such as {shown}", start, end, edits)
