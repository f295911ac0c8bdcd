"""Lines of a printed page, joined into paragraphs by where they stand and how they end."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from factcheck.text.paragraphs import ENDED
from factcheck.text.wordlists import words

# In sizes of the line's characters.
ONE_COLUMN = 2.5  # lines that begin no further apart stand in one column
INDENTED = 0.6
SAME_SIZE = 0.12
WIDER_GAP = 1.25  # of the distance that is usual between two lines
USUAL_DISTANCE = 1.2  # where there is nothing to measure
ROOM = 1.0  # that a word leaves free when it would have fitted

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_BROKEN = re.compile(r"(\w+)-$")
_GOES_ON = re.compile(r"\w+")
# What keeps its hyphen, and is seldom the beginning, or the end, of a longer word.
_HEADS = words("""
    well ill self half high low long short large small hard soft first second third two three twenty thirty forty fifty
    sixty seventy eighty ninety north south east west far near vice
""")
_TAILS = words("based year term style making maker makers related known general elect")
_BULLET = re.compile(r"[•▪◦‣●■]\s")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, or one cell of a table's; pages are numbered from 0, edges in points from the page's lower
    left corner.
    """

    words: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    is_cell: bool = False

    @property
    def size(self) -> float:
        return max(self.top - self.bottom, 1.0)


def paragraphs(lines: Sequence[Line], apart: Container[int] = ()) -> list[str]:
    """The words of the lines, a string for each paragraph. Lines whose `id` is in `apart` stand alone, before the
    paragraph that they would have interrupted.
    """
    edges, distance, mend = _edges(lines), _distance(lines), _Mending(lines)
    found: list[str] = []
    between: list[str] = []
    last: Line | None = None
    for line in lines:
        if id(line) in apart:
            between.append(line.words)
            continue
        if last and _continues(last, line, edges[_column(last)], distance):
            found[-1:] = [*between, mend.joined(found[-1], line.words)]
        else:
            found += [*between, line.words]
        between, last = [], line
    return found + between


def _column(line: Line) -> tuple[int, int]:
    return line.page, round(line.left / (ONE_COLUMN * line.size))


def _edges(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """How far each column's lines reach to the right, also those that begin just beside it."""
    reach: dict[tuple[int, int], float] = {}
    for line in lines:
        page, place = _column(line)
        for beside in (place - 1, place, place + 1):
            reach[page, beside] = max(reach.get((page, beside), 0.0), line.right)
    return reach


def _distance(lines: Sequence[Line]) -> float:
    """From one line to the next within a paragraph, in sizes: the usual one."""
    steps = [(above.bottom - below.bottom) / above.size for above, below in pairwise(lines) if _follows(above, below)]
    return median(steps) if steps else USUAL_DISTANCE


def _follows(above: Line, below: Line) -> bool:
    """Whether it stands right below, in characters of one size."""
    step = above.bottom - below.bottom
    return above.page == below.page and _same_size(above, below) and 0.5 * above.size < step < 2 * above.size


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= SAME_SIZE * max(one.size, other.size)


def _continues(last: Line, line: Line, edge: float, distance: float) -> bool:
    """Whether the paragraph goes on in this line."""
    if last.is_cell or line.is_cell or not _same_size(last, line) or _BULLET.match(line.words):
        return False
    ended = bool(ENDED.search(last.words))
    if not ended and line.words[0].islower():
        return True
    if last.page != line.page or line.bottom >= last.bottom - 0.5 * last.size:  # another page, or column
        return not ended and not _broke_off(last, line, edge)
    if last.bottom - line.bottom > WIDER_GAP * distance * last.size:
        return False
    if line.left - last.left > INDENTED * line.size:
        return False
    return not _broke_off(last, line, edge)


def _broke_off(last: Line, line: Line, edge: float) -> bool:
    """Whether the next word would have fitted into the line: its writer ended it, and not its width."""
    width = (line.right - line.left) / len(line.words)
    first = len(line.words.split(maxsplit=1)[0])
    return edge - last.right > (first + 1) * width + ROOM * line.size


class _Mending:
    """Joins lines, and words that were broken between them: only where the text itself does not say otherwise."""

    def __init__(self, lines: Sequence[Line]) -> None:
        text = "\n".join(line.words for line in lines)
        self.words = Counter(word.lower() for word in _WORD.findall(text))
        self.hyphenated = {word.lower() for word in _HYPHENATED.findall(text)}

    def joined(self, before: str, after: str) -> str:
        broken, rest = _BROKEN.search(before), _GOES_ON.match(after)
        if not broken or not rest:
            return f"{before} {after}"
        return (before[:-1] if self._is_one_word(broken[1], rest[0]) else before) + after

    def _is_one_word(self, head: str, tail: str) -> bool:
        whole, parted = f"{head}{tail}".lower(), f"{head}-{tail}".lower()
        if not (head.isalpha() and tail.isalpha() and tail.islower()) or parted in self.hyphenated:
            return False
        if whole in self.words:
            return True
        return not (head.lower() in _HEADS or tail in _TAILS or all(map(self._stands_alone, (head, tail))))

    def _stands_alone(self, part: str) -> bool:
        """Whether the text has it as a word somewhere else: each half stands at the break itself once."""
        return self.words[part.lower()] > 1
