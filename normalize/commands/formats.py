"""``normalize formats``: what each format carries of a record, from the code that writes it."""

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from normalize.commands.declarations import Parser


def add_arguments(parser: "Parser") -> None:
    """Declare the options."""
    parser.description = "Print what each format carries, who holds it, and on which condition."
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help="these formats alone")


def run(options: SimpleNamespace) -> int:
    """Print the table; the exit status."""
    from normalize.commands.console import complain
    from normalize.writing import FORMS, carried

    unknown = [name for name in options.formats if name not in FORMS]
    if unknown:
        complain(f"there is no format {unknown[0]!r}; there are {', '.join(FORMS)}")
        return 2
    for name in options.formats or FORMS:
        for form in FORMS[name]:
            stack = [x.name if x in form.needed else f"({x.name})" for x in form.layers]
            sys.stdout.write(f"{name}: {' over '.join([*stack, form.body])}\n")
        for field, condition in carried(name).items():
            sys.stdout.write(f"  {field:<10} {condition}\n")
    return 0
