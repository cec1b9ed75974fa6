"""Findings as others read them: one module for each kind of report.

Each has ``write(findings, summary)``, which gives pieces of text. Text and ``jsonl`` come as the
files are read; the others when all is known.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import NamedTuple

from normalize.gate.finding import Finding
from normalize.gate.summary import Summary

Write = Callable[[Iterable[Finding], Summary], Iterator[str]]


class Report(NamedTuple):
    """A kind of report: its name and its module."""

    name: str
    module: str


REPORTS = {
    row.name: row
    for row in (
        Report("text", "text"),
        Report("json", "objects"),
        Report("jsonl", "lines"),
        Report("sarif", "sarif"),
        Report("junit", "junit"),
        Report("github", "github"),
    )
}
"""The kinds of report."""


def writer(name: str) -> Write:
    """The function that writes a kind of report."""
    write: Write = import_module(f"normalize.gate.reports.{REPORTS[name].module}").write
    return write
