"""Quotations whose speaker stands in another sentence."""

from collections.abc import Sequence

from factcheck.extraction.attribution.chains import Voice
from factcheck.extraction.passages.tiling import Stretch
from factcheck.extraction.records import Link

# A sentence counts as quoted when at least this share of its letters stands in quotation marks.
QUOTED_SHARE = 0.8


def is_quotation(stretch: Stretch) -> bool:
    """Whether a sentence is somebody's words nearly from end to end."""
    letters = [token for token in stretch.sentence.tokens if token.word[0].isalnum()]
    inside = sum(
        quoted
        for token, quoted in zip(stretch.sentence.tokens, stretch.sentence.quoted, strict=True)
        if token.word[0].isalnum()
    )
    return bool(letters) and inside >= QUOTED_SHARE * len(letters)


def with_speakers(stretches: Sequence[Stretch], voices: Sequence[Sequence[Voice]]) -> list[list[Voice]]:
    """Quotations that name nobody, given to who speaks in the sentence before or behind them.

    Within its paragraph a quotation belongs to the speaker named before it, else to the one named behind it; over a
    paragraph's edge only when the quotation before was left open. Otherwise its speaker is unknown, and the chain says so.
    """
    result = [list(of_one) for of_one in voices]
    speaker: Link | None = None
    for number, stretch in enumerate(stretches):
        if number and stretch.paragraph != stretches[number - 1].paragraph and not _is_left_open(stretches[number - 1]):
            speaker = None
        if is_quotation(stretch) and not any(voice.chain for voice in result[number]):
            found = speaker or _named_behind(stretches, voices, number)
            link = _silent(found) if found else _UNKNOWN
            result[number] = [Voice(voice.parts, (*voice.chain, link), voice.asks) for voice in result[number]]
        spoken = _speaker_of(voices[number])
        speaker = spoken or speaker
    return result


_UNKNOWN = Link(None, None, None, None, None, None)


def _silent(link: Link) -> Link:
    """The speaker without the cue, which belongs to another sentence."""
    return Link(link.who, link.span, link.role, None, None, None)


def _speaker_of(voices: Sequence[Voice]) -> Link | None:
    return next((voice.chain[-1] for voice in voices if voice.chain and voice.chain[-1].who), None)


def _is_left_open(stretch: Stretch) -> bool:
    return bool(stretch.quotes) and not stretch.quotes[-1].closed


def _named_behind(stretches: Sequence[Stretch], voices: Sequence[Sequence[Voice]], number: int) -> Link | None:
    """The speaker of the next sentence of the paragraph when that sentence goes on with the quotation."""
    for behind in range(number + 1, min(number + 4, len(stretches))):
        if stretches[behind].paragraph != stretches[number].paragraph:
            break
        if not stretches[behind].sentence.quoted or not stretches[behind].sentence.quoted[0]:
            break
        found = _speaker_of(voices[behind])
        if found:
            return found
    return None
