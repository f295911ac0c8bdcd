"""Who speaks in a paragraph that begins with a name and a colon: “Weber: P”, “Q: P”, and headlines of that make."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.extraction.attribution.chains import Voice
from factcheck.extraction.attribution.labels import LONGEST_NAME_TOKENS
from factcheck.extraction.passages.tiling import Stretch
from factcheck.extraction.records import Link
from factcheck.extraction.sentence import Part, Sentence

_QUESTION_AND_ANSWER = frozenset({"q", "a"})
FEWEST_TURNS = 2


def turns(stretches: Sequence[Stretch], voices: Sequence[Sequence[Voice]]) -> list[list[Voice]]:
    """The voices with the speaker that a label at the head of their paragraph names, over all of the paragraph.

    A label is a name that speaks elsewhere in the text too, or one of two and more that take turns. Behind “Q:” and
    “A:” the speakers are unknown.
    """
    labels = _labels(stretches)
    known = _turning(labels.values()) | _names(voices)
    result = [list(heard) for heard in voices]
    speaker: tuple[int, Link] | None = None
    for number, stretch in enumerate(stretches):
        label = labels.get(number)
        if label and (label in _QUESTION_AND_ANSWER or label.split()[-1] in known):
            colon = _colon(stretch.sentence)
            speaker = stretch.paragraph, _link(stretch.sentence, (0, colon))
            result[number] = [_behind(voice, colon + 1) for voice in result[number]]
        if speaker and speaker[0] == stretch.paragraph:
            link = speaker[1] if label else replace(speaker[1], cue=None, cue_span=None)
            result[number] = [_said_by(voice, link) for voice in result[number]]
    return result


def _labels(stretches: Sequence[Stretch]) -> dict[int, str]:
    """The names before a colon with which paragraphs begin, in lower case, by the number of the sentence."""
    found = {}
    for number, stretch in enumerate(stretches):
        begins = number == 0 or stretches[number - 1].paragraph != stretch.paragraph
        colon = _colon(stretch.sentence) if begins else 0
        if (colon and not stretch.sentence.words_of((0, colon)).isupper()) or colon == 1:
            found[number] = stretch.sentence.words_of((0, colon)).lower()
    return found


def _colon(sentence: Sentence) -> int:
    """Where the colon stands behind a name that opens the sentence, or 0."""
    for number in range(1, min(LONGEST_NAME_TOKENS, len(sentence) - 2)):
        if sentence.low(number) == ":":
            return number
        if not sentence.tokens[number].word[0].isupper():
            return 0
    return 0


def _turning(labels: Iterable[str]) -> set[str]:
    """The last names of labels that come back, where there are two and more of them."""
    counted = Counter(label.split()[-1] for label in labels)
    back = {name for name, times in counted.items() if times >= FEWEST_TURNS}
    return back if len(back) >= FEWEST_TURNS else set()


def _names(voices: Sequence[Sequence[Voice]]) -> set[str]:
    """The last words of the names of those who speak, in lower case."""
    named = (
        link.who for heard in voices for voice in heard for link in voice.chain if link.who and not voice.is_stance
    )
    return {who.split(",")[0].split()[-1].lower() for who in named if who[:1].isupper()}


def _link(sentence: Sentence, name: Part) -> Link:
    cue = sentence.span_of((name[1], name[1] + 1))
    if sentence.words_of(name).lower() in _QUESTION_AND_ANSWER:
        return Link(None, None, None, ":", cue, None)
    return Link(sentence.words_of(name), sentence.span_of(name), None, ":", cue, None)


def _behind(voice: Voice, start: int) -> Voice:
    """The voice without the label."""
    parts = ((max(start, part[0]), part[1]) for part in voice.parts)
    return replace(voice, parts=tuple(part for part in parts if part[1] > part[0]) or voice.parts)


def _said_by(voice: Voice, speaker: Link) -> Voice:
    is_theirs = voice.is_stance or (voice.chain and voice.chain[-1].span == speaker.span)
    return voice if is_theirs else replace(voice, chain=(*voice.chain, speaker))
