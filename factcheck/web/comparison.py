"""What changed between two drafts, ready to be printed: sentence by sentence, in the order of the newer one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from factcheck.text.alignment import Alignment, Fate, Pair
from factcheck.text.wording import Piece, changes

AROUND = 1  # so many unchanged sentences are shown beside one that changed


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence of the newer draft, or one that is gone from it."""

    fate: Fate
    pieces: list[Piece]
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences that follow each other; where `skipped` is not 0, so many unchanged ones that are left out instead."""

    changes: list[Change]
    skipped: int = 0


@dataclass(frozen=True)
class Comparison:
    changes: list[Change]

    @cached_property
    def counts(self) -> list[tuple[Fate, int]]:
        fates = [change.fate for change in self.changes]
        return [(fate, number) for fate in Fate if fate != Fate.SAME and (number := fates.count(fate))]

    @property
    def stretches(self) -> Iterator[Stretch]:
        """What changed, each with its surroundings."""
        told = [change.fate != Fate.SAME for change in self.changes]
        shown = [any(told[max(0, place - AROUND) : place + AROUND + 1]) for place in range(len(told))]
        for visible, group in groupby(zip(self.changes, shown, strict=True), key=lambda pair: pair[1]):
            members = [change for change, _ in group]
            yield Stretch(members) if visible else Stretch([], len(members))


def compare(alignment: Alignment) -> Comparison:
    return Comparison([_change(pair, alignment.old, alignment.new) for pair in alignment.pairs])


def _change(pair: Pair, old: str, new: str) -> Change:
    before = pair.old.of(old) if pair.old else ""
    after = pair.new.of(new) if pair.new else ""
    if pair.fate in {Fate.SAME, Fate.MOVED}:
        return Change(pair.fate, [], after)
    return Change(pair.fate, changes(before, after), after or before)
