"""Long texts as JSON in pieces: the same as in one."""

import hashlib
import json
import unicodedata

import pytest

from normalize import Record, loads
from normalize.assembly import fingerprint
from normalize.json_text import LONG, pieces
from normalize.record import dump_json

TEXTS = {
    "ASCII": "Rain fell.\n\n" * (LONG // 5),
    "controls and quotes": '"\x01\\\x1f\u0307 \n\u0303' * (LONG // 3),
    "letters and marks": "e\u0301 Nga\u0300y mưa ‘ở’ Hà Nội 雨 😀\n" * (LONG // 9),
    "no ASCII at all": "雨が降った。" * (LONG // 2),
    "a mark behind a piece": "a" * LONG + "\u0301" + "b" * LONG,
    "a piece of as many bytes as all has characters": "a" * (LONG - 9) + "é" * 9 + "b" * 9,
    "empty": "",
}


@pytest.mark.parametrize("name", TEXTS)
def test_pieces_are_the_string(name: str) -> None:
    text = TEXTS[name]
    whole = json.dumps(text, ensure_ascii=False)
    assert json.loads(b'"%b"' % b"".join(pieces(text))) == text
    record = Record(title="Rain", text=text)
    said = json.loads(record.to_json())
    assert said == json.loads(json.dumps(record.to_dict()))
    said = json.dumps(["Rain", None, text], ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(unicodedata.normalize("NFC", said).encode()).hexdigest()
    assert fingerprint("Rain", None, text) == f"v1:{digest}"
    assert whole[1:-1] == b"".join(pieces(text)).decode()


@pytest.mark.parametrize("indent", [False, True])
def test_a_long_record_is_the_same_in_pieces(indent: bool) -> None:
    said = [
        "It rained all night.",
        'He said "no\\yes".',
        "Mưa\u2003ở Hà Nội.",
        "<a href=/x>Rain</a> fell.",
    ]
    data = "".join(f"<p>{said[n % 4]} {n}.</p>\n" for n in range(LONG // 16))
    record = loads(data)
    assert len(record.text) > LONG
    whole = record.to_dict(ledger=True, source=True)
    json_text = record.to_json(ledger=True, source=True, indent=indent)
    assert json_text == dump_json(whole, indent=indent).decode()
