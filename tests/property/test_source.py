"""Decoding any bytes: nothing raised, nothing lost, every offset exact."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from normalize.encodings import MARKS, STATEFUL, family, read, write
from normalize.source import decode, from_str

ENCODINGS = (
    "utf-8",
    "utf-16le",
    "utf-16be",
    "utf-32le",
    "gb18030",
    "big5",
    "big5-hkscs",
    "cp950",
    "shift_jis",
    "ms932",
    "shift_jis-2004",
    "euc-jp",
    "euc-jis-2004",
    "euc-kr",
    "cp949",
    "johab",
    "iso-2022-jp",
    "iso-2022-kr",
    "koi8-r",
    "windows-1252",
    "windows-1258",
    "cp037",
    "viscii",
    "tcvn",
)
PIECES = st.sampled_from(
    [
        b"\n",
        b"\r\n",
        b" ",
        b"abc",
        b"\x1b$B",
        b"\x1b(B",
        b"\x1b(J",
        b"\x1b(I",
        b"\x1b$)C",
        b"\x1b[1m",
        b"\x0e",
        b"\x0f",
        b'$"$#',
        b"\x81\x30\x81\x30",
        b"\x81\x30\x81",
        b"\x8f\xa2\xaf",
        b"\x88\x62",
        b"\xa4\xf7",
        b"\x82\xf5",
        b"\xc7\xeb",
        b"\x81\x5f\x5c",
        b"\x81",
        b"\x00\xd8",
        b"\xd8\x00",
        b"\x00\x00\x11\x00",
        b"\xe4\xb8",
        b"\xef\xbb\xbf",
        "中文，新闻".encode("gb18030"),
        "新聞。".encode("big5"),
        "記事ー①".encode("ms932"),
        "뉴스".encode("cp949"),
        "Привет".encode("koi8-r"),
    ]
)
DATA = st.one_of(
    st.binary(max_size=60), st.lists(st.one_of(PIECES, st.binary(max_size=3))).map(b"".join)
)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=80)


@given(DATA)
@example(b"")
@example(b"\xff\xfe\x00\x00")
@example(b"\xff\xfea")
@example(b"\x1b$B\x1b$B")
@example(b"\xa6\xd9\x8f\x80")
def test_no_bytes_raise_and_every_offset_has_its_place(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.data == data
    places = decoded.byte_offsets(range(len(decoded.text) + 1))
    assert places == sorted(places)
    assert places[-1] == len(data) or not decoded.text
    assert all(0 <= place <= len(data) for place in places)
    assert decode(data) == decoded


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(data=DATA)
def test_given_an_encoding_any_bytes_are_read(encoding: str, data: bytes) -> None:
    decoded = decode(data, encoding)
    marks = [mark.start() for mark in MARKS.finditer(decoded.text)]
    if encoding not in STATEFUL:
        bad = [data[place] for place in decoded.byte_offsets(marks)]
        assert [ord(decoded.text[mark]) for mark in marks] == [0xDC80 | byte for byte in bad]
    warnings = [problem for problem in decoded.problems if problem.severity == "warning"]
    assert [(problem.code, problem.start) for problem in warnings] == [
        ("undecodable-bytes", mark) for mark in marks[:1]
    ]


@pytest.mark.parametrize("encoding", [name for name in ENCODINGS if name not in STATEFUL])
@given(data=DATA)
def test_what_lies_between_two_places_is_what_lies_between_their_offsets(
    encoding: str, data: bytes
) -> None:
    decoded = decode(data, encoding)
    places = decoded.byte_offsets(range(len(decoded.text) + 1))
    offsets = sorted({place: offset for offset, place in reversed([*enumerate(places)])}.items())
    for (place, offset), (next_place, next_offset) in pairwise(offsets):
        piece = read(data[place:next_place], decoded.encoding)
        assert piece == decoded.text[offset:next_offset]


@pytest.mark.parametrize("encoding", STATEFUL)
@given(data=DATA)
def test_what_lies_before_a_place_is_what_lies_before_its_offset(
    encoding: str, data: bytes
) -> None:
    decoded = decode(data, encoding)
    for offset, place in enumerate(decoded.byte_offsets(range(len(decoded.text)))):
        assert read(data[:place], encoding) == decoded.text[:offset]


@pytest.mark.parametrize("encoding", STATEFUL)
@given(st.sampled_from(["a", "가", "あ", "\n", "漢字", "한글"]), DATA)
def test_bytes_put_where_the_state_is_initial_are_read_as_they_were_written(
    encoding: str, word: str, data: bytes
) -> None:
    decoded = decode(data, encoding)
    before, after = decoded.byte_offsets([0, len(decoded.text)])
    try:
        written = decoded.encode(word)
    except UnicodeEncodeError:
        return
    assert decode(data[:before] + written, encoding).text == word
    assert after == len(data) or not decoded.text


@given(TEXTS)
def test_a_text_and_its_utf_8_are_the_same(text: str) -> None:
    assert from_str(text) == decode(text.encode(), "utf-8")
    assert from_str(text).data == text.encode()


@given(st.text(max_size=40))
def test_a_text_with_lone_surrogates_is_kept_as_bytes(text: str) -> None:
    decoded = from_str(text)
    assert decoded.data == text.encode("utf-8", "surrogatepass")
    assert decoded.byte_offset(len(decoded.text)) == len(decoded.data)


@pytest.mark.parametrize("encoding", ["utf-16le", "utf-16be", "utf-32le", "utf-32be", "utf-8"])
@given(text=TEXTS)
def test_a_byte_order_mark_decides(encoding: str, text: str) -> None:
    data = f"\ufeffa{text}".encode(encoding)
    decoded = decode(data)
    assert (decoded.encoding, decoded.bom, decoded.text) == (encoding, True, f"a{text}")
    width = len("\ufeff".encode(encoding))
    assert decoded.byte_offsets([0, len(text) + 1]) == [width, len(data)]


@given(st.lists(st.sampled_from(["a", "中", "\n", "\r\n", "\r"])).map("".join))
def test_newlines_are_told(text: str) -> None:
    bare = text.replace("\r\n", "")
    kinds = [
        kind
        for kind, found in (
            ("lf", "\n" in bare), ("crlf", "\r\n" in text), ("cr", "\r" in bare)
        )
        if found
    ]  # fmt: skip
    expected = kinds[0] if len(kinds) == 1 else "mixed" if kinds else None
    assert from_str(text).newline == expected


@given(TEXTS.filter(lambda text: not text.isascii()), st.data())
def test_one_bad_byte_leaves_the_rest_of_utf_8_as_it_is(text: str, data: st.DataObject) -> None:
    text = "Đây là một bản tin ngắn bằng tiếng Việt. " + text
    place = data.draw(st.integers(0, len(text)))
    bad = text[:place].encode() + b"\xff" + text[place:].encode()
    decoded = decode(bad)
    assert decoded.encoding == "utf-8"
    assert decoded.text == f"{text[:place]}\udcff{text[place:]}"
    assert [problem.start for problem in decoded.problems if problem.code[:4] == "unde"] == [place]


@given(st.sampled_from([name for name in ENCODINGS if name not in STATEFUL]), TEXTS)
def test_what_an_encoding_holds_comes_back(encoding: str, text: str) -> None:
    try:
        data = write(text, encoding)
    except UnicodeEncodeError:
        return
    assert decode(data, encoding).problems == from_str(text).problems
    assert write(read(data, encoding), encoding) == data


@given(st.text(max_size=30))
def test_a_label_is_known_or_not(label: str) -> None:
    names = family(label)
    assert names is None or all(isinstance(name, str) for name in names)
