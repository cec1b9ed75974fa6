"""What the gate finds: the fault that a rule sees, and the finding that is reported."""

from typing import Literal, NamedTuple, TypeAlias

from attrs import frozen

from normalize.errors import Severity
from normalize.record import scrub

Mend = Literal["safe", "unsafe"]
Failing: TypeAlias = Severity | Literal["never"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
"""From the least to the most."""


class Edit(NamedTuple):
    """Characters of the decoded text that another string takes the place of."""

    start: int
    end: int
    text: str = ""


class Fault(NamedTuple):
    """What a rule sees in a file.

    Attributes:
        message: What is wrong, in one line, without the place; what follows a line feed is detail,
            such as a diff.
        start, end: Where, in code points of the decoded text; None for the whole file.
        edits: What mends it, in order and without overlap.
        drops_bom: Whether it is mended by dropping the byte order mark.
        rename: The name of the file that mends it.
        is_safe: Whether a mend that the rule says is safe is so here.
    """

    message: str
    start: int | None = None
    end: int | None = None
    edits: tuple[Edit, ...] = ()
    drops_bom: bool = False
    rename: str | None = None
    is_safe: bool = True

    @property
    def is_mendable(self) -> bool:
        """Whether the gate can mend it."""
        return bool(self.edits or self.drops_bom or self.rename)


@frozen
class Finding:
    """A fault of one file under one rule.

    Attributes:
        code: The stable code of the rule.
        name: The name of the rule.
        severity: As the rule or the settings have it.
        path: The file, as it was named.
        message: What is wrong, in one line.
        detail: More of it, such as a diff; empty where there is none.
        start, end: Where, in code points of the decoded text; None for the whole file.
        line, column, end_line, end_column: The same place, from 1; 0 for the whole file.
        excerpt: The line of the place, cut to what can be shown.
        excerpt_start: How many characters of the line stand before the excerpt.
        mend: Whether ``--fix`` mends it (``safe``), ``--unsafe-fixes`` alone, or neither.
        fingerprint: What stays the same when lines are added above: of rule, path and line.
    """

    code: str
    name: str
    severity: Severity
    path: str
    message: str
    detail: str
    start: int | None
    end: int | None
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    excerpt_start: int
    mend: Mend | None
    fingerprint: str

    def to_dict(self) -> dict[str, object]:
        """The finding as plain data, without the excerpt."""
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity,
            "path": scrub(self.path),
            "message": self.message,
            "detail": self.detail,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "mend": self.mend,
            "fingerprint": self.fingerprint,
        }
