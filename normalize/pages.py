"""A record as the passages of a body: its blocks, and what a page says around them.

What no header states stands in the body in the forms that the reader knows: a dateline before the
lead, bylines and credits on lines of their own, related items below their heading, all in the words
of the body's language.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from normalize import roles
from normalize.bodies import BodyKind
from normalize.bodies.writers import paragraphs, passage
from normalize.cues import Cues
from normalize.datelines import opening
from normalize.layers import timestamp
from normalize.passage import Passage
from normalize.record import Block, Image, Record, Related

# The forms of `datelines`, in the spelling of the agencies that use them.
_DATELINES = ("{place} ({outlet}) — ", "【{place}{outlet}】", "({place}={outlet}) ", "{place} — ")
_OUTLETS = ("{outlet} - ", "({outlet}) - ")


_LINES = "one a line, where the words of the language tell them from text"
_SAID = {
    "modified": "a line with its label, where the header states the publication",
    "authors": "a byline, where the words of the language tell its names from text",
    "credits": f"{_LINES}; the last before the lead, if the form is an agency's",
    "dateline": "before the lead, in a form of the agencies",
    "language": "the reader judges it so",
    "summary": "the lead of the text, or the broken-off beginning of a paragraph",
    "related": "below the language's heading, at the end",
    "text": "no block is what the page, by the reader's rules, puts around an article",
}


def says(kind: BodyKind, stated: Collection[str]) -> dict[str, str]:
    """What a body of a kind says beside its blocks, and on which condition, by field.

    Args:
        kind: The kind of the body.
        stated: The fields that the header can state.
    """
    said = dict(_SAID)
    if "published" not in stated:
        # The only date of a page is taken for that of its publication, whatever its label.
        del said["modified"]
    if kind == "text":
        return said | {
            "related": f"{_SAID['related']}; without addresses",
            "summary": "a lead that a later paragraph restates, or the broken-off beginning of one",
            "text": f"each paragraph is one line, and {_SAID['text']}",
        }
    return said | {"image": "the first of the body"}


class Part(NamedTuple):
    """A passage, and the field of the record that it spells."""

    field: str
    passage: Passage


def parts(record: Record, kind: BodyKind, words: Cues, stated: Collection[str]) -> list[Part]:
    """The passages of a body that says what the header leaves unsaid.

    Args:
        record: The record.
        kind: The kind of the body.
        words: The words of its language.
        stated: The fields that the header states.
    """
    shown = record.images or (() if "image" in stated else (record.image,))
    body = list(_pictures(shown, words)) if kind != "text" and not record.blocks else []
    body += [Part("image" if b.type == "image" else "text", passage(b)) for b in blocks(record)]
    if kind != "text":
        for part in body:
            part.passage.hints = _hints(part.passage)
    outlet = None
    if record.summary and "summary" not in stated:
        lead = next((p.passage for p in body if p.passage.type == "paragraph"), None)
        if lead is None or lead.text != record.summary:
            body.insert(0, Part("summary", _paragraph(record.summary)))
        elif kind != "text":
            lead.hints |= {"lead", "strong"} if kind == "markdown" else {"lead"}
        elif not _is_lead(lead, body, words, record.title):
            # One that is restated in part reads as a lead behind an outlet alone.
            outlet = next(iter(record.credits[-1:]), None)
    left = _open(body, record, words, outlet)
    if record.modified and "modified" not in stated:
        changed = timestamp.spell(record.modified)
        body.append(_labelled("modified", words.modified_label, changed))
    if record.authors and "authors" not in stated:
        body.append(_labelled("authors", words.byline_label, ", ".join(record.authors)))
    body += [_labelled("credits", words.source_label, name) for name in left]
    if record.related:
        heading = Passage("heading", 0, 0, words.related_heading, [], level=2)
        if kind == "text":
            heading = _paragraph(heading.text)
        body.append(Part("related", _beside(heading, kind, prompts=True)))
        body += _listed(record.related, kind, words)
    return body


def _listed(related: Sequence[Related], kind: BodyKind, words: Cues) -> Iterator[Part]:
    """The lines of the related items, each as often as it stood there.

    A title alone that stood there again stands behind the others: at once it would be the same.
    """
    for turn in range(max(item.count for item in related)):
        for item in related:
            at_once = item.count if turn == 0 else 0
            for _ in range(at_once if item.summary else turn < item.count):
                for i, line in enumerate(_item(item, kind, words)):
                    prompts = item.kind == "read-more" and i == 0
                    yield Part("related", _beside(line, kind, prompts=prompts))


def blocks(record: Record) -> tuple[Block, ...]:
    """The record's blocks; those of its text where it has none."""
    return record.blocks or paragraphs(record.text)


def _paragraph(text: str, url: str | None = None) -> Passage:
    links = [(url, 0, len(text))] if url else []
    return Passage("paragraph", 0, 0, text, [], links)


def _hints(p: Passage) -> frozenset[str]:
    """What a reader of markup says of a paragraph: whether all of it is links."""
    place = 0
    for _, start, end in p.links:
        if p.text[place:start].strip():
            return frozenset()
        place = end
    alone = p.type == "paragraph" and p.links and not p.text[place:].strip()
    return frozenset({"link-only"}) if alone else frozenset()


def _labelled(field: str, label: str, name: str) -> Part:
    return Part(field, _paragraph(f"{label}: {name}"))


def _pictures(images: Iterable[Image | None], words: Cues) -> Iterator[Part]:
    """The pictures of a record without blocks, each with its caption."""
    for image in images:
        if image is not None:
            yield Part("image", Passage("image", 0, 0, image.alt or "", [], url=image.url))
            if image.caption or image.credit:
                yield Part("image", Passage("caption", 0, 0, _caption(image, words), []))


def _caption(image: Image, words: Cues) -> str:
    credit = f"({words.picture_label}: {image.credit})" if image.credit else ""
    return f"{image.caption or ''} {credit}".strip()


def _is_lead(lead: Passage, body: list[Part], words: Cues, title: str | None) -> bool:
    """Whether bare lines show by themselves that a paragraph is the lead."""
    same = [evolve(part.passage) for part in body]
    roles.assign(same, words, title, flat=True)
    return any(p.text == lead.text and "lead" in p.hints for p in same)


def _open(body: list[Part], record: Record, words: Cues, outlet: str | None) -> tuple[str, ...]:
    """Put a dateline or an outlet before the lead; the credits that are left to state."""
    lead = next(
        (p.passage for p in body if p.field == "text" and p.passage.type == "paragraph"), None
    )
    said_by = record.credits
    if lead is None or not (record.dateline or outlet):
        return said_by
    last = said_by[-1] if said_by else None
    forms = _DATELINES if record.dateline else _OUTLETS
    for form in forms:
        if "{outlet}" in form and last is None:
            continue
        said = form.format(place=record.dateline, outlet=last)
        names_it = "{outlet}" in form
        found = opening(said + lead.text, words)
        if found is not None and found[:4] == (
            len(said),
            record.dateline,
            last if names_it else None,
            None,
        ):
            lead.text = said + lead.text
            lead.links = [(url, a + len(said), b + len(said)) for url, a, b in lead.links]
            return said_by[:-1] if names_it else said_by
    return said_by


def _item(item: Related, kind: BodyKind, words: Cues) -> Iterator[Passage]:
    """The lines of a related item.

    In bare lines a title stands there twice over its teaser, as that of a picture and of a link do
    on pages: it shows that the teaser is no paragraph of the article.
    """
    if item.kind == "read-more":
        yield _paragraph(f"{words.more_prompt}: {item.title}", item.url)
    elif item.kind == "glued":
        yield _paragraph(f"{item.title} {item.summary or ''}".strip(), item.url)
    else:
        for _ in range(2 if item.summary and kind == "text" else 1):
            yield _paragraph(item.title, item.url)
    if item.summary and item.kind != "glued":
        yield _paragraph(item.summary)
    if item.published:
        yield _paragraph(timestamp.spell(item.published))


def _beside(p: Passage, kind: BodyKind, *, prompts: bool) -> Passage:
    """A line of what is related, by its place in bare lines, by its own words, or by the markup."""
    if kind != "text":
        p.hints = _hints(p) | {"read-more" if prompts else "related"}
    return p
