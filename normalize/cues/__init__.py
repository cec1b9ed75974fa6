"""What the press says around an article: labels, headings, prompts, agencies, by language.

The words are data, one file for each language: ``<language>.toml``, named by the primary subtag of
BCP 47, ``und.toml`` for what is not of one language. To add a language is to add its file. Each is
TOML with these tables and keys, all of them lists of strings; a key without words is left out:

``[labels]``
    What stands before a value: ``published``, ``modified``, ``crawl`` (when the page was fetched
    or archived), ``byline``, ``editor``, ``source``, ``tags``, ``url``, ``title``. The first of a
    key is the one used when writing.
``[outlets]``
    ``agencies``: agencies and outlets by the names they are credited with, case and all.
``[pictures]``
    ``credit``: what stands before the credit of a picture. ``caption``: what opens a caption.
    ``agencies``: picture agencies and stock libraries, case and all, that credit no text.
``[headings]``
    Whole lines that open a part of the page: ``related``, ``comment``, ``share``, ``promotion``,
    ``navigation``.
``[prompts]``
    Beginnings of lines that are no text of the article: ``more`` (a related item between
    paragraphs), ``share``, ``promotion``, ``comment``, ``copyright``. ``about``: what opens a
    heading that names an author or a company, whom the lines below it present.
``[ends]``
    ``marks``: what closes an article.

A label, prompt or word of a picture that is written with a colon (``Date:``) counts only where a
colon, an equals sign, a slash or a bar follows; one without counts either way. ``…`` in a prompt
stands for a few words. Strings are in double quotes, in NFC, and hold neither a quote nor a
backslash; comments have lines of their own. So one expression reads a file, in a tenth of the
time that it takes to import ``tomllib``; a test holds both readings equal.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from attrs import frozen

from normalize.composition import compose
from normalize.cues.words import ALIKE, BLANK, SIGN, Words
from normalize.expression import expression
from normalize.span import Role

_LINE = expression(r'^#.*|^\[(\w+)\]|^(\w+) = \[|"([^"\\\n]*)"', re.M)

_BESIDE = ("en", "und")
_SAME = {"no": "nb", "nn": "nb", "iw": "he", "in": "id"}

_HEADINGS: tuple[Role, ...] = ("related", "comment", "share", "promotion", "navigation")
# The order settles which kind wins where a word of one begins a word of another.
_LABELS = ("title", "url", "editor", "byline", "source", "tags", "crawl", "modified", "published")
_PROMPTS = ("comment", "promotion", "share", "more", "copyright", "about")

_BULLETS = r"^[ \t\xa0\u3000>»›•·*+\-–—→➜➤▶►▸■●◆★☆|(\[【「『《<«👉]{0,8}"
_SEPARATOR = f"{BLANK}{{0,4}}(?:{SIGN}{BLANK}{{0,4}})?"
_ANYWHERE = r"(?:(?<!\w)|(?=[^\x00-\u08ff]))(?=\w)"
_CREDIT_REACH = 200
_CREDIT_PLACE = (
    rf"(?:^|(?<=[.。!?…)）»”\"]){BLANK}{{0,3}}|{BLANK}{{0,3}}[-–—|｜/]{BLANK}{{0,3}}"
    rf"|{BLANK}{{1,3}}(?=[©ⓒ])|{BLANK}{{0,3}}[(（\[［【〔]{BLANK}{{0,2}})"
)
_CREDIT_SIGN = rf"[-.。!?…)）»”\"–—|｜/(（\[［【〔\n]{BLANK}{{0,3}}"
_CREDIT_OPENING = rf"(?:(?P<open>[(（\[［【〔]){BLANK}{{0,2}})?"
_CREDIT_ENDING = (
    rf"{BLANK}{{0,2}}(?:{SIGN}{BLANK}{{0,3}})?"
    r"(?P<credit>(?:(?(open)[^()（）\[\]［］【】〔〕\n]|[^\n])){1,120}?)"
    rf"(?(open){BLANK}{{0,2}}[)）\]］】〕]){BLANK}{{0,3}}[.。]?\s{{0,8}}\Z"
)
# An agency ends a caption behind a sign, or as `via` it; what follows is a bracket at most.
_AGENCY_PLACE = (
    rf"(?:^|[/／|｜(（\[［【©ⓒ=＝:：.。!?…)）»”–—-]{BLANK}{{0,3}}|(?<=\S){BLANK}(?=via{BLANK}))"
)
_AGENCY_SIGN = rf"[-/／|｜(（\[［【©ⓒ=＝:：.。!?…)）»”–—\n]{BLANK}{{0,3}}"
_AGENCY_ENDING = rf"(?:{BLANK}{{0,2}}[)）\]］】]{BLANK}{{0,2}}[.。]?)?\s{{0,8}}\Z"
_AROUND_AGENCY = 24
"""How many characters of a line at most are its sign and what stands behind its end."""


_FOLDED = (
    {other: same[0] for same in (*ALIKE, "iı") for other in same[1:]}
    | dict.fromkeys("\u0307\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u00ad", "")
    | dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
)
_FOLDS = expression(f"[{re.escape(''.join(_FOLDED))}]")
_OUTER = (
    " \t\n\r\v\f\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\u200e\u200f\ufeff"
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~«»‹›“”„‘’–—―…·•‣●○◆◇■□▪▫▲△▼▽►▶▸◀★☆→←↓↑⇒➜➤✓✔👉"
    "、。〃〈〉《》「」『』【】〔〕〖〗・：；，．！？（）［］｛｝／｜＞＜～￭،؛؟٪٫٬।॥"
)
_ASCII_OUTER = "".join(filter(str.isascii, _OUTER))
_DIGITS = "0123456789０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९๐๑๒๓๔๕๖๗๘๙"


@frozen(eq=False, repr=False)
class Cues:
    """The words of one language, with those of English and of no language, which sites mix in.

    What ``labels``, ``prompts``, ``agencies`` and the pictures' words seek, they seek in NFC.

    Attributes:
        language: The language whose file was read; ``und`` where there is none.
        headings: For a line as ``fold`` gives it, the role of what it opens.
        labels: A label at the start of a line, after bullets, with its separator and blanks. The
            group that took part (``lastgroup``) is the kind: ``published``, ``modified``,
            ``crawl``, ``byline``, ``editor``, ``source``, ``tags``, ``url``, ``title``. Between the
            end of the group and the end of the match stands the separator; where only blanks do,
            the label may be the first word of a sentence.
        prompts: What opens a line that is no text: ``more``, ``share``, ``promotion``,
            ``comment``, ``copyright`` or ``about``, the group that took part.
        agencies: The name of an agency or outlet, anywhere, in its own case.
        picture_credit: The credit that ends a caption, in brackets or after a stop or a dash, or
            is all of it: the match begins where the caption ends, ``credit`` is the name alone.
        picture_agency: A picture agency, in its own case, that ends a line behind a sign.
        picture_caption: A label or sign that opens a caption, with its separator.
        end_marks: What closes an article, longest first.
        related_heading: What to write before related items.
        source_label: What to write before a credited outlet.
        byline_label: What to write before an author.
        modified_label: What to write before the date of a change.
        more_prompt: What to write before a related item between paragraphs.
        picture_label: What to write before the credit of a picture.
        beginnings: The first three characters of each of the headings.
    """

    language: str
    headings: Mapping[str, Role]
    labels: Words
    prompts: Words
    agencies: Words
    picture_credit: Words
    picture_agency: Words
    picture_caption: Words
    end_marks: tuple[str, ...]
    related_heading: str
    source_label: str
    byline_label: str
    modified_label: str
    more_prompt: str
    picture_label: str
    beginnings: frozenset[str]

    def heading(self, line: str) -> Role | None:
        """The role of what a line opens, if it is a heading and nothing else."""
        begins = line[:4]
        if begins.isascii() and begins.isalpha() and begins[:3].lower() not in self.beginnings:
            return None  # nothing before its first letters, or on them, that folding would change
        return self.headings.get(fold(line))


def fold(line: str) -> str:
    """A line as it is compared with a heading.

    NFC, without case, without the punctuation, blanks and one count ("(12)") around it; letters
    that the press writes in two ways as one, Greek without accents, Arabic without vowel signs.
    """
    if line.isascii():
        line = " ".join(line.strip(_ASCII_OUTER).split()).lower()
    else:
        line = compose(" ".join(line.strip(_OUTER).split())).casefold()
        for letter in set(_FOLDS.findall(line)):
            line = line.replace(letter, _FOLDED[letter])
        line = line.strip(_OUTER)
    # Two numbers in a row are a date, and belong to what is said.
    if line[-1:].isdecimal():
        bare = line.rstrip(_DIGITS).rstrip(_OUTER)
        line = line if bare[-1:].isdecimal() else bare
    if line[:1].isdecimal():
        bare = line.lstrip(_DIGITS).lstrip(_OUTER)
        line = line if bare[:1].isdecimal() else bare
    return line


@lru_cache(maxsize=512)
def load(language: str | None) -> Cues:
    """The words of a language.

    Args:
        language: A BCP 47 tag, of which the primary subtag counts. None, or a language that has
            no file, gives the words of no language and of English.
    """
    primary = (language or "und").partition("-")[0].lower()
    primary = _SAME.get(primary, primary)
    return _cues(primary if _file(primary) else "und")


@cache
def _cues(language: str) -> Cues:
    chain = tuple(dict.fromkeys((language, *_BESIDE)))
    headings: dict[str, Role] = {}
    for part in reversed(chain):
        headings |= _headings(part)

    def merged(table: str, *keys: str) -> dict[str, dict[str, None]]:
        """The words of a table's keys, the language's own first."""
        files = [_file(part) for part in chain]
        return {k: dict.fromkeys(w for f in files for w in f.get(f"{table}.{k}", ())) for k in keys}

    labels = merged("labels", *_LABELS)
    prompts = merged("prompts", *_PROMPTS)
    pictures = merged("pictures", "credit", "caption", "agencies")
    return Cues(
        language=language,
        headings=headings,
        labels=Words(labels, _BULLETS, _SEPARATOR),
        prompts=Words(prompts, _BULLETS),
        agencies=Words(merged("outlets", "agencies"), _ANYWHERE, cased=True),
        picture_credit=Words(
            {"label": pictures["credit"]},
            _CREDIT_PLACE,
            _CREDIT_ENDING,
            _CREDIT_OPENING,
            _CREDIT_SIGN,
            ("©", "ⓒ"),
            reach=_CREDIT_REACH,
        ),
        picture_agency=Words(
            {"agency": pictures["agencies"]},
            _AGENCY_PLACE,
            _AGENCY_ENDING,
            sign=_AGENCY_SIGN,
            unsigned=("via ",),
            reach=_AROUND_AGENCY + max(map(len, pictures["agencies"])),
            cased=True,
        ),
        picture_caption=Words({"label": pictures["caption"]}, "^", _SEPARATOR),
        end_marks=tuple(sorted(merged("ends", "marks")["marks"], key=len, reverse=True)),
        related_heading=next(iter(merged("headings", "related")["related"])),
        source_label=next(iter(labels["source"])).removesuffix(":"),
        byline_label=next(iter(labels["byline"])).removesuffix(":"),
        modified_label=next(iter(labels["modified"])).removesuffix(":"),
        more_prompt=next(iter(prompts["more"])).removesuffix(":"),
        picture_label=next(iter(pictures["credit"])).removesuffix(":"),
        beginnings=frozenset(heading[:3] for heading in headings),
    )


@lru_cache(maxsize=1024)
def _file(language: str) -> Mapping[str, list[str]]:
    """The words of one file by table and key; nothing where there is no file."""
    words: dict[str, list[str]] = {}
    if not (language.isascii() and language.isalpha() and len(language) <= 3):
        return words
    try:
        with open(f"{__path__[0]}/{language}.toml", encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError:
        return words
    table = ""
    strings: list[str] = []
    for found in _LINE.finditer(text):
        if found[3] is not None:
            strings.append(found[3])
        elif found[1]:
            table = found[1]
        elif found[2]:
            strings = words[f"{table}.{found[2]}"] = []
    return words


@cache
def _headings(language: str) -> Mapping[str, Role]:
    words = _file(language)
    return {fold(w): role for role in _HEADINGS for w in words.get(f"headings.{role}", ())}
