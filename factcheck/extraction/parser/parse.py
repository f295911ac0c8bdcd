"""A sentence's dependencies as plain data, over the words of `Token`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Parse:
    """For each token by its number: the token it hangs on, how, its tag, coarse tag and dictionary form.

    A root hangs on itself, with the relation ROOT; a sentence may have several. Relations are those of Universal
    Dependencies 2 with subtypes, tags those of the Penn Treebank, coarse tags UD's; `parser/MODEL_CARD.md` says how
    far to trust them.
    """

    heads: Sequence[int]
    relations: Sequence[str]
    tags: Sequence[str]
    coarse: Sequence[str]
    lemmas: Sequence[str]

    def __len__(self) -> int:
        return len(self.heads)

    @cached_property
    def _children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.heads]
        for number, head in enumerate(self.heads):
            if head != number:
                found[head].append(number)
        return found

    def children(self, number: int, *relations: str) -> list[int]:
        """What hangs on a token, from left to right; with relations, only what hangs on it by one of these."""
        found = self._children[number]
        return [child for child in found if self.relations[child] in relations] if relations else found

    def is_root(self, number: int) -> bool:
        """Whether the token hangs on nothing."""
        return self.heads[number] == number

    def subtree(self, number: int, *, without: Collection[int] = ()) -> list[int]:
        """The token and all below it, in order, leaving out the subtrees of `without`."""
        found, open_ = [], [number]
        while open_:
            at = open_.pop()
            found.append(at)
            open_ += [child for child in self._children[at] if child not in without]
        return sorted(found)

    def edges(self, number: int, *, without: Collection[int] = ()) -> tuple[int, int]:
        """The stretch from the first token of a subtree up to, not including, what is behind its last."""
        found = self.subtree(number, without=without)
        return found[0], found[-1] + 1
