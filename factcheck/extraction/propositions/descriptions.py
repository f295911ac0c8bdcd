"""“Basra is a port that lies on the gulf”: what is said of the port is said of Basra."""

from factcheck.extraction.propositions.clauses import Numbers
from factcheck.extraction.sentence import Sentence

FEWEST_WORDS = 3
_SUBJECTS = ("nsubj", "nsubj:pass")
_RELATIVES = frozenset({"who", "which", "that"})
_INDEFINITE = frozenset({"a", "an"})


def described(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """What the subject is, and then each thing that a relative clause or a participle says of that."""
    inside = frozenset(numbers)
    for noun in numbers:
        who = _who(sentence, noun)
        if not who or not inside.issuperset(who) or not _is_indefinite(sentence, noun):
            continue
        found = [
            (clause, said)
            for verb in sentence.parse.children(noun, "acl", "acl:relcl")
            if verb > noun
            and (clause := _clause(sentence, inside, verb))
            and (said := _said(sentence, noun, verb, clause))
        ]
        if found:
            gone = {n for clause, _ in found for n in clause}
            return [tuple(n for n in numbers if n not in gone), *(who + said for _, said in found)]
    return [numbers]


def _who(sentence: Sentence, noun: int) -> Numbers:
    """The subject of a sentence that says what it is."""
    parse = sentence.parse
    if not parse.children(noun, "cop"):
        return ()
    who = next((tuple(parse.subtree(n)) for n in parse.children(noun, *_SUBJECTS) if n < noun), ())
    return () if who and sentence.low(who[0]) in _RELATIVES else who


def _is_indefinite(sentence: Sentence, noun: int) -> bool:
    return any(sentence.low(n) in _INDEFINITE for n in sentence.parse.children(noun, "det"))


def _clause(sentence: Sentence, inside: frozenset[int], verb: int) -> Numbers:
    """All of it, with a comma before it; nothing where a part of it is gone, or lies elsewhere."""
    clause = tuple(sentence.parse.subtree(verb))
    is_whole = len(clause) >= FEWEST_WORDS and clause[-1] - clause[0] < len(clause) and inside.issuperset(clause)
    if not is_whole:
        return ()
    return (clause[0] - 1, *clause) if sentence.tag(clause[0] - 1) == "COMMA" else clause


def _said(sentence: Sentence, noun: int, verb: int, clause: Numbers) -> Numbers:
    """The predicate: the clause without its “who”, or the participle with the “is” of the sentence."""
    words = tuple(n for n in clause if sentence.tag(n) != "COMMA" or n != clause[0])
    if sentence.low(words[0]) in _RELATIVES:
        return words[1:] if sentence.parse.relations[words[0]] in _SUBJECTS else ()
    if (
        sentence.tag(words[0]) == "PREP"
        or sentence.parse.tags[verb] not in {"VBN", "VBG"}
        or sentence.parse.children(verb, *_SUBJECTS)
    ):
        return ()
    return (*sentence.parse.children(noun, "aux", "cop"), *words)
