"""Bytes to text: which witness decides, what is reported, and where each character stood."""

import subprocess
import sys

import pytest

from normalize.errors import NormalizeError
from normalize.source import Decoded, decode, from_str

VIETNAMESE = (
    "Bộ trưởng cho biết cuộc họp sẽ không diễn ra vào thứ Hai vì một số nước chưa sẵn sàng, "
    "và những đề nghị của họ sẽ được xem xét trong tuần tới."
)
RUSSIAN = "Министр сказал, что встреча не состоится в понедельник. Новую дату назовут позже."
CHINESE = "部长说会议将于下周举行，因为一些国家还没有准备好。代表们表示理解。"
TRADITIONAL = "部長說會議將於下週舉行，因為一些國家還沒有準備好。代表們表示理解。"
JAPANESE = "大臣は、いくつかの国の準備ができていないため、会議は来週に開かれると述べました。"
KOREAN = "장관은 일부 국가가 아직 준비되지 않아 회의가 다음 주에 열린다고 말했다."
GERMAN = "Der Minister erklärte, für die Gespräche müsse man größere Räume wählen. Näheres später."
POLISH = "Minister powiedział, że spotkanie odbędzie się później. Szczegóły będą znane w środę."
TURKISH = (
    "Bakan, toplantının bazı ülkeler hazır olmadığı için ertelendiğini söyledi. Görüşme sürüyor."
)
ARABIC = "قال الوزير إن الاجتماع تأجل إلى الأسبوع المقبل لأن بعض الدول لم تستعد بعد."
GREEK = "Ο υπουργός δήλωσε ότι η συνάντηση θα γίνει την επόμενη εβδομάδα στην Αθήνα."
HEBREW = "השר אמר כי הפגישה תתקיים בשבוע הבא, משום שכמה מדינות עדיין אינן מוכנות."
THAI = "รัฐมนตรีกล่าวว่าการประชุมจะจัดขึ้นในสัปดาห์หน้า เพราะบางประเทศยังไม่พร้อม"


def codes(decoded: Decoded) -> list[str]:
    return [problem.code for problem in decoded.problems]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        (TRADITIONAL, "big5"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (KOREAN, "euc-kr"),
        (KOREAN, "johab"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso-8859-5"),
        (RUSSIAN, "ibm866"),
        (RUSSIAN, "mac-cyrillic"),
        (GERMAN, "windows-1252"),
        (GERMAN, "macintosh"),
        (POLISH, "windows-1250"),
        (POLISH, "iso-8859-2"),
        (TURKISH, "windows-1254"),
        (ARABIC, "windows-1256"),
        (GREEK, "windows-1253"),
        (HEBREW, "windows-1255"),
        (THAI, "tis-620"),
        (VIETNAMESE, "viscii"),
        (VIETNAMESE, "tcvn"),
    ],
)
def test_a_code_page_that_nothing_states_is_guessed(text: str, encoding: str) -> None:
    data = decode(b"", encoding).encode(text)
    decoded = decode(data)
    assert decoded.text == text
    assert codes(decoded) == ["encoding-guessed"]
    assert decode(data, encoding).text == text
    assert decode(data, encoding).problems == ()


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, CHINESE, JAPANESE, ARABIC])
@pytest.mark.parametrize("encoding", ["utf-16le", "utf-16be", "utf-32le", "utf-32be"])
def test_wide_text_is_told_without_a_mark(text: str, encoding: str) -> None:
    data = f"{text} \r\n2025 {text}".encode(encoding)
    decoded = decode(data)
    assert (decoded.encoding, decoded.bom, decoded.newline) == (encoding, False, "crlf")
    assert decoded.text == f"{text} \r\n2025 {text}"


@pytest.mark.parametrize("encoding", ["iso-2022-jp", "iso-2022-kr"])
def test_escape_sequences_tell_iso_2022(encoding: str) -> None:
    text = f"{JAPANESE if encoding.endswith('jp') else KOREAN}\nabc"
    data = text.encode(encoding)
    decoded = decode(data)
    assert (decoded.encoding, decoded.text, decoded.problems) == (encoding, text, ())


def test_a_code_page_is_declared_in_many_ways() -> None:
    body = RUSSIAN.encode("koi8-r")
    for head in (
        b'<meta charset="koi8-r">',
        b"<!DOCTYPE html><html><head><META HTTP-EQUIV='Content-Type' "
        b"CONTENT='text/html; charset=KOI8-R'>",
        b'<!-- <meta charset="utf-8"> --><meta charset=koi8-r>',
        b'<?xml version="1.0" encoding="koi8-r"?>',
        b"Subject: x\nContent-Type: text/plain;\n charset=koi8-r\n\n",
        b'@charset "koi8-r";',
        b"# -*- coding: koi8-r -*-\n",
        b"// vim: set fileencoding=koi8-r :\n",
    ):
        decoded = decode(head + body)
        assert (decoded.encoding, decoded.problems) == ("koi8-r", ()), head
        assert decoded.text == head.decode() + RUSSIAN


@pytest.mark.parametrize(
    "head",
    [
        b'<p title="<meta charset=koi8-r>">',
        b"<metacharset=koi8-r>",
        b'<meta name="x" content="text/html; charset=koi8-r">',
        b"<meta charset=no-such-thing>",
        b'<meta charset="koi8-r',
    ],
)
def test_what_only_looks_like_a_declaration_is_none(head: bytes) -> None:
    decoded = decode(head + RUSSIAN.encode("windows-1251"))
    assert decoded.encoding == "windows-1251"


@pytest.mark.parametrize(
    ("label", "text", "encoding"),
    [
        ("gb2312", "—·①", "gb18030"),
        ("ISO-8859-1", "“€”", "windows-1252"),
        ("x-sjis", "①", "ms932"),
        ("Shift_JIS", "記事", "shift_jis"),
        ("ks_c_5601-1987", "똠", "cp949"),
        ("TIS-620", "“ไทย”", "cp874"),
        ("iso-8859-2", "„š”", "windows-1250"),
        ("x-mac-cyrillic", "Я", "mac-cyrillic"),
        ("utf8", "é", "utf-8"),
    ],
)
def test_a_label_stands_for_what_was_written_under_it(label: str, text: str, encoding: str) -> None:
    data = text.encode(encoding)
    decoded = decode(data, label)
    assert (decoded.text, decoded.encoding) == (text, encoding)


def test_ascii_is_utf_8_unless_a_page_declares_its_encoding() -> None:
    assert decode(b"plain").encoding == "utf-8"
    assert decode(b"<!--1712642400000-->\n[a](b)\n<p>x</p>").encoding == "utf-8"
    assert decode(b"<!doctype html><p>x").encoding == "windows-1252"
    assert decode(b"<html><meta charset=big5><p>x").encoding == "big5"
    assert decode(b"<html><meta charset=utf-16><p>x").encoding == "utf-8"
    assert decode(b"Write <meta charset=big5> at the top.").encoding == "utf-8"


def test_an_unknown_encoding_is_refused_only_where_it_is_given() -> None:
    with pytest.raises(NormalizeError, match="names no encoding of text") as refused:
        decode(b"x", "rot13")
    assert refused.value.code == "encoding-unknown"
    assert decode(b"<meta charset=rot13>caf\xe9 ol\xe9").text == "<meta charset=rot13>café olé"


def test_the_encoding_that_is_given_decides() -> None:
    assert decode("é".encode(), "windows-1252").text == "Ã©"
    assert decode(b"\xef\xbb\xbfa", "utf-8").bom is True
    assert decode(b"\xfe\xff\x00a", "utf-16").text == "a"
    assert decode(b"a\x00", "utf-16").text == "a"
    assert decode(b"\x00a", "utf-16be").text == "a"


@pytest.mark.parametrize("bad", [b"\xff", b"\x80", b"\xc3", b"\xe4\xb8", b"\xed\xa0\x80"])
def test_bad_bytes_in_utf_8_are_marked_and_the_rest_is_kept(bad: bytes) -> None:
    data = VIETNAMESE.encode() + b"\n" + bad + b"\n" + VIETNAMESE.encode()
    decoded = decode(data)
    marks = "".join(chr(0xDC00 + byte) for byte in bad)
    assert (decoded.encoding, decoded.text) == ("utf-8", f"{VIETNAMESE}\n{marks}\n{VIETNAMESE}")
    (problem,) = decoded.problems
    start = len(VIETNAMESE) + 1
    assert (problem.code, problem.start, problem.end) == ("undecodable-bytes", start, start + 1)
    assert f"{len(bad)} byte" in problem.message


def test_a_stray_byte_in_ascii_is_marked_but_a_letter_or_a_quote_is_read() -> None:
    english = "The minister said on Monday that the talks would go on. "
    stray = decode((english + "\x00").encode().replace(b"\x00", b"\xff ") + english.encode())
    assert (stray.encoding, stray.text[len(english)]) == ("utf-8", "\udcff")
    inside = decode(english.encode() + b"The min\x80ister sp\xc3oke. " + english.encode())
    assert (inside.encoding, inside.text.count("\udc80")) == ("utf-8", 1)
    quote = decode(f"{english}It’s late.".encode("windows-1252"))
    assert (quote.encoding, quote.text) == ("windows-1252", f"{english}It’s late.")
    letter = decode(f"{english}A café.".encode("windows-1252"))
    assert letter.text == f"{english}A café."


def test_a_declaration_that_cannot_be_right_is_overruled_and_reported() -> None:
    stale = decode(b"<html><meta charset=gb2312>" + VIETNAMESE.encode())
    assert (stale.encoding, codes(stale)) == ("utf-8", ["encoding-conflict"])
    utf = decode(b"<html><meta charset=utf-8>" + RUSSIAN.encode("windows-1251"))
    assert (utf.encoding, codes(utf)) == ("windows-1251", ["encoding-conflict", "encoding-guessed"])
    latin = decode(b"<html><meta charset=iso-8859-1>" + RUSSIAN.encode("koi8-r"))
    assert (latin.encoding, latin.text[-5:]) == ("koi8-r", RUSSIAN[-5:])
    flipped = decode(b"<html><meta charset=windows-1251>" + RUSSIAN.encode("koi8-r"))
    assert (flipped.encoding, codes(flipped)[0]) == ("koi8-r", "encoding-conflict")


def test_a_text_about_html_declares_nothing() -> None:
    told = decode(f"The tag <meta charset=koi8-r> is old. {RUSSIAN}".encode())
    assert (told.encoding, told.problems) == ("utf-8", ())
    assert decode(b"The tag <meta charset=koi8-r> is old.").encoding == "utf-8"


def test_few_bad_bytes_do_not_overrule_a_declaration() -> None:
    data = b"<html><meta charset=euc-jp>" + (JAPANESE * 3).encode("euc-jp") + b"\xff"
    decoded = decode(data)
    assert (decoded.encoding, codes(decoded)) == ("euc-jp", ["undecodable-bytes"])
    assert decoded.text.endswith("\udcff")


def test_binary_data_is_read_as_marked_bytes() -> None:
    data = bytes(range(256)) * 4
    decoded = decode(data)
    assert decoded.text.encode("utf-8", "surrogateescape") == data
    assert codes(decoded)[0] == "undecodable-bytes"
    assert decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR").encoding == "utf-8"


def test_a_stray_nul_does_not_make_utf_16() -> None:
    for data in (b"a\x00bcd efgh ijkl mnop qrst", (VIETNAMESE + "\x00").encode() + b"\xff"):
        assert decode(data).encoding == "utf-8"


def test_bad_units_of_utf_16_are_marked_byte_by_byte() -> None:
    decoded = decode(b"\xff\xfea\x00\x3d\xd8b\x00c")
    assert decoded.text == "a\udcbd\udcd8b\udce3"
    assert decoded.byte_offsets(range(6)) == [2, 4, 5, 6, 8, 9]


def test_only_the_byte_that_an_encoding_lacks_is_marked() -> None:
    assert decode(b"caf\xe9 \x81", "windows-1252").text == "café \udc81"
    decoded = decode(b"\xb0\xa1\x81\n<p>", "gb18030")
    assert decoded.text == "啊\udc81\n<p>"
    assert decoded.byte_offsets(range(7)) == [0, 2, 3, 4, 5, 6, 7]


def test_offsets_hold_where_a_character_has_two_spellings() -> None:
    data = b"\x87\x90a\x81\xe0b"  # both are U+2252, and only the second is what cp932 writes
    decoded = decode(data, "ms932")
    assert decoded.text == "≒a≒b"
    assert decoded.byte_offsets(range(5)) == [0, 2, 3, 5, 6]
    assert decoded.byte_offset(3) == 5


def test_offsets_count_the_byte_order_mark() -> None:
    decoded = decode("\ufeffnội".encode())
    assert (decoded.text, decoded.bom) == ("nội", True)
    assert decoded.byte_offsets([0, 1, 2, 3]) == [3, 4, 7, 8]
    assert decode(b"\xef\xbb\xbfabc").byte_offsets([0, 1, 3]) == [3, 4, 6]


def test_an_edit_of_iso_2022_goes_where_its_state_is_initial() -> None:
    data = "題名\n本文\n".encode("iso-2022-jp")
    decoded = decode(data)
    start, end = decoded.byte_offsets([0, 2])
    edited = data[:start] + decoded.encode("新しい題") + data[end:]
    assert decode(edited).text == "新しい題\n本文\n"
    start, end = decoded.byte_offsets([3, 5])
    edited = data[:start] + decoded.encode("abc") + data[end:]
    assert decode(edited).text == "題名\nabc\n"


@pytest.mark.parametrize(
    ("data", "newline"),
    [
        *((b"", None), (b"a", None), (b"a\nb", "lf"), (b"a\r\nb\r\n", "crlf"), (b"a\rb", "cr")),
        *((b"a\r\nb\n", "mixed"), (b"a\r\r\n", "mixed")),
    ],
)
def test_line_ends_are_told(data: bytes, newline: str | None) -> None:
    decoded = decode(data)
    assert decoded.newline == newline
    assert codes(decoded) == (["mixed-newlines"] if newline == "mixed" else [])


def test_a_text_is_its_utf_8() -> None:
    decoded = from_str("\ufeffnội\r\n")
    assert (decoded.data, decoded.text, decoded.bom) == ("\ufeffnội\r\n".encode(), "nội\r\n", True)
    assert (decoded.encoding, decoded.newline) == ("utf-8", "crlf")
    lone = from_str("a\ud800b")
    assert lone.data == b"a\xed\xa0\x80b"
    assert lone.text == "a\udced\udca0\udc80b"
    assert from_str("<meta charset=koi8-r>é").encoding == "utf-8"


def test_plain_utf_8_needs_no_other_module() -> None:
    program = (
        "import sys\n"
        "from normalize.source import decode\n"
        "decode('Hà Nội\\n'.encode()), decode(b'---\\na: b\\n---\\n<p>x</p>')\n"
        "decode(b'<!--1712642400000-->\\n<p>x</p>').byte_offsets([1, 2])\n"
        "print([m for m in sys.modules if m in ('chardet', 'normalize.charset', 'lark')])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


@pytest.mark.parametrize(
    "data",
    [
        b"<meta " * 200_000,
        b"<meta charset=" + b"'" * 500_000,
        b"\x1b$B" * 300_000 + b"\x1b$B!!",
        b"\xe9 " * 300_000,
        b"content-type: a; " * 60_000 + b"\xff",
        b"-*-" * 300_000 + b"\xff",
        b"<?xml " + b"encoding " * 100_000,
        b"\x81" * 500_000,
        b"\0" * 500_000,
    ],
)
def test_hostile_data_is_read_in_time_that_is_linear(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.byte_offset(len(decoded.text)) == (len(data) if decoded.text else 0)
