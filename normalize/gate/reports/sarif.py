"""SARIF 2.1.0 (OASIS), as code hosts show it: results with their places, rules with their help."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

import normalize
from normalize.gate.documentation import document
from normalize.gate.finding import Finding
from normalize.gate.registry import Rule, rules
from normalize.gate.summary import Summary
from normalize.record import dump_json

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(findings: Iterable[Finding], summary: Summary) -> Iterator[str]:
    """The whole report."""
    found = list(findings)
    cited = sorted({finding.code for finding in found})
    run = {
        "tool": {
            "driver": {
                "name": "normalize",
                "semanticVersion": normalize.__version__,
                "rules": [_rule(rules()[code]) for code in cited],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, cited.index(finding.code)) for finding in found],
    }
    report = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield dump_json(report, indent=True).decode() + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    said = document(rule)
    plain = f"{said.what} {said.why} {said.mend}"
    marked = (
        f"{said.what}\n\n**Why.** {said.why}\n\n**Fails**\n\n```\n{said.fails}\n```\n\n"
        f"**Passes**\n\n```\n{said.passes}\n```\n\n**Mend.** {said.mend}\n"
    )
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": said.what},
        "fullDescription": {"text": said.why},
        "help": {"text": plain, "markdown": marked},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.is_default},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote(finding.path, errors="surrogateescape")}
    }
    if finding.start is not None:
        end = finding.start if finding.end is None else finding.end
        place["region"] = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": finding.end_column,
            "charOffset": finding.start,
            "charLength": end - finding.start,
        }
    message = "\n".join(filter(None, (finding.message, finding.detail)))
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"normalizeFinding/v1": finding.fingerprint},
    }
