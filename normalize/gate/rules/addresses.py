"""NRM5xx: the article's own address."""

import re
from collections.abc import Iterable, Iterator

from normalize.expression import expression
from normalize.gate.finding import Fault
from normalize.gate.registry import rule
from normalize.gate.subject import Subject

_ABSOLUTE = expression(r"[A-Za-z][A-Za-z0-9+.\-]*://[^/?#\s]+")
# Parameters that say how a reader came, not what is read: of analytics, advertising and sharing.
_TRACKING = expression(
    r"[?&;](utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id"
    r"|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|oly_enc_id|vero_id|wickedid|_openstat|at_medium"
    r"|at_campaign|spm|share_token|ref_src|ref_url|cmpid|ocid|ns_source|ns_mchannel|ns_campaign)=",
    re.IGNORECASE,
)


@rule("NRM501", "address-missing", "info")
def missing(subject: Subject) -> Iterator[Fault]:
    """Nothing states the article's own address.

    Why: Where it came from cannot be looked up, credited or fetched again.
    Fails:
        ---
        title: Rain again
        ---

        Rain fell in the night.
    Passes:
        ---
        title: Rain again
        link: https://news.example/rain
        ---

        Rain fell in the night.
    Mend: Write it into the header.
    """
    if subject.is_text and subject.record.url is None:
        yield Fault("the article has no address")


@rule("NRM502", "address-not-absolute", "warning")
def not_absolute(subject: Subject) -> Iterator[Fault]:
    """The address has no scheme or no host.

    Why: It leads somewhere only on the page where it stood.
    Fails:
        <!--1712571302000-->
        [Rain again](/news/rain)

        <p>Rain fell in the night.</p>
    Passes:
        <!--1712571302000-->
        [Rain again](https://news.example/news/rain)

        <p>Rain fell in the night.</p>
    Mend: Write it whole.
    """
    url = subject.record.url
    if url and not _ABSOLUTE.match(url):
        yield Fault(f"{url!r} has no scheme or no host", *subject.span("url"))


@rule("NRM503", "address-tracking", "info")
def tracking(subject: Subject) -> Iterator[Fault]:
    """The address holds parameters that follow readers about.

    Why: One article has many addresses, which no comparison takes for the same.
    Fails:
        <!--1712571302000-->
        [Rain again](https://news.example/rain?utm_source=feed&id=7)

        <p>Rain fell in the night.</p>
    Passes:
        <!--1712571302000-->
        [Rain again](https://news.example/rain?id=7)

        <p>Rain fell in the night.</p>
    Mend: Take them out of the address.
    """
    found = _TRACKING.search(subject.record.url or "")
    if found:
        yield Fault(f"the address holds the parameter {found[1]}", *subject.span("url"))


@rule("NRM504", "address-double-encoded", "info", problems=("url-double-encoded",))
def double_encoded(subject: Subject) -> Iterable[Fault]:
    """The address is percent-encoded twice.

    Why: Such an address rarely leads anywhere.
    Fails:
        <!--1712571302000-->
        [Rain again](https://news.example/r%25C3%25A9gion/rain)

        <p>Rain fell in the night.</p>
    Passes:
        <!--1712571302000-->
        [Rain again](https://news.example/r%C3%A9gion/rain)

        <p>Rain fell in the night.</p>
    Mend: Decode it once.
    """
    return subject.problems("url-double-encoded")
