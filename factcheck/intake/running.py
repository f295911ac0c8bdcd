"""What a printed page repeats at its edges: running heads, and page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.intake.layout import Line

SAME_HEIGHT_POINTS = 3.0
FEWEST_PAGES = 3  # that say the same words, without a number that counts them
_NUMBER = re.compile(r"\d{1,5}")

Key = tuple[str, int | None]


def running(pages: Sequence[Sequence[Line]]) -> set[int]:
    """The `id` of each line that pages have as their first or their last, at the same height, in words that differ at
    most by a number which counts the pages. What looks like it and comes too seldom is not sure, and stays.
    """
    found: set[int] = set()
    while more := _outermost(pages, found):  # below a running head there may be another one
        found |= more
    return found


def _outermost(pages: Sequence[Sequence[Line]], known: set[int]) -> set[int]:
    alike: dict[Key, list[Line]] = defaultdict(list)
    for page in pages:
        lines = [line for line in page if id(line) not in known]
        for line in _edges(lines):
            for key in _keys(line):
                alike[key].append(line)
    fewest = min(FEWEST_PAGES, len(pages))
    return {
        id(line)
        for (_, counted), lines in alike.items()
        for group in _level(lines)
        if len({line.page for line in group}) >= max(2, fewest if counted is None else 2)
        for line in group
    }


def _edges(page: Sequence[Line]) -> list[Line]:
    return [min(page, key=_height), max(page, key=_height)] if len(page) > 1 else []


def _height(line: Line) -> float:
    return line.bottom


def _keys(line: Line) -> Iterator[Key]:
    """Its words, and for each of its numbers the words around it with the number as counted from the page."""
    yield line.words, None
    for number in _NUMBER.finditer(line.words):
        yield f"{line.words[: number.start()]}#{line.words[number.end() :]}", int(number[0]) - line.page


def _level(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in groups of one height."""
    group: list[Line] = []
    for line in sorted(lines, key=_height):
        if group and line.bottom - group[-1].bottom > SAME_HEIGHT_POINTS:
            yield group
            group = []
        group.append(line)
    if group:
        yield group
