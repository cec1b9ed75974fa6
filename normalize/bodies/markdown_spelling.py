"""From the stretches of a run of inline content to its plain text, with what spells it."""

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import Self

from attrs import Factory, define

from normalize.bodies.markdown_syntax import Line, Reference
from normalize.passage import Passage
from normalize.span import Span


@define(slots=True, eq=False)
class Node:
    """A stretch of the content and what it spells; ``inner`` where it is a picture."""

    start: int
    end: int
    text: str
    inner: "Picture | Passage | None" = None


@define(slots=True, eq=False)
class Picture:
    """A picture: its place, its address and the stretches of its alternative text."""

    start: int
    end: int
    target: Reference
    nodes: list[Node]


@define(slots=True, eq=False)
class Inline:
    """What a run of inline content says.

    Attributes:
        text: Its plain text.
        pieces: The spans that spell it.
        links: Targets with their place in ``text``.
        images: Its pictures, in order.
        leading: How many of them stand before the text.
        stressed: Whether all of the text is emphasised.
    """

    text: str
    pieces: list[Span]
    links: list[tuple[str, int, int]] = Factory(list)
    images: list[Passage] = Factory(list)
    leading: int = 0
    stressed: bool = False


@define(slots=True, eq=False)
class Content:
    r"""Lines joined without their marks and the blanks around them.

    Attributes:
        text: The lines, parted by ``\n``; two blanks before it where they make a hard break.
        starts: The place of each line in it.
        places: The place of each line in the whole text.
    """

    text: str
    starts: list[int]
    places: list[int]

    @classmethod
    def of(cls, text: str, lines: list[Line]) -> Self:
        """The content of lines of a text."""
        starts, places, parts, length = [], [], [], 0
        for start, end, _ in lines:
            line = text[start:end]
            bare = line.strip()
            if not bare:
                continue
            starts.append(length)
            places.append(start if line == bare else start + len(line) - len(line.lstrip()))
            parts.append(bare + "  " if line.endswith("  ") else bare)
            length += len(parts[-1]) + 1
        return cls("\n".join(parts).rstrip(), starts, places)

    def lines(self) -> list[Span]:
        """The spans of the lines in the whole text."""
        ends = [*self.starts[1:], len(self.text) + 1]
        return [
            (place, place + end - start - 1)
            for start, end, place in zip(self.starts, ends, self.places, strict=True)
        ]

    def place(self, at: int) -> int:
        """The place in the whole text of a place in the content."""
        line = bisect_right(self.starts, at) - 1
        return self.places[line] + at - self.starts[line]

    def span(self, start: int, end: int) -> Span:
        """The span in the whole text of a stretch that is not empty."""
        return self.place(start), self.place(end - 1) + 1


def spell(
    content: Content, nodes: list[Node], links: list[tuple[str, int, int]], stresses: list[Span]
) -> Inline:
    """Join stretches to a text.

    Args:
        content: What they are stretches of.
        nodes: In order.
        links: Targets with the stretches they hold, half open; no two overlap.
        stresses: What is emphasised, in the content.
    """
    text, pieces, places = _join(content, nodes)
    inline = Inline(text, pieces)
    indices = []
    for i, node in enumerate(nodes):
        if node.inner is not None:
            indices.append(i)
            inner = node.inner
            inline.images.append(_image(content, inner) if isinstance(inner, Picture) else inner)
            inline.leading += not places[i]
    for url, first, last in sorted(links, key=itemgetter(1)) if len(links) > 1 else links:
        start, end = places[min(first, len(nodes))], places[min(last, len(nodes))]
        shown: list[Passage] = []
        if indices:
            shown = inline.images[bisect_left(indices, first) : bisect_left(indices, last)]
            for image in shown:
                image.links.append((url, 0, len(image.text)))
        label = text[start:end]
        bare = label.strip()
        if bare or not shown:
            start += label.index(bare)
            inline.links.append((url, start, start + len(bare)))
    inline.stressed = bool(stresses) and _covers(stresses, nodes)
    return inline


def _join(content: Content, nodes: list[Node]) -> tuple[str, list[Span], list[int]]:
    """The text of stretches, its pieces, and the place of each stretch in it."""
    parts: list[str] = []
    pieces: list[Span] = []
    places = []
    length = 0
    last = "\n"
    for node in nodes:
        places.append(length)
        text, first = node.text, node.start
        if text and text[0] in " \n" and last in " \n":
            if text == "\n" and last == " ":
                parts[-1] = parts[-1][:-1]
                length -= 1
            else:
                text = text[1:]
                first = node.end - len(content.text[first : node.end].lstrip())
        if not text:
            continue
        if first < node.end:
            start = content.place(first)
            end = start + node.end - first
            if pieces and pieces[-1][1] == start:
                pieces[-1] = (pieces[-1][0], end)
            else:
                pieces.append((start, end))
        parts.append(text)
        length += len(text)
        last = text[-1]
    places.append(length)
    text = "".join(parts)
    if last in " \n":
        text = text.rstrip()
        places = [min(place, len(text)) for place in places]
    return text, pieces, places


def _image(content: Content, picture: Picture) -> Passage:
    """The passage of a picture; pictures within its alternative text are part of that."""
    nodes = []
    todo = picture.nodes[::-1]
    while todo:
        node = todo.pop()
        if isinstance(node.inner, Picture):
            todo += reversed(node.inner.nodes)
        else:
            nodes.append(node)
    alt, pieces, _ = _join(content, nodes)
    url, url_span = picture.target
    start, end = content.place(picture.start), content.place(picture.end - 1) + 1
    return Passage("image", start, end, alt, pieces, url=url, url_span=url_span)


def _covers(stresses: list[Span], nodes: list[Node]) -> bool:
    """Whether every stretch that spells more than blanks is emphasised."""
    stresses = sorted(stresses)
    i = reach = 0
    for node in nodes:
        if not node.text.strip():
            continue
        while i < len(stresses) and stresses[i][0] <= node.start:
            reach = max(reach, stresses[i][1])
            i += 1
        if node.end > reach:
            return False
    return True
