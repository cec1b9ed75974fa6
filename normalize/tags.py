"""The article's tags in its body: behind a label, below one, or where the markup says so."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from normalize.cues import Cues
from normalize.expression import expression
from normalize.passage import Passage
from normalize.span import Span

_LENGTH = 40
_WORDS = 5
_LINE = 400
_MOST = 15
_UNPARTED = 2
"""Up to how many words without anything between them are one tag."""

_BAR = expression(r"\s*[|｜]\s*")
# Signs between tags, the strongest first: a comma may stand within one that bars part.
_SIGNS = tuple(
    map(expression, (r"\s*[,;、，；،]\s*", r"\s+[:/·•‧-]\s+|\s*[·•‧]\s*", r"\s+(?=[#＃])"))
)
_BULLET = expression(r"[•·▪■◆●►▶‣⁃*]\s*\Z")
_DASH = expression(r"\A[-–•·*]\s+")
_OUTER = ' \t\u3000.,;#＃[]()«»›>"“”'
_COUNT = expression(r"\(\d+\)?\Z")
# What goes on with a label: `Schlagworte zum Thema: …`.
_MORE = expression(r"[^\n:：,，、|#]{0,24}[^\s:：,，、|#][:：]\s+")
_STOP = expression(r"[.!?:…。！？：]\Z")
_NUMBER = expression(r"[\d\W]+\Z")
_SHOWN = ("image", "caption", "code", "table")


def read(source: str, passages: Sequence[Passage], cues: Cues) -> Iterator[tuple[str, Span]]:
    """The tags that the body states, each with its place; what states them gets its role.

    Tags stand behind a label on its line (``Tags: rain, Oslo``), as links or as a list below one,
    or in an element that the markup calls tags. Where nothing parts them, they are left unread.

    Args:
        source: The decoded text.
        passages: All passages with their roles; changed in place.
        cues: The words of the body's language.
    """
    places = [i for i, p in enumerate(passages) if p.label or "tags" in p.hints]
    if not places:
        return
    lengths = [len(p.text) if _is_text(p) else 0 for p in passages]
    sums = list(accumulate(lengths))
    half = sums[-1] / 2
    for i in places:
        passage = passages[i]
        if lengths[i] > _LINE or passage.type in _SHOWN or passage.role == "tag":
            continue
        text = passage.text
        label = passage.label
        if label is not None and label.lastgroup == "tags":
            if label.end() < len(text):
                found = _behind(passage, label, cues)
                if found or sums[i] >= half:
                    yield from _take(source, passage, label.end(), found)
            elif half and sums[i] >= half and not _leads_on(text, cues):
                yield from _below(source, passage, passages[i + 1 : i + 2 + _MOST], cues)
        elif "tags" in passage.hints and not _is_text(passage):
            yield from _take(source, passage, 0, _parted(passage, 0, cues))


def _is_text(passage: Passage) -> bool:
    return passage.role == "body" and passage.is_prose


def _leads_on(label: str, cues: Cues) -> bool:
    """Whether what stands below a label are articles: `More on this story:`."""
    prompt = cues.prompts.match(label)
    return prompt is not None and prompt.lastgroup == "more"


def _behind(passage: Passage, label: re.Match[str], cues: Cues) -> list[str] | None:
    """The tags behind a label; None where the line is a sentence that begins with that word."""
    text = passage.text
    found = _parted(passage, label.end(), cues)
    bare = not text[label.end(label.lastgroup or 0) : label.end()].strip()
    is_sentence = _STOP.search(text) or (bare and len(found or ()) < 2 and not passage.links)
    return None if is_sentence and "tags" not in passage.hints else found


def _parted(passage: Passage, start: int, cues: Cues) -> list[str] | None:
    """The tags of a line from a place on; empty where nothing parts them, None where it has none.

    Behind a bar stands another tag, or something of the page's own that ends them.
    """
    linked = [passage.text[a:b] for _, a, b in passage.links if a >= start]
    if linked:
        found = [tag for tag in map(_bare, linked) if _is_tag(tag, cues)]
        return found if len(found) == len(linked) else None
    more = _MORE.match(passage.text, start)
    parts = _BAR.split(passage.text[more.end() if more else start :])
    sign = next((s for s in _SIGNS if any(map(s.search, parts))), None)
    found = []
    for part in parts:
        other = cues.labels.match(part)
        if other is not None or (sign is not None and not sign.search(part) and found):
            said = part[other.end() :] if other is not None and other.lastgroup == "tags" else ""
            if not said:
                break
            part = said
        found += map(_bare, sign.split(part) if sign else [part])
    if len(found) == 1 and len(found[0].split()) > _UNPARTED:
        return []
    return list(filter(None, found)) if all(_is_tag(tag, cues) for tag in found if tag) else None


def _below(
    source: str, label: Passage, below: Sequence[Passage], cues: Cues
) -> Iterator[tuple[str, Span]]:
    """The tags of the list below a label; of bare lines, up to the first that could be none."""
    if below and below[0].items is not None:
        if all(_is_tag(_bare(item), cues) for item in below[0].items):
            label.role, label.reason = "tag", "a label of tags"
            yield from _take(source, below[0], 0, list(map(_bare, below[0].items)))
        return
    bulleted = bool(below) and _is_bulleted(source, below[0])
    run: list[Passage] = []
    for passage in below:
        text = _DASH.sub("", passage.text, count=1)
        if (
            passage.type != "paragraph"
            or _is_bulleted(source, passage) != bulleted
            or not all(_is_tag(_bare(part), cues) for part in _SIGNS[0].split(text) if part)
            or cues.labels.match(text)
            or cues.prompts.match(text)
        ):
            break
        run.append(passage)
        if _SIGNS[0].search(_bare(text)) and not bulleted:
            break
    if not run or len(run) > _MOST:
        return
    label.role, label.reason = "tag", "a label of tags"
    for passage in run:
        dash = _DASH.match(passage.text)
        alone = len(run) == 1
        found = _parted(passage, dash.end() if dash else 0, cues) if alone else None
        yield from _take(source, passage, 0, found or ([] if alone else [_bare(passage.text)]))


def _is_bulleted(source: str, passage: Passage) -> bool:
    before = source[max(0, passage.start - 4) : passage.start]
    return bool(_BULLET.search(before) or _DASH.match(passage.text))


def _bare(tag: str) -> str:
    return _DASH.sub("", tag.strip(), count=1).strip(_OUTER)


def _is_tag(tag: str, cues: Cues) -> bool:
    """Whether it is short enough for a tag and no word of the page's own."""
    return (
        0 < len(tag) <= _LENGTH
        and len(tag.split()) <= _WORDS
        and not _STOP.search(tag)
        and not _NUMBER.match(tag)
        and not _COUNT.search(tag)
        and not cues.heading(tag)
    )


def _take(
    source: str, passage: Passage, start: int, found: list[str] | None
) -> Iterator[tuple[str, Span]]:
    """Give a passage its role, and each of its tags its place."""
    if found is None:
        return
    passage.role, passage.reason = "tag", "tags of the article"
    for tag in found:
        start = passage.text.index(tag, start)
        end = start + len(tag)
        yield tag, (passage.offset(source, start), passage.offset(source, end - 1) + 1)
        start = end
