"""Pronouns and bare references, resolved from what the article said before.

Only words of the article are put in, and only where one reading stands out; else the statement is marked
ambiguous.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from factcheck.extraction.attribution.chains import Voice
from factcheck.extraction.lexicon.grammar import DETERMINERS, SUBJECT_PRONOUNS
from factcheck.extraction.propositions.clauses import subject
from factcheck.extraction.propositions.statements import Added, Statement
from factcheck.extraction.records import Link
from factcheck.extraction.sentence import Sentence
from factcheck.text.wordlists import words

_ONE_PERSON = words("he she")
_MANY_OR_THINGS = words("they it")
_OPEN = words("he she they it this these those that")
_TITLES = words(
    "president chancellor minister secretary senator governor mayor king queen prince pope ambassador general judge"
)
_GROUPS = words("team group police company committee council government family party band club crew army")
_NO_NAMES = DETERMINERS | SUBJECT_PRONOUNS | words("none nothing one according")
_PEOPLE = _TITLES | words("""
    leader candidate front-runner official lawmaker officer professor doctor lawyer attorney player coach teacher driver
    resident witness victim suspect author director manager owner founder spokesman spokeswoman spokesperson chairman
    chairwoman man woman boy girl mother father son daughter wife husband student soldier pilot actor actress singer
    writer reporter journalist analyst expert scientist economist historian critic adviser strategist billionaire
    businessman developer nominee hopeful rival opponent successor predecessor founder head boss
""")
LONGEST_REFERENCE_WORDS = 6


class Mentions:
    """What the article has named so far, read sentence by sentence."""

    def __init__(self) -> None:
        self.person: str | None = None
        self.subject: str | None = None
        self.subject_is_many = False
        self.subject_is_person = False
        self.speakers: str | None = None
        self.surnames: set[str] = set()
        self.modifiers: dict[str, Counter[tuple[str, ...]]] = {}
        self.names_of_title: dict[str, str] = {}

    def resolved_voice(self, voice: Voice) -> Voice:
        """The voice with a pronoun as its speaker replaced by the name it stands for; the span stays on the
        pronoun.
        """
        chain = tuple(self._named(link) for link in voice.chain)
        return replace(voice, chain=chain)

    def _named(self, link: Link) -> Link:
        low = (link.who or "").lower()
        if low in _ONE_PERSON and self.person and _agrees(self.person, low):
            return replace(link, who=self.person)
        if low == "they" and self.speakers:
            return replace(link, who=self.speakers)
        if low in _MANY_OR_THINGS and self.subject and self._subject_is(low):
            return replace(link, who=self.subject)
        return link

    def _subject_is(self, pronoun: str) -> bool:
        """Whether "they" or "it" can stand for the last subject: for many, or for one thing."""
        return self.subject_is_many if pronoun == "they" else not (self.subject_is_many or self.subject_is_person)

    def read(self, sentence: Sentence, voices: Iterable[Voice]) -> None:
        """Remembers a sentence's speakers, subject, titles and modified nouns."""
        self._read_phrases(sentence)
        for voice in voices:
            for link in voice.chain:
                if link.who and _names_a_person(link.who):
                    self.person = _bare_name(link.who)
                    self.surnames.add(self.person.split()[-1])
                elif link.who and _are_many(link.who):
                    self.speakers = link.who
        found = subject(sentence, tuple(range(*sentence.whole)))
        if found and len(found) <= 2 * LONGEST_REFERENCE_WORDS and sentence.tag(found[0]) != "PRON":
            self._read_subject(sentence, found)

    def _read_subject(self, sentence: Sentence, found: tuple[int, ...]) -> None:
        head = _head(sentence, found)
        if head is None or any(sentence.tag(number) in {"COMMA", "QUOTE", "REL"} for number in found):
            return
        base = found[: found.index(head) + 1]
        if len(base) > LONGEST_REFERENCE_WORDS:
            return
        self.subject = sentence.words_of((base[0], base[-1] + 1))
        low = sentence.low(head)
        self.subject_is_many = low in _GROUPS or _is_plural(low)
        self.subject_is_person = low in _PEOPLE or self.subject == self.person
        is_name = all(sentence.tag(number) == "NAME" for number in base)
        if is_name and (2 <= len(base) <= 4 or self.subject in self.surnames):
            self.person = self.subject
            self.surnames.add(self.person.split()[-1])

    def _read_phrases(self, sentence: Sentence) -> None:
        run: list[int] = []
        for number in range(len(sentence) + 1):
            if sentence.tag(number) in {"NAME", "NOUN"} and not (
                run and sentence.quoted[number] != sentence.quoted[run[-1]]
            ):
                run.append(number)
                continue
            self._keep(sentence, run)
            run = []

    def _keep(self, sentence: Sentence, run: list[int]) -> None:
        if len(run) < 2 or len(run) > LONGEST_REFERENCE_WORDS:
            return
        written = tuple(sentence.tokens[number].word for number in run)
        if sentence.tag(run[-1]) == "NOUN" and any(sentence.tag(number) == "NAME" for number in run[:-1]):
            self.modifiers.setdefault(written[-1].lower(), Counter())[written[:-1]] += 1
        if written[0].lower() in _TITLES and all(sentence.tag(number) == "NAME" for number in run):
            self.names_of_title[written[0].lower()] = " ".join(written[1:])

    def resolved(self, sentence: Sentence, statement: Statement, speaker: str | None) -> Statement:
        """The statement with what its references stand for, or marked ambiguous where that is open.

        ``speaker`` is who says it: “Stein said she plans …” is about Stein.
        """
        statement = self._pronoun(sentence, statement, speaker)
        taken = {added.before for added in statement.added}
        found = []
        for place, number in enumerate(statement.numbers[:-1]):
            if sentence.low(number) == "the" and statement.numbers[place + 1] not in taken:
                added = self._bare(sentence, statement.numbers, place + 1)
                if added:
                    found.append(added)
        return statement.with_added(*found) if found else statement

    def _pronoun(self, sentence: Sentence, statement: Statement, speaker: str | None) -> Statement:
        first = next((n for n in statement.numbers if sentence.tag(n) != "QUOTE"), None)
        if first is None or sentence.low(first) not in _OPEN:
            return statement
        low = sentence.low(first)
        own = _bare_name(speaker) if speaker and _names_a_person(speaker) and _agrees(speaker, low) else None
        before = self.person if self.person and _agrees(self.person, low) else None
        if sentence.quoted[first]:  # who is quoted speaks of somebody else
            own, before = None, before if before != own else None
        name = (own or before) if low in _ONE_PERSON else None
        if low in _MANY_OR_THINGS and self._subject_is(low):
            name = self.subject
        if name and not _is_empty_it(sentence, first):
            return statement.with_added(Added(first, name, replaces=(first,)))
        stands_for_more = sentence.tag(first) == "PRON" or sentence.is_finite(min(first + 1, len(sentence) - 1))
        return replace(statement, ambiguous=stands_for_more and not _is_empty_it(sentence, first))

    def _bare(self, sentence: Sentence, numbers: tuple[int, ...], place: int) -> Added | None:
        """The words that told this "team" or these "strikes" from others, when the article used one set of them."""
        start = numbers[place]
        end = start
        while end < len(sentence) and end in numbers and sentence.tag(end) == "NOUN":
            end += 1
        low = sentence.low(start)
        if end == start:
            name = self.names_of_title.get(low) if sentence.tag(start + 1) not in {"NAME", "PREP"} else None
            return Added(start + 1, name) if name and start + 1 in numbers else None
        if sentence.low(end) == "of" or sentence.tag(end) in {"NAME", "REL", "GEN"}:
            return None
        known = self.modifiers.get(sentence.low(end - 1))
        own = tuple(sentence.low(number) for number in range(start, end - 1))
        fuller = _one_reading(known, own) if known else None
        return Added(start, " ".join(fuller)) if fuller else None


def _one_reading(known: Counter[tuple[str, ...]], own: tuple[str, ...]) -> tuple[str, ...] | None:
    """The commonest fuller form, if it stands out twice over the next one that is not part of it."""
    fitting = [(count, form) for form, count in known.items() if _fits(form, own)]
    if not fitting:
        return None
    best = max(count for count, _ in fitting)
    first = next(form for count, form in fitting if count == best)
    rivals = [count for count, form in fitting if not set(form) & set(first)]
    if rivals and best < 2 * max(rivals):
        return None
    return first[: len(first) - len(own)]


def _fits(form: tuple[str, ...], own: tuple[str, ...]) -> bool:
    lowered = tuple(word.lower() for word in form)
    return len(form) > len(own) and (not own or lowered[-len(own) :] == own)


def _is_empty_it(sentence: Sentence, number: int) -> bool:
    """“It is true that …”, “it rained”: an "it" that stands for nothing."""
    if sentence.low(number) != "it":
        return False
    following = [sentence.low(k) for k in range(number + 1, number + 6)]
    return sentence.tag(number + 1) in {"BE", "GEN"} and not {"that", "to", "since", "time"}.isdisjoint(following)


def _is_plural(low: str) -> bool:
    return low == "people" or (low.endswith("s") and not low.endswith(("ss", "us", "is")))


def _are_many(who: str) -> bool:
    """Whether the first noun phrase of a speaker's words is in the plural: “two doctors from Rome”."""
    first = re.split(r",| (?:of|from|in|at|for|with|who|that) ", who, maxsplit=1)[0]
    return _is_plural(first.split()[-1].lower()) if first.split() else False


def _head(sentence: Sentence, numbers: tuple[int, ...]) -> int | None:
    """The last noun before anything that follows the noun."""
    head = None
    for number in numbers:
        if sentence.tag(number) in {"NOUN", "NAME"}:
            head = number
        elif head is not None and sentence.tag(number) not in {"GEN", "ADJ", "CC"}:
            break
    return head


def _agrees(name: str, pronoun: str) -> bool:
    """Whether a title before the name, if there is one, goes with "he" or "she"."""
    title = name.split(maxsplit=1)[0].rstrip(".").lower()
    return title not in ({"mrs", "ms", "miss", "queen", "sister"} if pronoun == "he" else {"mr", "king", "sir"})


def _names_a_person(who: str) -> bool:
    name = _bare_name(who)
    parts = name.split() or [""]
    capitals = [word for word in parts if word[:1].isupper()]
    return 1 <= len(capitals) <= 4 and parts[-1] in capitals and parts[0].lower() not in _NO_NAMES


def _bare_name(who: str) -> str:
    """The name without the office that stands beside it: “Weber, the mayor”, “the mayor, Weber”."""
    name, _, rest = who.partition(", ")
    is_office = name[:1].islower() or name.partition(" ")[0].lower() in _NO_NAMES
    return rest if is_office and rest[:1].isupper() else name
