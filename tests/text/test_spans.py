import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.spans import Span, merged, trimmed


def test_a_span_gives_its_words() -> None:
    assert Span(4, 9).of("The siege ended") == "siege"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_cannot_run_backwards_or_begin_before_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="cannot run"):
        Span(start, end)


def test_trimming_leaves_the_white_space_outside() -> None:
    assert trimmed("  a b \n", 0, 7) == Span(2, 5)


def test_trimming_nothing_but_white_space_leaves_nothing() -> None:
    assert trimmed("   ", 1, 3) == Span(1, 1)


def test_neighbours_are_merged_and_others_are_not() -> None:
    assert merged([Span(5, 8), Span(0, 2), Span(2, 4)]) == (Span(0, 4), Span(5, 8))


def test_holding_and_touching() -> None:
    assert Span(0, 10).holds(Span(0, 10))
    assert not Span(0, 10).holds(Span(5, 11))
    assert Span(0, 10).touches(Span(9, 12))
    assert not Span(0, 10).touches(Span(10, 12))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 20))))
def test_merging_keeps_every_character_and_no_other(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + size) for start, size in pairs]
    kept = {place for span in merged(spans) for place in range(span.start, span.end)}
    assert kept == {place for span in spans for place in range(span.start, span.end)}
