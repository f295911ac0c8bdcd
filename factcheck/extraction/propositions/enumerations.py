"""“A, B and C left”, “films such as A and B”, “social and political work”: one statement for each member of a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.extraction.lexicon.together import COLOURS, MEASURES, ONE_NAME, RECIPROCAL, RELATIONS, TOGETHER
from factcheck.extraction.propositions.clauses import Numbers
from factcheck.extraction.sentence import Sentence

MOST = 12
"""A statement that would fall into more is divided by its longest lists alone."""

PAIR = 2

_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_LEFT_OF_HEAD = frozenset({"det", "amod", "nummod", "compound", "nmod:poss", "advmod", "flat", "nmod:unmarked", "nmod"})
_OF_A_CLAUSE = ("nsubj", "nsubj:pass", "csubj", "cop", "aux", "aux:pass", "mark", "expl")
_DETERMINERS = frozenset({"DET", "POSS"})
_NOMINAL = frozenset({"NAME", "NOUN", "NUM", "ADJ"})
_VERBAL = frozenset({"ING", "PART", "FINITE", "BASE"})
_BEFORE_VERBS = frozenset({"BE", "HAVE", "TO", "MD", "NOUN", "NAME", "PRON", "ADV", "NEG"})
_EACH = frozenset({"both", "each"})
_EXAMPLES = frozenset({"such", "like"})
_DASHES = frozenset({"—", "–", "--"})
_NAMING = frozenset({"called", "named", "titled", "entitled", "dubbed"})


@dataclass(frozen=True, slots=True)
class Enumeration:
    """The members of a list, each with its own words and those they share, and all from the first to the last."""

    members: tuple[frozenset[int], ...]
    region: frozenset[int]


def enumerated(sentence: Sentence, numbers: Numbers) -> list[Numbers]:
    """One statement for each member of each list whose members can be true alone."""
    lists = sorted(_enumerations(sentence, numbers), key=lambda one: -len(one.members))
    found = [numbers]
    for one in lists:
        if len(found) * len(one.members) <= MOST:
            found = [alone for whole in found for alone in _divided(whole, one)]
    return found


def _divided(whole: Numbers, one: Enumeration) -> list[Numbers]:
    """By a list that stands whole in the statement: not by what lay in a member that is gone."""
    if not one.region <= set(whole):
        return [whole]
    return [tuple(n for n in whole if n not in one.region or n in member) for member in one.members]


def _enumerations(sentence: Sentence, numbers: Numbers) -> Iterator[Enumeration]:
    inside = frozenset(numbers)
    taken: set[int] = set()
    if any(sentence.low(n) in TOGETHER for n in numbers):
        return
    for head in numbers:
        if head in taken:
            continue
        heads = [n for n in (head, *_joined(sentence, head)) if n in inside]
        if len(heads) > 1 and _are_alike(sentence, heads) and (one := _enumeration(sentence, inside, heads)):
            taken |= set(heads)
            yield one


def _joined(sentence: Sentence, head: int) -> list[int]:
    """What hangs on a noun or adjective as the rest of its list; the parser takes the second of three for another
    name of the first.
    """
    parse = sentence.parse
    found = [n for n in parse.children(head, "conj") if all(sentence.low(cc) != "&" for cc in parse.children(n, "cc"))]
    if found:
        found += [
            n for n in parse.children(head, "appos") if n < found[-1] and not parse.children(n, "det", "nmod:poss")
        ]
    found = sorted(found)
    if not found and parse.relations[head] in _SUBJECTS:
        found = [n for n in parse.children(parse.heads[head], *_SUBJECTS) if n > head and parse.children(n, "cc")]
    if parse.relations[head] == "amod":
        found += [n for n in parse.children(parse.heads[head], "amod") if n > head]
    return sorted({again for n in found for again in (n, *_joined(sentence, n))}) if found else []


def _are_alike(sentence: Sentence, heads: Sequence[int]) -> bool:
    coarse = {sentence.parse.coarse[n] for n in heads}
    if coarse <= _NOUNS and sentence.parse.relations[heads[0]] != "amod":
        return not any(sentence.parse.children(n, *_OF_A_CLAUSE) for n in heads[1:])
    return (
        "ADJ" in coarse and sentence.parse.relations[heads[0]] == "amod" and heads[-1] < sentence.parse.heads[heads[0]]
    )


def _enumeration(sentence: Sentence, inside: frozenset[int], heads: Sequence[int]) -> Enumeration | None:
    starts = [_start(sentence, head, is_first=place == 0) for place, head in enumerate(heads)]
    starts[0] = _widened(sentence, inside, starts[0])
    end = _end(sentence, inside, heads)
    ranges = [_member(sentence, start, stop) for start, stop in zip(starts, [*starts[1:], end], strict=True)]
    region = frozenset(range(starts[0], end))
    if all(_is_bracketed(sentence, n) for n in region - inside):
        region &= inside
    if not all(ranges) or not region <= inside or not _is_joined(sentence, ranges):
        return None
    if (
        _is_misread(sentence, inside, heads, ranges)
        or _is_cited(sentence, inside, ranges)
        or _is_one(sentence, heads, ranges)
    ):
        return None
    region |= {n for n in (starts[0] - 1, end) if sentence.low(n) in _EACH and n in inside}
    return Enumeration(tuple(_with_shared(sentence, ranges, place) for place in range(len(ranges))), region)


def _is_bracketed(sentence: Sentence, number: int) -> bool:
    """Whether it stands in brackets, which are gone from the statement."""
    opening = next((n for n in range(number, -1, -1) if sentence.tag(n) in {"OPEN", "CLOSE"}), number)
    return sentence.tag(opening) == "OPEN" or sentence.tag(number) == "CLOSE"


def _is_misread(sentence: Sentence, inside: frozenset[int], heads: Sequence[int], ranges: Sequence[range]) -> bool:
    """Whether the words speak against the parse: a verb in the first member, “by A and toward B”, “…, A and B left”."""
    parse, first, end = sentence.parse, ranges[0], ranges[-1].stop
    cases = [[sentence.low(case) for case in parse.children(n, "case")] for n in heads]
    if parse.relations[heads[0]] == "amod":
        if any(sentence.tag(n) not in _NOMINAL for n in range(end, parse.heads[heads[0]])):
            return True
        end = parse.heads[heads[0]] + 1
    leads_on = sentence.is_finite(end) or (sentence.tag(end) == "ADV" and sentence.is_finite(end + 1))
    return (
        any(sentence.is_finite(n) for n in range(first.start, heads[0]))
        or (leads_on and sentence.is_finite(first.start - 1))
        or any(sentence.low(n) in _DASHES for n in range(first.start, end))
        or (sentence.tag(first.start) in _VERBAL and sentence.tag(first.start - 1) in _BEFORE_VERBS)
        or any(case and case != cases[0] for case in cases[1:])
        or (
            parse.coarse[heads[0]] in _NOUNS
            and parse.relations[heads[0]] != "compound"
            and sentence.tag(end) in _NOMINAL
        )
        or _is_followed_by_name(sentence, inside, end)
        or _is_of_both(sentence, first.start, ranges[-1].start)
        or (leads_on and parse.relations[heads[0]] not in {*_SUBJECTS, "nmod", "amod"})
        or _is_half(sentence, heads)
    )


def _is_followed_by_name(sentence: Sentence, inside: frozenset[int], end: int) -> bool:
    """“Ada Berg and her husband, Carl Weber”: of the last one alone."""
    near = range(end + 1, min(end + 4, len(sentence)))
    return sentence.tag(end) == "COMMA" and any(n in inside and sentence.parse.relations[n] == "appos" for n in near)


def _is_of_both(sentence: Sentence, start: int, last: int) -> bool:
    """“both praise from the U.S. and criticism”: another noun before is the first of two."""
    both = next((n for n in range(start - 1, -1, -1) if sentence.low(n) == "both"), start - 1)
    return both != start - 1 and all(sentence.low(n) != "and" for n in range(both, last - 1))


def _is_half(sentence: Sentence, heads: Sequence[int]) -> bool:
    """“television and film productions”: the first may lean on the last."""
    parse = sentence.parse
    return (
        (parse.tags[heads[0]] == "NN" or not parse.children(heads[0], "amod"))
        and not parse.children(heads[0], "compound", "nummod")
        and len(heads) == PAIR
        and any(n == heads[1] - 1 for n in parse.children(heads[1], "compound"))
        and not parse.children(heads[1], "det", "nmod:poss", "nummod")
    )


def _start(sentence: Sentence, head: int, *, is_first: bool) -> int:
    """Where a member begins: the first without the preposition before it, the others without their “and”."""
    parse = sentence.parse
    start = head
    for child in reversed([n for n in parse.children(head) if n < head]):
        first, behind = parse.edges(child)
        is_own = parse.relations[child].split(":")[0] in {one.split(":")[0] for one in _LEFT_OF_HEAD}
        is_own = is_own or (not is_first and parse.relations[child] == "case")
        if not is_own or behind != start:
            break
        start = first
    return start


def _widened(sentence: Sentence, inside: frozenset[int], start: int) -> int:
    """With the words before it that no name or noun can be parted from: “presidential candidate Ada Berg and …”."""
    while (
        start - 1 in inside
        and sentence.tag(start) in {"NAME", "NOUN", "ADJ"}
        and sentence.tag(start - 1) in {"NAME", "NOUN", "ADJ", "NUM", *_DETERMINERS}
    ):
        start -= 1
    return start


def _end(sentence: Sentence, inside: frozenset[int], heads: Sequence[int]) -> int:
    last = heads[-1]
    if sentence.parse.coarse[last] in _NOUNS:
        return max(n for n in sentence.parse.subtree(last) if n in inside) + 1
    return last + 1


def _member(sentence: Sentence, start: int, stop: int) -> range:
    """Without the marks and the “and” that part it from the next."""
    while stop > start and (sentence.tag(stop - 1) in {"COMMA", "CC"} or _is_as_well_as(sentence, stop - 1)):
        stop -= 1
    return range(start, stop)


def _is_as_well_as(sentence: Sentence, number: int) -> bool:
    return any(
        [sentence.low(n) for n in range(first, first + 3)] == ["as", "well", "as"]
        for first in range(number - 2, number + 1)
    )


def _is_joined(sentence: Sentence, ranges: Sequence[range]) -> bool:
    """Whether commas alone part the members, and “and” or “as well as” comes before the last."""
    gaps = [[sentence.low(n) for n in range(one.stop, other.start)] for one, other in pairwise(ranges)]
    last = [word for word in gaps[-1] if word != ","]
    return last in (["and"], ["as", "well", "as"]) and all(set(gap) <= {",", "and"} and gap for gap in gaps[:-1])


def _with_shared(sentence: Sentence, ranges: Sequence[range], place: int) -> frozenset[int]:
    """A member, with the article of the first where it has none, and then with what follows the last."""
    own, first = ranges[place], ranges[0][0]
    shares = [_shares_determiner(sentence, first, other) for other in ranges[1:]]
    found = set(own)
    if place and shares[place - 1]:
        found.add(first)
    if shares[-1] and place < len(ranges) - 1 and all(sentence.low(n) != "of" for n in own):
        found |= set(_of_phrase(sentence, ranges[-1]))
    return frozenset(found)


def _of_phrase(sentence: Sentence, last: range) -> range:
    """“the organisation and administration of the kingdom”: one article for both, so one “of” for both."""
    return next((range(n, last.stop) for n in last[1:] if sentence.low(n) == "of"), range(0))


def _shares_determiner(sentence: Sentence, first: int, own: range) -> bool:
    if sentence.tag(first) not in _DETERMINERS or sentence.tag(own[0]) in {"NUM", "NAME", "PREP", "ADV"}:
        return False
    if any(sentence.tag(n) in _DETERMINERS for n in own[:2]):
        return False
    is_plural = sentence.parse.tags[own[-1]] == "NNS"
    return not (sentence.low(first) in {"a", "an"} and is_plural)


def _is_one(sentence: Sentence, heads: Sequence[int], ranges: Sequence[range]) -> bool:
    """Whether the members are one thing, or would be untrue apart."""
    return (
        _is_one_name(sentence, heads, ranges)
        or _adds_up(sentence, heads)
        or _acts_together(sentence, heads)
        or _are_examples(sentence, heads[0])
        or _is_of_a_purpose(sentence, heads[0])
        or {sentence.low(n) for n in heads} <= COLOURS
        or (len(ranges) == PAIR and all(len(one) == 1 for one in ranges) and not _are_names(sentence, heads))
        or _is_a_household(sentence, heads, ranges)
    )


def _are_examples(sentence: Sentence, head: int) -> bool:
    """“species such as A and B”: nobody says that each of them is one."""
    return any(sentence.low(n) in _EXAMPLES for n in sentence.parse.children(head, "case"))


def _is_of_a_purpose(sentence: Sentence, head: int) -> bool:
    """Whether it stands in a condition, a purpose or a time, which stay whole."""
    parse = sentence.parse
    while not parse.is_root(head):
        if parse.relations[head] == "advcl" and parse.children(head, "mark"):
            return True
        head = parse.heads[head]
    return False


def _is_a_household(sentence: Sentence, heads: Sequence[int], ranges: Sequence[range]) -> bool:
    """“the king and his sons” act as one."""
    return sentence.parse.relations[heads[0]] in _SUBJECTS and any(sentence.tag(one[0]) == "POSS" for one in ranges[1:])


def _are_names(sentence: Sentence, heads: Sequence[int]) -> bool:
    return any(sentence.parse.coarse[n] != "NOUN" for n in heads)


def _is_one_name(sentence: Sentence, heads: Sequence[int], ranges: Sequence[range]) -> bool:
    """“Trinidad and Tobago”, “the Department of Health and Human Services”."""
    if f"{sentence.low(ranges[-2][-1])}-{sentence.low(ranges[-1][0])}" in ONE_NAME:
        return True
    above = sentence.parse.heads[heads[0]]
    is_inside = sentence.parse.relations[heads[0]] in {"nmod", "compound", "amod"} and above != heads[0]
    return (
        is_inside
        and above > 0
        and sentence.tokens[above].word[:1].isupper()
        and all(sentence.tokens[one[0]].word[:1].isupper() for one in ranges)
    )


def _is_cited(sentence: Sentence, inside: frozenset[int], ranges: Sequence[range]) -> bool:
    """“Crime and Punishment”: a title, or the very words of somebody in the middle of a sentence."""
    first, last = ranges[0][0], ranges[-1][-1]
    is_named = any(sentence.low(n) in _NAMING for n in (first - 1, first))
    return is_named or (sentence.quoted[last] and not sentence.quoted[min(inside)])


def _adds_up(sentence: Sentence, heads: Sequence[int]) -> bool:
    """“two years and six months”."""
    return any(sentence.parse.children(n, "nummod") and sentence.parse.lemmas[n] in MEASURES for n in heads)


def _is_for_one(sentence: Sentence, verb: int) -> bool:
    """“The permit from the mayor and the council was lost”: a verb for one has no two subjects."""
    parse = sentence.parse
    said = (verb, *parse.children(verb, "aux", "aux:pass", "cop"))
    return any(sentence.low(n) == "was" or parse.tags[n] == "VBZ" for n in said)


def _acts_together(sentence: Sentence, heads: Sequence[int]) -> bool:
    """“Norway and Iceland signed”, “talks with Russia and Iran”, “the storm and the flood killed 30”."""
    parse = sentence.parse
    above = parse.heads[heads[0]]
    if parse.relations[heads[0]] in _SUBJECTS:
        if heads[-1] < above and parse.children(heads[-1], "det") and _is_for_one(sentence, above):
            return True
        counted = any(parse.children(n, "nummod") or parse.coarse[n] == "NUM" for n in parse.children(above, "obj"))
        return parse.lemmas[above] in RECIPROCAL or counted
    return parse.relations[heads[0]] == "nmod" and sentence.low(above) in RELATIONS
