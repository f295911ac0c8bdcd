"""Quotations whose speaker stands in another sentence."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.extraction.attribution import speakers
from factcheck.extraction.attribution.chains import Voice, link_of
from factcheck.extraction.attribution.frames import Frame
from factcheck.extraction.attribution.gestures import speaks_beside
from factcheck.extraction.lexicon.cues import AFTER_QUOTATION, AFTER_SPEECH
from factcheck.extraction.passages.tiling import Stretch
from factcheck.extraction.records import Link
from factcheck.extraction.sentence import Sentence

# A sentence counts as quoted when at least this share of its letters stands in quotation marks.
QUOTED_SHARE = 0.8


def is_quotation(stretch: Stretch) -> bool:
    """Whether a sentence is somebody's words from its first and nearly to its last."""
    placed = zip(stretch.sentence.tokens, stretch.sentence.quoted, strict=True)
    inside = [quoted for token, quoted in placed if token.word[0].isalnum()]
    return bool(inside) and inside[0] and sum(inside) >= QUOTED_SHARE * len(inside)


def with_speakers(stretches: Sequence[Stretch], voices: Sequence[Sequence[Voice]]) -> list[list[Voice]]:
    """Quotations that name nobody, given to who speaks in the sentence before or behind them.

    A quotation belongs to whoever goes on speaking behind it, else to the last speaker of its paragraph, else to the
    speaker of a quotation, or before a colon, that ends the paragraph before, else to who does beside it what goes with
    speaking. Otherwise its speaker is unknown, and the chain says so.
    """
    result = [list(of_one) for of_one in voices]
    speaker: Link | None = None
    for number, stretch in enumerate(stretches):
        if is_quotation(stretch) and not _names_its_speaker(stretch, voices[number]):
            found = _named_behind(stretches, voices, number) or speaker or speaks_beside(stretches, number)
            link = _silent(found) if found else _UNKNOWN
            result[number] = [replace(voice, chain=(*voice.chain, link)) for voice in result[number]]
            continue
        goes_on = number + 1 < len(stretches) and stretches[number + 1].paragraph == stretch.paragraph
        if goes_on:
            speaker = _speaker_of(voices[number]) or _before_colon(stretch) or speaker
        else:
            speaker = _speaker_of(voices[number]) if _quotes(stretch) else _before_colon(stretch)
    return result


def _names_its_speaker(stretch: Stretch, voices: Sequence[Voice]) -> bool:
    """Whether a word of saying stands outside the marks: those inside are of others, whom the speaker reports."""
    cues = {link.cue_span.start for voice in voices for link in voice.chain if link.cue_span}
    placed = zip(stretch.sentence.tokens, stretch.sentence.quoted, strict=True)
    return any(token.start in cues and (not quoted or token.word == ":") for token, quoted in placed)


# A quotation of this many words is speech, a shorter one may be a single word in marks.
SPEECH_WORDS = 5


def _quotes(stretch: Stretch) -> bool:
    """Whether the sentence gives a good piece of somebody's own words, and more of them than of the writer's."""
    inside = sum(stretch.sentence.quoted)
    return inside > SPEECH_WORDS and 2 * inside > len(stretch.sentence)


def _before_colon(stretch: Stretch) -> Link | None:
    """The subject of “The minister went on:”, right before a quotation."""
    sentence = stretch.sentence
    if not len(sentence) or sentence.low(len(sentence) - 1) != ":":
        return None
    verbs = list(sentence.finite(sentence.whole))
    named = (speakers.left_of(sentence, verb, 0) for verb in reversed(verbs) if verb)
    source = next(filter(None, named), None) if verbs else (0, len(sentence) - 1)
    if source is None or source[1] - source[0] > LONGEST_COLON_SPEAKER_TOKENS:
        return None
    return Link(sentence.words_of(source), sentence.span_of(source), None, None, None, None)


def _bare_saying(sentence: Sentence) -> Link | None:
    """“She pressed.”, a sentence of its own behind “…?”: a speaker, a verb of saying, and no more."""
    cue = len(sentence) - 2
    if cue < 1 or sentence.lemma(cue) not in AFTER_SPEECH | AFTER_QUOTATION:
        return None
    source = speakers.before(sentence, cue, 0)
    return link_of(sentence, Frame((cue, cue + 1), source, None, ())) if source and source[0] == 0 else None


LONGEST_COLON_SPEAKER_TOKENS = 12
LONGEST_QUOTATION_SENTENCES = 10
_UNKNOWN = Link(None, None, None, None, None, None)


def _silent(link: Link) -> Link:
    """The speaker without the cue, which belongs to another sentence."""
    return Link(link.who, link.span, link.role, None, None, None)


def _speaker_of(voices: Sequence[Voice]) -> Link | None:
    return next((voice.chain[-1] for voice in voices if voice.chain and voice.chain[-1].who), None)


def _named_behind(stretches: Sequence[Stretch], voices: Sequence[Sequence[Voice]], number: int) -> Link | None:
    """The speaker of the next sentence of the paragraph when that sentence goes on with the quotation."""
    for behind in range(number + 1, min(number + LONGEST_QUOTATION_SENTENCES, len(stretches))):
        if stretches[behind].paragraph != stretches[number].paragraph:
            break
        if not stretches[behind].sentence.quoted or not stretches[behind].sentence.quoted[0]:
            return _bare_saying(stretches[behind].sentence)
        if _names_its_speaker(stretches[behind], voices[behind]):
            return _speaker_of(voices[behind])
    return None
