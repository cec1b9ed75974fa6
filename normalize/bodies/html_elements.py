"""The elements of HTML, by what a reader of text must know of them.

Source: WHATWG HTML, 13.1.2.4 (optional tags), 13.2.6 (tree construction), 15.3 (rendering).
"""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

# Elements without content.
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param "
    "source track wbr".split()
)

# Tags that say nothing of a body: what they enclose is read as if they were not there.
PASSED = frozenset(("html", "head", "body", "frameset"))

LISTS = frozenset(("ul", "ol", "menu", "dir"))
TABLE_PARENTS: dict[str, frozenset[str]] = {
    "caption": frozenset(("table",)),
    "colgroup": frozenset(("table",)),
    "col": frozenset(("table", "colgroup")),
    "tbody": frozenset(("table",)),
    "thead": frozenset(("table",)),
    "tfoot": frozenset(("table",)),
    "tr": frozenset(("table", "tbody", "thead", "tfoot")),
    "td": frozenset(("table", "tbody", "thead", "tfoot", "tr")),
    "th": frozenset(("table", "tbody", "thead", "tfoot", "tr")),
}
# Elements that start a line of their own and may stand in no paragraph.
_CLOSE_P = _HEADINGS | LISTS | frozenset(
    "address article aside blockquote center dd details dialog div dl dt fieldset figcaption "
    "figure footer form header hgroup hr li listing main nav p plaintext pre search section "
    "summary table xmp".split()
)
# Elements that break a line of text.
BLOCKS = _CLOSE_P | frozenset(TABLE_PARENTS) | frozenset("legend optgroup option select".split())

_CELLS = frozenset(("p", "caption", "colgroup", "td", "th"))
_ROWS = _CELLS | {"tr"}
_GROUPS = _ROWS | {"tbody", "thead", "tfoot"}

# What HTML lets one leave out: a start tag, and the open elements that end before it.
CLOSED_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(_CLOSE_P, frozenset(("p",))),
    **dict.fromkeys(_HEADINGS, _HEADINGS | {"p"}),
    "li": frozenset(("p", "li")),
    "dd": frozenset(("p", "dd", "dt")),
    "dt": frozenset(("p", "dd", "dt")),
    "td": _CELLS,
    "th": _CELLS,
    "tr": _ROWS,
    "tbody": _GROUPS,
    "thead": _GROUPS,
    "tfoot": _GROUPS,
    "caption": _GROUPS,
    "colgroup": _GROUPS,
    "col": _GROUPS - {"colgroup"},
    "option": frozenset(("option",)),
    "optgroup": frozenset(("option", "optgroup")),
    "rb": frozenset(("rb", "rt", "rp")),
    "rt": frozenset(("rb", "rt", "rp")),
    "rp": frozenset(("rb", "rt", "rp")),
    "rtc": frozenset(("rb", "rt", "rp", "rtc")),
    "a": frozenset(),
    "button": frozenset(),
    "nobr": frozenset(),
}
# What HTML lets one leave out: elements that end with the element around them.
CLOSED_WITH = frozenset(
    "caption colgroup dd dt li optgroup option p rb rp rt rtc tbody td tfoot th thead tr".split()
)

# Elements that a browser opens again where they were closed out of turn.
FORMATTING = frozenset(
    "a b big code em font i nobr s small strike strong tt u".split()
)
# Elements through which no end tag of an inline element reaches.
SPECIAL = BLOCKS | frozenset(
    "applet button iframe marquee noembed noframes noscript object script style template textarea "
    "title".split()
)
# Elements through which no end tag reaches but that of one further out of their own kind.
SCOPES = frozenset("applet caption marquee object table td template th".split())

FOREIGN = frozenset(("svg", "math"))
# Elements whose text no reader sees: descriptions, code, what stands in for media.
HIDDEN = frozenset(
    "annotation audio canvas desc iframe metadata noembed noframes script style template textarea "
    "title video".split()
)
