"""What the words of a spoken sentence say about whether it states a fact, where rules made on news are too sure."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.extraction.records import Reason
from factcheck.extraction.signals import words
from factcheck.extraction.tagging import Token
from factcheck.text.wordlists import words as listed


class Sound(NamedTuple):
    """For each reason, and for none: whether the sentence sounds factual enough to be checked in spite of it.

    ``reported`` is asked where somebody else is said to say so.
    """

    own: Mapping[Reason | None, bool]
    reported: Mapping[Reason | None, bool]


SILENT = Sound({None: True}, {None: True})
"""Of a sentence that is not spoken: the rules alone decide."""

_SPEAKER = listed("i we my our us you your")

# How factual it must sound, as log odds. Who says “we” or “you” tells of deeds and plans in the words of moods and
# promises; who does not is taken at their word, but a judgement stays one.
_SPEAKING: dict[Reason | None, float] = {
    None: -1.3,
    "vague": -0.8,
    "opinion": -0.3,
    "intention": -1.7,
    "prediction": -1.7,
    "instruction": 0.0,
}
_TELLING: dict[Reason | None, float] = {None: -1.5, "vague": -0.3, "opinion": 0.3, "prediction": 0.5}
_REPORTING: dict[Reason | None, float] = {None: -2.0, "vague": -0.3, "intention": 1.0, "prediction": 0.5}


def sound(tokens: Sequence[Token]) -> Sound:
    """By the log odds of the model, which learned them from debates."""
    factual = words.judged(tokens).factual
    own = _SPEAKING if any(token.low in _SPEAKER for token in tokens) else _TELLING
    return Sound(_above(own, factual), _above(_REPORTING, factual))


def _above(least: Mapping[Reason | None, float], factual: float) -> Mapping[Reason | None, bool]:
    return {reason: factual > bound for reason, bound in least.items()}
