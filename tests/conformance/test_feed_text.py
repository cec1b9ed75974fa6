"""The text of feed archives against the visible text of their HTML, as BeautifulSoup gives it.

The oracle knows nothing of the project: it cuts the header off by lines, parses the rest, and parts
it into lines at the elements that break one. Lines that by their own words are no text of the
article (a byline, a source, an appeal to subscribe, a note on rights, the heading of related
posts, a link to a tag, the title again) may be in the record's text or not; all others must, in
order, and nothing else. Run with -s, it prints the shares and the documents that differ.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Comment, Tag

import normalize
from normalize.bodies.html import nests
from normalize.detection import peel
from tests.conformance.outside import rows

pytestmark = pytest.mark.shared

SETS = {  # the file of each set, and the least share of documents
    "nodebe4-society": ("files", 0.99),
    "epoch_posts": ("gold", 0.99),
    "duty-machine-chinadigitaltimes": ("files", 0.99),
}

_HEAD = re.compile(
    r"(?:---\n(?:.*\n)*?---\n)?(?:<!--.*-->\n)?\[.*\]\(.*\)\n-+\n(?:日期：.*\n)?",
)
_UNSEEN = re.compile("[\xad\u200b-\u200d\u2060\ufeff]")
_UNSHOWN = "script style template iframe noscript textarea video audio"
_CAPTION = "figcaption, .wp-caption-text"
_BREAKING = """
    address article aside blockquote br center dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header
    hr li main nav ol p pre section table td th tr ul
"""
_FEED_FOOTER = re.compile(r"©|Feed enhanced by")
_BESIDE = re.compile(
    r"[(（【\s]*(?:(?:作者|(?:实习)?记者|撰文|文|编辑|责编|整理|来源|转自|原标题|相关阅读)"
    r"[^。！？]{0,12}[:：|｜/／]|来源\W|(?:欢|歡)迎(?:订阅|訂閱)|请关注|(?:目录|网友评论)\Z)"
    r"|.*(?:转载|轉載|版权|特别声明|\b摄：)"
)
# A dateline before the text, and what closes it: an end mark, agencies.
_EDGES = re.compile(
    r"^新华社\w{2,4}[0-9]+月[0-9]+日电|[(（【](?:全文)?完[)）】]$|[(（][^()（）]*社[)）]$"
)


def squash(text: str) -> str:
    """A text without blanks and marks of no width."""
    return "".join(unicodedata.normalize("NFC", _UNSEEN.sub("", text)).split())


def visible(html: str) -> Iterator[tuple[str, bool]]:
    """The lines that a page shows, without blanks, and whether each stands beside the text."""
    soup = BeautifulSoup(html, "html.parser")
    for small in soup("small"):
        if _FEED_FOOTER.match(small.get_text().strip()):
            small.decompose()
    for unseen in [*soup(_UNSHOWN.split()), *soup.select(_CAPTION)]:
        unseen.decompose()
    for comment in soup(string=lambda string: isinstance(string, Comment)):
        comment.extract()
    tags = {squash(link.get_text()) for link in soup.select("a[rel~=tag]")}
    for tag in soup(_BREAKING.split()):
        assert isinstance(tag, Tag)
        tag.insert_before("\n")
        tag.insert_after("\n")
    for line in soup.get_text().split("\n"):
        if said := _EDGES.sub("", squash(line)):
            yield said, said in tags or _BESIDE.match(line) is not None


def agrees(text: str, lines: Iterator[tuple[str, bool]], title: str) -> bool:
    """Whether a text is the lines in order, but for those beside it and the title again."""
    place = 0
    for line, beside in lines:
        if text.startswith(line, place):
            place += len(line)
        elif not beside and not title.endswith(line):
            return False
    return place == len(text)


@pytest.mark.parametrize("name", sorted(SETS))
def test_the_text_is_what_the_html_shows(shared: Path, name: str) -> None:
    file, least = SETS[name]
    differing = []
    documents = mended = 0
    for row in rows(shared / "conformance" / name / f"{file}.jsonl.gz"):
        source = row.get("full") or row["text"]
        head = _HEAD.match(source)
        assert head is not None
        record = normalize.loads(source.encode())
        documents += 1
        mended += not nests(source, peel(source).start)
        if not agrees(
            squash(record.text), visible(source[head.end() :]), squash(record.title or "")
        ):
            differing.append(row.get("name") or row["id"])
    share = 1 - len(differing) / documents
    print(f"\n{name}: {share:.1%} of {documents:,} as shown; {mended / documents:.1%} mended")
    print(*differing, sep="\n")
    assert share >= least
    assert mended <= 0.02 * documents
