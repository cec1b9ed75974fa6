"""The command ``normalize``: the first word chooses what runs. Only the commands print or exit."""

import gc
import os
import sys

import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType, SimpleNamespace

COMMANDS = {
    "check": "check files as additions to a corpus",
    "explain": "show why the record of a file is what it is",
    "formats": "print what each format carries of a record",
    "index": "build, grow and count the index of a corpus, for duplicates",
    "rule": "tell what rules of `normalize check` mean",
}
"""First words that are commands, each a module of that name in ``normalize.commands``."""

_EDITS = ("--set", "--in-place")
"""Options that ask for the module ``edit``, for which no first word stands."""


def entry() -> int:
    """Run the command as a process of its own, which ends with the status that is returned.

    Imports and records leave no garbage in circles: to look for it, on the way and once more at the
    end, takes a fifth of a short run.
    """
    gc.set_threshold(50_000)
    status = main()
    gc.freeze()
    return status


def main(arguments: "Sequence[str] | None" = None) -> int:
    """Run the command.

    Args:
        arguments: The words after the command's name; those of the process where None.

    Returns:
        The exit status.
    """
    if sys.stderr is None:
        # Closed: what would be said there goes nowhere.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - it stays open
    if sys.stdout is None:
        print("normalize: standard output is closed", file=sys.stderr)
        return 2
    try:
        try:
            return _run(sys.argv[1:] if arguments is None else list(arguments))
        finally:
            # Here, since what the interpreter meets as it ends it can only complain about.
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough.
        _drop_output()
        return 0
    except OSError as e:
        _drop_output()
        from normalize.commands.console import complain

        where = e.filename or "standard output: not written"
        complain(f"{where}: {e.strerror or e}")
        return 2
    except KeyboardInterrupt:
        return 130


def _drop_output() -> None:
    """Lead what is left of the output nowhere, for the interpreter tries it again as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(words: list[str]) -> int:
    """Run the command that words ask for; the exit status."""
    if words == ["--version"]:
        # As the parser would, which takes longer to import than the interpreter to start.
        print(f"normalize {normalize.__version__}")
        return 0
    first = words[0] if words else ""
    from importlib import import_module

    from normalize.commands.declarations import Declarations

    if first in COMMANDS:
        name, program, words = first, f"normalize {first}", words[1:]
    else:
        edits = any(word.partition("=")[0] in _EDITS for word in words)
        name, program = "edit" if edits else "read", "normalize"
        meant = _nearest(first) if first.isalpha() and not os.path.lexists(first) else None
        if meant:
            from normalize.commands.console import complain

            complain(f"there is no file or directory {first!r}; did you mean `normalize {meant}`?")
            return 2
    command = import_module(f"normalize.commands.{name}")
    declarations = Declarations()
    command.add_arguments(declarations)
    options = declarations.read(words)
    if options is None:
        options = _parsed(command, program, words)
    status: int = command.run(options)
    return status


def _nearest(word: str) -> str | None:
    """The command that is spelled much like a word."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, COMMANDS, 1)), None)


def _overview() -> str:
    """The commands that have a help of their own, a line each."""
    rows = {**COMMANDS, "--set FIELD=VALUE": "give fields other values, as a diff or --in-place"}
    lines = "".join(f"  {word:<18} {what}\n" for word, what in rows.items())
    return f"commands (normalize WORD --help says more of each):\n{lines}\n"


def _parsed(command: "ModuleType", program: str, words: list[str]) -> "SimpleNamespace":
    """What words ask of a command, by a parser; it ends the process over help and faults."""
    from argparse import ArgumentParser, RawDescriptionHelpFormatter
    from types import SimpleNamespace

    parser = ArgumentParser(prog=program, formatter_class=RawDescriptionHelpFormatter)
    command.add_arguments(parser)
    if command.__name__.endswith(".read"):
        parser.epilog = f"{_overview()}{parser.epilog}"
    return parser.parse_args(words, SimpleNamespace())
