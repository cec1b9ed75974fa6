"""Names of encodings, and bytes to text and back by them, with every bad byte marked.

Names and their kinship follow the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/,
"Names and labels"): ``latin1`` is windows-1252, ``gb2312`` is GB 18030, and a name whose standard
form is a superset is read by the narrowest codec that holds all of the bytes.
"""

import codecs
from functools import cache

from normalize.expression import expression

MARKS = expression("[\udc80-\udcff]")

VIETNAMESE = ("viscii", "tcvn")
WIDE = ("utf-16le", "utf-16be", "utf-32le", "utf-32be")
STATEFUL = ("iso-2022-jp", "iso-2022-kr")

# Code pages that only Python's codecs know, by their numbers and names there.
_IBM = (
    *("037", 273, 424, 437, 500, 720, 737, 775, 850, 852, 855, 856, 857, 858, 860, 861, 862, 863),
    *(864, 865, 869, 875, 1006, 1026, 1125, 1140),
)
_OTHERS = (
    *("mac_arabic", "mac_croatian", "mac_cyrillic", "mac_farsi", "mac_greek", "mac_iceland"),
    *("mac_latin2", "mac_romanian", "mac_turkish", "hp_roman8", "koi8_r", "koi8_u", "koi8_t"),
    *("kz1048", "ptcp154", "johab", "viscii", "tcvn"),
)

# A label's family: the codecs to try in this order. Only where none reads all of the bytes does
# the number of bad ones decide.
_FAMILIES: dict[str, tuple[str, ...]] = {
    "utf_8": ("utf-8",),
    "utf_8_sig": ("utf-8",),
    "utf_16": ("utf-16le",),
    "utf_16_le": ("utf-16le",),
    "utf_16_be": ("utf-16be",),
    "utf_32": ("utf-32le",),
    "utf_32_le": ("utf-32le",),
    "utf_32_be": ("utf-32be",),
    "ascii": ("windows-1252",),
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "gb18030": ("gb18030",),
    "big5": ("big5", "cp950", "big5-hkscs"),
    "cp950": ("big5", "cp950", "big5-hkscs"),
    "big5hkscs": ("big5", "big5-hkscs"),
    "shift_jis": ("shift_jis", "ms932", "shift_jis-2004"),
    "cp932": ("shift_jis", "ms932"),
    "shift_jis_2004": ("shift_jis", "shift_jis-2004"),
    "shift_jisx0213": ("shift_jis", "shift_jis-2004"),
    "euc_jp": ("euc-jp", "euc-jis-2004"),
    "euc_jis_2004": ("euc-jp", "euc-jis-2004"),
    "euc_jisx0213": ("euc-jp", "euc-jis-2004"),
    "iso2022_jp": ("iso-2022-jp",),
    "iso2022_jp_1": ("iso-2022-jp",),
    "iso2022_jp_2": ("iso-2022-jp",),
    "iso2022_jp_3": ("iso-2022-jp",),
    "iso2022_jp_2004": ("iso-2022-jp",),
    "iso2022_jp_ext": ("iso-2022-jp",),
    "iso2022_kr": ("iso-2022-kr",),
    "euc_kr": ("euc-kr", "cp949"),
    "cp949": ("euc-kr", "cp949"),
    "latin_1": ("windows-1252",),
    "iso8859_9": ("windows-1254",),
    "iso8859_11": ("tis-620", "cp874"),
    "tis_620": ("tis-620", "cp874"),
    "cp874": ("tis-620", "cp874"),
    "cp866": ("ibm866",),
    "mac_roman": ("macintosh",),
}
_FAMILIES |= {f"cp125{n}": (f"windows-125{n}",) for n in range(9)}
_FAMILIES |= {f"iso8859_{n}": (f"iso-8859-{n}",) for n in (3, 4, 5, 6, 10, 14, 16)}
_FAMILIES |= {
    f"iso8859_{iso}": (f"iso-8859-{iso}", f"windows-125{windows}")
    for iso, windows in ((2, 0), (7, 3), (8, 5), (13, 7), (15, 2))
}
_FAMILIES |= {f"cp{n}": (f"cp{n}",) for n in _IBM}
_FAMILIES |= {name: (name.replace("_", "-"),) for name in _OTHERS}

# Labels of the standard that Python's own table of aliases lacks or takes otherwise.
_LABELS = {
    "x_user_defined": "latin_1",
    "unicode": "utf_16_le",
    "csunicode": "utf_16_le",
    "ucs_2": "utf_16_le",
    "iso_10646_ucs_2": "utf_16_le",
    "unicodefeff": "utf_16_le",
    "unicodefffe": "utf_16_be",
    "unicode_1_1_utf_8": "utf_8",
    "unicode11utf8": "utf_8",
    "unicode20utf8": "utf_8",
    "koi": "koi8_r",
    "koi8": "koi8_r",
    "koi8_ru": "koi8_u",
    "csmacintosh": "mac_roman",
    "mac": "mac_roman",
    "mac_ukrainian": "mac_cyrillic",
    "dos_874": "cp874",
    "windows_874": "cp874",
    "windows_949": "cp949",
    "windows_31j": "cp932",
    "shift_jis": "shift_jis",
    "gb_2312": "gbk",
    "gb_2312_80": "gbk",
    "csgb2312": "gbk",
    "cn_big5": "big5",
    "x_big5": "big5",
    "cseucpkdfmtjapanese": "euc_jp",
    "cseuckr": "euc_kr",
    "csksc56011987": "euc_kr",
    "iso_ir_149": "euc_kr",
    "ks_c_5601_1989": "euc_kr",
    "ksc_5601": "euc_kr",
    "logical": "iso8859_8",
    "visual": "iso8859_8",
    "csisolatin9": "iso8859_15",
    "csiso88598e": "iso8859_8",
    "csiso88598i": "iso8859_8",
    "iso_8859_8_e": "iso8859_8",
    "iso_8859_8_i": "iso8859_8",
    "csiso88596e": "iso8859_6",
    "csiso88596i": "iso8859_6",
    "iso_8859_6_e": "iso8859_6",
    "iso_8859_6_i": "iso8859_6",
    "elot_928": "iso8859_7",
    "sun_eu_greek": "iso8859_7",
    "csviscii": "viscii",
    "tcvn3": "tcvn",
    "tcvn_5712": "tcvn",
    "tcvn5712_1": "tcvn",
}

_PIECE = 1 << 16
_C1 = expression("[\x80-\x9f]")
_UNSAFE = expression(r"[^a-z0-9]+")
_ISO = expression(r"iso_?8859_?(\d{1,2})(?:_\d{4})?")


@cache
def _aliases() -> dict[str, str]:
    from encodings.aliases import aliases

    return aliases


def family(label: str) -> tuple[str, ...] | None:
    """The encodings that a label stands for, in the order to try them.

    Args:
        label: As it is written in a declaration, in any case: ``GB2312``, ``x-sjis``.

    Returns:
        Names, each known to Python's ``codecs`` (``viscii`` and ``tcvn`` aside) and, where there
        is one, to the WHATWG standard; None for a label that names no encoding of text.
    """
    key = _UNSAFE.sub("_", label.strip().lower()).strip("_")
    iso = _ISO.fullmatch(key)
    if iso:
        key = "latin_1" if iso[1] == "1" else f"iso8859_{iso[1]}"
    for form in (key, key.removeprefix("x_")):
        name = _LABELS.get(form) or _aliases().get(form, form)
        if name in _FAMILIES:
            return _FAMILIES[name]
    return None


def read(data: bytes, name: str, *, strict: bool = False) -> str:
    """Bytes as text by one encoding that `family` names.

    Args:
        data: The bytes, without a byte order mark.
        name: The encoding.
        strict: Raise where a byte cannot be decoded.

    Returns:
        The text. Each byte that cannot be decoded is the one code point U+DC80 | byte: Python's
        ``surrogateescape`` and, for a byte below 0x80 (half of a UTF-16 unit, a hole of EBCDIC),
        the same with its high bit set. Of a sequence that breaks off only the first byte is bad;
        of a bad UTF-16 or UTF-32 unit all of them.

    Raises:
        UnicodeDecodeError: `strict`, and there is such a byte.
    """
    errors = "strict" if strict else "normalize.mark"
    if name in STATEFUL:
        from normalize import iso2022

        return iso2022.read(data, name, errors)
    if name in VIETNAMESE:
        return codecs.charmap_decode(data, errors, _table(name))[0]
    if name == "utf-8":
        return data.decode("utf-8", "strict" if strict else "surrogateescape")
    return data.decode(name, errors)


def read_best(data: bytes, names: tuple[str, ...]) -> tuple[str, str, int]:
    """Bytes as text by the first of some encodings that reads all, else by that which reads most.

    Controls of the C1 set, which nobody writes, show a part of ISO 8859 to be meant for the
    Windows code page that has letters or quotes in their place.

    Returns:
        The encoding, the text, and the number of bytes that are marked in it.
    """
    for name in names:
        try:
            text = read(data, name, strict=True)
        except UnicodeDecodeError:
            continue
        if name == names[-1] or not _C1.search(text):
            return name, text, 0
    texts = [(name, read(data, name)) for name in names]
    counted = [(name, text, count_marks(text)) for name, text in texts]
    return min(counted, key=lambda one: one[2])


def write(text: str, name: str) -> bytes:
    """Text as bytes, by an encoding that `family` names.

    Raises:
        UnicodeEncodeError: The encoding does not have one of the characters.
    """
    if name in VIETNAMESE:
        return codecs.charmap_encode(text, "strict", codecs.charmap_build(_table(name)))[0]
    return text.encode(name)


def count_marks(text: str) -> int:
    """The number of bytes that are marked in a text as not decodable."""
    if text.isascii():
        return 0
    # By pieces, so that a large binary file does not become as large a list.
    starts = range(0, len(text), _PIECE)
    return sum([len(MARKS.findall(text, start, start + _PIECE)) for start in starts])


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    # A unit of two or four bytes is bad as a whole, or all that follows would be out of step.
    end = error.end if error.encoding.startswith(("utf-16", "utf-32")) else error.start + 1
    return "".join([chr(0xDC80 | byte) for byte in error.object[error.start : end]]), end


codecs.register_error("normalize.mark", _mark)

# VISCII by RFC 1456, section 3: six letters stand below 0x20.
_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝ"
    "ỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
# The right half of TCVN 5712:1993 (VN1), whose small letters are the TCVN3 ("ABC") of the fonts.
_TCVN = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\xa0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨ"
    "ẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)


@cache
def _table(name: str) -> str:
    low = _VISCII_LOW if name == "viscii" else {}
    return "".join([low.get(n, chr(n)) for n in range(128)]) + (
        _VISCII if name == "viscii" else _TCVN
    )
