"""One voice's words taken apart into statements."""

from dataclasses import replace

from factcheck.extraction.attribution.chains import LONGEST_READ_TOKENS
from factcheck.extraction.propositions.attachments import apart
from factcheck.extraction.propositions.brackets import bracketed, without_brackets
from factcheck.extraction.propositions.clauses import Numbers, has_verb
from factcheck.extraction.propositions.coordination import clauses, predicates
from factcheck.extraction.propositions.descriptions import described
from factcheck.extraction.propositions.enumerations import enumerated
from factcheck.extraction.propositions.gapping import gapped
from factcheck.extraction.propositions.parallels import parallel
from factcheck.extraction.propositions.parsed import asides, coordinated
from factcheck.extraction.propositions.statements import Statement
from factcheck.extraction.sentence import Part, Sentence
from factcheck.text.wordlists import words

CONNECTIVES = words(
    "meanwhile however but and moreover also furthermore nevertheless nonetheless so yet still therefore thus "
    "then although though while as whereas"
)
_EDGES = frozenset({"COMMA", "STOP", "MARK", "CC"})


def statements(sentence: Sentence, parts: tuple[Part, ...], copulas: frozenset[str]) -> list[Statement]:
    """The statements that some parts of a sentence make, in the order of the text; never empty for parts with words.

    ``copulas`` are the forms of "be" that stand in the article, since only its own words may be added.
    """
    numbers = tuple(number for part in parts for number in range(part[0], _end(sentence, part, parts[-1])))
    numbers = trimmed(sentence, numbers)
    if not numbers or len(numbers) > LONGEST_READ_TOKENS:
        return [one for one in (Statement(numbers),) if _has_words(sentence, one)]
    found: list[Statement] = []
    for opening in _fronted(sentence, numbers):
        for clause in clauses(sentence, opening):
            for whole in apart(sentence, trimmed(sentence, clause), copulas):
                found += [member for again in _again(sentence, whole) for member in _members(sentence, again)]
    found += _beside(sentence, numbers, found, copulas)
    found = _with_verbs(sentence, found)
    found = [replace(one, numbers=without_brackets(sentence, one.numbers)) for one in found]
    found += [Statement(one) for one in bracketed(sentence, numbers)]
    return [statement for statement in dict.fromkeys(found) if _is_said(sentence, statement)]


def _end(sentence: Sentence, part: Part, last: Part) -> int:
    """The end of a part, without the comma that parted it from who speaks in between: “The law, critics say, cost …”.

    A comma that may close what another one opened stays.
    """
    commas = [number for number in range(*part) if sentence.tag(number) == "COMMA"]
    return part[1] - 1 if part != last and commas == [part[1] - 1] else part[1]


def _is_said(sentence: Sentence, statement: Statement) -> bool:
    """Whether it has words, and is more than a participle whose subject was somebody’s words: “…”, citing the rules."""
    numbers = statement.numbers
    if not _has_words(sentence, statement):
        return False
    is_bare = sentence.tag(numbers[0]) == "ING" and sentence.parse.coarse[numbers[0]] == "VERB" and numbers[0] > 0
    return not is_bare or has_verb(sentence, numbers)


def _with_verbs(sentence: Sentence, found: list[Statement]) -> list[Statement]:
    """Without what was cut off its verb, if anything else is left."""
    kept = [one for one in found if one.added or any(_is_verbal(sentence, n) for n in one.numbers)]
    return kept or found


def _is_verbal(sentence: Sentence, number: int) -> bool:
    return sentence.is_finite(number) or sentence.parse.coarse[number] in {"VERB", "AUX"}


def _has_words(sentence: Sentence, statement: Statement) -> bool:
    return any(character.isalnum() for number in statement.numbers for character in sentence.tokens[number].word)


def _beside(sentence: Sentence, numbers: Numbers, found: list[Statement], copulas: frozenset[str]) -> list[Statement]:
    """What the parse finds said aside, and no statement says already."""
    known = {statement.numbers for statement in found}
    apart_ = [set(statement.numbers) for statement in found if statement.is_aside]
    return [
        aside
        for aside in asides(sentence, numbers, copulas)
        if aside.numbers not in known and not any(set(aside.numbers) <= one for one in apart_)
    ]


def _again(sentence: Sentence, whole: Statement) -> list[Statement]:
    """Clauses that were held together by an attachment which is now gone."""
    if whole.added:
        return [whole]
    return [replace(whole, numbers=trimmed(sentence, clause)) for clause in clauses(sentence, whole.numbers)]


def _members(sentence: Sentence, whole: Statement) -> list[Statement]:
    if whole.added:
        return [whole]
    return [
        replace(whole, numbers=trimmed(sentence, alone))
        for pair in gapped(sentence, whole.numbers)
        for said in described(sentence, pair)
        for predicate in _predicates(sentence, said)
        for phrase in parallel(sentence, trimmed(sentence, predicate))
        for alone in enumerated(sentence, without_brackets(sentence, phrase))
    ]


def _predicates(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """By the words, and then by the parse what these left together."""
    return [one for found in predicates(sentence, numbers) for one in coordinated(sentence, trimmed(sentence, found))]


def _fronted(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """“Although A, B”: both are said."""
    if sentence.low(numbers[0]) not in {"although", "though", "while", "as", "whereas"}:
        return [numbers]
    if len(numbers) > 1 and sentence.tag(numbers[1]) == "ING":
        return [numbers]
    commas = (place for place, number in enumerate(numbers) if sentence.tag(number) == "COMMA")
    comma = next((place for place in commas if sentence.tag(numbers[place] + 1) != "REL"), None)
    if comma is None or not has_verb(sentence, numbers[1:comma]) or not has_verb(sentence, numbers[comma:]):
        return [numbers]
    return [numbers[1:comma], numbers[comma + 1 :]]


def trimmed(sentence: Sentence, numbers: Numbers) -> Numbers:
    """Without marks and joining words at the edges."""
    start, end = 0, len(numbers)
    if end > 1 and sentence.tag(numbers[0]) == "QUOTE" and _is_connective(sentence, numbers, 1):
        start = 1
    while start < end and (sentence.tag(numbers[start]) in _EDGES or _is_connective(sentence, numbers, start)):
        start += 1
    while end > start and sentence.tag(numbers[end - 1]) in _EDGES:
        end -= 1
    return numbers[start:end]


def _is_connective(sentence: Sentence, numbers: Numbers, place: int) -> bool:
    """“Meanwhile, …”, “but …”; not “while” or “as” where a clause hangs on it."""
    if sentence.low(numbers[place]) not in CONNECTIVES or place + 1 >= len(numbers):
        return False
    return sentence.tag(numbers[place + 1]) == "COMMA" or sentence.tag(numbers[place]) == "CC"
