"""NRM9xx: duplicates of another addition, or of an article of the corpus index."""

from collections.abc import Iterator

from normalize.gate.finding import Fault
from normalize.gate.registry import rule
from normalize.gate.subject import Subject


@rule("NRM901", "same-bytes", "error", default=True)
def same_bytes(subject: Subject) -> Iterator[Fault]:
    """The file is, byte for byte, another one of the additions or of the corpus.

    Why: What is there twice counts twice.
    Fails:
        > a.txt
        Rain again

        Rain fell in the night, and the streets were wet.
        > b.txt
        Rain again

        Rain fell in the night, and the streets were wet.
    Passes:
        > a.txt
        Rain again

        Rain fell in the night, and the streets were wet.
        > b.txt
        Snow again

        Snow fell on the hills, and no train ran before noon.
    Mend: Leave one of them out.
    """
    yield from _faults(subject, "bytes", "the same bytes as")


@rule("NRM902", "same-article", "error", default=True)
def same_article(subject: Subject) -> Iterator[Fault]:
    """Title, date and text are those of another file, in whatever format.

    Why: The same article came in by two ways.
    Fails:
        > a.txt
        Rain again

        Rain fell in the night, and the streets were wet.
        > b.txt
        ---
        title: Rain again
        ---

        Rain fell in the night, and the streets were wet.
    Passes:
        > a.txt
        Rain again

        Rain fell in the night, and the streets were wet.
        > b.txt
        ---
        title: Snow again
        ---

        Snow fell on the hills, and no train ran before noon.
    Mend: Leave one of them out.
    """
    yield from _faults(subject, "article", "the same title, date and text as")


@rule("NRM903", "near-duplicate", "warning", default=True)
def near_duplicate(subject: Subject) -> Iterator[Fault]:
    """The text has most of its words in common with another one, in the same order.

    Of both texts' runs of three words, at least the share `near-duplicate` (0.5 unless set) is
    common, by MinHash; of 0.75, which a text has left when every twentieth word is changed, more
    than 99 in 100 are found. Texts of fewer than 24 words or ideographs are not compared.

    Why: Two editions of an article, or an agency's text in two papers, distort what is counted.
    Fails:
        > a.txt
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills above the town, and in the morning the streets were
        wet, the wardens said on Monday; nobody was hurt, but the ferry stayed at its pier all day.
        > b.txt
        ---
        title: More rain
        ---

        Rain fell in the night over the hills above the town, and in the morning the streets were
        wet, the wardens said on Tuesday; nobody was hurt, but the ferry stayed at its pier all day.
    Passes:
        > a.txt
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills above the town, and in the morning the streets were
        wet, the wardens said on Monday; nobody was hurt, but the ferry stayed at its pier all day.
        > b.txt
        ---
        title: Snow again
        ---

        Snow covered the pass before noon, so that no train ran; two hundred travellers spent the
        night in the school of the village, where the teacher made soup for them, as she told us.
    Mend: Keep the one that says more, or both, if the difference matters.
    """
    for match in subject.matches:
        if match.kind == "text":
            yield Fault(f"{match.likeness:.0%} of its word triples are common with {match.path}")
            return


def _faults(subject: Subject, kind: str, what: str) -> Iterator[Fault]:
    for match in subject.matches:
        if match.kind == kind:
            yield Fault(f"{what} {match.path}")
            return
