"""Every rule tried on the examples of its own documentation."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from normalize.gate.checking import Checker
from normalize.gate.documentation import document, example
from normalize.gate.finding import Finding
from normalize.gate.registry import Rule, rules
from normalize.gate.settings import Settings


class Trial(NamedTuple):
    """What came of the examples of a rule.

    Attributes:
        rule: The rule.
        fails: Whether the example that fails has a finding.
        passes: Whether the example that passes has none.
        is_documented: Whether every section of the documentation is there.
        is_mended: Whether a rule that says it is mended mends its example, and no other does.
    """

    rule: Rule
    fails: bool
    passes: bool
    is_documented: bool
    is_mended: bool


def findings(rule: Rule, shown: str) -> list[Finding]:
    """What a rule finds in the last file of an example, beside the others."""
    files, values = example(shown)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = []
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
            if not path.endswith(".json"):
                paths.append(folder / path)
        settings = Settings.from_table({"select": [rule.code], **values}, folder)
        with Checker(settings) as checker:
            return [f for f in checker.check(paths) if f.path == paths[-1].as_posix()]


def trials() -> Iterator[Trial]:
    """Every rule on its examples, in the order of the codes."""
    for rule in rules().values():
        said = document(rule)
        failing = findings(rule, said.fails) if said.fails else []
        passing = findings(rule, said.passes) if said.passes else failing
        yield Trial(
            rule,
            bool(failing),
            not passing,
            all(said),
            all(f.mend == rule.mend for f in failing),
        )
