"""“A did this and B did that”, “A did this and did that”, “hit by A, B and C”."""

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

_JOINS = frozenset({"and", "but", "while", "whereas", "although", "though", "yet", "so", "as"})
_KEPT_TOGETHER = frozenset(
    {"between", "such", "including", "like", "both", "either", "among", "respectively", "together", "from"}
)


def clauses(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """Whole clauses apart: at a semicolon, and at "and", "but", "while" before a subject with its verb."""
    for place in range(2, len(numbers) - 2):
        number = numbers[place]
        left, right = numbers[:place], numbers[place + 1 :]
        if sentence.low(number) in {";", ":"} and starts_clause(sentence, right, 0) and has_verb(sentence, left):
            return [*clauses(sentence, left), *clauses(sentence, right)]
        if sentence.low(number) in _JOINS and _joins_clauses(sentence, numbers, place):
            return [*clauses(sentence, left), *clauses(sentence, right)]
    return [numbers]


def _joins_clauses(sentence: Sentence, numbers: Numbers, place: int) -> bool:
    left, right = numbers[:place], numbers[place + 1 :]
    if not any(carries(sentence, number) for number in left) or not starts_clause(sentence, right, 0):
        return False
    if awaits_verb(sentence, left):
        return False
    if sentence.tag(left[0]) == "SUB" and not any(sentence.tag(number) == "COMMA" for number in left[:-1]):
        return False
    behind_comma = sentence.tag(left[-1]) == "COMMA"
    if sentence.low(numbers[place]) in {"as", "so", "while", "although", "though", "whereas", "yet"}:
        return behind_comma
    return behind_comma or not is_inside_clause(sentence, left)


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
    if sentence.tag(opening) != "PART":
        return ()
    return tuple(n for n in first[:3] if sentence.tag(n) in {"BE", "HAVE", "MD"})


def listed(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """One statement for each member of a list of three or more that ends the sentence."""
    members = _final_list(sentence, numbers)
    if len(members) < 3:
        return [numbers]
    head = numbers[: numbers.index(members[0][0])]
    if not has_verb(sentence, head) or any(sentence.low(n) in _KEPT_TOGETHER for n in head[-12:]):
        return [numbers]
    if any(_is_half(sentence, member) for member in members):
        return [numbers]
    return [head + member for member in members]


def _is_half(sentence: Sentence, member: Numbers) -> bool:
    """Whether it leans on what stands elsewhere: an adjective of a noun to come, what another noun is “of”."""
    parse = sentence.parse
    return parse.coarse[member[-1]] == "ADJ" or any(parse.relations[n] == "nmod" for n in member)


def _final_list(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    joint = next((p for p in range(len(numbers) - 1, 0, -1) if sentence.low(numbers[p]) == "and"), None)
    if joint is None or not _is_member(sentence, numbers[joint + 1 :]):
        return []
    members = [numbers[joint + 1 :]]
    end = joint - 1 if sentence.tag(numbers[joint - 1]) == "COMMA" else joint
    while end > 0:
        start = end
        while start > 0 and sentence.tag(numbers[start - 1]) in {"NAME", "NOUN", "ADJ", "DET", "NUM", "MARK"}:
            start -= 1
        if start == end:
            break
        members.insert(0, numbers[start:end])
        if start == 0 or sentence.tag(numbers[start - 1]) != "COMMA":
            break
        end = start - 1
    return members


def _is_member(sentence: Sentence, numbers: Numbers) -> bool:
    return 0 < len(numbers) <= 6 and all(
        sentence.tag(n) in {"NAME", "NOUN", "ADJ", "DET", "NUM", "MARK"} for n in numbers
    )
