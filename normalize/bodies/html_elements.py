"""The elements of HTML, by what a reader of text must know of them.

Source: WHATWG HTML, 13.1.2.4 (optional tags), 13.2.6 (tree construction), 15.3 (rendering).
"""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

# Elements without content.
VOID = words(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param "
    "source track wbr"
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
_CLOSE_P = (
    HEADINGS
    | LISTS
    | words(
        "address article aside blockquote center dd details dialog div dl dt fieldset figcaption "
        "figure footer form header hgroup hr li listing main nav p plaintext pre search section "
        "summary table xmp"
    )
)
# Elements that break a line of text.
BLOCKS = _CLOSE_P | frozenset(TABLE_PARENTS) | words("legend optgroup option select")

_CELLS = frozenset(("p", "caption", "colgroup", "td", "th"))
_ROWS = _CELLS | {"tr"}
_GROUPS = _ROWS | {"tbody", "thead", "tfoot"}

# What HTML lets one leave out: a start tag, and the open elements that end before it.
CLOSED_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(_CLOSE_P, frozenset(("p",))),
    **dict.fromkeys(HEADINGS, HEADINGS | {"p"}),
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
}
# Elements that may not stand in their own kind.
ALONE = frozenset(("a", "button", "nobr"))
# What HTML lets one leave out: elements that end with the element around them.
CLOSED_WITH = words(
    "caption colgroup dd dt li optgroup option p rb rp rt rtc tbody td tfoot th thead tr"
)

# Elements that a browser opens again where they were closed out of turn.
FORMATTING = words("a b big code em font i nobr s small strike strong tt u")
# Elements through which no end tag of an inline element reaches.
SPECIAL = BLOCKS | words(
    "applet button iframe marquee noembed noframes noscript object script style template textarea "
    "title"
)
# Elements through which no end tag reaches but that of one further out of their own kind.
SCOPES = words("applet caption marquee object table td template th")

# Of an item: the elements it belongs to, through which it closes no other.
ITEMS = {"li": LISTS, "dd": frozenset(("dl",)), "dt": frozenset(("dl",))}
# Every element of HTML, those that went out of use included, and the roots of other languages.
ELEMENTS = (
    BLOCKS
    | SPECIAL
    | FORMATTING
    | VOID
    | PASSED
    | words(
        "abbr acronym audio bdi bdo blink canvas cite colgroup data datalist del dfn img image ins "
        "kbd label map mark math menuitem meter multicol nextid output picture portal progress q "
        "rb rp rt rtc ruby s samp selectedcontent slot spacer span sub sup svg time track tt var "
        "video"
    )
)
FOREIGN = frozenset(("svg", "math"))
# Elements whose text no reader sees: descriptions, code, what stands in for media.
HIDDEN = words(
    "annotation audio canvas desc iframe metadata noembed noframes script style template textarea "
    "title video"
)
