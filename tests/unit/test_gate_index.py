"""The corpus index: what it finds, its writers, kills, and duplicates with precision and recall."""

import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import normalize
from normalize.gate.entries import Entry, entry
from normalize.gate.index import Index, build
from normalize.gate.shingles import bands, likeness, signature

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrst"]


def prose(seed: int, length: int = 180) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def edited(words: list[str], share: float, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) if chance.random() < share else word for word in words]


def text(words: list[str]) -> str:
    return " ".join(words)


def test_likeness_of_texts_is_the_share_of_common_runs() -> None:
    one = prose(1, 1000)
    for kept in (0, 250, 500, 750, 1000):
        other = one[:kept] + prose(2, 1000 - kept)
        runs = [set(zip(w, w[1:], w[2:], strict=False)) for w in (one, other)]
        true = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
        signed = [signature(text(w)) for w in (one, other)]
        assert signed[0] is not None
        assert signed[1] is not None
        assert abs(likeness(signed[0], signed[1]) - true) < 0.12


def test_short_texts_are_not_signed_and_ideographs_are_words() -> None:
    assert signature(text(prose(1, 23))) is None
    assert signature(text(prose(1, 24))) is not None
    assert signature("今天夜里下了大雨，早上街道都是湿的，没有人受伤，渡船停了一天") is not None


def test_case_and_marks_do_not_count() -> None:
    words = prose(3)
    assert signature(text(words)) == signature(", ".join(words).upper() + "!")
    assert len(set(bands(signature(text(words)) or b""))) == 16


def test_an_index_finds_bytes_articles_and_texts(tmp_path: Path) -> None:
    body = text(prose(1))
    near = text(edited(prose(1), 0.05, 2))
    with Index(tmp_path / "c.db", create=True) as index:
        index.add(
            [
                entry("same.md", "sha256:1", "v1:1", body),
                entry("other.md", "sha256:2", "v1:1", body),
                entry("near.md", "sha256:3", "v1:3", near),
                entry("far.md", "sha256:4", "v1:4", text(prose(9))),
            ]
        )
        found = index.find(entry("new.md", "sha256:1", "v1:1", body), 0.5)
        assert [(m.path, m.kind) for m in found] == [
            ("same.md", "bytes"),
            ("other.md", "article"),
            ("near.md", "text"),
        ]
        assert 0.5 < found[2].likeness < 0.95
        assert index.find(entry("same.md", "sha256:1", "v1:9", ""), 0.5) == []


def test_an_article_is_renewed_under_its_path(tmp_path: Path) -> None:
    with Index(tmp_path / "c.db", create=True) as index:
        old, new = (entry("a.md", f"sha256:{n}", f"v1:{n}", text(prose(n))) for n in (1, 2))
        assert index.add([old]) == (1, 0)
        assert index.add([old]) == (0, 1)
        assert index.add([new]) == (1, 0)
        assert index.stats()["articles"] == 1
        assert index.stats()["clues"] == 19
        assert index.find(old._replace(path="b.md"), 0.5) == []
        assert [m.kind for m in index.find(new._replace(path="b.md"), 0.5)] == ["bytes"]


def test_an_index_that_is_built_is_one_that_is_grown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("normalize.gate.index._BATCH", 20)
    entries = [entry(f"{n}.md", f"sha256:{n}", f"v1:{n}", text(prose(n))) for n in range(50)]
    assert build(tmp_path / "built.db", entries) == 50
    with Index(tmp_path / "grown.db", create=True) as grown:
        grown.add(entries)
    dumps = []
    for name in ("built.db", "grown.db"):
        with sqlite3.connect(tmp_path / name) as db:
            dumps.append(list(db.iterdump()))
        db.close()
    assert dumps[0] == dumps[1]
    with pytest.raises(FileExistsError):
        build(tmp_path / "built.db", entries)


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[Entry]:
        yield entry("a.md", "sha256:1", "v1:1", "")
        raise OSError(5, "gone")

    with pytest.raises(OSError, match="gone"):
        build(tmp_path / "c.db", broken())
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_index_is_refused(tmp_path: Path) -> None:
    (tmp_path / "c.db").write_text("no database\n" * 100)
    with pytest.raises(normalize.NormalizeError, match="cannot be used"):
        Index(tmp_path / "c.db")
    with pytest.raises(FileNotFoundError):
        Index(tmp_path / "none.db")


def test_an_index_of_other_signatures_is_refused(tmp_path: Path) -> None:
    Index(tmp_path / "c.db", create=True).close()
    with sqlite3.connect(tmp_path / "c.db") as db:
        db.execute("UPDATE meta SET value = x'00'")
    db.close()
    with pytest.raises(normalize.NormalizeError, match="build it anew"):
        Index(tmp_path / "c.db")


def _write(file: str, first: int) -> None:
    with Index(Path(file), create=True) as index:
        for n in range(first, first + 40):
            index.add([entry(f"{n}.md", f"sha256:{n}", f"v1:{n}", text(prose(n)))])


def test_several_writers_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    file = str(tmp_path / "c.db")
    writers = [context.Process(target=_write, args=(file, n * 40)) for n in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    with Index(tmp_path / "c.db") as index:
        assert index.stats()["articles"] == 160
        assert index.stats()["clues"] == 160 * 19


KILLED = """
import sys
from pathlib import Path
from normalize.gate.entries import entry
from normalize.gate.index import Index
def entries():
    for n in range(10**9):
        if n == 6000:
            print("ready", flush=True)
        yield entry(f"{n}.md", f"sha256:{n}", f"v1:{n}", "")
with Index(Path(sys.argv[1]), create=True) as index:
    index.add(entries())
"""


@pytest.mark.skipif(os.name != "posix", reason="a kill that cannot be caught")
def test_a_kill_loses_the_last_batch_at_most(tmp_path: Path) -> None:
    words = [sys.executable, "-c", KILLED, str(tmp_path / "c.db")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(0.05)
        writer.send_signal(signal.SIGKILL)
    with Index(tmp_path / "c.db") as index:
        stats = index.stats()
        assert stats["articles"] >= 4000
        assert stats["articles"] % 2000 == 0
        assert stats["clues"] == 3 * stats["articles"]
        assert index.add([entry("0.md", "sha256:0", "v1:0", "")]) == (0, 1)


def test_duplicates_are_found_with_precision_and_recall(tmp_path: Path) -> None:
    """Copies, other formats, edits of 5 % of the words; strangers with the same boilerplate."""
    furniture = text(prose(-1, 60))
    files: list[tuple[str, str | None]] = []  # a path, and that of its original

    def put(name: str, content: str, of: str | None) -> None:
        (tmp_path / name).write_text(content)
        files.append((name, of))

    count = 60
    for n in range(count):
        words = prose(n)
        body = f"{text(words[:90]).capitalize()}.\n\n{text(words[90:]).capitalize()}.\n"
        post = f"---\ntitle: T{n} rain\ndate: 2024-04-08\n---\n\n{{}}"
        put(f"a{n:03}.md", post.format(body), None)
        put(f"b{n:03}.md", post.format(body), f"a{n:03}.md")
        other = f'+++\ntitle = "T{n} rain"\ndate = 2024-04-08\n+++\n\n{body}'
        put(f"c{n:03}.md", other, f"a{n:03}.md")
        near = text(edited(words, 0.05, n)).capitalize()
        put(f"d{n:03}.md", f"---\ntitle: U{n}\n---\n\n{near}.\n", f"a{n:03}.md")
        stranger = f"{text(prose(n + 1000)).capitalize()}.\n\n{furniture.capitalize()}.\n"
        put(f"e{n:03}.md", f"---\ntitle: V{n}\n---\n\n{stranger}", None)
    found = {f.path.rpartition("/")[2] for f in normalize.check([tmp_path], {"select": ["NRM9"]})}
    wanted = {name for name, of in files if of}
    assert len(found & wanted) / len(found) >= 0.98
    assert len(found & wanted) / len(wanted) >= 0.98
