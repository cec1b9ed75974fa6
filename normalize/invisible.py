"""Marks that no reader sees: soft hyphens, joiners and blanks of no width.

They say where a line may break, or come from editors and from those who mark copies; searching and
counting trip over them. Where a script needs them they stay: joiners in Arabic, Indic and other
scripts whose letters change shape, and in emoji; blanks of no width between the words of scripts
that are written without blanks. Marks of direction stay everywhere.

Source: Unicode 16.0, 23.2 (layout controls); UAX #31, 2.3 (joiners that make a difference).
"""

from normalize.expression import expression
from normalize.passage import Passage, moved

_JOINED = (  # letters that change shape beside others, and emoji
    "\u0600-\u07ff\u0860-\u0dff\u0f00-\u109f\u1780-\u18af\u1a20-\u1bff\u1cd0-\u1cff\u20e3"
    "\u2190-\u2bff\ua840-\ua87f\ua8e0-\uaadf\uabc0-\uabff\ufb50-\ufdff\ufe0f\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001f000-\U0001faff\U000e0020-\U000e007f"
)
_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1bff\ua980-\uaadf"
_MARK = rf"(?:[\xad\u2060\ufeff]|(?<![{_SPACELESS}])\u200b|(?<![{_JOINED}])[\u200c\u200d])"
# With them goes the second of two blanks around them, and the blank to an edge of the line.
_UNSEEN = expression(rf"(?<![^ \t\n]){_MARK}++ ?|(?: (?={_MARK}))?{_MARK}++(?![^\t\n])|{_MARK}++")


def strip(text: str) -> str:
    """A text without them."""
    return text if text.isascii() or text.isprintable() else _UNSEEN.sub("", text)


def remove(passages: list[Passage]) -> list[Passage]:
    """Take them out of the texts of passages, and note how many; code stays as it is.

    Args:
        passages: In order; changed in place. Their pieces go on to hold the marks.

    Returns:
        The passages that still say something.
    """
    empty = False
    for passage in passages:
        text = passage.text
        if text.isascii() or text.isprintable() or passage.type == "code":
            continue
        shown = _UNSEEN.sub("", text)
        if shown == text:
            continue
        passage.unseen = len(text) - len(shown)
        passage.links = moved(text, passage.links, strip)
        if passage.items is not None:
            passage.items = [strip(item) for item in passage.items]
        if passage.rows is not None:
            passage.rows = [[strip(cell) for cell in row] for row in passage.rows]
        passage.text = shown
        empty = empty or not shown.strip()
    if not empty:
        return passages
    return [passage for passage in passages if passage.text.strip() or passage.type == "image"]
