"""JSON Lines: one object a finding, as the files are read."""

from collections.abc import Iterable, Iterator

from normalize.gate.finding import Finding
from normalize.gate.summary import Summary
from normalize.record import dump_json


def write(findings: Iterable[Finding], summary: Summary) -> Iterator[str]:
    """One line a finding; the summary has no line."""
    for finding in findings:
        yield dump_json(finding.to_dict()).decode() + "\n"
