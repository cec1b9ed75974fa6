"""What the gate mends: only what it says, exactly, whole or not at all."""

from pathlib import Path

import pytest

import normalize
from normalize.gate import fixing
from normalize.gate.documentation import document, example
from normalize.gate.fixing import Mended
from normalize.gate.likeness import FIELDS, said
from normalize.gate.registry import Rule, rules
from normalize.gate.settings import Plan, Settings

MENDED = [rule for rule in rules().values() if rule.mend]
POST = "---\ntitle: Rain\ndate: 2024-04-08\n---\n\nRain fell in the night.\n"


def mend(path: Path, *select: str, unsafe: bool = False) -> Mended:
    return fixing.mend(path, Plan(Settings(select=select or ("ALL",))), unsafe=unsafe)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.md"


@pytest.mark.parametrize("rule", MENDED, ids=[rule.code for rule in MENDED])
def test_what_is_mended_is_found_no_more(rule: Rule, tmp_path: Path) -> None:
    (name, data), *_ = example(document(rule).fails).files.items()
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    mended = mend(path, rule.code, unsafe=rule.mend == "unsafe")
    assert mended.codes == (rule.code,)
    fixing.write(mended)
    now = path.with_name(mended.name)
    assert now.read_bytes() == mended.after
    assert list(normalize.check([now], {"select": [rule.code]})) == []
    if rule.mend == "safe":
        before, after = (normalize.loads(d) for d in (data, mended.after))
        assert [said(before, f) for f in FIELDS] == [said(after, f) for f in FIELDS]


def test_all_at_once_in_a_file_with_a_mark_and_two_kinds_of_line_ends(file: Path) -> None:
    file.write_bytes(
        b"\xef\xbb\xbf---\r\ntitle: Rain \r\n---\r\n\r\nRain in the cafe\xcc\x81.\nSnow. \r\n"
    )
    mended = mend(file)
    assert mended.after == (
        b"---\r\ntitle: Rain\r\n---\r\n\r\nRain in the caf\xc3\xa9.\r\nSnow.\r\n"
    )
    assert mended.codes == ("NRM106", "NRM107", "NRM111", "NRM112")
    assert mend(file, "NRM106").after == mended.before[3:]


def test_bytes_beside_an_edit_are_never_encoded_again(file: Path) -> None:
    file.write_bytes(b"Rain again \n\nCaf\xe9 \xff\xc3\xa9 caf\xc3\xa9 in the night.  \n")
    assert mend(file, "NRM112").after == (
        b"Rain again\n\nCaf\xe9 \xff\xc3\xa9 caf\xc3\xa9 in the night.\n"
    )


def test_what_would_change_the_article_is_refused(file: Path) -> None:
    file.write_text(POST.replace("night", "ni\u200bght"), encoding="utf-8")
    assert not mend(file).is_changed
    assert mend(file, unsafe=True).after.decode() == POST
    code = POST + "\n```\nrain \n```\n"
    file.write_text(code, encoding="utf-8")
    refused = mend(file, "NRM112")
    assert not refused.is_changed
    assert refused.refused == (("NRM112", "blocks, text"),)


def test_control_characters_are_dropped_only_when_asked(file: Path) -> None:
    file.write_text(POST.replace("night", "ni\x08ght"))
    assert not mend(file).is_changed
    assert mend(file, unsafe=True).after.decode() == POST


def test_a_name_that_is_taken_is_not_taken_over(tmp_path: Path) -> None:
    folder = tmp_path / "_posts"
    folder.mkdir()
    (folder / "rain.md").write_text(POST + "  \n")
    (folder / "2024-04-08-rain.md").write_text("other")
    mended = mend(folder / "rain.md")
    assert mended.name == "2024-04-08-rain.md"
    with pytest.raises(FileExistsError):
        fixing.write(mended)
    assert (folder / "rain.md").read_text() == POST + "  \n"
    assert (folder / "2024-04-08-rain.md").read_text() == "other"


def test_a_file_that_cannot_be_written_stands_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + POST.encode())

    def full(*ignored: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        fixing.write(mend(file))
    assert file.read_bytes() == b"\xef\xbb\xbf" + POST.encode()
    assert [p.name for p in file.parent.iterdir()] == ["a.md"]


def test_a_file_without_faults_is_the_same(file: Path) -> None:
    file.write_text(POST)
    mended = mend(file)
    assert (mended.is_changed, mended.codes, mended.diff()) == (False, (), "")


def test_the_change_is_shown(tmp_path: Path) -> None:
    (tmp_path / "_posts").mkdir()
    path = tmp_path / "_posts/rain.md"
    path.write_text(POST)
    assert mend(path).diff() == f"rename {path}\n    to {path.parent}/2024-04-08-rain.md\n"
    path.write_text(POST.replace("night.", "night.  "))
    assert mend(path).diff().splitlines()[-2:] == [
        "-Rain fell in the night.  ",
        "+Rain fell in the night.",
    ]
