"""What only the parse shows: clauses, predicates, pairs and qualities that the words alone do not give away, and what
a relative clause or an apposition says of its noun.
"""

from collections.abc import Sequence
from itertools import pairwise

from factcheck.extraction.propositions.clauses import Numbers
from factcheck.extraction.propositions.statements import Added, Statement
from factcheck.extraction.sentence import Sentence
from factcheck.text.wordlists import words

_SUBJECTS = ("nsubj", "nsubj:pass")
_PAIRED = frozenset({*_SUBJECTS, "obj"})
_NOT_OF_A_MEMBER = frozenset({"cc", "punct", "conj", "cc:preconj"})
_TOGETHER = words("""
    between both either neither together respectively each among meet met meets agree agreed agrees share shared shares
    marry married differ join joined negotiate clash clashed combine combined merge merged sign signed similar same
""")
_RELATIVE = words("who which that")
_NOT_ASSERTED = words("may might could would should can will")
_ANYBODY = words("people person those one ones thing things man men woman women way")
_OPENS_APPOSITION = frozenset({"DET", "POSS"})
_OPENS_CLAUSE = frozenset({"THAT", "REL", "SUB"})
_MAIN = frozenset({"conj", "parataxis", "ccomp"})
_PARTS_OF_NOUN = words("det amod nummod compound flat goeswith fixed")
FEWEST_WORDS, MOST_WORDS = 3, 16


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
    if len(clause) < FEWEST_WORDS or sentence.low(clause[0]) not in _RELATIVE or not _is_whole(clause):
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
    if sentence.tag(name[0]) not in _OPENS_APPOSITION or sentence.parse.coarse[head] != "PROPN":
        return None
    return Statement(noun + name).with_added(Added(name[0], "is"))


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
        clause = tuple(n for n in parse.subtree(other) if n in numbers)
        if other > main and other in numbers and _is_said_too(sentence, other, clause):
            rest = tuple(n for n in numbers if n not in clause)
            return [
                *coordinated(sentence, rest),
                *coordinated(sentence, _complete(sentence, numbers, main, other, clause)),
            ]
    return [numbers]


def _leads(sentence: Sentence, numbers: Numbers, number: int) -> bool:
    return sentence.parse.heads[number] not in numbers or sentence.parse.is_root(number)


def _is_said_too(sentence: Sentence, verb: int, clause: Numbers) -> bool:
    """Whether a verb that can carry a sentence is joined by “and” or “but”, or by a colon, a semicolon or a dash."""
    parse = sentence.parse
    is_verb = parse.tags[verb] in {"VBD", "VBZ", "VBP"} or parse.children(verb, "aux", "aux:pass", "cop")
    if not is_verb or len(clause) < FEWEST_WORDS or clause[-1] - clause[0] >= len(clause):
        return False
    if parse.relations[verb] == "conj":
        return sentence.low(clause[0]) in {"and", "but"} and sentence.tag(clause[1]) not in _OPENS_CLAUSE
    return bool(parse.children(verb, *_SUBJECTS)) and sentence.low(clause[0] - 1) in {":", ";", "–", "—"}


def _complete(sentence: Sentence, numbers: Numbers, main: int, other: int, clause: Numbers) -> Numbers:
    parse = sentence.parse
    own = tuple(n for n in clause if parse.heads[n] != other or parse.relations[n] != "cc")
    if parse.children(other, *_SUBJECTS, "csubj", "expl"):
        return own
    who = {n for subject in parse.children(main, *_SUBJECTS) for n in parse.subtree(subject)}
    return tuple(n for n in numbers if n in who and n < own[0]) + own


def pairs(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """“A and B left”: one statement for each, where both are names or more than a word and can be so alone."""
    for head in numbers:
        if _is_of_main_verb(sentence, numbers, head) and (members := _members(sentence, numbers, head)):
            shared = set(numbers) - _region(sentence, head)
            each = [tuple(sorted(shared | set(member))) for member in members]
            return [found for one in each for found in pairs(sentence, one)]
    return [numbers]


def _is_of_main_verb(sentence: Sentence, numbers: Numbers, head: int) -> bool:
    """Whether it is the subject or object of the verb on which all of the statement hangs, so of no condition."""
    verb = sentence.parse.heads[head]
    return (
        sentence.parse.relations[head] in _PAIRED
        and verb in numbers
        and (
            sentence.parse.is_root(verb)
            or sentence.parse.relations[verb] in _MAIN
            or sentence.parse.heads[verb] not in numbers
        )
    )


def _members(sentence: Sentence, numbers: Numbers, head: int) -> list[Numbers]:
    """What is joined by “and”, the first with its own words; empty where it is one thing or would be untrue apart."""
    others = _up_to_and(sentence, [n for n in _joined(sentence, head) if n in numbers])
    if not others or any(sentence.low(n) in _TOGETHER for n in numbers):
        return []
    members = [_own(sentence, numbers, member) for member in (head, *others)]
    return (
        members
        if all(_is_thing(sentence, member, n) for member, n in zip(members, (head, *others), strict=True))
        else []
    )


def _up_to_and(sentence: Sentence, others: Sequence[int]) -> list[int]:
    """The last one has the “and”: what seems to follow it, “A and B, a pair of rivers”, is no member."""
    for place, other in enumerate(others):
        joint = {sentence.low(n) for n in sentence.parse.children(other, "cc")}
        if joint:
            return list(others[: place + 1]) if joint == {"and"} else []
    return []


def _is_thing(sentence: Sentence, member: Numbers, head: int) -> bool:
    if sentence.parse.coarse[head] not in {"NOUN", "PROPN"} or not member or member[-1] - member[0] >= len(member):
        return False
    if sentence.tag(member[0]) == "POSS":  # “the king and his sons” act as one
        return False
    return sentence.parse.coarse[head] == "PROPN" or len(member) > 1


def _own(sentence: Sentence, numbers: Numbers, head: int) -> Numbers:
    """A member with what hangs on it, without what joins it to the others."""
    apart = [n for n in sentence.parse.children(head) if sentence.parse.relations[n] in _NOT_OF_A_MEMBER]
    return tuple(n for n in sentence.parse.subtree(head, without=apart) if n in numbers)


def _region(sentence: Sentence, head: int) -> set[int]:
    """The whole enumeration."""
    return {n for member in (head, *_joined(sentence, head)) for n in sentence.parse.subtree(member)}


def _joined(sentence: Sentence, head: int) -> list[int]:
    """What is joined to a noun: what hangs on it so, or stands behind an “and” in the same part of the clause."""
    parse = sentence.parse
    beside = parse.children(parse.heads[head], parse.relations[head])
    return parse.children(head, "conj") or [n for n in beside if n > head and parse.children(n, "cc")]


def qualities(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """“a large, modern and wealthy city”: one statement for each adjective of what the subject is said to be."""
    parse = sentence.parse
    for head in numbers:
        if parse.coarse[head] == "NOUN" and parse.children(head, "cop"):
            first = parse.children(head, "amod")
            all_ = sorted({n for one in first for n in (one, *parse.children(one, "conj"))} & set(numbers))
            if len(all_) < FEWEST_WORDS - 1 or not _is_enumerated(sentence, all_):
                continue
            region = set(range(all_[0], all_[-1] + 1))
            return [tuple(n for n in numbers if n not in region or n == one) for one in all_]
    return [numbers]


def _is_enumerated(sentence: Sentence, adjectives: Sequence[int]) -> bool:
    """Whether nothing but commas and “and” stands between them."""
    between = set(range(adjectives[0], adjectives[-1] + 1)) - set(adjectives)
    parts = sum(1 for one, other in pairwise(adjectives) if other - one > 1)
    return parts == len(adjectives) - 1 and all(sentence.low(n) in {",", "and"} for n in between)
