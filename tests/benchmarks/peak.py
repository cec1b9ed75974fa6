"""The most memory that reading one document takes, and how long it takes, in a process of its own.

    python -m tests.benchmarks.peak KIND BYTES

Prints the bytes read, the seconds of processor time from these bytes to the JSON, the resident size
before the document was opened (a small one of its kind has been read, so that all modules are
there) and at the peak, of the whole process.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import normalize
from tests.benchmarks.residence import resident
from tests.benchmarks.workload import ROOT, made


class Peak(NamedTuple):
    """What one document took: seconds of processor time, and memory in bytes, of bytes read."""

    size: int
    seconds: float
    start: float
    peak: float

    @property
    def nanoseconds(self) -> float:
        """Nanoseconds a byte."""
        return self.seconds / self.size * 1e9

    @property
    def times(self) -> float:
        """The memory as a multiple of the input."""
        return (self.peak - self.start) / self.size


def of(kind: str, size: int) -> Peak:
    """Read a made document in a new process."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(made(kind, size))
        file.flush()
        words = [sys.executable, "-m", "tests.benchmarks.peak", kind, file.name]
        out = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    taken, *memory = map(float, out.split()[1:])
    return Peak(int(out.split()[0]), taken, *memory)


def _read(kind: str, path: str) -> None:
    """Read one document in this process, and print what it took."""
    normalize.loads(made(kind, 5000)).to_json()
    start = resident() * 1e6
    data = Path(path).read_bytes()
    began = time.process_time()
    normalize.loads(data).to_json()
    taken = time.process_time() - began
    print(len(data), taken, start, _peak())


def _peak() -> float:
    """The most that was resident, in bytes.

    ``ru_maxrss`` is no less than what the parent had when it made this process; of it alone, the
    kernel says in /proc.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024.0


def main(kind: str, size: str) -> None:
    """Read a document of a size, or of a file."""
    if not size.isdecimal():
        _read(kind, size)
        return
    found = of(kind, int(size))
    print(
        f"{kind} of {found.size:,} bytes: {found.nanoseconds:.0f} ns a byte, {found.times:.1f} × "
        "its size in memory at the peak"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
