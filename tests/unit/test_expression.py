"""Expressions that are compiled when they are first used."""

import re
import subprocess
import sys
from importlib import import_module
from pkgutil import walk_packages

import pytest

import normalize
from normalize.expression import expression

MODULES = [m.name for m in walk_packages(normalize.__path__, "normalize.")]
IMPORTED_LATER = ("__main__", "calendar", "layout", "testing")


def test_it_does_what_the_compiled_one_does() -> None:
    said = expression(r"(?P<word>[a-z]+)(\d)?", re.IGNORECASE)
    same = re.compile(r"(?P<word>[a-z]+)(\d)?", re.IGNORECASE)
    text = "Rain1 fell2 in"
    for _ in range(2):  # the first use compiles, the second does not
        assert [m.span() for m in said.finditer(text)] == [m.span() for m in same.finditer(text)]
        for name in ("match", "search", "fullmatch", "findall", "split"):
            ours, theirs = getattr(said, name)(text), getattr(same, name)(text)
            assert repr(ours) == repr(theirs)
        assert said.sub("-", text, 1) == same.sub("-", text, 1)
        assert said.match(text, 5, 7) is None
        assert said.groups == 2
        assert said.groupindex == {"word": 1}
        assert said.pattern == same.pattern


def test_bytes() -> None:
    assert expression(rb"\d+").findall(b"1 22") == [b"1", b"22"]


def test_an_unknown_attribute_is_an_error() -> None:
    with pytest.raises(AttributeError):
        expression("a").replace  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("name", [m for m in MODULES if not m.endswith(IMPORTED_LATER)])
def test_the_expressions_of_each_module_compile(name: str) -> None:
    lazy = type(expression("a"))
    for value in vars(import_module(name)).values():
        values = value.values() if isinstance(value, dict) else (value,)
        for one in values if not isinstance(value, tuple) else value:
            if isinstance(one, lazy):
                assert one.groups >= 0


def test_importing_the_reader_compiles_nothing() -> None:
    program = """
import re, sys
import attrs, html, json, orjson  # what they compile is theirs
compiled = []
compile, re._compiler.compile = re._compiler.compile, lambda *a: compiled.append(a)
import normalize.api, normalize.gate.checking, normalize.formats
sys.exit(repr(compiled) if compiled else 0)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
