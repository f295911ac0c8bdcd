"""Text cut at the edges of spans that may overlap."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.segments import lanes, segments
from factcheck.text.spans import Span

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair))))


def test_the_words_between_two_overlapping_spans_belong_to_both() -> None:
    cut = segments(Span(0, 10), [Span(0, 6), Span(4, 10)])
    assert [((part.span.start, part.span.end), part.owners) for part in cut] == [
        ((0, 4), (0,)),
        ((4, 6), (0, 1)),
        ((6, 10), (1,)),
    ]


@given(SPANS)
def test_nothing_is_lost_and_nothing_said_twice(spans: list[Span]) -> None:
    cut = segments(Span(5, 35), spans)
    assert [place for part in cut for place in range(part.span.start, part.span.end)] == list(range(5, 35))


@given(SPANS)
def test_each_character_belongs_to_the_spans_that_hold_it(spans: list[Span]) -> None:
    for part in segments(Span(5, 35), spans):
        for place in range(part.span.start, part.span.end):
            holding = [index for index, span in enumerate(spans) if span.start <= place < span.end]
            assert list(part.owners) == holding


@given(SPANS)
def test_two_that_overlap_never_share_a_lane(spans: list[Span]) -> None:
    spans = sorted(span for span in spans if span.end > span.start)
    placed = list(zip(spans, lanes(spans), strict=True))
    for place, (span, lane) in enumerate(placed):
        assert not any(lane == other_lane and span.touches(other) for other, other_lane in placed[:place])
