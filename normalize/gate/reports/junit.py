"""JUnit's XML, as Ant writes it: a suite for each file with findings, a case for each finding.

Errors and warnings are failures, what is merely said (``info``) is skipped. No time is measured and
none is asked of the clock: the form wants both, and has zero and the beginning of Unix time.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from xml.sax.saxutils import escape, quoteattr

from normalize.expression import expression
from normalize.gate.finding import Finding
from normalize.gate.summary import Summary

# What XML 1.0 cannot hold.
_BARRED = expression("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANKS = expression(r"\s+")


def write(findings: Iterable[Finding], summary: Summary) -> Iterator[str]:
    """The report, suite by suite."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    number = 0
    for path, found in groupby(findings, attrgetter("path")):
        yield from _suite(number, path, list(found))
        number += 1
    if number == 0:
        yield from _suite(0, "normalize check", [])
    yield "</testsuites>\n"


def _suite(number: int, path: str, found: Sequence[Finding]) -> Iterator[str]:
    failures = sum(finding.severity != "info" for finding in found)
    yield (
        f'<testsuite id="{number}" name={_attribute(path)} package="normalize" '
        f'timestamp="1970-01-01T00:00:00" hostname="localhost" tests="{max(1, len(found))}" '
        f'failures="{failures}" errors="0" time="0">\n<properties/>\n'
    )
    if not found:
        yield f'<testcase name="nothing found" classname={_attribute(path)} time="0"/>\n'
    for finding in found:
        yield from _case(finding)
    yield "<system-out/>\n<system-err/>\n</testsuite>\n"


def _case(finding: Finding) -> Iterator[str]:
    name = f"{finding.code} {finding.name}"
    if finding.line:
        name += f" {finding.line}:{finding.column}"
    yield f'<testcase name={_attribute(name)} classname={_attribute(finding.path)} time="0">'
    message = _attribute(finding.message)
    if finding.severity == "info":
        yield f"<skipped message={message}/>"
    else:
        detail = escape(_clean(finding.detail or finding.excerpt))
        yield f'<failure type="{finding.severity}" message={message}>{detail}</failure>'
    yield "</testcase>\n"


def _attribute(text: str) -> str:
    """A text as the value of an attribute, white space folded."""
    return quoteattr(_BLANKS.sub(" ", _clean(text)).strip() or "-")


def _clean(text: str) -> str:
    return _BARRED.sub("\ufffd", text)
