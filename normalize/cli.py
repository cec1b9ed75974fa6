"""The command ``normalize``: the first word chooses what runs. Only the commands print or exit."""

import gc
import os
import sys

import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType, SimpleNamespace

COMMANDS = ("check", "explain", "formats", "index", "rule")
"""First words that are commands, each a module of that name in ``normalize.commands``."""


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
        print(f"normalize: standard output: not written: {e.strerror or e}", file=sys.stderr)
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
        edits = any(word == "--set" or word.startswith("--set=") for word in words)
        name, program = "edit" if edits else "read", "normalize"
    command = import_module(f"normalize.commands.{name}")
    declarations = Declarations()
    command.add_arguments(declarations)
    options = declarations.read(words)
    if options is None:
        options = _parsed(command, program, words)
    status: int = command.run(options)
    return status


def _parsed(command: "ModuleType", program: str, words: list[str]) -> "SimpleNamespace":
    """What words ask of a command, by a parser; it ends the process over help and faults."""
    from argparse import ArgumentParser, RawDescriptionHelpFormatter
    from types import SimpleNamespace

    parser = ArgumentParser(prog=program, formatter_class=RawDescriptionHelpFormatter)
    command.add_arguments(parser)
    return parser.parse_args(words, SimpleNamespace())
