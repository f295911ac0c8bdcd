"""The speaker behind “according to”."""

from factcheck.extraction.attribution import speakers
from factcheck.extraction.attribution.frames import SHORTEST_SPEECH_TOKENS, Frame
from factcheck.extraction.lexicon.cues import SURVEYS
from factcheck.extraction.sentence import Part, Sentence


def according_to(sentence: Sentence, part: Part) -> Frame | None:
    for number in range(part[0], part[1] - 2):
        if (
            sentence.low(number) == "according"
            and sentence.tag(number + 1) == "TO"
            and sentence.quoted[number] == sentence.quoted[part[0]]
        ):
            return _around_according(sentence, part, number)
    return None


def _around_according(sentence: Sentence, part: Part, cue: int) -> Frame | None:
    source = speakers.up_to_comma(sentence, cue + 2, part[1]) or speakers.right_of(sentence, cue + 2, part[1])
    if source is None:
        return None
    before = sentence.trimmed((part[0], cue))
    after = sentence.trimmed((source[1], part[1]))
    if sentence.tag(before[1] - 1) == "REL" and before[1] - before[0] > 2:
        return Frame((cue, cue + 2), source, None, (after,), ((before[0], before[1] - 1),))
    content = tuple(side for side in (before, after) if side[1] - side[0] >= SHORTEST_SPEECH_TOKENS)
    return Frame((cue, cue + 2), source, None, content) if content else None


def in_a_survey(sentence: Sentence, part: Part) -> Frame | None:
    """“In a poll by X, P”: what counts or measures says what follows."""
    start = part[0]
    if sentence.low(start) != "in" or sentence.quoted[start]:
        return None
    parse = sentence.parse
    head = parse.heads[start]
    if head <= start or parse.relations[start] != "case" or parse.lemmas[head].lower() not in SURVEYS:
        return None
    source = (start + 1, parse.edges(head)[1])
    content = sentence.trimmed((source[1], part[1]))
    is_apart = "COMMA" in {sentence.tag(source[1]), sentence.tag(source[1] - 1)}
    if not is_apart or not sentence.has_finite(content):
        return None
    return Frame((start, start + 1), sentence.trimmed(source), None, (content,))
