"""Which words of a sentence name a person, and whether a man or a woman."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.extraction.lexicon.people import (
    MEN,
    MEN_BY_NOUN,
    NO_PERSON,
    PEOPLE,
    TITLES,
    TITLES_OF_MEN,
    TITLES_OF_WOMEN,
    WOMEN,
    WOMEN_BY_NOUN,
)
from factcheck.extraction.sentence import Sentence

Gender = Literal["man", "woman", ""]
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_SAME_PERSON = frozenset({"appos", "nmod:desc", "compound", "flat", "amod", "xcomp"})
"""How a noun hangs on the name of whom it describes: “Weber, the mayor”."""
_IN_A_PLACE = frozenset({"in", "at", "near", "across", "outside", "inside", "through", "into", "over", "the", "to"})
LONGEST_NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one place of a sentence speaks of them.

    ``key`` is the same wherever the same person is meant; ``name`` is empty where only a noun or an open pronoun
    stands. ``is_sure`` says that something tells the name from that of a place or a company.
    """

    key: str
    name: str
    start: int
    end: int
    gender: Gender = ""
    is_sure: bool = False
    is_subject: bool = False
    is_quoted: bool = False


class Register:
    """The people an article has named with more than a surname, by their surnames."""

    def __init__(self) -> None:
        self._genders: dict[str, Gender] = {}

    def people(self, sentence: Sentence) -> list[Person]:
        """Names and nouns for single persons, in order. Names seen for the first time are remembered."""
        names = [person for run in _runs(sentence) if (person := self._named(sentence, run))]
        taken = {number for person in names for number in range(person.start, person.end)}
        nouns = [one for number in range(len(sentence)) if number not in taken and (one := _noun(sentence, number))]
        return sorted(names + nouns, key=lambda person: person.start)

    def introduce(self, parts: Sequence[str]) -> None:
        """Remembers a person by a name of which the article makes plain that it is a person's."""
        self._genders.setdefault(parts[-1].lower(), _gender([part.lower().rstrip(".") for part in parts]))

    def knows(self, surname: str) -> bool:
        """Whether the article has introduced somebody of that name."""
        return surname.lower() in self._genders

    def gender(self, surname: str) -> Gender:
        """What is known of them; nothing when they are not known."""
        return self._genders.get(surname.lower(), "")

    def _named(self, sentence: Sentence, run: range) -> Person | None:
        low = [sentence.low(number).rstrip(".") for number in run]
        bare = [word for word in low if word not in TITLES]
        if not bare or bare[-1] in NO_PERSON or len(run) > LONGEST_NAME_WORDS or _is_a_place(sentence, run):
            return None
        gender, is_titled = _gender(low), len(bare) < len(low)
        known = self.knows(bare[-1])
        if not (known or is_titled or len(bare) > 1):
            return None
        if gender or is_titled or known:
            self._genders[bare[-1]] = gender or self.gender(bare[-1])
        return Person(
            bare[-1],
            sentence.words_of((run.start, run.stop)),
            run.start,
            run.stop,
            self.gender(bare[-1]) or gender,
            is_sure=bool(known or is_titled or gender),
            is_subject=any(is_subject(sentence, number) for number in run),
            is_quoted=sentence.quoted[run.start],
        )


def agree(one: Gender, other: Gender) -> bool:
    """Whether both can be one person."""
    return not one or not other or one == other


def is_subject(sentence: Sentence, number: int) -> bool:
    """Whether a clause is about what the token stands for; joined to another, it is not by itself."""
    parse = sentence.parse
    return parse.relations[number] in SUBJECTS and not parse.children(number, "conj")


def _runs(sentence: Sentence) -> Iterator[range]:
    start = 0
    while start < len(sentence):
        end = start
        while end < len(sentence) and _is_name(sentence, end) and sentence.quoted[end] == sentence.quoted[start]:
            end += 1
        if end > start:
            yield range(start, end)
        start = max(end, start + 1)


def _is_name(sentence: Sentence, number: int) -> bool:
    word = sentence.tokens[number].word
    return sentence.parse.coarse[number] == "PROPN" and word[:1].isupper() and sentence.tag(number) == "NAME"


def _is_a_place(sentence: Sentence, run: range) -> bool:
    return (
        sentence.low(run.start - 1) in _IN_A_PLACE and sentence.low(run.start).rstrip(".") not in TITLES | MEN | WOMEN
    )


def _gender(low: list[str]) -> Gender:
    if not TITLES_OF_WOMEN.isdisjoint(low):
        return "woman"
    if not TITLES_OF_MEN.isdisjoint(low):
        return "man"
    first = next((word for word in low if word not in TITLES), "")
    if len(low) < 2:
        return ""
    return "man" if first in MEN else "woman" if first in WOMEN else ""


def _noun(sentence: Sentence, number: int) -> Person | None:
    low, relation = sentence.low(number), sentence.parse.relations[number]
    if low not in PEOPLE or relation in _SAME_PERSON or sentence.parse.children(number, "cop"):
        return None
    if any(_is_name(sentence, behind) for behind in _beside(sentence, number)):
        return None
    gender: Gender = "man" if low in MEN_BY_NOUN else "woman" if low in WOMEN_BY_NOUN else ""
    key = f"{low} at {sentence.tokens[number].start}"
    return Person(key, "", number, number + 1, gender, is_quoted=sentence.quoted[number])


def _beside(sentence: Sentence, number: int) -> list[int]:
    """Where the name of whom a noun describes would stand: “spokesman Weber”, “a spokesman, Weber,”."""
    behind = number + (2 if sentence.tag(number + 1) == "COMMA" else 1)
    return [behind] if behind < len(sentence) else []
