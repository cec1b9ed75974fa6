"""Why a date is the record's or is not: the steps of ``chronology``'s rule, for people."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from normalize import dates
from normalize.chronology import Choice, Chronology, Settled, Witness, has_year, weight

# What each step of `weight` says of the witness that is chosen, and of one that is left.
_STEPS = (
    ("a stated zone", "no zone is stated"),
    ("finer precision", "coarser than the chosen one"),
    ("maker before carrier before address", "believed after the chosen one"),
    ("the first of those that say the same", "it says the same"),
)


class Verdict(NamedTuple):
    """What became of one witness.

    Attributes:
        witness: The witness.
        values: What it may say: nothing where there is no such day, both readings where day and
            month stay open.
        chosen: Whether it is the record's ``published`` or ``modified``.
        reason: The step of the rule that chose it or left it; of one that does not date the
            article, why it is believed not to.
    """

    witness: Witness
    values: tuple[str, ...]
    chosen: bool
    reason: str


def of(when: Chronology) -> Iterator[Verdict]:
    """What became of each witness, in their order."""
    settled = {
        id(found.witness): found
        for choice in when.choices.values()
        if choice.chosen is not None
        for found in (*choice.near, *choice.far, choice.chosen)
    }
    far = {id(found.witness) for choice in when.choices.values() for found in choice.far}
    for witness in when.witnesses:
        choice = when.choices.get(witness.role)
        mine = settled.get(id(witness))
        value = mine.value if mine is not None else dates.choose(witness.literal, when.order)
        values = witness.literal.readings if value is None else (value,)
        if choice is None:
            yield Verdict(witness, values, False, witness.reason)
        elif mine is not None and mine is choice.chosen:
            yield Verdict(witness, values, True, _chosen(choice, mine))
        elif id(witness) in far and choice.best is not None:
            origin = choice.best.witness.origin
            why = f"conflict: more than a day from what {origin} says"
            yield Verdict(witness, values, False, why)
        else:
            yield Verdict(witness, values, False, _refused(witness, choice, mine, values))


def _chosen(choice: Choice, chosen: Settled) -> str:
    others = [found for found in choice.near if found is not choice.best]
    if chosen is not choice.best:
        reason = "a prefix with the same month gives its year"
    elif others:
        reason = _STEPS[_step(chosen, min(others, key=weight))][0]
    elif choice.far:
        reason = "maker before carrier before address"
    else:
        reason = "the only witness"
    return f"{reason}; day and month settled by {chosen.settled}" if chosen.settled else reason


def _refused(witness: Witness, choice: Choice, mine: Settled | None, values: Sequence[str]) -> str:
    if not values:
        return "invalid: there is no such date"
    if not has_year(witness):
        return "partial: it states no year"
    if mine is None or choice.best is None:
        return "ambiguous: day and month may change places, and nothing settles it"
    if mine is choice.best:
        return "it gives the chosen one its year"
    return _STEPS[_step(choice.best, mine)][1]


def _step(best: Settled, other: Settled) -> int:
    """The step that parts two witnesses that agree; the last of the table where none does."""
    pairs = zip(weight(best), weight(other), strict=True)
    return next((i for i, (x, y) in enumerate(pairs) if x != y), len(_STEPS) - 1)
