"""Who is timed, and the one call of each: from the bytes of a file to all that it says of them.

Readers of HTML are handed the file within an HTML page, as they want it. What a contender says is
made JSON where it is more than a text. One that is not installed is left out, with a line.
"""

import io
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import orjson

import normalize
from tests.benchmarks.bound import least
from tests.benchmarks.peers import installed

OWN = "normalize"
BOUND = "the bound"
ARTICLE = "turbohtml article()"
TRAFILATURA = "trafilatura JSON"
MAIN = "resiliparse main content"
PLAIN = "resiliparse plain"

Read = Callable[[bytes], object]


def own(documents: Sequence[bytes]) -> dict[str, Read]:
    """This project and its bound, which is handed the records of the documents.

    The call of this project gives every key of the record as JSON, mentions of dates included.
    """
    known = {data: normalize.loads(data).to_dict() for data in documents}
    return {
        OWN: lambda data: normalize.loads(data).to_json(),
        BOUND: lambda data: least(data, known[data]),
    }


def _page(data: bytes) -> str:
    return f"<html><body>{data.decode(errors='replace')}</body></html>"


def _turbohtml() -> dict[str, Read]:
    import turbohtml

    def article(data: bytes) -> bytes:
        found = turbohtml.parse(_page(data)).article()
        said = (found.title, found.byline, found.date, found.description, found.lang, found.image)
        page = (found.site_name, found.canonical, found.tags)
        return orjson.dumps([*said, *page, found.text], default=str)

    return {ARTICLE: article}


def _trafilatura() -> dict[str, Read]:
    from trafilatura import extract

    return {
        TRAFILATURA: lambda data: extract(_page(data), output_format="json", with_metadata=True)
    }


def _resiliparse() -> dict[str, Read]:
    from resiliparse.extract.html2text import extract_plain_text

    return {
        MAIN: lambda data: extract_plain_text(_page(data), main_content=True),
        PLAIN: lambda data: extract_plain_text(_page(data)),
    }


def _newspaper() -> dict[str, Read]:
    with warnings.catch_warnings(action="ignore"):
        from newspaper import Article

    def article(data: bytes) -> bytes:
        found = Article("https://news.example/a", fetch_images=False)
        found.download(input_html=_page(data))
        found.parse()
        said = [found.title, found.authors, found.publish_date, found.top_image, found.text]
        return orjson.dumps(said, default=str) if found.text else b""

    return {"newspaper4k": article}


def _readability() -> dict[str, Read]:
    from readability import Document

    def summary(data: bytes) -> object:
        document = Document(_page(data))
        return document.title() + document.summary()

    return {"readability-lxml": summary}


def _frontmatter() -> dict[str, Read]:
    import frontmatter

    def post(data: bytes) -> object:
        found = frontmatter.loads(data.decode(errors="replace"))
        return orjson.dumps([found.metadata, found.content], default=str) if found.metadata else b""

    return {"python-frontmatter": post}


def _htmldate() -> dict[str, Read]:
    from htmldate import find_date

    return {"htmldate": lambda data: find_date(_page(data), original_date=True)}


def _markitdown() -> dict[str, Read]:
    from markitdown import MarkItDown

    reader = MarkItDown(enable_plugins=False)

    def convert(data: bytes) -> Any:
        page = io.BytesIO(_page(data).encode(errors="replace"))
        return reader.convert_stream(page, file_extension=".html").text_content

    return {"markitdown": convert}


_MAKERS: dict[str, Callable[[], dict[str, Read]]] = {
    "turbohtml": _turbohtml,
    "trafilatura": _trafilatura,
    "resiliparse": _resiliparse,
    "newspaper4k": _newspaper,
    "readability-lxml": _readability,
    "python-frontmatter": _frontmatter,
    "htmldate": _htmldate,
    "markitdown": _markitdown,
}


def rivals() -> tuple[list[str], dict[str, Read]]:
    """The releases of what is installed, and what each reads with."""
    found = installed(_MAKERS)
    reads: dict[str, Read] = {}
    for make in found.values():
        reads |= make()
    return list(found), reads
