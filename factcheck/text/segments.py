"""A stretch of text cut at the edges of the spans that lie on it, however they overlap."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.text.spans import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters on which the same spans lie throughout; `owners` are those spans' places in what was given."""

    span: Span
    owners: tuple[int, ...]


def segments(whole: Span, spans: Sequence[Span]) -> list[Segment]:
    """The segments of `whole`, in order and without a gap; what reaches beyond it is cut off."""
    edges = {edge for span in spans for edge in (span.start, span.end)}
    cuts = [whole.start, *sorted(edge for edge in edges if whole.start < edge < whole.end), whole.end]
    return [Segment(Span(start, end), _owners(spans, start, end)) for start, end in pairwise(cuts) if start < end]


def _owners(spans: Sequence[Span], start: int, end: int) -> tuple[int, ...]:
    return tuple(index for index, span in enumerate(spans) if span.start <= start and end <= span.end)


def lanes(extents: Sequence[Span]) -> list[int]:
    """For each extent, in order of start, the lowest lane from 0 in which it overlaps none before it."""
    ends: list[int] = []
    result = []
    for extent in extents:
        lane = next((lane for lane, end in enumerate(ends) if end <= extent.start), len(ends))
        ends[lane : lane + 1] = [extent.end]
        result.append(lane)
    return result
