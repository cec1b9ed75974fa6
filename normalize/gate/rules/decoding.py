"""NRM0xx and NRM1xx: whether a file can be read, and how its bytes became characters."""

from collections.abc import Iterable, Iterator

from normalize.expression import expression
from normalize.gate.counts import times
from normalize.gate.finding import Edit, Fault
from normalize.gate.registry import rule
from normalize.gate.rules.mojibake import garbled
from normalize.gate.subject import Subject

_ODD_NEWLINE = expression("\r(?!\n)|[\x0b\x0c\x85\u2028\u2029]")
_LINE_END = expression("\r\n?|\n")


@rule("NRM001", "not-read", "error", default=True)
def not_read(subject: Subject) -> Iterable[Fault]:
    """The file cannot be read: it is gone, locked, or larger than `max-size` (100 MB unless set).

    Why: What cannot be read cannot be judged, and would be missing from the corpus in silence.
    Fails:
        $ max-size = 30
        Rain again

        Rain fell in the night, and the streets were wet.
    Passes:
        Rain again

        Rain fell in the night, and the streets were wet.
    Mend: See to the file's rights and size.
    """
    return ()


@rule("NRM101", "undecodable-bytes", "error", default=True, problems=("undecodable-bytes",))
def undecodable(subject: Subject) -> Iterable[Fault]:
    r"""Some bytes are not of the file's encoding.

    Why: Each of them stands as U+FFFD in every record: characters of the article are lost.
    Fails:
        Caf\xc3\xa9 au lait

        Le caf\xe9 a rouvert ses portes hier \xc3\xa0 Lyon, dit la m\xc3\xa9t\xc3\xa9o.
    Passes:
        Caf\xc3\xa9 au lait

        Le caf\xc3\xa9 a rouvert ses portes hier \xc3\xa0 Lyon, dit la m\xc3\xa9t\xc3\xa9o.
    Mend: Find out the right encoding, or fetch the file again from where it came.
    """
    return subject.problems("undecodable-bytes") if subject.is_text else ()


@rule("NRM102", "encoding-guessed", "info", default=True, problems=("encoding-guessed",))
def guessed(subject: Subject) -> Iterable[Fault]:
    r"""The encoding is neither marked, declared nor UTF-8; statistics chose it.

    Why: A wrong guess turns names into other letters without any error.
    Fails:
        \xc4\xee\xe6\xe4\xfc \xed\xe0\xe4 \xc2\xee\xeb\xe3\xee\xe9

        \xc2\xee \xe2\xf2\xee\xf0\xed\xe8\xea \xed\xe0\xe4 \xc2\xee\xeb\xe3\xee\xe9
        \xef\xf0\xee\xf8\xb8\xeb \xf1\xe8\xeb\xfc\xed\xfb\xe9 \xe4\xee\xe6\xe4\xfc.
    Passes:
        Дождь над Волгой

        Во вторник над Волгой прошёл сильный дождь.
    Mend: Look at the text, then save the file as UTF-8.
    """
    return subject.problems("encoding-guessed") if subject.is_text else ()


@rule("NRM103", "encoding-conflict", "warning", default=True, problems=("encoding-conflict",))
def conflicting(subject: Subject) -> Iterable[Fault]:
    r"""The declared encoding cannot be that of the bytes.

    Why: Programs that believe the declaration read other letters.
    Fails:
        <html><head><meta charset="utf-8"><title>Caf\xe9</title></head>
        <body><p>Le caf\xe9 a rouvert hier \xe0 Lyon.</p></body></html>
    Passes:
        <html><head><meta charset="windows-1252"><title>Caf\xe9</title></head>
        <body><p>Le caf\xe9 a rouvert hier \xe0 Lyon.</p></body></html>
    Mend: Mend the declaration, or save the file as UTF-8.
    """
    return subject.problems("encoding-conflict")


@rule("NRM104", "mojibake", "warning", default=True)
def mojibake(subject: Subject) -> Iterator[Fault]:
    r"""UTF-8 was read as a code page and saved again.

    Why: Names and words are spelled by the wrong letters; no search will find them.
    Fails:
        CafÃ© au lait

        Le cafÃ© a rouvert ses portes Ã\u00a0 Lyon, câ€™est lâ€™Ã©tÃ©.
    Passes:
        Café au lait

        Le café a rouvert ses portes à Lyon, c’est l’été.
    Mend: Read the original again in its own encoding; several rounds of it are rarely undone.
    """
    places = garbled(subject.text) if subject.is_text else []
    if places:
        start, end, meant = places[0]
        count = f"; {len(places):,} such places" if len(places) > 1 else ""
        shown = subject.text[start:end]
        yield Fault(f"{shown!r} looks like {meant!r} in the wrong encoding{count}", start, end)


@rule("NRM105", "replacement-character", "warning", default=True)
def replaced(subject: Subject) -> Iterator[Fault]:
    r"""The text holds U+FFFD, which stands for characters that were lost before.

    Why: Some program has read the article in a wrong encoding; the letters cannot be told.
    Fails:
        Caf\ufffd au lait

        Le caf\ufffd a rouvert ses portes hier, dit la mairie.
    Passes:
        Café au lait

        Le café a rouvert ses portes hier, dit la mairie.
    Mend: Fetch the article again.
    """
    count = subject.text.count("\ufffd") if subject.is_text else 0
    if count:
        start = subject.text.index("\ufffd")
        yield Fault(f"{times(count, 'character')} lost, as U+FFFD", start, start + 1)


@rule("NRM106", "byte-order-mark", "info", default=True, mend="safe")
def marked(subject: Subject) -> Iterator[Fault]:
    r"""UTF-8 that a byte order mark opens.

    Why: Line tools, site generators and joined files trip over it; in UTF-8 it says nothing.
    Fails:
        \xef\xbb\xbfRain again

        Rain fell in the night, and the streets were wet.
    Passes:
        Rain again

        Rain fell in the night, and the streets were wet.
    Mend: `--fix` drops it.
    """
    if subject.document.decoded.bom and subject.document.decoded.encoding == "utf-8":
        yield Fault("a byte order mark opens the file", drops_bom=True)


@rule("NRM107", "mixed-newlines", "info", default=True, mend="safe", problems=("mixed-newlines",))
def mixed_newlines(subject: Subject) -> Iterator[Fault]:
    r"""Lines end in more than one way.

    Why: Tools disagree about where lines end, and each saves the file another way.
    Fails:
        Rain again\r

        Rain fell in the night, and the streets were wet.
    Passes:
        Rain again

        Rain fell in the night, and the streets were wet.
    Mend: `--fix` ends every line in LF or CRLF, whichever more of them have.
    """
    for fault in subject.problems("mixed-newlines") if subject.is_text else ():
        ends = list(_LINE_END.finditer(subject.text))
        kinds = [found[0] for found in ends]
        usual = max(("\n", "\r\n"), key=kinds.count)
        other = [found for found in ends if found[0] != usual]
        edits = tuple(Edit(found.start(), found.end(), usual) for found in other)
        yield fault._replace(start=edits[0].start, end=edits[0].end, edits=edits)


@rule("NRM108", "odd-newlines", "info", mend="safe")
def odd_newlines(subject: Subject) -> Iterator[Fault]:
    r"""Lines end in CR alone, or in a form feed, vertical tab, NEL or a Unicode separator.

    Why: Most tools see one long line there, or a box.
    Fails:
        Rain again\r\rRain fell in the night, and the streets were wet.\r
    Passes:
        Rain again

        Rain fell in the night, and the streets were wet.
    Mend: `--fix` ends the lines as the others end, where the article stays the same.
    """
    usual = "\r\n" if subject.document.decoded.newline == "crlf" else "\n"
    edits = tuple(Edit(*found.span(), usual) for found in _ODD_NEWLINE.finditer(subject.text))
    if edits and subject.is_text:
        start, end, _ = edits[0]
        shown = ascii(subject.text[start:end])[1:-1]
        yield Fault(f"{times(len(edits), 'line')} ended by {shown} or its like", start, end, edits)
