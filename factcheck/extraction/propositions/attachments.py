"""What hangs on a clause and says something of its own: relatives, participles, "with …", places, appositions."""

from collections.abc import Iterator
from dataclasses import replace

from factcheck.extraction.lexicon.grammar import TIMES
from factcheck.extraction.propositions.clauses import (
    Numbers,
    first_finite,
    has_verb,
    is_participle,
    nominal_before,
    starts_clause,
    subject,
)
from factcheck.extraction.propositions.statements import Added, Statement
from factcheck.extraction.sentence import Sentence
from factcheck.text.wordlists import words

_BEHIND_PARTICIPLE = frozenset({"PREP", "QUOTE", "NAME", "DET"})
_NO_PARTICIPLES = frozenset({"including", "following", "according"})
_PLURALS = frozenset({"are", "were", "have"})
_NOMINAL_LEFT = frozenset({"DET", "POSS", "ADJ", "NAME", "NOUN", "NUM", "GEN"})
_LASTING = words("located situated based known called named made composed covered owned")
SHORTEST_APPOSITION, LONGEST_APPOSITION = 3, 14
PLACES = words(
    "area region city town village district province country neighbourhood neighborhood suburb zone territory"
)


def apart(sentence: Sentence, numbers: Numbers, copulas: frozenset[str]) -> list[Statement]:
    """The clause without its attachments, and one statement for each of them.

    ``copulas`` are the forms of "be" that the article itself uses: no other may be added.
    """
    for cut in _pauses_before_attachments(sentence, numbers):
        end = _attachment_end(sentence, numbers, cut)
        attachment = numbers[cut + 1 : end]
        found = _said_by(sentence, numbers, cut, attachment, copulas) if len(attachment) > 1 else []
        if found:
            behind = numbers[end + 1 :] if _closes(sentence, numbers, end) else numbers[end:]
            return [*apart(sentence, numbers[:cut] + behind, copulas), *found]
    return [Statement(numbers)]


def _closes(sentence: Sentence, numbers: Numbers, end: int) -> bool:
    """Whether the comma there closes the attachment, and does not open another one."""
    if end + 1 >= len(numbers):
        return end < len(numbers)
    return sentence.tag(numbers[end]) == "COMMA" and sentence.tag(numbers[end + 1]) != "ING"


def _pauses_before_attachments(sentence: Sentence, numbers: Numbers) -> Iterator[int]:
    for place in range(1, len(numbers) - 2):
        if sentence.tag(numbers[place]) == "COMMA" and _opens(sentence, numbers, place):
            yield place


def _opens(sentence: Sentence, numbers: Numbers, place: int) -> bool:
    after, second = numbers[place + 1], numbers[place + 2]
    low, tag = sentence.low(after), sentence.tag(after)
    if _opens_relative(sentence, numbers, place):
        return True
    if low == "in":
        names_place = any(sentence.low(n) in PLACES for n in numbers[place + 3 : place + 5])
        return sentence.tag(second) == "DET" and names_place
    if low == "with" or tag == "ING":
        is_quality = tag == "ING" and sentence.parse.coarse[after] in {"NOUN", "ADJ"}
        return has_verb(sentence, numbers[:place]) and low not in _NO_PARTICIPLES and not is_quality
    if is_participle(sentence, after):
        return sentence.tag(numbers[place - 1]) in {"NAME", "NOUN"} and sentence.tag(second) in _BEHIND_PARTICIPLE
    return _is_apposition(sentence, numbers, place)


def _opens_relative(sentence: Sentence, numbers: Numbers, place: int) -> bool:
    """“, who left”, “, where the dam is”, “, in which 30 died”."""
    after, second = numbers[place + 1], numbers[place + 2]
    if sentence.low(after) in {"which", "who"}:
        is_subject = sentence.parse.relations[after] in {"nsubj", "nsubj:pass"}
        return is_subject or sentence.is_finite(second) or sentence.tag(second) == "ADV"
    if sentence.low(after) == "where":
        return starts_clause(sentence, numbers, place + 2)
    return sentence.low(second) == "which" and sentence.tag(after) == "PREP"


def _is_apposition(sentence: Sentence, numbers: Numbers, place: int) -> bool:
    """“Rohingya, a stateless minority of Muslims”, “Herat, their home”: a noun phrase behind a name."""
    opening, before = numbers[place + 1], numbers[place - 1]
    if sentence.tag(before) != "NAME" or sentence.low(before) in TIMES:
        return False
    end = _attachment_end(sentence, numbers, place)
    inside = numbers[place + 1 : end]
    if has_verb(sentence, inside) or len(inside) > LONGEST_APPOSITION:
        return False
    if sentence.low(opening) in {"a", "an"}:
        return len(inside) >= SHORTEST_APPOSITION
    return (
        sentence.tag(opening) == "POSS"
        and has_verb(sentence, numbers[:place])
        and _stands_alone(sentence, numbers, place, end)
    )


def _stands_alone(sentence: Sentence, numbers: Numbers, place: int, end: int) -> bool:
    """Whether no “and” makes it a member of a list."""
    near = numbers[place + 1 : end + 2]
    return all(sentence.tag(n) != "CC" for n in near)


def _attachment_end(sentence: Sentence, numbers: Numbers, cut: int) -> int:
    """Up to the next comma that does not part a list; to the end when there is none."""
    runs_on = sentence.low(numbers[cut + 1]) == "with" or sentence.tag(numbers[cut + 1]) == "ING"
    for place in range(cut + 2, len(numbers)):
        if sentence.tag(numbers[place]) != "COMMA":
            continue
        following = numbers[place + 1 : place + 3]
        if (
            runs_on
            and following
            and not (sentence.is_finite(following[0]) or sentence.tag(following[0]) in {"ING", "REL"})
        ):
            continue
        if following and sentence.tag(following[0]) == "QUOTE" and _is_open(sentence, numbers[cut:place]):
            return place + 2
        return place
    return len(numbers)


def _is_open(sentence: Sentence, numbers: Numbers) -> bool:
    """Whether a quotation has begun and not ended: “named "Ada," …”."""
    return sum(sentence.tag(n) == "QUOTE" for n in numbers) % 2 == 1


def _said_by(
    sentence: Sentence, numbers: Numbers, cut: int, attachment: Numbers, copulas: frozenset[str]
) -> list[Statement]:
    low = sentence.low(attachment[0])
    if sentence.tag(attachment[0]) == "ING":
        return _participles(sentence, numbers[:cut], attachment)
    if low == "with":
        return _with(sentence, numbers[:cut], attachment[1:], copulas)
    antecedent = nominal_before(sentence, numbers, cut)
    if antecedent and all(sentence.tag(n) == "NUM" for n in antecedent):  # “Ada Berg, 22, who …”
        antecedent = nominal_before(sentence, numbers, cut - len(antecedent) - 1)
    main = tuple(n for n in numbers if n not in attachment)
    found = _of_antecedent(sentence, main, antecedent, attachment, copulas) if antecedent else []
    is_place = low == "in" and sentence.low(attachment[1]) != "which"
    return found if is_place else [replace(one, is_aside=True) for one in found]


def _of_antecedent(
    sentence: Sentence, main: Numbers, antecedent: Numbers, attachment: Numbers, copulas: frozenset[str]
) -> list[Statement]:
    """What a relative clause, a participle, a place or an apposition says of the noun before it."""
    if sentence.low(attachment[0]) in {"which", "who"}:
        return [Statement(_for_many(sentence, main, antecedent, attachment) + attachment[1:])]
    if sentence.low(attachment[0]) == "where":
        return [Statement(attachment[1:])]
    if sentence.low(attachment[1]) == "which":
        if sentence.tag(antecedent[0] - 1) == "CLOSE":
            return []
        return [Statement(attachment[2:] + attachment[:1] + antecedent)]
    copula = _copula(sentence, main, antecedent)
    if is_participle(sentence, attachment[0]) and sentence.low(attachment[0]) not in _LASTING:
        copula = {"is": "was", "are": "were"}.get(copula, copula)
    if copula not in copulas:
        return []
    return [Statement(antecedent + attachment).with_added(Added(attachment[0], copula))]


def _for_many(sentence: Sentence, main: Numbers, antecedent: Numbers, attachment: Numbers) -> Numbers:
    """“teams from Sudan and Yemen, which are covered”: the list or the earlier noun, where the verb is for many."""
    parse, verb, last = sentence.parse, sentence.parse.heads[attachment[0]], antecedent[-1]
    start = parse.heads[last] if parse.heads[verb] == last and parse.relations[last] == "conj" else parse.heads[verb]
    is_for_one = sentence.low(attachment[1]) not in _PLURALS or parse.tags[last] in {"NNS", "NNPS"}
    if is_for_one or parse.relations[verb] != "acl:relcl" or start > last:
        return antecedent
    while start - 1 in main and sentence.tag(start - 1) in _NOMINAL_LEFT:
        start -= 1
    return tuple(n for n in main if start <= n <= last)


def _participles(sentence: Sentence, main: Numbers, attachment: Numbers) -> list[Statement]:
    """“…, killing 107 and wounding 238”: the clause, with one of its results at a time."""
    pieces, start = [], 0
    for place in range(1, len(attachment) - 1):
        if sentence.low(attachment[place]) == "and" and sentence.tag(attachment[place + 1]) == "ING":
            pieces.append(attachment[start:place])
            start = place + 1
    pieces.append(attachment[start:])
    comma = (attachment[0] - 1,)
    return [Statement(main + comma + piece) for piece in pieces]


def _with(sentence: Sentence, main: Numbers, inside: Numbers, copulas: frozenset[str]) -> list[Statement]:
    """“with most killing civilians”, “with the medal going to Poland”: a subject, and what it did, was or got."""
    verb = next((place for place, n in enumerate(inside) if _is_participle(sentence, n)), None)
    if verb is None or verb == 0 or verb > 8:
        return []
    statement = Statement(inside)
    quote = verb - 1 if sentence.tag(inside[verb - 1]) == "QUOTE" else verb
    added = []
    if sentence.tag(inside[quote - 1]) in {"DET", "NUM"}:
        head = _shared_head(sentence, main)
        if head:
            added.append(" ".join(sentence.tokens[n].word for n in head))
    copula = _copula(sentence, main, inside[:quote])
    if copula in copulas and sentence.low(inside[verb]) != "going":  # “was going to” speaks of plans
        added.append(copula)
    return [statement.with_added(Added(inside[quote], " ".join(added))) if added else statement]


def _is_participle(sentence: Sentence, number: int) -> bool:
    token = sentence.tokens[number]
    if sentence.parse.relations[number] == "compound" and sentence.parse.heads[number] > number:
        return False
    return token.tag in {"ING", "PART"} or (
        token.tag == "NOUN" and token.low.endswith("ing") and sentence.tag(number - 1) in {"QUOTE", "DET"}
    )


def _shared_head(sentence: Sentence, main: Numbers) -> Numbers:
    """What a share is a share of: “five per cent of Russian air strikes”, else the subject."""
    for place, number in enumerate(main[:-1]):
        if sentence.low(number) == "of" and sentence.low(number - 1) in {
            "cent",
            "percent",
            "%",
            "most",
            "some",
            "many",
            "all",
            "half",
            "few",
        }:
            verb = next((p for p in range(place + 1, len(main)) if sentence.is_finite(main[p])), len(main))
            return main[place + 1 : verb]
    return subject(sentence, main)


def _copula(sentence: Sentence, main: Numbers, who: Numbers) -> str:
    """The form of "be" that fits the clause's time and the subject's number."""
    verb = first_finite(sentence, main)
    low = sentence.low(main[verb]) if verb is not None else ""
    is_past = low in {"was", "were", "had", "did", "would"} or low.endswith("ed")
    is_past = is_past or any(sentence.parse.tags[n] == "VBD" for n in (main if verb is None else main[verb : verb + 1]))
    last = next((sentence.tokens[n] for n in reversed(who) if sentence.tag(n) in {"NOUN", "NAME", "DET", "NUM"}), None)
    is_plural = last is not None and (
        last.tag in {"DET", "NUM"} or (last.tag == "NOUN" and last.low.endswith("s") and last.low not in TIMES)
    )
    return {(True, True): "were", (True, False): "was", (False, True): "are", (False, False): "is"}[is_past, is_plural]
