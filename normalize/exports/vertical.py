"""Vertical text, as the Corpus Workbench and Sketch Engine take it: one token a line.

A record is ``<doc …>``, a block of its text ``<p type="…">``. A token is a run of letters, marks
and digits, with what joins them inside (``e-mail``, ``3,000``, ``news.example``); each other sign
is a token of its own, and so is each Han character and each kana. ``<g/>`` stands between two
tokens that no blank parts. Thai, Lao, Khmer and Burmese, which set no blanks between words, are not
cut into words: a run of them is one token.

What changes: ``&``, ``<``, ``>`` are references, white space is folded, and a character that XML
cannot hold is U+FFFD. Several values of one attribute are parted by ``|``.

What is lost: line ends within a block, pictures and captions, links, related items, ``extra``, and
how the record was read.
"""

from collections.abc import Iterable, Iterator

from normalize.bodies.writers import paragraphs
from normalize.exports.markup import content, legal, value
from normalize.exports.values import filled, identifier
from normalize.expression import expression
from normalize.record import Record

# Punctuation and symbols of the scripts that the press is set in; Han characters and kana.
_SIGN = (
    "!-/:-@\\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    "\u037e\u0589\u05be\u05c0\u05c3\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u0e2f\u0e5a"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u214f\u2190-\u2bff"
    "\u3001-\u3004\u3008-\u3020\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_SINGLE = (
    "\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_RUN = rf"[^\s{_SIGN}{_SINGLE}]+"
_TOKEN = expression(rf"{_RUN}(?:(?:[-'’.·:/@&+_]|(?<=\d),(?=\d)){_RUN})*|[{_SIGN}{_SINGLE}]")
_GLUE = ""  # no token is an empty line


def write(records: Iterable[Record]) -> Iterator[str]:
    """A piece for each record."""
    for record in records:
        stated = {
            "id": identifier(record),
            "title": record.title,
            "published": record.published,
            "url": record.url,
            "site": record.site,
            "dateline": record.dateline,
            "language": record.language,
            "authors": "|".join(record.authors),
            "credits": "|".join(record.credits),
            "categories": "|".join(record.categories),
            "tags": "|".join(record.tags),
        }
        named = "".join(f' {k}="{value(" ".join(v.split()))}"' for k, v in filled(stated).items())
        yield f"<doc{named}>\n{''.join(_blocks(record))}</doc>\n"


def _blocks(record: Record) -> Iterator[str]:
    for block in record.blocks or paragraphs(record.text):
        if block.type not in ("image", "caption"):
            lines = content("\n".join(_lines(legal(block.text)))).replace("\n\n", "\n<g/>\n")
            yield f'<p type="{block.type}">\n{lines}\n</p>\n' if lines else ""


def _lines(text: str) -> Iterator[str]:
    place = 0
    for found in _TOKEN.finditer(text):
        if found.start() == place and place:
            yield _GLUE
        yield found[0]
        place = found.end()
