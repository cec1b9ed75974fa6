"""The formats: one ordered table. A format is a stack of layers; the outermost gives its name.

Adding a format is adding a row, and a layer where none of those that stand here reads its header.
"""

from typing import NamedTuple

from normalize.bodies import BodyKind
from normalize.layers import (
    address_line,
    closed_matter,
    date_comment,
    date_prefix,
    epoch_comment,
    field_lines,
    front_matter,
    heading_title,
    headline,
    html_head,
    json_article,
    json_matter,
    link_title,
    timestamp,
    toml_matter,
)
from normalize.layers.layer import Layer


class Format(NamedTuple):
    """One row of the table.

    Attributes:
        name: What a record's ``format`` says, and the name of its folder in ``corpus/``.
        stack: Its layers, outermost first; none for a bare body, which claims by its kind.
        needed: How many of them, from the outermost on, must be there; the others may be.
        body: The kind of its body; of a body with no look of its own, where it has layers.
    """

    name: str
    stack: tuple[Layer, ...]
    needed: int
    body: BodyKind


ADDRESS_LINE = address_line.LAYER
FIELD_LINES = field_lines.COLON_FIELDS
DOTTED_FIELDS = field_lines.DOT_FIELDS
TOML_MATTER = toml_matter.LAYER
JSON_ARTICLE = json_article.LAYER
JSON_MATTER = json_matter.OBJECT
FENCED_JSON = json_matter.FENCED
CLOSED_MATTER = closed_matter.LAYER
DOCINFO = field_lines.DOCINFO_FIELDS
FRONT_MATTER = front_matter.LAYER
EPOCH_COMMENT = epoch_comment.LAYER
DATE_COMMENT = date_comment.LAYER
HEADING_TITLE = heading_title.LAYER
LINK_TITLE = link_title.LAYER
HTML_HEAD = html_head.LAYER
DATE_PREFIX = date_prefix.LAYER
HEADLINE = headline.LAYER
TIMESTAMP = timestamp.LAYER

UNKNOWN = Format("unknown", (), 0, "text")

FORMATS = (
    Format("jekyll-post", (FRONT_MATTER, EPOCH_COMMENT, LINK_TITLE), 1, "markdown"),
    Format("hugo-post", (TOML_MATTER,), 1, "markdown"),
    Format("json-post", (JSON_ARTICLE,), 1, "text"),
    Format("hugo-post", (JSON_MATTER,), 1, "markdown"),
    Format("hexo-post", (CLOSED_MATTER,), 1, "markdown"),
    Format("hexo-post", (FENCED_JSON,), 1, "markdown"),
    Format("nikola-post", (DOTTED_FIELDS,), 1, "markdown"),
    Format("pelican-post", (FIELD_LINES,), 1, "markdown"),
    Format("pelican-post", (DOCINFO,), 1, "markdown"),
    Format("html-comment", (EPOCH_COMMENT, LINK_TITLE, HEADING_TITLE), 1, "markdown"),
    Format("html-comment", (DATE_COMMENT, LINK_TITLE, HEADING_TITLE), 1, "markdown"),
    Format("link-title", (LINK_TITLE, TIMESTAMP), 1, "markdown"),
    Format("html-page", (HTML_HEAD,), 1, "html"),
    Format("address-line", (ADDRESS_LINE, HEADLINE, TIMESTAMP), 2, "text"),
    Format("address-line", (ADDRESS_LINE, TIMESTAMP, HEADLINE), 1, "text"),
    Format("date-prefix", (DATE_PREFIX, HEADLINE, TIMESTAMP), 3, "text"),
    Format("date-prefix", (DATE_PREFIX, TIMESTAMP, HEADLINE), 2, "text"),
    Format("date-prefix", (DATE_PREFIX, HEADLINE), 1, "text"),
    Format("headline-timestamp", (HEADLINE, TIMESTAMP), 2, "text"),
    Format("headline-timestamp", (TIMESTAMP, HEADLINE), 1, "text"),
    Format("headline", (HEADLINE,), 1, "text"),
    Format("html", (), 0, "html"),
    Format("markdown", (), 0, "markdown"),
    Format("prose", (), 0, "text"),
    UNKNOWN,
)
"""The rows, in the order in which they are offered a text; the last takes what is no text."""

NAMED = ("jekyll-post", "hugo-post", "hexo-post", "pelican-post")
"""The formats whose makers take the date of a post that states none from its name or its path."""
