"""What a sentence's pronouns stand for, from itself and the sentence before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from factcheck.extraction.attribution.chains import LONGEST_READ_TOKENS, Voice
from factcheck.extraction.lexicon.people import NO_PERSON, SPEAKS_FOR_OTHERS
from factcheck.extraction.propositions.statements import Added, Statement
from factcheck.extraction.records import Link
from factcheck.extraction.references.bare import FullerForms
from factcheck.extraction.references.crowds import Noun, is_plural, nouns
from factcheck.extraction.references.people import Gender, Person, Register, agree, is_subject
from factcheck.extraction.sentence import Sentence
from factcheck.text.wordlists import words

_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "man"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "woman"),
}
_SUBJECT_OF_ONE = words("he she")
_OBJECTS = frozenset({"obj", "iobj", "obl", "nmod"})
_OPEN = words("he she they it this these those that")
_PLAINLY_SAID = words("""
    said says say saying told tells telling added adds wrote writes announced announces tweeted tweets testified
    testifies
""")
"""Who says so of “he” may be speaking of himself; who thinks, hears or claims it is as likely to mean another."""
_POINTING = words("that who to since time")
"""What an “it” without a meaning of its own points ahead with."""
_DONE_BY_SOMEBODY = ("obj", "ccomp", "xcomp")
_CLINGING = words("’re 're ’ve 've ’ll 'll ’d 'd")
"""Behind a name these cannot be read."""
LONGEST_SILENCE_SENTENCES = 3
"""So many sentences that speak of nobody may stand between a speaker and “he said”."""


@dataclass
class Scene:
    """Who and what one sentence speaks of, in order, open pronouns included."""

    people: list[Person] = field(default_factory=list)
    nouns: list[Noun] = field(default_factory=list)


@dataclass
class Heard:
    """Who spoke last: single people, the words for several, the words for a body."""

    people: list[Person] = field(default_factory=list)
    many: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    silent: int = 0


class Mentions:
    """What the article has named so far, read sentence by sentence: first `heard`, then `resolved`, then `read`."""

    def __init__(self) -> None:
        self._register = Register()
        self._forms = FullerForms()
        self._before, self._now = Scene(), Scene()
        self._heard = Heard()

    def heard(self, sentence: Sentence, voices: Sequence[Voice]) -> list[Voice]:
        """The voices of the next sentence, with the names that their pronouns stand for; spans stay on the pronouns."""
        links = [link for voice in voices for link in voice.chain]
        self._introduce(links)
        self._before, self._now = self._now, Scene()
        if len(sentence) > LONGEST_READ_TOKENS:
            return list(voices)
        self._now.people = self._register.people(sentence)
        self._now.nouns = nouns(sentence, self._now.people)
        speaking = {link.span.start for link in links if link.span}
        for number in range(len(sentence)):
            if sentence.low(number) in _GENDERS:
                self._now.people.append(self._stood_for(sentence, number, speaking))
                self._now.people.sort(key=lambda person: person.start)
        return [replace(voice, chain=tuple(self._named(sentence, link) for link in voice.chain)) for voice in voices]

    def _introduce(self, links: Iterable[Link]) -> None:
        """A name that nothing but its speaking tells from a thing’s is a person’s from then on."""
        for link in links:
            parts = (link.who or "").split()
            if 1 <= len(parts) <= 3 and all(_is_capitalised(part) for part in parts) and _is_plain(link):
                self._register.introduce(parts)

    def _stood_for(self, sentence: Sentence, number: int, speaking: set[int]) -> Person:
        """The place of a pronoun, with the one person it can stand for; else a person of its own, without a name."""
        gender = _GENDERS[sentence.low(number)]
        is_speaker = sentence.tokens[number].start in speaking and not sentence.quoted[number]
        found = self._last_speaker(gender) if is_speaker else None
        found = found or self._only_one(sentence, number, gender)
        if found and self._is_named_behind(number, found.key):
            found = None
        here = Person(
            f"open at {sentence.tokens[number].start}",
            "",
            number,
            number + 1,
            gender,
            is_subject=is_subject(sentence, number),
            is_quoted=sentence.quoted[number],
        )
        return replace(here, key=found.key, name=found.name, is_sure=True) if found else here

    def _last_speaker(self, gender: Gender) -> Person | None:
        fitting = [person for person in self._heard.people if agree(person.gender, gender)]
        one = len({person.key for person in fitting}) == 1
        return fitting[-1] if one and fitting[-1].name and fitting[-1].is_sure else None

    def _only_one(self, sentence: Sentence, number: int, gender: Gender) -> Person | None:
        """The only person of the gender that this sentence so far and the one before it speak of, as a subject."""
        here = [person for person in self._now.people if person.end <= number and agree(person.gender, gender)]
        if sentence.quoted[number] or (here and sentence.parse.relations[number] in _OBJECTS):
            return None
        fitting = [*(person for person in self._before.people if agree(person.gender, gender)), *here]
        if len({person.key for person in fitting}) != 1:
            return None
        last = next((person for person in reversed(fitting) if person.name and person.is_sure), None)
        if last is None or not any(person.is_subject or person in self._heard.people for person in fitting):
            return None
        return last

    def _is_named_behind(self, number: int, key: str) -> bool:
        """“He attacked Weber” is not about Weber."""
        return any(person.start > number and person.key == key for person in self._now.people)

    def _named(self, sentence: Sentence, link: Link) -> Link:
        low = (link.who or "").lower()
        if low in _SUBJECT_OF_ONE and link.span:
            at = [p for p in self._now.people if sentence.tokens[p.start].start == link.span.start]
            found = at[0] if at else self._last_speaker(_GENDERS[low])
            return replace(link, who=found.name) if found and found.name else link
        if low == "they" and len(self._heard.many) == 1:
            return replace(link, who=next(iter(self._heard.many)))
        if low == "it" and len(self._heard.bodies) == 1 and not self._heard.silent:
            return replace(link, who=next(iter(self._heard.bodies)))
        return link

    def read(self, sentence: Sentence, voices: Iterable[Voice]) -> None:
        """Remembers who spoke in the sentence, and its fuller forms."""
        self._forms.read(sentence)
        heard = Heard()
        for link in (link for voice in voices for link in voice.chain if link.who):
            people = self._people_of(sentence, link)
            if people:
                heard.people += people
            elif _are_many(link.who or ""):
                heard.many.add(link.who or "")
            elif (link.who or "").lower() not in _OPEN:
                heard.bodies.add(link.who or "")
        self._heard = heard if heard.people or heard.many or heard.bodies else self._silence()

    def _silence(self) -> Heard:
        """Who spoke before a sentence in which nobody does: forgotten as soon as it is about somebody else."""
        kept = replace(self._heard, silent=self._heard.silent + 1)
        if self._now.people or kept.silent > LONGEST_SILENCE_SENTENCES:
            kept.people = []
        if any(noun.is_people and noun.is_many for noun in self._now.nouns) or kept.silent > LONGEST_SILENCE_SENTENCES:
            kept.many = set()
        return kept

    def _people_of(self, sentence: Sentence, link: Link) -> list[Person]:
        """The person who speaks: of those that the words name, not the one they only belong to."""
        inside = [
            person
            for person in self._now.people
            if link.span and link.span.start <= sentence.tokens[person.start].start < link.span.end
            if not _belongs_to_another(sentence, person)
        ]
        if inside:
            return [next((person for person in inside if person.name), inside[0])]
        return [person for person in self._heard.people if person.name and person.name == link.who]

    def resolved(self, sentence: Sentence, statement: Statement, voice: Voice) -> Statement:
        """The statement with what its references stand for, or marked ambiguous where that is open."""
        first = next((n for n in statement.numbers if sentence.tag(n) != "QUOTE"), None)
        if first is not None and sentence.low(first) in _OPEN:
            statement = self._pronoun(sentence, statement, first, voice)
        taken = {added.before for added in statement.added}
        found = [added for added in self._forms.added(sentence, statement) if added.before not in taken]
        return statement.with_added(*found) if found else statement

    def _pronoun(self, sentence: Sentence, statement: Statement, first: int, voice: Voice) -> Statement:
        low = sentence.low(first)
        if is_expletive(sentence, first):
            return statement
        is_plain = not sentence.quoted[first] and sentence.low(first + 1) not in _CLINGING
        name = self._name_for(sentence, first, low, voice) if is_plain else None
        if name:
            return statement.with_added(Added(first, name, replaces=(first,)))
        stands_alone = sentence.tag(first) == "PRON" or sentence.is_finite(min(first + 1, len(sentence) - 1))
        return replace(statement, ambiguous=stands_alone)

    def _name_for(self, sentence: Sentence, first: int, low: str, voice: Voice) -> str | None:
        if low in _SUBJECT_OF_ONE:
            found = next((person for person in self._now.people if person.start == first), None)
            return found.name if found and self._may_be_the_speaker(sentence, found, voice) else None
        if low == "they":
            return self._several(sentence, first, voice)
        return self._one_thing(sentence, first) if low == "it" else None

    def _may_be_the_speaker(self, sentence: Sentence, person: Person, voice: Voice) -> bool:
        """Whether the person is another than those who say so, or plainly speaks for nobody else."""
        governing = [link for link in voice.chain if any(p.key == person.key for p in self._people_of(sentence, link))]
        return all(_is_plain(link) for link in governing)

    def _several(self, sentence: Sentence, first: int, voice: Voice) -> str | None:
        """The only people of whom this sentence so far and the one before it speak in the plural."""
        before = [*self._before.nouns, *(noun for noun in self._now.nouns if noun.number < first)]
        people = [noun for noun in before if noun.is_many and noun.is_people]
        pairs = {person.key for person in self._before.people}
        if len(people) != 1 or not people[0].is_subject or len(pairs) > 1 or any(noun.is_group for noun in before):
            return None
        if any(link.who and people[0].words in link.who and not _is_plain(link) for link in voice.chain):
            return None
        others = [noun for noun in before if noun.is_many and not noun.is_people]
        return people[0].words if not others or _is_done_by_somebody(sentence, first) else None

    def _one_thing(self, sentence: Sentence, first: int) -> str | None:
        """The only thing of which this sentence so far and the one before it speak."""
        before = [*self._before.nouns, *(noun for noun in self._now.nouns if noun.number < first)]
        if len(before) != 1 or before[0].is_many or before[0].is_people or not before[0].is_subject:
            return None
        return None if _may_be_empty(sentence, first) else before[0].words


def is_expletive(sentence: Sentence, number: int) -> bool:
    """“It is true that …”, “it was the rise of prices that …”: an "it" that stands for nothing."""
    if sentence.low(number) != "it":
        return False
    end = next((k for k in range(number, len(sentence)) if sentence.tag(k) in {"COMMA", "MARK"}), len(sentence))
    points = _POINTING - {"to"} if sentence.parse.relations[number] == "nsubj:pass" else _POINTING
    ahead = {sentence.low(k) for k in range(number + 1, end)}
    return sentence.tag(number + 1) in {"BE", "GEN"} and not points.isdisjoint(ahead)


def _may_be_empty(sentence: Sentence, number: int) -> bool:
    """“It is an open question”, “it rained”, “it seems”: nothing, or the whole of what was said before."""
    verb = sentence.parse.heads[number]
    has_copula = bool(sentence.parse.children(verb, "cop")) or sentence.tag(number + 1) == "BE"
    is_passive = sentence.parse.relations[number] == "nsubj:pass"
    return (has_copula and not is_passive) or not (is_passive or sentence.parse.children(verb, "obj"))


def _is_done_by_somebody(sentence: Sentence, number: int) -> bool:
    """Whether only people do what the pronoun’s verb says: they call somebody, say or want something."""
    verb = sentence.parse.heads[number]
    return sentence.parse.relations[number] == "nsubj" and bool(sentence.parse.children(verb, *_DONE_BY_SOMEBODY))


def _belongs_to_another(sentence: Sentence, person: Person) -> bool:
    """“Weber’s lawyer”, “a friend of Weber”, “the Weber adviser Ada Berg”."""
    if sentence.tag(person.end) == "GEN" or sentence.tag(person.start - 1) in {"PREP", "TO"}:
        return True
    return sentence.parse.relations[person.end - 1] == "compound" and sentence.parse.heads[person.end - 1] >= person.end


def _is_plain(link: Link) -> bool:
    said = {part.strip(",.’'s").lower() for part in f"{link.who or ''} {link.role or ''}".split()}
    cue = (link.cue or "").lower().split()
    return bool(cue) and cue[-1] in _PLAINLY_SAID and said.isdisjoint(SPEAKS_FOR_OTHERS)


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and word[1:2].islower() and word.lower() not in NO_PERSON


def _are_many(who: str) -> bool:
    """Whether the first noun phrase of a speaker's words is in the plural: “two doctors from Rome”."""
    parts = who.split(",", maxsplit=1)[0].split()
    ends = next(
        (n for n, part in enumerate(parts) if part in {"of", "from", "in", "at", "for", "with", "who"}), len(parts)
    )
    return bool(parts[:ends]) and is_plural(parts[ends - 1].lower())
