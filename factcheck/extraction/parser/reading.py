"""Words of ours, parsed: the parser reads the sentences in its own words, and what it finds is laid over ours."""

import importlib
import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from factcheck.extraction.parser.parse import Parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH_TOKENS = 800
"""How many tokens the parser reads at a time: more are hardly faster, and take memory."""

MOST_WORDS = 100_000
"""How many different words the parser remembers, so that each is taken apart once; about 30 MB. It forgets the words
that it meets beyond."""

LONGEST = 150
"""Sentences of more tokens are lists or no sentences: in them, no token hangs on another."""

Place = tuple[int, int]
"""From one character up to, not including, another."""

Text = tuple[str, Sequence[Place]]
"""A text, and the places in it of the tokens of one sentence, in order."""

REST = "goeswith"
"""How a token hangs on the one before when the parser reads both as one word."""


def parses(texts: Iterable[Text]) -> Iterator[Parse]:
    """The parse of each sentence, over its tokens."""
    for batch in _batches(texts):
        lines = [_line(text, places) for text, places in batch if _is_read(places)]
        read = _read(lines) if lines else iter(())
        for _, places in batch:
            yield next(read) if _is_read(places) else _loose(len(places))


def _is_read(places: Sequence[Place]) -> bool:
    return 0 < len(places) <= LONGEST


def _batches(texts: Iterable[Text]) -> Iterator[list[Text]]:
    batch: list[Text] = []
    tokens = 0
    for text in texts:
        batch.append(text)
        tokens += len(text[1]) if _is_read(text[1]) else 1
        if tokens >= BATCH_TOKENS:
            yield batch
            batch, tokens = [], 0
    if batch:
        yield batch


def _read(lines: Sequence[Text]) -> Iterator[Parse]:
    nlp = _parser()
    with nlp.memory_zone() if len(nlp.vocab) > MOST_WORDS else nullcontext():
        docs = nlp.pipe(lines, as_tuples=True, batch_size=len(lines))
        return iter([_laid_over(places, doc) for doc, places in docs])


def _parser() -> "Language":
    """Loaded with the first text, for it takes seconds and a hundred megabytes that most processes never need.

    On one core: a text is split by one process, and there are as many as there are cores.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy loads
    loading = importlib.import_module("factcheck.extraction.parser.loading")
    nlp: Language = loading.load()
    return nlp


def _line(text: str, places: Sequence[Place]) -> Text:
    """The sentence on one line, and the places counted from its start."""
    start, end = places[0][0], places[-1][1]
    line = "".join(" " if character.isspace() else character for character in text[start:end])
    return line, [(place[0] - start, place[1] - start) for place in places]


def _loose(tokens: int) -> Parse:
    nothing = [""] * tokens
    return Parse(range(tokens), ["ROOT"] * tokens, nothing, nothing, nothing)


def _laid_over(places: Sequence[Place], doc: "Doc") -> Parse:
    """Each token of ours hangs where the topmost of the parser's words that begin in it hangs.

    The topmost, so that no token ever hangs, over others, on itself. A token in which no word begins goes with the one
    before it.
    """
    words = list(doc)
    heads = [word.head.i for word in words]
    owners = _owners(places, [word.idx for word in words])
    depths = _depths(heads)
    top: dict[int, int] = {}
    for word, owner in enumerate(owners):
        if owner not in top or depths[word] < depths[top[owner]]:
            top[owner] = word
    last = 0
    rows: list[tuple[int, str, str, str, str]] = []
    for number in range(len(places)):
        last = top.get(number, last)
        chosen = words[last]
        head, relation = (owners[heads[last]], chosen.dep_) if number in top else (number - 1, REST)
        rows.append((head, relation, chosen.tag_, chosen.pos_, chosen.lemma_))
    return Parse(*zip(*rows, strict=True))


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
