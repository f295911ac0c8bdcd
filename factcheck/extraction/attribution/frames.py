"""One speaker, one cue, and what was said, inside a stretch of a sentence; and what all ways of saying share."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.extraction.lexicon.cues import ASKING, WITH_HEARER
from factcheck.extraction.sentence import Part, Sentence

SHORTEST_SPEECH_TOKENS = 2
_CUE_TAGS = frozenset({"FINITE", "PART", "BASE", "ING", "NOUN"})
_CARRIES = frozenset({"ROOT", "ccomp", "parataxis"})
_NOBODY_ELSE = frozenset({"i", "we", "you", "there", "me", "us", "him", "them"})
OPENS_CIRCUMSTANCE = frozenset({"PREP", "SUB", "REL", "ING", "PART", "TO", "FINITE", "BASE"})


@dataclass(frozen=True, slots=True)
class Frame:
    """``source`` said ``content``; ``rest`` are the stretches beside it that the outer voice says.

    ``source`` is None behind "reportedly", ``to`` unless somebody was told. ``asks`` marks a request: its content is no
    statement. ``sequel`` is what the same source goes on to say: “…, he said, adding that …”. ``aside`` is one
    statement of the outer voice, in several stretches: “the report, which cost a million, says …”.
    """

    cue: Part
    source: Part | None
    to: Part | None
    content: tuple[Part, ...]
    rest: tuple[Part, ...] = ()
    asks: bool = False
    sequel: "Frame | None" = None
    aside: tuple[Part, ...] = ()


def cues(sentence: Sentence, part: Part, verbs: frozenset[str]) -> Iterator[int]:
    """The tokens of a part that are forms of the verbs, from left to right."""
    for number in range(*part):
        if sentence.lemma(number) in verbs and _is_verb(sentence, number):
            yield number


def _is_verb(sentence: Sentence, number: int) -> bool:
    """Whether the parser reads a verb, or all hangs on it, or a quotation is beside it: “claim” is a noun as often."""
    if sentence.parse.tags[number].startswith("VB"):
        return True
    if sentence.tag(number) not in _CUE_TAGS:
        return False
    if sentence.parse.relations[number] in _CARRIES:
        return True
    if sentence.tag(number + 1) == "STOP":
        return sentence.quoted[0] and not sentence.quoted[number]
    return sentence.tag(number + 1) in {"COMMA", "MARK"} and sentence.tag(number + 2) == "QUOTE"


def hearer(sentence: Sentence, cue: int, ceiling: int) -> Part | None:
    """Whom a speaker told; for other cues whoever stands behind "to" or "in an interview with"."""
    if sentence.lemma(cue) in WITH_HEARER | ASKING:
        return short_nominal(sentence, cue + 1, ceiling)
    for number in range(cue + 1, min(ceiling, cue + 8)):
        opens = sentence.tag(number) == "TO" or sentence.low(number) == "with"
        if opens and sentence.tag(number + 1) in {"DET", "NAME", "POSS"}:
            return short_nominal(sentence, number + 1, ceiling)
    return None


def short_nominal(sentence: Sentence, start: int, ceiling: int) -> Part | None:
    """One noun phrase without anything behind its head."""
    end = start
    while end < ceiling and sentence.tag(end) in {"DET", "POSS", "ADJ", "NUM"}:
        end += 1
    head = sentence.tag(end) if end < ceiling else ""
    while (
        end < ceiling
        and (sentence.tag(end) == head or sentence.tag(end) in {"NAME", "GEN"})
        and head in {"NAME", "NOUN", "PRON"}
    ):
        end += 1
        if head == "PRON":
            break
        if head == "NAME" and end < ceiling and sentence.tag(end) == "NOUN":
            head = "NOUN"
    return (start, end) if end > start and head in {"NAME", "NOUN", "PRON"} else None


def is_passive(sentence: Sentence, cue: int, floor: int) -> bool:
    """Whether a form of "be" makes the cue a passive: who "is said to be rich" says nothing."""
    back = cue - 1
    while back >= floor and sentence.tag(back) in {"ADV", "NEG"}:
        back -= 1
    return back >= floor and sentence.tag(back) == "BE" and sentence.tag(cue) != "ING"


def is_the_writer(sentence: Sentence, source: Part) -> bool:
    """Whether the source is a pronoun that names no other speaker: “I think”, “it says something”, “heard him say”."""
    return sentence.low(source[0]) in _NOBODY_ELSE and source[1] - source[0] == 1
