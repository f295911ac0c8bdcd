"""A stretch of a text, by the places of its characters."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """Characters ``start`` up to, not including, ``end``, counted in Unicode code points.

    Raises ValueError when it would run backwards or begin before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"A span cannot run from {self.start} to {self.end}.")

    @property
    def pair(self) -> list[int]:
        """As it is stored and written: start and end."""
        return [self.start, self.end]

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def trimmed(text: str, start: int, end: int) -> Span:
    """The span from start to end without the white space at its edges; empty, at ``start``, if there is
    nothing else.
    """
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    size = len(words.strip())
    return Span(start + lead, start + lead + size) if size else Span(start, start)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same characters in as few spans as possible, in the order of the text."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
