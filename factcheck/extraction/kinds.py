"""Which kind of claim a statement is."""

import re
from collections.abc import Callable

from factcheck.extraction.assertion import Assertion
from factcheck.extraction.checkability.prediction import is_announced
from factcheck.extraction.records import ClaimKind

_STATISTIC = re.compile(
    r"%|\bper ?cent\b|\bpercentage\b|\b(?:rate|ratio|average|median|odds)s? (?:of|is|was|for)\b"
    r"|\b(?:one|two|three|four|\d+) (?:in|out of)(?: every)? (?:two|three|four|five|six|eight|ten|\d+)\b|"
    r"\bper (?:capita|head|100,000)\b"
    r"|\b(?:a|one|two|three)[ -](?:half|thirds?|quarters?|fifths?) of\b|\bhalf of\b|\bthe (?:majority|share) of\b"
)
_COMPARISON = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|greater|better|worse|faster|older|younger)\b.{0,60}\bthan\b"
    r"|\bthe (?:first|last|only|most|least|\w+est|second[ -]\w+est)\b|\b(?:world|country|region|"
    r"nation)'s (?:most|\w+est|first)\b"
    r"|\b(?:record|unprecedented|most|holiest|largest|biggest)\b(?= \w+)|\bfor the first time\b|\bas (?:many|"
    r"much|big|large) as\b"
)
_CAUSAL = re.compile(
    r"\b(?:because|caus(?:e|es|ed|ing)|due to|owing to|as a result|result(?:s|ed|ing)? in|result of|led to|"
    r"leads? to|leading to|"
    r"contribut\w+ to|thanks to|blam\w+|trigger\w*|spark\w*|prompt(?:s|ed|ing)|affect(?:s|ed|ing)?|influenc\w+|"
    r"increases? with|drives? up)\b"
)
_NUMBER = re.compile(
    r"\b(?:\d[\d,.]*|hundreds|thousands|millions|billions|dozens|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion)\b"
)
_DATES = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b|"
    r"\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b"
    r"|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|"
    r"\b\d{1,2}[:.]\d\d\b"
)
_QUOTED_WORDS = re.compile(r"[“\"‘][^”\"’]{12,}[”\"’]")


_KINDS: tuple[tuple[ClaimKind, Callable[[Assertion], object]], ...] = (
    ("schedule", is_announced),
    ("statistic", lambda assertion: _STATISTIC.search(assertion.low)),
    ("comparison", lambda assertion: _COMPARISON.search(assertion.low)),
    ("quantity", lambda assertion: _NUMBER.search(_DATES.sub(" ", assertion.low))),
    ("causal", lambda assertion: _CAUSAL.search(assertion.low)),
    ("quotation", lambda assertion: assertion.chain and _QUOTED_WORDS.search(assertion.text)),
)


def kind_of(assertion: Assertion) -> ClaimKind:
    """The kind, the more telling first: a share before a count, a cause before an event."""
    found = next((kind for kind, shows in _KINDS if shows(assertion)), None)
    return found or ("event" if _happened(assertion) else "state")


def _happened(assertion: Assertion) -> bool:
    """A verb in the past that is no "was", or a passive or perfect participle behind the helper."""
    if assertion.verb is None:
        return assertion.kind == "headline"
    number = assertion.numbers[assertion.verb]
    tag = assertion.sentence.tag(number)
    if tag in {"BE", "HAVE"}:
        behind = assertion.numbers[assertion.verb + 1 : assertion.verb + 4]
        return any(assertion.sentence.tag(n) == "PART" for n in behind)
    return tag == "FINITE" and (not assertion.verb_low.endswith("s") or assertion.verb_low.endswith("ss"))
