"""The command line that the tables over the outside data share."""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path


def printed(description: str | None, table: Callable[[Path, list[str]], Iterable[str]]) -> None:
    """Print a table of the folder and the sets that the command line names, line by line."""
    asked = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("shared", type=Path, metavar="SHARED")
    asked.add_argument("sets", nargs="*", metavar="SET")
    options = asked.parse_args()
    for line in table(options.shared.resolve(), options.sets):
        print(line.rstrip(), flush=True)
