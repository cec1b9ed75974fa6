"""Contenders timed in turn, so that a change in the machine's speed meets all of them.

Processor time is taken: what other processes do at the same time is not the contender's.
"""

import statistics
import time
from collections.abc import Mapping, Sequence

from attrs import define, field

from tests.benchmarks.contenders import Read

PATIENCE = 20.0
"""Seconds that a contender may take for the documents; one that takes longer is timed once."""


@define
class Timing:
    """What a contender took.

    Attributes:
        rounds: Seconds of processor time a document, by round.
        empty: The number of documents of which it said nothing.
        failed: How it failed on a document; it is not timed then.
    """

    rounds: list[float] = field(factory=list)
    empty: int = 0
    failed: str = ""

    @property
    def median(self) -> float:
        """Seconds a document."""
        return statistics.median(self.rounds)

    @property
    def spread(self) -> float:
        """The distance of the slowest round from the fastest, as a part of the median."""
        return (max(self.rounds) - min(self.rounds)) / self.median


def interleaved(
    contenders: Mapping[str, Read], documents: Sequence[bytes], rounds: int
) -> dict[str, Timing]:
    """Time contenders over the same documents, round by round.

    A round before the others warms up; in it is seen who fails, and who says nothing.
    """
    found = {name: _warm(read, documents) for name, read in contenders.items()}
    for _ in range(rounds):
        for name, read in contenders.items():
            timing = found[name]
            if timing.failed or (timing.rounds and timing.rounds[0] * len(documents) > PATIENCE):
                continue
            start = time.process_time()
            for data in documents:
                read(data)
            timing.rounds.append((time.process_time() - start) / len(documents))
    return found


def _warm(read: Read, documents: Sequence[bytes]) -> Timing:
    timing = Timing()
    for data in documents:
        try:
            timing.empty += not read(data)
        except Exception as e:
            timing.failed = f"{type(e).__name__}: {e}".splitlines()[0][:60]
            break
    return timing
