"""The head of whole pages: what is claimed, what it states, and where that stands."""

import pytest

import normalize
from normalize import NormalizeError, Record
from normalize.detection import peel
from normalize.layers import html_head, meta_names
from normalize.layers.page_titles import headings, part

RAIN = "Rain fell in the night, and by the morning the streets of the old town were under water."
SNOW = "Snow followed in the week after it, and the trams of the old town stood still for a day."


def page(head: str, body: str = f"<p>{RAIN}</p>", tag: str = "<html>") -> str:
    head = head if head.endswith(" ") else f"{head}\n"
    return f"<!DOCTYPE html>\n{tag}\n<head>\n{head}</head>\n<body>\n{body}\n</body>\n</html>\n"


def spelled(text: str, field: str) -> list[str]:
    """What the spans of a field stand on."""
    document = normalize.parse(text)
    return [document.text[a:b] for a, b in document.spans.get(field, ())]


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ('<meta property="og:title" content="Rain in Oslo">', "Rain in Oslo"),
        ("<meta property='og:title' content='Rain in Oslo'>", "Rain in Oslo"),
        ("<meta property=og:title content=Rain>", "Rain"),
        ("<meta property=og:title content=Rain/>", "Rain/"),
        ('<meta content="Rain in Oslo" property="og:title"/>', "Rain in Oslo"),
        ('<META PROPERTY="OG:Title" CONTENT="Rain in Oslo">', "Rain in Oslo"),
        ('<meta name="viewport" property="og:title" content="Rain in Oslo">', "Rain in Oslo"),
        ('<meta property="og:title twitter:title" content="Rain in Oslo">', "Rain in Oslo"),
        ('<meta property = "og:title"\n  content = "Rain\n  in Oslo" >', "Rain in Oslo"),
        ('<meta property="og:title" content="a > b">', "a > b"),
        ('<meta property="og:title" content="Ferry &amp; rain&#39;s &quot;end&quot;">', None),
        ('<meta property="og:title" content="Rain" content="Snow">', "Rain"),
        ("<title>Rain in Oslo</title>", "Rain in Oslo"),
        ("<TITLE lang=en>\n  Rain\n  in Oslo\n</TITLE >", "Rain in Oslo"),
        ("<title>Rain &lt;b&gt; <b>in</b> &Oslash;slo</title>", "Rain <b> <b>in</b> Øslo"),
        ("<title>It's <!-- no comment --> rain</title>", "It's <!-- no comment --> rain"),
        ("<title>Rain</title><title>Snow</title>", "Rain"),
        ("<title></title><meta name=title content=Rain>", "Rain"),
    ],
)
def test_title_in_any_quoting(tag: str, title: str | None) -> None:
    record = normalize.loads(page(tag))
    assert record.format == "html-page"
    assert record.title == (title or 'Ferry & rain\'s "end"')
    assert record.text == RAIN


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<title></title>",
        "<title> \n </title>",
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        '<meta name="date" content="">',
        '<!-- <title>Rain</title> <meta name="date" content="2024-04-09"> -->',
        "<script>var a = '<title>Rain</title>';</script>",
        "<style>/* <title>Rain</title> */</style>",
        "<noscript><title>Rain</title></noscript>",
        "<template><title>Rain</title></template>",
        '<link rel="stylesheet" href="https://a.example/b.css">',
        '<link rel="canonical" href="/rain">',
        '<link rel="canonical" href="mailto:a@b.example">',
        '<meta property="og:url" content="https://a.example/a b">',
        '<meta name="author" content="https://a.example/ann">',
        '<meta name="title">',
        '<script type="application/ld+json">{"@type": "WebSite", "name": "Rain"}</script>',
        '<script type="application/json">{"@type": "Article", "headline": "Rain"}</script>',
    ],
)
def test_head_that_states_nothing_of_an_article_is_left_to_the_body(head: str) -> None:
    text = page(head, tag='<html lang="de">')
    assert peel(text).format.name == "html"
    record = normalize.loads(text)
    assert (record.format, record.title, record.language) == ("html", None, "en")


@pytest.mark.parametrize(
    "text",
    [
        f"<html><head><title>Rain</title><body><p>{RAIN}</p></body></html>",
        f"<html><title>Rain</title></head><body><p>{RAIN}</p></body></html>",
        f"<html><head><title>Rain</head><body><p>{RAIN}</p></body></html>",
        f'<html><head><meta name="title content=Rain></head><body><p>{RAIN}</p></body></html>',
        f"<header><title>Rain</title></header><p>{RAIN}</p>",
        f"<p>a</p><html><head><title>Rain</title></head><body><p>{RAIN}</p></body></html>",
        f"<html><body><head><title>Rain</title></head><p>{RAIN}</p></body></html>",
    ],
)
def test_head_that_is_not_whole_is_none(text: str) -> None:
    assert peel(text).format.name == "html"


@pytest.mark.parametrize(
    "before",
    [
        *("", "\ufeff", " \n\t\r\n", "<!DOCTYPE html>", "<!doctype HTML PUBLIC '-//W3C//DTD'>"),
        *("<!-- saved -->\n<!doctype html>\n<!-- a - b -- c -->\n", "<!-->", "<!--->"),
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n',
        *("<html>", '<HTML LANG="en" data-a=">">\n', "<!doctype html><html xmlns:og='a'>"),
    ],
)
@pytest.mark.parametrize("after", ["", "<body>", "\n<!-- a -->\n<BODY class='a > b'>", "<body\n>"])
def test_what_may_stand_around_the_head(before: str, after: str) -> None:
    head = "<Head prefix='og: x'><title>Rain</title></HEAD >"
    text = f"{before}{head}{after}<p>{RAIN}</p>"
    document = normalize.parse(text.encode())
    assert (document.record.format, document.record.title) == ("html-page", "Rain")
    assert document.record.text == RAIN
    assert document.text[peel(document.text).start :] == f"<p>{RAIN}</p>"


def test_script_ends_at_its_own_tag_alone() -> None:
    script = "<script>if (a < b) { c = '</head><title>Snow</title>'; }</script>"
    record = normalize.loads(page(f"{script}<title>Rain</title>"))
    assert (record.title, record.text) == ("Rain", RAIN)


def test_metadata_in_the_body_is_none() -> None:
    body = f'<meta name="date" content="2024-04-09"><p>{RAIN}</p>'
    record = normalize.loads(page("<title>Rain</title>", body))
    assert (record.published, record.text) == (None, RAIN)


def test_head_ends_where_a_browser_begins_the_body() -> None:
    text = page(f'<title>Rain</title>\n<p>{SNOW}</p><meta name="date" content="2024-04-09">')
    document = normalize.parse(text)
    record = document.record
    assert (record.format, record.title, record.published) == ("html-page", "Rain", None)
    assert record.text == f"{SNOW}\n\n{RAIN}"
    (problem,) = record.problems
    assert (problem.code, problem.severity) == ("html-head-broken", "warning")
    assert problem.start == text.index("<p>")
    assert problem.message.startswith("line 5, column 1: ")


@pytest.mark.parametrize(
    ("head", "published", "modified"),
    [
        ('<meta property="article:published_time" content="2024-04-09T13:00:00+07:00">', 1, 0),
        ('<meta itemprop="datePublished" content="2024-04-09T13:00:00+07:00">', 1, 0),
        ('<meta name="parsely-pub-date" content="2024-04-09T13:00:00+07:00">', 1, 0),
        ('<meta name="DC.date.issued" content="2024-04-09T13:00:00+07:00">', 1, 0),
        ('<meta name="dc:date:issued" content="2024-04-09T13:00:00+07:00">', 1, 0),
        ('<meta name="sailthru.date" content="2024-04-09T13:00:00+07:00">', 1, 0),
        ('<meta http-equiv="Last-Modified" content="2024-04-09T13:00:00+07:00">', 0, 1),
        ('<meta property="og:updated_time" content="2024-04-09T13:00:00+07:00">', 0, 1),
        ('<meta name="dcterms.modified" content="2024-04-09T13:00:00+07:00">', 0, 1),
        ('<meta name="expires" content="2024-04-09T13:00:00+07:00">', 0, 0),
    ],
)
def test_dates_by_their_names(head: str, published: int, modified: int) -> None:
    record = normalize.loads(page(f"<title>Rain</title>{head}"))
    when = "2024-04-09T13:00:00+07:00"
    assert record.published == (when if published else None)
    assert record.modified == (when if modified else None)
    assert {d.origin for d in record.dates if d.chosen} <= {"html-head"}


def test_every_witness_of_a_date_is_kept_and_the_rule_chooses() -> None:
    head = (
        '<meta name="date" content="2024-04-09"><meta name="pubdate" content="2024-04-09 13:00">'
        '<meta property="article:published_time" content="2024-04-09T06:00:00Z">'
    )
    record = normalize.loads(page(f"<title>Rain</title>{head}"))
    assert record.published == "2024-04-09T06:00:00Z"
    assert sorted(d.value for d in record.dates) == [
        *("2024-04-09", "2024-04-09T06:00:00Z", "2024-04-09T13:00")
    ]


def test_date_that_does_not_exist_is_invalid() -> None:
    record = normalize.loads(page('<title>Rain</title><meta name="date" content="2024-02-30">'))
    assert (record.published, record.missing["published"]) == (None, "invalid")
    assert "date-invalid" in [p.code for p in record.problems]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Rain again in the Oslo hills | The Northwire</title>", "", None),
        ("<title>The Northwire | Rain again in the Oslo hills</title>", "", None),
        (
            "<title>Rain again in the Oslo hills - Northwire</title>"
            '<meta property="og:site_name" content="Northwire">',
            "",
            None,
        ),
        (
            '<meta property="og:title" content="Northwire: Rain again in the Oslo hills">'
            '<meta property="og:site_name" content="Northwire">',
            "",
            None,
        ),
        (
            "<title>Rain again in the Oslo hills &mdash; All the news of the north</title>",
            "<h1><a href='/r'>Rain again</a><br>in the Oslo hills</h1>",
            None,
        ),
        (
            "<title>Rain again in the Oslo hills - weather</title>"
            '<meta property="og:title" content="Rain again in the Oslo hills">',
            "",
            None,
        ),
        (
            '<meta property="og:title" content="You will not believe this rain">'
            "<title>Rain again in the Oslo hills</title>",
            "<h1>Rain again in the Oslo hills</h1>",
            None,
        ),
        (
            '<meta property="og:title" content="You will not believe this rain">'
            "<title>Rain again in the Oslo hills</title>",
            "",
            "You will not believe this rain",
        ),
        (
            "<title>Rain in the hills | Oslo</title>",
            "<h1>Rain in the hills | Oslo</h1>",
            "Rain in the hills | Oslo",
        ),
        ("<title>Rain - snow - hail</title>", "<h1>Weather</h1>", "Rain - snow - hail"),
        ("<title>Rain again - Daily</title>", "<h1>Rain again</h1>", "Rain again"),
        ("<title>Daily | Rain again</title>", "<h1>Rain again</h1>", "Rain again"),
        ("<title>Weather | Rain again</title>", "<h1>Weather</h1>", "Weather | Rain again"),
    ],
)
def test_title_is_without_the_name_of_its_site(head: str, body: str, title: str | None) -> None:
    record = normalize.loads(page(head, f"{body}<p>{RAIN}</p>"))
    assert record.title == (title or "Rain again in the Oslo hills")
    is_heading = body and record.title not in body and "<br>" not in body
    assert record.text == (f"Weather\n\n{RAIN}" if is_heading else RAIN)


def test_heading_that_says_the_title_again_is_no_text_wherever_it_stands() -> None:
    teasers = "".join(f"<p>Headline of a teaser {n}</p>" for n in "abcdefghijkl")
    body = f"<div>{teasers}</div><h1>Rain in Oslo</h1><p>{RAIN}</p>"
    record = normalize.loads(page("<title>Rain in Oslo</title>", body))
    assert "Rain in Oslo" not in record.text
    assert record.text.endswith(RAIN)


def test_other_titles_are_told() -> None:
    head = '<meta property="og:title" content="Rain in Oslo"><title>Snow in Bergen</title>'
    record = normalize.loads(page(head))
    assert record.title == "Rain in Oslo"
    assert [p.code for p in record.problems] == ["title-conflict"]


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://a.example/1">', "https://a.example/1"),
        ('<link href=" http://a.example/1?a=1&amp;b=2 " rel="Canonical">', None),
        ('<meta property="og:url" content="http://a.example/1?a=1&b=2">', None),
        (
            '<meta property="og:url" content="https://a.example/2">'
            '<link rel="shortlink canonical" href="https://a.example/1">',
            "https://a.example/1",
        ),
        (
            '<meta property="og:url" content="https://a.example/2">'
            '<link rel="canonical" href="/1">',
            "https://a.example/2",
        ),
    ],
)
def test_address_is_whole(head: str, url: str | None) -> None:
    text = page(f"<title>Rain</title>{head}")
    record = normalize.loads(text)
    assert record.url == (url or "http://a.example/1?a=1&b=2")
    assert record.site == "a.example"
    assert len(spelled(text, "url")) == 1


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ('<meta name="author" content="Ada Holt">', ("Ada Holt",)),
        ('<meta name="author" content="Holt, Ada">', ("Holt, Ada",)),
        ('<meta name="authors" content="Ada Holt, Bo Rain">', ("Ada Holt", "Bo Rain")),
        ('<meta name="authors" content="Holt, Ada; Rain, Bo">', ("Holt, Ada", "Rain, Bo")),
        (
            '<meta name="author" content="Ada Holt"><meta name="author" content="Bo Rain">',
            ("Ada Holt", "Bo Rain"),
        ),
        ('<meta property="article:author" content="https://face.example/ada">', ()),
        ('<meta property="article:author" content="Ada Holt">', ("Ada Holt",)),
        ('<meta name="twitter:creator" content="@ada">', ()),
        ('<meta name="author" content="@ada">', ()),
        (
            '<meta name="author" content="the northwire">'
            '<meta property="og:site_name" content="The Northwire">'
            '<meta name="byl" content="Ada Holt">',
            ("Ada Holt",),
        ),
        (
            '<meta name="author" content="Ada Holt"><meta name="parsely-author" content="Desk">',
            ("Ada Holt",),
        ),
    ],
)
def test_authors_are_people(head: str, authors: tuple[str, ...]) -> None:
    assert normalize.loads(page(f"<title>Rain</title>{head}")).authors == authors


def test_rest_of_the_metadata() -> None:
    head = """<title>Rain</title>
        <meta name="description" content="It &amp; they  rained.">
        <meta property="og:description" content="Of another length.">
        <meta property="og:image" content="/a.png">
        <meta property="og:image:alt" content="The sea">
        <meta property="og:image" content="/b.png">
        <meta name="keywords" content="rain, old town,">
        <meta property="article:tag" content="Oslo, Norway">
        <meta property="article:section" content="Weather">
        <meta name="Category" content="North">
        <meta name="slug" content="rain-again">
        <meta name="save_as" content="rain.html">
        <meta name="generator" content="Pelican">"""
    record = normalize.loads(page(head, tag="<html lang='en_gb'>"))
    assert (record.summary, record.language) == ("It & they rained.", "en-GB")
    assert record.image == normalize.Image("/a.png", "The sea")
    assert record.tags == ("Oslo, Norway", "rain", "old town")
    assert record.categories == ("Weather", "North")
    assert record.extra == {"slug": "rain-again", "save_as": "rain.html"}


@pytest.mark.parametrize(
    ("tag", "head", "language"),
    [
        ("<html lang=vi>", "", "vi"),
        ("<html lang=''>", '<meta property="og:locale" content="nb_NO">', "nb-NO"),
        ("<html>", '<meta http-equiv="content-language" content="de">', "de"),
        ("<html lang='?'>", "", "en"),
    ],
)
def test_language_is_the_one_that_is_stated(tag: str, head: str, language: str) -> None:
    assert normalize.loads(page(f"<title>Rain</title>{head}", tag=tag)).language == language


ARTICLE = (
    '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Rain &amp; \\u0022snow'
    '\\u0022", "datePublished": "2024-04-09", "url": "https:\\/\\/a.example\\/1",'
    ' "author": {"@type": "Person", "name": "Ada Holt", "url": "https://a.example/ada"}}'
)


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        f"\n [ {ARTICLE} ] ",
        f'{{"@graph": [{{"@type": "WebPage", "name": "x"}}, {ARTICLE}]}}',
        f'[[{{"@type": "Person", "name": "x"}}], [{ARTICLE}], {ARTICLE.replace("Rain", "Hail")}]',
        ARTICLE.replace('"NewsArticle"', '["Thing", "http://schema.org/BlogPosting"]'),
        ARTICLE.replace(
            '{"@type": "Person"', '[{"@type": "Organization", "name": "AP"}, {"x": 1'
        ).replace('"https://a.example/ada"}', '""}]'),
        ARTICLE.replace('"url"', '"mainEntityOfPage"', 1),
        ARTICLE.replace(
            '"https:\\/\\/a.example\\/1"', '{"@id": "https:\\/\\/a.example\\/1"}'
        ).replace('"url"', '"mainEntityOfPage"', 1),
    ],
)
def test_linked_data_of_an_article(data: str) -> None:
    text = page(f'<script type="application/ld+json">{data}</script>')
    record = normalize.loads(text)
    assert (record.format, record.title) == ("html-page", 'Rain & "snow"')
    assert (record.published, record.url) == ("2024-04-09", "https://a.example/1")
    assert record.authors == ("Ada Holt",)
    assert spelled(text, "title") == ["Rain &amp; \\u0022snow\\u0022"]
    assert spelled(text, "url") == ["https:\\/\\/a.example\\/1"]
    assert record.problems == ()


def test_linked_data_that_breaks_off_is_read_up_to_there() -> None:
    data = ARTICLE[:-1] + ', "dateModified": }'
    text = page(f'<script type="application/ld+json">{data}</script><title>Rain</title>')
    record = normalize.loads(text)
    assert (record.title, record.published) == ('Rain & "snow"', "2024-04-09")
    broken = [p for p in record.problems if p.code == "linked-data-broken"]
    assert [p.start for p in broken] == [text.index("}</script>")]


def test_line_breaks_within_linked_data_are_no_fault() -> None:
    data = '{"@type": "Article", "headline": "Rain\n in Oslo",\n "description": "a\tb"}'
    record = normalize.loads(page(f'<script type="application/ld+json">{data}</script>'))
    assert (record.title, record.summary, record.problems) == ("Rain in Oslo", "a b", ())


@pytest.mark.parametrize("depth", [70, 10_000])
def test_linked_data_that_is_nested_too_deeply_is_told(depth: int) -> None:
    data = f'{{"@type": "Article", "headline": "Rain", "x": {"[" * depth}{"]" * depth}}}'
    record = normalize.loads(page(f'<script type="application/ld+json">{data}</script>'))
    assert "linked-data-broken" in [p.code for p in record.problems]
    assert record.title == "Rain"


@pytest.mark.parametrize("data", ["", "x", "[", "{", "]", '"a"', "[1, null, [2]]", '{"@graph": 1}'])
def test_linked_data_without_an_article_states_nothing(data: str) -> None:
    text = page(f'<script type="application/ld+json">{data}</script><title>Rain</title>')
    record = normalize.loads(text)
    assert (record.title, record.text) == ("Rain", RAIN)
    assert {p.code for p in record.problems} <= {"linked-data-broken"}


def test_long_head_is_read() -> None:
    style = "<style>" + "a { color: red }\n" * 60_000 + "</style>"
    record = normalize.loads(page(f"{style}<title>Rain</title>"))
    assert (record.format, record.title, record.text) == ("html-page", "Rain", RAIN)


EDITED = [
    ('<meta name=author content="Ada">', "authors", ("Bo",), '<meta name=author content="Bo">'),
    ("<meta name=author content=Ada>", "authors", ("Bo X",), '<meta name=author content="Bo X">'),
    ("<meta name=author content= >", "authors", ("Bo",), '<meta name="author" content="Bo">\n'),
    ("<meta name=date content=''>", "published", "2024-04-09", "content='2024-04-09'"),
    (
        "<meta name=description content=' a &amp; b '>",
        "summary",
        "\"c\" < 'd' & e",
        "content=' &quot;c&quot; &lt; &#x27;d&#x27; &amp; e '>",
    ),
    ("<link rel=canonical href='https://a.b/1'>", "url", "https://a.b/?c&d=e", "/?c&amp;d=e'>"),
    ("<meta name=keywords content='a, b'>", "tags", ("c", "d", "e"), "content='c, d, e'>"),
    (
        '<meta property="article:tag" content="a"><meta property="article:tag" content="b">',
        "tags",
        ("c", "d"),
        '<meta property="article:tag" content="c"><meta property="article:tag" content="d">',
    ),
    (
        '<meta property="og:image" content="/a.png"><meta property="og:image:alt" content="b">',
        "image",
        "/c.png",
        '<meta property="og:image" content="/c.png"><meta property="og:image:alt" content="b">',
    ),
    ("", "modified", "2024-04-10", '<meta property="article:modified_time" content="2024-04-10">'),
    ("", "language", "vi", '<html lang="vi">'),
    ("\n  ", "url", "https://a.b/1", '\n  <link rel="canonical" href="https://a.b/1">\n  </head>'),
    ("", "categories", ("a", "b"), '<meta property="article:section" content="b">\n</head>'),
    (
        '<script type="application/ld+json">{"@type": "Article", "dateModified": "2024"}</script>',
        "modified",
        "2024-04-10",
        '"dateModified": "2024-04-10"}',
    ),
    (
        '<script type="application/ld+json">{"@type":"Article","description":" a "}</script>',
        "summary",
        '"b" </script> \\',
        '"description":" \\"b\\" \\u003c/script> \\\\ "}',
    ),
]


@pytest.mark.parametrize(("head", "field", "new", "there"), EDITED)
def test_edit_keeps_the_spelling_of_its_place(
    head: str, field: str, new: str | tuple[str, ...], there: str
) -> None:
    before = normalize.parse(page(f"<title>Rain</title>{head}"))
    after = before.replace(**{field: new})
    found = getattr(after.record, field)
    assert (found.url if field == "image" else found) == new
    assert there in after.text
    assert after.record.text == RAIN


def test_edit_of_the_title_reaches_every_place_and_leaves_the_name_of_the_site() -> None:
    head = (
        '<meta property="og:title" content="Rain &amp; snow in the Oslo hills">'
        "<title>Rain &amp; snow in the Oslo hills | The Northwire &amp; Post</title>"
        '<script type="application/ld+json">{"@type": "Article",'
        ' "headline": "Rain & snow in the Oslo hills"}</script>'
    )
    body = f"<h1>Rain &amp; snow in the Oslo hills</h1><p>{RAIN}</p>"
    before = normalize.parse(page(head, body))
    after = before.replace(title="Fog & hail over Bergen today")
    assert after.record.title == "Fog & hail over Bergen today"
    assert after.text == before.text.replace(
        "Rain &amp; snow in the Oslo hills", "Fog &amp; hail over Bergen today"
    ).replace("Rain & snow in the Oslo hills", "Fog & hail over Bergen today")
    assert after.record.problems == ()


@pytest.mark.parametrize(
    ("head", "field", "new"),
    [
        ("", "title", "Rain again in the Oslo hills | Oslo"),
        ("", "summary", "a\nb"),
        ("<meta name=author content=Ada>", "authors", ("Bo", "Cy")),
        ("<meta name=keywords content=a>", "tags", ("a, b",)),
        ("", "url", "/rain"),
    ],
)
def test_edit_that_would_read_otherwise_is_refused(
    head: str, field: str, new: str | tuple[str, ...]
) -> None:
    with pytest.raises(NormalizeError) as refusal:
        normalize.parse(page(f"<title>Rain</title>{head}")).replace(**{field: new})
    assert refusal.value.code == "not-carried"


@pytest.mark.parametrize(
    "record",
    [
        Record(text=RAIN),
        Record(language="vi", text=RAIN),
        Record(title="Rain again in the Oslo hills | Oslo", text=RAIN),
        Record(title="Rain", url="rain.html", text=RAIN),
        Record(title="Rain", url="ftp://a.example/1", text=RAIN),
        Record(title="Rain", tags=("a, b",), text=RAIN),
        Record(title="Rain", summary="a\nb", text=RAIN),
        Record(title="Rain", extra={"viewport": "a"}, text=RAIN),
        Record(title="Rain", extra={"slug": ["a"]}, text=RAIN),
    ],
)
def test_writing_refuses_what_it_cannot_carry(record: Record) -> None:
    with pytest.raises(NormalizeError) as refusal:
        normalize.dumps(record, "html-page")
    assert refusal.value.code == "not-carried"


def test_each_name_means_one_thing() -> None:
    names = [meta_names.fold(name) for named in meta_names.NAMES.values() for name in named.split()]
    assert len(names) == len(set(names))


def test_headings_are_those_of_the_first_level() -> None:
    text = "<h1>a<h1 class=b>b &amp; <i>c</i></h1><h10>d</h10><h2>e</h2><H1\n> \n</H1><h1>f</h1 >"
    assert headings(text, 0) == ["b & c", "f"]


def test_part_of_a_title_stands_where_it_is_spelled() -> None:
    spelled = "A &amp;\n b&nbsp;| C"
    said = "A & b | C"
    assert part(spelled, 10, said, (0, 5)) == (10, 20)
    assert spelled[:10] == "A &amp;\n b"
    assert part(spelled, 10, said, (8, 9)) == (28, 29)


def test_other_texts_are_rejected_at_their_first_characters() -> None:
    for text in (RAIN, "---\ntitle: a\n---\n", "<p>a</p>", "# Rain\n", "", "<head", "<!-- a -->"):
        assert html_head.LAYER.read(text, 0, ()) is None


MASTHEAD = "<p>Tuesday, 16 April 2024</p>"


@pytest.mark.parametrize(
    ("above", "below", "published"),
    [
        ("", "<p>9 April 2024 13:00</p>", "2024-04-09T13:00"),
        (MASTHEAD, "<p>9 April 2024 13:00</p>", "2024-04-09T13:00"),
        ("<p>16 April 2024 08:15</p>", "<p>9 April 2024 13:00</p>", "2024-04-09T13:00"),
        (MASTHEAD, "", None),
    ],
)
def test_clock_of_the_site_above_the_headline_dates_nothing(
    above: str, below: str, published: str | None
) -> None:
    body = f"{above}<h1>Rain in Oslo</h1>{below}<p>{RAIN}</p><p>{SNOW}</p>"
    record = normalize.loads(page("<title>Rain in Oslo</title>", body))
    assert (record.published, record.text) == (published, f"{RAIN}\n\n{SNOW}")
