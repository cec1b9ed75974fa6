"""Records as files: what each format writes, what it refuses, and that reading undoes it."""

import io
import re
from pathlib import Path

import pytest
from attrs import evolve

import normalize
from normalize import Block, NormalizeError, Record, cues, dates
from normalize.layers import labels
from normalize.record import Image, Literals, Related
from normalize.writing import FORMS
from tests.roundtrip import differing, written

CUES = Path(cues.__file__).parent
RAIN = "Rain fell in the night, and by the morning the streets of the old town were under water."
SNOW = "Snow followed in the afternoon, and the trams stood still until the evening of that day."
TITLE = "Rain again in Oslo"
URL = "https://news.example/rain_(oslo)"
INSTANT = Record(published="2024-04-09T06:00:00Z", published_at="2024-04-09T06:00:00Z")

PART = "\n\n"

WRITTEN = [
    (
        "jekyll-post",
        evolve(INSTANT, title=TITLE, url=URL, tags=("rain", "no"), text=RAIN),
        f'---\ntitle: "{TITLE}"\ndate: "2024-04-09T06:00:00Z"\ncanonical_url: "{URL}"\n'
        f'tags: ["rain", "no"]\n---\n{RAIN}\n',
    ),
    ("jekyll-post", Record(text=RAIN), f"---\n---\n{RAIN}\n"),
    (
        "jekyll-post",
        Record(image=Image("/rain.jpg", "The gauge"), text=RAIN),
        f'---\nimage: {{"url": "/rain.jpg", "alt": "The gauge"}}\n---\n{RAIN}\n',
    ),
    ("jekyll-post", Record(image=Image("no"), text=RAIN), f"---\n---\n![](no)\n\n{RAIN}\n"),
    (
        "jekyll-post",
        Record(text=f"import A from 'b'\n\n{RAIN}"),
        f"---\n---\nimport A from \\'b'\n\n{RAIN}\n",
    ),
    (
        "html-comment",
        evolve(INSTANT, title="[Rain]", url=URL, text=f"{RAIN}\n\na < b & c"),
        f"<!--1712642400000-->\n[[Rain]]({URL})\n------\n\n"
        f"<p>{RAIN}</p>\n<p>a &lt; b &amp; c</p>\n",
    ),
    ("date-prefix", Record(published="2024-04-09", text=RAIN), f" date 2024-04-09 {RAIN}\n"),
    ("date-prefix", Record(published="2024-04", text=RAIN), f" date 2024-04 {RAIN}\n"),
    (
        "headline-timestamp",
        Record(title=TITLE, published="2024-04-09T13:00:00", text=f"{RAIN}\n\n{SNOW}"),
        f"{TITLE}\n\n2024-04-09 13:00:00\n\n{RAIN}\n\n{SNOW}\n",
    ),
    (
        "headline-timestamp",
        Record(title=TITLE, published="2024-04-09", modified="2024-04-10T08:00", text=RAIN),
        f"{TITLE}\n\n2024-04-09\n\n{RAIN}\n\nUpdated: 2024-04-10 08:00\n",
    ),
    (
        "html-comment",
        evolve(INSTANT, modified="2024-04-10T08:00:00Z", authors=("Ada Holt",), text=RAIN),
        f"<!--1712642400000-->\n\n<p>{RAIN}</p>\n<p>Updated: 2024-04-10T08:00:00Z</p>\n"
        "<p>By: Ada Holt</p>\n",
    ),
    (
        "html-comment",
        Record(title=TITLE, published="2024-04-09", url=URL, text=RAIN),
        f"<!-- 2024-04-09 -->\n[{TITLE}]({URL})\n------\n\n<p>{RAIN}</p>\n",
    ),
    (
        "html-comment",
        Record(title=TITLE, published="2024-04-09T13:00+07:00", text=RAIN),
        f"<!-- 2024-04-09T13:00+07:00 -->\n[{TITLE}]()\n------\n\n<p>{RAIN}</p>\n",
    ),
    (
        "html-comment",
        Record(published="2024-04-09T13:00:05", text=RAIN),
        f"<!-- 2024-04-09T13:00:05 -->\n\n<p>{RAIN}</p>\n",
    ),
    # A heading of the text is no title.
    (
        "html-comment",
        Record(
            published="2024-04-09",
            url=URL,
            text=f"Night\n\n{RAIN}",
            blocks=(
                Block("heading", 0, 0, "Night", 0, 5, level=2),
                Block("paragraph", 0, 0, RAIN, 7, 7 + len(RAIN)),
            ),
        ),
        f"<!-- 2024-04-09 -->\n[]({URL})\n------\n<h1></h1>\n\n<h2>Night</h2>\n<p>{RAIN}</p>\n",
    ),
    # What no link can hold stands in a heading.
    (
        "html-comment",
        evolve(INSTANT, title="Rain](again) <b> & snow", url=URL, text=RAIN),
        f"<!--1712642400000-->\n[]({URL})\n------\n"
        f"<h1>Rain](again) &lt;b&gt; &amp; snow</h1>\n\n<p>{RAIN}</p>\n",
    ),
    ("headline", Record(title=TITLE, text=RAIN), f"{TITLE}\n\n{RAIN}\n"),
    (
        "headline",
        Record(
            title=TITLE,
            text=f"{RAIN}\n\n{SNOW}",
            authors=("Ada Holt",),
            credits=("Reuters", "AP"),
            dateline="OSLO",
            related=(Related("Trams stood still", SNOW, None, "2024-04-08", count=2),),
        ),
        f"{TITLE}\n\nOSLO (AP) — {RAIN}\n\n{SNOW}\n\nBy: Ada Holt\n\nSource: Reuters\n\n"
        f"Related articles{f'{PART}Trams stood still' * 2}{PART}{SNOW}{PART}2024-04-08"
        f"{f'{PART}Trams stood still' * 2}{PART}{SNOW}{PART}2024-04-08\n",
    ),
    (
        "hugo-post",
        Record(title="A", tags=("b",), summary="C\nd", extra={"e f": ["g", {"h": '"'}]}, text=RAIN),
        '+++\ntitle = "A"\ntags = ["b"]\nsummary = "C\\nd"\n"e f" = ["g", {h = "\\""}]\n+++\n'
        f"{RAIN}\n",
    ),
    ("hexo-post", Record(title="A: b", text=RAIN), f'title: "A: b"\n---\n{RAIN}\n'),
    (
        "nikola-post",
        Record(title="A: b", authors=("Holt, Ada",), extra={"slug": "a"}, text=RAIN),
        f".. title: A: b\n.. author: Holt, Ada\n.. slug: a\n\n{RAIN}\n",
    ),
    (
        "pelican-post",
        Record(title="A", authors=("Ada", "Bo"), image=Image("/a.png"), text=RAIN),
        f"title: A\nauthors: Ada, Bo\nimage: /a.png\n\n{RAIN}\n",
    ),
    (
        "link-title",
        Record(title=TITLE, url=URL, published="2024-04-09T13:00", summary=RAIN, text=RAIN),
        f"[{TITLE}]({URL})\n------\n2024-04-09 13:00\n\n**{RAIN}**\n",
    ),
    (
        "address-line",
        Record(title=TITLE, url=URL, published="2024-04-09", text=RAIN),
        f"{URL}\n{TITLE}\n\n2024-04-09\n\n{RAIN}\n",
    ),
    (
        "json-post",
        Record(
            title='"Rain"',
            modified="2024-04-09",
            authors=("Ada", "Holt, Bo"),
            extra={"id": "7", "x": [{"y": "z"}]},
            text=f"{RAIN}\n\na < b & c",
        ),
        '{\n  "title": "\\"Rain\\"",\n  "date_modified": "2024-04-09",\n'
        '  "authors": ["Ada", "Holt, Bo"],\n  "id": "7",\n  "x": [{"y": "z"}],\n'
        f'  "content_html": "<p>{RAIN}</p>\\n<p>a &lt; b &amp; c</p>\\n"\n}}\n',
    ),
    (
        "html-page",
        Record(
            title='"Rain" & <snow>',
            published="2024-04-09T13:00+07:00",
            authors=("Ada", "Holt, Bo"),
            url="https://news.example/?a=1&b=2",
            language="vi",
            categories=("Wet", "Cold"),
            tags=("rain", "old town"),
            summary='"Rain"',
            image=Image("/a.png", "The sea"),
            extra={"slug": "rain"},
            text=f"{RAIN}\n\na < b & c",
        ),
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<title>"Rain" &amp; &lt;snow&gt;</title>\n'
        '<meta property="article:published_time" content="2024-04-09T13:00+07:00">\n'
        '<meta name="author" content="Ada">\n<meta name="author" content="Holt, Bo">\n'
        '<link rel="canonical" href="https://news.example/?a=1&amp;b=2">\n'
        '<meta property="article:section" content="Wet">\n'
        '<meta property="article:section" content="Cold">\n'
        '<meta name="keywords" content="rain, old town">\n'
        '<meta name="description" content="&quot;Rain&quot;">\n'
        '<meta property="og:image" content="/a.png">\n'
        '<meta property="og:image:alt" content="The sea">\n'
        '<meta name="slug" content="rain">\n</head>\n<body>\n'
        f"<p>{RAIN}</p>\n<p>a &lt; b &amp; c</p>\n</body>\n</html>\n",
    ),
    ("json-post", Record(), '{\n  "title": "",\n  "content_html": ""\n}\n'),
    (
        "html",
        Record(
            text=RAIN,
            summary=RAIN,
            image=Image("a.png", "Sea", "The sea", "Ada"),
            images=(Image("a.png", "Sea", "The sea", "Ada"),),
            related=(Related("Snow", None, "https://news.example/snow"),),
        ),
        '<img src="a.png" alt="Sea">\n<figcaption>The sea (Photo: Ada)</figcaption>\n'
        f'<p class="lead">{RAIN}</p>\n<h2>Related articles</h2>\n'
        '<p class="related"><a href="https://news.example/snow">Snow</a></p>\n',
    ),
    (
        "markdown",
        Record(
            text=f"Night\n\n{RAIN}",
            blocks=(Block("heading", 0, 0, "Night", 0, 5, level=2), Block("paragraph", 0, 0, RAIN)),
        ),
        f"## Night\n\n{RAIN}\n",
    ),
    ("prose", Record(text=f"{RAIN}\n\n{SNOW}"), f"{RAIN}\n\n{SNOW}\n"),
]


@pytest.mark.parametrize(("name", "record", "text"), WRITTEN)
def test_record_is_written_in_the_form_of_the_format(name: str, record: Record, text: str) -> None:
    assert normalize.dumps(record, name) == text
    again = normalize.loads(text)
    assert again.format == name
    assert differing(record, again) == []
    assert normalize.dumps(again, name) == text


def test_every_format_that_can_be_written_is_written_here() -> None:
    assert {name for name, *_ in WRITTEN} == set(FORMS)


@pytest.mark.parametrize("language", sorted(p.stem for p in CUES.glob("*.toml")))
def test_change_is_written_with_a_label_that_is_read(language: str) -> None:
    words = cues.load(language)
    line = f"{words.modified_label}: 2024-04-10 08:00"
    found = [x for x in dates.scan(line, 0, len(line)) if x.kind == "date"]
    assert labels.kinds(line, 0, len(line), found, words) == ["modified"]
    assert labels.is_stamp(line, 0, len(line), words)


REFUSED = [
    ("headline", Record(title=TITLE, url=URL, tags=("rain",), text=RAIN), ["url", "tags"]),
    (
        "headline",
        Record(title=TITLE, authors=("who is it",), credits=("a, b",)),
        ["authors", "credits"],
    ),
    ("headline", Record(title=TITLE, language="vi", text=RAIN), ["language"]),
    ("headline", Record(title=TITLE, text=f"{RAIN}\n\nRead more: {SNOW}"), ["text"]),
    ("headline", Record(title=TITLE, text=f"OSLO (AP) - {RAIN}"), ["text"]),
    ("headline-timestamp", Record(title=TITLE, published="2024", text=RAIN), ["published"]),
    ("html", Record(text=RAIN, related=(Related(SNOW, None, "\0"),)), ["related"]),
    ("html", Record(text=RAIN, image=Image("\0")), ["image"]),
    ("date-prefix", Record(title=SNOW, published="2024-04-09", text=RAIN), ["title"]),
    ("date-prefix", Record(published="2024-04-09", url=URL, text=RAIN), ["url"]),
    (
        "html-comment",
        evolve(INSTANT, tags=("rain",), summary="Wet."),
        ["tags", "summ"],
    ),
    ("html-comment", evolve(INSTANT, title="Rain", url="/a b", text=RAIN), ["url"]),
    ("link-title", Record(title="Rain](again", text=RAIN), ["title"]),
    ("jekyll-post", Record(url="https://news.example/a b", text=RAIN), ["url"]),
    ("jekyll-post", Record(related=(Related(TITLE, RAIN, kind="glued"),), text=RAIN), ["related"]),
    (
        "jekyll-post",
        Record(image=Image("a b", credit="Sea"), dateline="OSLO"),
        ["dateline", "image"],
    ),
    ("headline", Record(title="By Ada Holt and Bo Lindgren", text=RAIN), ["title"]),
    ("nikola-post", Record(title="- Rain", text=RAIN), ["title"]),
    ("pelican-post", Record(title="A", authors=("B; C", "D"), text=RAIN), ["authors"]),
    ("json-post", Record(authors=("7",), tags=("1", "2"), text=RAIN), ["authors", "tags"]),
    ("json-post", Record(extra={"x": {"rendered": "y"}}, text=RAIN), ["extra"]),
    ("json-post", Record(extra={"x_gmt": "y"}, text=RAIN), ["extra"]),
    ("json-post", Record(extra={"Content_HTML": "y"}, text=RAIN), ["extra"]),
    ("json-post", Record(extra={"author": {"x": "y"}}, text=RAIN), ["extra"]),
    # A change that is the page's only date dates the publication, too; a year alone is no stamp.
    ("headline", Record(title=TITLE, modified="2024-04-10", text=RAIN), ["published"]),
    (
        "headline-timestamp",
        Record(title=TITLE, published="2024-04-09", modified="2024", text=RAIN),
        ["modified"],
    ),
    (
        "address-line",
        Record(url="https://a.example/rain-20240409081502123.htm", published="2024-04-09"),
        ["published"],
    ),
]


@pytest.mark.parametrize(("name", "record", "fields"), REFUSED)
def test_what_a_format_cannot_carry_is_refused_by_name(
    name: str, record: Record, fields: list[str]
) -> None:
    with pytest.raises(NormalizeError, match=f"{name} .*{'.*'.join(fields)}") as caught:
        normalize.dumps(record, name)
    assert caught.value.code == "not-carried"


@pytest.mark.parametrize(
    ("name", "record", "layer"),
    [
        ("headline", Record(text=RAIN), "headline"),
        ("headline", Record(title=RAIN, text=SNOW), "headline"),
        ("headline-timestamp", Record(title=TITLE, text=RAIN), "timestamp"),
        ("date-prefix", Record(text=RAIN), "date-prefix"),
        ("date-prefix", evolve(INSTANT, text=RAIN), "date-prefix"),
        ("html-comment", Record(title=TITLE, published="2024", text=RAIN), "epoch-comment"),
        ("html-comment", Record(title=TITLE, text=RAIN), "epoch-comment"),
    ],
)
@pytest.mark.parametrize("lossy", [False, True])
def test_format_is_not_written_without_the_layer_that_makes_it(
    name: str, record: Record, layer: str, lossy: bool
) -> None:
    with pytest.raises(NormalizeError, match=f"{name} begins with the layer {layer} ") as caught:
        normalize.dumps(record, name, lossy=lossy)
    assert caught.value.code == "not-carried"


def test_lossy_writing_leaves_out_what_is_not_carried() -> None:
    record = Record(title=TITLE, url=URL, tags=("rain",), categories=("wet",), text=RAIN)
    assert normalize.dumps(record, "headline", lossy=True) == f"{TITLE}\n\n{RAIN}\n"
    record = evolve(INSTANT, title="Rain  again", url=URL, text=RAIN)
    text = normalize.dumps(record, "html-comment", lossy=True)
    again = normalize.loads(text)
    assert (again.title, again.published) == (None, record.published)


@pytest.mark.parametrize("key", ["a b", "a.b", "1", "", "\u00e9", "x" * 62, "-a", "a:", '"', "\n"])
def test_key_that_is_no_word_stands_in_no_map_with_a_closing_line_alone(key: str) -> None:
    record = Record(title=TITLE, extra={key: "v"}, text=RAIN)
    with pytest.raises(NormalizeError, match="of this record: extra "):
        normalize.dumps(record, "hexo-post")
    again = normalize.loads(normalize.dumps(record, "hexo-post", lossy=True))
    assert (again.format, again.title, again.extra) == ("hexo-post", TITLE, {})


@pytest.mark.parametrize("key", ["x" * 61, "_a-1", "a\u00e9"])
def test_key_that_is_a_word_stands_there(key: str) -> None:
    record = Record(title=TITLE, extra={key: "v", "m": {"a b": ["c"]}}, text=RAIN)
    assert differing(record, normalize.loads(normalize.dumps(record, "hexo-post"))) == []


@pytest.mark.parametrize(
    ("name", "record", "why"),
    [
        ("headline", Record(title=TITLE, url=URL, text=RAIN), "url (no place for it)"),
        (
            "jekyll-post",
            Record(title="Rain\nagain", text=RAIN),
            "title (front-matter holds it where the title is one line without runs of blanks; ",
        ),
        ("html", Record(dateline="", text=RAIN), "dateline (it is empty; None states nothing)"),
        (
            "jekyll-post",
            Record(title="A\u030a", text=RAIN),
            "title (it is not in NFC, or holds half of a surrogate pair)",
        ),
        (
            "date-prefix",
            evolve(INSTANT, text=RAIN),
            "published (date-prefix holds it where the date has a month and no zone, ",
        ),
        (
            "hexo-post",
            Record(title=TITLE, extra={"a b": "v"}, text=RAIN),
            "post cannot carry all of this record: extra (closed-matter holds it where its keys "
            "are words of at most 61 characters, none of them the layer's own); choose",
        ),
        ("headline", Record(title=TITLE, text=f"{RAIN}\n{SNOW}"), "text (a body of text cannot"),
        ("prose", Record(text=f"{RAIN}\n\nRead more: {SNOW}"), "text (by the rules that read"),
        ("markdown", Record(text=RAIN), "text (what it can carry reads as another format)"),
        ("html", Record(language="vi", text=RAIN), "language (the text reads as en)"),
    ],
)
def test_refusal_says_why_and_what_to_do(name: str, record: Record, why: str) -> None:
    with pytest.raises(NormalizeError) as caught:
        normalize.dumps(record, name)
    assert why in caught.value.msg
    assert "; choose another format" in caught.value.msg


def nested(depth: int) -> Literals:
    value: Literals = "a"
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_link_to_an_address_with_control_characters_is_refused(name: str) -> None:
    link = normalize.Link("https:/\0/news.example/rain", 0, 4)
    record = Record(text=RAIN, blocks=(Block("paragraph", 0, 0, RAIN, 0, len(RAIN), (link,)),))
    with pytest.raises(NormalizeError, match="cannot spell a part of it"):
        normalize.dumps(record, name)


@pytest.mark.parametrize("level", [None, 0, 7])
@pytest.mark.parametrize("name", ["jekyll-post", "html-comment"])
def test_heading_of_no_level_is_refused(name: str, level: int | None) -> None:
    heading = Block("heading", 0, 0, "Night", 0, 5, level=level)
    record = evolve(INSTANT, text="Night", blocks=(heading,))
    with pytest.raises(NormalizeError, match="cannot spell"):
        normalize.dumps(record, name)


# Records that look like something else once they are written.
ODD = [
    ("jekyll-post", Record(title="", text=RAIN)),
    ("jekyll-post", Record(published="", summary="", language="", text=RAIN)),
    ("hugo-post", Record(published="yesterday", modified="2024-02-30", text=RAIN)),
    ("json-post", Record(extra={"a": nested(70)}, text=RAIN)),
    ("jekyll-post", Record(extra={"a": nested(58)}, text=RAIN)),
    ("hexo-post", Record(title="A", extra={"a": nested(70)}, text=RAIN)),
    ("hugo-post", Record(extra={"a": 1}, text=RAIN)),  # type: ignore[dict-item]
    ("jekyll-post", Record(extra={"a": [None, True]}, text=RAIN)),  # type: ignore[list-item]
    ("date-prefix", Record(published="2024-04-09", text=f"20:43 was the hour. {RAIN}")),
    ("date-prefix", Record(published="2024-04-09", text=f"{TITLE}\n\n{RAIN}")),
    ("date-prefix", Record(published="2024-04-09", text="")),
    ("headline", Record(title=TITLE)),
    ("headline", Record(title=TITLE, text=f"{TITLE}\n\n{RAIN}")),
    ("headline", Record(title=TITLE, text=f"2024-04-09\n\n{RAIN}")),
    ("headline", Record(title="Title: the rain is here again", text=RAIN)),
    ("headline", Record(title="date 2024-04-09 was a rainy day", text=RAIN)),
    ("headline-timestamp", Record(title=TITLE, published="2024-04-09", text=f"8:30\n\n{RAIN}")),
    ("jekyll-post", Record(title="Rain", text=f"Rain\n\n{RAIN}")),
    ("jekyll-post", Record(text=f"[Rain]({URL})\n\n---\n\n<!--123456789-->\n\n# {RAIN}")),
    ("jekyll-post", Record(text=RAIN, extra={"title": ["Snow"]})),
    ("jekyll-post", Record(text=f"Two  blanks. {RAIN}")),
    (
        "jekyll-post",
        Record(authors=("Ada, B.",), tags=("a, b", "c"), categories=("a b",), text=RAIN),
    ),
    ("html-comment", evolve(INSTANT, text=f"[Rain]({URL})\n\n<p>&amp; {RAIN}")),
]


@pytest.mark.parametrize(("name", "record"), ODD)
def test_what_is_written_reads_back_or_is_refused(name: str, record: Record) -> None:
    text = written(record, name)
    if text is not None:
        again = normalize.loads(text)
        assert again.format == name
        assert differing(record, again) == []


BLOCKS = (
    Block("heading", 0, 0, "Night", level=2),
    Block("paragraph", 0, 0, RAIN, 7, 95),
    Block("list", 0, 0, "a\nb", items=("a", "b")),
    Block("quote", 0, 0, "So it rained."),
    Block("code", 0, 0, "if rain:\n    stay()"),
    Block("table", 0, 0, "a\tb\nc\td", rows=(("a", "b"), ("c", "d"))),
    Block("image", 0, 0, "The sea", url="https://news.example/sea.png"),
)


@pytest.mark.parametrize("name", ["jekyll-post", "html-comment"])
def test_blocks_are_written_as_blocks(name: str) -> None:
    text = "\n\n".join(block.text for block in BLOCKS if block.type != "image")
    record = evolve(INSTANT, title=TITLE, text=text, blocks=BLOCKS)
    again = normalize.loads(normalize.dumps(record, name, lossy=True))
    assert again.text == text
    shapes = [
        [(b.type, b.level, b.items, b.rows, b.url) for b in r.blocks] for r in (again, record)
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("block", BLOCKS[2:], ids=lambda block: block.type)
def test_block_that_bare_lines_cannot_show_is_refused(block: Block) -> None:
    record = Record(title=TITLE, text=block.text, blocks=(BLOCKS[1], block))
    with pytest.raises(NormalizeError, match=r"record: .*text"):
        normalize.dumps(record, "headline")


@pytest.mark.parametrize("name", ["", "text", "Headline", "unknown"])
def test_format_that_cannot_be_written_is_refused_with_those_that_can(name: str) -> None:
    known = re.escape(", ".join(FORMS))
    with pytest.raises(NormalizeError, match=f"no format {name!r} .* {known}") as caught:
        normalize.dumps(Record(title=TITLE), name)
    assert caught.value.code == "format-unknown"


def test_file_is_written_in_utf_8() -> None:
    file = io.BytesIO()
    normalize.dump(Record(title="Снова дождь в городе", text=RAIN), file, "headline")
    assert file.getvalue() == f"Снова дождь в городе\n\n{RAIN}\n".encode()
