"""Bodies as text: passages in the spelling that the readers read back.

What a page says around its article stands in HTML, in Markdown too, in the elements and classes
that the readers know: a caption in ``figcaption``, what is related in ``class="related"``.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape, unescape
from itertools import groupby, pairwise

from normalize.bodies import BodyKind
from normalize.expression import expression
from normalize.passage import Passage
from normalize.record import Block

# What begins inline markup in CommonMark, GFM, Liquid and Kramdown wherever it stands.
_INLINE = expression(r"[\\`*_\[\]<>&~{}|@]|:(?=//)|(?<=[Ww]{3})\.")
# What begins a block where it opens a line: headings, lists, quotes, rules, definitions, fences,
# the imports of MDX.
_OPENING = expression(
    r"^([ \t]*)(?:([#+=:>-])|(\d{1,9})([.)])|(import[ \t][^'\"]{0,600})(['\"]))", re.MULTILINE
)
_TARGET = expression(r"[\\<>&{}]")
_PLAIN = expression(r"[^\s<>()]+")

Spell = Callable[[str], str]
Link = Callable[[str, str], str]


def write(blocks: Iterable[Block], kind: BodyKind) -> str:
    """The blocks as a body of a kind, a newline at its end; nothing for no blocks."""
    return spell(map(passage, blocks), kind)


def spell(passages: Iterable[Passage], kind: BodyKind) -> str:
    """Passages as a body of a kind, a newline at its end; nothing for no passages.

    Args:
        passages: In order. The hints ``lead``, ``related`` and ``read-more`` are written in the
            markup that the kind has for them.
        kind: The kind. Bare lines show no picture.
    """
    if kind == "text":
        parts = [p.text for p in passages if p.type != "image"]
    elif kind == "html":
        parts = [_html(p) for p in passages]
    else:
        parts = list(_markdown_parts(list(passages)))
    parts = [part for part in parts if part]
    return ("\n" if kind == "html" else "\n\n").join(parts) + "\n" if parts else ""


def paragraphs(text: str) -> tuple[Block, ...]:
    """The blocks of a text that has none: its parts between blank lines."""
    return tuple(Block("paragraph", 0, 0, part) for part in text.split("\n\n") if part)


def passage(block: Block) -> Passage:
    """A block as the passage that becomes it."""
    offset = block.text_start or 0
    text = block.text
    if block.items is not None:
        text = "\n".join(block.items)
    elif block.rows is not None:
        text = "\n".join(map("\t".join, block.rows))
    return Passage(
        block.type,
        0,
        0,
        text,
        [],
        [(x.url, x.text_start - offset, x.text_end - offset) for x in block.links],
        block.level,
        list(block.items) if block.items is not None else None,
        list(map(list, block.rows)) if block.rows is not None else None,
        block.url,
    )


def inline(text: str, kind: BodyKind) -> str:
    """A line of text in the spelling of a body."""
    spellings: dict[BodyKind, Spell] = {"markdown": _escaped, "html": _html_text}
    return spellings.get(kind, str)(text)


def address(url: str, kind: BodyKind) -> str:
    """An address as it stands in an attribute, or in Markdown between angle brackets."""
    return escape(url) if kind == "html" else _TARGET.sub(r"\\\g<0>", url)


def unaddressed(spelled: str, kind: BodyKind) -> str:
    """The address that a spelling of it means."""
    return unescape(spelled) if kind == "html" else unescape(re.sub(r"\\(?=\W)", "", spelled))


def _linked(p: Passage, start: int, end: int, text: Spell, link: Link) -> str:
    """A part of a passage's text with its links, each stretch in the spelling of the body."""
    parts, place = [], start
    for url, a, b in p.links:
        if place <= a < b <= end:
            parts += [text(p.text[place:a]), link(text(p.text[a:b]), url)]
            place = b
    said = "".join(parts) + text(p.text[place:end])
    # A call right before a link would make a picture of it.
    return said.replace("![", r"\![") if link is _markdown_link else said


def _parted(p: Passage, parts: Iterable[str], text: Spell, link: Link) -> Iterator[str]:
    """The parts that the text consists of, a character between each two, with their links."""
    place = 0
    for part in parts:
        yield _linked(p, place, place + len(part), text, link)
        place += len(part) + 1


def _markdown_parts(passages: Sequence[Passage]) -> Iterator[str]:
    """The blocks of Markdown; those that HTML alone can say stand together, without blank lines.

    So a heading stands with what is related: what is true of all texts tells none of them apart.
    """
    for is_html, run in groupby(passages, key=_is_html):
        group = list(run)
        if is_html:
            yield "\n".join(map(_html, group))
            continue
        yield _markdown(group[0])
        for above, p in pairwise(group):
            if above.type == p.type == "list":
                # Two lists in a row would be one.
                yield "<!-- -->"
            yield _markdown(p)


def _is_html(p: Passage) -> bool:
    return p.type == "caption" or not p.hints.isdisjoint(("related", "read-more"))


def _markdown(p: Passage) -> str:
    match p.type:
        case "image":
            return f"!{_markdown_link(_escaped(p.text), p.url or '')}"
        case "heading":
            # Signs at the end of a heading's line would close it.
            said = re.sub(r"(?=#+\Z)", r"\\", _running(p), count=1)
            return f"{'#' * (p.level or 1)} {said}"
        case "list":
            items = _parted(p, p.items or (), _escaped, _markdown_link)
            return "\n".join(f"- {_indented(item)}" for item in items)
        case "quote":
            lines = _parted(p, p.text.split("\n"), _escaped, _markdown_link)
            return "\n>\n".join(f"> {line}" for line in lines)
        case "code":
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", p.text)), 3)
            return f"{fence}\n{p.text}\n{fence}"
        case "table":
            return _markdown_table(p)
        case _:
            said = _running(p).replace("\n", "\\\n")
            return f"**{said}**" if "lead" in p.hints else said


def _running(p: Passage) -> str:
    return _linked(p, 0, len(p.text), _escaped, _markdown_link)


def _escaped(text: str) -> str:
    text = _INLINE.sub(r"\\\g<0>", text)
    return _OPENING.sub(_stopped, text)


def _stopped(found: re.Match[str]) -> str:
    """What would begin a block, with its last sign escaped."""
    return f"{found[0][:-1]}\\{found[0][-1]}"


def _markdown_link(text: str, url: str) -> str:
    target = address(url, "markdown")
    return f"[{text}]({target})" if _PLAIN.fullmatch(url) else f"[{text}](<{target}>)"


def _indented(item: str) -> str:
    """An item of a list, each of its lines a paragraph."""
    return item.replace("\n", "\n\n  ")


def _markdown_table(p: Passage) -> str:
    rows = p.rows or []
    cells = _parted(p, (cell for row in rows for cell in row), _escaped, _markdown_link)
    lines = [f"| {' | '.join(next(cells) for _ in row)} |" for row in rows]
    if lines:
        lines.insert(1, f"|{' --- |' * len(rows[0])}")
    return "\n".join(lines)


def _html(p: Passage) -> str:
    match p.type:
        case "image":
            alt = f' alt="{escape(p.text)}"' if p.text else ""
            return f'<img src="{address(p.url or "", "html")}"{alt}>'
        case "heading":
            return f"<h{p.level or 1}>{_html_running(p)}</h{p.level or 1}>"
        case "list":
            items = _parted(p, p.items or (), _html_text, _anchor)
            return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
        case "quote":
            return f"<blockquote><p>{_html_running(p)}</p></blockquote>"
        case "code":
            # The reader, as a browser, passes over the line break that opens it.
            return f"<pre>\n{escape(p.text, quote=False)}</pre>"
        case "table":
            return _html_table(p)
        case "caption":
            return f"<figcaption>{_html_running(p)}</figcaption>"
        case _:
            said = next((hint for hint in ("lead", "related") if hint in p.hints), None)
            opening = f'<p class="{said}">' if said else "<p>"
            return f"{opening}{_html_running(p)}</p>"


def _html_running(p: Passage) -> str:
    return _linked(p, 0, len(p.text), _html_text, _anchor)


def _anchor(text: str, url: str) -> str:
    return f'<a href="{address(url, "html")}">{text}</a>'


def _html_table(p: Passage) -> str:
    """A table, its first row a header: without one, cells may be there to lay out a page."""
    rows = p.rows or []
    cells = _parted(p, (cell for row in rows for cell in row), _html_text, _anchor)
    lines = []
    for row, name in zip(rows, ["th", *["td"] * len(rows)], strict=False):
        lines.append("".join(f"<{name}>{next(cells)}</{name}>" for _ in row))
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _html_text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
