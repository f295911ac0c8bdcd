"""Speakers who are told of beside their words: “Nobody was hurt.” She would not say more."""

from collections.abc import Sequence

from factcheck.extraction.attribution import speakers
from factcheck.extraction.attribution.frames import is_the_writer
from factcheck.extraction.lexicon.cues import GESTURES
from factcheck.extraction.passages.tiling import Stretch
from factcheck.extraction.records import Link
from factcheck.extraction.sentence import Sentence

LONGEST_GESTURE_TOKENS = 16
_TOLD = frozenset({"VBD", "VBZ", "VBP", "MD"})


def speaks_beside(stretches: Sequence[Stretch], number: int) -> Link | None:
    """Who is told of beside a quotation as somebody does who speaks: “She would not say more.”, “Weber shrugged.”."""
    for beside in (number + 1, number - 1):
        if 0 <= beside < len(stretches) and stretches[beside].paragraph == stretches[number].paragraph:
            found = _gesture(stretches[beside].sentence)
            if found:
                return found
    return None


def _gesture(sentence: Sentence) -> Link | None:
    """The subject of a short sentence whose verb is one that goes with speaking, and that reports nothing."""
    if not 2 < len(sentence) <= LONGEST_GESTURE_TOKENS or any(sentence.quoted):
        return None
    verb = next((number for number in range(len(sentence)) if sentence.parse.tags[number] in _TOLD), 0)
    source = speakers.left_of(sentence, verb, 0) if verb else None
    is_alone = source is not None and source[0] == 0 and not is_the_writer(sentence, source)
    behind = {sentence.parse.lemmas[number] for number in range(verb, min(verb + 4, len(sentence)))}
    if source is None or not is_alone or behind.isdisjoint(GESTURES):
        return None
    return Link(sentence.words_of(source), sentence.span_of(source), None, None, None, None)
