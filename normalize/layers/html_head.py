"""The head of a whole page: its title, its metadata, its address and its linked data.

Archives of the web hold such pages, and Pelican takes articles in them. What a browser shows
nothing of is the head's; where something else stands, the body begins.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from normalize import cues
from normalize._expressions import HTML_HEAD
from normalize.expression import expression
from normalize.layers import holdings
from normalize.layers.layer import (
    Layer,
    Predicate,
    Reading,
    Splice,
    Value,
    both_hold,
    not_held,
    problem,
)
from normalize.record import Literals, Problem, Record

NAME = "html-head"
_TAG = expression(r"[\t\n\f\r ]*+<")
_START = expression(HTML_HEAD["start"])
_CLAIM = expression(HTML_HEAD["claim"])
_ELEMENTS = expression(HTML_HEAD["elements"])
_CLOSING = expression(r"</head[\t\n\f\r />]", re.IGNORECASE)
_INDENT = expression(r"[\r\n][ \t]*+\Z")
_QUOTED = expression(r"[=:,\[]\s*\Z")
_UNTOLD = ("language",)  # what tells by itself of no article


def read(text: str, start: int, above: Sequence[Reading]) -> Reading | None:
    """Read the head, and the tag of the body; one that states nothing of an article is none."""
    opening = _CLAIM.match(text, start) if _TAG.match(text, start) else None
    if opening is None:
        return None
    whole = _START.match(text, start)
    elements = None if whole else _ELEMENTS.match(text, opening.end())
    inner = whole.start("HEAD_END") if whole else elements.end() if elements else opening.end()
    if whole is None and not _CLOSING.search(text, inner):
        return None
    # Other texts need none of what reads a head.
    from normalize.layers import page_statements, page_values

    problems: list[Problem] = []
    tag = opening.span("HTML_TAG") if opening["HTML_TAG"] else (start, start)
    stated = [*page_statements.statements(text, tag, opening.end(), inner, problems)]
    end = whole.end() if whole else inner
    values = tuple(page_values.values(text, end, stated))
    if not any(value.value for value in values if value.key not in _UNTOLD):
        return None
    if whole is None:
        message = "what stands here is no part of a head: the body begins, as in a browser"
        problems.append(problem("html-head-broken", message, inner, inner + 1))
    return Reading(NAME, start, end, values, tuple(problems))


def write(record: Record) -> str:
    """The head of a page up to the tag of its body; nothing where it would state nothing."""
    entries = holdings.entries(record, _FIELDS)
    if all(key in _UNTOLD for key, _ in entries):
        return ""
    language = f' lang="{_escaped(record.language)}"' if record.language else ""
    title = f"<title>{_escaped(record.title or '', quote=False)}</title>"
    tags = chain.from_iterable(_tags(key, value) for key, value in entries if key not in _PLACED)
    lines = ["<!DOCTYPE html>", f"<html{language}>", "<head>", '<meta charset="utf-8">', title]
    return "\n".join([*lines, *tags, "</head>", "<body>", ""])


def _tags(key: str, value: Literals) -> Iterator[str]:
    """The tags that state a field or a key of its own."""
    if isinstance(value, dict):
        yield from _tags(key, value["url"])
        yield from _tags("alt", value["alt"])
    elif key in _JOINED and not isinstance(value, str):
        yield from _tags(key, ", ".join(map(str, value)))
    elif isinstance(value, list):
        yield from chain.from_iterable(_tags(key, item) for item in value)
    else:
        yield _TAGS.get(key, f'<meta name="{key}" content="{{}}">').format(_escaped(value))


def _join(header: str, body: str) -> str:
    """The body below its tag, and the end of the page."""
    return f"{header}{body}</body>\n</html>\n"


def spell(text: str, value: Value, new: Literals) -> Splice:
    """Another value in an attribute, in the title or in a string of linked data."""
    if isinstance(new, list):
        if len(new) != 1:
            names = ", ".join(map(repr, new))
            raise not_held(f"the page names one author where {len(new)} are given: {names}")
        new = new[0]
    start, end = value.spans[0]
    said = _checked(new)
    before = text[max(0, start - _AROUND) : start].rstrip()
    if before.endswith("="):
        return Splice(start, end, f'"{_escaped(said)}"')
    opening = _QUOTED.search(before[:-1]) if before[-1:] in ('"', "'") else None
    if opening is not None and opening[0][0] != "=":
        from normalize.layers import linked_data

        return Splice(start, end, linked_data.spell(said))
    return Splice(start, end, _escaped(said))


def insert(text: str, reading: Reading, field: str, new: Literals) -> Splice | None:
    """A tag more before the end of the head; a language in the tag of the page."""
    found = _START.match(text, reading.start)
    if found is None or field not in _FIELDS:
        return None
    names = new if isinstance(new, list) else [new]
    checked: list[Literals] = [_checked(name) for name in names]
    if field == "language":
        place = found.start("HTML_TAG") + len("<html")
        tag = f' lang="{_escaped(_checked(new))}"'
        return Splice(place, place, tag) if found["HTML_TAG"] else None
    place = found.start("HEAD_END")
    tags = [f"<title>{_escaped(_checked(new))}</title>"] if field == "title" else None
    lines = tags or list(_tags(field, checked if isinstance(new, list) else checked[0]))
    indent = _INDENT.search(text, max(reading.start, place - _AROUND), place)
    joint = "\n" + (indent[0].lstrip("\r\n") if indent else "")
    return Splice(place, place, "".join(f"{line}{joint}" for line in lines))


def _escaped(said: str, *, quote: bool = True) -> str:
    from html import escape

    return escape(said, quote)


def _checked(new: Literals) -> str:
    """A value without runs of blanks, which a reader would fold."""
    if not isinstance(new, str) or not _is_line(new):
        raise not_held(f"{new!r} is not one line of text")
    return new


def _is_line(value: str) -> bool:
    return bool(value) and value == " ".join(value.split())


def _is_value(key: str, value: Literals) -> bool:
    """Whether a picture has no caption; what else is kept is lines of text."""
    return "caption" not in value if isinstance(value, dict) else isinstance(value, str)


def _is_title(record: Record) -> bool:
    """Whether the title bears no name of a site, by the rules that take one off."""
    from normalize.layers import page_titles

    title = record.title or ""
    headings = [block.text for block in record.blocks if block.level == 1]
    others = [*(" ".join(heading.split()) for heading in headings), title]
    spoken = (cues.load(language) for language in (record.language, None))
    return all(page_titles.headline(title, others, (), x) == (0, len(title)) for x in spoken)


def _is_address(record: Record) -> bool:
    """Whether the address is one of the web, without blanks."""
    from normalize.layers.page_values import is_address

    return is_address(record.url or "")


def _are_people(record: Record) -> bool:
    """Whether each is one line and no address or account."""
    from normalize.layers.page_values import is_person

    return all(_is_line(name) and is_person(name) for name in record.authors)


def _are_sections(record: Record) -> bool:
    """Whether each is one line."""
    return all(map(_is_line, record.categories))


def _are_words(record: Record) -> bool:
    """Whether each is one line without commas and semicolons."""
    return all(_is_line(tag) and "," not in tag and ";" not in tag for tag in record.tags)


def _is_summary(record: Record) -> bool:
    """Whether the summary is one line without runs of blanks."""
    return _is_line(record.summary or "")


def _is_picture(record: Record) -> bool:
    """Whether the picture is one of the body's, or an address with an alternative text."""
    image = holdings.stated_picture(record)
    return image is None or all(map(_is_line, filter(None, (image.url, image.alt))))


def _are_extra(record: Record) -> bool:
    """Whether its keys are those of Pelican, such as `slug`, and its values lines of text."""
    from normalize.layers.meta_names import EXTRA

    return all(
        key in EXTRA and isinstance(value, str) and _is_line(value)
        for key, value in record.extra.items()
    )


_AROUND = 1000
_JOINED = ("tags",)
_PLACED = ("title", "language")
_FIELDS = {
    field: field
    for field in (
        *("title", "published", "modified", "authors", "language", "url", "categories", "tags"),
        *("summary", "image"),
    )
}
_TAGS = {
    "published": '<meta property="article:published_time" content="{}">',
    "modified": '<meta property="article:modified_time" content="{}">',
    "authors": '<meta name="author" content="{}">',
    "url": '<link rel="canonical" href="{}">',
    "categories": '<meta property="article:section" content="{}">',
    "tags": '<meta name="keywords" content="{}">',
    "summary": '<meta name="description" content="{}">',
    "image": '<meta property="og:image" content="{}">',
    "alt": '<meta property="og:image:alt" content="{}">',
}
_NARROWER: dict[str, Predicate] = {
    "title": _is_title,
    "url": _is_address,
    "authors": _are_people,
    "categories": _are_sections,
    "tags": _are_words,
    "summary": _is_summary,
    "image": _is_picture,
    "extra": _are_extra,
}
_HELD = holdings.holds(NAME, _FIELDS, _is_value)
LAYER = Layer(
    NAME,
    "the head of a page, closed, with a title or metadata of an article in it",
    read,
    write,
    _HELD | {field: both_hold(_HELD[field], narrower) for field, narrower in _NARROWER.items()},
    spell,
    insert,
    _join,
)
