"""What somebody says while doing something else: “X left, saying P”, “X had this answer: “P””."""

from factcheck.extraction.attribution import speakers
from factcheck.extraction.attribution.ahead import content_start
from factcheck.extraction.attribution.frames import Frame, cues, is_the_writer
from factcheck.extraction.attribution.speech import is_speech
from factcheck.extraction.attribution.subjects import shared_subject
from factcheck.extraction.lexicon.cues import DENYING, PLAIN, SAYING
from factcheck.extraction.sentence import Part, Sentence

SHORTEST_QUOTATION_TOKENS = 4


def saying_so(sentence: Sentence, part: Part) -> Frame | None:
    """“X left, saying (that) P”: what X did is the outer voice's, P is X's."""
    for cue in cues(sentence, part, SAYING):
        if sentence.tag(cue) != "ING" or not _is_apart(sentence, cue) or cue - 1 <= part[0]:
            continue
        if sentence.lemma(cue) in DENYING:
            continue
        source = _who_adds(sentence, part, cue) or shared_subject(sentence, cue)
        if source is None or source[1] > cue or is_the_writer(sentence, source):
            continue
        start, to = content_start(sentence, cue, part[1])
        if is_speech(sentence, cue, (start, part[1])):
            return Frame((cue, cue + 1), source, to, ((start, part[1]),), ((part[0], cue - 1),))
    return None


def _who_adds(sentence: Sentence, part: Part, cue: int) -> Part | None:
    """“Weber said she left, adding that P”: who said so adds, whatever the parse takes for the subject."""
    said = next(cues(sentence, (part[0], cue), PLAIN), None) if sentence.lemma(cue) in PLAIN - {"say"} else None
    return speakers.before(sentence, said, part[0]) if said is not None and sentence.is_finite(said) else None


def _is_apart(sentence: Sentence, cue: int) -> bool:
    """Whether a comma stands before the cue, or behind one the end of a quotation: “…,” adding that …"""
    before = cue - 2 if sentence.tag(cue - 1) == "QUOTE" else cue - 1
    return sentence.tag(before) == "COMMA"


def before_quotation(sentence: Sentence, part: Part) -> Frame | None:
    """“X had this answer: “P””: whatever the verb, the subject before the colon speaks.

    In “Weber said her team had won: “P””, P is Weber's, and no word of the team.
    """
    if next(cues(sentence, (0, part[0]), PLAIN), None) is not None:
        return None
    for colon in range(part[0] + 1, part[1] - SHORTEST_QUOTATION_TOKENS):
        if sentence.low(colon) == ":" and sentence.tag(colon + 1) == "QUOTE" and not sentence.quoted[colon]:
            verb = next(sentence.finite((part[0], colon)), None)
            source = speakers.before(sentence, verb, part[0]) if verb is not None else None
            if source is None or verb is None or is_the_writer(sentence, source):
                return None
            return Frame((verb, verb + 1), source, None, ((colon + 1, part[1]),))
    return None
