"""Files: which ones a path names, and writing one whole or not at all."""

import os
from pathlib import Path

import pytest

from normalize.files import find, whole


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        *("b.txt", "a.MD", "c.html", "d.json", ".hidden.txt", "none", "z/e.htm", "z/f.markdown"),
        *(".git/g.txt", "y/.x/h.txt", "y/i.post"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Rain.")
    return tmp_path


@pytest.mark.parametrize(
    ("glob", "names"),
    [
        (None, ["a.MD", "b.txt", "c.html", "z/e.htm", "z/f.markdown"]),
        ("*.post", ["y/i.post"]),
        ("*", ["a.MD", "b.txt", "c.html", "d.json", "none", "y/i.post", "z/e.htm", "z/f.markdown"]),
        ("*.none", []),
    ],
)
def test_directory_gives_its_files_sorted_without_hidden_ones(
    tree: Path, glob: str | None, names: list[str]
) -> None:
    found = list(find(tree, glob))
    assert [file.below.as_posix() for file in found] == names
    assert [file.path for file in found] == [tree / name for name in names]


def test_file_that_is_named_is_taken_whatever_its_name(tree: Path) -> None:
    assert list(find(tree / ".hidden.txt", "*.md")) == [(tree / ".hidden.txt", Path(".hidden.txt"))]


def test_hidden_directory_that_is_named_is_read(tree: Path) -> None:
    assert [file.below for file in find(tree / ".git")] == [Path("g.txt")]


def test_file_is_written_whole_and_its_directories_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    with whole(path) as file:
        file.write(b"one")
        assert not path.exists()
    assert path.read_bytes() == b"one"
    assert os.listdir(path.parent) == ["b.json"]


def test_what_stood_there_still_stands_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(b"old")

    def fail() -> None:
        with whole(path) as file:
            file.write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["b.json"]


@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
def test_mode_is_kept_and_a_new_file_obeys_the_mask(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"old")
    old.chmod(0o640)
    before = os.umask(0o027)
    try:
        for path in (old, new):
            with whole(path) as file:
                file.write(b"new")
    finally:
        os.umask(before)
    assert [path.stat().st_mode & 0o777 for path in (old, new)] == [0o640, 0o640]
    assert os.umask(before) == before


def test_a_file_for_reading_only_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError, match="for reading only"), whole(path) as file:
        file.write(b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_what_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    link = tmp_path / "b.md"
    link.symlink_to("a.md")
    with whole(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_directory_gives_no_pipe_but_links_to_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    (tmp_path / "c.txt").write_text("c")
    (tmp_path / "d.txt").symlink_to("c.txt")
    (tmp_path / "e.txt").symlink_to("nowhere")
    assert [found.below.name for found in find(tmp_path)] == ["c.txt", "d.txt", "e.txt"]


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with whole(pipe) as file:
        file.write(b"Rain.")
    assert (os.read(reader, 9), pipe.is_fifo()) == (b"Rain.", True)
    os.close(reader)
