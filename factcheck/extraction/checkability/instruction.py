"""Requests and orders."""

import re

from factcheck.extraction.assertion import Assertion

SENTENCE = "It asks somebody to do something."
_ORDER = re.compile(r"\W*(?:please|let's|let us|do not|don't|never)\b")


def applies(assertion: Assertion) -> bool:
    """Whether it is reported as a request, or begins with a verb that nobody stands before."""
    if assertion.asks or _ORDER.match(assertion.low):
        return True
    first = next((n for n in assertion.numbers if assertion.sentence.tag(n) != "QUOTE"), None)
    if first is None or assertion.sentence.tag(first) != "BASE" or assertion.kind == "headline":
        return False
    return assertion.sentence.tag(first + 1) in {"DET", "POSS", "PRON", "PREP", "ADV", "TO", "NAME"}
