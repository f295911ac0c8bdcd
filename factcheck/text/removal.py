"""What was left out of a text, shown in its place among what was kept."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel, LCSseq

from factcheck.text.wording import Kind, Piece, changes

MOST_PAIRS = 50_000_000  # words, or paragraphs, of one side times those of the other; beyond it, all is gone and new
LEAST_ALIKE = 0.75  # of a paragraph's words, for it to be the same one, changed

_WORD = re.compile(r"\w+")
Block = list[Piece]
"""The pieces of one paragraph."""


def shown(whole: str, text: str) -> list[Block]:
    """The paragraphs of `whole`, cleaned as the text is, that the text has, and in their places those that it has not.

    What is kept and new, in order, is the text, but for the white space between paragraphs.
    """
    before, after = _blocks(whole), _blocks(text)
    return list(_told(before, after)) if before else [[Piece(Kind.KEPT, words)] for words in after]


def _blocks(text: str) -> list[str]:
    return [block for block in text.split("\n\n") if block.strip()]


def _told(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """Around the paragraphs that both have."""
    if len(before) * len(after) > MOST_PAIRS:
        yield from _as_they_are(before, after)
        return
    here = there = 0
    for step in LCSseq.opcodes(*([" ".join(block.split()) for block in blocks] for blocks in (before, after))):
        if step.tag == "equal":
            yield from _between(before[here : step.src_start], after[there : step.dest_start])
            yield from ([Piece(Kind.KEPT, words)] for words in after[step.dest_start : step.dest_end])
            here, there = step.src_end, step.dest_end
    yield from _between(before[here:], after[there:])


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    """Paragraphs of which none is the same, around those that are alike."""
    here = there = 0
    for place, other in _alike(old, new):
        yield from _word_by_word(old[here:place], new[there:other])
        yield from _cut(changes(old[place], new[other]))
        here, there = place + 1, other + 1
    yield from _word_by_word(old[here:], new[there:])


def _alike(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """For each new paragraph the first old one like it, behind the one before."""
    bags, start = [_WORD.findall(block) for block in old], 0
    for other, block in enumerate(new):
        words = _WORD.findall(block)
        for place in range(start, len(bags)):
            if Indel.normalized_similarity(bags[place], words, score_cutoff=LEAST_ALIKE):
                yield place, other
                start = place + 1
                break


def _word_by_word(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    left, right = "\n\n".join(old), "\n\n".join(new)
    if not old or not new or len(left.split()) * len(right.split()) > MOST_PAIRS:
        yield from _as_they_are(old, new)
    else:
        yield from _cut(changes(left, right))


def _as_they_are(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    yield from ([Piece(Kind.GONE, words)] for words in old)
    yield from ([Piece(Kind.NEW, words)] for words in new)


def _cut(pieces: Sequence[Piece]) -> Iterator[Block]:
    """A new paragraph wherever one of the pieces has an empty line; of white space alone, what the text has stays."""
    block: Block = []
    for piece in pieces:
        first, *others = piece.words.split("\n\n")
        for number, words in enumerate((first, *others)):
            if number and block:
                yield block
                block = []
            if words.strip():
                block.append(Piece(piece.kind, words))
            elif words and block and piece.kind != Kind.GONE:
                block.append(Piece(Kind.KEPT, words))
    if block:
        yield block
