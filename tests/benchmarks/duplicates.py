"""Duplicates on a made set: precision and recall of each kind.

    python -m tests.benchmarks.duplicates [NUMBER]

Of each original there are a copy, the same article in another format, and one with a twentieth of
its words changed; beside each stand two strangers, one with the original's boilerplate, which is a
third of both.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import normalize

_LETTERS = ("bdfgklmnprstvz", "aeiou", "lmnrstkdgp", "aeiou", "lmnrst")
_CHANCE = random.Random(0)
WORDS = sorted({"".join(map(_CHANCE.choice, _LETTERS)) for _ in range(30_000)})
"""Made words, which no language has."""


class Made(NamedTuple):
    """A made file: its name, its content, and its kind; whether it is a duplicate."""

    name: str
    content: str
    kind: str
    is_duplicate: bool


def edited(words: list[str], share: float, seed: int) -> list[str]:
    """Words of which a share is changed."""
    chance = random.Random(seed)
    return [chance.choice(WORDS) if chance.random() < share else word for word in words]


def _body(words: list[str]) -> str:
    half = len(words) // 2
    return "\n\n".join(f"{' '.join(part).capitalize()}." for part in (words[:half], words[half:]))


def made(count: int) -> Iterator[Made]:
    """The files of a set, originals first."""
    chance = random.Random(1)
    articles = [chance.choices(WORDS, k=chance.randint(60, 400)) for _ in range(count)]
    notices = [chance.choices(WORDS, k=len(words) // 2) for words in articles]
    posts = "---\ntitle: {}\ndate: 2024-04-08\n---\n\n{}\n"
    hugo = '+++\ntitle = "{}"\ndate = 2024-04-08\n+++\n\n{}\n'
    for n, (words, notice) in enumerate(zip(articles, notices, strict=True)):
        body = f"{_body(words)}\n\n{_body(notice)}"
        yield Made(f"0/{n}.md", posts.format(f"Rain {n}", body), "original", False)
        yield Made(f"1/{n}.md", posts.format(f"Rain {n}", body), "copy", True)
        yield Made(f"2/{n}.md", hugo.format(f"Rain {n}", body), "other format", True)
        near = f"{_body(edited(words, 0.05, n))}\n\n{_body(edited(notice, 0.05, -n))}"
        yield Made(f"3/{n}.md", posts.format(f"Snow {n}", near), "5 % edited", True)
        stranger = f"{_body(chance.choices(WORDS, k=len(words)))}\n\n{_body(notice)}"
        yield Made(f"4/{n}.md", posts.format(f"Hail {n}", stranger), "same boilerplate", False)
        alone = _body(chance.choices(WORDS, k=len(words)))
        yield Made(f"5/{n}.md", posts.format(f"Fog {n}", alone), "stranger", False)


def main(count: int) -> None:
    """Print how many of each kind are found, and precision and recall."""
    files = sorted(made(count), key=lambda file: file.name.partition("/")[0])
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            path = Path(folder, file.name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(file.content, encoding="utf-8")
        found = {f.path for f in normalize.check([folder], {"select": ["NRM9"], "ignore": []})}
        hits = Counter(f.kind for f in files if Path(folder, f.name).as_posix() in found)
        for kind in dict.fromkeys(file.kind for file in files):
            print(f"{kind:<17} {hits[kind]:>6,} of {count:,} found")
        true = sum(hits[kind] for kind in {f.kind for f in files if f.is_duplicate})
        wanted = sum(file.is_duplicate for file in files)
        print(f"precision {true / sum(hits.values()):.4f}, recall {true / wanted:.4f}")


if __name__ == "__main__":
    main(int(*sys.argv[1:2] or ["500"]))
