"""``map``: the records of many files, in order, and what stands for those not read."""

import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import normalize
from normalize import batches

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SPECIMENS = sorted(CORPUS.rglob("*.txt"))[::6]
GOOD = b"Rain again in Oslo\n\nRain fell in the night, and by the morning the streets were wet.\n"


def codes(record: normalize.Record) -> list[str]:
    return [problem.code for problem in record.problems]


@pytest.mark.parametrize("jobs", [1, 2])
def test_records_are_those_of_load_in_order_with_their_ledgers(jobs: int) -> None:
    for path, record in zip(SPECIMENS, normalize.map(SPECIMENS, jobs=jobs), strict=True):
        alone = normalize.load(path)
        assert record == alone
        assert record.to_json(ledger=True, source=True) == alone.to_json(ledger=True, source=True)


@pytest.mark.parametrize("jobs", [1, 2])
def test_bytes_are_read_under_their_names(jobs: int) -> None:
    items = [
        (f"2024-05-0{n}-rain.md", b"---\ntitle: Rain\n---\nIt rained.\n") for n in range(1, 10)
    ]
    records = list(normalize.map(items, jobs=jobs))
    assert [r.published for r in records] == [f"2024-05-0{n}" for n in range(1, 10)]
    assert [r.source.path for r in records] == [name for name, _ in items]


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_item_raises_and_each_has_a_record_that_says_why(jobs: int, tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(GOOD * 10)
    items: list[Any] = [
        ("a.txt", GOOD),
        tmp_path / "none.txt",
        tmp_path,
        "nul\0in.txt",
        tmp_path / "large.txt",
        ("b.txt", GOOD * 10),
        ("c.txt", 7),
        7,
        ("d.txt", b"\0\1\2"),
        ("e.txt", GOOD),
    ]
    records = list(normalize.map(items, jobs=jobs, max_size=200))
    assert [codes(r) for r in records] == [
        [],
        ["unreadable"],
        ["unreadable"],
        ["crashed"],
        ["too-large"],
        ["too-large"],
        ["crashed"],
        ["crashed"],
        ["binary"],
        [],
    ]
    valid = Draft202012Validator(normalize.record_schema())
    for record in records:
        valid.validate(record.to_dict())
        assert normalize.Record.from_json(record.to_json()) == record
    assert records[1].source.path == str(tmp_path / "none.txt")
    assert records[1].missing == dict.fromkeys(("title", "published", "url", "language"), "absent")
    assert (records[1].id, records[1].problems[0].severity) == (None, "error")


def _deadly(item: Any, **options: Any) -> normalize.Record:
    if item[0] == "deadly":
        os._exit(9)
    return normalize.loads(item[1], name=item[0], **options)


def test_item_that_ends_its_process_has_a_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "_record", _deadly)
    items = [("deadly" if n == 30 else f"{n}.txt", GOOD) for n in range(100)]
    records = list(normalize.map(items, jobs=2))
    assert [n for n, r in enumerate(records) if codes(r)] == [30]
    assert codes(records[30]) == ["crashed"]
    assert records[30].problems[0].message == "the process that read it ended with exit code 9"
    assert [r.source.path for r in records] == [name for name, _ in items]


@pytest.mark.parametrize(
    ("options", "code"), [({"jobs": 0}, "jobs-invalid"), ({"encoding": "no"}, "encoding-unknown")]
)
def test_wrong_arguments_raise_at_once(options: dict[str, Any], code: str) -> None:
    with pytest.raises(normalize.NormalizeError) as caught:
        normalize.map([], **options)
    assert caught.value.code == code
