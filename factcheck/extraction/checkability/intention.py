"""What somebody says they will or will not do."""

import re

from factcheck.extraction.assertion import Assertion
from factcheck.text.wordlists import words

SENTENCE = "It says what somebody means to do, and nothing has happened yet."
_OWN_PLAN = re.compile(
    r"\b(?:i|we)(?: (?:also|still|just|really|certainly|never|all))?"
    r"(?:'ll| will| won't| shall| would (?:like|love)|'re (?:not )?going to| are (?:not )?going to|"
    r"'m (?:not )?going to"
    r"| am (?:not )?going to| intend| plan| want| hope| aim| refuse| promise| pledge| vow|'d like)\b"
)
_PROMISES = words("vow vowed vows pledge pledged pledges promise promised promises swear swore")
_SPEAKERS = words("he she they")
_FUTURE = words("will would won't wouldn't 'll 'd")


def applies(assertion: Assertion) -> bool:
    """Whether a speaker says it of their own doing."""
    if _OWN_PLAN.search(assertion.low):
        return True
    if not assertion.chain or assertion.verb_low not in _FUTURE:
        return False
    promised = (assertion.chain[0].cue or "").lower() in _PROMISES
    return promised or (assertion.subject_low in _SPEAKERS and not assertion.behind_verb.startswith("have"))
