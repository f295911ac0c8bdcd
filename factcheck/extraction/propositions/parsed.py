"""What only the parse shows: clauses and predicates that the words do not give away, and what a relative clause or an
apposition says of its noun.
"""

from factcheck.extraction.lexicon.grammar import TIMES
from factcheck.extraction.propositions.clauses import Numbers
from factcheck.extraction.propositions.statements import Added, Statement
from factcheck.extraction.sentence import Sentence
from factcheck.text.wordlists import words

_SUBJECTS = ("nsubj", "nsubj:pass")
_RELATIVE = words("who which that")
_NOT_ASSERTED = words("may might could would should can will")
_ANYBODY = words("people person those one ones thing things man men woman women way")
_OPENS_APPOSITION = frozenset({"DET", "POSS"})
_OPENS_NOUN = frozenset({"DET", "POSS", "NAME", "PRON"})
_OPENS_CLAUSE = frozenset({"THAT", "REL", "SUB"})
_PARTS_OF_NOUN = words("det amod nummod compound flat goeswith fixed")
FEWEST_WORDS, LONG, MOST_WORDS = 3, 6, 16


def asides(sentence: Sentence, numbers: Numbers, copulas: frozenset[str]) -> list[Statement]:
    """What a relative clause or an apposition says of a noun that has a name or an article of its own."""
    found = []
    for head in numbers:
        if sentence.parse.coarse[head] in {"NOUN", "PROPN"}:
            found += [
                one
                for n in sentence.parse.children(head, "acl:relcl")
                if (one := _relative(sentence, numbers, head, n))
            ]
            found += [
                one
                for n in sentence.parse.children(head, "appos")
                if (one := _apposition(sentence, numbers, head, n, copulas))
            ]
    return found


def _relative(sentence: Sentence, numbers: Numbers, head: int, verb: int) -> Statement | None:
    """“the force that holds the town”: the noun, and what it is said to do."""
    clause = tuple(n for n in sentence.parse.subtree(verb) if n in numbers)
    if len(clause) < FEWEST_WORDS or not _is_whole(clause):
        return None
    if sentence.low(clause[0]) == "where" and len(clause) >= LONG and sentence.parse.children(verb, *_SUBJECTS):
        return Statement(clause[1:])
    if sentence.low(clause[0]) not in _RELATIVE:
        return None
    if sentence.parse.relations[clause[0]] not in _SUBJECTS or any(sentence.low(n) in _NOT_ASSERTED for n in clause):
        return None
    noun = _noun(sentence, numbers, head)
    is_loose = sentence.parse.relations[head] == "nmod" or not sentence.tokens[verb].word.islower()
    is_loose = is_loose or sentence.low(head) in _ANYBODY
    is_next = bool(noun) and noun[-1] == clause[0] - 1
    return Statement(noun + clause[1:]) if is_next and not is_loose and _is_definite(sentence, noun) else None


def _apposition(
    sentence: Sentence, numbers: Numbers, head: int, other: int, copulas: frozenset[str]
) -> Statement | None:
    """“Basra, their home”: the one is the other."""
    noun, name = _noun(sentence, numbers, head), _noun(sentence, numbers, other)
    is_long = 1 < len(name) <= MOST_WORDS and _is_whole(name)
    if (
        "is" not in copulas
        or not is_long
        or not noun
        or sentence.tag(name[0] - 1) != "COMMA"
        or noun[-1] != name[0] - 2
    ):
        return None
    if sentence.low(head) in TIMES or not _opens_apposition(sentence, name) or sentence.parse.coarse[head] != "PROPN":
        return None
    return Statement(noun + name).with_added(Added(name[0], "is"))


def _opens_apposition(sentence: Sentence, name: Numbers) -> bool:
    """“the port”, “their home”, “Iraq’s port”."""
    return sentence.tag(name[0]) in _OPENS_APPOSITION or sentence.tag(name[1]) == "GEN"


def _noun(sentence: Sentence, numbers: Numbers, head: int) -> Numbers:
    """The noun with the words before it and its “of”, without clauses, pairs and appositions."""
    apart = [n for n in sentence.parse.subtree(head) if n != head and not _is_part_of_noun(sentence, n)]
    found = tuple(n for n in sentence.parse.subtree(head, without=apart) if n in numbers)
    return found[1:] if found and sentence.tag(found[0]) == "PREP" else found


def _is_part_of_noun(sentence: Sentence, number: int) -> bool:
    relation = sentence.parse.relations[number]
    is_of = relation == "nmod" and any(sentence.low(n) == "of" for n in sentence.parse.children(number, "case"))
    is_of = is_of or (relation == "case" and sentence.low(number) == "of")
    return is_of or relation.split(":")[0] in _PARTS_OF_NOUN or relation == "nmod:poss"


def _is_whole(numbers: Numbers) -> bool:
    return numbers[-1] - numbers[0] < len(numbers) + 2


def _is_definite(sentence: Sentence, noun: Numbers) -> bool:
    return bool(noun) and (
        sentence.low(noun[0]) in {"the", "this", "these", "those", "his", "her", "their", "its"}
        or any(sentence.parse.coarse[n] == "PROPN" for n in noun)
    )


def coordinated(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """Clauses and predicates that the parse joins to the main one, each with the subject it has or shares."""
    parse = sentence.parse
    main = next((n for n in numbers if _leads(sentence, numbers, n)), None)
    if main is None or not parse.children(main, *_SUBJECTS):
        return [numbers]
    for other in parse.children(main, "conj", "parataxis"):
        clause = _without_comma(sentence, tuple(n for n in parse.subtree(other) if n in numbers))
        if other > main and other in numbers and _is_said_too(sentence, numbers, other, clause):
            rest = tuple(n for n in numbers if n not in clause)
            return [
                *coordinated(sentence, rest),
                *coordinated(sentence, _complete(sentence, numbers, main, other, clause)),
            ]
    return [numbers]


def _without_comma(sentence: Sentence, clause: Numbers) -> Numbers:
    return clause[1:] if clause and sentence.tag(clause[0]) == "COMMA" else clause


def _leads(sentence: Sentence, numbers: Numbers, number: int) -> bool:
    return sentence.parse.heads[number] not in numbers or sentence.parse.is_root(number)


def _is_said_too(sentence: Sentence, numbers: Numbers, verb: int, clause: Numbers) -> bool:
    """Whether a verb that can carry a sentence is joined by “and” or “but”, or by a colon, a semicolon or a dash."""
    parse = sentence.parse
    is_verb = parse.tags[verb] in {"VBD", "VBZ", "VBP"} or parse.children(verb, "aux", "aux:pass", "cop")
    if not is_verb or len(clause) < FEWEST_WORDS or not _is_unbroken(numbers, clause):
        return False
    if parse.children(verb, *_SUBJECTS) and _is_spliced(sentence, clause):
        return parse.tags[verb] not in {"VBG", "VBN"} or bool(parse.children(verb, "aux", "aux:pass"))
    if parse.relations[verb] == "conj":
        return sentence.low(clause[0]) in {"and", "but"} and sentence.tag(clause[1]) not in _OPENS_CLAUSE
    return bool(parse.children(verb, *_SUBJECTS)) and sentence.low(clause[0] - 1) in {":", ";", "–", "—"}


def _is_spliced(sentence: Sentence, clause: Numbers) -> bool:
    """“The dam is old, the bridge is new”: a comma alone; not that of “Springfield, Illinois is …”."""
    before = clause[0] - 1
    is_place = sentence.tag(before - 1) == "NAME" and sentence.tag(clause[0]) == "NAME"
    return sentence.low(before) == "," and sentence.tag(clause[0]) in _OPENS_NOUN and not is_place


def _is_unbroken(numbers: Numbers, clause: Numbers) -> bool:
    start = numbers.index(clause[0])
    return numbers[start : start + len(clause)] == clause


def _complete(sentence: Sentence, numbers: Numbers, main: int, other: int, clause: Numbers) -> Numbers:
    parse = sentence.parse
    own = tuple(n for n in clause if parse.heads[n] != other or parse.relations[n] != "cc")
    if parse.children(other, *_SUBJECTS, "csubj", "expl"):
        return own
    who = {n for subject in parse.children(main, *_SUBJECTS) for n in parse.subtree(subject)}
    return tuple(n for n in numbers if n in who and n < own[0]) + own
