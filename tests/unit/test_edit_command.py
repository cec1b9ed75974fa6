"""``normalize --set``: the diff, the file, what is refused; a killed edit leaves a whole file."""

import os
import random
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from normalize.cli import main

TEXT = "---\r\ntitle: Rain\r\n---\r\nRain fell in the night, and the streets were wet by morning."


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("post.md")
    path.write_bytes(TEXT.encode())
    return path


def test_edit_is_printed_as_a_diff(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--set", "title=Snow: heavy", "post.md"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("--- post.md\n+++ post.md\n@@ -1,4 +1,4 @@\n ---\r\n")
    assert '-title: Rain\r\n+title: "Snow: heavy"\r\n' in out
    assert out.endswith("by morning.\n\\ No newline at end of file\n")
    assert post.read_bytes() == TEXT.encode()


def test_file_is_edited_in_place_with_its_mode_through_a_link(post: Path) -> None:
    post.chmod(0o640)
    Path("link.md").symlink_to(post)
    assert main(["--in-place", "--set=title=Snow", "--set=tags=wet, cold", "link.md"]) == 0
    assert post.read_bytes() == TEXT.replace("Rain\r", 'Snow\r\ntags: ["wet", "cold"]\r').encode()
    assert Path("link.md").is_symlink()
    assert stat.S_IMODE(post.stat().st_mode) == 0o640
    assert sorted(os.listdir()) == ["link.md", "post.md"]


def test_file_that_says_so_already_is_not_written(post: Path) -> None:
    before = post.stat()
    assert main(["--set", "title=Rain", "--in-place", "post.md"]) == 0
    assert post.stat() == before


def test_refusal_names_the_file_and_leaves_it(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bare.txt").write_text(TEXT.rpartition("\n")[2], encoding="utf-8")
    assert main(["--set", "url=https://a.example/", "--in-place", "bare.txt", "post.md"]) == 1
    _, err = capsys.readouterr()
    assert err.startswith("normalize: bare.txt: not-carried: a prose file has no place for url")
    assert b'canonical_url: "https://a.example/"' in post.read_bytes()


def test_place_that_is_left_is_told(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post.write_text("---\ntitle: A\n---\n[B](https://a.example/)\n---\nRain.\n", encoding="utf-8")
    assert main(["--set", "title=C", "--in-place", "post.md"]) == 0
    assert "post.md: edit-left: line 4, column 2: 'B' differed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["--set", "title", "post.md"],
            "--set: 'title' has no =; give FIELD=VALUE, of the fields title, url, ",
        ),
        (
            ["--set", "text=a", "post.md"],
            "--set: there is no field 'text' to set; give FIELD=VALUE, of the fields",
        ),
        (["--set", "title=a", "none.md"], "there is no file or directory 'none.md'"),
        (["--set", "title=a", "--in-place", "-"], "--in-place: standard input is no file"),
    ],
)
def test_wrong_usage_is_told(
    words: list[str], message: str, post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert message in capsys.readouterr().err


ENDLESS = """
import sys
from normalize.cli import main
while True:
    for title in ("Snow", "Rain"):
        main(["--set", f"title={title}", "--in-place", sys.argv[1]])
        print(title, flush=True)
"""


def test_killed_edit_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    long = TEXT + "\r\n\r\nThe wardens said so." * 1_000
    path.write_bytes(long.encode())
    whole = {long.encode(), long.replace("title: Rain", "title: Snow").encode()}
    chance = random.Random(5)
    seen = set()
    for _ in range(20):
        command = [sys.executable, "-c", ENDLESS, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            for _ in range(chance.randint(1, 4)):
                process.stdout.readline()
            time.sleep(chance.uniform(0, 0.03))
            process.kill()
        found = path.read_bytes()
        assert found in whole
        seen.add(found)
    assert seen == whole
    assert sorted(x for x in os.listdir(tmp_path) if not x.startswith(".post.md.")) == ["post.md"]
