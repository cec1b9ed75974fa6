"""The gate over any bytes: it ends, its places are places, and what it mends says the same."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

import normalize
from normalize.gate import fixing
from normalize.gate.likeness import differing
from normalize.gate.settings import Plan, Settings

PIECES = st.sampled_from(
    [
        *("---\n", "title: Rain\n", "date: 2024-02-30\n", "date: 2024-04-08\n", "\n", "\n\n"),
        *(
            "<!--1712571302000-->\n",
            "[Rain](/rain?utm_source=a)\n",
            "<p>Rain fell.</p>",
            "# Rain\n",
        ),
        *(
            "Rain fell in the cafe\u0301.",
            "\u200b",
            "\u202e",
            "\r\n",
            "\r",
            "\x0c",
            "\u2028",
            "  ",
            "\t",
        ),
        *(
            "```\n",
            "<!-- \u200b -->",
            "\x08",
            "\ufeff",
            "\xe3\x80\x80",
            "雨が降った…",
            "cafÃ©",
            "\ufffd",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)
FILES = st.one_of(
    st.binary(max_size=200),
    TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    TEXTS.map(lambda text: b"\xef\xbb\xbf" + text.encode()),
    TEXTS.map(lambda text: text.encode("cp1252", "xmlcharrefreplace")),
    TEXTS.map(lambda text: text.encode("utf-16")),
)
EVERYTHING = Settings(select=("ALL",))


@contextmanager
def written(data: bytes) -> Iterator[Path]:
    """The bytes as a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.md")
        path.write_bytes(data)
        yield path


@given(FILES)
@example(b"\xff\xfe\x00\xd8")
@example("---\ntitle: \u0301\n---\n\u0301".encode())
def test_any_bytes_give_findings_with_places(data: bytes) -> None:
    length = len(normalize.parse(data).text)
    with written(data) as path:
        for found in normalize.check([path], EVERYTHING):
            found.message.encode()
            found.excerpt.encode()
            if found.start is not None:
                assert 0 <= found.start <= length
                assert found.end is None or found.start <= found.end <= length
                assert 0 <= found.column - 1 - found.excerpt_start <= len(found.excerpt)


@given(FILES)
@example("\ufeffRain again\r\n\nRain fell  \r\nin the cafe\u0301.\u2028".encode())
def test_what_is_mended_says_the_same_and_is_mended_once(data: bytes) -> None:
    plan = Plan(EVERYTHING)
    with written(data) as path:
        mended = fixing.mend(path, plan)
        before, after = (normalize.loads(d, name=str(path)) for d in (data, mended.after))
        assert differing(before, after) == ""
        path.write_bytes(mended.after)
        again = fixing.mend(path, plan)
        assert not again.is_changed
