"""Check-worthiness: a sum of named signals, brought between 0 and 1."""

import math
import re
from dataclasses import replace

from factcheck.extraction.assertion import Assertion
from factcheck.extraction.records import Signal
from factcheck.extraction.signals.catalogue import BIAS, CUES, Cue
from factcheck.extraction.signals.words import Judgement

SHORT_WORDS = 5
# Of speech the model knows more than the weights that were made for news; of news it knows too little to be heard.
SPOKEN_SHARE = 0.2


def worth(assertion: Assertion) -> tuple[float, tuple[Signal, ...]]:
    """The check-worthiness from 0 to 1, and the signals that made it, the weightiest first."""
    signals = [*_in_the_words(assertion), *_around(assertion)]
    bias = BIAS
    if assertion.judgement:
        signals = [replace(signal, weight=round(SPOKEN_SHARE * signal.weight, 2)) for signal in signals]
        signals, bias = [*signals, _of_the_model(assertion.judgement)], bias * SPOKEN_SHARE
    total = bias + sum(signal.weight for signal in signals)
    ordered = tuple(sorted(signals, key=lambda signal: -abs(signal.weight)))
    return round(1 / (1 + math.exp(-total)), 3), ordered


def _of_the_model(judgement: Judgement) -> Signal:
    """What the words of the sentence weigh together, and the strongest of them by name."""
    return Signal("words", ", ".join(judgement.words), round(judgement.worth, 2))


def _in_the_words(assertion: Assertion) -> list[Signal]:
    """Each kind of cue once, with the words that set it off first."""
    found = ((cue, _first(cue, assertion)) for cue in CUES)
    return [Signal(cue.name, match.group().strip(), cue.weight) for cue, match in found if match]


def _first(cue: Cue, assertion: Assertion) -> re.Match[str] | None:
    """Of a cue that names do not set off, the first match that is none; in a headline a capital means nothing."""
    matches = cue.pattern.finditer(assertion.low)
    if cue.in_names or assertion.kind == "headline":
        return next(matches, None)
    return next((match for match in matches if not _is_in_a_name(assertion.text, match.start())), None)


def _is_in_a_name(text: str, place: int) -> bool:
    return place > 0 and text[place : place + 1].isupper()


def _around(assertion: Assertion) -> list[Signal]:
    found = []
    if assertion.chain:
        who = assertion.chain[0].who or ""
        found.append(Signal("named-source", who, 0.3) if _is_named(who) else Signal("unnamed-source", who, 0.1))
    if assertion.kind == "headline":
        found.append(Signal("headline", "", 0.6))
    if assertion.kind == "caption":
        found.append(Signal("caption", "", -0.4))
    if len(assertion.text.split()) < SHORT_WORDS:
        found.append(Signal("short", assertion.text, -0.4))
    return found


def _is_named(who: str) -> bool:
    """A capital behind the first word, or a single word with one that is no plural at the start of a sentence."""
    parts = who.split()
    alone = len(parts) == 1 and parts[0][:1].isupper() and not parts[0].endswith("s")
    return alone or any(part[:1].isupper() for part in parts[1:])
