"""From what the layers state to the fields of the record: title, address, people, tags."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from normalize.expression import expression
from normalize.layers import keys
from normalize.layers.layer import HEADERS, LINES, Reading, Value, problem
from normalize.record import Image, Literals, Problem
from normalize.span import Mark, Role, Span

_ROLES: dict[str, Role] = {
    "title": "title",
    "published": "date",
    "modified": "date",
    "crawl": "date",
    "stamp": "date",
    "clock": "navigation",
    "navigation": "navigation",
    "url": "url",
    "authors": "byline",
    "language": "language",
    "categories": "tag",
    "tags": "tag",
    "summary": "summary",
    "image": "image",
}
# Keys whose string Jekyll parts at blanks; it leaves those of `category` and `tag` whole.
_WORDS = ("categories", "tags")
_SINGLE = ("author", "category", "tag")
# What a list or a map under their keys leaves unread; those of the others have other uses.
_TEXTS = ("title", "published")
_LABEL = expression(r"\s*[\[【［]\s*([^\[\]【】［］]{1,60}?)\s*[\]】］]\s*(?=\S)")
# Not the end of a character reference.
_SEMICOLON = expression(r"(?<!&amp);[ \t]")
_DOUBLE_ENCODED = expression(r"%25[0-9A-Fa-f]{2}")


class Stated(NamedTuple):
    """A date that a layer states: in a role, in a ``stamp`` line or as a ``clock``."""

    field: str
    layer: str
    value: str
    span: Span


class Fields(NamedTuple):
    """What the header states, and the spans that spell each field.

    ``stated`` holds every witness of a field with its layer, the label of a title under no layer's
    name; ``unread`` the fields that lists or maps alone state, which cannot hold them; ``reasons``,
    for people, says what else decided than that the outermost layer counts.
    """

    title: str | None
    url: str | None
    authors: tuple[str, ...]
    language: str | None
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    summary: str | None
    image: Image | None
    extra: dict[str, Literals]
    dates: tuple[Stated, ...]
    spans: dict[str, list[Span]]
    marks: tuple[Mark, ...]
    problems: tuple[Problem, ...]
    stated: dict[str, list[tuple[str, Value]]]
    unread: frozenset[str]
    reasons: dict[str, str]


def gather(readings: Sequence[Reading], text: str, given_url: str | None) -> Fields:
    """Collect the fields of the header.

    Args:
        readings: What the layers read, outermost first.
        text: The decoded text.
        given_url: An address that the caller passed in; it decides.

    """
    stated: dict[str, list[tuple[str, Value]]] = {}
    kept: dict[str, list[Literals]] = {}
    unread: dict[str, Value] = {}
    marks: list[Mark] = []
    for reading in readings:
        last = {value.key: value for value in reading.values}
        for value in reading.values:
            # Of a key that is given twice the last counts; the others are kept.
            again = reading.layer in HEADERS and last[value.key] is not value
            field = None if again else keys.field(reading.layer, value)
            role = _ROLES.get(field or "", "field")
            marks += [Mark(start, end, role) for start, end in value.spans]
            if field is None:
                kept.setdefault(value.key, []).append(value.value)
                known = None if again else keys.known(value.key)
                if known in _TEXTS and value.value:
                    unread[known] = value
            else:
                stated.setdefault(field, []).append((reading.layer, value))
    unread = {field: value for field, value in unread.items() if field not in stated}
    title, label, problems = _title(stated.get("title", ()))
    if (dated := unread.get("published")) is not None:
        message = f"the value of {dated.key!r} is a list or a map, which is no date"
        problems.append(problem("date-invalid", message, *dated.spans[0]))
    url = _counted(stated, "url")
    address = given_url or url
    if address and _DOUBLE_ENCODED.search(address):
        message = "the address holds `%25` before two hexadecimal digits: it is encoded twice"
        problems.append(problem("url-double-encoded", message, *_first_span(stated, "url")))
    tags = _names(stated, "tags")
    reasons = {"url": "the caller gave it"} if given_url else {}
    if label is not None:
        reasons["title"] = "without the label in brackets, which another witness does not have"
    if label is not None and label.value not in tags:
        tags += (str(label.value),)
        stated.setdefault("tags", []).append(("", label))
    language = _counted(stated, "language")
    summary = _counted(stated, "summary")
    said = {"url": url, "language": language, "summary": summary}
    return Fields(
        title,
        address,
        _names(stated, "authors"),
        keys.tag(language) if language else None,
        _names(stated, "categories"),
        tags,
        summary,
        _picture(stated.get("image", ())),
        {key: _kept(values) for key, values in kept.items()},
        tuple(_dates(stated)),
        _spans(stated, title, said, text),
        tuple(marks),
        tuple(problems),
        stated,
        frozenset(unread),
        reasons,
    )


def host(url: str | None) -> str | None:
    """The host of an address, in lower case."""
    if not url:
        return None
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _kept(values: Sequence[Literals]) -> Literals:
    """What is kept of a key that has no field; where it is given again, all its values."""
    first, *more = values
    return [*(first if isinstance(first, list) else [first]), *more] if more else first


def _title(stated: Sequence[tuple[str, Value]]) -> tuple[str | None, Value | None, list[Problem]]:
    """The outermost title, without the label that a witness below it does not have.

    Aggregators put a topic in brackets before the title in the front matter (seed 000). Only where
    another witness gives the title without it is it known to be a label.
    """
    titles = [(value, " ".join(str(value.value).split())) for _, value in stated]
    titles = [(value, title) for value, title in titles if title]
    if not titles:
        return None, None, []
    value, title = titles[0]
    found = _LABEL.match(title)
    others = [other for _, other in titles[1:]]
    if found is not None and title[found.end() :] in others:
        return title[found.end() :], _label_value(value), []
    problems = [
        problem("title-conflict", f"{title!r} and {other!r}", *v.spans[0])
        for v, other in titles[1:]
        if other != title
    ]
    return title, None, problems


def _label_value(value: Value) -> Value | None:
    """The label before a title, with its place."""
    found = _LABEL.match(str(value.value))
    if found is None:
        return None
    offset = value.spans[0][0]
    span = offset + found.start(1), offset + found.end(1)
    return Value("tags", " ".join(found[1].split()), (span,))


def _counted(stated: dict[str, list[tuple[str, Value]]], field: str) -> str | None:
    """The value of the outermost layer that states a field."""
    inside = _outermost(stated.get(field, ()))
    return next((said for value in inside if (said := str(value.value).strip())), None)


def _outermost(stated: Sequence[tuple[str, Value]]) -> list[Value]:
    """The values of the outermost layer that states a field, the one that counts first.

    That is the last of keys that a writer chose; other layers give the one most believed first.
    """
    inside = [value for layer, value in stated if layer == stated[0][0]]
    return inside[::-1] if inside and stated[0][0] in HEADERS else inside


def _picture(stated: Sequence[tuple[str, Value]]) -> Image | None:
    """The picture of the outermost layer that states one."""
    inside = (keys.picture(value.value) for value in _outermost(stated))
    return next((image for image in inside if image is not None), None)


def _names(stated: dict[str, list[tuple[str, Value]]], field: str) -> tuple[str, ...]:
    """The names under a field, each once."""
    names: dict[str, None] = {}
    for layer, value in stated.get(field, ()):
        names.update(dict.fromkeys(split(value, layer)))
    return tuple(names)


def split(stated: Value, layer: str) -> Iterable[str]:
    """The names under a key; of authors without their addresses of mail."""
    names = _parts(stated, layer)
    return map(keys.name, names) if keys.known(stated.key) == "authors" else names


def _parts(stated: Value, layer: str) -> Iterable[str]:
    """The names of a list, or of a string: parted at commas, or at blanks where Jekyll does.

    The comma of a single author may stand before a given name; so may those of several that
    semicolons part, in fields on lines of their own (docutils: bibliographic fields).
    """
    key, value = stated.key, stated.value
    if not isinstance(value, str):
        parts = value if isinstance(value, list) else [value]
        yield from filter(None, map(keys.person, parts))
        return
    comma = (
        ";" if layer in (*LINES, "json-article", "html-head") and _SEMICOLON.search(value) else ","
    )
    names = [value] if key.lower() in _SINGLE else value.split(comma)
    if layer == "front-matter" and key in _WORDS and "," not in value:
        names = value.split()
    yield from filter(None, map(str.strip, names))


def _dates(stated: dict[str, list[tuple[str, Value]]]) -> Iterable[Stated]:
    for role in ("published", "modified", "crawl", "stamp", "clock"):
        for layer, value in stated.get(role, ()):
            yield Stated(role, layer, str(value.value), value.spans[0])


def _first_span(stated: dict[str, list[tuple[str, Value]]], field: str) -> Span | tuple[None, None]:
    values = stated.get(field)
    return values[0][1].spans[0] if values else (None, None)


def _spans(
    stated: dict[str, list[tuple[str, Value]]],
    title: str | None,
    said: dict[str, str | None],
    text: str,
) -> dict[str, list[Span]]:
    """For each field the spans that spell it; what is another value, or empty, spells none.

    Args:
        stated: What the layers state.
        title: The title.
        said: The other fields that hold one text, as it is stated.
        text: The decoded text.
    """
    spans: dict[str, list[Span]] = {}
    for field, values in stated.items():
        if field not in keys.KEYS.values():
            continue
        own = (
            v
            for _, v in values
            if v.value and (field not in said or str(v.value).strip() == said[field])
        )
        if places := [span for v in own for span in v.spans if span[0] < span[1]]:
            spans[field] = places
    if title is not None and "title" in stated:
        spelled = [value for _, value in stated["title"] if spells(value, title)]
        spans["title"] = [span for value in spelled for span in _within(text, value.spans, title)]
    return spans


def spells(value: Value, title: str) -> bool:
    """Whether a value is the title, or the title behind a label."""
    said = " ".join(str(value.value).split())
    label = _LABEL.match(said)
    return title in (said, said[label.end() :] if label else said)


def _within(text: str, spans: Sequence[Span], title: str) -> Sequence[Span]:
    """The part of a span that is the title, without its label; of several, each."""
    start = text.rfind(title, *spans[0]) if len(spans) == 1 else -1
    return spans if start < 0 else [(start, start + len(title))]
