"""The speaker behind “according to”."""

from factcheck.extraction.attribution import speakers
from factcheck.extraction.attribution.asides import aside_behind
from factcheck.extraction.attribution.frames import SHORTEST_SPEECH_TOKENS, Frame
from factcheck.extraction.attribution.speech import clause_follows
from factcheck.extraction.lexicon.cues import SAYING, SURVEYS
from factcheck.extraction.sentence import Part, Sentence

_PAUSES = frozenset({"COMMA", "STOP", "MARK", "CLOSE", "QUOTE"})


def according_to(sentence: Sentence, part: Part) -> Frame | None:
    for number in range(part[0], part[1] - 2):
        if (
            sentence.low(number) == "according"
            and sentence.tag(number + 1) == "TO"
            and sentence.quoted[number] == sentence.quoted[part[0]]
        ):
            return _around(sentence, part, (number, number + 2))
    return None


def as_reported_by(sentence: Sentence, part: Part) -> Frame | None:
    """“As first reported by X, P”, “P, as reported by X”: as good as “according to X”."""
    for number in range(part[0], part[1] - 3):
        cue = number + 2 if sentence.tag(number + 1) in {"ADV", "ADJ"} else number + 1
        if (
            sentence.low(number) == "as"
            and sentence.low(cue + 1) == "by"
            and sentence.lemma(cue) in SAYING
            and (number == part[0] or sentence.tag(number - 1) == "COMMA")
            and sentence.quoted[number] == sentence.quoted[part[0]]
        ):
            return _around(sentence, part, (number, cue + 2))
    return None


def _around(sentence: Sentence, part: Part, cue: Part) -> Frame | None:
    part, rest = _bracket(sentence, part, cue[0])
    source = _source(sentence, part, cue)
    if source is None:
        return None
    aside = aside_behind(sentence, source, part[1])
    before = sentence.trimmed((part[0], cue[0]))
    is_first = before[0] == before[1]
    behind = (_past_circumstance(sentence, aside.end, part[1], is_first=is_first), part[1])
    after = sentence.trimmed(behind)
    if sentence.tag(before[1] - 1) == "REL" and before[1] - before[0] > 2:
        return Frame(cue, source, None, (after,), ((before[0], before[1] - 1),))
    if not is_first and after[0] > behind[0] + 1 and clause_follows(sentence, after):
        after, rest = (after[1], after[1]), (*rest, after)
    content = tuple(side for side in (before, after) if side[1] - side[0] >= SHORTEST_SPEECH_TOKENS)
    return Frame(cue, source, None, content, rest, aside=aside.parts) if content else None


def _source(sentence: Sentence, part: Part, cue: Part) -> Part | None:
    """Who stands behind the cue; at the head of a sentence with an apposition only where a clause follows that."""
    start = cue[1]
    source = speakers.up_to_comma(sentence, start, part[1]) or speakers.right_of(sentence, start, part[1])
    if source is None:
        return None
    comma = next((k for k in range(*source) if sentence.tag(k) == "COMMA"), source[1])
    if cue[0] == part[0] and comma < source[1]:
        is_apposition = clause_follows(sentence, (source[1] + 1, part[1]))
        if not is_apposition or _is_a_subject(sentence, (comma, source[1]), part[1]):
            source = (start, comma)
    return source[0], _name_end(sentence, source, part[1])


def _is_a_subject(sentence: Sentence, part: Part, ceiling: int) -> bool:
    """“According to police, the suspect, a man of 30, fled”: by the parse, the suspect does what follows."""
    parse = sentence.parse
    return any(
        parse.relations[n] in {"nsubj", "nsubj:pass"} and part[1] <= parse.heads[n] < ceiling for n in range(*part)
    )


def _bracket(sentence: Sentence, part: Part, cue: int) -> tuple[Part, tuple[Part, ...]]:
    """The bracket around the cue, if there is one, and what stands beside it: “They lost (a lot, according to X)”."""
    opening = next((k for k in range(cue - 1, part[0], -1) if sentence.tag(k) in {"OPEN", "CLOSE"}), part[0])
    if sentence.tag(opening) != "OPEN":
        return part, ()
    closing = next((k for k in range(cue, part[1]) if sentence.tag(k) == "CLOSE"), part[1])
    sides = (sentence.trimmed((part[0], opening)), sentence.trimmed((closing + 1, part[1])))
    return (opening + 1, closing), tuple(side for side in sides if side[1] - side[0] > 2)


def _name_end(sentence: Sentence, source: Part, ceiling: int) -> int:
    """Where what hangs on the speaker's noun ends, up to a comma: “a report published by the ministry”."""
    end = source[1]
    while end < ceiling and sentence.tag(end) not in _PAUSES and _hangs_on(sentence, end, source):
        end += 1
    return sentence.trimmed((source[0], end))[1]


def _hangs_on(sentence: Sentence, number: int, source: Part) -> bool:
    heads = sentence.parse.heads
    for _ in range(len(heads)):
        if source[0] <= heads[number] < source[1]:
            return True
        if heads[number] == number:
            return False
        number = heads[number]
    return False


def _past_circumstance(sentence: Sentence, start: int, ceiling: int, *, is_first: bool) -> int:
    """Past when and where the speaker said so: “…, according to her lawyers in a court filing, …”."""
    if sentence.tag(start) not in {"PREP", "ADV", "NAME"} or (sentence.tag(start) == "NAME" and is_first):
        return start
    pause = next((k for k in range(start, ceiling) if sentence.tag(k) in _PAUSES), ceiling)
    return start if sentence.has_finite((start, pause)) else pause


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
