"""The README's examples are true."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n\$ (normalize [^\n]*)\n(.*?)```", README, re.DOTALL)


def test_python_examples_give_what_they_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = "\n".join(re.findall(r"```python\n(.*?)```", README, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    outcome = doctest.DocTestRunner(optionflags=flags).run(test)
    assert outcome.attempted > 10
    assert outcome.failed == 0


@pytest.mark.parametrize(("command", "shown"), CONSOLE, ids=[c for c, _ in CONSOLE])
def test_commands_print_what_they_show(command: str, shown: str) -> None:
    words = [sys.executable, "-m", *shlex.split(command)]
    plain = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"}
    ran = subprocess.run(
        words, cwd=ROOT, env=plain, capture_output=True, text=True, encoding="utf-8"
    )
    assert ran.stdout + ran.stderr == shown


def test_the_first_code_block_is_the_two_commands_of_the_set_up() -> None:
    block = README.partition("```")[2].partition("```")[0]
    assert block.startswith("sh\n")
    assert len(block.strip().splitlines()) == 3
