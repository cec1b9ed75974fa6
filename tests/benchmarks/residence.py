"""What stays in memory of many documents: the resident size of one process that reads them.

    python -m tests.benchmarks.residence [NUMBER]

Each document is new: a changed copy of one of the specimens or samples, so that all formats come,
and a cache that keeps what it has read shows. What is counted is from document 10,000 on, when all
modules and tables are in memory. The resident size is what the kernel says (/proc); elsewhere the
peak is taken.
"""

import gc
import resource
import sys
import time
from pathlib import Path

import normalize
from tests.benchmarks.aims import MEMORY, verdict
from tests.benchmarks.workload import endless, samples, specimens

WARM = 10_000
_STEPS = 20


def resident() -> float:
    """The resident size of this process, in MB."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1e6


def main(number: int) -> None:
    """Print the resident size at steps, and its growth beside the aim."""
    began = time.perf_counter()
    step = max(1, (number - WARM) // _STEPS)
    at_first = most = 0.0
    print(f"{'documents':>10}{'resident':>12}{'seconds':>9}")
    for n, data in enumerate(endless([*samples(), *specimens()], number), 1):
        normalize.loads(data).to_json()
        if n in (WARM, number) or (n > WARM and (n - WARM) % step == 0):
            gc.collect()
            now = resident()
            at_first = at_first or now
            most = max(most, now)
            print(f"{n:10,}{now:9.1f} MB{time.perf_counter() - began:9.0f}", flush=True)
    print(f"growth from document {WARM:,} on: {most - at_first:.1f} MB ", end="")
    print(verdict(MEMORY["growth"], most - at_first))


if __name__ == "__main__":
    main(int(sys.argv[1].replace("_", "")) if len(sys.argv) > 1 else 100_000)
