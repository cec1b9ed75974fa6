"""What is fuzzed: functions of any bytes that end, whatever these are, or raise what is a bug."""

import os
from collections.abc import Callable
from pathlib import Path

import normalize
from normalize import NormalizeError, Record, source
from normalize.formats import FORMATS
from normalize.writing import FORMS
from tests import roundtrip

ROOT = Path(__file__).resolve().parents[2]
LAYERS = {layer.name: layer for form in FORMATS for layer in form.stack}


def loads(data: bytes) -> None:
    """A record comes, and its JSON gives it back."""
    record = normalize.loads(data)
    record.to_json(ledger=True, source=True).encode()
    text = record.to_json()
    assert Record.from_json(text).to_json() == text


def parse(data: bytes) -> None:
    """Nothing is lost: bytes, text, ledger; members and evidence are told too."""
    document = normalize.parse(data)
    assert document.to_bytes() == data
    segments = document.segments
    assert "".join(document.text[s.start : s.end] for s in segments) == document.text
    ranges = document.byte_segments()
    assert b"".join(data[a:b] for a, b in ranges) == (data if segments else b"")
    normalize.explain(data)
    try:
        edited = document.replace(title="Rain again in Oslo")
    except NormalizeError:
        return
    assert edited.record.title == "Rain again in Oslo"


def dumps(data: bytes) -> None:
    """What is written in a format, which the first byte chooses, reads back, and is written so."""
    name = list(FORMS)[data[0] % len(FORMS)] if data else "prose"
    record = normalize.loads(data[1:])
    text = roundtrip.written(record, name)
    if text is None:
        return
    again = normalize.loads(text)
    assert roundtrip.differing(record, again) == []
    assert normalize.dumps(again, name) == text


def layers(data: bytes) -> None:
    """A layer, which the first byte chooses, reads a prefix, and its values lie within it."""
    layer = list(LAYERS.values())[data[0] % len(LAYERS)] if data else FORMATS[0].stack[0]
    text = source.decode(data[1:]).text
    reading = layer.read(text, 0, ())
    if reading is None:
        return
    assert 0 <= reading.start <= reading.end <= len(text)
    for value in reading.values:
        for start, end in value.spans:
            assert 0 <= start <= end <= len(text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "loads": loads,
    "parse": parse,
    "dumps": dumps,
    "layers": layers,
}
_CHOOSING = {"dumps": len(FORMS), "layers": len(LAYERS)}


def seeds(target: str) -> list[bytes]:
    """Where a target begins: the specimens, each with the first byte that the target reads.

    With them go the seeds of the outside data, where it is there.
    """
    paths = sorted((ROOT / "corpus").glob("*/*.txt"))
    if shared := os.environ.get("NORMALIZE_SHARED"):
        paths += sorted(Path(shared, "seeds").glob("*.txt"))
    found = [path.read_bytes() for path in paths]
    choices = _CHOOSING.get(target, 0)
    return [bytes([n % choices]) + data for n, data in enumerate(found)] if choices else found
