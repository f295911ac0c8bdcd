"""The speaker behind the words: “P, X said”, “P, said X”, “P, X said, P”."""

from dataclasses import replace

from factcheck.extraction.attribution import speakers
from factcheck.extraction.attribution.asides import Aside, aside_behind
from factcheck.extraction.attribution.frames import (
    OPENS_CIRCUMSTANCE,
    SHORTEST_SPEECH_TOKENS,
    Frame,
    cues,
    hearer,
    is_the_writer,
)
from factcheck.extraction.attribution.speech import clause_follows
from factcheck.extraction.attribution.subjects import own_subject
from factcheck.extraction.lexicon.cues import AFTER_QUOTATION, AFTER_SPEECH, INVERTED
from factcheck.extraction.sentence import Part, Sentence

_TIMES_THE_SAYING = frozenset({"as", "after", "before", "when", "while"})
_OF_THE_SAYING = _TIMES_THE_SAYING | {"according"}
"""What opens a circumstance of the saying rather than of what is said."""


def behind(sentence: Sentence, part: Part) -> Frame | None:
    """“P, X said”, “P, said X”, “P, X said, P”."""
    for cue in cues(sentence, part, AFTER_SPEECH | AFTER_QUOTATION):
        if sentence.lemma(cue) in AFTER_QUOTATION and not sentence.quoted[part[0]]:
            continue
        if sentence.quoted[cue] and not sentence.quoted[part[0]]:
            continue
        frame = _inverted(sentence, part, cue) or _postposed(sentence, part, cue)
        if frame is not None:
            return frame
    return None


def _inverted(sentence: Sentence, part: Part, cue: int) -> Frame | None:
    if cue - part[0] < SHORTEST_SPEECH_TOKENS or sentence.tag(cue) not in {"FINITE", "PART", "NOUN"}:
        return None
    if not _closes_speech(sentence, cue, part[0]) or _is_told_of_before(sentence, part, cue):
        return None
    parsed = own_subject(sentence, cue, (cue + 1, part[1]))
    is_next = parsed is not None and parsed[0] == cue + 1
    source = parsed if is_next else speakers.right_of(sentence, cue + 1, part[1])
    if source is None or sentence.lemma(cue) not in INVERTED | AFTER_QUOTATION or _is_manner(sentence, source):
        return None
    if not _ends_clause(sentence, source[1] - 1, part[1]):
        return None
    if not _is_statement(sentence, (part[0], cue)) and not _goes_on(sentence, source[1], part[1]):
        return None
    return _speech_around(sentence, part, (cue, cue + 1), source, after=source[1])


def _is_told_of_before(sentence: Sentence, part: Part, cue: int) -> bool:
    """“The union, which is small, said …”: by the parse, the comma closes what is told of its subject."""
    parse = sentence.parse
    subjects = (n for n in parse.children(cue, "nsubj") if part[0] <= n < cue)
    return not sentence.quoted[cue - 1] and any(
        parse.edges(n)[1] == cue and parse.children(n, "acl:relcl", "appos") for n in subjects
    )


def _postposed(sentence: Sentence, part: Part, cue: int) -> Frame | None:
    source = speakers.before(sentence, cue, part[0])
    if source is None or not _closes_speech(sentence, source[0], part[0]):
        source = speakers.left_of(sentence, cue, part[0])
    if source is None or sentence.tag(cue) == "ING" or source[0] - part[0] < SHORTEST_SPEECH_TOKENS:
        return None
    if not _closes_speech(sentence, source[0], part[0]) or not _ends_clause(sentence, cue, part[1]):
        return None
    if not _goes_on(sentence, cue + 1, part[1]) and not _is_statement(sentence, (part[0], source[0])):
        return None
    if is_the_writer(sentence, source) and sentence.quoted[cue] == sentence.quoted[part[0]]:
        return None
    opens_circumstance = sentence.tag(part[0]) in OPENS_CIRCUMSTANCE | {"ADV"} and not sentence.quoted[part[0]]
    if opens_circumstance and _quotes_next(sentence, cue):
        return None
    return _speech_around(sentence, part, (cue, cue + 1), source, after=cue + 1)


def _goes_on(sentence: Sentence, behind: int, ceiling: int) -> bool:
    """“The firm, it says, lost money”: a verb behind the comma that closes the clause of saying."""
    return sentence.tag(behind) == "COMMA" and behind + 1 < ceiling and sentence.is_finite(behind + 1)


def _is_manner(sentence: Sentence, part: Part) -> bool:
    """“…,” Weber said matter-of-factly."""
    word = sentence.tokens[part[0]].word
    return part[1] - part[0] == 1 and word.islower() and word.endswith("ly")


def _is_statement(sentence: Sentence, part: Part) -> bool:
    """Whether something is said there: a quotation, or words with a verb."""
    return sentence.quoted[part[0]] or sentence.has_finite(part)


def _quotes_next(sentence: Sentence, cue: int) -> bool:
    """Whether a quotation opens right behind the cue: then what stands before is no speech of the same
    kind.
    """
    behind = cue + 2 if sentence.tag(cue + 1) in {"COMMA", "MARK"} else cue + 1
    return sentence.tag(behind) == "QUOTE"


def _closes_speech(sentence: Sentence, number: int, floor: int) -> bool:
    """Whether a comma, a quotation mark or the end of a question stands right before."""
    before = number - 1
    if before < floor:
        return False
    if sentence.tag(before) == "COMMA":
        return True
    if sentence.tag(before) != "QUOTE" and sentence.low(before) not in {"―", "—", "–"}:
        return False
    return sentence.quoted[before] or sentence.tag(before - 1) in {"COMMA", "STOP"}


def _ends_clause(sentence: Sentence, cue: int, ceiling: int) -> bool:
    """Behind the cue come the end, a pause, or circumstances without a clause ("in a statement", "the
    tabloid").
    """
    after = cue + 1
    if after >= ceiling or sentence.tag(after) in {"COMMA", "STOP"} or _goes_on_doing(sentence, after):
        return True
    if sentence.low(after) == ";":
        return True
    is_timed = sentence.low(after) in _TIMES_THE_SAYING
    if sentence.tag(after) in {"THAT", "QUOTE", "MARK", "SUB", "REL"} and not is_timed:
        return False
    close = _pause(sentence, after, ceiling)
    if any(sentence.tag(k) == "THAT" for k in range(after, close)):
        return False
    return is_timed or not _has_clause(sentence, (after, close))


def _goes_on_doing(sentence: Sentence, number: int) -> bool:
    """“…, she said and hung up”: an “and” with another verb of the speaker."""
    verb = number + 2 if sentence.tag(number + 1) == "ADV" else number + 1
    return sentence.tag(number) == "CC" and sentence.is_finite(verb)


def _has_clause(sentence: Sentence, part: Part) -> bool:
    """Whether a verb stands there that is no participle, before anything that opens a circumstance."""
    for number in range(*part):
        if sentence.tag(number) in {"SUB", "REL"}:
            return False
        if sentence.is_finite(number) and sentence.parse.tags[number] != "VBN":
            return True
    return False


def _pause(sentence: Sentence, start: int, ceiling: int) -> int:
    pauses = (
        k for k in range(start, ceiling) if sentence.tag(k) in {"COMMA", "STOP", "QUOTE"} or sentence.low(k) == ";"
    )
    return next(pauses, ceiling)


def _speech_around(sentence: Sentence, part: Part, cue: Part, source: Part, *, after: int) -> Frame:
    """The speech before the clause of saying, and the speech that goes on behind its circumstances."""
    first = (part[0], min(source[0], cue[0]))
    aside = _told_of(sentence, source, after, part[1])
    pause = _pause(sentence, aside.end, part[1])
    to = hearer(sentence, cue[0], min(pause, part[1])) if after == cue[1] else None
    second = sentence.trimmed((pause, part[1]))
    if sentence.low(pause) == ";":
        return _with_more(sentence, Frame(cue, source, to, (first,)), second)
    goes_on = second[1] - second[0] >= 2 and (sentence.quoted[second[0]] or _continues(sentence, second))
    content = (first, second) if goes_on else (first,)
    return Frame(cue, source, to, content, sequel=_sequel(sentence, source, second), aside=aside.parts)


def _told_of(sentence: Sentence, source: Part, after: int, ceiling: int) -> Aside:
    """What is told of the speaker beside the words: “…, said Weber, who left, …”."""
    is_next = after == source[1] and sentence.tag(after + 1) == "REL"
    return aside_behind(sentence, source, ceiling) if is_next else Aside(after, ())


def _with_more(sentence: Sentence, frame: Frame, second: Part) -> Frame:
    """“P, he said; Q”: Q is his word, too, unless only P stands in quotation marks."""
    if second[1] <= second[0]:
        return frame
    if sentence.quoted[second[0]] != sentence.quoted[frame.content[0][0]]:
        return replace(frame, rest=(second,))
    return replace(frame, sequel=Frame(frame.cue, frame.source, frame.to, (second,)))


def _sequel(sentence: Sentence, source: Part, second: Part) -> Frame | None:
    """“…, adding that P”, “…, referring to N”: the same speaker, once more."""
    start = second[0]
    if second[1] - start < 3 or sentence.tag(start) != "ING":
        return None
    if sentence.lemma(start) == "refer" and sentence.tag(start + 1) == "TO":
        return Frame((start, start + 2), source, None, ((start + 2, second[1]),))
    content = start + 2 if sentence.tag(start + 1) in {"THAT", "COMMA"} else start + 1
    if sentence.lemma(start) not in AFTER_SPEECH or not sentence.has_finite((content, second[1])):
        return None
    return Frame((start, start + 1), source, None, ((content, second[1]),))


def _continues(sentence: Sentence, second: Part) -> bool:
    if sentence.tag(second[0]) in {"CC", "FINITE"}:
        return sentence.has_finite(second)
    if sentence.tag(second[0]) in {"PREP", "SUB"}:
        return sentence.low(second[0]) not in _OF_THE_SAYING
    return sentence.tag(second[0]) not in OPENS_CIRCUMSTANCE and clause_follows(sentence, second)
