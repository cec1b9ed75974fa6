"""NRM2xx: the layout of a file."""

import re
from collections.abc import Iterable, Iterator

from normalize.errors import NormalizeError
from normalize.expression import expression
from normalize.gate.finding import Fault
from normalize.gate.likeness import differing, trial
from normalize.gate.registry import rule
from normalize.gate.subject import Subject

_BROKEN = (
    "front-matter-unclosed",
    "front-matter-broken",
    "front-matter-not-a-map",
    "front-matter-too-large",
    "toml-matter-broken",
    "json-matter-broken",
    "epoch-invalid",
    "link-title-broken",
    "date-prefix-broken",
)
# What Jekyll takes for the name of a post (`Document::DATE_FILENAME_MATCHER`).
_POST = expression(r"(\d{2,4}-\d{1,2}-\d{1,2})-[^/]*\.[^.]+\Z")
_STEM = expression(r"\A(?:\d{2,4}[-_.]?\d{1,2}[-_.]?\d{1,2})?[-_. ]*(.*?)\Z", re.DOTALL)


@rule("NRM201", "format-unknown", "error", default=True, problems=("binary", "blocks-merged"))
def unknown(subject: Subject) -> Iterable[Fault]:
    r"""The file is no text, or a list or a log of more lines than any article has.

    Why: Nothing of it can be read as an article.
    Fails:
        \x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00
    Passes:
        Rain again

        Rain fell in the night, and the streets were wet.
    Mend: Leave it out.
    """
    return subject.problems("binary", "blocks-merged")


@rule("NRM202", "format-ambiguous", "info")
def ambiguous(subject: Subject) -> Iterator[Fault]:
    """No layer claims the file: it is a bare body, and its format a judgement on its looks.

    Why: Nothing states the title or the date; another file of the same source may be read another
    way.
    Fails:
        Rain fell in the night, the wardens said. Nobody was hurt, they added on Monday evening.
    Passes:
        ---
        title: Rain again
        ---

        Rain fell in the night, the wardens said.
    Mend: Write a header, such as front matter.
    """
    if subject.is_text and subject.text.strip() and len(subject.record.layers) == 1:
        yield Fault(f"no header claims the file; it is read as {subject.record.format}")


@rule("NRM203", "header-broken", "error", default=True, problems=_BROKEN)
def broken(subject: Subject) -> Iterable[Fault]:
    """A header claims the file and does not read.

    Why: What it states is lost, or read by line alone; the message says what was expected.
    Fails:
        <!--NaN-->
        [Rain again](https://news.example/rain)

        <p>Rain fell in the night.</p>
    Passes:
        <!--1712571302000-->
        [Rain again](https://news.example/rain)

        <p>Rain fell in the night.</p>
    Mend: Mend it at the place named.
    """
    return subject.problems(*_BROKEN)


@rule(
    "NRM204",
    "repeated-key",
    "warning",
    default=True,
    problems=("front-matter-duplicate-key",),
)
def repeated_key(subject: Subject) -> Iterable[Fault]:
    """A key of the front matter is given twice.

    Why: YAML forbids it, and programs differ in which value they take.
    Fails:
        ---
        title: Rain again
        title: Snow again
        ---

        Rain fell in the night.
    Passes:
        ---
        title: Rain again
        ---

        Rain fell in the night.
    Mend: Remove one of them; the last one counts here.
    """
    return subject.problems("front-matter-duplicate-key")


@rule("NRM205", "post-name", "warning", default=True, mend="safe")
def post_name(subject: Subject) -> Iterator[Fault]:
    """A post in a folder `_posts` does not bear its day in its name.

    Why: Jekyll passes over such a file without a word. Hexo, whose posts are in `source/_posts`,
    wants no day there.
    Fails:
        > _posts/rain-again.md
        ---
        title: Rain again
        date: 2024-04-08
        ---

        Rain fell in the night.
    Passes:
        > _posts/2024-04-08-rain-again.md
        ---
        title: Rain again
        date: 2024-04-08
        ---

        Rain fell in the night.
    Mend: `--fix` names it `YYYY-MM-DD-slug.ext` by the date that it states.
    """
    path, record = subject.path, subject.record
    folders = path.parts[:-1]
    if record.format != "jekyll-post" or "_posts" not in folders or _POST.match(path.name):
        return
    if folders[: folders.index("_posts")][-1:] == ("source",):
        return
    day = (record.published or "")[:10]
    name = _STEM.sub(r"\1", path.stem).strip()
    rename = f"{day}-{name}{path.suffix}" if len(day) == 10 and name and path.suffix else None
    yield Fault(f"{path.name!r} is no name of a post; Jekyll passes over it", rename=rename)


@rule("NRM206", "post-day", "warning")
def post_day(subject: Subject) -> Iterator[Fault]:
    """The day in the name of a post is more than a day from the date that it states.

    Why: Addresses made of the name and the date of the article disagree.
    Fails:
        > _posts/2024-04-18-rain-again.md
        ---
        title: Rain again
        date: 2024-04-08
        ---

        Rain fell in the night.
    Passes:
        > _posts/2024-04-08-rain-again.md
        ---
        title: Rain again
        date: 2024-04-08
        ---

        Rain fell in the night.
    Mend: Find out which one is right.
    """
    named = _POST.match(subject.path.name)
    published = subject.record.published or ""
    if named is None or len(published) < 10 or subject.record.format != "jekyll-post":
        return
    from datetime import date

    try:
        year, month, day = map(int, named[1].split("-"))
        apart = date(year, month, day) - date.fromisoformat(published[:10])
    except ValueError:
        return
    if abs(apart.days) > 1:
        yield Fault(f"the name says {named[1]}, the post {published}", *subject.span("published"))


@rule("NRM207", "several-articles", "warning", default=True, problems=("several-articles",))
def several(subject: Subject) -> Iterable[Fault]:
    """The file holds several articles: a feed's dump, or a digest of linked headlines.

    Why: Its record has the first one's title and the text of all.
    Fails:
        <!--1712571302000-->
        [Rain again](https://news.example/rain)

        <p>Rain fell in the night.</p>

        <!--1712571303000-->
        [Snow again](https://news.example/snow)

        <p>Snow fell in the night.</p>
    Passes:
        <!--1712571302000-->
        [Rain again](https://news.example/rain)

        <p>Rain fell in the night.</p>
    Mend: Part it into a file for each, or read it with `load_all`.
    """
    return subject.problems("several-articles")


@rule("NRM208", "round-trip", "info")
def round_trip(subject: Subject) -> Iterator[Fault]:
    """The record cannot be written in its own format, or says something else when read again.

    Why: What is edited or converted would be lost or change. Formats that are never written are
    passed over.
    Fails:
        <!--NaN-->
        [Rain again](https://news.example/rain)

        <p>Rain fell in the night.</p>
    Passes:
        <!--1712571302000-->
        [Rain again](https://news.example/rain)

        <p>Rain fell in the night.</p>
    Mend: Mend the other findings of the file first; write it in another format.
    """
    from normalize.writing import FORMS

    if subject.record.format not in FORMS:
        return
    try:
        fields = differing(subject.record, trial(subject.record))
    except NormalizeError as e:
        yield Fault(f"it cannot be written again: {e.msg.partition(';')[0]}")
        return
    if fields:
        yield Fault(f"written as {subject.record.format} and read again, it differs in {fields}")


@rule(
    "NRM209",
    "page-head-broken",
    "warning",
    problems=("html-head-broken", "linked-data-broken"),
)
def page_head(subject: Subject) -> Iterable[Fault]:
    """The head of a page ends early, or its linked data is not JSON.

    Why: Browsers and search engines do not read what stands behind that place; it may be the date.
    Fails:
        <html><head><title>Rain again</title><div></div><meta name="date" content="2024-04-08">
        </head><body><p>Rain fell in the night.</p></body></html>
    Passes:
        <html><head><title>Rain again</title><meta name="date" content="2024-04-08">
        </head><body><p>Rain fell in the night.</p></body></html>
    Mend: Mend it at the place named.
    """
    return subject.problems("html-head-broken", "linked-data-broken")
