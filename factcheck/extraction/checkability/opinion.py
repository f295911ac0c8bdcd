"""Judgements, moods and pictures of speech."""

import re

from factcheck.extraction.assertion import Assertion
from factcheck.extraction.lexicon.judgement import JUDGEMENTS, PHRASES
from factcheck.text.wordlists import words

SENTENCE = "It judges, and no evidence could settle it."
_OWN_MIND = re.compile(
    r"\b(?:i|we)(?: (?:also|still|just|really|certainly|truly|strongly|do|don't))* "
    r"(?:think|believe|feel|felt|guess|suspect|love|hate|fear|wish|consider|am (?:so |very )?\w+(?:ed|ful|y)|"
    r"'m (?:so |very )?\w+(?:ed|ful))\b"
    r"|\bin (?:my|our|his|her|their) (?:view|opinion|eyes)\b|\bfrom (?:my|our|his|her|their) (?:perspective|"
    r"point of view)\b|\bi'm (?:proud|glad|sure|afraid|sorry|happy|sad)\b|\bwe (?:are|were) so \w+"
)
_OUGHT = words("should ought must shouldn't mustn't")
_OUGHT_PHRASES = re.compile(r"\b(?:needs?|have|has) to be\b|\bit is time\b|\bwe (?:need|must|have) to\b|\bought to\b")
_UNREAL = re.compile(
    r"\b(?:would|could|might)(?: not|n't)? have(?: \w+ly)? (?:been|\w+ed|\w+en|gone|done|made|had)\b|"
    r"\bwould(?: not|n't)? be (?:\w+ly )?(?:\w+(?:less|ful|ous|ble|ive|er)|wrong|right|good|bad|great|better|worse)\b"
)
_COPULA = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|am|seems?|seemed|looks?|feels?|remains?|becomes?|became|"
    r"constitutes?|represents?)|'s|'re|'m)"
    r"(?: not| n't|n't)?((?: [\w'-]+){1,5})"
)
_STANDS_FOR = re.compile(
    r"\b(?:show|demonstrat|represent|reflect|embod|symboli[sz]|prov|underlin|underscor|highlight|illustrat)"
    r"(?:e|es|s|ed|y|ies|ied|ing)?(?: \w+){0,3} (?:aspirations?|bravery|commitment|courage|dedication|defiance|"
    r"determination|dignity|generosity|greatness|hopes|hypocrisy|maturity|patriotism|pride|progress|resilience|"
    r"unity|wisdom)\b"
)
# “the worst storm in fifty years” ranks by what can be looked up.
_RANKED = re.compile(
    r"\b(?:best|worst|greatest)\b"
    r"(?=.*\b(?:since|on record|in history|in (?:\w+[ -])?(?:years|decades|months|a century))\b)"
)
_BREAKS = re.compile(r" (?:that|who|which|because|when|if|to|in|on|at|by|from|between|among|after|before|about)\b.*")


def applies(assertion: Assertion) -> bool:
    """Whether it tells the speaker's mind, what ought to be, what would have been, or how good or bad
    something is.
    """
    if assertion.verb_low in _OUGHT or _OUGHT_PHRASES.search(assertion.low):
        return True
    if any(pattern.search(assertion.low) for pattern in (_OWN_MIND, _UNREAL, _STANDS_FOR)):
        return True
    return any(phrase in assertion.low for phrase in PHRASES) or _judges(assertion.low)


def _judges(low: str) -> bool:
    """“is useless”, “are a disgrace”: a word of judgement in what the subject is said to be."""
    low = _RANKED.sub(" ", low)
    return any(
        word in JUDGEMENTS for found in _COPULA.finditer(low) for word in _BREAKS.sub("", found.group(1)).split()
    )
