"""TEI P5 (tei-c.org): a header and paragraphs, in the elements that trafilatura's TEI has.

A record is a document of its own. Its header describes the source (``biblFull``) and names the
program; its body is one ``div`` of headings (``ab``), paragraphs, lists, quotes, tables, figures.

What changes: a character that XML 1.0 cannot hold is U+FFFD. A date is the content of ``date`` as
stated, and its ``when`` where W3C's types have it (not for hours and minutes alone). What TEI
requires and the record does not state, such as a title, is an empty element.

What is lost: related items, pictures that are no blocks of the body, ``extra``, and how the record
was read.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter

import normalize
from normalize.bodies.writers import paragraphs
from normalize.exports.markup import content, element
from normalize.exports.values import identifier
from normalize.expression import expression
from normalize.record import Block, Link, Record

_CLOCK_OF_MINUTES = expression(r"T\d\d:\d\d(?!:)")
_NAMESPACE = "http://www.tei-c.org/ns/1.0"


def write(records: Iterable[Record]) -> Iterator[str]:
    """A piece for each record, which is a document of its own."""
    for record in records:
        body = "".join(f"{block}\n" for block in _blocks(record))
        inside = element("body", element("div", f"\n{body}", {"type": "entry"}))
        text = element("text", inside, {"xml:lang": record.language})
        header = element("teiHeader", _file(record) + _profile(record) + _encoding())
        document = element("TEI", f"\n{header}\n{text}\n", {"xmlns": _NAMESPACE})
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def _file(record: Record) -> str:
    titles = element("titleStmt", _title(record) + _each("author", record.authors))
    name = element("note", content(identifier(record)), {"type": "id"})
    notes = _each("note", record.credits, {"type": "credit"})
    full = titles + _publication(record) + (element("notesStmt", notes) if notes else "")
    sigle = element("bibl", content(record.site), {"type": "sigle"}) if record.site else ""
    source = element("sourceDesc", sigle + element("biblFull", full))
    own = element("publicationStmt", "<p/>") + element("notesStmt", name)
    return element("fileDesc", titles + own + source)


def _title(record: Record) -> str:
    return element("title", content(record.title or ""), {"type": "main"})


def _publication(record: Record) -> str:
    """Who published it, where and when; TEI wants a publisher first, if an empty one."""
    parts = element("publisher", content(record.site or ""))
    if record.url:
        parts += element("ptr", "", {"type": "URL", "target": record.url})
    if record.published:
        parts += _date(record.published)
    if record.modified:
        parts += _date(record.modified, "modified")
    return element("publicationStmt", parts)


def _date(date: str, kind: str | None = None) -> str:
    when = None if _CLOCK_OF_MINUTES.search(date) else date
    return element("date", content(date), {"type": kind, "when": when})


def _profile(record: Record) -> str:
    parts = element("abstract", element("p", content(record.summary))) if record.summary else ""
    if record.dateline:
        parts += element("creation", element("placeName", content(record.dateline)))
    if record.language:
        parts += element("langUsage", element("language", "", {"ident": record.language}))
    terms = _each("term", record.categories, {"type": "category"})
    terms += _each("term", record.tags, {"type": "tag"})
    if terms:
        parts += element("textClass", element("keywords", terms))
    return element("profileDesc", parts)


def _encoding() -> str:
    program = {"version": normalize.__version__, "ident": "normalize"}
    application = element("application", element("label", "normalize"), program)
    return element("encodingDesc", element("appInfo", application))


def _each(name: str, values: Iterable[str], attributes: dict[str, str | None] | None = None) -> str:
    return "".join(element(name, content(v), attributes) for v in values)


def _blocks(record: Record) -> Iterator[str]:
    blocks = record.blocks or paragraphs(record.text)
    return filter(None, map(_block, blocks))


def _block(block: Block) -> str:
    match block.type:
        case "heading":
            level = f"h{block.level or 1}"
            return element("ab", _running(block), {"type": "header", "rend": level})
        case "list":
            items = "".join(element("item", item) for item in _parts(block, block.items or ()))
            return element("list", items, {"rend": "ul"}) if items else ""
        case "quote":
            return element("quote", _running(block))
        case "code":
            return element("ab", content(block.text), {"type": "code"})
        case "table":
            return _table(block)
        case "image":
            about = element("figDesc", content(block.text)) if block.text else ""
            return element("figure", element("graphic", "", {"url": block.url or ""}) + about)
        case "caption":
            return element("ab", _running(block), {"type": "caption"})
        case _:
            return element("p", _running(block))


def _table(block: Block) -> str:
    rows = [row for row in block.rows or () if row]
    cells = _parts(block, [cell for row in rows for cell in row])
    lines = ["".join(element("cell", next(cells)) for _ in row) for row in rows]
    return element("table", "".join(element("row", line) for line in lines)) if lines else ""


def _running(block: Block) -> str:
    return next(_parts(block, (block.text,)))


def _parts(block: Block, parts: Iterable[str]) -> Iterator[str]:
    """The parts that the block's text consists of, a character between each two, with links."""
    links = sorted(block.links, key=attrgetter("text_start"))
    starts = [link.text_start for link in links]
    place = block.text_start or 0
    for part in parts:
        end = place + len(part)
        yield _linked(part, place, links[bisect_left(starts, place) : bisect_left(starts, end)])
        place = end + 1


def _linked(part: str, offset: int, links: Iterable[Link]) -> str:
    """A part of a text that begins at an offset, with the links that lie within it."""
    pieces, place = [], 0
    for link in links:
        start, end = link.text_start - offset, link.text_end - offset
        if place <= start < end <= len(part):
            reference = element("ref", _lines(part[start:end]), {"target": link.url})
            pieces += [_lines(part[place:start]), reference]
            place = end
    return "".join(pieces) + _lines(part[place:])


def _lines(text: str) -> str:
    return content(text).replace("\n", "<lb/>")
