"""What of a page's head is the page's own: menus, labels, credits, prompts; and its site's name.

Shape tells most of it; the words of the language's press tell the rest.
"""

import re

from normalize import cues, language, people
from normalize.cues import Cues
from normalize.expression import expression
from normalize.record import scrub

_PROBE = 4000
_LINE = 40
# Bars, bullets, arrows, addresses, files and the marks of a picture's caption.
_FURNITURE = expression(
    r"\s[»›>•·]\s|[▲△▼◀]|^[«<|]|^[*•·▪●◦‣]\s|[»›|]\Z|https?://|www\.|@\w|[©®ⓒ]"
    r"|\.(?:jpe?g|png|webp|gif)\b|[a-z]_[a-z]"
    r"|[（(](?:圖|图|写真|Ảnh|Photo|Foto|Фото|صورة)(?!\w*[)）])"
    # The page number that a newspaper's electronic edition prints.
    r"|第\s?[A-Z]?\d{1,3}版",
    re.IGNORECASE,
)
# Each of them has one of these signs.
_SIGN = expression(r"[»›>•·▲△▼◀«<|*▪●◦‣:.@©®ⓒⒸ_(（第]")
_QUOTED = expression(r"«[^»|]*»")
# A label and its value: `Source: …`. A headline has more before its colon, or a blank before it.
# `Views: 1,204` is one too, `Storm: 30 000 homes without power` is not.
_LABELLED = expression(
    r"[^\W\d_]{2,12}[:：](?=\S)"
    r"|(?:[^\W\d_]{2,14} ?){1,2}[:：]\s*\d(?!\S*+(?:\s\d\S*+)*+(?:\s[^\W\d_]\S*+){2})"
)
_PROMPT = 60
_BAR = expression(r"\s[|｜]\s")


def words(text: str, start: int) -> Cues:
    """The words of the language that the page's first long lines are in.

    Args:
        text: The decoded text.
        start: Where the head begins, in code points.
    """
    beginning = text[start : start + _PROBE]
    long = [line for line in beginning.splitlines() if len(line) >= _LINE]
    return cues.load(language.detect(scrub("\n".join(long) or beginning)))


def is_furniture(line: str, words: Cues) -> bool:
    """Whether a line of the head is a menu's, a label, a caption, a credit or a prompt."""
    if (
        (_SIGN.search(line) and _FURNITURE.search(_QUOTED.sub("", line)))
        or _LABELLED.match(line)
        or len(_BAR.findall(line)) > 2
    ):
        return True
    if words.heading(line) or people.credits(line, words):
        return True
    label = words.labels.match(line)
    if label is not None and (
        label.end() == len(line) or line[label.end(1) :].strip()[:1] in ":："
    ):
        return True
    prompt = words.prompts.match(line)
    if prompt is not None and prompt.lastgroup not in ("more", "about") and len(line) <= _PROMPT:
        return True
    if words.agencies.fullmatch(line):
        return True
    credit = words.picture_credit.search(line)
    return credit is not None and line[credit.start() :].lstrip()[:1] in "([（［"
