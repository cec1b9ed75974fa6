"""The pictures of a body, each with the caption and the credit that stand beside it."""

from collections.abc import Sequence

from normalize.cues import Cues
from normalize.passage import Passage
from normalize.record import Image


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
    credit = None
    if said is not None:
        found = cues.picture_credit.search(said)
        if found is not None:
            credit = found["credit"].strip()
            said = said[: found.start()].rstrip(" -–—(") or None
    return Image(picture.url or "", picture.text or None, said, credit)
