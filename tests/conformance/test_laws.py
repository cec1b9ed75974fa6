"""Laws 1, 4 and 8 over every file of the outside data; run with -s, it prints the figures."""

import json
import time
from collections import Counter
from pathlib import Path

import pytest

import normalize
from normalize.document import Document
from normalize.errors import PROBLEMS
from tests.conformance.outside import File, packed, plain
from tests.spelling import spells

pytestmark = pytest.mark.shared


def body_of(document: Document) -> str:
    """What the body's segments spell, undecodable bytes beside them; JSON's escapes resolved."""
    body = "".join(
        document.text[s.start : s.end]
        for s in document.segments
        if s.role in ("body", "undecodable")
    )
    return json.loads(f'"{body}"', strict=False) if document.record.format == "json-post" else body


def errors_of(file: File) -> set[str]:
    """The codes of a file's errors; laws 1 and 4 hold of it or the test fails."""
    document = normalize.parse(file.data)
    assert document.to_bytes() == file.data, file.name
    segments = document.segments
    assert "".join(document.text[s.start : s.end] for s in segments) == document.text, file.name
    ranges = document.byte_segments()
    assert b"".join(file.data[a:b] for a, b in ranges) == (file.data if ranges else b""), file.name
    assert spells(body_of(document), document.record.text), file.name
    document.record.to_json(ledger=True, source=True)
    return {p.code for p in document.record.problems if p.severity == "error"}


def test_seeds_heads_and_flat_keep_their_bytes_and_have_no_error(shared: Path) -> None:
    files = list(plain(shared))
    assert len(files) > 400
    assert {file.name: codes for file in files if (codes := errors_of(file))} == {}


def test_every_file_of_the_conformance_data_keeps_its_bytes(shared: Path) -> None:
    began = time.monotonic()
    codes: Counter[str] = Counter()
    listed: list[str] = []
    files = 0
    for file in packed(shared):
        files += 1
        found = errors_of(file)
        codes.update(found)
        listed += [f"{file.set}/{file.name}: {code}" for code in sorted(found)]
    print(f"\n{files:,} files in {time.monotonic() - began:.0f} s; errors {dict(codes)}")
    print(*listed, sep="\n")
    assert files > 9000
    assert set(codes) <= set(PROBLEMS)
