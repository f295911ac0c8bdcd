"""Questions."""

from factcheck.extraction.assertion import Assertion
from factcheck.extraction.attribution.presupposed import presupposed_from

SENTENCE = "It asks something instead of saying it."


def applies(assertion: Assertion) -> bool:
    """Whether the sentence ends with a question mark, and what it says is not taken for granted."""
    behind = presupposed_from(assertion.sentence)
    if behind and assertion.numbers[0] >= behind:
        return False
    end = assertion.sentence.span.of(assertion.sentence.text)[-4:]
    return "?" in end or "？" in end or "؟" in end
