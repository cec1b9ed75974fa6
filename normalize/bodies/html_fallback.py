"""The tokenizer where turbohtml is not installed: the standard library's ``html.parser``.

Its loop finds the text between the markup and tells how far each item reaches. What counts as one
tag, comment or raw text differs between releases of Python, so that is stated here, by WHATWG HTML,
section 13.2.5. Left out is the escaped state of scripts, which keeps ``</script>`` inside
``<!--<script>`` from ending the outer one.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from normalize.bodies.tokens import RAW, Kind, Plain
from normalize.expression import expression
from normalize.markup import NONE, attributes, lower

_BLANK = r"[\t\n\f\r ]"
_TAG = expression(
    rf"""</?([A-Za-z][^\t\n\f\r />]*+)"""
    rf"""(?:[\t\n\f\r /]*+[^\t\n\f\r />][^\t\n\f\r />=]*+"""
    rf"""(?:{_BLANK}*+={_BLANK}*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\t\n\f\r >]*+)"""
    rf"""|(?!{_BLANK}*+=)))*+"""
    r"""[\t\n\f\r /]*+>"""
)
_COMMENT = expression(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)


class _Parser(HTMLParser):
    """Writes down each item with its place while ``html.parser`` runs over a text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.rawdata = text
        self.found: list[Plain] = []
        self._item: tuple[Kind, str] | None = None
        self._inside: Kind = "text"
        self._raw = ""
        self._at = 0
        self.close()
        self.updatepos(self._at, len(text))

    def updatepos(self, i: int, j: int) -> int:
        """Called once for each item, in order, with its span."""
        if j <= i:
            return j
        item, self._item, self._at = self._item, None, j
        last = self.found[-1] if self.found else None
        if item is not None:
            kind, name = item
            found = attributes(self.rawdata, i, j) if kind == "start" else NONE
            self.found.append((kind, name, i, j, found))
            self._inside = RAW.get(name, "text") if kind == "start" else "text"
        elif last is not None and last[0] in ("text", "raw"):
            self.found[-1] = last[0], "", last[2], j, NONE
        else:
            self.found.append((self._inside, "", i, j, NONE))
        return j

    def parse_starttag(self, i: int) -> int:
        found = _TAG.match(self.rawdata, i)
        if found is None:
            return self._end_of_item("dropped", -1)
        name = lower(found[1])
        self._item = "start", name
        if name in RAW:
            self.set_cdata_mode(name)
        return found.end()

    def parse_endtag(self, i: int) -> int:
        letter = self.rawdata[i + 2 : i + 3]
        if letter == ">":
            return self._end_of_item("dropped", i + 3)
        if not letter:
            return len(self.rawdata)
        if not (letter.isascii() and letter.isalpha()):
            return self._end_of_item("comment", self.rawdata.find(">", i) + 1)
        found = _TAG.match(self.rawdata, i)
        if found is None:
            return self._end_of_item("dropped", -1)
        self._item = "end", lower(found[1])
        self.clear_cdata_mode()
        return found.end()

    def parse_comment(self, i: int, report: bool = True) -> int:
        found = _COMMENT.match(self.rawdata, i)
        return self._end_of_item("comment", found.end() if found else -1)

    def parse_html_declaration(self, i: int) -> int:
        kind: Kind = "doctype" if self.rawdata[i + 2 : i + 9].lower() == "doctype" else "comment"
        return self._end_of_item(kind, self.rawdata.find(">", i) + 1)

    def parse_pi(self, i: int) -> int:
        return self._end_of_item("comment", self.rawdata.find(">", i) + 1)

    def set_cdata_mode(self, elem: str, **_: bool) -> None:
        self.cdata_elem = elem
        end = r"\Z(?!)" if elem == "plaintext" else rf"</{elem}(?=[\t\n\f\r />])"
        self.interesting = re.compile(end, re.IGNORECASE | re.ASCII)

    def _end_of_item(self, kind: Kind, end: int) -> int:
        """Where an item ends: at the end of the text where it does not end before."""
        self._item = kind, ""
        return end if end > 0 else len(self.rawdata)


def split_slowly(text: str, start: int, end: int) -> Iterator[Plain]:
    """The tokens of ``text[start:end]``; see ``tokens.split``."""
    for kind, name, first, last, found in _Parser(text[start:end]).found:
        yield kind, name, start + first, start + last, found
