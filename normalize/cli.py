"""The command ``normalize``: the first word chooses what runs. Only the commands print or exit."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import normalize
from normalize.commands.console import complain

COMMANDS = ("check", "explain", "index", "rule")
"""First words that are commands, each a module of that name in ``normalize.commands``."""

LATER = ("formats",)
"""First words that are commands of a later release."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The words after the command's name; those of the process where None.

    Returns:
        The exit status.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    first = words[0] if words else ""
    if first in LATER:
        complain(
            f"`normalize {first}` is not there yet in version {normalize.__version__}; "
            f"to read a file of that name, write ./{first}"
        )
        return 2
    if first in COMMANDS:
        name, program, words = first, f"normalize {first}", words[1:]
    else:
        name, program = "read", "normalize"
    command = import_module(f"normalize.commands.{name}")
    parser = argparse.ArgumentParser(
        prog=program, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    command.add_arguments(parser)
    options = parser.parse_args(words)
    try:
        status: int = command.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough; without this, the interpreter complains as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return status
