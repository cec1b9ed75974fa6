"""What the metadata of a page is called, and the fields that it is.

The names are those of WHATWG HTML, Open Graph, Twitter's cards, Dublin Core, schema.org (as
``itemprop`` and as JSON-LD), Parse.ly, Sailthru, Pelican and of papers' own systems. They are
compared without case and without the marks that part words: ``DC.date.issued`` and
``dc:date:issued`` are one.
"""

from typing import NamedTuple

from normalize.span import Span

NAMES: dict[str, str] = {
    "title": """
        og:title twitter:title headline parsely-title sailthru.title dcterms.title dc.title
        citation_title title
    """,
    "published": """
        article:published_time datePublished article:published article:published_date
        article:publication_date article:created article_date_original og:published_time
        og:article:published_time published_time published_at published_date publication_date
        publish_date pubdate date parsely-pub-date sailthru.date bt:pubDate
        cXenseParse:recs:publishtime mediator_published_time rnews:datePublished
        shareaholic:article_published_time originalPublicationDate DC.date.issued
        DC.date.publication DC.date DC.date.created DC.created dcterms.issued dcterms.date
        dcterms.created citation_publication_date citation_date datePosted dateCreated created
    """,
    "modified": """
        article:modified_time dateModified article:modified article:modified_date og:updated_time
        og:modified_time og:article:modified_time modified modified_time modified_date updated_time
        updated_date updated lastmod last-modified last_updated bt:modDate revised
        DC.date.modified DC.modified dcterms.modified
    """,
    "url": "canonical og:url url mainEntityOfPage parsely-link twitter:url",
    "authors": """
        Person author authors article:author og:article:author byline byl parsely-author
        sailthru.author DC.creator dcterms.creator citation_author
    """,
    "language": "lang inLanguage content-language language DC.language dcterms.language og:locale",
    "categories": "article:section og:article:section category parsely-section",
    "tags": """
        tags article:tag og:article:tag keywords news_keywords parsely-tags sailthru.tags
    """,
    "summary": """
        summary description og:description twitter:description sailthru.description
        DC.description dcterms.description
    """,
    "image": """
        og:image og:image:url og:image:secure_url twitter:image twitter:image:src image_src image
        thumbnailUrl parsely-image-url sailthru.image.full
    """,
    "alt": "og:image:alt twitter:image:alt",
    "site": "og:site_name publisher application-name apple-mobile-web-app-title DC.publisher",
    "extra": "slug status template save_as translation",
}
"""The names of each field, of those that state one value the most believed first.

``alt`` is the text of the picture that is named before it, ``site`` the name that titles bear
beside their own, ``extra`` what Pelican keeps and the record has no field for.
"""

_LISTS = "authors tags keywords news_keywords parsely-tags sailthru.tags"
_PARTING = str.maketrans("", "", "-_.:")


class Statement(NamedTuple):
    """What a page states under a name.

    Attributes:
        name: The name, or several with blanks between them.
        said: The value: references and escapes resolved, blanks folded.
        span: The place that spells it, without quotes and the blanks around it.
    """

    name: str
    said: str
    span: Span


class Meaning(NamedTuple):
    """What a name stands for.

    Attributes:
        field: The field, one of ``NAMES``.
        rank: How much it is believed beside others of the field: the lowest first.
        several: Whether its value is several names, with commas between them.
    """

    field: str
    rank: int
    several: bool


def fold(name: str) -> str:
    """A name as it is compared."""
    return name.lower().translate(_PARTING)


_SEVERAL = frozenset(map(fold, _LISTS.split()))
_MEANINGS = {
    fold(name): Meaning(field, rank, fold(name) in _SEVERAL)
    for field, names in NAMES.items()
    for rank, name in enumerate(names.split())
}


def meaning(names: str) -> Meaning | None:
    """What the first of some names means that is known; blanks stand between them."""
    found = map(_MEANINGS.get, map(fold, names.split()))
    return next((known for known in found if known is not None), None)


EXTRA = tuple(NAMES["extra"].split())
"""The keys of ``extra``, as Pelican spells them."""


def key(names: str) -> str:
    """The key of ``extra`` that a name is."""
    return next(name for name in EXTRA if fold(name) in map(fold, names.split()))
