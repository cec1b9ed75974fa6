"""Text on a terminal: nothing steers it, and columns are counted as it shows them."""

import pytest

from normalize.terminal import harmless, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rain", "Rain"),
        ("a\x1b[2Jb\tc", "a\\x1b[2Jb\\tc"),
        ("a\u200bb\u202ec", "a\\u200bb\\u202ec"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
    ],
)
def test_what_steers_is_escaped(text: str, shown: str) -> None:
    assert harmless(text) == shown


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Rain", 4),
        ("日本", 4),
        ("ｱ", 1),
        ("e\u0301", 1),
        ("ที่", 1),
        ("क\u094dष", 2),
        ("a\u200db", 2),
    ],
)
def test_columns(text: str, columns: int) -> None:
    assert width(text) == columns
