"""Charts as plain SVG, both axes of powers of ten: bars by name, lines by size."""

import math
from collections.abc import Mapping, Sequence
from html import escape

_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}"'
    ' font-family="sans-serif" font-size="12">\n<rect width="100%" height="100%" fill="white"/>\n'
    '<text x="12" y="22" font-size="15" font-weight="bold">{2}</text>\n'
)
_INK = (
    *("#0b6e4f", "#c8553d", "#3d5a80", "#8e7dbe", "#b08900", "#5b5b5b", "#d67ab1", "#2a9d8f"),
    *("#7f4f24", "#4361ee", "#9d0208", "#577590"),
)
_WIDTH = 760


def bars(title: str, values: Mapping[str, float], first: str) -> str:
    """A bar for each value, the longest on top; the one that is called first stands out."""
    low = 10 ** math.floor(math.log10(min(values.values())))
    decades = math.log10(max(values.values()) / low) or 1
    rows = []
    for n, (name, value) in enumerate(sorted(values.items(), key=lambda v: -v[1])):
        y = 40 + 24 * n
        length = 420 * math.log10(value / low) / decades
        ink = _INK[0] if name == first else "#a9b4bd"
        rows.append(
            f'<text x="190" y="{y + 13}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="200" y="{y}" width="{max(length, 1):.1f}" height="18" fill="{ink}"/>'
            f'<text x="{206 + length:.1f}" y="{y + 13}">{value:,.0f}</text>\n'
        )
    head = _HEAD.format(_WIDTH, 52 + 24 * len(values), escape(title))
    return f"{head}{''.join(rows)}</svg>\n"


def lines(title: str, values: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """A line for each series of points, its name beside its end."""
    points = [point for series in values.values() for point in series]
    (left, right), (low, high) = (_decades([p[axis] for p in points]) for axis in (0, 1))

    def place(x: float, y: float) -> str:
        across = 70 + 480 * (math.log10(x) - left) / (right - left)
        return f"{across:.1f},{360 - 310 * (math.log10(y) - low) / (high - low):.1f}"

    parts = [_HEAD.format(_WIDTH, 400, escape(title))]
    for power in range(low, high + 1):
        x, y = place(10**left, 10**power).split(",")
        parts.append(f'<path d="M{x} {y}H550" stroke="#ddd"/>')
        parts.append(f'<text x="62" y="{y}" dy="4" text-anchor="end">{10.0**power:,g}</text>\n')
    for power in range(left, right + 1):
        x, y = place(10**power, 10**low).split(",")
        parts.append(f'<text x="{x}" y="380" text-anchor="middle">{10**power:,}</text>\n')
    ends: list[float] = []
    for n, (name, series) in enumerate(values.items()):
        ink = _INK[n % len(_INK)]
        path = " ".join(place(*point) for point in series)
        at = float(path.split(",")[-1])
        while any(abs(at - other) < 13 for other in ends):
            at += 1
        ends.append(at)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="2"/>')
        parts.append(f'<text x="558" y="{at + 4:.1f}" fill="{ink}">{escape(name)}</text>\n')
    return "".join([*parts, "</svg>\n"])


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(1.01 * min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)
