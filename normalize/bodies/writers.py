"""Bodies as text: blocks in the spelling that the readers read back."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

from normalize.bodies import BodyKind
from normalize.record import Block

# What begins inline markup in CommonMark, GFM, Liquid and Kramdown wherever it stands.
_INLINE = re.compile(r"[\\`*_\[\]<>&~{}|]")
# What begins a block where it opens a line: headings, lists, quotes, rules, definitions, fences.
_OPENING = re.compile(r"^([ \t]*)(?:([#+=:>-])|(\d{1,9})([.)]))", re.MULTILINE)


def write(blocks: Iterable[Block], kind: BodyKind) -> str:
    """The blocks as a body of a kind, a newline at its end; nothing for no blocks."""
    writer = {"text": _plain, "markdown": _markdown, "html": _html}[kind]
    parts = [part for part in map(writer, blocks) if part]
    return ("\n" if kind == "html" else "\n\n").join(parts) + "\n" if parts else ""


def paragraphs(text: str) -> tuple[Block, ...]:
    """The blocks of a text that has none: its parts between blank lines."""
    return tuple(Block("paragraph", 0, 0, part) for part in text.split("\n\n") if part)


def _plain(block: Block) -> str:
    return "" if block.type == "image" else block.text


def _markdown(block: Block) -> str:
    match block.type:
        case "image":
            return f"![{_escaped(block.text)}](<{block.url}>)"
        case "heading":
            return f"{'#' * (block.level or 1)} {_escaped(block.text)}"
        case "list":
            return "\n".join(f"- {_indented(_escaped(item))}" for item in block.items or ())
        case "quote":
            return "\n".join(f"> {line}" for line in _escaped(block.text).split("\n"))
        case "code":
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", block.text)), 3)
            return f"{fence}\n{block.text}\n{fence}"
        case "table":
            return _markdown_table(block.rows or ())
        case _:
            linked = _linked(block, _escaped, "[{text}](<{url}>)".format)
            return linked.replace("\n", "\\\n")


def _escaped(text: str) -> str:
    text = _INLINE.sub(r"\\\g<0>", text)
    return _OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)


def _linked(block: Block, spell: Callable[[str], str], link: Callable[..., str]) -> str:
    """A block's text with its links, each part in the spelling of the body."""
    offset = block.text_start or 0
    parts, place = [], 0
    for target in block.links:
        start, end = target.text_start - offset, target.text_end - offset
        if start < place or end <= start:
            continue
        parts.append(spell(block.text[place:start]))
        parts.append(link(text=spell(block.text[start:end]), url=target.url))
        place = end
    return "".join(parts) + spell(block.text[place:])


def _anchor(text: str, url: str) -> str:
    return f'<a href="{escape(url)}">{text}</a>'


def _indented(item: str) -> str:
    return item.replace("\n", "\n  ")


def _markdown_table(rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(map(_escaped, row))} |" for row in rows]
    if lines:
        lines.insert(1, f"|{' --- |' * len(rows[0])}")
    return "\n".join(lines)


def _html(block: Block) -> str:
    match block.type:
        case "image":
            alt = f' alt="{escape(block.text)}"' if block.text else ""
            return f'<img src="{escape(block.url or "")}"{alt}>'
        case "heading":
            return f"<h{block.level or 1}>{_html_text(block.text)}</h{block.level or 1}>"
        case "list":
            items = "".join(f"<li>{_html_text(item)}</li>" for item in block.items or ())
            return f"<ul>{items}</ul>"
        case "quote":
            return f"<blockquote><p>{_html_text(block.text)}</p></blockquote>"
        case "code":
            return f"<pre>{escape(block.text, quote=False)}</pre>"
        case "table":
            return f"<table>{''.join(map(_html_row, block.rows or ()))}</table>"
        case "caption":
            return f"<figcaption>{_html_text(block.text)}</figcaption>"
        case _:
            return f"<p>{_linked(block, _html_text, _anchor)}</p>"


def _html_row(row: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{_html_text(cell)}</td>' for cell in row)}</tr>"


def _html_text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
