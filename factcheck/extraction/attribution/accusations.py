"""“X accused Y of doing P”, “Y was blamed for doing P”: that Y did so is the accuser's word."""

from factcheck.extraction.attribution import speakers
from factcheck.extraction.attribution.asides import Aside, aside_behind
from factcheck.extraction.attribution.frames import Frame, is_the_writer
from factcheck.extraction.attribution.stances import pause
from factcheck.extraction.attribution.subjects import named_by, subject_head
from factcheck.extraction.lexicon.stances import FOR_DOING
from factcheck.extraction.sentence import Part, Sentence

LONGEST_ACCUSED_TOKENS = 12
_BETWEEN = frozenset({"ADV", "NEG"})


def accusation(sentence: Sentence, part: Part) -> Frame | None:
    """Whom X accuses, and of what; what is told beside it is the outer voice's."""
    for cue in range(*part):
        prepositions = FOR_DOING.get(sentence.lemma(cue))
        if prepositions and sentence.tag(cue) in {"FINITE", "PART", "ING"} and _is_told(sentence, part, cue):
            frame = _at(sentence, part, cue, prepositions)
            if frame is not None:
                return frame
    return None


def _is_told(sentence: Sentence, part: Part, cue: int) -> bool:
    """Whether it is told as a fact, in the voice of the part: no “might accuse”, no “did not accuse”, no aside."""
    helpers = {sentence.tag(k) for k in range(max(part[0], cue - 2), cue)}
    return not helpers & {"NEG", "MD", "TO", "REL"} and sentence.quoted[cue] == sentence.quoted[part[0]]


def _at(sentence: Sentence, part: Part, cue: int, prepositions: frozenset[str]) -> Frame | None:
    deed = _deed(sentence, cue, part[1], prepositions)
    if deed is None:
        return None
    is_passive = bool(sentence.parse.children(cue, "aux:pass", "nsubj:pass"))
    accused, source = _passive(sentence, cue, deed) if is_passive else _active(sentence, part, cue, deed)
    if accused is None or source is None or not part[0] <= accused[0] < accused[1] < deed:
        return None
    end = pause(sentence, (deed, part[1]))
    noun = named_by(sentence, end - 1)
    aside = aside_behind(sentence, noun, part[1]) if noun[1] == end else Aside(end, ())
    opening = cue if sentence.tag(cue) == "ING" else min(accused[0], source[0])
    beside = ((part[0], opening), (aside.end, part[1]))
    rest = tuple(side for side in map(sentence.trimmed, beside) if sentence.has_finite(side))
    return Frame((cue, cue + 1), source, None, (accused, (deed, end)), rest, aside=aside.parts)


def _deed(sentence: Sentence, cue: int, ceiling: int, prepositions: frozenset[str]) -> int | None:
    """Where “hiding it” begins in “accused them of (not) hiding it”."""
    for number in range(cue + 1, min(ceiling - 2, cue + LONGEST_ACCUSED_TOKENS)):
        if sentence.low(number) in prepositions:
            verb = number + 2 if sentence.tag(number + 1) in _BETWEEN else number + 1
            if sentence.parse.tags[verb] == "VBG":
                return number + 1
        if sentence.is_finite(number) or sentence.tag(number) in {"STOP", "THAT"}:
            return None
    return None


def _active(sentence: Sentence, part: Part, cue: int, deed: int) -> tuple[Part | None, Part | None]:
    source = speakers.before(sentence, cue, part[0])
    if source is None:
        head = subject_head(sentence, cue)
        source = named_by(sentence, head) if head is not None and head < cue else None
    accused = sentence.trimmed((cue + 1, deed - 1))
    is_known = source is not None and part[0] <= source[0] < source[1] <= cue and not is_the_writer(sentence, source)
    return (accused if accused[1] > accused[0] else None), (source if is_known else None)


def _passive(sentence: Sentence, cue: int, deed: int) -> tuple[Part | None, Part | None]:
    """“Y was accused by X of …”; where nobody accuses by name, that Y was accused is all there is to check."""
    parse = sentence.parse
    head = next(iter(parse.children(cue, "nsubj:pass", "nsubj")), None)
    agent = next((n for n in parse.children(cue, "obl:agent", "obl") if _is_by(sentence, n)), None)
    if head is None or agent is None or agent > deed:
        return None, None
    return named_by(sentence, head), named_by(sentence, agent)


def _is_by(sentence: Sentence, number: int) -> bool:
    return any(sentence.low(case) == "by" for case in sentence.parse.children(number, "case"))
