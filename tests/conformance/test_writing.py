"""Law 2 over the outside data: what is written reads back, and written twice is the same text."""

import random
from collections import Counter
from pathlib import Path

import pytest

import normalize
from normalize.writing import FORMS
from tests.conformance.outside import packed, plain
from tests.roundtrip import differing, written

pytestmark = pytest.mark.shared


def test_seeds_are_written_in_their_own_format_and_read_back_the_same(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        record = normalize.load(path)
        text = normalize.dumps(record, record.format)
        again = normalize.loads(text)
        assert (again.format, differing(record, again)) == (record.format, []), path.name
        assert normalize.dumps(again, again.format) == text


def test_what_a_format_takes_of_the_outside_data_it_gives_back(shared: Path) -> None:
    """Run with -s, it prints how many files each format carries."""
    files = [file for file in plain(shared) if file.set != "flat"]
    others = list(packed(shared))
    random.Random(5).shuffle(others)
    carried: Counter[str] = Counter()
    for file in files + others[:1000]:
        record = normalize.loads(file.data, name=file.name)
        for format_ in (record.format, "jekyll-post", "headline-timestamp", "html"):
            text = written(record, format_) if format_ in FORMS else None
            if text is not None:
                carried[format_] += 1
                again = normalize.loads(text)
                assert differing(record, again) == [], (file.set, file.name, format_)
                assert written(again, format_) == text, (file.set, file.name, format_)
    print(f"\n{len(files)} and 1,000 files; carried {dict(carried)}")
    assert carried["jekyll-post"] > 900
