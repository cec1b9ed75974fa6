"""What markup says of the purpose of a text, as bits of one number and as the hints of a passage.

Element names say it, and attributes: the words of `class`, `id` and `role`, and the names of
`data-` attributes without a value. The words are those that content management systems and share
plug-ins really write; they tell of structure, and a later module decides what follows from them.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from normalize.bodies.html_elements import HIDDEN as HIDDEN_ELEMENTS
from normalize.expression import expression
from normalize.markup import Attributes
from normalize.passage import BlockType

# What a text is in, a bit each: the kinds of block, and the forms of inline text.
HIDDEN, PRE, CAPTION, QUOTE, BOLD, EM, LINK = (1 << n for n in range(7))
HEADINGS = {f"h{n}": 1 << 6 + n for n in range(1, 7)}
HEADING = sum(HEADINGS.values())

# The hints, a bit each, with the words that say them. A word counts where it stands alone between
# marks or capitals, or before a number: `shareBar`, `share-bar` and `share2` say share,
# `shareholder` and the generated `share2x` do not.
_WORDS = {
    "share": "share|shares|sharing|sharer|sharedaddy|social|socials|sociable|addthis|addtoany|a2a",
    "nav": "nav|navbar|navigation|menu|breadcrumb|breadcrumbs|pagination|pager|sitemap",
    "aside": "aside|sidebar|complementary|widget|widgets",
    "footer": "footer|colophon|contentinfo",
    "header": "header|masthead",
    "related": "related|relatedposts|recommended|recommendation|recommendations|read-more|readmore"
    "|more-stories|more-news|see-also|also-read|you-may-like|most-read|most-popular|trending"
    "|outbrain|taboola|crp|yarpp",
    "comment": "comment|comments|disqus|respond",
    "promo": "promo|promos|promotion|selfpromo|newsletter|newsletters|subscribe|subscription|signup"
    "|sign-up|advert|adverts|advertisement|advertising|ad|ads|adsbygoogle|sponsor|sponsored|paywall"
    "|donate|donation|cookie|cookies|consent|gdpr|cta",
    "time": "date|datetime|time|timestamp|pubdate|published",
    "byline": "byline|author|authors|reporter|writer",
    "lead": "lead|lede|standfirst|summary|excerpt|sapo|dek|chapo|chapeau|intro|subtitle",
    "tags": "tags|taglist|tag-list|tag-links|post-tags",
    "form": "form|searchform",
    "noscript": "noscript",
    "icon": "icon|icons|emoji|emojione|smiley|smilies|emoticon",
    "small": "fineprint|fine-print|smallprint|small-print",
}
HINTS = {hint: 1 << 16 + n for n, hint in enumerate(_WORDS)}
_CAPTION_WORDS = "caption|captions|tplcaption|figcaption|cutline"
_HIDDEN_WORDS = "sr-only|visually-hidden|screen-reader-text|visuallyhidden"

_VOCABULARY = expression(
    "(?<![a-z0-9])(?:"
    + "|".join(
        f"(?P<{name}>{words})"
        for name, words in {**_WORDS, "caption": _CAPTION_WORDS, "hidden": _HIDDEN_WORDS}.items()
    )
    + ")(?![0-9]*+[a-z])"
)
_BITS = {**HINTS, "caption": CAPTION, "hidden": HIDDEN}
_CAPITAL = expression(r"(?<=[a-z])(?=[A-Z])")

# Classes that speak of the page or of the article's own tags and sections, not of the element.
_OF_THE_PAGE = expression(
    r"(?:has|no|not|is|with|without|tag|category|cat|format|status|type|js)[-_]"
)
_STYLE_HIDDEN = expression(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)
_STYLE_BOLD = expression(r"(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_STYLE_EM = expression(r"(?:^|;)\s*font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)

_SAYING = ("nav", "aside", "footer", "header", "time", "noscript", "small")
OF_ELEMENT: dict[str, int] = {
    **dict.fromkeys(HIDDEN_ELEMENTS, HIDDEN),
    **HEADINGS,
    **{name: HINTS[name] for name in _SAYING},
    **dict.fromkeys(("form", "button", "select"), HINTS["form"]),
    **dict.fromkeys(("b", "strong"), BOLD),
    **dict.fromkeys(("i", "em"), EM),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), PRE),
    "blockquote": QUOTE,
    "figcaption": CAPTION,
}

# Where a link leads that passes the page on: share, send and save services.
_SHARE = expression(
    r"(?:https?:)?//(?:(?:www|m|mobile|touch|l|web|api|sp|social-plugins)\.)?(?:"
    r"facebook\.com/(?:sharer|share|dialog/(?:share|feed|send))"
    r"|(?:twitter|x)\.com/(?:intent|share)|(?:bsky\.app|threads\.(?:net|com))/intent"
    r"|whatsapp\.com/send|wa\.me/\?|(?:t|telegram)\.me/share"
    r"|linkedin\.com/(?:sharearticle|sharing|cws/share|feed/\?shareactive)"
    r"|(?:\w\w\.)?pinterest\.[a-z.]+/pin/create|reddit\.com/submit"
    r"|tumblr\.com/(?:share|widgets/share)|(?:vk\.com|vkontakte\.ru)/share"
    r"|(?:connect\.)?ok\.ru/(?:dk\?|offer)|service\.weibo\.com/share|share\.v\.t\."
    r"|connect\.qq\.com/widget/share|sns\.qzone\.qq\.com/"
    r"|line\.me/(?:r/msg|lineit|r/share)|zalo\.me/share|getpocket\.com/(?:save|edit)"
    r"|b\.hatena\.ne\.jp/(?:entry|add)|story\.kakao\.com/share|share\.flipboard\.com/"
    r"|plus\.google\.com/share|news\.ycombinator\.com/submit|digg\.com/submit"
    r"|del\.icio\.us/post|addtoany\.com/"
    r")|(?:whatsapp|viber|fb-messenger|tg)://|(?:sms|mailto):\?",
    re.IGNORECASE,
)


_LONG = 200  # characters: attributes that are longer are not remembered

# What tells of a line on its own; an attribute that an editor left empty tells nothing of it.
META = HINTS["time"] | HINTS["byline"] | HINTS["tags"]


def of_attributes(attributes: Attributes) -> int:
    """The bits that the attributes of an element say."""
    bits = 0
    for name, value in attributes:
        if name in _OF_ATTRIBUTE:
            bits |= _OF_ATTRIBUTE[name](value)
        elif not value and name.startswith("data-"):
            bits |= of_words(name) & ~META
    return bits


def of_words(value: str) -> int:
    """The bits that the words of a class, an id or a name say."""
    return _of_short_words(value) if len(value) <= _LONG else _of_words(value)


def _of_words(value: str) -> int:
    bits = 0
    for word in value.split():
        if not _OF_THE_PAGE.match(word):
            for found in _VOCABULARY.finditer(_CAPITAL.sub("-", word).replace("_", "-").lower()):
                bits |= _BITS[found.lastgroup or ""]
    return bits


_of_short_words = lru_cache(maxsize=1024)(_of_words)


def _of_style(value: str) -> int:
    return (
        (HIDDEN if _STYLE_HIDDEN.search(value) else 0)
        | (BOLD if _STYLE_BOLD.search(value) else 0)
        | (EM if _STYLE_EM.search(value) else 0)
    )


def _of_relation(value: str) -> int:
    """The bits of `rel`: `author` and `tag` are link types of HTML (4.6.7)."""
    relations = value.lower().split()
    return (HINTS["byline"] if "author" in relations else 0) | (
        HINTS["tags"] if "tag" in relations else 0
    )


def _hidden(_: str) -> int:
    return HIDDEN


_OF_ATTRIBUTE: dict[str, Callable[[str], int]] = {
    **dict.fromkeys(("class", "id", "role", "itemprop"), of_words),
    "hidden": _hidden,
    "rel": _of_relation,
    "style": _of_style,
}


@lru_cache(maxsize=1024)
def names(bits: int) -> frozenset[str]:
    """The hints that a number stands for."""
    said = {**HINTS, "strong": BOLD, "link-only": LINK}
    return frozenset(hint for hint, bit in said.items() if bits & bit)


@lru_cache(maxsize=1024)
def block(bits: int) -> tuple[BlockType, int | None]:
    """The kind of block that a number stands for, and the level of a heading."""
    if bits & HEADING and not bits & (PRE | CAPTION):
        return "heading", (bits & HEADING).bit_length() - HEADINGS["h1"].bit_length() + 1
    kinds: dict[int, BlockType] = {PRE: "code", CAPTION: "caption", QUOTE: "quote"}
    return next((kind for bit, kind in kinds.items() if bits & bit), "paragraph"), None


def shares(url: str) -> bool:
    """Whether a link does not lead on but passes the page on: to a share, send or save service."""
    return _SHARE.match(url) is not None
