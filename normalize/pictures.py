"""The pictures of a body, each with the caption and the credit that stand beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from normalize.cues import Cues
from normalize.expression import expression
from normalize.passage import Passage
from normalize.record import Image

# What parts a caption from the credit behind it: a sentence's end, a sign; an initial is none.
_PARTED = expression(
    r"(?<=\w\w)(?P<stop>(?:[.!?…][)”»\"]?\s|[。！？]))\s*|\s[-–—]\s|\s/(?!\s)|[|｜(（\[［【©ⓒ:：]\s?"
)
# `AGENCY/Jane Doe` or `AGENCY Photo/Jane Doe` in the brackets that end a line: more than one word,
# as editors sign a text with initials behind a slash.
_BRACKETED = expression(
    r"[(（\[［](?P<credit>(?P<agency>[^()（）\[\]\n/]{2,40}?)(?: Photo| Foto)?/ ?"
    r"(?P<name>[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){1,3}))[)）\]］]\s*[.。]?\s*\Z"
)
_CLOSING = frozenset(")）]］")
_OUTER = " -–—(（[［【)）]］】|｜©ⓒ/／.。"
_REACH = 200
_NAME = 40


class Credit(NamedTuple):
    """Whom a caption credits, and where the caption itself ends."""

    name: str
    start: int


def credit(text: str, cues: Cues) -> Credit | None:
    """The credit that ends a line, if one does: behind its label, or by a picture agency.

    Args:
        text: One line.
        cues: The words of its language.
    """
    labelled = cues.picture_credit.search(text)
    if labelled is not None and not _is_in_address(text, labelled.start("credit")):
        return Credit(labelled["credit"].strip(" ,"), labelled.start())
    reach = max(0, len(text) - _REACH)
    if text.rstrip().rstrip(".。").rstrip()[-1:] in _CLOSING:
        bracketed = _BRACKETED.search(text, reach)
        if bracketed is not None and _is_signed(bracketed["agency"], bracketed["name"], cues):
            return Credit(bracketed["credit"], bracketed.start())
    agency = cues.picture_agency.search(text)
    if agency is None:
        return None
    start = end = 0
    for parted in _PARTED.finditer(text, reach, agency.start("agency")):
        # A stop belongs to the caption's last sentence.
        start = parted.start() + len(parted["stop"] or "")
        end = parted.end()
    if agency.start("agency") - end > _NAME:
        start, end = agency.start(), agency.start("agency")
    return Credit(text[end:].strip(_OUTER), start)


def _is_in_address(text: str, place: int) -> bool:
    """Whether the word that goes on at a place is an address, whose slashes part no label."""
    return "://" in text[text.rfind(" ", 0, place) + 1 : place]


def _is_signed(agency: str, name: str, cues: Cues) -> bool:
    """Whether these are an agency and a person: not two agencies, whose text it would be."""
    known = cues.agencies.fullmatch(agency) or cues.picture_agency.fullmatch(agency)
    return bool(known) and not name[0].islower() and not cues.agencies.fullmatch(name)


def images(passages: Sequence[Passage], cues: Cues) -> tuple[Image, ...]:
    """The pictures, in order.

    A caption belongs to the picture above it; one that has text between belongs to none, unless a
    picture follows at once.
    """
    found: list[tuple[Passage, Passage | None]] = []
    loose: Passage | None = None
    open_ = False
    for passage in passages:
        if passage.role == "image":
            found.append((passage, loose))
            open_, loose = loose is None, None
        elif passage.role == "caption":
            if open_:
                found[-1] = found[-1][0], passage
                open_ = False
            else:
                loose = passage
        elif passage.role == "body":
            open_, loose = False, None
    return tuple(_image(picture, caption, cues) for picture, caption in found)


def _image(picture: Passage, caption: Passage | None, cues: Cues) -> Image:
    said = caption.text if caption is not None else None
    found = credit(said, cues) if said is not None else None
    if said is not None and found is not None:
        said = said[: found.start].rstrip(" -–—(") or None
    name = found.name if found is not None else None
    return Image(picture.url or "", picture.text or None, said, name)
