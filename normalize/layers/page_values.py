"""From what a page states under its many names to the values of fields, the most believed first."""

import re
from collections.abc import Iterator, Sequence

from normalize import cues
from normalize.cues import fold
from normalize.expression import expression
from normalize.layers import keys, meta_names, page_titles
from normalize.layers.layer import Value
from normalize.layers.meta_names import Meaning, Statement

_ADDRESS = expression(r"https?://[^\s/]\S*\Z", re.IGNORECASE)
_ACCOUNT = expression(r"https?://|www\.|[@/]", re.IGNORECASE)
_LISTS = ("categories", "tags")
_MOST = 16  # titles that are compared with one another

Found = tuple[Meaning, Statement]


def is_address(said: str) -> bool:
    """Whether a value is an address of the web, whole and without blanks."""
    return _ADDRESS.match(said) is not None


def is_person(said: str) -> bool:
    """Whether a value may name a person: it is no address and no account."""
    return _ACCOUNT.search(said) is None


def values(text: str, body: int, stated: Sequence[Statement]) -> Iterator[Value]:
    """The values of each field, of those that state one the most believed first.

    Args:
        text: The decoded text.
        body: Where the body begins, in code points: its headings confirm titles.
        stated: What the head states, in order.
    """
    found: dict[str, list[Found]] = {}
    for statement in stated:
        meaning = meta_names.meaning(statement.name)
        if meaning is not None:
            found.setdefault(meaning.field, []).append((meaning, statement))
    for field, named in found.items():
        if field != "extra":
            named.sort(key=lambda x: x[0].rank)
    sites = list(dict.fromkeys(x.said for _, x in found.pop("site", ())))
    texts = found.pop("alt", [])
    titles = found.pop("title", [])
    yield from _titles(text, body, titles[:_MOST], found.get("language", ()), sites[:_MOST])
    yield from _authors(found.pop("authors", ()), sites)
    yield from _pictures(found.pop("image", ()), texts)
    for field, named in found.items():
        for meaning, (names, said, span) in named:
            if field not in (*_LISTS, "extra"):
                if not said or _fits(field, said):
                    yield Value(field, said, (span,))
            elif said:
                key = meta_names.key(names) if field == "extra" else field
                is_one = field in _LISTS and not meaning.several
                yield Value(key, [said] if is_one else said, (span,))


def _fits(field: str, said: str) -> bool:
    """Whether a value is what its field holds."""
    match field:
        case "url":
            return is_address(said)
        case "language":
            return keys.is_language(said)
        case _:
            return True


def _titles(
    text: str, body: int, named: Sequence[Found], languages: Sequence[Found], sites: Sequence[str]
) -> Iterator[Value]:
    """The titles without the site's name, before the others those that a heading says again."""
    if not named:
        return
    spoken = next((x.said for _, x in languages if keys.is_language(x.said)), None)
    words = cues.load(spoken)
    headings = page_titles.headings(text, body)
    others = list(dict.fromkeys([*headings, *(x.said for _, x in named)]))
    values: list[tuple[bool, Value]] = []
    for _, (_, said, span) in named:
        part = 0, len(said)
        if not page_titles.is_confirmed(said, headings):
            part = page_titles.headline(said, others, sites, words)
        title = said[slice(*part)]
        place = page_titles.part(text[slice(*span)], span[0], said, part)
        is_confirmed = bool(title) and page_titles.is_confirmed(title, headings)
        values.append((not is_confirmed, Value("title", title, (place,))))
    values.sort(key=lambda x: x[0])
    yield from (value for _, value in values)


def _authors(named: Sequence[Found], sites: Sequence[str]) -> Iterator[Value]:
    """Those whom the most believed name names, and the other places that name none but them.

    An address, an account or the site itself is no person.
    """
    outlets = set(map(fold, sites))
    people: set[str] = set()
    first: int | None = None
    for meaning, (_, said, span) in named:
        if not said or not is_person(said) or fold(said) in outlets:
            continue
        value = Value("authors", said if meaning.several else [said], (span,))
        names = {said} if not meaning.several else {*map(str.strip, said.split(","))}
        if first is None or meaning.rank == first:
            first = meaning.rank
            people |= names
            yield value
        elif names <= people:
            yield value


def _pictures(named: Sequence[Found], texts: Sequence[Found]) -> Iterator[Value]:
    """The pictures; the first with its text, of those that stand behind it the next one."""
    for _, (_, said, span) in named[:1]:
        alt = next((x for _, x in texts if x.said and x.span[0] > span[1]), None)
        if alt is not None and said:
            yield Value("image", {"url": said, "alt": alt.said}, (span, alt.span))
        else:
            yield Value("image", said, (span,))
    for _, (_, said, span) in named[1:]:
        yield Value("image", said, (span,))
