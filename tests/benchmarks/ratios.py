"""How fast this reads, beside others.

    python -m tests.benchmarks.ratios [ROUNDS]

Every contender reads the same documents, one after the other in each round, so that a change in the
machine's speed meets all of them. The table gives the median over the rounds of the time of one
document, and how many times as long as this project each takes. Contenders that are not installed
are left out: pip install -r tests/benchmarks/requirements.txt
"""

import statistics
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec

import orjson

import normalize
from tests.benchmarks.bound import least
from tests.benchmarks.workload import mutated, samples

COPIES = 20


def contenders(documents: list[bytes]) -> dict[str, Callable[[bytes], object]]:
    """What is timed: all that each has to say of a file, as JSON."""
    known = {data: normalize.loads(data).to_dict() for data in documents}
    found: dict[str, Callable[[bytes], object]] = {
        "normalize": lambda data: normalize.loads(data).to_json(),
        "the bound": lambda data: least(data, known[data]),
        "turbohtml article()": _article,
    }
    if find_spec("trafilatura"):
        found["trafilatura JSON"] = _trafilatura
    return found


def _page(data: bytes) -> str:
    """A file as the web page that readers of HTML want."""
    return f"<html><body>{data.decode()}</body></html>"


def _article(data: bytes) -> bytes:
    import turbohtml

    a = turbohtml.parse(_page(data)).article()
    return orjson.dumps([a.title, a.byline, a.date, a.lang, a.image, a.site_name, a.text])


def _trafilatura(data: bytes) -> object:
    import trafilatura

    return trafilatura.extract(_page(data), output_format="json", with_metadata=True)


def measure(rounds: int) -> dict[str, list[float]]:
    """Seconds a document, by contender and round; one round before them warms up."""
    documents = mutated(samples(), COPIES)
    timed = contenders(documents)
    times: dict[str, list[float]] = {name: [] for name in timed}
    for lap in range(rounds + 1):
        for name, read in timed.items():
            start = time.perf_counter()
            for data in documents:
                read(data)
            if lap:
                times[name].append((time.perf_counter() - start) / len(documents))
    return times


def main(rounds: int) -> None:
    """Print the table."""
    times = measure(rounds)
    own = statistics.median(times["normalize"])
    print(f"{'contender':22}{'µs a document':>15}{'spread':>10}{'× normalize':>13}")
    for name, taken in sorted(times.items(), key=lambda item: statistics.median(item[1])):
        middle = statistics.median(taken)
        spread = (max(taken) - min(taken)) / middle
        print(f"{name:22}{middle * 1e6:15.1f}{spread:10.0%}{middle / own:13.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
