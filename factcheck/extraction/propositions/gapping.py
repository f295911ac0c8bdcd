"""“closed the pool in May, the library in June”: a verb that is said once, and meant twice."""

from factcheck.extraction.propositions.clauses import Numbers
from factcheck.extraction.sentence import Sentence

_OPENS_NOUN = frozenset({"DET", "POSS", "NAME", "NUM"})
_NOMINAL = frozenset({"DET", "POSS", "NAME", "NUM", "NOUN", "ADJ", "GEN", "MARK"})
_JOINTS = frozenset({",", "and", ";"})
_NEVER = frozenset({"of", "including", "such", "like", "than"})


def gapped(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """Each pair of phrases with the verb that the first one has."""
    verb = next((place for place, n in enumerate(numbers) if _is_verb(sentence, n)), None)
    if verb is None:
        return [numbers]
    pieces = _pieces(sentence, numbers, verb)
    first, rest = pieces[0], pieces[1:]
    found = [_completed(sentence, first, verb, piece) for piece in rest]
    return [first, *(one for one in found if one)] if found and all(found) else [numbers]


def _is_verb(sentence: Sentence, number: int) -> bool:
    return sentence.tag(number) in {"FINITE", "ING"} and sentence.parse.coarse[number] == "VERB"


def _pieces(sentence: Sentence, numbers: Numbers, verb: int) -> list[Numbers]:
    """What commas and “and” behind the verb part, where a noun phrase follows them."""
    pieces, start = [], 0
    for place in range(verb + 3, len(numbers) - 2):
        if sentence.low(numbers[place]) in _JOINTS and sentence.tag(numbers[place + 1]) in _OPENS_NOUN:
            end = place - 1 if sentence.tag(numbers[place - 1]) == "COMMA" else place
            pieces.append(numbers[start:end])
            start = place + 1
    return [*pieces, numbers[start:]]


def _completed(sentence: Sentence, first: Numbers, verb: int, piece: Numbers) -> Numbers:
    """The piece with the words of the first that it goes without; () where the two are not built alike."""
    if verb + 1 >= len(first):
        return ()
    name = next((place for place, n in enumerate(piece) if sentence.tag(n) != "NAME"), 0)
    if name and sentence.tag(piece[name]) == "DET" and sentence.tag(first[verb + 1]) == "DET":
        return (*piece[:name], first[verb], *piece[name:])
    break_ = next((place for place, n in enumerate(piece) if place and sentence.tag(n) in {"PREP", "TO"}), None)
    if break_ is not None and _is_noun_phrase(sentence, piece[:break_]):
        preposition = sentence.low(piece[break_])
        behind = [sentence.low(n) for n in first[verb + 1 :]]
        if preposition in _NEVER or preposition not in behind or any(sentence.is_finite(n) for n in piece):
            return ()
        if behind[0] == preposition:
            return (*piece[:break_], first[verb], *piece[break_:])
        objects = first[verb + 1 : verb + 1 + behind.index(preposition)]
        return first[: verb + 1] + piece if _is_noun_phrase(sentence, objects) else ()
    return ()


def _is_noun_phrase(sentence: Sentence, piece: Numbers) -> bool:
    return all(sentence.tag(n) in _NOMINAL for n in piece)
