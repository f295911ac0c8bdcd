"""Does an earlier claim say the same? What to look for in many claims, and how to rank the few that are found.

Words come as stems: which forms belong together is known by whoever keeps the index.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

from rapidfuzz import fuzz

ADDRESS = re.compile(r"\S+://\S+|\b\w[\w-]*\.[\w.-]+/\S*")
GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
SIGN = re.compile(r"[^\w\s'’.,%$£€]|_")
SATURATION, LENGTH = 1.5, 0.5  # of BM25
WORDING = 8.0  # how much the same order of the same letters weighs, beside words worth about 5 each
SPELLING, LETTERS = 2.0, 4  # how much rare runs of so many letters weigh: they see through endings and other spellings
HEAD = 50  # as many of the best are compared letter by letter, which takes longest
PARTS = 3  # words that are looked for together, at most
FREQUENT = 4  # as many of the words that come too often alone


@dataclass(frozen=True, slots=True)
class Candidate:
    key: int
    text: str
    stems: Mapping[str, int]  # and how often each comes


@dataclass(frozen=True, slots=True)
class Match:
    """`score` orders the matches of one text; `likeness`, 0 to 1, says of each how much of both the two share."""

    key: int
    score: float
    likeness: float


def spread(text: str) -> str:
    """The text with its words apart: no addresses, and names out of handles and tags, as in @TheMinistry."""
    return SIGN.sub(" ", GLUED.sub(" ", ADDRESS.sub(" ", text)))


def telling(counts: Mapping[str, float], total: float, budget: float) -> list[tuple[str, ...]]:
    """What to look for so that at most about `budget` of `total` texts are found: rare stems alone, others together.

    `counts` says in how many texts each stem comes. Words are taken to come independently of each other.
    """
    chosen: list[tuple[str, ...]] = []
    for stems in _combined(sorted(counts, key=lambda stem: (counts[stem], stem)), chosen):
        expected = total * math.prod(counts[stem] / total for stem in stems)
        if expected <= budget:
            chosen.append(stems)
            budget -= expected
    return chosen


def _combined(rarest_first: Sequence[str], chosen: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Each stem, then some of those that were not `chosen` alone by twos and threes."""
    yield from ((stem,) for stem in rarest_first)
    frequent = [stem for stem in rarest_first if (stem,) not in chosen][:FREQUENT]
    for size in range(2, PARTS + 1):
        yield from (
            stems for stems in combinations(frequent, size) if not any(set(few) <= set(stems) for few in chosen)
        )


def weights(counts: Mapping[str, float], total: float) -> dict[str, float]:
    """How much each stem tells: much where few of the texts have it."""
    return {
        stem: math.log(1 + max(total - count, 0) / (count + 0.5) + 0.5 / (count + 0.5))
        for stem, count in counts.items()
    }


def rank(text: str, weight: Mapping[str, float], candidates: Sequence[Candidate]) -> list[Match]:
    """The candidates, most similar first. `weight` has the stems of the text."""
    mean = sum(_length(candidate) for candidate in candidates) / max(len(candidates), 1)
    lowered, texts = _lowered(text), {candidate.key: _lowered(candidate.text) for candidate in candidates}
    matches = _sorted(_match(lowered, weight, candidate, texts[candidate.key], mean) for candidate in candidates)
    head, tail = matches[:HEAD], matches[HEAD:]
    alike = _spelt_alike(lowered, [texts[match.key] for match in head])
    return [*_sorted(map(_raised, head, alike)), *tail]


def _sorted(matches: Iterable[Match]) -> list[Match]:
    return sorted(matches, key=lambda match: (-match.score, match.key))


def _raised(match: Match, alike: float) -> Match:
    return replace(match, score=match.score + SPELLING * alike)


def _spelt_alike(text: str, others: Sequence[str]) -> list[float]:
    """How many runs of letters each of the others shares with the text, where runs that few of them have count more."""
    asked, runs = _runs(text), [_runs(other) for other in others]
    spread = Counter(chain.from_iterable(runs))
    rarity = {run: math.log(1 + len(others) / seen) ** 2 for run, seen in spread.items()}
    return [
        sum(map(rarity.__getitem__, own & asked)) / math.sqrt(sum(map(rarity.__getitem__, own)) or 1) for own in runs
    ]


def _runs(text: str) -> set[str]:
    spaced = f" {text} "
    return {spaced[place : place + LETTERS] for place in range(len(spaced) - LETTERS + 1)}


def _match(lowered: str, weight: Mapping[str, float], candidate: Candidate, other: str, mean: float) -> Match:
    """BM25 of the words, the rarest one once more, and the likeness of the wording."""
    shared = {stem: count for stem, count in candidate.stems.items() if stem in weight}
    damping = SATURATION * (1 - LENGTH + LENGTH * _length(candidate) / mean)
    words = sum(weight[stem] * count * (SATURATION + 1) / (count + damping) for stem, count in shared.items())
    rarest = max((weight[stem] for stem in shared), default=0.0)
    wording = fuzz.partial_ratio(lowered, other) / 100
    likeness = math.sqrt(
        sum(map(weight.__getitem__, shared)) / sum(weight.values()) * len(shared) / len(candidate.stems)
    )
    return Match(candidate.key, words + rarest + WORDING * wording, likeness)


def _length(candidate: Candidate) -> int:
    return sum(candidate.stems.values())


def _lowered(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
