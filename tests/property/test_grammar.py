"""Every grammar's expression reads what Lark reads, and nothing else."""

import re

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from lark import Token, UnexpectedInput

from normalize import _expressions, grammar

EDITS = "\n\r -[]():#\"'"
NAMES = grammar.names()
_SEEDS = 20


@st.composite
def near_misses(draw: st.DrawFn, text: str) -> str:
    """The text, or the text with one character deleted, inserted, doubled or replaced."""
    if not text:
        return str(draw(st.sampled_from(["", *EDITS])))
    at = draw(st.integers(0, len(text) - 1))
    character = draw(st.sampled_from(sorted({*text, *EDITS})))
    head, old, tail = text[:at], text[at], text[at + 1 :]
    edited = (f"{head}{middle}{tail}" for middle in ("", character + old, old + old, character))
    return str(draw(st.sampled_from([text, *edited])))


@st.composite
def samples(draw: st.DrawFn, loaded: grammar.Grammar) -> str:
    """A text that the grammar describes, or its specimen, or what is nearly one of them."""
    text = draw(loaded.strategy() | st.just(loaded.specimen))
    for _ in range(draw(st.integers(0, 3))):
        text = draw(near_misses(text))
    return text


def by_expression(name: str, text: str) -> dict[str, str] | None:
    """What the named groups of the start rule hold; None where it does not read the text."""
    found = re.fullmatch(getattr(_expressions, name.upper())["start"], text)
    return found and {key: said for key, said in found.groupdict().items() if said is not None}


def by_lark(name: str, text: str) -> dict[str, str] | None:
    """The same from Lark's tokens."""
    named = re.compile(getattr(_expressions, name.upper())["start"]).groupindex
    return tokens(name, text, set(named))


def tokens(name: str, text: str, wanted: set[str]) -> dict[str, str] | None:
    try:
        tree = grammar.load(name).lark().parse(text)
    except UnexpectedInput:
        return None
    found = tree.scan_values(lambda value: isinstance(value, Token))
    return {token.type: str(token) for token in found if token.type in wanted}


@pytest.mark.parametrize("name", NAMES)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_expression_and_lark_read_the_same(name: str, data: st.DataObject) -> None:
    text = data.draw(samples(grammar.load(name)))
    assert by_expression(name, text) == by_lark(name, text)


@pytest.mark.parametrize("name", NAMES)
def test_strategy_draws_every_terminal(name: str) -> None:
    loaded = grammar.load(name)
    wanted = {terminal.name for terminal in loaded.lark().terminals}
    drawn: set[str] = set()
    # What one seed draws depends on the modules that are loaded, whose constants are drawn too.
    for number in range(_SEEDS):
        if drawn == wanted:
            break

        @seed(number)
        @settings(
            max_examples=200,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(loaded.strategy())
        def collect(text: str) -> None:
            drawn.update(tokens(name, text, wanted) or {})

        collect()
    assert drawn == wanted
