"""What a question takes for granted: “Did you know that the bridge cost three million?”."""

from factcheck.extraction.sentence import Sentence
from factcheck.text.wordlists import words

_ASKS = words("do did don't didn't")
_BETWEEN = words("even also")
_KNOWS = words("know realise realize remember")


def presupposed_from(sentence: Sentence) -> int:
    """The number of the token behind “did you know that”; 0 where the sentence begins otherwise."""
    verb = 3 if sentence.low(2) in _BETWEEN else 2
    asks = sentence.low(0).replace("’", "'") in _ASKS and sentence.low(1) == "you" and sentence.low(verb) in _KNOWS
    behind = verb + 2
    return behind if asks and sentence.low(verb + 1) == "that" and sentence.has_finite((behind, len(sentence))) else 0
