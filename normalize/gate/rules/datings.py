"""NRM4xx: the date of publication."""

from collections.abc import Iterable, Iterator

from normalize import dates
from normalize.gate.finding import Fault
from normalize.gate.registry import rule
from normalize.gate.subject import Subject

_PROSE = ("text", "markdown", "html", "body")
"""Where a date has its origin that stands in the body."""


@rule("NRM401", "date-missing", "warning", default=True)
def missing(subject: Subject) -> Iterator[Fault]:
    """Nothing states when the article was published.

    Why: Without a day, an article belongs to no time of the corpus.
    Fails:
        ---
        title: Rain again
        ---

        Rain fell in the night.
    Passes:
        ---
        title: Rain again
        date: 2024-04-08
        ---

        Rain fell in the night.
    Mend: Write the date into the header.
    """
    if subject.is_text and subject.record.missing.get("published") == "absent":
        yield Fault("the article has no date")


@rule("NRM402", "date-ambiguous", "warning", default=True, problems=("date-ambiguous",))
def ambiguous(subject: Subject) -> Iterable[Fault]:
    """Day and month of the stated date could be either way round.

    Why: Nothing in the text settles it, and a guess is wrong as often as not.
    Fails:
        ---
        title: Rain again
        date: 03/04/2024
        ---

        Rain fell in the night.
    Passes:
        ---
        title: Rain again
        date: 2024-04-03
        ---

        Rain fell in the night.
    Mend: Write the date as YYYY-MM-DD.
    """
    return subject.problems("date-ambiguous")


@rule("NRM403", "date-partial", "warning", default=True, problems=("date-partial",))
def partial(subject: Subject) -> Iterable[Fault]:
    """A stamp states a day without its year.

    Why: A year is never filled in, so that the article has no date.
    Fails:
        Дождь над Волгой

        24 июля, 15:44

        Во вторник над Волгой прошёл сильный дождь, сообщили спасатели.
    Passes:
        Дождь над Волгой

        24 июля 2025, 15:44

        Во вторник над Волгой прошёл сильный дождь, сообщили спасатели.
    Mend: Write the year.
    """
    return subject.problems("date-partial")


@rule("NRM404", "date-conflict", "warning", default=True, problems=("date-conflict",))
def conflict(subject: Subject) -> Iterator[Fault]:
    """Two witnesses of the date of publication lie more than a day apart.

    Why: One of them dates something else: a crawl, an update, another article. A date in the body
    is not held against the header, for most such are deadlines and events; nor is a bare month.
    Fails:
        <!--1712571302000-->
        [Rain again](https://news.example/2023/01/15/rain)

        <p>Rain fell in the night.</p>
    Passes:
        <!--1712571302000-->
        [Rain again](https://news.example/2024/04/08/rain)

        <p>Rain fell in the night.</p>
    Mend: Look at both (`normalize explain`), and take out the wrong one.
    """
    passed = {
        (date.start, date.end)
        for date in subject.record.dates
        if date.origin in _PROSE or date.precision in ("year", "month")
    }
    for fault in subject.problems("date-conflict"):
        if (fault.start, fault.end) not in passed:
            yield fault


@rule("NRM405", "date-impossible", "error", default=True, problems=("date-invalid",))
def impossible(subject: Subject) -> Iterable[Fault]:
    """A stated date does not exist.

    Why: It is never rolled over to another day: the article has no date.
    Fails:
        ---
        title: Rain again
        date: 2024-02-30
        ---

        Rain fell in the night.
    Passes:
        ---
        title: Rain again
        date: 2024-02-29
        ---

        Rain fell in the night.
    Mend: Find out the right day and write it.
    """
    return subject.problems("date-invalid")


@rule("NRM406", "date-too-early", "error", default=True)
def too_early(subject: Subject) -> Iterator[Fault]:
    """The article was published before `earliest-date`, where that is set.

    Why: Dates such as 1970-01-01 are those of a program that had none.
    Fails:
        $ earliest-date = "1990"
        ---
        title: Rain again
        date: 1970-01-01
        ---

        Rain fell in the night.
    Passes:
        $ earliest-date = "1990"
        ---
        title: Rain again
        date: 2024-04-08
        ---

        Rain fell in the night.
    Mend: Find out the right day.
    """
    published, bound = subject.record.published, subject.settings.earliest_date
    if published and bound and published < bound[: len(published)]:
        yield Fault(f"{published} is before {bound}", *subject.span("published"))


@rule("NRM407", "date-too-late", "error", default=True)
def too_late(subject: Subject) -> Iterator[Fault]:
    """The article was published after `latest-date`, where that is set.

    Why: An article of the future is dated wrongly. The clock is asked only where the setting is
    `today`.
    Fails:
        $ latest-date = "2025-12-31"
        ---
        title: Rain again
        date: 2042-04-08
        ---

        Rain fell in the night.
    Passes:
        $ latest-date = "2025-12-31"
        ---
        title: Rain again
        date: 2024-04-08
        ---

        Rain fell in the night.
    Mend: Find out the right day.
    """
    published, bound = subject.record.published, subject.settings.latest_date
    if published and bound and published[: len(bound)] > bound:
        yield Fault(f"{published} is after {bound}", *subject.span("published"))


@rule("NRM408", "modified-before-published", "info")
def modified_first(subject: Subject) -> Iterator[Fault]:
    """The article was modified before the day on which it was published.

    Why: One of the dates is wrong, or they were taken for each other.
    Fails:
        ---
        title: Rain again
        date: 2024-04-08
        last_modified_at: 2024-04-01
        ---

        Rain fell in the night.
    Passes:
        ---
        title: Rain again
        date: 2024-04-08
        last_modified_at: 2024-04-09
        ---

        Rain fell in the night.
    Mend: Find out which one is wrong.
    """
    record = subject.record
    if not record.published or not record.modified:
        return
    first, last = ((dates.instant(d) or d)[:10] for d in (record.published, record.modified))
    if last < first[: len(last)]:
        message = f"modified {record.modified}, published {record.published}"
        yield Fault(message, *subject.span("modified"))
