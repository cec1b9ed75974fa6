"""Fields on lines of their own: ``Title: …`` (MultiMarkdown, Pelican), ``.. title: …`` (Nikola),
``:title: …`` (reStructuredText's docinfo, below a title with a line of punctuation). The first of
these is the form of a mail's header, too.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

from normalize._expressions import DOCINFO, DOTTED_FIELDS, FIELD_LINES
from normalize.expression import expression
from normalize.layers import holdings, mail_fields
from normalize.layers.layer import (
    Layer,
    Predicate,
    Reading,
    Splice,
    Value,
    both_hold,
    duplicates,
    is_telling,
    line_end,
    next_line,
    not_held,
)
from normalize.record import Literals, Record

MAIL_LIKE = "field-lines"
"""The layer whose form is that of a mail's header."""

_BREAK = expression(r"[ \t]*(?:\r\n?|\n|\Z)")
_ITEM = expression(r"^[ \t]*[-*+][ \t]+", re.MULTILINE)


def _read(
    name: str,
    whole: re.Pattern[str],
    entry: re.Pattern[str],
    text: str,
    start: int,
    above: Sequence[Reading],
) -> Reading | None:
    """Read the fields up to a blank line."""
    found = whole.match(text, start)
    if found is None:
        return None
    closing = _BREAK.match(text, found.end())
    if closing is None and text.startswith("-->", found.end() - 4):
        closing = found
    groups = found.groupdict()
    fields = start
    values: list[Value] = []
    if groups.get("TITLE"):
        fields = found.end("TITLE")
        values.append(_spelled("title", text, *found.span("TITLE")))
        fields = next_line(text, next_line(text, fields))
    values += map(_value, entry.finditer(text, fields, found.end()))
    if closing is None or not is_telling(values):
        return None
    if name == MAIL_LIKE and mail_fields.is_mail((value.key, value.value) for value in values):
        # Each station that a mail passes adds a field of the same name.
        return Reading(name, start, closing.end(), tuple(mail_fields.renamed(values)))
    return Reading(name, start, closing.end(), tuple(values), duplicates(values))


def _value(found: re.Match[str]) -> Value:
    if found["VALUE"] is None:
        return Value(found["KEY"], "", ((found.end("COLON"), found.end("COLON")),))
    return _spelled(found["KEY"], found.string, *found.span("VALUE"))


def _spelled(key: str, text: str, start: int, end: int) -> Value:
    """A value without the blanks around it, lines that go on folded; items as a list."""
    spelled = text[start:end]
    start += len(spelled) - len(spelled.lstrip())
    spelled = spelled.strip()
    span = start, start + len(spelled)
    if _ITEM.match(spelled):
        items = [" ".join(item.split()) for item in _ITEM.split(spelled)]
        return Value(key, list(filter(None, items)), (span,))
    return Value(key, " ".join(spelled.split()), (span,))


def _write(form: str, record: Record) -> str:
    """The record's header fields, lists parted by commas, and a blank line.

    Nothing where no field tells the block from lines of prose.
    """
    stated = holdings.entries(record, _NAMES)
    # Of one name the comma may stand before a given name.
    named = [
        (_SINGLE.get(key, key) if isinstance(value, list) and len(value) == 1 else key, value)
        for key, value in stated
    ]
    if not is_telling(Value(key, value, ()) for key, value in named):
        return ""
    lines = [form.format(key=key, value=_said(value)).rstrip() for key, value in named]
    return "\n".join(lines) + "\n\n"


def _said(value: Literals) -> str:
    """A value on its line: names parted by commas."""
    return value if isinstance(value, str) else ", ".join(map(str, value))


def spell(text: str, value: Value, new: Literals) -> Splice:
    """Another value on its line."""
    start, end = value.spans[0]
    blank = "" if text[start - 1 : start].isspace() else " "
    return Splice(start, end, blank + _checked(value.key, new))


def _checked(key: str, new: Literals) -> str:
    """A value that a line can hold: one line, its names without commas and semicolons."""
    several = not isinstance(new, str) and (len(new) > 1 or key.lower() not in _SINGLE.values())
    if not is_line(_said(new)) or (several and _JOINT.search("".join(map(str, new)))):
        raise not_held(f"{new!r} is not one line, or a comma would part its names")
    return _said(new)


def _insert(form: str, text: str, reading: Reading, field: str, new: Literals) -> Splice | None:
    """A line more below the last."""
    if field not in _NAMES or not reading.values:
        return None
    key = _NAMES[field]
    if isinstance(new, list) and len(new) == 1:
        key = _SINGLE.get(key, key)
    place = line_end(text, reading.values[-1].spans[0][1])
    return Splice(place, place, "\n" + form.format(key=key, value=_checked(key, new)))


def _is_value(key: str, value: Literals) -> bool:
    """Whether a key is a word and its value one line."""
    return (
        _KEY.fullmatch(key) is not None
        and key not in _SINGLE.values()
        and isinstance(value, str)
        and is_line(value)
    )


def is_line(value: str | None) -> bool:
    """Whether a value is one line as it reads: no runs of blanks, no item, no comment's end."""
    said = value or ""
    return said == " ".join(said.split()) and "-->" not in said and not _ITEM.match(said)


def _fit(names: Callable[[Record], tuple[str | None, ...]]) -> Predicate:
    def fit(record: Record) -> bool:
        """Whether each is one line, and of several none has a comma or semicolon."""
        found = names(record)
        apart = len(found) < 2 or not any(_JOINT.search(name or "") for name in found)
        return apart and all(map(is_line, found))

    return fit


_JOINT = expression("[,;]")
_KEY = expression(r"[A-Za-z][\w-]{0,30}")
_SINGLE = {"authors": "author", "categories": "category", "tags": "tag"}
_NAMES = {
    "title": "title",
    "published": "date",
    "modified": "modified",
    "authors": "authors",
    "language": "lang",
    "url": "url",
    "categories": "categories",
    "tags": "tags",
    "summary": "summary",
    "image": "image",
}
_LINES: dict[str, Predicate] = {
    "title": _fit(lambda r: (r.title,)),
    "authors": _fit(lambda r: r.authors),
    "url": _fit(lambda r: (r.url,)),
    "categories": _fit(lambda r: r.categories),
    "tags": _fit(lambda r: r.tags),
    "summary": _fit(lambda r: (r.summary,)),
    "image": _fit(lambda r: (r.image.url if r.image else None,)),
}


def _layer(name: str, claims: str, grammar: dict[str, str], form: str) -> Layer:
    read = partial(_read, name, expression(grammar["start"]), expression(grammar["entry"]))
    holds = holdings.holds(name, _NAMES, _is_value)
    fits = _LINES | ({"extra": mail_fields.is_none} if name == MAIL_LIKE else {})
    both = {f: both_hold(holds[f], fit) for f, fit in fits.items()}
    write, insert = partial(_write, form), partial(_insert, form)
    return Layer(name, claims, read, write, holds | both, spell, insert)


COLON_FIELDS = _layer(
    MAIL_LIKE,
    "lines `Key: value` up to a blank line, one of them a title, a date or their like",
    FIELD_LINES,
    "{key}: {value}",
)
DOT_FIELDS = _layer(
    "dotted-fields",
    "lines `.. key: value` up to a blank line",
    DOTTED_FIELDS,
    ".. {key}: {value}",
)
DOCINFO_FIELDS = _layer(
    "docinfo",
    "lines `:key: value`, below a title that is underlined or with a title or a date in them",
    DOCINFO,
    ":{key}: {value}",
)
