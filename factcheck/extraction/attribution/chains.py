"""Chains of speakers: what one reports of another nests."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.extraction.attribution.attitudes import attitudes
from factcheck.extraction.attribution.frames import Frame
from factcheck.extraction.attribution.messages import held
from factcheck.extraction.attribution.outermost import outermost
from factcheck.extraction.attribution.presupposed import presupposed_from
from factcheck.extraction.attribution.stances import stances
from factcheck.extraction.attribution.subjects import stood_for
from factcheck.extraction.parser.reading import LONGEST
from factcheck.extraction.records import Link
from factcheck.extraction.sentence import Part, Sentence

DEEPEST_CHAIN = 4
LONGEST_BRACKET_TOKENS = 6
LONGEST_READ_TOKENS = LONGEST
"""Longer sentences are not parsed, and looking for nested speech in them would take time and find nothing."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Some parts of a sentence and who says them, innermost first; ``asks`` when it is a request.

    ``is_stance`` says that the parts are what somebody speaks of, no statement of theirs: another voice states them.
    """

    parts: tuple[Part, ...]
    chain: tuple[Link, ...]
    asks: bool = False
    is_stance: bool = False


def voices(sentence: Sentence) -> list[Voice]:
    """The sentence divided among those who speak in it, the article's own voice included, in the order of
    the text.
    """
    if len(sentence) > LONGEST_READ_TOKENS:
        return [Voice((sentence.whole,), ())]
    found = _divided(sentence, (presupposed_from(sentence), len(sentence)), (), DEEPEST_CHAIN)
    return sorted(found, key=lambda voice: voice.parts[0])


def stances_beside(sentence: Sentence, heard: Sequence[Voice]) -> list[Voice]:
    """The stands that somebody takes in what the article itself says."""
    own = [part for voice in heard if not voice.chain and not voice.asks for part in voice.parts]
    found = [*stances(sentence, own), *held(sentence, own), *attitudes(sentence, own)]
    return [Voice(frame.content, (link_of(sentence, frame),), is_stance=True) for frame in found]


def _divided(sentence: Sentence, part: Part, outer: tuple[Link, ...], depth: int) -> list[Voice]:
    frame = outermost(sentence, part) if depth else None
    if frame is None:
        return [Voice((part,), outer)]
    chain = _chain(sentence, frame, outer)
    found = [voice for rest in frame.rest for voice in _divided(sentence, rest, outer, depth - 1)]
    if frame.aside:
        found.append(Voice(frame.aside, outer))
    if frame.sequel:
        found.append(Voice(frame.sequel.content, (link_of(sentence, frame.sequel), *outer)))
    if frame.asks or len(frame.content) > 1:
        return [*found, Voice(frame.content, chain, frame.asks)]
    return found + _divided(sentence, frame.content[0], chain, depth - 1)


def _chain(sentence: Sentence, frame: Frame, outer: tuple[Link, ...]) -> tuple[Link, ...]:
    """The speakers of a frame's content; who goes on by another verb (“X said she left and added P”) has that cue."""
    if frame.asks and frame.source is None:
        return outer
    if not _is_same_speaker(sentence, frame, outer):
        return (link_of(sentence, frame), *outer)
    cue = sentence.span_of(frame.cue)
    goes_on = bool(frame.rest) and frame.rest[0][1] < frame.cue[0]
    return (replace(outer[0], cue=cue.of(sentence.text), cue_span=cue), *outer[1:]) if goes_on else outer


def _is_same_speaker(sentence: Sentence, frame: Frame, outer: tuple[Link, ...]) -> bool:
    """“Fallon said he believed …” is Fallon's word, once; “‘He believes …,’ Fallon said” is not."""
    if not outer or frame.source is None:
        return False
    if outer[0].span == sentence.span_of(frame.source):
        return True
    if frame.source[1] - frame.source[0] != 1:
        return False
    return sentence.tag(frame.source[0]) == "PRON" and not sentence.quoted[frame.source[0]]


def link_of(sentence: Sentence, frame: Frame) -> Link:
    """The speaker of a frame as the record keeps it."""
    named = _closed(sentence, sentence.trimmed(frame.source)) if frame.source else (0, 0)
    source = named if named[1] > named[0] else None
    who = sentence.words_of(stood_for(sentence, source)) if source else None
    span = sentence.span_of(source) if source else None
    cue = sentence.span_of(frame.cue)
    to = sentence.words_of(frame.to) if frame.to else None
    return Link(who, span, role_of(who) if who else None, cue.of(sentence.text), cue, to)


def _closed(sentence: Sentence, part: Part) -> Part:
    """The part with the end of a bracket that it opens: “Weber (Rome”."""
    opened = [number for number in range(*part) if sentence.tag(number) == "OPEN"]
    if not opened or any(sentence.tag(number) == "CLOSE" for number in range(opened[-1], part[1])):
        return part
    closing = range(part[1], min(part[1] + LONGEST_BRACKET_TOKENS, len(sentence)))
    end = next((number + 1 for number in closing if sentence.tag(number) == "CLOSE"), opened[-1])
    return part[0], end


def role_of(who: str) -> str | None:
    """The office given with a name: the apposition behind it, or the lower-case words before it."""
    name, comma, office = who.partition(", ")
    if comma:
        return (
            office
            if office[:1].islower() or office.startswith(("The ", "UK ", "US "))
            else name
            if name[:1].islower()
            else office
        )
    words = who.split()
    capital = next((k for k, word in enumerate(words) if word[:1].isupper()), 0)
    names = words[capital:]
    if capital and 1 <= len(names) <= 3 and words[0].lower() not in {"the", "a", "an", "one"}:
        return " ".join(words[:capital])
    return None
