"""HTML: tags, texts and references become passages."""

from collections.abc import Sequence

from normalize.bodies.html_folding import MEDIA, address, fold
from normalize.bodies.html_nesting import Misnested, nest
from normalize.bodies.tokens import split
from normalize.passage import Passage


def read(text: str, start: int = 0, end: int | None = None) -> list[Passage]:
    """The passages of a body in HTML, from a fragment of a feed to a whole document.

    Nothing is judged here: each passage of visible text is there, with what the markup says of it
    in ``hints`` (see ``html_hints``). In no passage are scripts, styles, templates, comments,
    hidden elements and what stands in for media.

    Args:
        text: The decoded text.
        start: Where the HTML begins in it, in code points.
        end: Where it ends; by default at the end of the text.

    Returns:
        Passages in the order of the text. Their spans index ``text``; no two pieces overlap.
    """
    stop = len(text) if end is None else end
    try:
        passages = fold(nest(split(text, start, stop), text, stop), text, start, stop)
    except Misnested:
        from normalize.bodies.html_tree import mend

        passages = fold(mend(split(text, start, stop), text, stop), text, start, stop)
    forget(passages)
    return passages


def forget(passages: Sequence[Passage]) -> None:
    """Drop the hints that all texts have: what is true of all tells none of them apart."""
    texts = [passage for passage in passages if passage.type != "image"]
    if len(texts) > 1 and (common := frozenset.intersection(*[p.hints for p in texts])):
        kept = {hints: hints - common for hints in {p.hints for p in passages}}
        for passage in passages:
            passage.hints = kept[passage.hints]


def embedded(text: str, start: int, end: int) -> list[str]:
    """The addresses of the players and frames in a stretch of HTML, such as shows no text."""
    tags = (token for token in split(text, start, end) if token[0] == "start")
    return [url for tag in tags if tag[1] in MEDIA and (url := address(tag))]


def nests(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether HTML goes the short way, without the tree builder."""
    stop = len(text) if end is None else end
    try:
        for _ in nest(split(text, start, stop), text, stop):
            pass
    except Misnested:
        return False
    return True
