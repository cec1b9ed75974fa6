"""The figures that the outside data's own scorers give, where they are to be perfect."""

import re
from pathlib import Path

import pytest

from tests.conformance.scorers import conformance, scored

pytestmark = pytest.mark.shared


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
    for line in conformance(shared, name):
        assert {field: line.fields[field][1:] for field in PERFECT[name]} == dict.fromkeys(
            PERFECT[name], (0, 0)
        )
