"""Who does what a verb says, by the parse."""

from factcheck.extraction.parser.parse import Parse
from factcheck.extraction.sentence import Part, Sentence

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_SHARES = ("conj", "xcomp", "advcl", "parataxis")
"""How a verb without a subject of its own hangs on the one whose subject it shares."""

_BEFORE_THE_NAME = frozenset({"case", "mark", "cc", "punct", "nsubj"})
_NOT_THE_NAME = frozenset({"acl:relcl", "advcl", "parataxis", "punct", "dep", "discourse", "acl"})
_NO_NAME_BEGINS = frozenset({"PREP", "TO", "SUB", "FINITE", "BE", "HAVE", "MD"})
_COUNTS = frozenset({"least", "most"})  # “at least half of them”
_TOLD = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVES = frozenset({"who", "which", "that"})


def subject_head(sentence: Sentence, verb: int) -> int | None:
    """The noun or pronoun that is the subject of a verb, or of the verb that it goes on from."""
    parse = sentence.parse
    for _ in range(len(parse)):
        found = _subjects(parse, verb)
        if found:
            return found[0]
        head, relation = parse.heads[verb], parse.relations[verb]
        if relation.startswith("acl") and parse.coarse[head] in {"NOUN", "PROPN", "PRON"}:
            return head
        is_participle = relation == "ccomp" and parse.tags[verb] == "VBG"
        if head == verb or not (relation in _SHARES or is_participle):
            return None
        verb = head
    return None


def _subjects(parse: Parse, verb: int) -> list[int]:
    """What hangs as subject on the verb, or on a helper that the parser took for the verb."""
    found = parse.children(verb, *SUBJECTS)
    return found or [subject for helper in parse.children(verb, "aux") for subject in parse.children(helper, *SUBJECTS)]


def shared_subject(sentence: Sentence, verb: int) -> Part | None:
    """The noun phrase of the subject that a verb has or shares."""
    head = subject_head(sentence, verb)
    return None if head is None else named_by(sentence, head)


def own_subject(sentence: Sentence, verb: int, within: Part) -> Part | None:
    """The noun phrase that the parser takes for the verb's own subject, if it lies in a stretch of the sentence."""
    found = _subjects(sentence.parse, verb)
    if not found:
        return None
    named = named_by(sentence, found[-1] if found[-1] < verb else found[0])
    return named if within[0] <= named[0] < named[1] <= within[1] else None


def named_by(sentence: Sentence, head: int) -> Part:
    """The noun phrase of a noun: without the preposition before it, and up to where a clause about it begins."""
    parse = sentence.parse
    out = _BEFORE_THE_NAME | {"advmod"} if parse.coarse[head] == "PROPN" else _BEFORE_THE_NAME
    before = [child for child in parse.children(head) if child < head and parse.relations[child] in out]
    behind = [child for child in parse.children(head) if child > head and parse.relations[child] in _NOT_THE_NAME]
    start, end = parse.edges(head, without=[*before, *behind])
    if before:
        start = max(start, min(before[-1] + 1, head))
    if behind:
        end = min(end, max(head + 1, parse.edges(behind[0])[0]))
    end = _up_to_speech(sentence, head, end)
    if end - start > 1 and sentence.low(start) == "what":  # “what doctors say”, read as one
        start += 1
    return sentence.trimmed((start, end))


def _up_to_speech(sentence: Sentence, head: int, end: int) -> int:
    """Where a quotation goes on behind the name and its comma: “…,” said the mayor, “and we left.”"""
    opens = (n for n in range(head + 1, end - 1) if sentence.tag(n) == "COMMA" and sentence.tag(n + 1) == "QUOTE")
    return next(opens, end)


def names_somebody(sentence: Sentence, part: Part) -> bool:
    """Whether words can name a speaker: they begin with no preposition, and hold no verb but a relative clause's."""
    if sentence.tag(part[0]) in _NO_NAME_BEGINS and sentence.low(part[0] + 1) not in _COUNTS:
        return False
    verb = told_verb(sentence, part)
    return verb is None or any(sentence.tag(n) in {"REL", "THAT", "PRON"} for n in range(part[0], verb))


def told_verb(sentence: Sentence, part: Part) -> int | None:
    """The first verb that words and parse agree on: “the rights group” and “a report published in May” hold none."""
    return next((number for number in sentence.finite(part) if sentence.parse.tags[number] in _TOLD), None)


def stood_for(sentence: Sentence, source: Part) -> Part:
    """The noun phrase that a "who" or "which" stands for; any other source stands for itself."""
    parse = sentence.parse
    at = source[0]
    if source[1] - at > 1 or sentence.low(at) not in _RELATIVES:
        return source
    for _ in range(len(parse)):
        if parse.relations[at].startswith("acl"):
            return named_by(sentence, parse.heads[at])
        at = parse.heads[at]
    return source
