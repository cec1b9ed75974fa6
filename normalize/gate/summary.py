"""What a run found, counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from normalize.gate.counts import times
from normalize.gate.finding import SEVERITIES, Failing, Finding, Mend


class Summary:
    """Counts of a run, which grow as its findings pass by.

    Args:
        checked: How many files have been checked so far.
        fail_on: The least severity that makes the run fail, or ``never``.
    """

    def __init__(self, checked: Callable[[], int], fail_on: Failing = "warning") -> None:
        self._checked = checked
        self._fail_on = fail_on
        self.severities: Counter[str] = Counter()
        self.rules: Counter[tuple[str, str]] = Counter()
        self.files = 0
        self.mendable: Counter[Mend | None] = Counter()
        self.known = 0
        self._last = ""

    @property
    def checked(self) -> int:
        """How many files have been checked."""
        return self._checked()

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return self.severities.total()

    @property
    def has_failed(self) -> bool:
        """Whether a finding is of the failing severity or above."""
        if self._fail_on == "never":
            return False
        return any(self.severities[s] for s in SEVERITIES[SEVERITIES.index(self._fail_on) :])

    def count(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The same findings, each one counted as it passes."""
        for finding in findings:
            self.severities[finding.severity] += 1
            self.rules[finding.code, finding.name] += 1
            self.mendable[finding.mend] += 1
            self.files += finding.path != self._last
            self._last = finding.path
            yield finding

    def __str__(self) -> str:
        checked = times(self.checked, "file")
        known = f"; {self.known:,} known by the baseline" if self.known else ""
        if not self.findings:
            return f"{checked} checked, nothing found{known}"
        said = [times(self.severities[s], s) for s in reversed(SEVERITIES) if self.severities[s]]
        by = (
            ("[*]", "--fix", self.mendable["safe"]),
            ("[!]", "--unsafe-fixes", self.mendable["unsafe"]),
        )
        mended = "".join(f"; {n:,} {sign} can be mended by {option}" for sign, option, n in by if n)
        return f"{checked} checked, in {self.files:,} of them {', '.join(said)}{known}{mended}"
