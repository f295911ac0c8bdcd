"""What “they” and “it” may stand for: several people, or one thing."""

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.extraction.lexicon.grammar import TIMES
from factcheck.extraction.lexicon.people import GROUPS, MANY_PEOPLE, PEOPLE
from factcheck.extraction.references.people import Person, is_subject
from factcheck.extraction.sentence import Sentence

_INSIDE_A_NAME = frozenset({"compound", "flat", "nmod:desc", "amod", "fixed", "goeswith"})
_NOT_IN_A_REFERENCE = frozenset({"COMMA", "QUOTE", "REL", "THAT", "PRON", "POSS", "OPEN", "CLOSE"})
_PEOPLE_ENDINGS = ("ists", "ians")
LONGEST_REFERENCE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that a pronoun may take up; ``words`` is empty where they are too long or too tangled to be put in."""

    number: int
    words: str
    is_subject: bool
    is_many: bool
    is_people: bool
    is_group: bool


def nouns(sentence: Sentence, people: Iterable[Person]) -> list[Noun]:
    """The nouns of a sentence, in order, without those that name one person, describe another noun or tell a time."""
    taken = {number for person in people for number in range(person.start, person.end)}
    return [
        _noun(sentence, number) for number in range(len(sentence)) if number not in taken and _counts(sentence, number)
    ]


def _counts(sentence: Sentence, number: int) -> bool:
    parse = sentence.parse
    is_noun = parse.coarse[number] in {"NOUN", "PROPN"}
    return is_noun and parse.relations[number] not in _INSIDE_A_NAME and sentence.low(number) not in TIMES


def _noun(sentence: Sentence, number: int) -> Noun:
    low = sentence.low(number)
    is_people = low in MANY_PEOPLE or low.removesuffix("s") in PEOPLE or low.endswith(_PEOPLE_ENDINGS)
    return Noun(
        number,
        _phrase(sentence, number),
        is_subject(sentence, number),
        is_many=low in MANY_PEOPLE or is_plural(low),
        is_people=is_people,
        is_group=low in GROUPS,
    )


def _phrase(sentence: Sentence, number: int) -> str:
    """The whole of the noun phrase: to leave out what limits it would say more than the article did."""
    parse = sentence.parse
    before = [child for child in parse.children(number, "cc", "punct", "mark", "advmod") if child < number]
    start, end = parse.edges(number, without=before)
    if end - start > LONGEST_REFERENCE_WORDS or parse.children(number, "conj"):
        return ""
    is_plain = all(sentence.tag(inside) not in _NOT_IN_A_REFERENCE for inside in range(start, end))
    return sentence.words_of((start, end)) if is_plain else ""


def is_plural(low: str) -> bool:
    """Whether a noun looks like more than one."""
    return low in MANY_PEOPLE or (low.endswith("s") and not low.endswith(("ss", "us", "is")))
