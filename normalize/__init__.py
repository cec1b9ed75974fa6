"""normalize: article files of many layouts, one canonical and lossless record.

>>> import normalize
>>> record = normalize.loads(" date 2026-01-25 Rain fell in the night. Streets were under water.")
>>> record.format, record.published
('date-prefix', '2026-01-25')

The names below are the whole of the public interface; each is imported when it is first used.
"""

# `typing` takes as long to import as the rest of this module; type checkers know the name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from normalize.api import detect as detect
    from normalize.api import explain as explain
    from normalize.api import load as load
    from normalize.api import load_all as load_all
    from normalize.api import loads as loads
    from normalize.api import parse as parse
    from normalize.api import read_body as read_body
    from normalize.batches import map as map  # noqa: A004 - the name in RECORD.md
    from normalize.dates import find_dates as find_dates
    from normalize.detection import Detection as Detection
    from normalize.document import Document as Document
    from normalize.errors import NormalizeError as NormalizeError
    from normalize.explanation import Explanation as Explanation
    from normalize.exports import export as export
    from normalize.gate.checking import check as check
    from normalize.gate.finding import Finding as Finding
    from normalize.record import Block as Block
    from normalize.record import Date as Date
    from normalize.record import Image as Image
    from normalize.record import Link as Link
    from normalize.record import Problem as Problem
    from normalize.record import Record as Record
    from normalize.record import Related as Related
    from normalize.record import Source as Source
    from normalize.schema import record_schema as record_schema
    from normalize.writing import dump as dump
    from normalize.writing import dumps as dumps

__version__ = "0.1.0"

_HOMES = {
    "api": ("detect", "explain", "load", "load_all", "loads", "parse", "read_body"),
    "batches": ("map",),
    "dates": ("find_dates",),
    "detection": ("Detection",),
    "document": ("Document",),
    "errors": ("NormalizeError",),
    "exports": ("export",),
    "explanation": ("Explanation",),
    "gate.checking": ("check",),
    "gate.finding": ("Finding",),
    "record": ("Block", "Date", "Image", "Link", "Problem", "Record", "Related", "Source"),
    "schema": ("record_schema",),
    "writing": ("dump", "dumps"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = ["__version__", *_HOME]


def __getattr__(name: str) -> "Any":
    """Import a public name when it is first asked for: ``import normalize`` costs little."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
