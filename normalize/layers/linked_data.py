"""Linked data of a page: the article among the JSON-LD objects of a script (schema.org)."""

import json
from collections.abc import Iterator
from functools import partial
from html import unescape
from itertools import islice

from normalize.layers import json_map
from normalize.layers.meta_names import Statement
from normalize.record import Literals
from normalize.span import Span

_POSTS = ("BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report")
_DEPTH = 4
"""How deep the article may stand in lists and graphs."""
_MOST = 100
"""How many items of a list are looked at: authors, keywords, objects of a graph."""
_TEXTS = (
    *("headline", "datePublished", "dateModified", "url", "description", "articleSection"),
    *("keywords", "inLanguage", "thumbnailUrl"),
)
# Keys whose value may be an object, and under which of its keys the value stands.
_INNER = {"author": "name", "publisher": "name", "image": "url", "mainEntityOfPage": "@id"}
_NAMES = {"author": "Person"}
# Line breaks within strings are the commonest fault of linked data, and harmless.
_members = partial(json_map.members, strict=False)
_items = partial(json_map.items, strict=False)


def statements(text: str, start: int, end: int) -> Iterator[Statement]:
    """What the first article says that stands among the objects of a script.

    Args:
        text: The decoded text.
        start, end: The content of the script, in code points.

    Raises:
        NormalizeError: At the place where it stops being JSON (``json-matter-broken``); what stands
            before it has been given.
    """
    opening, closing = text[start:end].lstrip()[:1], {"{": "}", "[": "]"}
    if opening in closing:
        first = text.index(opening, start)
        last = text.rfind(closing[opening], first, end)
        article = _article(text, (first, last + 1 if last > first else end), _DEPTH)
        if article is not None:
            yield from _stated(text, article)


def _article(text: str, span: Span, depth: int) -> Span | None:
    """Where the first article stands in an object, a list or a graph."""
    start, end = span[0] + 1, span[1] - 1
    if text[span[0]] == "[":
        for _, inner in islice(_items(text, start, end), _MOST if depth else 0):
            if text[inner[0]] in "{[" and (found := _article(text, inner, depth - 1)):
                return found
        return None
    graph: Span | None = None
    for member in _members(text, start, end):
        if member.key == "@type" and _is_article(member.value):
            return span
        if member.key == "@graph" and isinstance(member.value, list):
            graph = member.span
    return _article(text, graph, depth - 1) if graph and depth else None


def _is_article(types: Literals) -> bool:
    """Whether a type is schema.org's `Article` or one of those below it."""
    names = types if isinstance(types, list) else [types]
    said = [str(name).rpartition("/")[2].rpartition(":")[2] for name in names]
    return any(name.endswith("Article") or name in _POSTS for name in said)


def _stated(text: str, article: Span) -> Iterator[Statement]:
    """What the members of an article state."""
    for key, value, span in _members(text, article[0] + 1, article[1] - 1):
        if key in _TEXTS or key in _INNER:
            yield from _said(text, key, value, span)


def _said(text: str, key: str, value: Literals, span: Span) -> Iterator[Statement]:
    """What a value states: a string itself, a list each of its items, an object its name."""
    if isinstance(value, str):
        if text[span[0] - 1] == '"':
            said = text[slice(*span)]
            start = span[0] + len(said) - len(said.lstrip())
            place = start, start + len(said.strip())
            yield Statement(_NAMES.get(key, key), " ".join(unescape(value).split()), place)
    elif isinstance(value, list):
        for item, place in islice(_items(text, span[0] + 1, span[1] - 1), _MOST):
            if not isinstance(item, list):
                yield from _said(text, key, item, place)
    elif key in _INNER and not _is_outlet(key, value):
        for name, inner, place in _members(text, span[0] + 1, span[1] - 1):
            if name == _INNER[key] and isinstance(inner, str):
                yield from _said(text, key, inner, place)


def _is_outlet(key: str, value: dict[str, Literals]) -> bool:
    """Whether an author is no person: an agency or the site itself."""
    return key == "author" and "Organization" in str(value.get("@type"))


def spell(said: str) -> str:
    """A text within the quotes of a string of a script, which no tag may end."""
    return json.dumps(said, ensure_ascii=False)[1:-1].replace("<", "\\u003c")
