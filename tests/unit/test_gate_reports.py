"""The reports of the gate, held to the published schemas where those are there."""

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

import normalize
from normalize.gate.finding import Finding
from normalize.gate.reports import writer
from normalize.gate.reports.github import digest
from normalize.gate.summary import Summary

POST = "---\ntitle: Снег, 100 %\ndate: 2024-02-30\n---\n\nSnow fell\x08 in the night.\n"


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """Findings of each severity, with a place and without, of names that need quoting."""
    monkeypatch.chdir(tmp_path)
    Path("a & b").mkdir()
    Path("a & b/снег,1.md").write_text(POST, encoding="utf-8")
    Path("a & b/x.json").write_text("{}")
    Path("a & b/x.md").write_text(POST.replace("\x08", "…"), encoding="utf-8")
    table = {"select": ["ALL"], "ignore": ["NRM208"]}
    return list(normalize.check(["a & b"], table))


def report(kind: str, found: list[Finding]) -> str:
    summary = Summary(lambda: 2)
    return "".join(writer(kind)(summary.count(found), summary))


def test_sarif_is_valid_and_its_places_are_code_points(found: list[Finding], shared: Path) -> None:
    schema = json.loads((shared / "schemas/sarif-2.1.0-rtm.6.json").read_text())
    sarif = json.loads(report("sarif", found))
    jsonschema.validate(sarif, schema)
    jsonschema.validate(json.loads(report("sarif", [])), schema)


def test_sarif_places_rules_and_fingerprints(found: list[Finding]) -> None:
    (run,) = json.loads(report("sarif", found))["runs"]
    first = next(r for r in run["results"] if r["ruleId"] == "NRM405")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20%26%20b/x.md" or place["artifactLocation"][
        "uri"
    ].startswith("a%20%26%20b/%D1%81")
    assert place["region"] == {
        "startLine": 3,
        "startColumn": 7,
        "endLine": 3,
        "endColumn": 17,
        "charOffset": POST.index("2024"),
        "charLength": 10,
    }
    assert run["columnKind"] == "unicodeCodePoints"
    rule = run["tool"]["driver"]["rules"][first["ruleIndex"]]
    assert (rule["id"], rule["name"]) == ("NRM405", "DateImpossible")
    assert "**Why.** It is never rolled over" in rule["help"]["markdown"]
    prints = [r["partialFingerprints"]["normalizeFinding/v1"] for r in run["results"]]
    assert len(set(prints)) == len(prints)


def test_junit_is_valid(found: list[Finding], shared: Path) -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(etree.parse(shared / "schemas/junit.xsd"))
    for findings in (found, []):
        schema.assertValid(etree.fromstring(report("junit", findings).encode()))


def test_junit_counts_failures(found: list[Finding]) -> None:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(report("junit", found))
    assert [suite.get("name") for suite in root] == ["a & b/x.md", "a & b/снег,1.md"]
    failures = [len(suite.findall("testcase/failure")) for suite in root]
    assert [int(suite.get("failures", "")) for suite in root] == failures
    assert sum(failures) == sum(f.severity != "info" for f in found)


def test_github_annotates_with_escapes(found: list[Finding]) -> None:
    lines = report("github", found).splitlines()
    line = next(x for x in lines if "NRM405" in x and "%2C1" in x)
    assert line == (
        "::error file=a & b/снег%2C1.md,line=3,endLine=3,col=7,endColumn=17,"
        "title=NRM405 date-impossible::there is no day '2024-02-30'"
    )
    detail = next(x for x in lines if "NRM801" in x and x.startswith("::"))
    assert "%0A--- a & b/x.json%0A" in detail
    assert lines[-1].startswith("2 files checked, in 2 of them")


def test_github_keeps_to_ten_annotations_of_a_kind(found: list[Finding]) -> None:
    one = next(f for f in found if f.severity == "error")
    lines = report("github", [one] * 25).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith(one.path) for line in lines) == 15
    assert lines[-2].split() == ["25", one.code, one.name]


def test_the_summary_of_a_job_is_a_table(found: list[Finding]) -> None:
    summary = Summary(lambda: 2)
    list(summary.count(found))
    assert "| NRM405 | date-impossible | 2 |\n" in digest(summary)
    assert digest(Summary(lambda: 3)) == ("### normalize check\n\n3 files checked, nothing found\n")


def test_text_cuts_a_place_of_several_lines_at_the_first(found: list[Finding]) -> None:
    said = report("text", found)
    assert "       3 | date: 2024-02-30\n         |       ^^^^^^^^^^\n" in said
    assert said.count("a & b/x.md\n") == 1


def pieces(kind: str) -> Iterator[str]:
    def endless() -> Iterator[Finding]:
        while True:
            yield FINDING

    return writer(kind)(endless(), Summary(lambda: 1))


FINDING = Finding(
    code="NRM401",
    name="date-missing",
    severity="warning",
    path="a.md",
    message="the article has no date",
    detail="",
    start=None,
    end=None,
    line=0,
    column=0,
    end_line=0,
    end_column=0,
    excerpt="",
    excerpt_start=0,
    mend=None,
    fingerprint="0",
)


@pytest.mark.parametrize("kind", ["text", "jsonl", "github"])
def test_reports_come_as_files_are_read(kind: str) -> None:
    assert "NRM401" in next(p for p in pieces(kind) if p != "a.md\n")
