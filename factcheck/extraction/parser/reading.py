"""Words of ours, parsed: the parser reads the sentences in its own words, and what it finds is laid over ours."""

import importlib
import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.extraction.parser.parse import Parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 16
LONGEST = 250
"""Tokens of a sentence that are parsed in one piece: the next ones start anew, so that memory stays in bounds."""

Place = tuple[int, int]
"""From one character up to, not including, another."""

REST = "goeswith"
"""How a token hangs on the one before when the parser reads both as one word."""


def parses(texts: Iterable[tuple[str, Sequence[Place]]]) -> Iterator[Parse]:
    """The parse of each text, over the tokens that stand at the places given with it, in order."""
    nlp = _parser()
    pieces = ((number, piece) for number, (text, places) in enumerate(texts) for piece in _pieces(text, places))
    with nlp.memory_zone():
        read = (
            (number, _laid_over(places, doc))
            for doc, (number, places) in nlp.pipe(
                ((text, (number, places)) for number, (text, places) in pieces), as_tuples=True, batch_size=BATCH
            )
        )
        for _, found in groupby(read, key=lambda one: one[0]):
            yield _joined([parse for _, parse in found])


def _parser() -> "Language":
    """Loaded with the first text, for it takes seconds and a hundred megabytes that most processes never need.

    On one core: a text is split by one process, and there are as many as there are cores.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy loads
    loading = importlib.import_module("factcheck.extraction.parser.loading")
    nlp: Language = loading.load()
    return nlp


def _pieces(text: str, places: Sequence[Place]) -> Iterator[tuple[str, Sequence[Place]]]:
    """The text on one line, in pieces of at most LONGEST tokens, whose places count from their own start."""
    if not places:
        yield "", ()
    for first in range(0, len(places), LONGEST):
        of_piece = places[first : first + LONGEST]
        start, end = of_piece[0][0], of_piece[-1][1]
        line = "".join(" " if character.isspace() else character for character in text[start:end])
        yield line, [(place[0] - start, place[1] - start) for place in of_piece]


def _laid_over(places: Sequence[Place], doc: "Doc") -> Parse:
    """Each token of ours hangs where the topmost of the parser's words that begin in it hangs.

    The topmost, so that no token ever hangs, over others, on itself. A token in which no word begins goes with the one
    before it.
    """
    owners = _owners(places, [word.idx for word in doc])
    depths = _depths([word.head.i for word in doc])
    top: dict[int, int] = {}
    for word, owner in enumerate(owners):
        if owner not in top or depths[word] < depths[top[owner]]:
            top[owner] = word
    last = 0
    rows: list[tuple[int, str, str, str, str]] = []
    for number in range(len(places)):
        last = top.get(number, last)
        chosen = doc[last]
        head, relation = (owners[chosen.head.i], chosen.dep_) if number in top else (number - 1, REST)
        rows.append((head, relation, chosen.tag_, chosen.pos_, chosen.lemma_))
    return Parse(*zip(*rows, strict=True)) if rows else Parse((), (), (), (), ())


def _owners(places: Sequence[Place], starts: Sequence[int]) -> list[int]:
    """For each word by its start: the last token that begins no later."""
    begins = [place[0] for place in places]
    return [max(0, bisect_right(begins, start) - 1) for start in starts]


def _depths(heads: Sequence[int]) -> list[int]:
    """How far each word is from its root."""
    depths = [-1] * len(heads)
    for number in range(len(heads)):
        path = [number]
        while depths[path[-1]] < 0 and heads[path[-1]] != path[-1]:
            path.append(heads[path[-1]])
        depth = max(0, depths[path[-1]])
        for steps, at in enumerate(reversed(path)):
            depths[at] = depth + steps
    return depths


def _joined(pieces: Sequence[Parse]) -> Parse:
    """The pieces of one sentence, numbered through."""
    if len(pieces) == 1:
        return pieces[0]
    heads: list[int] = []
    for piece in pieces:
        heads += [len(heads) + head for head in piece.heads]
    return Parse(
        heads,
        *(
            [value for piece in pieces for value in getattr(piece, name)]
            for name in ("relations", "tags", "coarse", "lemmas")
        ),
    )
