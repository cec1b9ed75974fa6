"""Text for people: grouped by file, each place with its line and a caret below it."""

from collections.abc import Iterable, Iterator

from normalize.gate.finding import Finding
from normalize.gate.summary import Summary
from normalize.terminal import harmless, width


def write(findings: Iterable[Finding], summary: Summary) -> Iterator[str]:
    """The report, file by file, and a line of counts."""
    path = None
    for finding in findings:
        if finding.path != path:
            yield f"{harmless(finding.path)}\n" if path is None else f"\n{harmless(finding.path)}\n"
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
        f"{harmless(finding.message)}\n"
    )
    if finding.line and finding.excerpt.strip():
        before = finding.column - 1 - finding.excerpt_start
        length = (
            finding.end_column - finding.column
            if finding.end_line == finding.line
            else len(finding.excerpt) - before
        )
        excerpt = finding.excerpt.replace("\t", " ")
        lead = harmless(excerpt[:before])
        marked = harmless(excerpt[before : before + length])
        yield f"  {finding.line:>6} | {harmless(excerpt)}\n"
        yield f"         | {' ' * width(lead)}{'^' * max(1, width(marked))}\n"
    for line in finding.detail.splitlines():
        yield f"         | {harmless(line)}\n"
