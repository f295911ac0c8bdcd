"""Too little said to test."""

from factcheck.extraction.assertion import Assertion

SENTENCE = "It says nothing definite enough to test."
_CONTENT = frozenset({"NAME", "NOUN", "NUM", "ADJ", "FINITE", "PART", "ING", "BASE"})
_NAMING = frozenset({"NAME", "NOUN", "NUM"})
FEWEST_CONTENT_WORDS = 2


def applies(assertion: Assertion) -> bool:
    """Whether hardly any word has content, or no verb ties them together; headlines and captions do without one."""
    tags = [assertion.sentence.tag(number) for number in assertion.numbers]
    if sum(tag in _CONTENT for tag in tags) < FEWEST_CONTENT_WORDS or not any(tag in _NAMING for tag in tags):
        return True
    return assertion.kind == "sentence" and assertion.verb is None and len(tags) < 12
