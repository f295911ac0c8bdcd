"""A linear model over words, trained on debates: how much they sound like a claim worth checking, or like one at all.

`weights/MODEL_CARD.md` says what it learned from, and how well.
"""

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from factcheck.extraction.sentence import Sentence
from factcheck.extraction.signals.features import by_token, together
from factcheck.extraction.tagging import Token

WEIGHTS = Path(__file__).resolve().parent.parent / "weights" / "words.tsv"
BIAS = "<bias>"
MOST_WORDS = 3


class Weight(NamedTuple):
    """``rarity`` scales a feature; ``worth`` and ``factual`` are what it adds, once scaled, to the two sums."""

    rarity: float
    worth: float
    factual: float


class Judgement(NamedTuple):
    """The two sums, as log odds, and the words that moved the first one most in its direction."""

    worth: float
    factual: float
    words: tuple[str, ...]


@cache
def weights() -> dict[str, Weight]:
    """The weights that ship, read once."""
    rows = (line.split("\t") for line in WEIGHTS.read_text(encoding="utf-8").splitlines())
    return {name: Weight(float(rarity), float(worth), float(factual)) for name, rarity, worth, factual in rows}


def judged(sentence: Sentence) -> Judgement:
    """What the model says of a sentence."""
    table, parts = weights(), by_token(sentence)
    found = sorted(name for name in together(sentence, parts) if name in table)
    norm = math.sqrt(sum(table[name].rarity ** 2 for name in found)) or 1.0
    worth = table[BIAS].worth + sum(table[name].rarity * table[name].worth for name in found) / norm
    factual = table[BIAS].factual + sum(table[name].rarity * table[name].factual for name in found) / norm
    return Judgement(worth, factual, _strongest(sentence.tokens, parts, math.copysign(1, worth)))


def _strongest(tokens: Sequence[Token], parts: Sequence[Sequence[str]], sign: float) -> tuple[str, ...]:
    """The words with the largest part in the sum, the strongest first; ``sign`` says in which direction.

    What a word has in common with others counts for each of them.
    """
    table = weights()
    shares: dict[str, float] = {}
    for token, found in zip(tokens, parts, strict=True):
        if token.word[0].isalnum():
            known = [table[name] for name in found if name in table]
            shares[token.low] = sign * sum(weight.rarity * weight.worth for weight in known)
    ordered = sorted((word for word in shares if shares[word] > 0), key=lambda word: (-shares[word], word))
    return tuple(ordered[:MOST_WORDS])
