"""A baseline: the findings that a corpus had when it adopted the gate, which are not told again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from normalize.errors import NormalizeError
from normalize.files import whole
from normalize.gate.finding import Finding
from normalize.gate.summary import Summary
from normalize.record import dump_json, scrub

_VERSION = 1


def load(file: Path) -> Counter[str]:
    """The fingerprints of a baseline, with how often each is known.

    Raises:
        OSError: It cannot be read.
        NormalizeError: It is no baseline (``baseline-invalid``).
    """
    import orjson

    try:
        found = orjson.loads(file.read_bytes())
        if found["version"] != _VERSION:
            raise ValueError("another version")
        return Counter({str(row["fingerprint"]): int(row["count"]) for row in found["findings"]})
    except FileNotFoundError as e:
        message = "there is no baseline; write one with --write-baseline"
        raise FileNotFoundError(e.errno, message, str(file)) from e
    except (ValueError, KeyError, TypeError) as e:
        raise NormalizeError(
            "it is no baseline; write one with --write-baseline",
            code="baseline-invalid",
            path=str(file),
        ) from e


def write(file: Path, findings: Iterable[Finding]) -> int:
    """Write the findings of a run as a baseline, whole or not at all; how many they are.

    Raises:
        OSError: It cannot be written.
    """
    rows: dict[str, dict[str, str | int]] = {}
    total = 0
    for f in findings:
        total += 1
        row = rows.setdefault(
            f.fingerprint,
            {"fingerprint": f.fingerprint, "code": f.code, "path": scrub(f.path), "count": 0},
        )
        row["count"] = int(row["count"]) + 1
    ordered = sorted(rows.values(), key=lambda row: (row["path"], row["code"], row["fingerprint"]))
    with whole(file) as out:
        out.write(dump_json({"version": _VERSION, "findings": ordered}, indent=True) + b"\n")
    return total


def unknown(
    findings: Iterable[Finding], known: Mapping[str, int], summary: Summary
) -> Iterator[Finding]:
    """The findings that a baseline does not hold; those that it does are counted as known."""
    left = Counter(known)
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
            summary.known += 1
        else:
            yield finding
