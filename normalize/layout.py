"""Which lines of a flattened page are its article, by their layout.

A linear model of what a line and its neighbours look like: how long they are, whether they end as
sentences do, what is repeated, where the running text is dense, what the page's own headings and
prompts stand among. Two weights for each feature, in ``_layout``, were fitted to one half of a
labelled set by ``normalize.tools.layout``: how much it speaks for a line of the article, and how
much for one below its end. The end is where the two sides agree best. The idea is that of
boilerplate detection by shallow text features (Kohlschütter et al., WSDM 2010), with the line in
the place of the HTML block.
"""

from collections.abc import Sequence
from operator import mul

from normalize._layout import BODY, TAIL
from normalize.cues import Cues
from normalize.line_features import FAR, FEATURES, features
from normalize.passage import Passage

_LEFT_OVER = 2
_MARGIN = -0.35
"""What a line of the article scores at least; below even odds, since what is lost is not seen."""

_EARLY = 0.2
"""How much the end is drawn upwards: a line lost at the end costs less than a tail kept."""

BELOW = "below the end of the article"
BY_LOOK = "its layout"
"""How the reason of a line begins that stands above the end and does not look like the article."""

_SAID = tuple(FEATURES.values())[1:]
_ENDS = list(FEATURES).index("ends")
_BIG = list(FEATURES).index("long")


def judge(passages: Sequence[Passage], cues: Cues) -> list[str]:
    """Why each line of a flattened page is not of its article; nothing where it is.

    Args:
        passages: The lines of the body, in order, in the roles that their words gave them.
        cues: The words of the body's language.
    """
    rows = features(passages, cues)
    end = _end([sum(map(mul, TAIL, row)) for row in rows])
    marked = (i for i, p in enumerate(passages, 1) if p.text.endswith(cues.end_marks))
    end = max(end, next(marked, 0))
    reasons = []
    for i, row in enumerate(rows):
        if i >= end:
            reasons.append(BELOW)
        elif sum(map(mul, BODY, row)) > _MARGIN:
            reasons.append("")
        else:
            reasons.append(_reason(row))
    kept = [i for i, said in enumerate(reasons) if not said and passages[i].role == "body"]
    for i in _left_over(rows, kept):
        reasons[i] = BELOW
    return reasons


def _left_over(rows: Sequence[Sequence[float]], kept: Sequence[int]) -> Sequence[int]:
    """The one or two lines at the end that are short and open, below one that is not.

    A heading with nothing under it, a button, a list of topics: more of them are a list's items.
    """
    count = next((n for n, i in enumerate(reversed(kept)) if rows[i][_ENDS] or rows[i][_BIG]), 0)
    return kept[-count:] if 0 < count <= _LEFT_OVER else ()


def _end(below: Sequence[float]) -> int:
    """Where the article ends: the split at which the lines on both sides are likeliest."""
    best = total = 0.0
    end = 0
    for i, score in enumerate(below, 1):
        # log P(above) - log P(below) of a logistic model is its score with the sign turned.
        total -= max(-FAR, min(FAR, score + _EARLY))
        if total > best:
            best, end = total, i
    return end


def _reason(row: Sequence[float]) -> str:
    """The feature that speaks most against a line."""
    weights = list(map(mul, BODY, row))[1:]
    return f"{BY_LOOK}, above all {_SAID[weights.index(min(weights))]}"
