"""The passages of a body while its texts and breaks come in."""

from itertools import accumulate
from typing import TYPE_CHECKING

from normalize.bodies import html_hints as hints
from normalize.bodies import html_pictures as pictures
from normalize.bodies.tokens import Kind, Plain
from normalize.markup import unescape
from normalize.passage import BlockType, Passage
from normalize.span import Span

if TYPE_CHECKING:
    from normalize.bodies.html_boxes import List, Table

_TAGS = hints.HINTS["tags"]
_KINDS = hints.PRE | hints.CAPTION | hints.HEADING | hints.QUOTE
_EMPHASIS = hints.BOLD | hints.EM
_LEAD = hints.HINTS["lead"]
_META_LINE = 160  # characters of a line in which a stamp or byline may stand among other words
_LABEL = 40  # characters: the longest label beside share links
_NEAR = 8  # pictures between a text and what is embedded below it
_BREAK = "\0"  # a line break among the texts of a run; no text holds it


class Page:
    """Collects the texts of a line until a block breaks it, and makes a passage of them.

    Attributes:
        passages: Those that are done.
        begin: Where the block starts that the line is in.
        open: Whether anything was collected since the last block.
        boxes: The lists and tables that are open.
        starts: Where the blocks start that are open.
        rules: Where each ``hr`` ends.
        source: The first ``source`` of a ``picture`` that has shown no picture yet.
        media: Whether a video or a sound is open that has shown no address yet.
    """

    def __init__(self, text: str, begin: int) -> None:
        self.passages: list[Passage] = []
        self.begin = begin
        self.boxes: list[List | Table] = []
        self.starts: list[int] = []
        self.rules: list[int] = []
        self.source: Plain | None = None
        self.media = False
        self._early: list[tuple[str, int, int]] = []  # what is embedded above the next text
        self._text = text
        self._unescape = unescape()
        self._link: str | None = None
        self._tag = -1  # where its tag stands
        self._used = False  # whether the open link has shown a text or a picture
        self._reset()

    def _reset(self) -> None:
        self.open = False
        self._parts: list[str] = []  # the texts of the line, references resolved, and its breaks
        self._pieces: list[Span] = []  # where the texts stand
        self._bits: list[int] = []  # what is known of each text that is not blank
        self._filled = self._solid = 0  # parts and pieces up to the last that is not blank
        self._links: list[tuple[str, int, int]] = []  # targets, and the parts from and to
        self._pictures: list[Passage] = []
        self._open_line = False  # whether a text stands after the last break
        self._from = 0  # the part at which the open link starts

    def add(self, kind: Kind, start: int, end: int, bits: int) -> None:
        """A text, with what is known of it."""
        part = self._text[start:end]
        if "&" in part and kind == "text":
            part = self._unescape(part)
        blank = part.isspace() and not bits & hints.PRE
        if blank and not self._filled:
            return
        self._parts.append(part)
        self._pieces.append((start, end))
        if not blank:
            self._bits.append(bits)
            self._filled = len(self._parts)
            self._solid = len(self._pieces)
            self._open_line = self.open = True

    def line_break(self, start: int, end: int, bits: int) -> None:
        """A ``br``: the second in a row ends the paragraph."""
        if bits & hints.PRE:
            self._parts.append("\n")
        elif self._open_line:
            self._parts.append(_BREAK)
            self._open_line = False
        elif self._filled:
            self.flush(start)
            self.begin = end

    def open_link(self, url: str, start: int) -> None:
        """A link starts, with the tag at ``start``; the same again where it was parted."""
        self._used = self._used and start == self._tag
        self._link, self._tag = url, start
        self._from = len(self._parts)

    def close_link(self) -> None:
        if self._link is not None and not self._end_link() and not self._used:
            self._links.append((self._link, len(self._parts), len(self._parts)))
            self.open = True
        self._used = True
        self._link = None

    def embed(self, url: str) -> None:
        """A video or the like that the page shows: a link without text, where it stands.

        Between two blocks it stands at the end of the first; above all text or below many
        pictures, at the beginning of the next.
        """
        place = len(self._parts)
        if self._filled:
            if (url, place, place) not in self._links[-1:]:
                self._links.append((url, place, place))
            return
        near = self.passages[: -_NEAR - 1 : -1]
        last = next((passage for passage in near if passage.type != "image"), None)
        if last is None:
            self._early.append((url, 0, 0))
        elif (link := (url, len(last.text), len(last.text))) not in last.links[-1:]:
            last.links.append(link)

    def _end_link(self) -> bool:
        """Note what the open link has of the line; whether it has anything."""
        if self._link is None or self._filled <= self._from:
            return False
        self._links.append((self._link, self._from, self._filled))
        return True

    def picture(self, tag: Plain, bits: int) -> None:
        """A picture: it stands before the line where that has no text yet, else after it."""
        bits &= ~(hints.LINK | hints.BOLD)
        found = pictures.read(self._text, tag, bits)
        if self.source is not None and (found is None or (found.url or "").startswith("data:")):
            found = pictures.read(self._text, self.source, bits)
        self.source = None
        if found is None:
            return
        if self._link is not None:
            found.links.append((self._link, 0, 0))
            self._used = True
        place = self._pictures if self._filled else self.passages
        if bits & hints.HINTS["noscript"] and place and place[-1].type == "image":
            if not (place[-1].url or "").startswith("data:"):
                return
            place.pop()
        place.append(found)

    def flush(self, end: int) -> None:
        """A block starts or ends: what was collected becomes a passage."""
        if self._end_link():
            self._used = True
        if self._filled:
            self._paragraph(end)
        elif self._links:
            self._without_text()
        self.passages += self._pictures
        self._reset()

    def _without_text(self) -> None:
        """Links that show no text, in a block of their own: if they share, what they stand below.

        That is their label where it is short and alone with them in a block.
        """
        if not self.passages or not all(hints.shares(url) for url, _, _ in self._links):
            return
        last = self.passages[-1]
        before = self.passages[-2].start if len(self.passages) > 1 else -1
        alone = any(before < start <= last.start for start in self.starts[-2:])
        if alone and len(last.text) <= _LABEL and last.type != "image":
            last.hints |= {"share"}

    def _paragraph(self, end: int) -> None:
        bits = some = self._bits[0]
        if len(self._bits) > 1:
            for each in self._bits:
                bits &= each
                some |= each
        kind: BlockType = "paragraph"
        level = None
        if bits & _KINDS:
            kind, level = hints.block(bits)
        text, links = self._verbatim() if kind == "code" else self._folded()
        if not text:
            return
        if kind == "heading":
            text = text.replace("\n", " ")
        if some != bits and len(text) <= _META_LINE:
            some &= hints.META
            if some & _TAGS and not self._lists_tags(links, len(text)):
                some ^= _TAGS
            bits |= some
        if kind != "paragraph":
            bits &= ~hints.BOLD
        elif bits & _EMPHASIS:
            bits |= _LEAD
        if links and _shares(links, len(text)):
            bits |= hints.HINTS["share"]
        pieces = self._pieces
        if self._solid < len(pieces):
            del pieces[self._solid :]
        if kind != "code":
            self._trim(pieces)
        said = hints.names(bits)
        if self._early:
            links[:0] = self._early
            self._early = []
        self.passages.append(Passage(kind, self.begin, end, text, pieces, links, level, hints=said))

    def _lists_tags(self, links: list[tuple[str, int, int]], length: int) -> bool:
        """Whether a line is no more than links to tags and a label; words of a sentence may be."""
        others = any(bits & hints.LINK and not bits & _TAGS for bits in self._bits)
        return not others and 2 * _linked(links) >= length

    def _folded(self) -> tuple[str, list[tuple[str, int, int]]]:
        """The text of the line, each run of white space as one blank, and its links."""
        parts = self._parts
        if not self._links:
            text = parts[0] if self._filled == 1 else "".join(parts[: self._filled])
            if self._filled == 1 or _BREAK not in text:
                return " ".join(text.split()), []
            return "\n".join([" ".join(line.split()) for line in text.split(_BREAK)]), []
        texts: list[str] = []
        starts: list[int] = []  # of each part, in the text
        ends: list[int] = []
        length = 0
        blank = False
        for part in parts[: self._filled]:
            text = " ".join(part.split())
            if text == _BREAK:
                length += 1
                texts.append("\n")
                text = ""
                blank = False
            elif not text:
                blank = True
            else:
                if (blank or part[0] != text[0]) and texts and texts[-1] != "\n":
                    length += 1
                    texts.append(" ")
                texts.append(text)
                blank = part[-1].isspace()
            starts.append(length)
            length += len(text)
            ends.append(length)
        return "".join(texts), [_placed(link, starts, ends) for link in self._links]

    def _verbatim(self) -> tuple[str, list[tuple[str, int, int]]]:
        """The text of code, without the line break that opens it and what is blank at its end."""
        parts = self._parts[: self._filled]
        if "\r" in self._text:
            parts = [part.replace("\r\n", "\n").replace("\r", "\n") for part in parts]
        whole = "".join(parts)
        text = whole.removeprefix("\n").rstrip()
        lead = len(whole) - len(whole.removeprefix("\n"))
        bounds = [
            max(0, min(place, len(text))) for place in accumulate(map(len, parts), initial=-lead)
        ]
        ends = bounds[1:]
        return text, [_placed(link, bounds, ends) for link in self._links]

    def _trim(self, pieces: list[Span]) -> None:
        """Take the blanks off the first piece and the last."""
        start, end = pieces[0]
        if self._text[start].isspace():
            part = self._text[start:end]
            pieces[0] = end - len(part.lstrip()), end
        start, end = pieces[-1]
        if self._text[end - 1].isspace():
            pieces[-1] = start, start + len(self._text[start:end].rstrip())


def _shares(links: list[tuple[str, int, int]], length: int) -> bool:
    """Whether a text is a row of share links, with no more than a label beside them."""
    return length - _linked(links) <= _LABEL and all(hints.shares(url) for url, _, _ in links)


def _linked(links: list[tuple[str, int, int]]) -> int:
    """How many characters of a text are links."""
    return sum(last - first for _, first, last in links)


def _placed(link: tuple[str, int, int], starts: list[int], ends: list[int]) -> tuple[str, int, int]:
    """A link with its place in the text instead of the numbers of its parts."""
    url, first, last = link
    if first >= len(ends):
        return url, ends[-1], ends[-1]
    if first == last:
        return url, starts[first], starts[first]
    while first < last - 1 and starts[first] == ends[first]:
        first += 1
    return url, starts[first], ends[last - 1]
