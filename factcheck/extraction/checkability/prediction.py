"""What is said to happen, and is neither planned nor announced."""

import re

from factcheck.extraction.assertion import Assertion
from factcheck.extraction.checkability.modals import FUTURE, tells_of_the_past
from factcheck.text.wordlists import words

SENTENCE = "It says what will happen, which nobody can look up today."
_EXPECTED = re.compile(
    r"\b(?:is|are|was|were)(?: \w+ly)? (?:likely|unlikely|expected|projected|predicted|forecast|poised|bound|"
    r"set) to\b"
    r"|\b(?:is|are|'s|'re)(?: not)? going to\b|\bis only a matter of time\b"
    r"|\bthe future (?:of|for) [^,;]{1,60} (?:is|looks|seems|remains|lies)\b"
)
_ANNOUNCED = re.compile(
    r"\b(?:scheduled|due|planned|slated|set|booked|timetabled) (?:to|for|on)\b|\bplans? to\b|\bto take place\b|"
    r"\btake(?:s)? place\b"
)
_EVENTS = words("""
    hold meet host visit begin start end open close attend play travel vote release launch return speak receive appear
    sign face run broadcast publish debut convene testify hear celebrate compete close resume reopen
""")
_WHEN = re.compile(
    r"\b(?:on|this|next|from|until|at) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|year|spring|"
    r"summer|autumn|winter|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|\d)|\btomorrow\b|"
    r"\btonight\b"
)
_BY_A_YEAR = re.compile(r"\bby (?:20[3-9]\d|2100|the end of the (?:century|decade|year))\b")


def applies(assertion: Assertion) -> bool:
    """Whether its verb looks ahead, and it is no announced event with its time."""
    if _ANNOUNCED.search(assertion.low):
        return False
    if _EXPECTED.search(assertion.low) or _BY_A_YEAR.search(assertion.low):
        return True
    if assertion.verb_low not in FUTURE or tells_of_the_past(assertion) or assertion.behind_verb.startswith("have "):
        return False
    return not is_announced(assertion)


def is_announced(assertion: Assertion) -> bool:
    """Whether it tells of an event with its time: “the summit will open on Monday”."""
    if _ANNOUNCED.search(assertion.low):
        return True
    following = assertion.behind_verb.split()[:4]
    return (
        assertion.verb_low in {"will", "shall", "'ll"}
        and bool(_EVENTS & set(following))
        and bool(_WHEN.search(assertion.low))
    )
