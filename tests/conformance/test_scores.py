"""The figures that the outside data's own scorers give, where they are to be perfect."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared


def scored(script: Path, *words: str) -> str:
    """What a scorer prints of this interpreter's project."""
    command = [sys.executable, str(script), *words, "--python", sys.executable]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return ran.stdout


def test_every_field_of_the_five_seeds_is_right(shared: Path) -> None:
    last = scored(shared / "seeds" / "score.py").splitlines()[-1]
    found = re.fullmatch(r"right (\d+) of (\d+)", last)
    assert found is not None
    assert found[1] == found[2]


PERFECT = {
    "nodebe4-society": ("title", "published", "url", "authors", "tags"),
    "epoch_posts": ("title", "published", "url"),
    "duty-machine-chinadigitaltimes": ("title", "published", "url"),
    "livedoor-news": ("title", "published", "url"),
    "onevcat-posts": ("title", "published", "tags"),
    "mzlogin-posts": ("title", "published", "tags"),
    "huxpro-posts": ("title", "published", "authors", "tags"),
    "spf13-posts": ("title", "published", "tags"),
    "bootstrap-blog": ("title", "published", "authors"),
    "hexo-site": ("title", "published"),
    "next-hexo": ("title", "published"),
    "nikola-site": ("title", "published", "authors", "tags"),
    "pelican-tests": ("title", "published", "authors", "tags"),
    "ruby-lang-news": ("title", "published", "authors", "tags"),
}


@pytest.mark.parametrize("name", sorted(PERFECT))
def test_every_header_of_a_set_is_right(shared: Path, name: str) -> None:
    printed = scored(shared / "conformance" / "score.py", name)
    for field in PERFECT[name]:
        figures = re.findall(rf" {field} (\d+)/(\d+)/(\d+) ", printed)
        assert figures
        assert [(wrong, null) for _, wrong, null in figures] == [("0", "0")] * len(figures)
