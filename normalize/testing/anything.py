"""Records of any content whatever, such as no reader gives: for what has to take every record."""

from functools import cache
from typing import get_args

from hypothesis import strategies as st

from normalize.passage import BlockType
from normalize.record import Block, Image, Link, Literals, Record, Related

# Controls, marks, signs of XML and YAML more often than chance would have them.
_ODD = "\x00\x0b\x1b\x7f\x85\u2028\ufeff\ufffe\uffff\r\n\t\"'&<>\\|=]-:#`* "


@cache
def texts() -> st.SearchStrategy[str]:
    """A short text of any characters that UTF-8 holds."""
    return st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from(_ODD)), max_size=20)


@cache
def anything() -> st.SearchStrategy[Record]:
    """A record of any content; its fields need not agree."""
    some = st.none() | texts()
    many = st.lists(texts(), max_size=3).map(tuple)
    images = st.builds(Image, texts(), some, some, some)
    return st.builds(
        Record,
        id=some,
        title=some,
        published=some,
        modified=some,
        url=some,
        site=some,
        authors=many,
        credits=many,
        dateline=some,
        language=some,
        categories=many,
        tags=many,
        summary=some,
        image=st.none() | images,
        images=st.lists(images, max_size=2).map(tuple),
        text=texts(),
        blocks=st.lists(_blocks(), max_size=4).map(tuple),
        related=st.lists(st.builds(Related, texts(), some, some), max_size=2).map(tuple),
        extra=st.dictionaries(
            st.sampled_from(("tags", "title")) | texts(), _literals(), max_size=3
        ),
    )


def _blocks() -> st.SearchStrategy[Block]:
    many = st.lists(texts(), max_size=3).map(tuple)
    links = st.builds(Link, texts(), st.integers(0, 20), st.integers(0, 20))
    return st.builds(
        Block,
        st.sampled_from(get_args(BlockType)),
        st.just(0),
        st.just(0),
        texts(),
        links=st.lists(links, max_size=3).map(tuple),
        level=st.none() | st.integers(1, 6),
        items=st.none() | many,
        rows=st.none() | st.lists(many, max_size=3).map(tuple),
        url=st.none() | texts(),
    )


def _literals() -> st.SearchStrategy[Literals]:
    words: st.SearchStrategy[Literals] = texts()
    return st.recursive(
        words,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts(), inner, max_size=2),
    )
