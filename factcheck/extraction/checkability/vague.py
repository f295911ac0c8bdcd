"""Too little said to test."""

from factcheck.extraction.assertion import Assertion

SENTENCE = "It says nothing definite enough to test."
_CONTENT = frozenset({"NAME", "NOUN", "NUM", "ADJ", "FINITE", "PART", "ING", "BASE"})
_NAMING = frozenset({"NAME", "NOUN", "NUM"})
_EVERYBODY = frozenset({"nobody", "everybody", "everyone", "nothing", "everything"})
FEWEST_CONTENT_WORDS = 2


def applies(assertion: Assertion) -> bool:
    """Whether hardly any word has content, or no verb ties them together; headlines and captions do without one."""
    tags = [assertion.sentence.tag(number) for number in assertion.numbers]
    names_something = any(tag in _NAMING for tag in tags) or any(
        assertion.sentence.low(number) in _EVERYBODY for number in assertion.numbers
    )
    if not names_something or sum(tag in _CONTENT for tag in tags) < FEWEST_CONTENT_WORDS:
        return not (names_something and _EVERYBODY & set(assertion.low.split()))
    has_verb = assertion.sentence.has_finite(assertion.sentence.whole)
    return assertion.kind == "sentence" and not has_verb and len(tags) < 12
