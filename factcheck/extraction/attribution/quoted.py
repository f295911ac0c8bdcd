"""“X was quoted as saying (that) P”, “P,” X was quoted as saying: P is the word of X."""

from factcheck.extraction.attribution.ahead import content_start
from factcheck.extraction.attribution.frames import SHORTEST_SPEECH_TOKENS, Frame, is_passive, is_the_writer
from factcheck.extraction.attribution.speech import is_speech
from factcheck.extraction.attribution.subjects import named_by
from factcheck.extraction.sentence import Part, Sentence
from factcheck.text.wordlists import words

_CITING = words("quote cite report record")


def quoted_as_saying(sentence: Sentence, part: Part) -> Frame | None:
    for cue in range(part[0] + 2, part[1]):
        if sentence.low(cue) == "saying" and sentence.low(cue - 1) == "as":
            verb = next((k for k in range(cue - 2, part[0], -1) if sentence.lemma(k) in _CITING), None)
            if verb is not None and is_passive(sentence, verb, part[0]):
                return _at(sentence, part, verb, cue)
    return None


def _at(sentence: Sentence, part: Part, verb: int, cue: int) -> Frame | None:
    head = next((n for n in sentence.parse.children(verb, "nsubj:pass", "nsubj") if part[0] <= n < verb), None)
    source = named_by(sentence, head) if head is not None else None
    if source is None or source[0] < part[0] or is_the_writer(sentence, source):
        return None
    start, to = content_start(sentence, cue, part[1])
    before = sentence.trimmed((part[0], source[0]))
    if is_speech(sentence, cue, (start, part[1])):
        return Frame((verb, cue + 1), source, to, ((start, part[1]),), (before,) if sentence.has_finite(before) else ())
    is_quoted = before[1] - before[0] > SHORTEST_SPEECH_TOKENS and sentence.quoted[before[0]]
    return Frame((verb, cue + 1), source, None, (before,)) if is_quoted else None
