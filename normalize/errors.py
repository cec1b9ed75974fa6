"""The one exception of the library, and the table of problems a record can carry."""

from bisect import bisect_right
from typing import Literal, NamedTuple

from normalize.expression import expression

Severity = Literal["error", "warning", "info"]


class NormalizeError(ValueError):
    """What the library raises when it cannot go on.

    Modelled on ``json.JSONDecodeError``: it names the place as well as the fault.

    Args:
        msg: What is wrong, what was expected and what to do, in one sentence.
        code: A stable code: one of ``PROBLEMS``, or of the limits and refusals named there.
        doc: The text that was read, where there is one.
        pos: The offset in ``doc`` where it went wrong, in code points.
        path: The file, where it is known.

    Attributes:
        lineno, colno: The place, counted from 1; 0 where there is no place.
    """

    def __init__(
        self, msg: str, *, code: str, doc: str = "", pos: int | None = None, path: str | None = None
    ) -> None:
        self.msg = msg
        self.code = code
        self.doc = doc
        self.pos = pos
        self.path = path
        self.lineno, self.colno = (0, 0) if pos is None else Lines(doc[:pos]).place(pos)
        super().__init__(str(self))

    def __str__(self) -> str:
        where = [self.path] if self.path else []
        if self.lineno:
            where.append(f"line {self.lineno}, column {self.colno}")
        return f"{': '.join(where)}: {self.msg}" if where else self.msg

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.msg, self.code, self.doc, self.pos, self.path)


def _rebuild(msg: str, code: str, doc: str, pos: int | None, path: str | None) -> NormalizeError:
    return NormalizeError(msg, code=code, doc=doc, pos=pos, path=path)


class Lines:
    """The lines of a text, counted when a first place is asked for. CR, LF and CRLF each end one.

    Args:
        text: The text that offsets index.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []

    def place(self, pos: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1."""
        if not self._starts:
            # A single character is found in a fraction of the time of a choice.
            line_end = _LINE_END if "\r" in self._text else _LINE_FEED
            self._starts = [0, *(found.end() for found in line_end.finditer(self._text))]
        line = bisect_right(self._starts, pos)
        return line, pos - self._starts[line - 1] + 1

    def prefix(self, pos: int) -> str:
        """The place of an offset as a message begins with it."""
        line, column = self.place(pos)
        return f"line {line}, column {column}: "


_LINE_END = expression(r"\r\n?|\n")
_LINE_FEED = expression(r"\n")


class ProblemKind(NamedTuple):
    """What a problem's code stands for: its severity, what it means, why it matters, what to do."""

    severity: Severity
    what: str
    why: str
    mend: str


PROBLEMS: dict[str, ProblemKind] = {
    # reading many files
    "unreadable": ProblemKind(
        "error",
        "The file cannot be opened.",
        "The record holds nothing of it; the other files are read.",
        "See what the message says: the path, or the right to read it.",
    ),
    "too-large": ProblemKind(
        "error",
        "The input is larger than the bound that is set.",
        "What is as large as that is rarely an article; nothing of it was read.",
        "Part the file, or set a larger `max_size`.",
    ),
    "crashed": ProblemKind(
        "error",
        "Reading the file failed, or ended the process that read it.",
        "The record holds nothing of it; the other files are read.",
        "Read it alone; unless memory ran out, please report it: no bytes should do that.",
    ),
    # decoding
    "undecodable-bytes": ProblemKind(
        "warning",
        "Some bytes are not of the file's encoding.",
        "Each is one mark in the text and U+FFFD in what is emitted: characters are lost.",
        "Give the right encoding, or fetch the file again from where it came.",
    ),
    "encoding-guessed": ProblemKind(
        "info",
        "The encoding is neither marked, declared nor given; statistics chose it.",
        "A wrong guess turns names into mojibake without any error.",
        "Look at the text; give the encoding where it is known.",
    ),
    "encoding-conflict": ProblemKind(
        "warning",
        "The declared encoding cannot be that of the bytes.",
        "Programs that believe the declaration will read mojibake.",
        "Mend the declaration, or save the file as UTF-8.",
    ),
    "mixed-newlines": ProblemKind(
        "info",
        "Lines end in more than one way.",
        "Line-based tools will disagree about where lines end.",
        "Save the file with one kind of line end.",
    ),
    # layers
    "front-matter-unclosed": ProblemKind(
        "error",
        "Front matter opens and is never closed.",
        "Where the header ends is unknown; the keys before the first other line were read.",
        "Add a line `---` after the last key.",
    ),
    "front-matter-broken": ProblemKind(
        "error",
        "The front matter is not YAML.",
        "Site generators refuse such a post; only its lines `key: value` were read, as they stand.",
        "Mend it at the place named; quote values that hold `: ` or ` #`.",
    ),
    "front-matter-not-a-map": ProblemKind(
        "error",
        "The front matter is no map of keys and values.",
        "It states no title or date that could be read.",
        "Write one `key: value` a line, or remove the lines of dashes.",
    ),
    "blocks-merged": ProblemKind(
        "warning",
        "The body has more blocks than any article has: 10,000, and one for 32 characters.",
        "A file of short lines without end is data, a list or a log, and no article.",
        "Leave such data to another file, or one article to a file.",
    ),
    "front-matter-too-large": ProblemKind(
        "error",
        "The front matter is nested too deeply or expands to too many values.",
        "Nested aliases can make a few bytes into gigabytes.",
        "Write the values out, or leave such data to another file.",
    ),
    "front-matter-duplicate-key": ProblemKind(
        "warning",
        "A key of the front matter is given twice.",
        "YAML forbids it and programs differ in which value they take; the last one counts here.",
        "Remove one of them.",
    ),
    "toml-matter-broken": ProblemKind(
        "error",
        "The front matter between lines of plus signs is not TOML, or is never closed.",
        "Hugo refuses such a post; nothing of its header was read.",
        "Mend it at the place named, or add the closing line `+++`.",
    ),
    "json-matter-broken": ProblemKind(
        "error",
        "The header is not JSON, or is never closed.",
        "Site generators refuse such a post; what stands before the place named was read.",
        "Mend it at the place named, or close it by `}` or by the line `;;;`.",
    ),
    "epoch-invalid": ProblemKind(
        "error",
        "The epoch comment holds no instant.",
        "Programs write NaN there when they had no date: the time of publication is lost.",
        "Write milliseconds of Unix time between `<!--` and `-->`, or remove the comment.",
    ),
    "link-title-broken": ProblemKind(
        "error",
        "The link title does not read.",
        "Title and address of the article stand there.",
        "Write `[title](address)` on one line, the address without blanks.",
    ),
    "date-prefix-broken": ProblemKind(
        "error",
        "The date prefix does not read.",
        "The day of publication stands there.",
        "Write ` date YYYY-MM-DD ` before the text.",
    ),
    "date-invalid": ProblemKind(
        "error",
        "A stated date does not exist.",
        "It is never rolled over to another day: the record's date is null.",
        "Find out the right day and write it.",
    ),
    # evidence
    "date-ambiguous": ProblemKind(
        "warning",
        "Day and month of the stated date could be either way round.",
        "Nothing in the text settles it; both readings are in `dates`.",
        "Give the language or the address, or write the date as YYYY-MM-DD.",
    ),
    "date-conflict": ProblemKind(
        "warning",
        "Two witnesses of the date of publication lie more than a day apart.",
        "One of them dates something else: a crawl, an update, another article.",
        "Look at both in `dates`; the chosen one follows the rule of ARCHITECTURE.md.",
    ),
    "date-partial": ProblemKind(
        "info",
        "A stamp states a day without its year.",
        "A year is never filled in: the record's date is null.",
        "Write the year.",
    ),
    "html-head-broken": ProblemKind(
        "warning",
        "The head of the page ends at what is no part of a head.",
        "A browser takes what follows for the body; metadata below that place is not read.",
        "Move it into the body.",
    ),
    "linked-data-broken": ProblemKind(
        "warning",
        "The linked data of the page is not JSON.",
        "Search engines pass over it; what stands before the place named was read.",
        "Mend it at the place named.",
    ),
    "title-conflict": ProblemKind(
        "info",
        "Two places state different titles.",
        "One may be cut short, relabelled or of another article.",
        "Look at both; the header's title is the record's.",
    ),
    "edit-left": ProblemKind(
        "info",
        "A place spelled another value than the record's before an edit.",
        "The edit changed what spelled the record's value and left this as it was.",
        "Mend the place by hand, if it means the same.",
    ),
    "url-double-encoded": ProblemKind(
        "info",
        "The address is percent-encoded twice.",
        "Such an address rarely leads anywhere; it is kept as written.",
        "Decode it once.",
    ),
    # body
    "body-empty": ProblemKind(
        "warning",
        "The file holds no text of an article.",
        "A record without text is of no use to a corpus.",
        "Fetch the article again, or leave the file out.",
    ),
    "repeated-paragraph": ProblemKind(
        "info",
        "A paragraph of the body stands there more than once.",
        "Repeated text distorts what is counted and what is learnt.",
        "Remove the copy, if the article does not mean it.",
    ),
    "invisible-characters": ProblemKind(
        "info",
        "Soft hyphens or marks of no width stand in the text where its script needs none.",
        "Searching and counting trip over them; `text` leaves them out, the file keeps them.",
        "Nothing needs to be done; remove them where the file is edited.",
    ),
    "hyphenated-words": ProblemKind(
        "info",
        "Words are parted by a hyphen at the ends of lines.",
        "They are counted as two words each; which hyphen belongs to a word, its language says.",
        "Take the article from a source that was not set in lines.",
    ),
    "letter-spaced": ProblemKind(
        "info",
        "A word is spaced out, letter by letter.",
        "It is read as so many words of one letter.",
        "Close it up, if it is one word.",
    ),
    "lines-left-out": ProblemKind(
        "info",
        "Lines between paragraphs, or sentences below the text, are left out by their look alone.",
        "Most are advertisements and buttons; some are scores, verses or a recipe's ingredients.",
        "See what they are with `normalize explain`; in Markdown or HTML such lines stay.",
    ),
    "several-articles": ProblemKind(
        "warning",
        "The file holds several articles: a feed's dump, or a digest of linked headlines.",
        "Its record has the first one's title and the text of all.",
        "Read it with load_all, or part the file.",
    ),
    "binary": ProblemKind(
        "error",
        "The file is no text.",
        "Nothing of it can be read as an article.",
        "Leave the file out.",
    ),
}
"""Every code a record's problems can have."""
