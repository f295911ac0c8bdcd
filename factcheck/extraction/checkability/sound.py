"""What the words of a spoken sentence say about whether it states a fact, where rules made on news are too sure."""

from collections.abc import Sequence
from typing import Literal

from factcheck.extraction.records import Reason
from factcheck.extraction.signals import words
from factcheck.extraction.tagging import Token
from factcheck.text.wordlists import words as listed

Sound = Literal["open", "empty", "plan", "report", "fact"]
"""Empty: greetings, thanks and appeals. Plan: what “we” will do, not empty. Fact and report: like what people checked,
with and without a speaker in it."""

EMPTY_BELOW = -1.5
EMPTY_REPORT_BELOW = -1.7  # who does not speak of “us” or “you” is given the benefit of the doubt
FACT_ABOVE = 0.3

_SPEAKER = listed("i we my our us you your")

OVERRULED: dict[Sound, frozenset[Reason]] = {
    "fact": frozenset({"opinion", "vague", "intention", "prediction"}),
    "plan": frozenset({"intention", "prediction"}),
    "report": frozenset({"vague"}),
    "empty": frozenset(),
}
"""The reasons that do not hold against a sentence of that sound."""


def sound(tokens: Sequence[Token]) -> Sound:
    """By the log odds of the model, which learned them from debates."""
    factual = words.judged(tokens).factual
    speaks = any(token.low in _SPEAKER for token in tokens)
    if factual > FACT_ABOVE:
        return "fact" if speaks else "report"
    if factual < (EMPTY_BELOW if speaks else EMPTY_REPORT_BELOW):
        return "empty"
    return "plan" if speaks else "open"
