"""Looking at a clause: its subject, its verb, where noun phrases begin."""

from collections.abc import Sequence

from factcheck.extraction.sentence import Sentence

Numbers = tuple[int, ...]
"""Tokens of a sentence by number, in order, not always neighbours."""

NOMINAL = frozenset({"NAME", "NOUN", "DET", "POSS", "ADJ", "NUM", "GEN", "PART", "ADV"})
_INSIDE_SUBJECT = frozenset({"PREP", "TO", "OPEN", "CLOSE", "QUOTE", "MARK", "CC"})


def first_finite(sentence: Sentence, numbers: Sequence[int]) -> int | None:
    """The place, in ``numbers``, of the verb that carries the main clause: not one of a clause inside the subject."""
    inside = False
    for place, number in enumerate(numbers):
        tag = sentence.tag(number)
        if tag in {"REL", "THAT"} and place:
            inside = True
        elif sentence.is_finite(number) and not _is_reduced(sentence, number):
            if not inside:
                return place
            inside = False
    return next((place for place, number in enumerate(numbers) if sentence.is_finite(number)), None)


def _is_reduced(sentence: Sentence, number: int) -> bool:
    """“Born and raised in Basra, Ada Berg left”: a participle that its form alone gives away for a verb."""
    if not sentence.is_parsed:  # the parser, slow to load, knows English alone
        return False
    parse, at = sentence.parse, number
    if parse.tags[number] != "VBN" or parse.children(number, "nsubj", "nsubj:pass", "aux", "aux:pass"):
        return False
    while parse.relations[at] == "conj" and parse.tags[parse.heads[at]] == "VBN":
        at = parse.heads[at]
    return parse.relations[at] in {"advcl", "acl", "amod"}


def subject(sentence: Sentence, numbers: Sequence[int]) -> Numbers:
    """The subject of a clause: what stands before its verb, without a time or place before a comma; () if unclear."""
    verb = first_finite(sentence, numbers)
    if verb is None:
        return ()
    end = verb
    while end and sentence.tag(numbers[end - 1]) in {"ADV", "NEG", "QUOTE"}:
        end -= 1
    start = 0
    for place in range(end):
        if sentence.tag(numbers[place]) == "COMMA" and sentence.tag(numbers[0]) in {
            "PREP",
            "SUB",
            "ADV",
            "ING",
            "TO",
            "PART",
            "CC",
            "NUM",
        }:
            start = place + 1
            break
    found = _by_parse(sentence, numbers, verb) or tuple(numbers[start:end])
    return found if any(sentence.tag(number) in {"NAME", "NOUN", "PRON", "NUM", "DET"} for number in found) else ()


def _by_parse(sentence: Sentence, numbers: Sequence[int], verb: int) -> Numbers:
    """Behind a participle, “Born in Basra, Ada Berg left and …”, the words alone do not show where it begins."""
    if sentence.parse.relations[numbers[0]] not in {"advcl", "acl"}:
        return ()
    at = numbers[verb]
    if sentence.parse.relations[at].split(":")[0] in {"aux", "cop"}:
        at = sentence.parse.heads[at]
    who = next((n for n in sentence.parse.children(at, "nsubj", "nsubj:pass") if n < numbers[verb]), None)
    return tuple(n for n in sentence.parse.subtree(who) if n in numbers) if who is not None else ()


def nominal_before(sentence: Sentence, numbers: Sequence[int], place: int) -> Numbers:
    """The noun phrase, with its "of" phrases, that ends right before a place in ``numbers``."""
    start = place
    while start > 0:
        number = numbers[start - 1]
        tag = sentence.tag(number)
        is_of = tag == "PREP" and sentence.low(number) == "of"
        is_hyphen = tag == "MARK" and sentence.low(number) in {"-", "&"}
        if not (tag in NOMINAL or is_of or is_hyphen) or number != numbers[min(start, len(numbers) - 1)] - 1:
            break
        start -= 1
    while start < place and sentence.tag(numbers[start]) in {"PREP", "GEN", "ADV", "PART"}:
        start += 1
    return tuple(numbers[start:place])


def starts_clause(sentence: Sentence, numbers: Sequence[int], place: int) -> bool:
    """Whether a subject and right behind it a verb that can carry a sentence stand at a place in ``numbers``."""
    seen_head = False
    for number in numbers[place : place + 14]:
        tag = sentence.tag(number)
        if sentence.is_finite(number):
            return seen_head and tag != "PART" and sentence.tag(number - 1) != "CC"
        if tag in {"NAME", "NOUN", "PRON", "NUM"} or (
            tag == "DET" and sentence.low(number) in {"this", "that", "these", "those", "most", "many", "some", "all"}
        ):
            seen_head = True
        elif not (tag in NOMINAL or tag == "NEG" or (seen_head and tag in _INSIDE_SUBJECT)):
            return False
    return False


def awaits_verb(sentence: Sentence, numbers: Sequence[int]) -> bool:
    """Whether a subordinate clause was opened and its verb is still to come: “when the police and the army …”."""
    for place in range(len(numbers) - 1, -1, -1):
        if sentence.tag(numbers[place]) == "COMMA":
            return False
        if sentence.tag(numbers[place]) in {"REL", "THAT", "SUB"}:
            return not has_verb(sentence, numbers[place + 1 :])
    return False


def is_inside_clause(sentence: Sentence, numbers: Sequence[int]) -> bool:
    """Whether the tokens end inside a subordinate clause: an opening word, and behind it a verb of its own."""
    for place in range(len(numbers) - 1, -1, -1):
        if sentence.tag(numbers[place]) in {"REL", "THAT", "SUB"}:
            return has_verb(sentence, numbers[place + 1 :])
    return False


def has_verb(sentence: Sentence, numbers: Sequence[int]) -> bool:
    """Whether some verb among the tokens can carry a sentence."""
    return any(sentence.is_finite(number) for number in numbers)


def carries(sentence: Sentence, number: int) -> bool:
    """Whether a verb can carry a sentence, and the parse does not hang it on a noun: “mixed drinks”, “men held”."""
    return sentence.is_finite(number) and sentence.parse.relations[number] not in {"amod", "acl"}


def is_participle(sentence: Sentence, number: int) -> bool:
    """Whether a noun before it is what it is said of: “the robot, named Ada”; the words alone take some for verbs."""
    parse = sentence.parse
    return sentence.tag(number) == "PART" or (
        sentence.tag(number) == "FINITE"
        and parse.tags[number] == "VBN"
        and not parse.children(number, "nsubj", "nsubj:pass", "aux", "aux:pass")
    )
