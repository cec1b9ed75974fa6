"""Documents to time: real ones where they are there, changed so that no cache helps; made ones."""

import base64
import contextlib
import gzip
import json
import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from normalize.formats import FORMATS

ROOT = Path(__file__).resolve().parents[2]
_WORD = re.compile(r"[^\W\d_]{3,}")
_MARKUP = re.compile(
    r"<[^>]*>|\]\([^)]*\)|^---\n.*?^---$|^[^\n]*\d[^\n]*$", re.MULTILINE | re.DOTALL
)
_MINUTE = re.compile(r"(?<=\d:)[1-5]\d(?!\d)")
_DAY = re.compile(r"(?<!\d)(?:1[3-9]|2[0-8])(?=[/.-]\d)")
_CHANGES = 30

FILES = 200
"""How many files of an outside set are read."""


def shared() -> Path | None:
    """The folder of the outside data, or None where it is not there."""
    folder = Path(os.environ.get("NORMALIZE_SHARED") or ROOT.parent / "shared")
    return folder if folder.is_dir() else None


@frozen
class Sample:
    """A file of which changed copies can be had.

    Attributes:
        text: What it says.
        words: Where the words of its prose stand, those of its markup and of dated lines aside.
    """

    text: str
    words: tuple[tuple[int, int], ...]

    def copy(self, chance: random.Random) -> bytes:
        """The file with other minutes and days, and letters exchanged inside some of its words."""
        letters = list(self.text)
        for number, least, most in ((_MINUTE, 10, 59), (_DAY, 13, 28)):
            for found in number.finditer(self.text):
                letters[slice(*found.span())] = str(chance.randint(least, most))
        for start, end in chance.sample(self.words, min(len(self.words), _CHANGES)):
            a, b = chance.sample(range(start, end), 2)
            letters[a], letters[b] = letters[b], letters[a]
        return "".join(letters).encode()


def _sample(text: str) -> Sample:
    words = []
    place = 0
    for start, end in [*(m.span() for m in _MARKUP.finditer(text)), (len(text), len(text))]:
        words += [word.span() for word in _WORD.finditer(text, place, start)]
        place = end
    return Sample(text, tuple(words))


def samples() -> list[Sample]:
    """The five seeds where the outside data is there, else one specimen of each format."""
    folder = shared()
    seeds = sorted((folder / "seeds").glob("*.txt")) if folder else []
    found = [_sample(path.read_text(encoding="utf-8")) for path in seeds]
    return found or [of_format[0] for of_format in _specimens() if of_format]


def specimens() -> list[Sample]:
    """The specimens of the corpus in UTF-8."""
    return [sample for of_format in _specimens() for sample in of_format]


def _specimens() -> Iterator[list[Sample]]:
    """The specimens in UTF-8 of each format."""
    for name in dict.fromkeys(form.name for form in FORMATS):
        found = []
        for path in sorted((ROOT / "corpus" / name).glob("*.txt")):
            with contextlib.suppress(UnicodeDecodeError):
                found.append(_sample(path.read_bytes().decode()))
        yield found


def copies(of: list[Sample], count: int, seed: int = 1) -> list[bytes]:
    """Changed copies of samples, in turn."""
    return list(endless(of, count, seed))


def endless(of: list[Sample], count: int, seed: int = 1) -> Iterator[bytes]:
    """Changed copies of samples, in turn, made one by one."""
    chance = random.Random(seed)
    for n in range(count):
        yield of[n % len(of)].copy(chance)


_PROSE = re.findall(
    r"\w+",
    """
    rain river town bridge warden school night morning street water council minister vote budget
    train harbour market price farmer winter road village doctor paper letter garden engine light
    said rose fell stood came went told asked found closed opened carried waited spoke the a of in
    and on for with from under over after before between their its that this who when where
    """,
)


def _sentence(chance: random.Random) -> str:
    words = chance.choices(_PROSE, k=chance.randint(7, 22))
    if chance.random() < 0.1:
        words.insert(3, f"{chance.randint(2, 900)}")
    return " ".join(words).capitalize() + "."


def paragraphs(size: int, chance: random.Random) -> Iterator[str]:
    """Paragraphs of about as many characters together."""
    while size > 0:
        said = " ".join(_sentence(chance) for _ in range(chance.randint(2, 5)))
        size -= len(said)
        yield said


def _html(said: str, n: int) -> str:
    first, _, rest = said.partition(". ")
    if n % 12 == 11:
        return f"<h2>{first}</h2>\n<p>{rest} It&rsquo;s <strong>late</strong>.</p>\n"
    link = f'<a href="https://news.example/{n}">{first[:20]}</a>'
    picture = f'<img src="https://news.example/{n}.jpg" alt="{first[:20]}">' if n % 9 == 8 else ""
    return f'<p class="text">{picture}{link}{first[20:]}. {rest}</p>\n'


def _markdown(said: str, n: int) -> str:
    first, _, rest = said.partition(". ")
    if n % 12 == 11:
        return f"## {first}\n\n- {rest}\n- *Late* again.\n\n"
    return f"[{first[:20]}](https://news.example/{n}){first[20:]}. {rest}\n\n"


def _text(said: str, n: int) -> str:
    return f"{said}\n\n"


BODIES = {
    "html": ("<!--1712642400-->[Rain again in Oslo](https://news.example/a)\n\n", _html),
    "markdown": ("---\ntitle: Rain again in Oslo\ndate: 2024-04-09\n---\n\n", _markdown),
    "text": ("Rain again in Oslo\n09/04/2024 13:00\n\n", _text),
}
"""The kinds of body: the header above one, and the form of a paragraph and its number."""


def made(kind: str, size: int, seed: int = 1) -> bytes:
    """A made article of a kind of body and of about a size in bytes."""
    header, form = BODIES[kind]
    chance = random.Random(seed)
    said = "".join(form(p, n) for n, p in enumerate(paragraphs(size, chance)))
    return (header + said).encode()[:size].rsplit(b" ", 1)[0] + b"\n"


def front_matter(count: int, seed: int = 1) -> list[bytes]:
    """Posts of front matter and one short line each."""
    chance = random.Random(seed)
    found = []
    for n in range(count):
        day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        tags = "\n".join(f"  - {word}" for word in chance.sample(_PROSE, 4))
        found.append(
            f'---\nlayout: post\ntitle: "{_sentence(chance)[:-1]}"\ndate: {day} 10:20:00 +0200\n'
            f"author: Tom Rain\ntags:\n{tags}\nsummary: {_sentence(chance)}\n"
            f"permalink: /news/{n}\n---\n\n{_sentence(chance)}\n".encode()
        )
    return found


def sets() -> Iterator[tuple[str, list[bytes]]]:
    """The sets of files of the outside data, each by its name; nothing where it is not there."""
    folder = shared()
    for path in sorted((folder / "conformance").glob("*/files.jsonl.gz")) if folder else ():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line, _ in zip(lines, range(FILES), strict=False)]
        yield (
            path.parent.name,
            [r["text"].encode() if "text" in r else base64.b64decode(r["b64"]) for r in rows],
        )
