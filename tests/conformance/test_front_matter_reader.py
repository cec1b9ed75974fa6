"""Title and date of the makers' own sites, against a reader of heads that was written for this.

That reader knows nothing of the project: PyYAML's base loader for YAML, `tomllib` for TOML, one
expression for the fields of Nikola and one for those of Pelican's Markdown, one for the dates that
they state. A text without such a head (a Nikola text whose fields stand in a file beside it,
Pelican's reStructuredText and HTML) is not its matter. Run with -s, it prints the figures.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import pytest
import yaml

import normalize
from tests.conformance.outside import rows

pytestmark = pytest.mark.shared

HEADS = {  # how many files of a set have a head
    "ruby-lang-news": 600,
    "onevcat-posts": 159,
    "mzlogin-posts": 315,
    "huxpro-posts": 86,
    "spf13-posts": 179,
    "bootstrap-blog": 136,
    "hexo-site": 58,
    "nikola-site": 140,
    "next-hexo": 70,
    "pelican-tests": 18,
}

_FENCED = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_NIKOLA = re.compile(r"^(?:<!--[ \t]*)?\.\. (\w+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_PELICAN = re.compile(r"(?:\w+:.*\n(?:[ \t]+\S.*\n)*)+")
_FIELD = re.compile(r"^(\w+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_DATE = re.compile(
    r"(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ](\d\d?):(\d\d)(:\d\d)?(?:\.0+)?"
    r" ?(?:(Z|UTC|[+-]00:?00)|(?:UTC)?([+-]\d\d):?(\d\d))?)?"
)
_TWELVE_HOURS = "%m/%d/%Y %I:%M:%S %p UTC"
# Of Jekyll, and of Pelican's FILENAME_METADATA.
_NAMED = re.compile(r"(?:.*/)?(\d{4}-\d\d-\d\d)[-_][^/]*")


class Stated(NamedTuple):
    """What a file states of itself; None where it states nothing."""

    title: str | None
    published: str | None


def fields_of(text: str) -> dict[str, Any] | None:
    """The fields of a head, their names in lower case."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    fields: dict[str, Any]
    if found := _FENCED.match(text):
        yaml_fence = found[1] == "---"
        fields = yaml.load(found[2], yaml.BaseLoader) if yaml_fence else tomllib.loads(found[2])
    elif re.match(r"(?:<!--\s*)?\.\. \w+:(?!:)", text):
        fields = dict(_NIKOLA.findall(text))
    elif found := _PELICAN.match(text):
        fields = dict(_FIELD.findall(found[0]))
    else:
        return None
    return {name.lower(): value for name, value in fields.items()}


def date_of(value: str) -> str:
    """A date of a head as the record spells it; ValueError for what is none."""
    found = _DATE.fullmatch(value)
    if found is None:
        return datetime.strptime(value, _TWELVE_HOURS).isoformat() + "Z"
    year, month, day, hour, minute, second, utc, hours, minutes = found.groups()
    date = f"{year}-{month:0>2}-{day:0>2}"
    if hour is None:
        return date
    zone = "Z" if utc else f"{hours}:{minutes}" if hours else ""
    return f"{date}T{hour:0>2}:{minute}{second or ''}{zone}"


def stated(name: str, text: str) -> Stated | None:
    """What the head of a file states, or the name of a post whose head has no date."""
    fields = fields_of(text)
    if fields is None:
        return None
    title = " ".join(unicodedata.normalize("NFC", fields.get("title") or "").split())
    named = _NAMED.fullmatch(name)
    date = str(fields.get("date") or (named[1] if named else "")).strip()
    return Stated(title or None, date_of(date) if date else None)


def heads(shared: Path, name: str) -> Iterator[tuple[str, Stated, Stated]]:
    """Name, what the reader above reads, what the project reads, of every file with a head."""
    for row in rows(shared / "conformance" / name / "files.jsonl.gz"):
        want = stated(row["name"], row["text"])
        if want is not None:
            file = PurePosixPath(row["name"]).name
            got = normalize.loads(row["text"].encode(), name=file)
            yield row["name"], want, Stated(got.title, got.published)


@pytest.mark.parametrize("name", sorted(HEADS))
def test_title_and_date_are_those_of_an_independent_reader(shared: Path, name: str) -> None:
    files = list(heads(shared, name))
    differing = [file for file in files if file[1] != file[2]]
    titles, dates = (sum(file[1][n] is not None for file in files) for n in (0, 1))
    print(f"\n{name}: {titles} titles, {dates} dates, {len(differing)} files differ")
    assert len(files) == HEADS[name]
    assert differing == []
