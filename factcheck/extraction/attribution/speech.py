"""Whether the words behind a verb of saying are what was said."""

from factcheck.extraction.attribution.frames import SHORTEST_SPEECH_TOKENS
from factcheck.extraction.lexicon.cues import NEVER_A_CHAIN
from factcheck.extraction.sentence import Part, Sentence


def is_speech(sentence: Sentence, cue: int, content: Part) -> bool:
    """A clause or a quotation; a bare noun ("announced a plan") is what somebody did, not what somebody
    said.
    """
    start, end = content
    if end - start < SHORTEST_SPEECH_TOKENS:
        return False
    if any(sentence.quoted[k] and not sentence.quoted[cue] for k in range(start, min(start + 2, end))):
        return end - start > 3 and (
            sentence.lemma(cue) not in NEVER_A_CHAIN or sentence.tag(start - 1) in {"COMMA", "MARK"}
        )
    return sentence.has_finite(content) and _is_clause_of(sentence, cue, content)


def _is_clause_of(sentence: Sentence, cue: int, content: Part) -> bool:
    """Whether the words behind a cue are what it reports, with or without a "that"."""
    start = content[0]
    has_that = sentence.tag(start - 1) == "THAT"
    verb = sentence.lemma(cue)
    if verb in NEVER_A_CHAIN:
        particle = 1 if sentence.low(cue + 1) == "out" else 0  # “pointed out that”
        return has_that and start == cue + 2 + particle
    if has_that or sentence.tag(start) in {"TO", "COMMA", "STOP"}:
        return has_that
    if sentence.tag(start) == "SUB":
        return verb in {"say", "add"}
    if sentence.tag(start) == "PREP":
        return _circumstance_first(sentence, content)
    return clause_follows(sentence, content) and not _is_object(sentence, cue, content)


def _is_object(sentence: Sentence, cue: int, content: Part) -> bool:
    """“However they explained it, the state fell”: the parse finds an object, and behind its comma comes a clause."""
    parse = sentence.parse
    objects = parse.children(cue, "obj")
    if not objects or parse.children(cue, "ccomp", "parataxis"):
        return False
    start, end = parse.edges(objects[0])
    is_apart = sentence.tag(end) == "COMMA" and clause_follows(sentence, (end + 1, content[1]))
    return start == content[0] and is_apart and not sentence.has_finite((start, end))


def _circumstance_first(sentence: Sentence, content: Part) -> bool:
    """“They estimated by 2050, demand would …”: a comma, and a clause behind it."""
    comma = next((k for k in range(content[0], min(content[1], content[0] + 8)) if sentence.tag(k) == "COMMA"), None)
    return comma is not None and clause_follows(sentence, (comma + 1, content[1]))


def clause_follows(sentence: Sentence, content: Part) -> bool:
    """A subject with its verb, before anything that opens a clause of another kind."""
    if sentence.tag(content[0]) == "PRON" and sentence.tag(content[0] + 1) in {"COMMA", "STOP"}:
        return False
    for number in range(*content):
        if sentence.is_finite(number):
            return number > content[0] or sentence.tag(number) != "FINITE"
        if sentence.tag(number) in {"REL", "SUB", "STOP", "THAT"} and sentence.low(number - 1) != "such":
            return False
    return False
