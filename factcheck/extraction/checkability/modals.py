"""What “will” and “would” say besides what will be: refusals, habits, what came later, what a plan lays down."""

import re

from factcheck.extraction.assertion import Assertion
from factcheck.text.wordlists import words

FUTURE = words("will shall won't would wouldn't 'll")

_ANSWERS = words("""
    answer budge comment confirm deny disclose discuss divulge elaborate explain identify name reveal say specify
    speculate speak talk tell
""")
_NOT_BE_DRAWN = re.compile(r"(?:not )?(?:be drawn|rule out|go into|let (?:him|her|them|it|us|reporters)|listen)\b")
_HABIT = re.compile(r"(?:\w+ )?(?:often|sometimes|usually|regularly|frequently|occasionally|routinely)\b")
_LATER = re.compile(r"(?:later|subsequently|never again|go on to|come to be|come to symboli[sz]e|end up|prove to)\b")
_BACK_THEN = re.compile(
    r"\bas a (?:child|boy|girl|student|teenager|young \w+)\b|\bin those days\b|\bwhenever\b"
    r"|\b(?:in|since|until) (?:1\d|20[01])\d\d\b"
)
_SUPPOSED = re.compile(r"\b(?:if|unless|under the|would have|plans?|proposals?)\b")

# What people or laws do on purpose, so that “will” tells of a decision and of no guess.
_DECIDED = words("""
    abolish allow appoint award ban begin build charge close cover create cut deliver double enable establish expand
    extend fund give grant hire impose include introduce invest issue launch license limit move offer open pay permit
    prohibit provide receive reimburse repeal require restore serve spend start teach test train use
""")
_MOST_WORDS_BETWEEN = 3


def tells_of_the_past(assertion: Assertion) -> bool:
    """Whether somebody refused, used to do something, or did it later, told as “would”: nothing lies ahead.

    Refusals and habits are told with “will”, too: “the firm will not comment”, “cats will often sleep”.
    """
    if assertion.verb_low not in FUTURE:
        return False
    behind = assertion.behind_verb
    if assertion.verb_low.endswith("n't") or behind.startswith("not "):
        return _refuses(behind)
    if _HABIT.match(behind) and not _SUPPOSED.search(assertion.low):
        return True
    if assertion.verb_low != "would" or assertion.chain or _SUPPOSED.search(assertion.low):
        return False
    return bool(_LATER.match(behind) or _BACK_THEN.search(assertion.low))


def _refuses(behind: str) -> bool:
    """“Would not say more”, “would not be drawn”: a silence that others saw."""
    first = behind.removeprefix("not ").split(" ", 1)[0]
    return first in _ANSWERS or bool(_NOT_BE_DRAWN.match(behind))


def lays_down(assertion: Assertion) -> bool:
    """Whether it tells what is decided: “schools will be closed”, “the law will require”."""
    if assertion.verb is None or assertion.verb_low not in FUTURE:
        return False
    sentence = assertion.sentence
    following = assertion.numbers[assertion.verb + 1 : assertion.verb + 1 + _MOST_WORDS_BETWEEN]
    first, second = [*(number for number in following if sentence.tag(number) != "ADV"), -1, -1][:2]
    if sentence.low(first) == "be":
        return sentence.tag(second) == "PART"
    return sentence.low(first) in _DECIDED
