"""How fast this reads, beside others and the bound: tables of text, and points for charts."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from tests.benchmarks import contenders, peak
from tests.benchmarks.aims import GROWTH, MEMORY, SPEED, SPEED_OF, verdict
from tests.benchmarks.contenders import OWN, Read
from tests.benchmarks.timing import Timing, interleaved
from tests.benchmarks.workload import BODIES, copies, front_matter, made, samples, sets

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_SLOW = 10.0  # seconds that one document may take, as far as one of a tenth of its size tells
_COPIES = 20
_FILES = 50


@frozen
class Work:
    """Documents to read: what they are, and the name that aims have for them."""

    title: str
    name: str
    documents: Sequence[bytes]


def work() -> Iterator[Work]:
    """All that is timed, sizes aside."""
    five = samples()
    yield Work("The samples, each copy changed", "samples", copies(five, _COPIES * len(five)))
    for name, kind in (("HTML", "html"), ("text", "text"), ("Markdown", "markdown")):
        documents = [made(kind, 4000, seed) for seed in range(40)]
        yield Work(f"{name} alone: made articles of 4 kB", name, documents)
    yield Work("Front matter over one line", "front matter", front_matter(60))
    for name, files in sets():
        yield Work(f"The outside set {name}", name, files[:: max(1, len(files) // _FILES)][:_FILES])


def timed(job: Work, rivals: Mapping[str, Read], rounds: int) -> dict[str, Timing]:
    """What each took for the documents."""
    return interleaved(contenders.own(job.documents) | dict(rivals), job.documents, rounds)


def table(job: Work, times: Mapping[str, Timing]) -> list[str]:
    """The lines of a table, the fastest first, each with its aim."""
    own = times[OWN].median
    lines = [f"{'':26}{'µs a document':>14}{'a second':>10}{'spread':>8}{'ratio':>9}"]
    for name, timing in sorted(times.items(), key=lambda t: t[1].median if t[1].rounds else 9e9):
        if timing.failed:
            lines.append(f"{name:26}fails: {timing.failed}")
            continue
        ratio = timing.median / own
        line = f"{name:26}{timing.median * 1e6:14,.1f}{1 / timing.median:10,.0f}"
        line += f"{timing.spread:8.0%}{ratio:8.2f} ×"
        aims = SPEED if job.name == "samples" else {}
        if aim := aims.get(name) or SPEED_OF.get((job.name, name)):
            line += f" {verdict(aim, ratio)}"
        if timing.empty:
            line += f" nothing of {timing.empty} in {len(job.documents)}"
        lines.append(line)
    return lines


def by_size(
    rivals: Mapping[str, Read], rounds: int, largest: int
) -> dict[str, dict[str, list[tuple[float, float]]]]:
    """By kind of body and contender, points of a size in bytes and nanoseconds a byte."""
    found: dict[str, dict[str, list[tuple[float, float]]]] = {}
    for kind in BODIES:
        asked = dict(rivals)
        points = found[kind] = {}
        for size in SIZES:
            if size > largest:
                break
            data = made(kind, size)
            documents = [data] * max(1, 30_000 // size)
            laps = rounds if size < 1_000_000 else 1
            for name, timing in interleaved(
                contenders.own(documents) | asked, documents, laps
            ).items():
                if not timing.failed:
                    best = min(timing.rounds) / len(data) * 1e9
                    points.setdefault(name, []).append((len(data), best))
                if timing.failed or 10 * min(timing.rounds) > _SLOW:
                    asked.pop(name, None)
    return found


def growth(largest: int, tries: int = 3) -> list[str]:
    """Nanoseconds a byte and memory at the largest size, beside a tenth of it, by kind of body."""
    lines = [f"{'':12}{'bytes':>12}{'ns a byte':>12}{'peak':>10}"]
    for kind in BODIES:
        small, large = (
            min((peak.of(kind, size) for _ in range(tries)), key=lambda p: p.seconds)
            for size in (largest // 10, largest)
        )
        lines += [
            f"{kind:12}{found.size:12,}{found.nanoseconds:12.0f}{found.times:8.1f} ×"
            for found in (small, large)
        ]
        ratio = large.nanoseconds / small.nanoseconds
        lines.append(f"{'':12}{ratio:.2f} × the time of a byte {verdict(GROWTH, ratio)}; ")
        lines[-1] += f"{large.times:.1f} × the input {verdict(MEMORY['peak'], large.times)}"
    return lines
