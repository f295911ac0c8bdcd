"""Logistic regression over features that are there or not, in plain Python: slow, and the same on every machine."""

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence

Vector = list[tuple[int, float]]

FEWEST_ROWS = 8
ROUNDS = 25
STRENGTH = 2.0  # the inverse of the penalty on large weights
FIRST_STEP = 4.0


def rarities(rows: Iterable[set[str]]) -> dict[str, float]:
    """The features of at least FEWEST_ROWS rows, in order, each with its inverse document frequency."""
    counts: Counter[str] = Counter()
    total = 0
    for row in rows:
        counts.update(row)
        total += 1
    return {name: math.log((1 + total) / (1 + n)) + 1 for name, n in sorted(counts.items()) if n >= FEWEST_ROWS}


def vector(row: set[str], rarity: dict[str, float], numbers: dict[str, int]) -> Vector:
    """The known features of a row, brought to length one."""
    known = sorted(name for name in row if name in rarity)
    norm = math.sqrt(sum(rarity[name] ** 2 for name in known)) or 1.0
    return [(numbers[name], rarity[name] / norm) for name in known]


def fitted(vectors: Sequence[Vector], labels: Sequence[bool], size: int) -> tuple[list[float], float]:
    """Weights and bias by stochastic gradient descent with a falling step, averaged over the second half."""
    weights, bias, scale = [0.0] * size, 0.0, 1.0
    penalty = 1 / (STRENGTH * len(vectors))
    order = list(range(len(vectors)))
    shuffle = random.Random(0).shuffle  # noqa: S311 - the same order at every run is the point
    kept, kept_bias, seen = [0.0] * size, 0.0, 0
    for round_number in range(ROUNDS):
        shuffle(order)
        for place, row in enumerate(order):
            step = FIRST_STEP / (1 + FIRST_STEP * penalty * (round_number * len(order) + place))
            scale *= 1 - step * penalty
            total = bias + scale * sum(weights[number] * value for number, value in vectors[row])
            error = labels[row] - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            for number, value in vectors[row]:
                weights[number] += step * error * value / scale
            bias += 0.01 * step * error
        if round_number >= ROUNDS // 2:
            kept = [old + scale * new for old, new in zip(kept, weights, strict=True)]
            kept_bias, seen = kept_bias + bias, seen + 1
    return [value / seen for value in kept], kept_bias / seen


def average_precision(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """How early the labelled ones come when the highest score is first."""
    hits, total = 0, 0.0
    for rank, (_, label) in enumerate(sorted(zip(scores, labels, strict=True), key=lambda pair: -pair[0]), 1):
        if label:
            hits += 1
            total += hits / rank
    return total / hits if hits else 0.0
