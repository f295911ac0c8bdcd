"""“The team” of an article that has spoken of the Afghan team, and of no other; “the President” of one president."""

from collections import Counter

from factcheck.extraction.lexicon.grammar import TIMES
from factcheck.extraction.lexicon.people import OFFICES
from factcheck.extraction.propositions.statements import Added, Statement
from factcheck.extraction.sentence import Sentence

LONGEST_REFERENCE_WORDS = 6
NEAR_SENTENCES = 3
OWNED = "’s"
"""Stands in a form for whoever the noun belongs to: “Weber’s team”, “their team”."""


class FullerForms:
    """What stood before the article's nouns and behind its titles, as far as it has been read."""

    def __init__(self) -> None:
        self._before: dict[str, Counter[tuple[str, ...]]] = {}
        self._last: dict[str, int] = {}
        self._sentences = 0
        self._behind: dict[str, set[str]] = {}

    def read(self, sentence: Sentence) -> None:
        """Remembers a sentence's titles with their names, and its nouns with the names and nouns before them."""
        self._sentences += 1
        run: list[int] = []
        for number in range(len(sentence) + 1):
            joins = sentence.tag(number) in {"NAME", "NOUN"}
            if joins and not (run and sentence.quoted[number] != sentence.quoted[run[-1]]):
                run.append(number)
                continue
            self._keep(sentence, run)
            run = []

    def _keep(self, sentence: Sentence, run: list[int]) -> None:
        if not run or len(run) > LONGEST_REFERENCE_WORDS:
            return
        written = tuple(sentence.tokens[number].word for number in run)
        is_owned = sentence.tag(run[0] - 1) in {"GEN", "POSS"}
        if sentence.tag(run[-1]) == "NOUN" and (len(run) > 1 or is_owned):
            owner = (OWNED,) if is_owned else ()
            self._before.setdefault(written[-1].lower(), Counter())[owner + written[:-1]] += 1
            self._last[written[-1].lower()] = self._sentences
        if len(run) < 2:
            return
        if written[0].lower() in OFFICES and all(sentence.tag(number) == "NAME" for number in run):
            self._behind.setdefault(written[0].lower(), set()).add(" ".join(written[1:]))

    def added(self, sentence: Sentence, statement: Statement) -> list[Added]:
        """The words that the statement's bare references lack."""
        numbers = statement.numbers
        places = [place + 1 for place, number in enumerate(numbers[:-1]) if sentence.low(number) == "the"]
        return [one for place in places if (one := self._one(sentence, numbers, place))]

    def _one(self, sentence: Sentence, numbers: tuple[int, ...], place: int) -> Added | None:
        start = end = numbers[place]
        while end < len(sentence) and end in numbers and sentence.tag(end) == "NOUN":
            end += 1
        if end == start:
            return self._name(sentence, numbers, start)
        if sentence.low(end) == "of" or sentence.tag(end) in {"NAME", "REL", "GEN"}:
            return None
        own = tuple(sentence.low(number) for number in range(start, end - 1))
        fuller = self._one_reading(sentence.low(end - 1), own)
        return Added(start, " ".join(fuller)) if fuller else None

    def _one_reading(self, noun: str, own: tuple[str, ...]) -> tuple[str, ...] | None:
        """The only fuller form, without the words that stand there already; None when there are several.

        Named but once, and some time ago, it is no longer what “the” points to.
        """
        known = self._before.get(noun, Counter())
        if len(known) != 1:
            return None
        ((form, count),) = known.items()
        if count == 1 and self._sentences - self._last[noun] >= NEAR_SENTENCES:
            return None
        return _lacking(form, own)

    def _name(self, sentence: Sentence, numbers: tuple[int, ...], start: int) -> Added | None:
        """The name behind a bare title, when it was one person's throughout."""
        names = self._behind.get(sentence.low(start), set())
        if sentence.tag(start + 1) in {"NAME", "PREP", "COMMA", "GEN"} or start + 1 not in numbers:
            return None
        if len({name.split()[-1] for name in names}) != 1:
            return None
        return Added(start + 1, max(names, key=len))


def _lacking(form: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words of a form with a name in it that go before one's own; None where it is not a fuller form of them."""
    lowered = tuple(word.lower() for word in form)
    fits = len(form) > len(own) and (not own or lowered[-len(own) :] == own)
    is_named = any(word[:1].isupper() for word in form) and OWNED not in form and TIMES.isdisjoint(lowered)
    return form[: len(form) - len(own)] if fits and is_named else None
