"""NRM6xx: the language of the body."""

from collections import Counter
from collections.abc import Iterator

from normalize import language
from normalize.gate.finding import Fault
from normalize.gate.registry import rule
from normalize.gate.subject import Subject

_PARAGRAPH = 80
"""From how many characters on a paragraph shows its language."""
_SHARE = 0.2
"""From what share of such paragraphs' characters on another language mixes a text."""


@rule("NRM601", "language-missing", "info")
def missing(subject: Subject) -> Iterator[Fault]:
    """Neither the header nor the words of the text tell its language.

    Why: Nothing can be counted or learnt by language, and dates lose their convention.
    Fails:
        ---
        title: 42
        ---

        1 2 3 4 5 6 7 8 9
    Passes:
        ---
        title: Rain again
        ---

        Rain fell in the night, and the streets were wet in the morning.
    Mend: State it in the header: `lang: vi`.
    """
    if subject.is_text and subject.record.language is None and subject.record.text:
        yield Fault("the language cannot be told")


@rule("NRM602", "language-unexpected", "warning", default=True)
def unexpected(subject: Subject) -> Iterator[Fault]:
    """The language is none of `languages`, where those are set.

    Why: An article in another language came in by mistake: an error page, an advertisement.
    Fails:
        $ languages = ["vi"]
        ---
        title: Rain again
        ---

        Rain fell in the night, and the streets were wet in the morning.
    Passes:
        $ languages = ["vi", "en"]
        ---
        title: Rain again
        ---

        Rain fell in the night, and the streets were wet in the morning.
    Mend: Leave it out, or add its language to the setting.
    """
    found, wanted = subject.record.language, subject.settings.languages
    if wanted and found and _primary(found) not in map(_primary, wanted):
        yield Fault(f"the language is {found}, not {' or '.join(wanted)}")


@rule("NRM603", "language-mixed", "info")
def mixed(subject: Subject) -> Iterator[Fault]:
    """A fifth of the text or more is in another language than the rest.

    Why: Two articles were joined, or a translation stands beside its original.
    Fails:
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills, and the streets of the town were wet in the morning.

        In der Nacht fiel Regen über den Hügeln, und am Morgen waren die Straßen der Stadt nass.
    Passes:
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills, and the streets of the town were wet in the morning.

        The wardens said that the river had not been as high as this for more than twenty years.
    Mend: Part the file.
    """
    sizes: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for block in subject.record.blocks:
        if block.type in ("paragraph", "quote") and len(block.text) >= _PARAGRAPH:
            spoken = language.detect(block.text)
            if spoken is not None:
                sizes[_primary(spoken)] += len(block.text)
                first.setdefault(_primary(spoken), (block.start, block.end))
    if len(sizes) > 1:
        (main, _), (other, size) = sizes.most_common(2)
        share = size / sizes.total()
        if share >= _SHARE:
            yield Fault(f"{share:.0%} of the text is {other}, the rest {main}", *first[other])


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
