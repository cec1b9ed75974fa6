"""Leads and teasers: a first paragraph that a later one restates, a title with its teaser."""

from collections.abc import Iterable

from normalize.expression import expression

_FIRST_WORD = expression(r"[^\W\d_]{2,}")
_CLOSING = "_”’»\"')"
_SHORTEST_TITLE = 20
_LONGEST_TITLE = 200
_WORD = expression(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")
_FEWEST = 8
_SHARE = 0.5
_RUN = 8
"""How many words in a row the later paragraph takes up; as many names of institutions have few."""


def restates(later: Iterable[str], first: str) -> bool:
    """Whether one of the later paragraphs says the first again.

    It does where it has half of its words and takes up a run of them as it stands.

    Args:
        later: The paragraphs below it.
        first: The paragraph that may be a lead.
    """
    said = _WORD.findall(first.casefold())
    words = set(said)
    if len(words) < _FEWEST:
        return False
    runs = _runs(said)
    for text in later:
        again = _WORD.findall(text.casefold())
        if len(words.intersection(again)) >= _SHARE * len(words) and runs & _runs(again):
            return True
    return False


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[i:] for i in range(_RUN)), strict=False))


def parted(text: str) -> tuple[str, str | None]:
    """Title and teaser of one line, where the teaser begins with the title's first word again."""
    first = _FIRST_WORD.match(text)
    if first is not None:
        word = f" {first[0]}"
        place = text.find(word, _SHORTEST_TITLE, _LONGEST_TITLE)
        while place >= 0:
            end = place + len(word)
            whole = end == len(text) or not (text[end].isalnum() or text[end] == "_")
            if whole and (text[place - 1] in _CLOSING or text[place - 1].isalnum()):
                return text[:place], text[place + 1 :]
            place = text.find(word, end, _LONGEST_TITLE)
    return text, None
