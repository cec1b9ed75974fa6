r"""The documentation of a rule: what its docstring says, and the examples in it as files.

A docstring is a sentence, then the sections ``Why:``, ``Fails:``, ``Passes:`` and ``Mend:``. In an
example, a line ``$ key = value`` is a setting and a line ``> name`` begins a file of that name
(``article.txt`` where there is none); ``\xNN`` is a byte, ``\uNNNN`` a character, ``\r`` a carriage
return and ``\s`` a blank that would not be seen.
"""

import re
import tomllib
from inspect import cleandoc
from textwrap import dedent
from typing import Any, NamedTuple

from normalize.expression import expression
from normalize.gate.registry import Rule

_SECTION = expression(r"^(Why|Fails|Passes|Mend):[ \n]", re.MULTILINE)
_ESCAPE = expression(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([rs]))")
_PLAIN = "article.txt"


class Example(NamedTuple):
    """An example: its files, the last one the one that is meant, and its settings."""

    files: dict[str, bytes]
    settings: dict[str, Any]


class Documentation(NamedTuple):
    """What a rule says of itself; examples as they are printed."""

    what: str
    why: str
    fails: str
    passes: str
    mend: str


def document(rule: Rule) -> Documentation:
    """The documentation of a rule, its sections empty where the docstring has none."""
    parts = _SECTION.split(cleandoc(rule.check.__doc__ or ""))
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    fails, passes = (dedent(sections.get(key, "").strip("\n")) for key in ("Fails", "Passes"))
    why, mend = (" ".join(sections.get(key, "").split()) for key in ("Why", "Mend"))
    return Documentation(" ".join(parts[0].split()), why, fails.strip(), passes.strip(), mend)


def example(shown: str) -> Example:
    """The files of an example as it is printed."""
    settings: list[str] = []
    files: dict[str, list[str]] = {}
    name = _PLAIN
    for line in shown.split("\n"):
        if line.startswith("$ "):
            settings.append(line[2:])
        elif line.startswith("> "):
            name = line[2:]
        else:
            files.setdefault(name, []).append(line)
    return Example(
        {name: _bytes("\n".join(lines)) for name, lines in files.items()},
        tomllib.loads("\n".join(settings)),
    )


def _bytes(text: str) -> bytes:
    """The bytes that an example means, with a line feed at the end."""
    out = bytearray()
    place = 0
    for found in _ESCAPE.finditer(text):
        out += text[place : found.start()].encode()
        byte, character, letter = found.groups()
        if byte:
            out.append(int(byte, 16))
        else:
            out += (
                chr(int(character, 16)) if character else {"r": "\r", "s": " "}[letter]
            ).encode()
        place = found.end()
    return bytes(out + text[place:].encode() + b"\n")
