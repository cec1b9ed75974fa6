"""What is wrong with a text itself: copies, words that were broken or spaced out, unseen marks.

They are only named: what was meant cannot be told for certain, and the text stays as written.
"""

from collections.abc import Iterator, Sequence

from normalize.bodies import MERGED
from normalize.expression import expression
from normalize.layers.layer import problem
from normalize.layout import BELOW, BY_LOOK
from normalize.passage import Passage
from normalize.record import Problem

_COPY = 60  # from how many characters on a paragraph that stands there twice is no refrain
_BROKEN = expression(r"[^\W\d_]{2}[-\u2010]\r?\n(?=[^\W\d_])")
# A letter alone, between others of its kind; the blank comes first, which is sought fastest, then
# what is seldom behind one and quickly seen.
_SPACED = expression(
    r" (?=. . )(?=[^\W\d_] )(?<=[^\W\d_] )(?<![^\W_]{2} )(?:[^\W\d_] ){2,}[^\W\d_](?![^\W_])"
)
_HANGUL = expression("[\uac00-\ud7a3]")
_SHOWN = 60


def problems(passages: Sequence[Passage], source: str) -> Iterator[Problem]:
    """The problems of the passages that make the text.

    Args:
        passages: In order, with their roles.
        source: The decoded text.
    """
    body = [passage for passage in passages if passage.role == "body"]
    yield from _left_out(passages, body)
    yield from _copies(body)
    if passages and MERGED in passages[-1].hints:
        said = "there are more blocks than an article has; from here on they are one"
        yield problem("blocks-merged", said, passages[-1].start, passages[-1].end)
    marks = [passage for passage in body if passage.unseen]
    if marks:
        count = sum(passage.unseen for passage in marks)
        said = f"soft hyphens and marks of no width left out of the text: {count:,}"
        yield problem("invisible-characters", said, marks[0].start, marks[0].end)
    texts = [passage for passage in body if passage.type not in ("code", "table")]
    # One search through all of it tells that there is none, as nearly always.
    for passage in texts if _SPACED.search("\n".join(p.text for p in texts)) else ():
        spaced = (m.span() for m in _SPACED.finditer(passage.text))
        word = next(((a - 1, b) for a, b in spaced if _is_word(passage.text[a - 1 : b])), None)
        if word is not None:
            start, end = word
            places = passage.offset(source, start), passage.offset(source, end - 1) + 1
            yield problem("letter-spaced", repr(passage.text[start:end][:_SHOWN]), *places)
            break
    yield from _broken(body, source)


def _left_out(passages: Sequence[Passage], body: Sequence[Passage]) -> Iterator[Problem]:
    """Lines between paragraphs that nothing but their look made the page's, and sentences below.

    Below the end of the text they are told where nothing else there is a page's.
    """
    lines = [p for p in passages if p.role == "navigation" and p.reason.startswith(BY_LOOK)]
    amid = [p for p in lines if body and body[0].start < p.start < body[-1].start]
    if amid:
        said = f"lines between paragraphs, left out of the text by their look: {len(amid):,}"
        yield problem("lines-left-out", said, amid[0].start, amid[0].end)
    below = [p for p in passages if body and p.start > body[-1].start]
    sentences = [p for p in below if p.is_prose]
    if sentences and all(p.reason.startswith((BELOW, BY_LOOK)) for p in below):
        said = f"sentences below the end of the article, left out of the text: {len(sentences):,}"
        yield problem("lines-left-out", said, sentences[0].start, sentences[0].end)


def _is_word(letters: str) -> bool:
    """Whether letters could be one word: of one kind, and no syllables of Korean."""
    letters = letters.replace(" ", "")
    if _HANGUL.search(letters):
        return False
    if letters.upper() == letters.lower():
        return True
    cased = all(letter.upper() != letter.lower() for letter in letters)
    return cased and (letters.isupper() or letters[1:].islower())


def _copies(body: Sequence[Passage]) -> Iterator[Problem]:
    """Paragraphs that stand there again; code and tables are shown again with cause."""
    seen: set[str] = set()
    for passage in body:
        if len(passage.text) >= _COPY and passage.type not in ("code", "table"):
            if passage.text in seen:
                said = f"{passage.text[:_SHOWN]!r} again"
                yield problem("repeated-paragraph", said, passage.start, passage.end)
            seen.add(passage.text)


def _broken(body: Sequence[Passage], source: str) -> Iterator[Problem]:
    """The first word that a line end parts at a hyphen, and how many there are."""
    start, end = (body[0].start, body[-1].end) if body else (0, 0)
    marks = ("-\n", "-\r\n", "\u2010\n", "\u2010\r\n")
    if all(source.find(mark, start, end) < 0 for mark in marks):
        return
    parted = [
        found for found in _BROKEN.finditer(source, start, end) if source[found.end()].islower()
    ]
    if parted:
        said = f"words parted by a hyphen at the end of a line: {len(parted):,}"
        yield problem("hyphenated-words", said, *parted[0].span())
