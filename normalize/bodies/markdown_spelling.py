"""From the stretches of a run of inline content to its plain text, with what spells it."""

from bisect import bisect_right
from operator import itemgetter

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


class Content:
    """Lines joined without their marks and the blanks around them.

    Attributes:
        text: The lines, parted by ``\\n``; two blanks before it where they make a hard break.
    """

    __slots__ = ("_places", "_starts", "text")

    def __init__(self, text: str, lines: list[Line]) -> None:
        starts, places, parts, length = [], [], [], 0
        for start, end, _ in lines:
            line = text[start:end]
            bare = line.strip()
            starts.append(length)
            places.append(start + len(line) - len(line.lstrip()) if line != bare else start)
            parts.append(bare + "  " if line.endswith("  ") else bare)
            length += len(parts[-1]) + 1
        self.text = "\n".join(parts).rstrip()
        self._starts, self._places = starts, places

    def place(self, at: int) -> int:
        """The place in the whole text of a place in the content."""
        line = bisect_right(self._starts, at) - 1
        return self._places[line] + at - self._starts[line]

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
    images = {}
    for i, node in enumerate(nodes):
        if node.inner is not None:
            image = _image(content, node.inner) if isinstance(node.inner, Picture) else node.inner
            images[i] = image
            inline.images.append(image)
            inline.leading += not places[i]
    for url, first, last in sorted(links, key=itemgetter(1)):
        start, end = places[min(first, len(nodes))], places[min(last, len(nodes))]
        label = text[start:end]
        if bare := label.strip():
            start += label.index(bare)
            inline.links.append((url, start, start + len(bare)))
        else:
            for i in range(first, min(last, len(nodes))):
                if i in images:
                    images[i].links.append((url, 0, len(images[i].text)))
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
        text = node.text
        if text and text[0] in " \n" and last in " \n":
            if text == "\n" and last == " ":
                parts[-1] = parts[-1][:-1]
                length -= 1
            else:
                text = text[1:]
        if not text:
            continue
        if node.start < node.end:
            start = content.place(node.start)
            end = start + node.end - node.start
            if pieces and pieces[-1][1] == start:
                pieces[-1] = (pieces[-1][0], end)
            else:
                pieces.append((start, end))
        parts.append(text)
        length += len(text)
        last = text[-1]
    text = "".join(parts).rstrip()
    places.append(length)
    return text, pieces, [min(place, len(text)) for place in places]


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
