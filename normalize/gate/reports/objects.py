"""JSON: one object of the counts and the findings."""

from collections.abc import Iterable, Iterator

from normalize.gate.finding import Finding
from normalize.gate.summary import Summary
from normalize.record import dump_json


def write(findings: Iterable[Finding], summary: Summary) -> Iterator[str]:
    """The whole report."""
    found = [finding.to_dict() for finding in findings]
    report = {
        "checked": summary.checked,
        "known": summary.known,
        "by_severity": dict(sorted(summary.severities.items())),
        "by_rule": {code: count for (code, _), count in sorted(summary.rules.items())},
        "findings": found,
    }
    yield dump_json(report, indent=True).decode() + "\n"
