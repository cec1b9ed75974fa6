"""Mending files: edits of bytes that change nothing an article says, written whole or not."""

import difflib
from pathlib import Path
from typing import NamedTuple

from normalize import api, files
from normalize.document import Document
from normalize.gate.finding import Fault
from normalize.gate.likeness import differing
from normalize.gate.settings import Plan
from normalize.gate.subject import Subject

_BOM = b"\xef\xbb\xbf"
_ROUNDS = 5


class Mended(NamedTuple):
    """A file that was mended, or would be.

    Attributes:
        path: The file, under the name that it had.
        name: The name that it has now.
        before, after: Its bytes.
        codes: The rules whose faults were mended.
        refused: Rules whose mends would change what the article says, with the fields that change.
    """

    path: Path
    name: str
    before: bytes
    after: bytes
    codes: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]

    @property
    def is_changed(self) -> bool:
        """Whether bytes or name differ."""
        return self.before != self.after or self.name != self.path.name

    def diff(self) -> str:
        """The change as a unified diff; bytes that are no UTF-8 are escaped."""
        before, after = _lines(self.before), _lines(self.after)
        there = self.path.with_name(self.name)
        return (
            "".join(
                line if line.endswith("\n") else f"{line}\n"
                for line in difflib.unified_diff(before, after, str(self.path), str(there))
            )
            or f"rename {self.path}\n    to {there}\n" * self.is_changed
        )


def mend(path: Path, plan: Plan, *, unsafe: bool = False) -> Mended:
    """What becomes of a file when what its rules found is mended; nothing is written.

    Each rule is mended by itself and the article read again: where a field of it changes, and
    ``unsafe`` is not set, that rule's mend is refused and the others go on.

    Args:
        path: The file.
        plan: Which rules are checked on it.
        unsafe: Mend what changes the article, too.

    Raises:
        OSError, NormalizeError: It cannot be read.
    """
    settings, chosen = plan.of(path)
    rules = [r for r, _ in chosen if r.mend == "safe" or (r.mend and unsafe)]
    document = api.parse(path.read_bytes(), name=str(path), max_size=settings.max_size)
    before = document.to_bytes()
    there = path
    done: list[str] = []
    refused: dict[str, str] = {}
    # What one rule mends may be what another finds, such as an odd line end made an LF among CRLF.
    for _ in range(_ROUNDS):
        before_round = len(done)
        for rule in rules:
            subject = Subject(there, document, settings)
            for fault in rule.check(subject):
                if not fault.is_mendable or not (fault.is_safe or unsafe):
                    continue
                named = path.with_name(fault.rename or there.name)
                tried, changed = _try(subject, fault, named, unsafe=unsafe)
                if changed:
                    refused[rule.code] = changed
                if tried is not None:
                    document, there = tried, named
                    done.append(rule.code)
                    break  # the other faults of the rule have moved
        if len(done) == before_round:
            break
    codes = tuple(dict.fromkeys(done))
    return Mended(path, there.name, before, document.to_bytes(), codes, tuple(refused.items()))


def _try(
    subject: Subject, fault: Fault, path: Path, *, unsafe: bool
) -> tuple[Document | None, str]:
    """A file with a fault mended, and the fields that forbid it.

    Where a field would change, what stands between the fields is mended alone, if anything does.
    """
    tried, changed = _mended(subject, fault, path)
    if not changed or (unsafe and tried is not None):
        return tried, ""
    between = subject.between(fault.edits)
    if between and len(between) < len(fault.edits):
        tried, still = _mended(subject, fault._replace(edits=between), path)
        if not still:
            return tried, changed
    return None, changed


def _mended(subject: Subject, fault: Fault, path: Path) -> tuple[Document | None, str]:
    """A file with a fault mended, and what would change: fields, or that it cannot be spelled."""
    try:
        data = spliced(subject.document, fault)
    except UnicodeEncodeError:
        return None, f"its spelling in {subject.document.decoded.encoding}"
    again = api.parse(data, name=str(path), max_size=subject.settings.max_size)
    return again, differing(subject.record, again.record)


def write(mended: Mended) -> None:
    """Write a file that was mended, whole or not at all, then give it its name.

    Raises:
        FileExistsError: Another file has the name; nothing is written.
        OSError: It cannot be written; what stood there still stands.
    """
    there = mended.path.with_name(mended.name)
    if there != mended.path and there.exists():
        raise FileExistsError(17, "another file has the name", str(there))
    if mended.before != mended.after:
        with files.whole(mended.path) as file:
            file.write(mended.after)
    if there != mended.path:
        mended.path.rename(there)


def spliced(document: Document, fault: Fault) -> bytes:
    """The bytes of a file with a fault mended: what no edit touches is never encoded again.

    Raises:
        UnicodeEncodeError: The encoding does not have what an edit would write.
    """
    decoded = document.decoded
    places = decoded.byte_offsets(p for edit in fault.edits for p in (edit.start, edit.end))
    out = []
    done = len(_BOM) if fault.drops_bom else 0
    for edit, start, end in zip(fault.edits, places[::2], places[1::2], strict=True):
        out += [decoded.data[done:start], decoded.encode(edit.text)]
        done = end
    return b"".join([*out, decoded.data[done:]])


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8", "backslashreplace").splitlines(keepends=True)
