"""The reasons why a statement cannot be checked, asked in this order."""

from collections.abc import Callable

from factcheck.extraction.assertion import Assertion
from factcheck.extraction.checkability import (
    definition,
    instruction,
    intention,
    opinion,
    prediction,
    question,
    vague,
)
from factcheck.extraction.checkability.sound import sounds_factual
from factcheck.extraction.records import Reason

_CHECKS: tuple[tuple[Reason, Callable[[Assertion], bool]], ...] = (
    ("question", question.applies),
    ("instruction", instruction.applies),
    ("intention", intention.applies),
    ("opinion", opinion.applies),
    ("prediction", prediction.applies),
    ("definition", definition.applies),
    ("vague", vague.applies),
)

SENTENCES: dict[Reason, str] = {
    "question": question.SENTENCE,
    "instruction": instruction.SENTENCE,
    "intention": intention.SENTENCE,
    "prediction": prediction.SENTENCE,
    "opinion": opinion.SENTENCE,
    "definition": definition.SENTENCE,
    "vague": vague.SENTENCE,
    "not-a-sentence": "It belongs to the page and is no part of the story.",
}
"""Each reason in a sentence for the reader."""


def reason_against(assertion: Assertion) -> Reason | None:
    """Why the statement cannot be checked, or None when it can.

    In a speech the sound of the sentence has the last word, save of what is announced with its time. In a plain text
    it may speak for a claim, and never against one.
    """
    reason = next((reason for reason, applies in _CHECKS if applies(assertion)), None)
    stands = reason is None and (assertion.is_plain or prediction.is_announced(assertion))
    if assertion.judgement is None or stands:
        return reason
    return None if sounds_factual(assertion, assertion.judgement, reason) else reason or "vague"


def question_only(assertion: Assertion) -> Reason | None:
    """The one reason that needs no knowledge of the language."""
    return "question" if question.applies(assertion) else None
