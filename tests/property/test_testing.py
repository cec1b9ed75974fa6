"""The public strategies: each format's documents are of that format."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

import normalize
from normalize.testing import FORMATS, documents, records
from normalize.writing import FORMS


def test_strategies_draw_for_every_format_that_is_written() -> None:
    assert set(FORMATS) == set(FORMS)


@pytest.mark.parametrize("format_", FORMATS)
def test_document_is_of_its_format(format_: str) -> None:
    @settings(max_examples=20)
    @given(documents(format_))
    def is_of_its_format(data: bytes) -> None:
        record = normalize.loads(data)
        assert record.format == format_
        assert record.text

    is_of_its_format()


@pytest.mark.parametrize("strategy", [records, documents])
def test_a_format_that_is_not_known_is_refused_where_it_is_named(
    strategy: Callable[[str], object],
) -> None:
    with pytest.raises(normalize.NormalizeError, match="there are jekyll-post, ") as raised:
        strategy("nope")
    assert raised.value.code == "format-unknown"
