"""Which kind of body a text is: tags and marks that are only spoken of decide nothing."""

import pytest

from normalize.bodies import BodyKind, kind, plain

LINES = "\n".join(f"Line {n} of a page whose every block became a line." for n in range(12))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{LINES}\n# clone it git clone <repo url> # and {'so on ' * 40}", "text"),
        (f"{LINES}\n\n# a comment in code", "text"),
        (f"# {'one line that opens the text and is no heading ' * 6}\n{LINES}", "text"),
        (f"{LINES}\n\n## One\n\ntext\n\n## Two\n\ntext", "markdown"),
        (f"# One\n\n{LINES}", "markdown"),
        (f"{LINES}\nsee [the page](https://a.test/)", "markdown"),
        (f"{LINES}\n```\nx\n```", "markdown"),
        (f"{LINES}\nB --> C[Cache<br/>of pages] and </div>", "text"),
        ("First line<br>\nsecond line<br>\nthird line", "html"),
        ("Text that opens.<p>More.</p>", "html"),
        ("<p>Text</p>", "html"),
    ],
)
def test_kind_needs_more_than_a_lone_mark(body: str, expected: BodyKind) -> None:
    assert kind(body, 0) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<!-- more -->\n\nRain fell.\n", "markdown"),
        ("<!-- one -->\n<!-- two -->\n<p>Rain fell.</p>\n", "html"),
        ("<div>\n\n![](/rain.jpg)\n\n</div>\n\nRain fell.\n", "markdown"),
        ("<p>Rain fell.</p>\n\nSee [the gauge](https://a.test/).\n", "markdown"),
        ("<p>Rain fell.</p>\n\n```\nmm\n```\n", "markdown"),
        ("<p>Rain fell.</p>\n\n[<img src=/a.jpg>][1]\n\n [1]: https://a.test/\n", "markdown"),
        ("<p>Rain fell.</p>\n<pre>\n```\n[mm](https://a.test/)\n```\n</pre>\n", "html"),
        ("<p>Rain fell.\n<b>See</b> [the gauge](https://a.test/).</p>\n", "html"),
        ("<p>Rain fell.</p>\n", "html"),
    ],
)
def test_markdown_below_a_header_may_open_with_tags(body: str, expected: BodyKind) -> None:
    assert kind(body, 0, "markdown") == expected


@pytest.mark.parametrize("sign", ["\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_lines_are_the_same_beside_another_line_end(sign: str) -> None:
    text = "\n • One  line \n\t\x1c\n----\nAnother\xa0one\x1d with more\u3000\n*\n- a\n"
    alone = [(p.text, p.pieces) for p in plain.read(text)]
    assert alone == [(p.text, p.pieces) for p in plain.read(f"{text}{sign}end")][:-1]
    assert [said for said, _ in alone] == ["One line", "Another one with more", "*", "- a"]
