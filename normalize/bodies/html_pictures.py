"""Pictures of HTML: which attribute of a tag gives the address, and where it is spelled."""

import re
from typing import TYPE_CHECKING

from normalize.bodies.html_hints import names
from normalize.bodies.tokens import Plain, attribute_spans
from normalize.passage import Passage

if TYPE_CHECKING:
    from normalize.span import Span

# Scripts that load pictures late leave the address in one of these, and in `src` a placeholder.
_LATE = ("data-src", "data-original", "data-lazy-src", "data-original-src", "data-actualsrc")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_IN_SET = re.compile(r"[\s,]*+(\S*[^\s,])")
_TINY = frozenset(("0", "1", "0px", "1px"))


def _address(attributes: dict[str, str]) -> str:
    """The attribute that gives a picture's address; empty where none does.

    One that only embeds a placeholder (``data:``) comes last.
    """
    for name in ("poster", *_LATE, "src", *_SETS):
        value = attributes.get(name, "").strip()
        if value and not value.startswith("data:"):
            return name
    return "src" if attributes.get("src") else ""


def read(text: str, tag: Plain, bits: int) -> Passage | None:
    """The passage of a picture.

    Args:
        text: The decoded text.
        tag: The start tag of an ``img``, of a ``source``, or of a ``video`` with its poster.
        bits: What its own markup and that around it says; see ``html_hints``.

    Returns:
        None where the tag gives no address, or where the picture has no extent, as a counter's.
    """
    given = dict(tag[4])
    name = _address(given)
    if not name or given.get("width") in _TINY or given.get("height") in _TINY:
        return None
    spans: dict[str, Span] = {}
    for attribute, first, last in attribute_spans(text, tag[2], tag[3]):
        spans.setdefault(attribute, (first, last))
    url, (first, last) = given[name].strip(), spans[name]
    if name in _SETS and (found := _IN_SET.match(text, first, last)):
        first, last = found.span(1)
        spelled = _IN_SET.match(url)
        url = spelled[1] if spelled else url
    alt = " ".join(given.get("alt", "").split())
    return Passage(
        "image",
        tag[2],
        tag[3],
        alt,
        [spans["alt"]] if alt else [],
        url=url,
        url_span=(first, last),
        hints=names(bits),
    )
