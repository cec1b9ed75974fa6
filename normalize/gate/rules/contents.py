"""NRM7xx: the text of the article."""

import re
from collections.abc import Iterable, Iterator

from normalize.expression import expression
from normalize.gate.finding import Fault
from normalize.gate.registry import rule
from normalize.gate.subject import Subject
from normalize.record import Block

_CUT = expression(r"[\[(](?:…|\.\.\.)[\])]\s*\Z")
_ELLIPSIS = expression(r"(?<![….])(?:…|\.\.\.)\s*\Z")
_YAML_END = expression(r"^\.\.\.\s*\Z", re.MULTILINE)
_SENTENCE = expression(r"[.!?…:;。！？।؟۔\"”’»」』)]\s*\Z")
_AROUND = ("related", "comment", "share", "promotion")
_TEASER = 1000
"""Up to how many characters a text is short enough to be the beginning that a feed gives."""
_MOSTLY = 0.6
"""The share of a page around the article that is too much."""
_RUN = 3
_TEMPLATE = expression(r"[{}<>=]")
_LABEL = 90


@rule("NRM701", "body-empty", "error", default=True, problems=("body-empty",))
def empty(subject: Subject) -> Iterable[Fault]:
    """The file holds no text of an article.

    Why: A record without text is of no use to a corpus.
    Fails:
        ---
        title: Rain again
        ---
    Passes:
        ---
        title: Rain again
        ---

        Rain fell in the night.
    Mend: Fetch the article again, or leave the file out.
    """
    return subject.problems("body-empty")


@rule("NRM702", "body-short", "info")
def short(subject: Subject) -> Iterator[Fault]:
    """The text has fewer characters than `min-text` (100 unless set).

    Why: What is left of an article behind a paywall, of a video or of an error page is that short.
    Fails:
        ---
        title: Rain again
        ---

        Rain fell in the night.
    Passes:
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills, and the streets of the town were wet in the morning,
        as the wardens said on Monday.
    Mend: Fetch the article again, or leave it out.
    """
    length, least = len(subject.record.text), subject.settings.min_text
    if 0 < length < least:
        yield Fault(f"the text has {length:,} characters, fewer than {least:,}")


@rule("NRM703", "body-truncated", "warning", default=True)
def truncated(subject: Subject) -> Iterator[Fault]:
    """The text breaks off: it ends in an ellipsis in brackets, or, being short, in its only one.

    Why: A feed or a paywall gave the beginning alone. Authors who like to end so use more of them.
    Fails:
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills, and the streets of the town were…
    Passes:
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills, and the streets of the town were wet.
    Mend: Fetch the whole article.
    """
    text = subject.record.text
    last = next((b for b in reversed(subject.record.blocks) if b.text_start is not None), None)
    if last is None or last.type not in ("paragraph", "list"):
        return
    only = len(text) <= _TEASER and text.count("…") + text.count("...") == 1
    if _YAML_END.search(subject.text[last.start : last.end]):
        return
    if _CUT.search(text[-20:]) or (only and _ELLIPSIS.search(text[-20:])):
        yield Fault("the text ends in an ellipsis", last.start, last.end)


@rule("NRM704", "mostly-boilerplate", "info")
def boilerplate(subject: Subject) -> Iterator[Fault]:
    """More of the file is the page around the article than the article.

    Why: What is taken for the article may be a list, a menu or an error page; or the article was
    taken for what stands around it.
    Fails:
        <html><body><article><h1>Rain again</h1><p>Rain fell in the night.</p></article>
        <nav><ul><li><a href="/a">News of the hills and of the town below</a></li>
        <li><a href="/b">Weather for the coming days in the whole country</a></li>
        <li><a href="/c">Sports results of the clubs of the region</a></li></ul></nav></body></html>
    Passes:
        <html><body><article><h1>Rain again</h1><p>Rain fell in the night over the hills, and the
        streets of the town were wet in the morning, as the wardens said.</p></article>
        <nav><ul><li><a href="/a">News</a></li></ul></nav></body></html>
    Mend: Save the article alone.
    """
    around = own = 0
    # Of a flattened page, what is a menu is a guess by its layout.
    menus = subject.record.layers[-1:] == ("html",)
    for role, start, end in subject.document.segments:
        if role in _AROUND or (menus and role == "navigation"):
            around += end - start
        elif role in ("body", "title", "summary"):
            own += end - start
    share = around / (around + own) if around else 0
    if own and share >= _MOSTLY:
        yield Fault(f"{share:.0%} of what can be read is the page around the article")


@rule("NRM705", "paragraph-repeated", "info", default=True, problems=("repeated-paragraph",))
def repeated(subject: Subject) -> Iterable[Fault]:
    """A paragraph of the text stands there more than once.

    Why: Repeated text distorts what is counted and what is learnt.
    Fails:
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills, and the streets of the town were wet.

        Rain fell in the night over the hills, and the streets of the town were wet.
    Passes:
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills, and the streets of the town were wet.
    Mend: Remove the copy, if the article does not mean it.
    """
    return subject.problems("repeated-paragraph")


@rule("NRM707", "words-hyphenated", "info", problems=("hyphenated-words",))
def hyphenated(subject: Subject) -> Iterable[Fault]:
    """Words are parted by a hyphen at the ends of lines.

    Why: They are counted as two words each, and no search finds them.
    Fails:
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills, and the streets of the old har-
        bour were wet.
    Passes:
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills, and the streets of the old
        harbour were wet.
    Mend: Take the article from a source that was not set in lines.
    """
    return subject.problems("hyphenated-words")


@rule("NRM708", "words-spaced-out", "info", problems=("letter-spaced",))
def spaced_out(subject: Subject) -> Iterable[Fault]:
    """A word is spaced out, letter by letter.

    Why: It is read as so many words of one letter.
    Fails:
        ---
        title: Rain again
        ---

        W A R N I N G for the hills: rain fell in the night, and the streets were wet.
    Passes:
        ---
        title: Rain again
        ---

        WARNING for the hills: rain fell in the night, and the streets were wet.
    Mend: Close it up.
    """
    return subject.problems("letter-spaced")


@rule("NRM709", "lines-left-out", "info", problems=("lines-left-out",))
def left_out(subject: Subject) -> Iterable[Fault]:
    """Lines of a flattened page are left out by their look alone: between paragraphs, or sentences
    below the text.

    Why: Most are advertisements and buttons; some are scores, verses or a recipe's ingredients.
    Fails:
        Results from Saturday

        2 November 2023

        Results of all the matches that were played in the county on Saturday afternoon.

        Kent 3-1 Essex

        Leeds 0-0 York

        The next round of the cup will be played in the second week of May, the league said.
    Passes:
        Results from Saturday

        2 November 2023

        Results of all the matches that were played in the county on Saturday afternoon.

        The next round of the cup will be played in the second week of May, the league said.
    Mend: Mark the lines up as a list, or leave them out of the file.
    """
    return subject.problems("lines-left-out")


@rule("NRM706", "tail-in-text", "info")
def tail(subject: Subject) -> Iterator[Fault]:
    """The text ends in lines that look like headlines of other articles, or like prompts to share.

    Why: What the page offers beside the article was taken for its text.
    Fails:
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills, and the streets of the town were wet.

        [Snow on the hills of Oslo](/snow)

        [A ferry crew rescues a piano](/piano)

        [The night train runs again](/train)
    Passes:
        ---
        title: Rain again
        ---

        Rain fell in the night over the hills, and the streets of the town were wet.

        The wardens said so.
    Mend: Cut them off.
    """
    blocks = [b for b in subject.record.blocks if b.text_start is not None]
    run: list[Block] = []
    for block in reversed(blocks):
        if block.type != "paragraph" or not (_is_link(block) or _is_label(block)):
            break
        run.append(block)
    if _RUN <= len(run) < len(blocks):
        message = f"{len(run):,} lines at the end look like headlines or prompts"
        yield Fault(message, run[-1].start, run[0].end)


def _is_link(block: Block) -> bool:
    """Whether a block is one link and nothing else."""
    return any(
        (link.text_start, link.text_end) == (block.text_start, block.text_end)
        for link in block.links
    )


def _is_label(block: Block) -> bool:
    """Whether a block is a few words without the end of a sentence, and no template."""
    text = block.text
    if len(text) >= _LABEL or _SENTENCE.search(text[-3:]) or _TEMPLATE.search(text):
        return False
    return " " in text or not text.isascii()
