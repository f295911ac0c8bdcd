"""What a word means."""

import re

from factcheck.extraction.assertion import Assertion

SENTENCE = "It says what a word means."
_MEANS = re.compile(
    r"\b(?:is|are) (?:defined as|short for|the (?:term|word|name) (?:for|used))\b|\bstands for\b|\bthe (?:term|"
    r"word) \S+ (?:means|refers)\b|\bis an acronym\b"
)


def applies(assertion: Assertion) -> bool:
    """Whether it explains a term."""
    return bool(_MEANS.search(assertion.low))
