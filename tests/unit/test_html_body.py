"""What HTML becomes: passages, with their texts, links, pictures and hints."""

import subprocess
import sys

import pytest

from normalize.bodies.html import nests, read
from normalize.bodies.html_hints import shares
from normalize.passage import Passage


def texts(source: str) -> list[tuple[str, str]]:
    return [(passage.type, passage.text) for passage in read(source)]


def only(source: str) -> Passage:
    (passage,) = read(source)
    return passage


def hints(source: str) -> list[set[str]]:
    return [set(passage.hints) for passage in read(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p> a\n <b>b</b>c </p>", [("paragraph", "a bc")]),
        ("a<div>b<p>c</p>d</div>e", [("paragraph", x) for x in "abcde"]),
        ("<p>a<p>b", [("paragraph", "a"), ("paragraph", "b")]),
        ("<p>a<br>b<br/>\n<br>c</p>", [("paragraph", "a\nb"), ("paragraph", "c")]),
        ("<br><p>&nbsp;</p>a&nbsp;&nbsp;b &amp; &lt;c&gt;", [("paragraph", "a b & <c>")]),
        ("<h2>a <i>b</i><br>c</h2><h1>d", [("heading", "a b c"), ("heading", "d")]),
        ("<blockquote>a<p>b</p></blockquote>", [("quote", "a"), ("quote", "b")]),
        ("<pre>\n a &lt; b\n\n  c\n</pre>", [("code", " a < b\n\n  c")]),
        ("<pre>a<br>b<b>c</b></pre>", [("code", "a\nbc")]),
        ("<xmp>a &amp; <b></xmp>", [("code", "a &amp; <b>")]),
        ("<ul><li>a<li>b</ul>", [("list", "a\nb")]),
        (
            "<figure><img src=x><figcaption>c</figcaption></figure>",
            [("image", ""), ("caption", "c")],
        ),
        ('<div class="wp-caption"><p class="wp-caption-text">c</p></div>', [("caption", "c")]),
        ("<dl><dt>a<dd>b</dl>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<ruby>漢<rp>(</rp><rt>kan<rp>)</rp></ruby>字", [("paragraph", "漢(kan)字")]),
        ("<title>t</title><head><meta charset=x></head><body>b</body>", [("paragraph", "b")]),
        (
            "<script>a</script><style>b</style><!-- c --><template><p>d</template>e",
            [("paragraph", "e")],
        ),
        ('<p hidden>a<p style="display: none">b<p style="color:red">c', [("paragraph", "c")]),
        (
            '<span class="sr-only">a</span><textarea>b</textarea><iframe>c</iframe>d',
            [("paragraph", "d")],
        ),
        ("<video>a <b>b</b></video><noscript>c</noscript>", [("paragraph", "c")]),
        ("<svg><title>a</title><path d='x'/><text>b</text></svg>", [("paragraph", "b")]),
        ("<p>cut off <a href=", [("paragraph", "cut off")]),
        ("", []),
        (" \n ", []),
    ],
)
def test_blocks_and_their_texts(source: str, expected: list[tuple[str, str]]) -> None:
    assert texts(source) == expected


def test_places_index_the_whole_text() -> None:
    source = "# not HTML <div>\n <p>a <b>b&amp;c</b> d</p> </div> not HTML"
    (passage,) = read(source, source.index("<div>"), source.index(" not HTML", 9))
    assert [source[start:end] for start, end in passage.pieces] == ["a ", "b&amp;c", " d"]
    assert source[passage.start : passage.end] == "<p>a <b>b&amp;c</b> d</p>"


def test_blanks_around_a_passage_are_in_no_piece() -> None:
    source = "<p>\n  <b> a </b> \n</p>"
    assert [source[slice(*piece)] for piece in only(source).pieces] == ["a"]


def test_heading_has_its_level() -> None:
    assert [passage.level for passage in read("<h1>a</h1><h6>b</h6><p>c</p>")] == [1, 6, None]


def test_nested_lists_are_flattened_into_items() -> None:
    passage = only("<ol><li>a<ul><li>b</ul>c<li><p>d</p><p>e <a href=/x>f</a></p></ol>")
    assert passage.items == ["a", "b", "c", "d\ne f"]
    assert passage.text == "a\nb\nc\nd\ne f"
    assert passage.links == [("/x", 10, 11)]


def test_code_in_an_item_parts_the_list() -> None:
    source = "<ol><li>a<pre>x\n y</pre>b</li><li>c</li></ol>"
    assert texts(source) == [("list", "a"), ("code", "x\n y"), ("list", "b\nc")]


def test_table_has_rows_and_keeps_empty_cells() -> None:
    passage = only("<table><thead><tr><th>a<th>b</thead><tr><td>c<br>d<td><tr><td></table>")
    assert passage.type == "table"
    assert passage.rows == [["a", "b"], ["c d", ""]]
    assert passage.text == "a\tb\nc d\t"


@pytest.mark.parametrize(
    "source",
    [
        "<table><tr><td>a<tr><td>b</table>",
        "<table><tr><td>a<td>b</table>",
        "<table role=presentation><tr><th>a</table><p>b</p>",
        "<table><tr><td>a<td><table><tr><td>b</table></table>",
    ],
)
def test_table_that_lays_out_leaves_its_paragraphs(source: str) -> None:
    assert texts(source) == [("paragraph", "a"), ("paragraph", "b")]


def test_line_below_a_picture_in_a_table_is_its_caption() -> None:
    source = "<table><tr><td><img src=a.jpg><tr><td>A view</table>"
    assert texts(source) == [("image", ""), ("caption", "A view")]


@pytest.mark.parametrize(
    ("source", "url", "spelled", "alt"),
    [
        ('<img alt="a &amp; b" src="x.jpg?a&amp;b">', "x.jpg?a&b", "x.jpg?a&amp;b", "a & b"),
        ("<img src=data:image/gif;base64,R0 data-src=real.jpg>", "real.jpg", "real.jpg", ""),
        ("<img src=blank.gif data-original='r.jpg'>", "r.jpg", "r.jpg", ""),
        ('<img srcset="a.jpg 300w, b.jpg 900w">', "b.jpg", "b.jpg", ""),
        (
            "<picture><source srcset='a.webp 1x'><img src='data:x'></picture>",
            "a.webp",
            "a.webp",
            "",
        ),
        ("<picture><source srcset=a.webp></picture>", "a.webp", "a.webp", ""),
        ("<video src=v.mp4 poster=p.jpg></video>", "p.jpg", "p.jpg", ""),
        ("<amp-img src=a.jpg></amp-img>", "a.jpg", "a.jpg", ""),
        ("<img src=/blank.gif data-original=a.jpg>", "a.jpg", "a.jpg", ""),
        ("<img src='data:image/gif;base64,x' data-lazy=a.jpg>", "a.jpg", "a.jpg", ""),
        ("<img data-srcset='a.jpg?x=1,2 1x, b.jpg 2.5x, c.jpg'>", "b.jpg", "b.jpg", ""),
    ],
)
def test_pictures_have_the_address_that_the_page_shows(
    source: str, url: str, spelled: str, alt: str
) -> None:
    passage = only(source)
    assert passage.type == "image"
    assert passage.url_span is not None
    assert (passage.url, source[slice(*passage.url_span)]) == (url, spelled)
    assert passage.text == alt
    assert len(passage.pieces) == bool(alt)


@pytest.mark.parametrize(
    "source",
    ["<img>", "<img src=''>", "<img src=count.gif width=1 height=1>", "<p hidden><img src=x>"],
)
def test_what_shows_no_picture(source: str) -> None:
    assert read(source) == []


def test_pictures_do_not_part_a_paragraph() -> None:
    source = "<p><img src=1>a <img src=2> b</p>"
    found = [(passage.text, passage.url) for passage in read(source)]
    assert found == [("", "1"), ("a b", None), ("", "2")]


@pytest.mark.parametrize(
    "source",
    [
        "<img src=data:x data-src=a.jpg><noscript><img src=a.jpg></noscript>",
        "<img src=data:x><noscript><img src=a.jpg></noscript>",
        "<img src=a.jpg><noscript><img src=a-full.jpg></noscript>",
    ],
)
def test_the_same_picture_for_browsers_without_scripts_counts_once(source: str) -> None:
    assert only(source).url == "a.jpg"


def test_links_have_their_place_in_the_text() -> None:
    passage = only("<p> 第一 <a href='/x?a&amp;b'> 二\n三 </a> 四<a href=/y>五</a></p>")
    assert passage.text == "第一 二 三 四五"
    assert passage.links == [("/x?a&b", 3, 6), ("/y", 8, 9)]


def test_links_go_through_blocks_and_around_pictures() -> None:
    found = read(
        "<a href=/x><h3>a</h3><p>b</p></a><a href=/y><img src=z></a><p>c<a href=/e></a></p>"
    )
    assert [passage.links for passage in found] == [
        [("/x", 0, 1)],
        [("/x", 0, 1)],
        [("/y", 0, 0)],
        [("/e", 1, 1)],
    ]


def test_media_that_a_page_embeds_are_links() -> None:
    source = "<p>a<iframe src=/b></iframe>c</p><iframe data-src=/d></iframe><p>e</p>"
    assert [passage.links for passage in read(source)] == [[("/b", 1, 1), ("/d", 2, 2)], []]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a</p><p><b>b</b> <strong>c</strong></p>", [set(), {"lead", "strong"}]),
        ("<p>a</p><p><em>b</em></p><p class=standfirst>c", [set(), {"lead"}, {"lead"}]),
        ("<p>a</p><p style='font-weight:700'>b</p>", [set(), {"lead", "strong"}]),
        ("<p>a</p><p><a href=x>b</a></p>", [set(), {"link-only"}]),
        ("<p>a</p><div class='articleShareBar'>b</div>", [set(), {"share"}]),
        ("<p>a</p><div data-share>b</div><div data-share=1>c</div>", [set(), {"share"}, set()]),
        ("<p>a</p><div data-selfpromo-newsletter>b</div>", [set(), {"promo"}]),
        ("<p>a</p><p class='shareholders has-ads'>b</p>", [set(), set()]),
        ("<p>a</p><nav>b</nav><div role=navigation>c</div>", [set(), {"nav"}, {"nav"}]),
        ("<aside>a</aside><footer>b</footer><p>c", [{"aside"}, {"footer"}, set()]),
        ("<p>a</p><div id=comments><p>b</p></div>", [set(), {"comment"}]),
        ("<p>a</p><ul class=related-posts><li>b</ul>", [set(), {"related"}]),
        ("<p>a</p><time>b</time>", [set(), {"time"}]),
        ("<p>a</p><p>b <a rel=author href=x>c</a></p>", [set(), {"byline"}]),
        (
            "<p>a</p><hr><p>b</p><hr><p>c</p><p>d</p>",
            [set(), {"rule"}, {"rule", "after-rule"}, {"after-rule"}],
        ),
        ("<p class=lead>a</p><p class=lead>b</p>", [set(), set()]),
    ],
)
def test_hints_say_what_the_markup_says(source: str, expected: list[set[str]]) -> None:
    assert hints(source) == expected


def test_a_label_of_share_links_without_text_shares() -> None:
    link = "<a href='https://www.facebook.com/dialog/share?x'><span></span></a>"
    source = f"<p>a</p><div><div>Share :</div><div>{link}{link}</div></div>"
    assert hints(source) == [set(), {"share"}]
    assert hints(f"<p>a</p><p>b</p>{link}") == [set(), set()]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.facebook.com/sharer.php?u=x", True),
        ("//x.com/intent/post?text=x", True),
        ("whatsapp://send?text=x", True),
        ("https://api.whatsapp.com/send?text=x", True),
        ("https://t.me/share/url?url=x", True),
        ("https://www.linkedin.com/shareArticle?mini=true", True),
        ("mailto:?subject=x", True),
        ("https://www.facebook.com/someone", False),
        ("https://x.com/someone/status/1", False),
        ("mailto:desk@example.org", False),
        ("/share", False),
    ],
)
def test_share_links(url: str, expected: bool) -> None:
    assert shares(url) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b>1<p>2</b>3</p>", [("paragraph", "1"), ("paragraph", "23")]),
        ("<p><b>1</p><p>2</b>3</p>", [("paragraph", "1"), ("paragraph", "23")]),
        ("<p><span>1<div>2</div>3</span></p>", [("paragraph", x) for x in "123"]),
        ("<a href=x>1<a href=y>2</a>", [("paragraph", "12")]),
        ("<i><span>1</i>2</span>3", [("paragraph", "123")]),
        ("<h1>1</h2>2", [("heading", "1"), ("paragraph", "2")]),
        ("<ul><li><div>1<li>2</ul>3", [("list", "1\n2"), ("paragraph", "3")]),
        ("<table><tr><td><b>1<tr><td>2</table>3", [("paragraph", x) for x in "123"]),
        ("<button>1<button>2</button>3", [("paragraph", "123")]),
        ("<svg><p>1</p></svg>2", [("paragraph", "1"), ("paragraph", "2")]),
    ],
)
def test_tags_that_do_not_nest_are_mended_as_browsers_do(
    source: str, expected: list[tuple[str, str]]
) -> None:
    assert not nests(source)
    assert texts(source) == expected


def test_formatting_goes_on_where_it_was_cut_off() -> None:
    found = read("<p>0</p><p><b>1</p><p>2</b></p><p>3</p><a href=x>4<a href=y>5</a>")
    assert [set(passage.hints) for passage in found] == [
        set(),
        {"lead", "strong"},
        {"lead", "strong"},
        set(),
        {"link-only"},
    ]
    assert found[-1].links == [("x", 0, 1), ("y", 1, 2)]


def test_text_in_a_table_but_in_no_cell_keeps_its_place() -> None:
    found = read("<table>a<b><tr><td>b</b></td>c</table>d")
    assert "".join(passage.text for passage in found) == "abcd"


def test_the_tree_builder_is_not_imported_for_what_nests() -> None:
    program = (
        "import sys; from normalize.bodies.html import read\n"
        "print(len(read('<p>a<p>b</i><br>c')), 'bs4' in sys.modules)\n"
        "print(len(read('<b>a<p>b</b>c')), 'bs4' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.split() == [b"2", b"False", b"2", b"True"]


@pytest.mark.parametrize("unit", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<p><span><div>"])
def test_nesting_without_bound_is_read(unit: str) -> None:
    (passage,) = read(unit * 30_000 + "end")
    assert passage.text == "end"


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ("<p>a</p><iframe src=/v></iframe><p>b</p>", [[("/v", 1, 1)], []]),
        ("<iframe src=about:blank data-src=/v></iframe><p>a</p>", [[("/v", 0, 0)]]),
        ("<p>a<video src=/v></video>b</p>", [[("/v", 1, 1)]]),
        ("<p>a</p><video><source src=/v.mp4><source src=/v.webm>no</video>", [[("/v.mp4", 1, 1)]]),
        ("<p>a</p><audio><source src=/s.mp3></audio>", [[("/s.mp3", 1, 1)]]),
        ("<audio src=/s.mp3></audio><p>a</p>", [[("/s.mp3", 0, 0)]]),
        ("<p>a</p><object data=/o><embed src=/o></object>", [[("/o", 1, 1)]]),
        ("<p>a</p><img src=i.png><iframe src=/v></iframe>", [[("/v", 1, 1)], []]),
    ],
)
def test_what_is_embedded_is_a_link_where_it_stands(
    source: str, links: list[list[tuple[str, int, int]]]
) -> None:
    assert [passage.links for passage in read(source)] == links


def test_numbers_of_the_lines_of_code_are_no_text() -> None:
    row = "<tr><td><pre>{}</pre></td><td><pre>x = 1\ny = 2</pre></td></tr>"
    assert texts(f"<table>{row.format('1<br>2')}</table>") == [("code", "x = 1\ny = 2")]
    assert texts(f"<table>{row.format('3<br>4')}</table>")[0] == ("code", "3\n4")


@pytest.mark.parametrize(
    ("name", "said"),
    [("r-ad9z0x", set()), ("css-1q9ad", set()), ("ad", {"promo"}), ("col ad-300x250", {"promo"})],
)
def test_letters_of_generated_class_names_say_nothing(name: str, said: set[str]) -> None:
    assert hints(f"<p class='{name}'>a</p><p>b</p>") == [said, set()]


def test_attributes_left_empty_and_words_that_lead_to_their_tags_make_no_meta_line() -> None:
    assert hints("<blockquote data-author-name=''>a</blockquote><p>b</p>") == [set(), set()]
    said = "He wrote in his book of <a rel=tag href=/t>memory</a> and of what it is to the many."
    assert hints(f"<p>{said}</p><p>b</p>") == [set(), set()]
    mixed = "<a rel=tag href=/t>Files</a> | <a href=/x>Memory</a>"
    assert hints(f"<p>{mixed}</p><p>b</p>") == [set(), set()]
    assert hints("<p>In: <a rel=tag href=/t>memory</a></p><p>b</p>") == [{"tags"}, set()]
