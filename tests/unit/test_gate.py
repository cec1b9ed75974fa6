"""The gate: its settings, which rules run where, and what a finding says."""

from pathlib import Path
from typing import Any

import pytest

import normalize
from normalize.gate import baseline, settings
from normalize.gate.registry import codes
from normalize.gate.settings import Plan, Settings
from normalize.gate.summary import Summary

POST = "---\ntitle: Rain\ndate: {}\n---\n\nRain fell in the night, the wardens said.\n"
NO_DAY = POST.format("2024-02-30")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in/drafts").mkdir(parents=True)
    (tmp_path / "in/a.md").write_text(NO_DAY)
    (tmp_path / "in/drafts/b.md").write_text(NO_DAY + "\nMore of it.\n")
    (tmp_path / "in/c.md").write_text(POST.format("2024-02-29") + "\nEven more of it.\n")
    return tmp_path


def found(*paths: str, **table: Any) -> list[tuple[str, str]]:
    keys = {key.replace("_", "-"): value for key, value in table.items()}
    return [(f.path, f.code) for f in normalize.check(paths, keys)]


def test_a_directory_is_checked_file_by_file(folder: Path) -> None:
    assert found("in") == [("in/a.md", "NRM405"), ("in/drafts/b.md", "NRM405")]


def test_a_finding_names_its_place(folder: Path) -> None:
    (one,) = normalize.check(["in/a.md"])
    assert (one.start, one.end) == (NO_DAY.index("2024"), NO_DAY.index("2024") + 10)
    assert (one.line, one.column, one.end_line, one.end_column) == (3, 7, 3, 17)
    assert one.excerpt == "date: 2024-02-30"
    assert (one.name, one.severity, one.mend) == ("date-impossible", "error", None)
    assert one.message == "there is no day '2024-02-30'"


def test_a_fingerprint_outlives_lines_above(folder: Path) -> None:
    (before,) = normalize.check(["in/a.md"])
    (folder / "in/a.md").write_text(NO_DAY.replace("title", "tags: x\ntitle"))
    (after,) = normalize.check(["in/a.md"])
    assert after.line == before.line + 1
    assert after.fingerprint == before.fingerprint


def test_a_long_line_is_cut_around_the_place(folder: Path) -> None:
    (folder / "long.md").write_text(f"Rain\n\n{'x' * 5000}\x08{'y' * 5000}\n")
    (one,) = normalize.check(["long.md"], {"select": ["control-character"]})
    assert len(one.excerpt) == 160
    assert one.excerpt[one.column - 1 - one.excerpt_start] == "\x08"


def test_the_narrower_of_select_and_ignore_wins(folder: Path) -> None:
    assert found("in/a.md", select=["NRM4"], ignore=["NRM405"]) == []
    assert found("in/a.md", select=["NRM405"], ignore=["NRM4"]) == [("in/a.md", "NRM405")]
    assert found("in/a.md", select=["ALL"], ignore=["ALL"]) == []
    assert found("in/a.md", ignore=["date-impossible"]) == []
    assert found("in/a.md", extend_select=["body-short"]) == [
        ("in/a.md", "NRM702"),
        ("in/a.md", "NRM405"),
    ]


def test_paths_have_settings_of_their_own(folder: Path) -> None:
    per_path = {"in/drafts": {"ignore": ["NRM4"], "extend-select": ["body-short"], "min-text": 999}}
    assert found("in", per_path=per_path) == [("in/a.md", "NRM405"), ("in/drafts/b.md", "NRM702")]
    table = {"per-path": {"*.md": {"severity": {"NRM405": "info"}}}}
    (one,) = normalize.check(["in/a.md"], table)
    assert one.severity == "info"


def test_excluded_files_are_not_read(folder: Path) -> None:
    assert found("in", exclude=["in/drafts"]) == [("in/a.md", "NRM405")]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"selct": ["ALL"]}, "there is no setting selct; did you mean select?"),
        ({"zzz": 1}, "index, baseline, per-path"),
        ({"per-paths": {}}, "did you mean per-path?"),
        (
            {"per-path": {"a": {"severity": {"NRM405": 1}}}},
            "the setting per-path.a.severity.NRM405 is one of info, warning, error, not 1",
        ),
        ({"select": ["date-imposible"]}, "did you mean date-impossible?"),
        ({"select": ["XYZ"]}, "`normalize rule --all` lists them"),
        ({"select": "ALL"}, "the setting select is a list of strings"),
        ({"severity": {"NRM405": "fatal"}}, "the setting severity.NRM405 is one of info, "),
        ({"fail-on": "seldom"}, "the setting fail-on is one of"),
        ({"latest-date": "soon"}, "the setting latest-date is a day"),
        ({"near-duplicate": 2}, "the setting near-duplicate is a number"),
        ({"min-text": True}, "the setting min-text is a count"),
        ({"per-path": {"a": {"baseline": "x"}}}, "there is no setting per-path.a.baseline"),
        ({"per-path": {"a": 1}}, "the setting per-path.a is a table"),
    ],
)
def test_settings_that_are_not_known_are_refused(table: dict[str, Any], said: str) -> None:
    with pytest.raises(normalize.NormalizeError) as raised:
        Settings.from_table(table)
    assert said in raised.value.msg


def test_settings_are_found_above(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.normalize]\nignore = ["NRM405"]\n')
    (folder / "in/pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert settings.discover(folder / "in").ignore == ("NRM405",)
    (folder / "in/normalize.toml").write_text("earliest-date = 1990-01-01\n")
    nearest = settings.discover(folder / "in/drafts")
    assert (nearest.ignore, nearest.earliest_date) == ((), "1990-01-01")
    assert nearest.folder == folder / "in"


def test_a_file_of_settings_that_does_not_read_is_named(folder: Path) -> None:
    (folder / "normalize.toml").write_text("select = [\n")
    with pytest.raises(normalize.NormalizeError, match=r"normalize\.toml: it is not TOML"):
        settings.discover(folder)


def test_settings_without_rules_run_none() -> None:
    _, chosen = Plan(Settings.from_table({"select": []})).of(Path("a.md"))
    assert chosen == ()


def test_a_path_that_names_nothing_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        list(normalize.check(["nowhere"]))


def test_a_baseline_leaves_out_what_it_holds(folder: Path) -> None:
    old = list(normalize.check(["in"]))
    assert baseline.write(folder / "known.json", old) == 2
    known = baseline.load(folder / "known.json")
    (folder / "in/d.md").write_text(NO_DAY.replace("Rain fell", "Snow fell"))
    summary = Summary(lambda: 4)
    new = list(baseline.unknown(normalize.check(["in"]), known, summary))
    assert [f.path for f in new] == ["in/d.md"]
    assert summary.known == 2
    (folder / "known.json").write_text("[]")
    with pytest.raises(normalize.NormalizeError, match="no baseline"):
        baseline.load(folder / "known.json")


def test_the_same_line_once_more_is_new(folder: Path) -> None:
    (one,) = normalize.check(["in/a.md"])
    summary = Summary(lambda: 1)
    assert list(baseline.unknown([one, one], {one.fingerprint: 1}, summary)) == [one]


def test_a_summary_counts(folder: Path) -> None:
    summary = Summary(lambda: 3, "error")
    assert not summary.has_failed
    list(summary.count(normalize.check(["in"])))
    assert summary.has_failed
    assert str(summary) == "3 files checked, in 2 of them 2 errors"
    assert not Summary(lambda: 3, "never").has_failed


def test_selectors_mean_codes() -> None:
    assert codes("NRM405") == codes("date-impossible") == {"NRM405"}
    assert codes("NRM4") < codes("ALL")
