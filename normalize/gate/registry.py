"""The rules of the gate: one function each, under a code that never changes its meaning."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from normalize.errors import NormalizeError, Severity
from normalize.gate.finding import Fault, Mend

if TYPE_CHECKING:
    from normalize.gate.subject import Subject

Check = Callable[["Subject"], Iterable[Fault]]

SUBJECTS = (
    "decoding",
    "characters",
    "forms",
    "titles",
    "datings",
    "addresses",
    "tongues",
    "contents",
    "expected",
    "duplicates",
)
"""The modules of ``normalize.gate.rules``, in the order of their codes."""


class Rule(NamedTuple):
    """A rule.

    Attributes:
        code: ``NRM`` and three digits, the first one for the subject.
        name: What it finds, in kebab case.
        severity: Unless the settings say otherwise.
        is_default: Whether it is checked where nothing is selected.
        mend: Whether its faults can be mended, and how surely.
        problems: The codes of the record's problems that it reports.
        check: What finds the faults; its docstring is the documentation.
    """

    code: str
    name: str
    severity: Severity
    is_default: bool
    mend: Mend | None
    problems: tuple[str, ...]
    check: Check


_RULES: dict[str, Rule] = {}


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    default: bool = False,
    mend: Mend | None = None,
    problems: tuple[str, ...] = (),
) -> Callable[[Check], Check]:
    """Register a function as a rule; see ``Rule`` for the arguments."""

    def register(check: Check) -> Check:
        _RULES[code] = Rule(code, name, severity, default, mend, problems, check)
        return check

    return register


@cache
def rules() -> dict[str, Rule]:
    """Every rule under its code, in the order of the codes."""
    for subject in SUBJECTS:
        import_module(f"normalize.gate.rules.{subject}")
    return dict(sorted(_RULES.items()))


@cache
def codes(selector: str) -> frozenset[str]:
    """The codes that a selector means.

    Args:
        selector: ``ALL``, ``DEFAULT``, a code, the beginning of some codes, or a rule's name.

    Raises:
        NormalizeError: It means none (``rule-unknown``); the message names the nearest.
    """
    known = rules()
    if selector == "ALL":
        return frozenset(known)
    if selector == "DEFAULT":
        return frozenset(code for code, row in known.items() if row.is_default)
    found = [
        code
        for code, row in known.items()
        if row.name == selector or (selector.startswith("NRM") and code.startswith(selector))
    ]
    if not found:
        hint = _hint(selector, known)
        raise NormalizeError(f"there is no rule {selector!r}; {hint}", code="rule-unknown")
    return frozenset(found)


def _hint(selector: str, known: Mapping[str, Rule]) -> str:
    """What to say of a selector that means no rule."""
    from difflib import get_close_matches

    if selector.removeprefix("NRM").isdecimal():
        # Of a number the nearest in spelling is any; those that begin alike are told instead.
        kin = [code for code in known if code.startswith(selector[:4])]
        lists = "`normalize rule --all` lists them"
        return f"with {selector[:4]} begin {', '.join(kin)}; {lists}" if kin else lists
    heads = dict.fromkeys(code[:4] for code in known) if len(selector) <= len("NRM0") else ()
    names = [*known, *heads, *(row.name for row in known.values()), "ALL", "DEFAULT"]
    near = get_close_matches(selector, names, 1)
    return f"did you mean {near[0]}?" if near else "`normalize rule --all` lists them"
