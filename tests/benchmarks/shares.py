"""Where the time of a read goes: each step's share of samples taken while changed samples are read.

    python -m tests.benchmarks.shares [ROUNDS]

A sample of the stack is taken every millisecond of processor time (POSIX alone); it counts for the
innermost module of the package in it, so that the time of an expression is that of the step which
asked. Beside the shares stand the calls that a document takes, of Python's functions and of C's.
"""

import signal
import sys
from collections import Counter
from types import FrameType

import normalize
from tests.benchmarks.workload import copies, samples

STEPS = {
    "layout": ("layout", "_layout", "line_features"),
    "dates": ("dates", "date_", "chronology", "stamps", "witnesses"),
    "header": ("layers", "detection", "evidence", "wrapping"),
    "roles": ("roles", "claims", "flattened", "beside", "leads", "pictures", "passage", "prose"),
    "words of the press": ("cues",),
    "edges and people": ("edges", "people", "bylines", "endings", "datelines", "tags", "related"),
    "bodies": ("bodies", "markup", "invisible"),
    "language": ("language", "lexicon"),
    "decoding": ("source", "encodings", "charset", "declaration", "byteplaces", "blemishes"),
    "record and JSON": ("assembly", "record", "document", "json_text", "composition", "span"),
}
_EACH = 0.001  # seconds of processor time
_COPIES = 100


def step(frame: FrameType | None) -> str:
    """The step that the innermost module of the package in a stack belongs to."""
    while frame is not None:
        package, _, module = frame.f_globals.get("__name__", "").partition(".")
        if package == "normalize" and module not in ("", "expression"):
            return next((s for s, names in STEPS.items() if module.startswith(names)), "others")
        frame = frame.f_back
    return "others"


def calls(documents: list[bytes]) -> tuple[float, float]:
    """How many calls a document takes, of Python's functions and of C's."""
    counts: Counter[str] = Counter()

    def count(frame: FrameType, event: str, argument: object) -> None:
        counts[event] += 1

    sys.setprofile(count)
    try:
        for data in documents:
            normalize.loads(data).to_json()
    finally:
        sys.setprofile(None)
    return counts["call"] / len(documents), counts["c_call"] / len(documents)


def main(rounds: int) -> None:
    """Print the shares of the steps, and the calls."""
    documents = copies(samples(), _COPIES)
    for data in documents:
        normalize.loads(data).to_json()
    seen: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda number, frame: seen.update([step(frame)]))
    signal.setitimer(signal.ITIMER_PROF, _EACH, _EACH)
    for _ in range(rounds):
        for data in documents:
            normalize.loads(data).to_json()
    signal.setitimer(signal.ITIMER_PROF, 0)
    total = sum(seen.values())
    for name, number in seen.most_common():
        print(f"{name:<20}{number / total:>7.1%}")
    python, c = calls(documents)
    print(f"\n{total} samples; a document takes {python:,.0f} calls of Python and {c:,.0f} of C")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
