"""What a noun says that somebody says: “a statement saying P”, “made the claim that P”, “Weber’s belief that P”."""

from collections.abc import Iterable, Iterator

from factcheck.extraction.attribution import speakers
from factcheck.extraction.attribution.frames import Frame, cues, is_the_writer
from factcheck.extraction.attribution.speech import is_speech
from factcheck.extraction.attribution.subjects import named_by, shared_subject
from factcheck.extraction.lexicon.cues import DENYING, SAYING
from factcheck.extraction.lexicon.messages import MESSAGES, OF_A_CLAUSE, STATING
from factcheck.extraction.sentence import Part, Sentence

LONGEST_MESSAGE_TOKENS = 8
_FROM = frozenset({"by", "from", "of"})
_OBJECTS = frozenset({"obj", "obl"})


def in_a_message(sentence: Sentence, part: Part) -> Frame | None:
    """“X issued a statement saying P”, “X made the claim that P”: what X did is the outer voice's, P is X's."""
    return _saying(sentence, part) or _made(sentence, part)


def _saying(sentence: Sentence, part: Part) -> Frame | None:
    for cue in cues(sentence, part, SAYING - DENYING):
        if sentence.tag(cue) != "ING" or sentence.quoted[cue] != sentence.quoted[part[0]]:
            continue
        noun = _message_before(sentence, cue, part[0])
        start = cue + 1
        while start < part[1] and sentence.tag(start) in {"THAT", "COMMA"}:
            start += 1
        if noun is not None and is_speech(sentence, cue, (start, part[1])):
            source = _teller(sentence, part, noun) or _bare(sentence, noun)
            return Frame((cue, cue + 1), source, None, ((start, part[1]),), _rest(sentence, (part[0], cue)))
    return None


def _message_before(sentence: Sentence, cue: int, floor: int) -> int | None:
    """The noun that “saying” belongs to, with nothing but its own when and where between the two."""
    for number in range(cue - 1, max(floor, cue - LONGEST_MESSAGE_TOKENS) - 1, -1):
        if sentence.low(number) in MESSAGES and sentence.parse.coarse[number] == "NOUN":
            return number
        if sentence.tag(number) in {"COMMA", "STOP", "MARK", "QUOTE"} or sentence.is_finite(number):
            return None
    return None


def _bare(sentence: Sentence, noun: int) -> Part:
    """The message itself, where nobody is known to have sent it: “a letter saying P”."""
    start = noun
    while sentence.tag(start - 1) in {"DET", "ADJ", "NUM", "NOUN"}:
        start -= 1
    return start, noun + 1


def _made(sentence: Sentence, part: Part) -> Frame | None:
    for that in _nouns_with_clause(sentence, part):
        source = _stated_by(sentence, part, that - 1)
        if source is not None and sentence.has_finite((that + 1, part[1])):
            rest = _rest(sentence, (part[0], source[0]))
            return Frame((that - 1, that), source, None, ((that + 1, part[1]),), rest)
    return None


def _nouns_with_clause(sentence: Sentence, part: Part) -> Iterator[int]:
    """Each “that” right behind a noun for what is held."""
    for that in range(part[0] + 1, part[1] - 1):
        if sentence.low(that) == "that" and sentence.low(that - 1) in OF_A_CLAUSE and not _is_relative(sentence, that):
            yield that


def _is_relative(sentence: Sentence, that: int) -> bool:
    """“the claim that failed”: a verb right behind the word, or a clause that the word has a part in."""
    return sentence.is_finite(that + 1) or sentence.parse.relations[that] != "mark"


def _rest(sentence: Sentence, part: Part) -> tuple[Part, ...]:
    rest = sentence.trimmed(part)
    return (rest,) if sentence.has_finite(rest) else ()


def _teller(sentence: Sentence, part: Part, noun: int) -> Part | None:
    """Whose message it is: who sends it, else its owner or whom it comes from."""
    source = _stated_by(sentence, part, noun) or owner(sentence, noun)
    return source if source and part[0] <= source[0] < source[1] <= part[1] else None


def _stated_by(sentence: Sentence, part: Part, noun: int) -> Part | None:
    """“X issued a statement”."""
    verb = sentence.parse.heads[noun]
    if sentence.parse.relations[noun] not in _OBJECTS or sentence.parse.lemmas[verb] not in STATING:
        return None
    source = speakers.before(sentence, verb, part[0]) or shared_subject(sentence, verb)
    is_before = source is not None and part[0] <= source[0] < source[1] <= verb
    return source if source and is_before and not is_the_writer(sentence, source) else None


def owner(sentence: Sentence, noun: int) -> Part | None:
    """“Weber’s letter”, “a letter from Weber”."""
    parse = sentence.parse
    for child in parse.children(noun, "nmod:poss"):
        start, end = (child, child + 1) if sentence.tag(child) == "POSS" else named_by(sentence, child)
        return (start, end - 1) if sentence.tag(end - 1) == "GEN" else (start, end)
    for child in parse.children(noun, "nmod"):
        if any(sentence.low(case) in _FROM for case in parse.children(child, "case")):
            return named_by(sentence, child)
    return None


def held(sentence: Sentence, parts: Iterable[Part]) -> Iterator[Frame]:
    """“Weber’s belief that P”: P is Weber's, and what is told of the belief is the outer voice's."""
    for part in parts:
        for that in _nouns_with_clause(sentence, part):
            clause = next((n for n in sentence.parse.children(that - 1, "acl", "ccomp", "acl:relcl") if n > that), None)
            source = _teller(sentence, part, that - 1)
            if clause is not None and not sentence.quoted[that]:
                end = min(part[1], sentence.parse.edges(clause)[1])
                yield Frame((that - 1, that), source, None, (sentence.trimmed((that + 1, end)),))
