"""Strategies of Hypothesis: records and documents of each format, for tests of your own.

Records are drawn on their own, field by field, as a person might make them, not by way of a reader.
A format of your own is tested with two lines::

    @given(normalize.testing.records("my-format"))
    def test_reading_undoes_writing(record): ...

Every word is made up. Importing this module imports Hypothesis (the extra ``hypothesis``).
"""

from collections.abc import Callable, Iterable
from functools import cache

from attrs import evolve
from hypothesis import strategies as st

from normalize import dates as readers
from normalize.bodies import BodyKind
from normalize.errors import NormalizeError
from normalize.record import Block, Image, Link, Literals, Record, Related, RelatedKind
from normalize.testing.anything import anything, texts
from normalize.testing.words import (
    SCRIPTS,
    SIGNS,
    STOPS,
    addresses,
    dates,
    names,
    sentences,
    words,
)
from normalize.writing import FORMS, Form, dumps, forms_of

__all__ = [
    "FORMATS",
    "SCRIPTS",
    "TRANSPORTS",
    "addresses",
    "anything",
    "bodies",
    "dates",
    "documents",
    "laid_out",
    "names",
    "records",
    "sentences",
    "texts",
    "words",
]

FORMATS = tuple(FORMS)
"""The formats that records and documents are drawn for."""

# What the layers that hold a date can hold of it; any other layer holds any.
_DATES: dict[str, st.SearchStrategy[str]] = {
    "epoch-comment": dates(("second",), ("Z",)),
    "date-prefix": dates(zones=("",)),
    "timestamp": dates(("day", "minute", "second")),
}
# Layers that keep no keys but these.
_KEYS = {"html-head": ("slug", "status", "template")}
# Layers that are nothing without a title.
_TITLED = ("headline", "link-title", "field-lines", "dotted-fields", "closed-matter")
_LINES = ("field-lines", "dotted-fields")


@cache
def records(format: str) -> st.SearchStrategy[Record]:  # noqa: A002
    """Records as a person might make them, with fields that a format has a place for.

    Args:
        format: One of ``FORMATS``.

    Raises:
        NormalizeError: There is no such format (``format-unknown``).
    """
    return st.one_of(*map(_records, forms_of(format)))


@st.composite
def _records(draw: st.DrawFn, form: Form) -> Record:
    script = draw(st.sampled_from(SCRIPTS))
    fields = {field for layer in form.layers for field in layer.holds}
    needed = frozenset(layer.name for layer in form.needed)

    def maybe(field: str, strategy: st.SearchStrategy[str]) -> str | None:
        """A value of a field: always where the format is nothing without it."""
        holders = [layer.name for layer in form.layers if field in layer.holds]
        alone = [layer for layer in form.needed if next(iter(layer.holds)) == field != "title"]
        must = bool(alone) or (field == "title" and not needed.isdisjoint(_TITLED))
        return draw(strategy if must else st.none() | strategy) if holders else None

    holder = next((layer.name for layer in form.layers if "published" in layer.holds), "")

    def several(values: st.SearchStrategy[str]) -> tuple[str, ...]:
        """A few values, each once."""
        return tuple(draw(st.lists(values, max_size=2, unique=True)))

    published = maybe("published", _DATES.get(holder, dates()))
    # On a line of the body it is of the publication too, where nothing else is.
    line = draw(st.none() | dates(("day", "minute", "second"))) if published else None
    record = Record(
        title=maybe("title", _titles(script, any(x.name == "heading-title" for x in form.layers))),
        published=published,
        modified=maybe("modified", dates()) if "modified" in fields else line,
        url=maybe("url", addresses()),
        language=maybe("language", st.sampled_from(("en", "vi", "zh-Hans", "pt-BR"))),
        categories=several(words(script, 1, 2)) if "categories" in fields else (),
        tags=several(words(script, 1, 2)) if "tags" in fields else (),
        extra=draw(_extras(script, needed)) if "extra" in fields else {},
        authors=several(names(script)),
        credits=several(names(script)),
        dateline=draw(st.none() | st.text("ABDEGHKLMNORST", min_size=4, max_size=9)),
        summary=maybe("summary", sentences(script, 7)),
    )
    record = draw(bodies(script, form.body, record))
    at = readers.instant(record.published) if record.published else None
    return evolve(record, published_at=at, related=draw(_related(script, form.body)))


@cache
def _titles(script: str, marked: bool) -> st.SearchStrategy[str]:
    """Headlines; of those with what no link holds, where a heading can hold it."""
    title = words(script, 5, 9)
    return title | title.map(lambda said: f"{said[:9]}]({said[9:]}") if marked else title


@cache
def _extras(script: str, needed: frozenset[str]) -> st.SearchStrategy[dict[str, Literals]]:
    own = [key for layer in needed for key in _KEYS.get(layer, ())]
    key = st.sampled_from(own) if own else st.from_regex(r"x_[a-z]{1,8}", fullmatch=True)
    line: st.SearchStrategy[Literals] = words(script, 1, 4)
    value = (
        line
        if own or not needed.isdisjoint(_LINES)
        else st.recursive(line, lambda v: st.lists(v, max_size=3) | _maps(v), max_leaves=4)
    )
    return st.dictionaries(key, value, max_size=2)


def _maps(value: st.SearchStrategy[Literals]) -> st.SearchStrategy[Literals]:
    return st.dictionaries(st.text("abc: #'", min_size=1, max_size=5), value, max_size=2).map(dict)


@cache
@st.composite
def _related(draw: st.DrawFn, script: str, kind: BodyKind) -> tuple[Related, ...]:
    items = []
    kinds: st.SearchStrategy[RelatedKind] = st.sampled_from(("related", "read-more"))
    stop = STOPS.get(script, ".")
    for title in draw(st.lists(words(script, 5, 8), max_size=2, unique=True)):
        teaser = draw(st.none() | words(script, 14, 18, 7).map(lambda said: said + stop))
        items.append(
            Related(
                title,
                teaser,
                draw(st.none() | addresses()) if kind != "text" else None,
                draw(st.none() | dates(("day",))),
                draw(kinds),
                draw(st.integers(1, 2)) if teaser else 1,
            )
        )
    return tuple(items)


def laid_out(blocks: Iterable[Block]) -> tuple[str, tuple[Block, ...]]:
    """The text of some blocks, and the blocks with their places in it.

    Args:
        blocks: In order; the offsets of their links are of their own text.
    """
    text = ""
    placed = []
    for block in blocks:
        if block.type in ("image", "caption"):
            placed.append(block)
            continue
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{block.text}" if text else block.text
        links = [Link(x.url, start + x.text_start, start + x.text_end) for x in block.links]
        placed.append(evolve(block, text_start=start, text_end=len(text), links=tuple(links)))
    return text, tuple(placed)


@st.composite
def bodies(draw: st.DrawFn, script: str, kind: BodyKind, record: Record) -> Record:
    """A record with a body: its text, and blocks where the kind of body shows more than lines.

    Args:
        draw: What Hypothesis passes.
        script: One of ``SCRIPTS``.
        kind: The kind of the body.
        record: What the record says beside.
    """
    if kind == "text":
        texts = [draw(sentences(script, n)) for n in range(1, draw(st.integers(2, 6)))]
        return evolve(record, text="\n\n".join(texts))
    drawn = [
        Block("heading", 0, 0, draw(words(script, 2, 5, 2)), level=draw(st.integers(1, 6))),
        *(draw(_blocks(script, n)) for n in range(3, draw(st.integers(3, 7)))),
        Block("paragraph", 0, 0, draw(sentences(script, 1, SIGNS))),
    ]
    text, blocks = laid_out(drawn)
    pictures = [Image(b.url or "", b.text or None) for b in blocks if b.type == "image"]
    return evolve(
        record,
        text=text,
        blocks=blocks,
        images=tuple(pictures),
        image=pictures[0] if pictures else None,
    )


@cache
@st.composite
def _blocks(draw: st.DrawFn, script: str, share: int) -> Block:
    """A block of any kind; the offsets of its links are of its own text."""
    lines = st.lists(sentences(script, share, SIGNS), min_size=1, max_size=3)
    match draw(st.sampled_from(("paragraph", "list", "quote", "code", "table", "image", "linked"))):
        case "list":
            items = draw(lines)
            return Block("list", 0, 0, "\n".join(items), items=tuple(items))
        case "quote":
            return Block("quote", 0, 0, "\n".join(draw(lines)))
        case "code":
            return Block(
                "code",
                0,
                0,
                "\n".join(f"{a}  `{b}`" for a, b in zip(SIGNS, draw(lines), strict=False)),
            )
        case "table":
            width = draw(st.integers(2, 3))
            row = st.lists(words(script, 1, 3), min_size=width, max_size=width)
            rows = tuple(map(tuple, draw(st.lists(row, min_size=2, max_size=3))))
            return Block("table", 0, 0, "\n".join(map("\t".join, rows)), rows=rows)
        case "image":
            return Block(
                "image", 0, 0, draw(st.just("") | words(script, 1, 4)), url=draw(addresses())
            )
        case "linked":
            parts = [draw(words(script, 8, 12, share)) for _ in range(3)]
            text = " ".join(parts) + STOPS.get(script, ".")
            start = len(parts[0]) + 1
            link = Link(draw(addresses()), start, start + len(parts[1]))
            return Block("paragraph", 0, 0, text, links=(link,))
        case _:
            return Block("paragraph", 0, 0, draw(sentences(script, share, SIGNS)))


TRANSPORTS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "blanks": lambda text: (text + "\n \n\n").encode(),
    "utf-16": lambda text: text.encode("utf-16"),
}
"""How a text may reach its reader: by name, what makes the bytes of it."""


def documents(format: str) -> st.SearchStrategy[bytes]:  # noqa: A002
    """Files of a format, in any transport.

    Args:
        format: One of ``FORMATS``.

    Raises:
        NormalizeError: There is no such format (``format-unknown``).
    """
    carried = records(format).map(lambda record: _written(record, format)).filter(bool)
    transports = st.sampled_from(sorted(TRANSPORTS))
    return st.builds(lambda name, text: TRANSPORTS[name](text), transports, carried)


def _written(record: Record, format: str) -> str:  # noqa: A002
    """The record in the format; nothing where that cannot carry it."""
    try:
        return dumps(record, format)
    except NormalizeError:
        return ""
