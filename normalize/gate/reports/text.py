"""Text for people: grouped by file, each place with its line and a caret below it."""

from collections.abc import Iterable, Iterator
from unicodedata import combining, east_asian_width

from normalize.gate.finding import Finding
from normalize.gate.summary import Summary

_WIDE = ("W", "F")


def write(findings: Iterable[Finding], summary: Summary) -> Iterator[str]:
    """The report, file by file, and a line of counts."""
    path = None
    for finding in findings:
        if finding.path != path:
            yield f"{finding.path}\n" if path is None else f"\n{finding.path}\n"
            path = finding.path
        yield from _finding(finding)
    if path is not None:
        yield "\n"
    yield f"{summary}\n"


def _finding(finding: Finding) -> Iterator[str]:
    place = f"{finding.line}:{finding.column}" if finding.line else "-"
    mend = {"safe": " [*]", "unsafe": " [!]", None: ""}[finding.mend]
    yield (
        f"  {place:<8} {finding.severity:<7} {finding.code} {finding.name}{mend}: "
        f"{finding.message}\n"
    )
    if finding.line and finding.excerpt.strip():
        before = finding.column - 1 - finding.excerpt_start
        length = (
            finding.end_column - finding.column
            if finding.end_line == finding.line
            else len(finding.excerpt) - before
        )
        marked = finding.excerpt[before : before + length]
        shown = finding.excerpt.replace("\t", " ")
        lead = " " * _width(finding.excerpt[:before])
        yield f"  {finding.line:>6} | {shown}\n"
        yield f"         | {lead}{'^' * max(1, _width(marked))}\n"
    for line in finding.detail.splitlines():
        yield f"         | {line}\n"


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in _WIDE else 1 for c in text)
