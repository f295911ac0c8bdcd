"""What a speaker does beside what they say: “said P, but declined to give details”, “said P would happen and left”."""

from factcheck.extraction.lexicon.cues import REFUSING, SPEAKING_ON, TELLING
from factcheck.extraction.sentence import Sentence


def speaker_goes_on(sentence: Sentence, start: int, joint: int) -> bool:
    """Whether the "and" or "but" behind the words that begin at ``start`` joins a deed of the speaker to the saying."""
    return sentence.low(joint) in {"and", "but"} and (
        _keeps_quiet(sentence, joint + 1) or _leaves_modal(sentence, start, joint) or _speaks_on(sentence, joint)
    )


def _keeps_quiet(sentence: Sentence, verb: int) -> bool:
    return sentence.lemma(verb) in REFUSING and sentence.tag(verb + 1) == "TO" and sentence.low(verb + 2) in TELLING


def _speaks_on(sentence: Sentence, joint: int) -> bool:
    """“said the library cost too much, and accused the mayor”: behind a comma, who speaks on is who spoke."""
    is_told = sentence.parse.tags[joint + 1] in {"VBD", "VBZ"} and sentence.is_finite(joint + 1)
    return sentence.tag(joint - 1) == "COMMA" and is_told and sentence.lemma(joint + 1) in SPEAKING_ON


def _leaves_modal(sentence: Sentence, start: int, joint: int) -> bool:
    """Behind “would appeal”, “and left” has another subject than the one who would: “would” goes with base forms."""
    first = next(sentence.finite((start, joint)), None)
    is_modal = first is not None and sentence.tag(first) == "MD"
    is_told = sentence.parse.tags[joint + 1] in {"VBD", "VBZ"} and sentence.is_finite(joint + 1)
    return is_modal and is_told and sentence.low(joint + 1) != sentence.lemma(joint + 1)
