"""The label of a date in a comment: what a program or the press writes before it."""

from typing import cast

from normalize.cues import Cues
from normalize.layers import keys
from normalize.layers.labels import Kind

_LOOSE = " \t\u00a0\u3000:：=＝,，;；.()[]-–—"
_DATING = ("published", "modified", "crawl")
# The names that programs give a time itself.
_TIMES = frozenset(
    ("time", "timestamp", "datetime", "ts", "epoch", "unix", "unixtime", "unix time")
)


def role(said: str, words: Cues) -> Kind | None:
    """What a label says of its date.

    Args:
        said: All that stands beside the date, with the signs around it; nothing leaves it to its
            place, where it is the article's.
        words: The words of the page's language.

    Returns:
        ``published``, ``modified`` or ``crawl``; None where the words are none that date a page.
    """
    label = said.strip(_LOOSE)
    if not label or label.lower() in _TIMES:
        return "published"
    kind = keys.known(label)
    if kind not in _DATING:
        label = label.replace("_", " ")
        found = words.labels.match(f"{label}:")
        whole = found is not None and found.end(found.lastgroup or 0) == len(label)
        kind = found.lastgroup if found is not None and whole else None
    return cast(Kind, kind) if kind in _DATING else None
