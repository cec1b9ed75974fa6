"""NRM3xx: the title."""

from collections.abc import Iterable, Iterator
from itertools import islice

from normalize.expression import expression
from normalize.gate.finding import Fault
from normalize.gate.registry import rule
from normalize.gate.subject import Subject

_JOINT = expression(r"\s+(?:[|\-–—·•»:]|::)\s+|\s*[|｜]\s*")
_NO_WORD = expression(r"[\W_]+")
_LONGEST = 1000
_SHORTEST_HALF = 8
_CAPITALS = 3
_MOST = 0.8


@rule("NRM301", "title-missing", "warning", default=True)
def missing(subject: Subject) -> Iterator[Fault]:
    """Nothing states the title.

    Why: An article without a headline cannot be listed, and rarely is one.
    Fails:
        ---
        date: 2024-04-08
        ---

        Rain fell in the night.
    Passes:
        ---
        title: Rain again
        date: 2024-04-08
        ---

        Rain fell in the night.
    Mend: Write the title into the header.
    """
    if subject.is_text and subject.record.title is None:
        yield Fault("the article has no title")


@rule("NRM302", "title-repeated", "info")
def repeated(subject: Subject) -> Iterator[Fault]:
    """The title says itself twice, or stands again as the first block of the text.

    Why: What is repeated is counted twice, and shows that two places were joined into one.
    Fails:
        ---
        title: Rain falls again | Rain falls again
        ---

        Rain fell in the night.
    Passes:
        ---
        title: Rain falls again
        ---

        Rain fell in the night.
    Mend: Remove one of them.
    """
    title = subject.record.title
    if not title:
        return
    said = title[:_LONGEST].casefold()
    for gap in range(4):
        half = (len(said) - gap) // 2
        if half >= _SHORTEST_HALF and len(said) == 2 * half + gap and said[:half] == said[-half:]:
            middle = said[half : half + gap]
            if not any(character.isalnum() for character in middle):
                yield Fault("the title says itself twice", *subject.span("title"))
                return
    for block in islice((b for b in subject.record.blocks if b.text_start is not None), 2):
        if _bare(block.text) == _bare(title):
            yield Fault("the title stands again in the text", block.start, block.end)
            return


@rule("NRM303", "title-site-name", "info")
def site_name(subject: Subject) -> Iterator[Fault]:
    """The title names the site, behind a bar or a dash.

    Why: Titles of one site look alike, and titles of one article on two sites do not.
    Fails:
        ---
        title: Rain again over Oslo - Hill News
        link: https://www.hillnews.example/rain
        ---

        Rain fell in the night.
    Passes:
        ---
        title: Rain again over Oslo
        link: https://www.hillnews.example/rain
        ---

        Rain fell in the night.
    Mend: Take the name out of the title.
    """
    title, site = subject.record.title, subject.record.site
    if not title or not site:
        return
    parts = _JOINT.split(title[:_LONGEST])
    label = max(site.removeprefix("www.").split(".")[:-1] or [site], key=len)
    named = {_bare(site), _bare(site.removeprefix("www.")), _bare(label)}
    for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
        if len(_bare(part)) > 2 and _bare(part) in named:
            yield Fault(f"the title holds the site's name {part!r}", *subject.span("title"))
            return


@rule("NRM304", "title-capitals", "info")
def capitals(subject: Subject) -> Iterator[Fault]:
    """The title is set in capitals alone.

    Why: Names can no longer be told from words, and the case cannot be restored by a program.
    Fails:
        ---
        title: RAIN FALLS AGAIN IN OSLO
        ---

        Rain fell in the night.
    Passes:
        ---
        title: Rain falls again in Oslo
        ---

        Rain fell in the night.
    Mend: Write it as a sentence.
    """
    title = subject.record.title
    if not title or not title.isupper():
        return
    words = title.split()
    # Letters of scripts without case are no capitals.
    if sum(len(w) > 1 and w.isupper() and w != w.casefold() for w in words) < _CAPITALS:
        return
    if sum(map(str.isupper, title)) >= _MOST * sum(map(str.isalpha, title)):
        yield Fault("the title is in capitals alone", *subject.span("title"))


@rule("NRM305", "title-conflict", "info", problems=("title-conflict",))
def conflict(subject: Subject) -> Iterable[Fault]:
    """Two places state different titles.

    Why: One may be cut short, labelled anew, or of another article.
    Fails:
        ---
        title: Rain again
        ---
        <!--1712571302000-->
        [Snow on the hills of Oslo](https://news.example/snow)

        <p>Snow fell in the night, the wardens said.</p>
    Passes:
        ---
        title: Snow on the hills of Oslo
        ---
        <!--1712571302000-->
        [Snow on the hills of Oslo](https://news.example/snow)

        <p>Snow fell in the night, the wardens said.</p>
    Mend: Look at both; the header's is the record's.
    """
    return subject.problems("title-conflict")


def _bare(text: str) -> str:
    """A text by its letters and digits alone."""
    return _NO_WORD.sub("", text).casefold()
