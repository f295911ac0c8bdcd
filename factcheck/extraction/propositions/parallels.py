"""“both praise and blame”, “served as governor from 1971 and as senator from 1963”: the words show what is joined."""

from factcheck.extraction.propositions.clauses import Numbers, has_verb
from factcheck.extraction.sentence import Sentence

_PAIRING = frozenset({"both", "between"})
FEWEST_WORDS = 2


def parallel(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """One statement for each of two phrases behind “both”, or with the same preposition, that “and” joins."""
    if not numbers or (any(sentence.quoted[n] for n in numbers) and not sentence.quoted[numbers[0]]):
        return [numbers]  # the very words of somebody
    return [again for one in _behind_both(sentence, numbers) for again in _with_one_preposition(sentence, one)]


def _behind_both(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    both = next((place for place, n in enumerate(numbers) if sentence.low(n) == "both"), None)
    if both is None or not has_verb(sentence, numbers[:both]) or sentence.tag(numbers[both - 1]) == "PREP":
        return [numbers]
    joint = next((place for place in range(both + 2, len(numbers) - 1) if sentence.low(numbers[place]) == "and"), None)
    if joint is None:
        return [numbers]
    return [numbers[:both] + numbers[both + 1 : joint], numbers[:both] + numbers[joint + 1 :]]


def _with_one_preposition(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    for joint in range(3, len(numbers) - FEWEST_WORDS):
        again = numbers[joint + 1]
        if sentence.low(numbers[joint]) != "and" or not _is_preposition(sentence, again):
            continue
        first = _before(sentence, numbers, joint)
        if (
            first is None
            or has_verb(sentence, _up_to_clause(sentence, numbers[joint + 1 :]))
            or not has_verb(sentence, numbers[:first])
        ):
            continue
        end = joint - 1 if sentence.tag(numbers[joint - 1]) == "COMMA" else joint
        return [numbers[:end], numbers[:first] + numbers[joint + 1 :]]
    return [numbers]


def _up_to_clause(sentence: Sentence, numbers: Numbers) -> Numbers:
    """Without the clause that hangs on the last noun: “for the mood that critics blame”."""
    opening = next((place for place, n in enumerate(numbers) if sentence.tag(n) in {"THAT", "REL"}), len(numbers))
    return numbers[:opening]


def _is_preposition(sentence: Sentence, number: int) -> bool:
    return sentence.tag(number) == "PREP" or (
        sentence.low(number) == "as" and sentence.parse.relations[number] == "case"
    )


def _before(sentence: Sentence, numbers: Numbers, joint: int) -> int | None:
    """The place of the same preposition, with no verb between them."""
    for place in range(joint - 1, 0, -1):
        if sentence.is_finite(numbers[place]) or sentence.low(numbers[place]) in _PAIRING | {"and"}:
            return None
        if sentence.low(numbers[place]) == sentence.low(numbers[joint + 1]):
            return place if sentence.low(numbers[place - 1]) not in _PAIRING else None
    return None
