"""When an article was published: all the dates that speak for it, and the rule that chooses.

The rule (RECORD.md, rulings). Of witnesses within a day of each other: a stated zone, then finer
precision, then the maker (front matter, stamp, prefix) before the carrier (a comment) before
the address before prose. Farther apart: maker, carrier, address, prose, and a problem. Whether day
or month comes first is settled for the whole document, by the other dates of the text, then by a
labelled date, then by the address, then by the convention of the language; where both readings
survive, there is no date.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from normalize import dates
from normalize.layers.layer import COMMENTS, HEADERS, problem
from normalize.record import Date, DateRole, Precision, Problem, Reason

# Who says it. A lower rank is believed first where witnesses lie more than a day apart.
_RANK = {
    "given": 0,
    **dict.fromkeys(HEADERS, 0),
    "html-head": 0,
    "timestamp": 0,
    "date-prefix": 0,
    "html": 0,
    "markdown": 0,
    "text": 0,
    **dict.fromkeys(COMMENTS, 1),
    "url": 2,
    "file-name": 0,
}
_MONTH = len("2025-07")
_FINENESS = {"year": 0, "month": 1, "day": 2, "minute": 3, "second": 4, "fraction": 5}


class Witness(NamedTuple):
    """A date literal, and what it is believed to date.

    Attributes:
        literal: The literal, with its readings.
        spelled: As it is written.
        role: What it dates.
        origin: Where it stands; see ``Date``.
        start, end: Its span in the decoded text, where it stands there.
        reason: Why it is believed to date that, for people.
        labelled: Whether a label in the text says so.
    """

    literal: dates.DateLiteral
    spelled: str
    role: DateRole
    origin: str
    start: int | None
    end: int | None
    reason: str = ""
    labelled: bool = False


class Settled(NamedTuple):
    """A witness of which one reading is left, and what settled day and month if they were open."""

    witness: Witness
    value: str
    settled: str = ""


class Choice(NamedTuple):
    """What came of the candidates for one date.

    Attributes:
        best: The one believed; None where none can be read.
        near: Those within a day of the one that is believed first, among them the best.
        far: The others that can be read.
        chosen: The best, or the stamp that it gives its year to.
    """

    best: Settled | None = None
    near: Sequence[Settled] = ()
    far: Sequence[Settled] = ()
    chosen: Settled | None = None


class Chronology(NamedTuple):
    """The outcome: the chosen dates, all that were considered, and what could not be settled.

    The last three are what ``verdicts`` makes reasons of: the order of day and month, the
    witnesses, and what came of those for each role that is chosen.
    """

    published: str | None
    precision: Precision | None
    modified: str | None
    dates: tuple[Date, ...]
    missing: Reason | None
    problems: tuple[Problem, ...]
    order: dates.Order | None
    witnesses: Sequence[Witness]
    choices: Mapping[DateRole, Choice]


def choose(witnesses: Sequence[Witness], language: str | None) -> Chronology:
    """Apply the rule.

    Args:
        witnesses: Every date of the document, in the order in which they stand.
        language: The language of the body.
    """
    order, settled = _order(witnesses, language)
    candidates = [w for w in witnesses if w.role == "published" and w.origin in _RANK]
    published, problems = _choose(candidates, order, settled)
    partial = [w for w in candidates if w.literal.readings and not has_year(w)]
    if published.chosen is None and partial:
        message = f"{partial[0].spelled!r} states no year"
        problems.append(problem("date-partial", message, partial[0].start, partial[0].end))
    of_change = [w for w in witnesses if w.role == "modified"]
    modified, more = _choose(of_change, order, settled)
    when, change = published.chosen, modified.chosen
    chosen = {id(found.witness): found.value for found in (when, change) if found is not None}
    return Chronology(
        when.value if when else None,
        when.witness.literal.precision if when else None,
        change.value if change else None,
        tuple(_dates(witnesses, order, chosen)),
        None if when else _why(candidates),
        (*problems, *more),
        order,
        witnesses,
        {"published": published, "modified": modified},
    )


def _order(witnesses: Sequence[Witness], language: str | None) -> tuple[dates.Order | None, str]:
    """Whether the document writes the day or the month first, and the step that tells it.

    Strongest first: an order that some literal of the text proves (``31/10/2025``); a date that the
    header or a label states, and that one reading of another agrees with; the same of the address;
    the convention of the language. A step that speaks for both orders tells nothing.
    """
    proven = {w.literal.order for w in witnesses} & {"dmy", "mdy"}
    candidates = [w for w in witnesses if w.role in ("published", "modified") and has_year(w)]
    steps = (
        (proven, "the text's other dates"),
        (_agreed(candidates, [w for w in candidates if w.origin != "url"]), "a labelled date"),
        (_agreed(candidates, [w for w in candidates if w.origin == "url"]), "the address"),
    )
    for orders, step in steps:
        if len(orders) == 1:
            return "dmy" if "dmy" in orders else "mdy", step
    return dates.convention(language), f"the convention of its language ({language})"


def _agreed(candidates: Iterable[Witness], speakers: Iterable[Witness]) -> set[dates.Order]:
    """The orders in which an open literal says what a witness with one reading says."""
    values = [w.literal.readings[0] for w in speakers if len(w.literal.readings) == 1]
    orders: set[dates.Order] = set()
    for witness in candidates:
        if len(witness.literal.readings) > 1:
            day_first, month_first = (
                any(apart(reading, value) <= 1 for value in values)
                for reading in witness.literal.readings
            )
            if day_first != month_first:
                orders.add("dmy" if day_first else "mdy")
    return orders


def _choose(
    candidates: Sequence[Witness], order: dates.Order | None, settled_by: str
) -> tuple[Choice, list[Problem]]:
    """The best of the candidates that can be read, and the conflicts among them."""
    settled = [
        Settled(w, w.literal.readings[0])
        for w in candidates
        if len(w.literal.readings) == 1 and has_year(w)
    ]
    open_ones = [w for w in candidates if len(w.literal.readings) > 1 and has_year(w)]
    problems = [
        problem("date-invalid", dates.impossible(w.spelled), w.start, w.end)
        for w in candidates
        if not w.literal.readings
    ]
    for witness in open_ones:
        value = dates.choose(witness.literal, order)
        if value is not None:
            settled.append(Settled(witness, value, settled_by))
        else:
            both = " or ".join(witness.literal.readings)
            message = f"{witness.spelled!r} may be {both}; nothing in the text settles it"
            problems.append(problem("date-ambiguous", message, witness.start, witness.end))
    if not settled:
        return Choice(), problems
    settled.sort(key=lambda found: _RANK.get(found.witness.origin, 3))
    anchor = settled[0]
    near = [found for found in settled if apart(found.value, anchor.value) <= 1]
    far = [found for found in settled if apart(found.value, anchor.value) > 1]
    for witness, value, _ in far:
        message = (
            f"{anchor.witness.origin} says {anchor.value}, {witness.origin} says {value}: "
            f"{anchor.witness.origin} is believed"
        )
        problems.append(problem("date-conflict", message, witness.start, witness.end))
    best = min(near, key=weight)
    return Choice(best, near, far, _completed(best, candidates)), problems


def _completed(best: Settled, candidates: Iterable[Witness]) -> Settled:
    """A month and a stamp of that month without its year spell one value together."""
    value = best.value
    if len(value) == _MONTH:
        for witness in candidates:
            for reading in witness.literal.readings:
                if reading.startswith(f"XXXX{value[4:]}-"):
                    return Settled(witness, value[:4] + reading[4:])
    return best


def has_year(witness: Witness) -> bool:
    """Whether a literal states its year; one that does not dates nothing."""
    return not any(reading.startswith("X") for reading in witness.literal.readings)


def agree(a: dates.DateLiteral, b: dates.DateLiteral) -> bool:
    """Whether two literals may name the same day or neighbours, as far as both state it."""
    return any(
        x[4:10] == y[4:10] if "X" in x[:1] + y[:1] else apart(x, y) <= 1
        for x in a.readings
        for y in b.readings
    )


def weight(found: Settled) -> tuple[bool, int, int]:
    """The steps of the rule for witnesses that agree; the least is believed.

    They are: whether no zone is stated, the precision, and the origin.
    """
    literal = found.witness.literal
    return (
        literal.zone != "stated",
        -_FINENESS[literal.precision],
        _RANK.get(found.witness.origin, 3),
    )


def apart(a: str, b: str) -> int:
    """How many days lie between two values, as far as both state them."""
    if min(len(a), len(b)) < 10:
        shorter = min(len(a), len(b))
        return 0 if a[:shorter] == b[:shorter] else 366
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days)


def _why(candidates: Sequence[Witness]) -> Reason:
    """Why there is no date of publication."""
    if any(len(w.literal.readings) > 1 and has_year(w) for w in candidates):
        return "ambiguous"
    if any(not w.literal.readings for w in candidates):
        return "invalid"
    return "partial" if candidates else "absent"


def _dates(
    witnesses: Iterable[Witness], order: dates.Order | None, chosen: dict[int, str]
) -> Iterable[Date]:
    """Every reading of every witness; of an open one only the chosen reading, if there is one."""
    for w in witnesses:
        value = chosen.get(id(w)) or dates.choose(w.literal, order)
        for reading in w.literal.readings if value is None else (value,):
            yield Date(
                w.role,
                reading,
                w.spelled,
                w.literal.precision,
                w.literal.zone,
                w.origin,
                w.start,
                w.end,
                id(w) in chosen,
            )
