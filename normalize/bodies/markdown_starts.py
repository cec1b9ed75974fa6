"""The expressions that tell which block of Markdown a line starts.

CommonMark 0.31.2 (https://spec.commonmark.org/0.31.2/), sections 4 and 5; the table's row of
delimiters after GFM 0.29 (https://github.github.com/gfm/), 4.10; the code blocks of Liquid as
Jekyll and Hexo have them, and Hugo's; fences of colons after pandoc and markdown-it.
"""

import re

from normalize.expression import expression

BLANK_LINES = expression(r"(?:[ \t\r]*+\n)*+")
# A paragraph of one line, with nothing at its beginning that might start another block.
ONE_LINE = expression(
    r"(?![ \t\r>#<{]|:[ \t]|\[\^|\*\[|`{3}|~{3}|[*+-](?:[ \t\r\n]|\Z)|(?:[*_-][ \t]*+){3}"
    r"|[0-9]{1,9}+[.)])([^\n]++)(?:\n(?:[ \t\r]*+\n)++|\n?\Z)"
)
STARTERS = frozenset("#>`~*+-_=<[{|:0123456789")
START = expression(
    r"""(?P<quote>>)
    |(?P<atx>\#{1,6}+(?![^ \t])|\#{2,6}+(?!\#))
    |(?P<fence>`{3,}+(?=[^`]*+\Z)|~{3,}+)
    |(?P<rule>(?:\*[ \t]*+){3,}+\Z|(?:-[ \t]*+){3,}+\Z|(?:_[ \t]*+){3,}+\Z)
    |(?P<item>[*+-]|[0-9]{1,9}+[.)])(?![^ \t])
    |(?P<note>\[\^(?P<label>[^\[\]\s]++)\]:[ \t]*+)
    |(?P<definition>:)(?=[ \t])
    |(?P<html><(?:
        (?P<verbatim>script|pre|style|textarea)(?![^\s>])
        |(?P<comment>!--)|(?P<processing>\?)|(?P<cdata>!\[CDATA\[)|(?P<declaration>![A-Z])
        |/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd
          |details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset
          |h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol
          |optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr
          |track|ul)(?![^\s/>])
        |(?P<alone>[a-z][a-z0-9-]*+(?:\s++[a-z_:][\w.:-]*+
            (?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+\s*+/?+>[ \t]*+\Z
          |/[a-z][a-z0-9-]*+\s*+>[ \t]*+\Z)))
    |(?P<nothing>:{3,}+[ \t]*+(?:[\w-]++|\{[^{}]*+\})?+[ \t]*+\Z
        |\*\[[^\]]++\]:[ \t]|(?:(?:\{%(?!-?\s*+(?:end)?raw\b)(?:[^%]|%(?!\}))*+%\}
        |\{\{[<%](?:[^}]|\}(?!\}))*+\}\})[ \t]*+)++\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
CLOSERS = {
    "verbatim": expression(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
    "comment": expression(r"-->"),
    "processing": expression(r"\?>"),
    "cdata": expression(r"\]\]>"),
    "declaration": expression(r">"),
}
# A tag of MDX, in whose element stands Markdown: elements of HTML have names of one case.
COMPONENT = expression(r"</?[A-Z][A-Za-z0-9.]*+(?<=[a-z0-9])(?:\s[^<>]*+)?(?<!/)>[ \t]*+\Z")
REFERENCE = expression(r"\[[^\[\]\n]++\]:[ \t]")
UNDERLINE = expression(r"(?:=++|-++)[ \t]*+\Z")
DELIMITERS = expression(r"\|?+[ \t]*+:?+-++:?+[ \t]*+(?:\|[ \t]*+:?+-++:?+[ \t]*+)*+\|?+[ \t]*+\Z")
LIQUID_BLOCK = expression(
    r"\{(?:%-?[ \t]*+(?P<tag>highlight|codeblock|code|comment)\b(?:[^%\n]|%(?!\}))*+%"
    r"|\{[<%][ \t]*+(?P<shortcode>highlight)\b[^}\n]*+\})\}"
    r"(?:\s*+\{%-?[ \t]*+raw[ \t]*+-?%\})?+[ \t\r]*+\n?"
)
# A tag of Liquid or a shortcode on lines of its own, up to the next blank line.
_TAG_LINES = r"\n(?![ \t\r]*\n)"
SPREAD_TAG = expression(
    rf"\{{(?:\{{[<%](?:[^{{}}\n]|\}}(?!\}})|{_TAG_LINES})*+\}}"
    rf"|%(?!-?\s*+(?:end)?raw\b)(?:[^{{}}%\n]|%(?!\}})|{_TAG_LINES})*+%)\}}[ \t\r]*+(?:\n|\Z)"
)
LIQUID_END = expression(
    r"(?:\{%-?[ \t]*+endraw[ \t]*+-?%\}\s*+)?+"
    r"\{(?:%-?[ \t]*+end(highlight|codeblock|code|comment)[ \t]*+-?%"
    r"|\{[<%][ \t]*+/(highlight)[ \t]*+[>%]\})\}"
)
