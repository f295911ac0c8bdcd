"""What changed between two wordings, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import LCSseq, Levenshtein

from factcheck.text.spans import Span

_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")
_TOKEN = re.compile(rf"\s+|{_WORD.pattern}")


class Kind(StrEnum):
    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, with the white space between them, that both wordings have or only one."""

    kind: Kind
    words: str


def changes(old: str, new: str) -> list[Piece]:
    """The pieces that lead from the old wording to the new one, what is gone before what takes its place.

    Those that are kept and gone together are the old wording; those that are kept and new, the new one.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    found = [piece for piece in _pieces(before, after) if piece.words]
    return [
        Piece(kind, words)
        for stays, group in groupby(found, key=lambda piece: piece.kind == Kind.KEPT)
        for kind, words in _sorted(list(group), stays=stays)
        if words
    ]


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    for step in LCSseq.opcodes(before, after):
        gone = "".join(before[step.src_start : step.src_end])
        if step.tag == "equal":
            # White space alone, between two changes, makes a change of three words three changes.
            yield from [Piece(Kind.KEPT, gone)] if gone.strip() else [Piece(Kind.GONE, gone), Piece(Kind.NEW, gone)]
        else:
            yield Piece(Kind.GONE, gone)
            yield Piece(Kind.NEW, "".join(after[step.dest_start : step.dest_end]))


def _sorted(group: Sequence[Piece], *, stays: bool) -> Iterator[tuple[Kind, str]]:
    for kind in (Kind.KEPT,) if stays else (Kind.GONE, Kind.NEW):
        yield kind, "".join(piece.words for piece in group if piece.kind == kind)


def words(text: str) -> list[Span]:
    """Where the words and marks of a text stand, in order."""
    return [Span(*found.span()) for found in _WORD.finditer(text)]


def counterpart(old: str, new: str, span: Span) -> Span | None:
    """The words of the new wording that stand where the span's stand in the old one; None: they were taken out."""
    before, after = words(old), words(new)
    inside = [place for place, word in enumerate(before) if word.touches(span)]
    if not inside:
        return None
    steps = Levenshtein.opcodes([word.of(old) for word in before], [word.of(new) for word in after])
    first = last = 0
    for step in steps:
        if step.src_start <= inside[0] < step.src_end:
            first = step.dest_start + (inside[0] - step.src_start if step.tag == "equal" else 0)
        if step.src_start <= inside[-1] < step.src_end:
            last = step.dest_start + inside[-1] - step.src_start + 1 if step.tag == "equal" else step.dest_end
    return Span(after[first].start, after[last - 1].end) if first < last else None
