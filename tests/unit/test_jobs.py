"""The command with ``--jobs``, and how far it has come: the same output, whoever reads."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from normalize.cli import main
from normalize.commands import progress, read
from normalize.commands.progress import Bar, line

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
GOOD = "Rain again in Oslo\n\nRain fell in the night, and by the morning the streets were wet.\n"
Captured = pytest.CaptureFixture[str]


def ran(capsys: Captured, *words: str) -> tuple[int, str, str]:
    status = main(words)
    return (status, *capsys.readouterr())


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--detect"],
        ["--strict"],
        ["--ledger", "--with-source"],
        ["--fields", "title,published"],
        ["--to", "csv"],
        ["--to", "jsonfeed"],
        ["--encoding", "utf-8", "--max-size", "300"],
    ],
    ids=" ".join,
)
def test_output_and_messages_are_those_of_one_process(capsys: Captured, words: list[str]) -> None:
    folders = [str(CORPUS / name) for name in ("html-comment", "date-prefix", "jekyll-post")]
    alone = ran(capsys, *words, *folders)
    assert alone[1]
    assert ran(capsys, "--jobs", "3", *words, *folders) == alone


def test_directory_of_output_is_that_of_one_process(capsys: Captured, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        ran(capsys, "--jobs", jobs, "--to", "tei", "-o", f"{tmp_path}/{jobs}/", str(CORPUS))
    one, two = (
        {p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*.xml")}
        for n in ("1", "2")
    )
    assert len(one) > 90
    assert one == two


def _deadly(path: str, *others: Any) -> Any:
    if path.endswith("20.txt"):
        os._exit(9)
    return _READ(path, *others)


_READ = read._read


def test_file_over_which_a_process_dies_is_told_and_the_others_are_read(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(40):
        (tmp_path / f"{n:02}.txt").write_text(GOOD)
    monkeypatch.setattr(read, "_read", _deadly)
    status, out, err = ran(capsys, "--jobs", "2", str(tmp_path))
    assert (status, out.count("\n")) == (1, 39)
    lost = f"{tmp_path / '20.txt'}: crashed: the process that read it ended with exit code 9"
    assert err == f"normalize: {lost}\nnormalize: 40 read, 1 with errors (crashed 1)\n"


def test_file_larger_than_the_bound_is_told(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    status, out, err = ran(capsys, "--max-size", "20", str(tmp_path / "a.txt"))
    assert (status, out) == (1, "")
    assert "a.txt: too-large: the input is larger than 20 bytes" in err


@pytest.mark.parametrize("words", [["--jobs", "0"], ["--jobs", "two"], ["--max-size", "0"]])
def test_number_that_is_none_is_wrong_usage(capsys: Captured, words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([*words, "a.txt"])
    assert caught.value.code == 2
    assert "is no whole number of 1 or more" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("done", "total", "seconds", "text"),
    [
        (1, 3, 2.0, "[######--------------] 1 of 3, 0.5 a second, 0:04 left"),
        (4000, 4_000_000, 2.0, "[--------------------] 4,000 of 4,000,000, 2,000 a second, "),
        (5, 5, 1e-9, "[####################] 5 of 5, 5,000,000,000 a second, 0:00 left"),
    ],
)
def test_line_tells_rate_and_time_left(done: int, total: int, seconds: float, text: str) -> None:
    assert line(done, total, seconds).startswith(text)


def test_line_tells_hours() -> None:
    assert line(1000, 4_000_000, 2.0).endswith(", 500 a second, 2:13:18 left")


def _on_terminal(monkeypatch: pytest.MonkeyPatch, *, err: bool, out: bool) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: err)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: out)


def test_bar_is_shown_on_a_terminal_alone(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(GOOD)
    (tmp_path / "1.txt").write_text("---\ntitle: Rain\nRain fell.\n")
    monkeypatch.setenv("TERM", "xterm")
    plain = ran(capsys, str(tmp_path))
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)
    monkeypatch.setattr(progress, "_PERIOD", 0.0)
    assert ran(capsys, str(tmp_path)) == plain
    _on_terminal(monkeypatch, err=True, out=True)
    assert "a second" not in ran(capsys, str(tmp_path))[2]
    _on_terminal(monkeypatch, err=True, out=False)
    status, out, err = ran(capsys, str(tmp_path))
    assert (status, out) == plain[:2]
    shown = err.split("\r")
    assert shown[0] == ""
    assert shown[1].startswith("[######--------------] 1 of 3, ")
    assert shown[3].startswith("\x1b[Knormalize: ")  # the bar makes room for a message
    assert "normalize: 3 read" in shown[-1]
    monkeypatch.setenv("TERM", "dumb")
    assert ran(capsys, str(tmp_path)) == plain


def test_work_that_is_short_shows_no_bar(capsys: Captured) -> None:
    bar = Bar()
    assert bar.count(iter("abc")) == ["a", "b", "c"]
    bar.show(3)
    bar.clear()
    assert capsys.readouterr().err == ""
