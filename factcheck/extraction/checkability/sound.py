"""What the words of a spoken sentence say about whether it states a fact, where rules made on news are too sure."""

from collections.abc import Sequence
from typing import Literal

from factcheck.extraction.records import Reason
from factcheck.extraction.signals import words
from factcheck.extraction.tagging import Token
from factcheck.text.wordlists import words as listed

Sound = Literal["open", "empty", "plan", "fact"]
"""Empty: greetings, thanks and appeals. Plan: what “we” will do, not empty. Fact: like what people checked."""

EMPTY_BELOW = -1.6
FACT_ABOVE = 0.2

_SPEAKER = listed("i we my our us")

OVERRULED: dict[Sound, frozenset[Reason]] = {
    "fact": frozenset({"opinion", "vague", "intention", "prediction"}),
    "plan": frozenset({"intention", "prediction"}),
    "empty": frozenset(),
}
"""The reasons that do not hold against a sentence of that sound."""


def sound(tokens: Sequence[Token]) -> Sound:
    """By the log odds of the model, which learned them from debates."""
    factual = words.judged(tokens).factual
    if factual > FACT_ABOVE:
        return "fact"
    if factual < EMPTY_BELOW:
        return "empty"
    return "plan" if any(token.low in _SPEAKER for token in tokens) else "open"
