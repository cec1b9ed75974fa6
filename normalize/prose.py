"""What a line shows by its length and its end: running text, or a headline, a label, a stamp."""

from normalize.expression import expression

_STOPS = ".!?…。！？।؟۔"
SENTENCE_END = expression(rf"[{_STOPS}]['\"”’»›」』)\]]*\Z")
"""A stop at the end of a text, and what closes behind it."""

# Emoji, pictographs and what joins or varies them.
_FIRST_SYMBOL = "\u200d"
_SYMBOLS = expression(r"[\s\u200d\u2190-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff]+\Z")
_CLOSING = "'\"”’»」』)]"
_END_PUNCTUATION = frozenset(".!?…:;,。！？：；，।؟۔")
_LETTERS = expression(r"[^\W\d_]+")
_WIDE = expression(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
_NARROW = bytes(range(0x30))
# Thai, Lao, Burmese and Khmer end no sentence with a stop of their own.
_UNSTOPPED = expression(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_SENTENCE = 60
_UNSTOPPED_SENTENCE = 90
_LONG = 220


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether a line reads as a sentence of running text rather than as a headline or a label."""
    if end - start > _LONG:
        return True
    # Most lines end with a letter or with a stop.
    last = text[end - 1 : end]
    if last.isalnum() or not (
        last in _STOPS or SENTENCE_END.search(text, max(start, end - 4), end)
    ):
        return end - start > _UNSTOPPED_SENTENCE and bool(_UNSTOPPED.search(text, start, end))
    if end - start >= _SENTENCE:
        return True
    return is_wide(text[start:end]) and width(text, start, end) >= _SENTENCE


def width(text: str, start: int, end: int) -> int:
    """How many letters stand there; one of a script that writes words in few counts as three."""
    part = text[start:end]
    letters = len("".join(_LETTERS.findall(part)))
    return letters + 2 * wide_letters(part)


def wide_letters(part: str) -> int:
    """How many letters are of a script that writes words in few."""
    return len(_WIDE.findall(part)) if is_wide(part) else 0


def is_wide(text: str) -> bool:
    """Whether a text has letters of a script that writes words in few."""
    if text.isascii():
        return False
    # The upper bytes of its UTF-16 tell in a sixth of the time that nearly no text has any.
    pages = text.encode("utf-16-be", "surrogatepass")[::2].translate(None, _NARROW)
    return bool(pages) and _WIDE.search(text) is not None


def is_closed(text: str) -> bool:
    """Whether a line ends with punctuation, emoji behind it left aside."""
    said = text.rstrip()
    said = _SYMBOLS.sub("", said) if said[-1:] >= _FIRST_SYMBOL else said
    return said.rstrip(_CLOSING)[-1:] in _END_PUNCTUATION
