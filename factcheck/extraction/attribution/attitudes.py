"""“X is worried about N”, “X’s call for N”: a stand that an adjective or a noun tells."""

from collections.abc import Iterable, Iterator

from factcheck.extraction.attribution.frames import Frame, is_the_writer
from factcheck.extraction.attribution.messages import owner
from factcheck.extraction.attribution.stances import pause
from factcheck.extraction.attribution.subjects import named_by, names_somebody
from factcheck.extraction.lexicon.attitudes import MINDS, STANDS
from factcheck.extraction.sentence import Part, Sentence

_SUBJECTS = ("nsubj", "nsubj:pass")
_COMPLEMENTS = ("ccomp", "xcomp", "advcl", "obl", "csubj", "acl", "nmod")
_TAKING = frozenset({"voice", "express", "show", "offer", "have", "raise", "renew", "announce", "repeat", "give"})


def attitudes(sentence: Sentence, parts: Iterable[Part]) -> Iterator[Frame]:
    """What each speaker of the parts is said to think or want, as far as no marks of quotation hold it."""
    for part in parts:
        for number in range(*part):
            if sentence.quoted[number]:
                continue
            found = _of_mind(sentence, number) or _by_noun(sentence, number)
            if found is not None and all(_is_within(piece, part) for piece in (*found.content, found.source or part)):
                yield found


def _is_within(piece: Part, part: Part) -> bool:
    return part[0] <= piece[0] < piece[1] <= part[1]


def _of_mind(sentence: Sentence, number: int) -> Frame | None:
    """“Weber is confident that the bridge is safe”."""
    parse = sentence.parse
    openings = MINDS.get(sentence.low(number))
    head = next((n for n in parse.children(number, *_SUBJECTS) if n < number), None)
    if openings is None or head is None:
        return None
    source, content = named_by(sentence, head), _complement(sentence, number, openings)
    if content is None or is_the_writer(sentence, source) or not names_somebody(sentence, source):
        return None
    return Frame((number, number + 1), source, None, (content,))


def _complement(sentence: Sentence, number: int, openings: frozenset[str]) -> Part | None:
    """What is behind “about”, “that” or “to”, of which only “to” belongs to it."""
    parse = sentence.parse
    for child in parse.children(number, *_COMPLEMENTS):
        start, end = parse.edges(child)
        opening = sentence.low(start)
        is_clause = parse.relations[child] == "ccomp" and "that" in openings  # “is sure P”
        if child < number or not (opening in openings or is_clause):
            continue
        start = start + 1 if opening in openings and opening != "to" else start
        content = sentence.trimmed((start, pause(sentence, (start, end))))
        return content if content[1] > content[0] else None
    return None


def _by_noun(sentence: Sentence, number: int) -> Frame | None:
    """“Weber’s call for a ban”, “concerns about the dam from engineers”, “Weber renewed calls for a ban”."""
    openings = STANDS.get(sentence.low(number))
    if openings is None or sentence.parse.coarse[number] != "NOUN":
        return None
    content = _complement(sentence, number, openings)
    source = owner(sentence, number) or _taker(sentence, number)
    if content is None or source is None or is_the_writer(sentence, source):
        return None
    return Frame((number, number + 1), source, None, (content,))


def _taker(sentence: Sentence, noun: int) -> Part | None:
    """Who “voiced concern”, “renewed calls”."""
    parse = sentence.parse
    verb = parse.heads[noun]
    if parse.relations[noun] != "obj" or parse.lemmas[verb] not in _TAKING:
        return None
    head = next((n for n in parse.children(verb, "nsubj") if n < verb), None)
    return named_by(sentence, head) if head is not None else None
