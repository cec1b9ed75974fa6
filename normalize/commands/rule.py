"""``normalize rule CODE``: what a rule of the gate means."""

from types import SimpleNamespace
from typing import TYPE_CHECKING

from normalize.commands.console import complain
from normalize.errors import NormalizeError

if TYPE_CHECKING:
    from normalize.commands.declarations import Parser

EXAMPLES = """\
examples:
  normalize rule NRM405
  normalize rule date-impossible
  normalize rule --all
  normalize rule --table                 every rule, tried on its own examples
"""


def add_arguments(parser: "Parser") -> None:
    """Declare the options."""
    parser.description = "Tell what rules of `normalize check` mean."
    parser.epilog = EXAMPLES
    parser.add_argument("rules", nargs="*", metavar="RULE", help="codes, beginnings, or names")
    parser.add_argument("--all", action="store_true", help="list every rule, one a line")
    parser.add_argument(
        "--table", action="store_true", help="try every rule on its examples; 1 where one fails"
    )


def run(options: SimpleNamespace) -> int:
    """Print it; the exit status."""
    from normalize.gate.registry import codes, rules

    if options.table:
        return _table()
    if options.all:
        for rule in rules().values():
            flags = "default" if rule.is_default else ""
            mend = f"--fix ({rule.mend})" if rule.mend else ""
            print(f"{rule.code}  {rule.severity:<7}  {flags:<7}  {rule.name:<23}  {mend}".rstrip())
        return 0
    if not options.rules:
        complain("which rule? `normalize rule --all` lists them")
        return 2
    try:
        wanted = [code for rule in options.rules for code in sorted(codes(rule))]
    except NormalizeError as e:
        complain(e.msg)
        return 2
    print("\n\n".join(map(_page, dict.fromkeys(wanted))))
    return 0


def _page(code: str) -> str:
    """The documentation of a rule."""
    from normalize.gate.documentation import document
    from normalize.gate.registry import rules

    rule = rules()[code]
    said = document(rule)
    default = "on by default" if rule.is_default else "off by default"
    mended = {"safe": "; mended by --fix", "unsafe": "; mended by --unsafe-fixes", None: ""}
    parts = [
        f"{rule.code} {rule.name} ({rule.severity}, {default}{mended[rule.mend]})",
        said.what,
        f"Why: {said.why}",
        f"Fails:\n\n{_indented(said.fails)}",
        f"Passes:\n\n{_indented(said.passes)}",
        f"Mend: {said.mend}",
    ]
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))


def _table() -> int:
    from normalize.gate.trials import trials

    rows = [
        (
            trial.rule.code,
            trial.rule.name,
            "yes" if trial.fails else "NO",
            "yes" if trial.passes else "NO",
            "yes" if trial.is_documented else "NO",
            {"safe": "--fix", "unsafe": "--unsafe-fixes", None: "-"}[trial.rule.mend]
            if trial.is_mended
            else "NO",
        )
        for trial in trials()
    ]
    head = ("code", "name", "fails", "passes", "documented", "fixable")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    return int(any("NO" in row for row in rows))
