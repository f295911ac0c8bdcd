"""“A did this and B did that”, “A did this and did that”."""

from collections.abc import Sequence

from factcheck.extraction.propositions.clauses import (
    Numbers,
    awaits_verb,
    carries,
    has_verb,
    is_inside_clause,
    starts_clause,
    subject,
)
from factcheck.extraction.sentence import Sentence
from factcheck.text.wordlists import words

_JOINS = frozenset({"and", "but", "while", "whereas", "although", "though", "yet", "so", "as"})
_DONE_TO_SOMEBODY = words("""
    sentence fine jail imprison charge convict injure wound kill arrest detain sack evict deport ban suspend
""")
"""Verbs that want an object, so that without one, “was found guilty and sentenced to a year”, they are passive."""
LONGEST_OPENING = 10


def clauses(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """Whole clauses apart: at a semicolon, and at "and", "but", "while" before a subject with its verb."""
    for place in range(2, len(numbers) - 2):
        number = numbers[place]
        left, right = numbers[:place], numbers[place + 1 :]
        opening = 1 if sentence.tag(right[0]) == "QUOTE" else 0
        is_clause = starts_clause(sentence, right, opening) or (
            sentence.low(number) == ";" and _is_subject_of_clause(sentence, right)
        )
        if sentence.low(number) in {";", ":"} and is_clause and has_verb(sentence, left):
            return [*clauses(sentence, left), *clauses(sentence, right)]
        if sentence.low(number) in {"and", "but"} and _says_again(sentence, left, right):
            return [*clauses(sentence, left), *clauses(sentence, right[1:])]
        if sentence.low(number) in _JOINS and _joins_clauses(sentence, numbers, place):
            return [*clauses(sentence, left), *clauses(sentence, _with_passive(sentence, left, right))]
    return [numbers]


def _with_passive(sentence: Sentence, left: Numbers, right: Numbers) -> Numbers:
    """“14 people were killed and 30 others wounded”: with the “were” that is said once, where it fits both."""
    parse = sentence.parse
    verb = next((place for place, n in enumerate(right) if sentence.is_finite(n)), 0)
    be = next((n for n in left if sentence.is_finite(n)), None)
    if not verb or be is None or sentence.low(be) not in {"was", "were"} or sentence.tag(be + 1) != "PART":
        return right
    is_bare = parse.tags[right[verb]] == "VBN" and not parse.children(right[verb], "aux", "aux:pass", "obj")
    is_one = sentence.low(right[0]) in {"a", "an", "one", "another"}
    fits = is_one == (sentence.low(be) == "was")
    return (*right[:verb], be, *right[verb:]) if is_bare and fits else right


def _says_again(sentence: Sentence, left: Numbers, right: Numbers) -> bool:
    """“said that A and that B”: each is said; the first “that” stands before the words, or nowhere."""
    is_told = sentence.tag(right[0]) == "THAT" and starts_clause(sentence, right, 1)
    return is_told and has_verb(sentence, left) and not is_inside_clause(sentence, left)


def _joins_clauses(sentence: Sentence, numbers: Numbers, place: int) -> bool:
    left, right = numbers[:place], numbers[place + 1 :]
    if not any(carries(sentence, number) for number in left):
        return False
    if not starts_clause(sentence, right, 0) and not (
        _has_main_verb(sentence, left) and _opens_clause(sentence, right)
    ):
        return False
    if awaits_verb(sentence, left) or _goes_on(sentence, numbers, place):
        return False
    if sentence.tag(left[0]) == "SUB" and not any(sentence.tag(number) == "COMMA" for number in left[:-1]):
        return False
    behind_comma = sentence.tag(left[-1]) == "COMMA"
    if sentence.low(numbers[place]) in {"as", "so", "while", "although", "though", "whereas", "yet"}:
        return behind_comma and not _is_between_dashes(sentence, left)
    return behind_comma or not is_inside_clause(sentence, left)


def _has_main_verb(sentence: Sentence, numbers: Numbers) -> bool:
    """Whether not all of its verbs hang on what is still to come: “a week after he spoke, and in June, …”."""
    parse = sentence.parse
    verbs = [n for n in numbers if carries(sentence, n)]
    heads = [parse.heads[n] if parse.relations[n].split(":")[0] in {"aux", "cop"} else n for n in verbs]
    return any(parse.relations[n] != "advcl" for n in heads)


def _opens_clause(sentence: Sentence, numbers: Numbers) -> bool:
    """With a long subject, or behind a time or place: “and in June, the library burned”."""
    if _is_subject_of_clause(sentence, numbers):
        return True
    if sentence.tag(numbers[0]) != "PREP":
        return False
    comma = next((place for place, n in enumerate(numbers[:LONGEST_OPENING]) if sentence.tag(n) == "COMMA"), None)
    return comma is not None and not has_verb(sentence, numbers[:comma]) and starts_clause(sentence, numbers, comma + 1)


def _is_subject_of_clause(sentence: Sentence, numbers: Numbers) -> bool:
    """Whether the words begin with the subject of a verb behind, by the parse, however long: “men from A and B”."""
    parse, at = sentence.parse, numbers[0]
    if sentence.tag(at) in {"REL", "THAT", "SUB"}:
        return False
    while parse.relations[at] not in {"nsubj", "nsubj:pass"} and numbers[0] <= parse.heads[at] != at:
        at = parse.heads[at]
    verb = parse.heads[at]
    if parse.relations[at] not in {"nsubj", "nsubj:pass"} or verb < at:
        return False
    if parse.edges(at, without=parse.children(at, "cc", "punct"))[0] != numbers[0]:
        return False
    return verb in numbers and any(
        sentence.is_finite(n) for n in (verb, *parse.children(verb, "aux", "aux:pass", "cop"))
    )


def _is_between_dashes(sentence: Sentence, left: Numbers) -> bool:
    return sum(sentence.low(n) in {"—", "–", "--"} for n in left) % 2 == 1


def _goes_on(sentence: Sentence, numbers: Numbers, place: int) -> bool:
    """“teams from Sudan and Yemen are here”: whether the verb behind has its subject before, by the parse."""
    parse = sentence.parse
    verb = next((n for n in numbers[place + 1 :] if sentence.is_finite(n)), None)
    if verb is None:
        return False
    if parse.relations[verb].split(":")[0] in {"aux", "cop"}:
        verb = parse.heads[verb]
    if parse.relations[verb] == "acl:relcl" and parse.heads[verb] in numbers[place + 1 :]:
        return True  # “…, and the first time they won”
    subjects = parse.children(verb, "nsubj", "nsubj:pass")
    return bool(subjects) and all(n < numbers[place] for n in subjects) and sentence.low(numbers[place]) == "and"


def predicates(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """Predicates of one subject apart, each with the subject before it."""
    who = subject(sentence, numbers)
    if not who:
        return [numbers]
    begin = numbers.index(who[-1]) + 1
    cuts = [place for place in range(begin + 2, len(numbers) - 1) if _joins_predicates(sentence, numbers, place, begin)]
    if not cuts:
        return [numbers]
    pieces = [numbers[: cuts[0]]]
    for place, end in zip(cuts, [*cuts[1:], len(numbers)], strict=True):
        predicate = numbers[place + 1 : end]
        pieces.append(who + _helpers(sentence, numbers[begin : cuts[0]], predicate) + predicate)
    return pieces


def _joins_predicates(sentence: Sentence, numbers: Numbers, place: int, begin: int) -> bool:
    number = numbers[place]
    if sentence.low(number) not in {"and", "but"} and not (
        sentence.tag(number) == "COMMA" and _is_listed(sentence, numbers, place)
    ):
        return False
    behind = place + 1
    while behind < len(numbers) - 1 and sentence.tag(numbers[behind]) in {"ADV", "NEG"}:
        behind += 1
    tag = sentence.tag(numbers[behind])
    if is_inside_clause(sentence, numbers[begin:place]) and tag != "MD":
        return False
    if sentence.is_finite(numbers[behind]):
        return sentence.parse.coarse[numbers[behind]] != "ADJ"
    return (
        tag == "PART"
        and any(sentence.tag(n) in {"BE", "HAVE"} for n in numbers[begin : begin + 3])
        and sentence.tag(number) == "CC"
        and _has_part(sentence, numbers[begin:place])
        and behind + 1 < len(numbers)
    )


def _has_part(sentence: Sentence, numbers: Sequence[int]) -> bool:
    return any(sentence.tag(number) == "PART" for number in numbers)


def _is_listed(sentence: Sentence, numbers: Numbers, place: int) -> bool:
    """“…, installed cameras and placed guards”: a comma before a verb with another joined on behind."""
    if sentence.tag(numbers[place + 1]) != "FINITE":
        return False
    return any(sentence.low(n) == "and" and sentence.tag(n + 1) == "FINITE" for n in numbers[place + 2 :])


def _helpers(sentence: Sentence, first: Sequence[int], predicate: Numbers) -> Numbers:
    """The "has" or "was" of the first predicate, where the second is a participle that leans on it."""
    opening = next((n for n in predicate if sentence.tag(n) not in {"ADV", "NEG"}), predicate[0])
    parse = sentence.parse
    is_passive = parse.relations[opening] == "conj" and not parse.children(opening, "obj")
    is_passive = is_passive and (parse.tags[opening] == "VBN" or sentence.lemma(opening) in _DONE_TO_SOMEBODY)
    if sentence.tag(opening) != "PART" and not is_passive:
        return ()
    return tuple(n for n in first[:3] if sentence.tag(n) in {"BE", "HAVE", "MD"})
