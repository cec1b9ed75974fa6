"""Pictures of HTML: which attribute of a tag gives the address, and where it is spelled."""

from typing import TYPE_CHECKING

from normalize.bodies.html_hints import names
from normalize.bodies.tokens import Plain
from normalize.expression import expression
from normalize.markup import attribute_spans
from normalize.passage import Passage

if TYPE_CHECKING:
    from normalize.span import Span

# Scripts that load pictures late leave the address in one of these, and in `src` a placeholder.
_LATE = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-lazyload",
    "data-original-src",
    "data-actualsrc",
    "data-echo",
    "data-hi-res-src",
)
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
# A candidate of a set: its address, and its width or density (WHATWG HTML, 4.8.4.2.1).
_IN_SET = expression(r"([^\s,](?:\S*[^\s,])?)(?:\s++([0-9.]++)[wx])?+[^,]*+")
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


def _largest(candidates: str) -> tuple[str, int]:
    """The candidate of a set with the largest picture, and which of them it is, from 0 on."""
    sized = [
        (float(size) if size.count(".") < 2 and size.strip(".") else 0.0, -n, address)
        for n, (address, size) in enumerate(_IN_SET.findall(candidates))
    ]
    if not sized:
        return candidates, 0
    _, n, address = max(sized)
    return address, -n


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
    if name in _SETS:
        url, number = _largest(url)
        spelled = [found.span(1) for found in _IN_SET.finditer(text, first, last)]
        first, last = spelled[number] if number < len(spelled) else (first, last)
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
