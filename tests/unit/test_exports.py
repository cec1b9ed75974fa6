"""Exports: what each target is told of a record, and that its own schema or library takes it."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import normalize
from normalize import NormalizeError, Record
from normalize.exports import EXPORTS, export
from normalize.exports.values import identifier, uri
from normalize.record import Block, Date, Image, Link, Problem, Related, Source

ROOT = Path(__file__).resolve().parents[2]
SPECIMENS = sorted((ROOT / "corpus").glob("*/*.txt"))
SHA = "ab" * 32
SEA = Image("https://news.example/sea.png", "The sea", "The sea & the pier", "Ann Bee")
LIST = "Tea\nBuns & jam"
TEXT = f"Rain\nfell <at last>.\n\nNext\n\n{LIST}\n\na\tb\nc\td\n\nx = 1\n\nWet."
FULL = Record(
    id=f"sha256:{SHA}#2",
    fingerprint="v1:" + "cd" * 32,
    format="jekyll-post",
    layers=("front-matter", "markdown"),
    title='Rain & "wind"',
    published="2024-04-09T13:00:00+07:00",
    published_precision="second",
    published_at="2024-04-09T06:00:00Z",
    modified="2024-04-09T15:30+07:00",
    dates=(Date("published", "2024-04-09T13:00:00+07:00", "9 April", "second", "stated"),),
    url="https://news.example/rain?a=1&b=2",
    site="news.example",
    authors=("Ann Bee", "Bob Cee"),
    credits=("Wire", "Post"),
    dateline="OSLO",
    language="en",
    categories=("Weather", "Oslo"),
    tags=("rain", "Oslo"),
    summary="It rained.",
    image=SEA,
    images=(SEA, Image("/small.png")),
    text=TEXT,
    blocks=(
        Block("image", 0, 9, "The sea", url="https://news.example/sea.png"),
        Block("caption", 10, 28, "The sea & the pier"),
        Block("paragraph", 30, 50, TEXT[:20], 0, 20, (Link("https://x.example/?a&b", 0, 4),)),
        Block("heading", 52, 56, "Next", 22, 26, level=2),
        Block("list", 58, 72, LIST, 28, 42, (Link("/jam", 39, 42),), items=("Tea", "Buns & jam")),
        Block("table", 74, 81, "a\tb\nc\td", 44, 51, rows=(("a", "b"), ("c", "d"))),
        Block("code", 83, 88, "x = 1", 53, 58),
        Block("quote", 90, 94, "Wet.", 60, 64),
    ),
    related=(Related("Snow", "It snowed.", "https://news.example/snow"), Related("Hail")),
    extra={"mood": ["wet", {"how": "very"}], "draft": "no"},
    problems=(Problem("repeated-paragraph", "info", "line 3, column 1: again", 30, 50),),
    source=Source("a.md", 2, SHA, 99, "utf-8", "lf"),
)
BARE = Record()
TEI = "{http://www.tei-c.org/ns/1.0}"


def whole(name: str, *records: Record) -> bytes:
    return b"".join(export(records, name))


def objects(name: str, *records: Record) -> list[Any]:
    """The objects of an export of JSON Lines, one a record."""
    lines = whole(name, *records).decode().split("\n")
    assert len(lines) == len(records) + 1
    assert lines[-1] == ""
    return [json.loads(line) for line in lines[:-1]]


def feed(*records: Record) -> Any:
    return json.loads(whole("jsonfeed", *records))


def tei(record: Record) -> ET.Element:
    return ET.fromstring(whole("tei", record))


@pytest.fixture(scope="module", params=["specimens", "samples"])
def specimens(request: pytest.FixtureRequest) -> list[Record]:
    """The records of every specimen, one with every field, one with none; and of the samples."""
    if request.param == "specimens":
        return [FULL, BARE, *map(normalize.load, SPECIMENS)]
    shared: Path = request.getfixturevalue("shared")
    samples = [normalize.load(path) for path in sorted((shared / "seeds").glob("*.txt"))]
    assert len(samples) == 5
    return samples


# the table


def test_exports_stand_in_the_order_of_the_command() -> None:
    names = "jsonfeed schema-org ninjs dolma datatrove tei csv tsv vertical markdown text"
    assert " ".join(EXPORTS) == names


def test_a_record_is_taken_when_its_piece_is_asked_for() -> None:
    taken = []

    def records() -> Iterator[Record]:
        for number in range(3):
            taken.append(number)
            yield Record(title=str(number))

    for name, row in EXPORTS.items():
        taken.clear()
        pieces = normalize.export(records(), name)
        assert taken == []
        count = sum(1 for piece in pieces if isinstance(piece, bytes))
        assert count == 3 + {"jsonfeed": 2, "csv": 1, "tsv": 1}.get(name, 0), row


@pytest.mark.parametrize("name", EXPORTS)
def test_export_of_one_that_is_no_stream_is_one_document_a_record(name: str) -> None:
    pieces = list(export([FULL, BARE], name))
    if not EXPORTS[name].is_stream:
        assert pieces == [whole(name, FULL), whole(name, BARE)]
    assert b"".join(pieces).endswith(b"\n")


def test_what_is_asked_for_wrongly_is_told_at_once() -> None:
    with pytest.raises(NormalizeError, match="no export 'rss'; there are jsonfeed, ") as caught:
        export([], "rss")
    assert caught.value.code == "format-unknown"
    with pytest.raises(NormalizeError, match="tei has no columns to choose"):
        export([], "tei", fields=["title"])
    with pytest.raises(
        NormalizeError, match="a record has no key 'ledger'; the keys are "
    ) as caught:
        export([], "csv", fields=["title", "ledger"])
    assert caught.value.code == "field-unknown"


def test_a_record_made_by_hand_is_named_by_its_fingerprint() -> None:
    made = Record(title="Rain", text="It rained.")
    read = normalize.Record(title="Rain", text="It rained.", fingerprint=identifier(made))
    assert identifier(read) == identifier(made)
    assert identifier(made).startswith("v1:")
    assert identifier(FULL) == f"sha256:{SHA}#2"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://news.example/a?b=c%20d#e", "https://news.example/a?b=c%20d#e"),
        ("https://news.example/mưa to", "https://news.example/m%C6%B0a%20to"),
        ("https://news.example/100%/[a]#b#c", "https://news.example/100%25/%5Ba%5D#b%23c"),
        ("http://[::1]:80/a", "http://[::1]:80/a"),
        ("mailto:ann@news.example", "mailto:ann@news.example"),
        ("/a.png", None),
        ("//news.example/a", None),
        ("", None),
        (None, None),
    ],
)
def test_an_absolute_address_becomes_a_uri(address: str | None, expected: str | None) -> None:
    assert uri(address) == expected


# JSON


def test_json_feed_says_every_field() -> None:
    out = feed(FULL, BARE)
    assert list(out) == ["version", "title", "items"]
    assert out["version"] == "https://jsonfeed.org/version/1.1"
    item = out["items"][0]
    assert item.pop("_normalize")["title"] == FULL.title
    assert item == {
        "id": f"sha256:{SHA}#2",
        "url": "https://news.example/rain?a=1&b=2",
        "title": 'Rain & "wind"',
        "summary": "It rained.",
        "image": "https://news.example/sea.png",
        "date_published": "2024-04-09T06:00:00Z",
        "date_modified": "2024-04-09T08:30:00Z",
        "author": {"name": "Ann Bee, Bob Cee"},
        "tags": ["Weather", "Oslo", "rain"],
        "content_text": TEXT,
    }


def test_json_feed_leaves_out_what_is_not_stated() -> None:
    (item,) = feed(Record(published="2024-04-09", url="/rain", image=Image("a.png")))["items"]
    assert list(item) == ["id", "content_text", "_normalize"]
    assert feed() == feed(BARE) | {"items": []}


def test_json_feed_holds_the_whole_record(specimens: list[Record]) -> None:
    for record, item in zip(specimens, feed(*specimens)["items"], strict=True):
        again = Record.from_dict(item["_normalize"] | {"text": item["content_text"]})
        assert again.to_dict() == record.to_dict()


def test_json_feed_is_valid(shared: Path, specimens: list[Record]) -> None:
    schema = json.loads((shared / "schemas/feed-1.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft4Validator.FORMAT_CHECKER
    jsonschema.Draft4Validator(schema, format_checker=checker).validate(feed(*specimens))


def test_schema_org_says_every_field() -> None:
    assert objects("schema-org", FULL) == [
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "identifier": f"sha256:{SHA}#2",
            "url": "https://news.example/rain?a=1&b=2",
            "headline": 'Rain & "wind"',
            "datePublished": "2024-04-09T13:00:00+07:00",
            "dateModified": "2024-04-09T15:30+07:00",
            "author": [
                {"@type": "Person", "name": "Ann Bee"},
                {"@type": "Person", "name": "Bob Cee"},
            ],
            "creditText": ["Wire", "Post"],
            "dateline": "OSLO",
            "inLanguage": "en",
            "articleSection": ["Weather", "Oslo"],
            "keywords": ["rain", "Oslo"],
            "abstract": "It rained.",
            "image": [
                {
                    "@type": "ImageObject",
                    "contentUrl": "https://news.example/sea.png",
                    "description": "The sea",
                    "caption": "The sea & the pier",
                    "creditText": "Ann Bee",
                },
                {"@type": "ImageObject", "contentUrl": "/small.png"},
            ],
            "isPartOf": {"@type": "WebSite", "name": "news.example"},
            "articleBody": TEXT,
        }
    ]
    assert list(objects("schema-org", BARE)[0]) == ["@context", "@type", "identifier"]


# What schema.org gives a NewsArticle and an ImageObject, as far as it is written.
NEWS_ARTICLE = (
    *("@context", "@type", "identifier", "url", "headline", "datePublished", "dateModified"),
    *("author", "creditText", "dateline", "inLanguage", "articleSection", "keywords", "abstract"),
    *("image", "isPartOf", "articleBody"),
)
IMAGE_OBJECT = ("@type", "contentUrl", "description", "caption", "creditText")
DATE = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?"


def test_schema_org_has_the_properties_of_the_vocabulary(specimens: list[Record]) -> None:
    for record, article in zip(specimens, objects("schema-org", *specimens), strict=True):
        assert [key for key in NEWS_ARTICLE if key in article] == list(article)
        assert (article["@context"], article["@type"]) == ("https://schema.org", "NewsArticle")
        assert article.get("articleBody", "") == record.text
        for key in ("datePublished", "dateModified"):
            assert key not in article or re.fullmatch(DATE, article[key])
        assert {person["@type"] for person in article.get("author", ())} <= {"Person"}
        for image in article.get("image", ()):
            assert set(image) <= set(IMAGE_OBJECT)
            assert (image["@type"], bool(image["contentUrl"])) == ("ImageObject", True)
        assert all(article.values())


def test_ninjs_says_every_field_that_it_has() -> None:
    plain = {"role": "main", "contentType": "text/plain"}
    (news,) = objects("ninjs", FULL)
    assert news.pop("standard")["version"] == "3.1"
    assert news == {
        "uri": f"sha256:{SHA}#2",
        "type": "text",
        "language": "en",
        "contentCreated": "2024-04-09T06:00:00Z",
        "versionCreated": "2024-04-09T08:30:00Z",
        "headlines": [plain | {"value": 'Rain & "wind"'}],
        "by": "Ann Bee, Bob Cee",
        "located": "OSLO",
        "descriptions": [{"role": "summary", "value": "It rained."}],
        "bodies": [plain | {"value": TEXT}],
        "subjects": [
            {"name": "Weather", "rel": "category"},
            {"name": "Oslo", "rel": "category"},
            {"name": "rain", "rel": "tag"},
            {"name": "Oslo", "rel": "tag"},
        ],
        "infoSources": [{"name": "Wire"}, {"name": "Post"}],
        "altIds": [{"role": "url", "value": "https://news.example/rain?a=1&b=2"}],
        "associations": [
            {
                "name": "image-1",
                "rel": "picture",
                "type": "picture",
                "uri": "https://news.example/sea.png",
                "descriptions": [
                    {"role": "alt", "value": "The sea"},
                    {"role": "caption", "value": "The sea & the pier"},
                ],
                "infoSources": [{"name": "Ann Bee"}],
                "renditions": [{"name": "original", "href": "https://news.example/sea.png"}],
            },
            {
                "name": "related-1",
                "rel": "related",
                "uri": "https://news.example/snow",
                "headlines": [plain | {"value": "Snow"}],
                "descriptions": [{"role": "summary", "value": "It snowed."}],
            },
        ],
    }
    assert list(objects("ninjs", BARE)[0]) == ["uri", "type", "standard"]


def test_ninjs_is_valid(shared: Path, specimens: list[Record]) -> None:
    schema = json.loads((shared / "schemas/ninjs-3.1.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    validator = jsonschema.Draft202012Validator(schema, format_checker=checker)
    for news in objects("ninjs", *specimens):
        validator.validate(news)


def test_dolma_marks_the_blocks_of_the_text() -> None:
    (document,) = objects("dolma", FULL)
    about = document.pop("metadata")
    assert document == {
        "id": f"sha256:{SHA}#2",
        "text": TEXT,
        "source": "news.example",
        "created": "2024-04-09T06:00:00Z",
        "attributes": {
            "normalize__blocks__paragraph": [[0, 20, 1.0]],
            "normalize__links__link": [[0, 4, 1.0], [39, 42, 1.0]],
            "normalize__blocks__heading": [[22, 26, 1.0]],
            "normalize__blocks__list": [[28, 42, 1.0]],
            "normalize__blocks__table": [[44, 51, 1.0]],
            "normalize__blocks__code": [[53, 58, 1.0]],
            "normalize__blocks__quote": [[60, 64, 1.0]],
        },
    }
    assert "blocks" not in about
    assert about["published"] == "2024-04-09T13:00:00+07:00"
    assert about["related"][1]["title"] == "Hail"
    assert about["extra"] == {"mood": ["wet", {"how": "very"}], "draft": "no"}
    assert objects("dolma", Record(published="2024-04"))[0]["created"] == "2024-04"


def test_dolma_documents_have_the_keys_and_types_of_the_published_form(
    specimens: list[Record],
) -> None:
    for record, document in zip(specimens, objects("dolma", *specimens), strict=True):
        keys = ["id", "text", "source", "created", "metadata", "attributes"]
        assert [key for key in keys if key in document] == list(document)
        assert all(isinstance(document[key], str) for key in keys[:4] if key in document)
        assert document["id"]
        assert document["source"]
        assert "added" not in document
        for name, spans in document["attributes"].items():
            assert name.count("__") == 2
            for start, end, score in spans:
                assert 0 <= start <= end <= len(record.text)
                assert (score, isinstance(score, float)) == (1.0, True)


def test_datatrove_says_every_field_that_it_has() -> None:
    full, bare = objects("datatrove", FULL, BARE)
    about = full.pop("metadata")
    assert full == {
        "text": TEXT,
        "id": f"sha256:{SHA}#2",
        "media": [
            {
                "id": f"sha256:{SHA}#2/1",
                "type": 0,
                "url": "https://news.example/sea.png",
                "alt": "The sea",
                "metadata": {"caption": "The sea & the pier", "credit": "Ann Bee"},
            },
            {
                "id": f"sha256:{SHA}#2/2",
                "type": 0,
                "url": "/small.png",
                "alt": None,
                "metadata": {},
            },
        ],
    }
    assert about["authors"] == ["Ann Bee", "Bob Cee"]
    assert about["published"] == "2024-04-09T13:00:00+07:00"
    assert json.loads(about["extra"]) == FULL.extra
    assert list(bare["metadata"]) == list(about)
    assert bare["metadata"]["title"] is None


def test_datatrove_builds_its_documents(specimens: list[Record]) -> None:
    data = pytest.importorskip("datatrove.data", reason="datatrove is not installed")
    for record, made in zip(specimens, objects("datatrove", *specimens), strict=True):
        media = [data.Media(**one) for one in made.pop("media")]
        document = data.Document(**made, media=media)
        assert (document.text, document.metadata["title"]) == (record.text, record.title)


# XML


def test_tei_says_every_field_that_it_has() -> None:
    root = tei(FULL)
    full = f"{TEI}teiHeader/{TEI}fileDesc/{TEI}sourceDesc/{TEI}biblFull"
    (title,) = root.findall(f"{full}/{TEI}titleStmt/{TEI}title[@type='main']")
    assert title.text == 'Rain & "wind"'
    authors = root.findall(f"{full}/{TEI}titleStmt/{TEI}author")
    assert [a.text for a in authors] == ["Ann Bee", "Bob Cee"]
    publication = root.find(f"{full}/{TEI}publicationStmt")
    assert publication is not None
    assert [(e.tag.removeprefix(TEI), e.attrib, e.text) for e in publication] == [
        ("publisher", {}, "news.example"),
        ("ptr", {"type": "URL", "target": "https://news.example/rain?a=1&b=2"}, None),
        ("date", {"when": "2024-04-09T13:00:00+07:00"}, "2024-04-09T13:00:00+07:00"),
        ("date", {"type": "modified"}, "2024-04-09T15:30+07:00"),
    ]
    assert [e.text for e in root.iter(f"{TEI}note")] == [f"sha256:{SHA}#2", "Wire", "Post"]
    assert [e.text for e in root.iter(f"{TEI}placeName")] == ["OSLO"]
    assert [e.text for e in root.iter(f"{TEI}term")] == ["Weather", "Oslo", "rain", "Oslo"]
    assert root.findtext(f".//{TEI}abstract/{TEI}p") == "It rained."
    assert [e.get("ident") for e in root.iter(f"{TEI}language")] == ["en"]


def test_tei_writes_the_blocks_in_their_elements() -> None:
    body = whole("tei", FULL).decode().partition('<div type="entry">\n')[2].partition("</div>")[0]
    assert body.splitlines() == [
        '<figure><graphic url="https://news.example/sea.png"/><figDesc>The sea</figDesc></figure>',
        '<ab type="caption">The sea &amp; the pier</ab>',
        '<p><ref target="https://x.example/?a&amp;b">Rain</ref><lb/>fell &lt;at last&gt;.</p>',
        '<ab type="header" rend="h2">Next</ab>',
        '<list rend="ul"><item>Tea</item>'
        '<item>Buns &amp; <ref target="/jam">jam</ref></item></list>',
        "<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row></table>",
        '<ab type="code">x = 1</ab>',
        "<quote>Wet.</quote>",
    ]


def test_tei_has_the_header_that_it_requires_and_no_more() -> None:
    root = tei(BARE)
    assert [e.tag for e in root] == [f"{TEI}teiHeader", f"{TEI}text"]
    file = root.find(f"{TEI}teiHeader/{TEI}fileDesc")
    assert file is not None
    parts = ["titleStmt", "publicationStmt", "notesStmt", "sourceDesc"]
    assert [e.tag.removeprefix(TEI) for e in file] == parts
    said = [e.text for e in root.iter() if (e.text or "").strip()]
    assert said == [identifier(BARE), "normalize"]


def test_xml_marks_the_characters_that_it_cannot_hold() -> None:
    root = tei(Record(title="a\x00b\x0bc\ufffe", text="one\rtwo\x1b"))
    assert root.findtext(f".//{TEI}title") == "a\ufffdb\ufffdc\ufffd"
    assert root.findtext(f".//{TEI}div/{TEI}p") == "one\rtwo\ufffd"


def test_tei_is_valid(specimens: list[Record]) -> None:
    """By the DTD of P5 that trafilatura ships; its author left the module of figures out."""
    trafilatura = pytest.importorskip("trafilatura", reason="trafilatura, which ships a DTD of P5")
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    dtd = etree.DTD(str(Path(trafilatura.__file__).parent / "data/tei_corpus.dtd"))
    for record in specimens:
        root = etree.fromstring(whole("tei", record))
        for element in root.iter(f"{TEI}table", f"{TEI}figure"):
            element.tag = f"{TEI}p"
            del element[:]
        assert dtd.validate(root), dtd.error_log.filter_from_errors()


# tables


def test_csv_reads_back() -> None:
    first, *rest = csv.reader(io.StringIO(whole("csv", FULL, BARE).decode(), newline=""))
    full, bare = (dict(zip(first, row, strict=True)) for row in rest)
    assert full["text"] == TEXT
    assert json.loads(full["authors"]) == ["Ann Bee", "Bob Cee"]
    assert full["id"] == f"sha256:{SHA}#2"
    assert set(bare.values()) == {"", "unknown"}


def test_tables_hold_every_record(specimens: list[Record]) -> None:
    names, *rows = csv.reader(io.StringIO(whole("csv", *specimens).decode(), newline=""))
    head, *lines = whole("tsv", *specimens).decode().split("\n")[:-1]
    assert head.split("\t") == names
    for row, line, record in zip(rows, lines, specimens, strict=True):
        cells = dict(zip(names, row, strict=True))
        assert (cells["title"], cells["text"]) == (record.title or "", record.text)
        assert json.loads(cells["tags"] or "[]") == list(record.tags)
        assert len(line.split("\t")) == len(names)


def test_csv_is_rows_of_the_columns_asked_for() -> None:
    out = b"".join(export([FULL, BARE], "csv", fields=["title", "tags", "source"]))
    assert out.decode().splitlines()[0] == "title,tags,source"
    assert out.startswith(
        b'title,tags,source\r\n"Rain & ""wind""","[""rain"",""Oslo""]","{""path"":'
    )
    assert out.count(b"\r\n") == 3


def test_tables_leave_formulas_as_they_are() -> None:
    formula = Record(title="=1+1", summary="@a")
    assert b"".join(export([formula], "csv", fields=["title", "summary"])).endswith(b"=1+1,@a\r\n")
    assert b"".join(export([formula], "tsv", fields=["title", "summary"])).endswith(b"=1+1\t@a\n")


def test_tsv_is_a_line_a_record() -> None:
    record = Record(title="a\tb\\n", text="one\ntwo\r", tags=("x\ty",))
    out = b"".join(export([record, BARE], "tsv", fields=["title", "text", "tags"])).decode()
    assert out == 'title\ttext\ttags\na\\tb\\\\n\tone\\ntwo\\r\t["x\\\\ty"]\n\t\t\n'


# text


def test_vertical_is_a_token_a_line() -> None:
    said = 'It rained "hard" in the U.S. on e-mail, 3,000 mm\nat news.example. Don\'t & <g/>'
    out = whole("vertical", Record(id="x", title='A\n"b"', tags=("p", "q"), text=said)).decode()
    head, *lines = out.splitlines()
    assert head == '<doc id="x" title="A &quot;b&quot;" tags="p|q">'
    assert (lines[0], lines[-2:]) == ('<p type="paragraph">', ["</p>", "</doc>"])
    assert " ".join(lines[1:-2]) == (
        'It rained " <g/> hard <g/> " in the U.S <g/> . on e-mail <g/> , 3,000 mm '
        "at news.example <g/> . Don't &amp; &lt; <g/> g <g/> / <g/> &gt;"
    )


def test_vertical_is_well_formed(specimens: list[Record]) -> None:
    out = whole("vertical", *specimens).decode()
    root = ET.fromstring(f"<corpus>{out}</corpus>")
    assert [doc.get("id") for doc in root] == [identifier(record) for record in specimens]
    for line in out.splitlines():
        assert line.startswith("<") or not any(c.isspace() for c in line)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("雨が降った。", "雨 が 降 っ た 。"),
        ("बारिश की रात।", "बारिश की रात ।"),
        ("Mưa to ở Hà Nội, «thật»…", "Mưa to ở Hà Nội , « thật » …"),
        ("هل أمطرت؟ نعم، كثيرا", "هل أمطرت ؟ نعم ، كثيرا"),
        ("비가 왔다.", "비가 왔다 ."),
        ("é́a 👍", "é́a 👍"),
    ],
)
def test_vertical_keeps_marks_with_their_letters(text: str, tokens: str) -> None:
    out = whole("vertical", Record(text=text)).decode().splitlines()[2:-2]
    assert [token for token in out if token != "<g/>"] == tokens.split()


def test_vertical_parts_blocks_and_leaves_pictures_out() -> None:
    out = whole("vertical", FULL).decode()
    kinds = ["paragraph", "heading", "list", "table", "code", "quote"]
    assert [line for line in out.splitlines() if line.startswith("<p ")] == [
        f'<p type="{kind}">' for kind in kinds
    ]
    assert 'authors="Ann Bee|Bob Cee"' in out
    assert whole("vertical", BARE) == f'<doc id="{identifier(BARE)}">\n</doc>\n'.encode()


def test_markdown_has_a_header_that_yaml_reads() -> None:
    opening, header, body = whole("markdown", FULL).decode().split("---\n", 2)
    assert opening == ""
    assert yaml.safe_load(header) == {
        "title": 'Rain & "wind"',
        "date": "2024-04-09T13:00:00+07:00",
        "last_modified_at": "2024-04-09T15:30+07:00",
        "author": ["Ann Bee", "Bob Cee"],
        "lang": "en",
        "canonical_url": "https://news.example/rain?a=1&b=2",
        "categories": ["Weather", "Oslo"],
        "tags": ["rain", "Oslo"],
        "credits": ["Wire", "Post"],
        "dateline": "OSLO",
        "summary": "It rained.",
        "image": "https://news.example/sea.png",
        "mood": ["wet", {"how": "very"}],
        "draft": "no",
    }
    assert body.startswith("\n![The sea]")
    assert "## Next\n" in body
    assert whole("markdown", BARE) == b"---\n---\n\n"


def test_markdown_reads_as_the_article_that_it_is() -> None:
    again = normalize.loads(whole("markdown", FULL))
    for field in ("title", "published", "modified", "url", "authors", "language", "tags"):
        assert getattr(again, field) == getattr(FULL, field)


def test_markdown_and_text_hold_every_record(specimens: list[Record]) -> None:
    for record in specimens:
        _, header, _ = whole("markdown", record).decode().split("---\n", 2)
        read = yaml.load(header, yaml.BaseLoader) or {}
        assert read.get("title") == (record.title or record.extra.get("title"))
        assert read.get("tags", []) == (list(record.tags) or record.extra.get("tags", []))
        assert whole("text", record).decode() == record.text + "\n"


def test_plain_text_is_the_text_alone() -> None:
    assert whole("text", FULL).decode() == TEXT + "\n"
    assert whole("text", BARE) == b"\n"
