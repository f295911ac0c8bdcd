"""Questions."""

from factcheck.extraction.assertion import Assertion

SENTENCE = "It asks something instead of saying it."


def applies(assertion: Assertion) -> bool:
    """Whether the sentence ends with a question mark."""
    end = assertion.sentence.span.of(assertion.sentence.text)[-4:]
    return "?" in end or "？" in end or "؟" in end
