"""Options read without a parser are those that a parser reads."""

from argparse import ArgumentParser
from importlib import import_module
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.cli import COMMANDS
from normalize.commands.declarations import Declarations

NAMES = [*COMMANDS, "edit", "read"]
WORDS = [
    *("a.txt", "-", "--", "", "-x", "-h", "--help", "--version", "-1", "build", "stats"),
    *("--set", "title=A", "--in-place", "--encoding", "utf-8", "--jobs", "2", "two", "--jobs=2"),
    *(
        "--select",
        "A,B",
        "--ignore",
        "C",
        "--fix",
        "--diff",
        "--report",
        "json",
        "-o",
        "--isolated",
    ),
    *("--config", "--exit-zero", "--fields", "--max-size", "0", "--det", "--detect", "--all"),
]


@pytest.mark.parametrize("name", NAMES)
@given(words=st.lists(st.sampled_from(WORDS), max_size=6))
def test_what_is_read_without_a_parser_is_what_the_parser_reads(
    name: str, words: list[str]
) -> None:
    command = import_module(f"normalize.commands.{name}")
    declarations = Declarations()
    command.add_arguments(declarations)
    found = declarations.read(words)
    if found is not None:
        parser = ArgumentParser()
        command.add_arguments(parser)
        assert found == parser.parse_args(words, SimpleNamespace())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("read", ["a.txt", "b.txt"]),
        ("read", ["--jobs", "2", "--detect", "-"]),
        ("check", ["--isolated", "a.txt"]),
        ("check", ["a.txt", "--select", "A,B", "--select", "C", "--config", "n.toml"]),
    ],
)
def test_plain_words_need_no_parser(name: str, words: list[str]) -> None:
    declarations = Declarations()
    import_module(f"normalize.commands.{name}").add_arguments(declarations)
    assert declarations.read(words) is not None
