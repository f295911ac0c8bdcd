"""What the words of a spoken sentence say about whether it states a fact, where rules made on news are too sure."""

import math
from collections.abc import Mapping

from factcheck.extraction.assertion import Assertion
from factcheck.extraction.checkability.modals import lays_down
from factcheck.extraction.records import Reason
from factcheck.extraction.signals.words import Judgement
from factcheck.text.wordlists import words

_SPEAKERS = words("i we my our us you your")

# How factual it must sound, as log odds. Who says “we” or “you” tells of deeds in the words of moods, and of what a law
# will do in the words of promises. Of others, a plan or a forecast is one unless it comes with facts; yet who speaks
# tells what is under way as “will”, and what is decided can be looked up wherever it stands.
_SPEAKING: Mapping[Reason | None, float] = {
    None: -1.9,
    "vague": -1.9,
    "instruction": -1.9,
    "intention": -2.7,
    "prediction": -2.7,
    "opinion": -0.4,
}
_TELLING: Mapping[Reason | None, float] = {
    None: -1.9,
    "vague": -1.9,
    "intention": 0.5,
    "prediction": 0.5,
    "opinion": 0.3,
}
_UNDER_WAY = -3.0


def sounds_factual(assertion: Assertion, judgement: Judgement, reason: Reason | None) -> bool:
    """Whether it can be checked in spite of a reason against it, or with none; for log odds of the model."""
    if assertion.chain and reason == "opinion":  # somebody else's, which facts around it do not change
        return False
    return judgement.factual > _least(assertion, reason)


def _least(assertion: Assertion, reason: Reason | None) -> float:
    if any(token.low in _SPEAKERS and token.word != "US" for token in assertion.sentence.tokens):
        return _SPEAKING.get(reason, math.inf)
    if reason == "prediction" and (lays_down(assertion) or not assertion.is_plain):
        return _UNDER_WAY
    return _TELLING.get(reason, math.inf)
