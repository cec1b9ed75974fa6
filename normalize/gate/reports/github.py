"""Workflow commands of GitHub Actions: annotations at the lines of a pull request.

A step may annotate ten errors, ten warnings and ten notices; the rest would be dropped in silence,
so that they are printed as plain lines, and the counts of every rule end the report.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from normalize.gate.finding import Finding
from normalize.gate.summary import Summary

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_MOST = 10


def write(findings: Iterable[Finding], summary: Summary) -> Iterator[str]:
    """The report, line by line."""
    said: Counter[str] = Counter()
    for finding in findings:
        said[finding.severity] += 1
        if said[finding.severity] <= _MOST:
            yield _annotation(finding)
        else:
            place = f":{finding.line}:{finding.column}" if finding.line else ""
            message = f"{finding.path}{place}: {finding.code} {finding.message}"
            yield f"{_data(message)}\n"
    for (code, name), count in sorted(summary.rules.items()):
        yield f"{count:>9,}  {code} {name}\n"
    yield f"{summary}\n"


def digest(summary: Summary) -> str:
    """The counts in Markdown, for the summary of a job."""
    rows = "".join(
        f"| {code} | {name} | {count:,} |\n"
        for (code, name), count in sorted(summary.rules.items())
    )
    table = f"\n| rule | | findings |\n|---|---|---:|\n{rows}" if rows else ""
    return f"### normalize check\n\n{summary}\n{table}"


def _annotation(finding: Finding) -> str:
    values = {"file": finding.path}
    if finding.line:
        values["line"] = str(finding.line)
        values["endLine"] = str(finding.end_line)
        if finding.end_line == finding.line:
            values["col"] = str(finding.column)
            values["endColumn"] = str(finding.end_column)
    values["title"] = f"{finding.code} {finding.name}"
    properties = ",".join(f"{key}={_property(value)}" for key, value in values.items())
    message = "\n".join(filter(None, (finding.message, finding.detail)))
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(message)}\n"


def _data(text: str) -> str:
    """A message as a workflow command holds it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
