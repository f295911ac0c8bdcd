"""Whether a text is somebody speaking, or tells of others as news does."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.extraction.attribution.chains import Voice
from factcheck.extraction.passages.tiling import Stretch
from factcheck.extraction.tagging import Token
from factcheck.text.wordlists import words

_SPEAKER = words("i we you my our your us me myself ourselves i'm we're you're i've we've i'll we'll let's")
# In speeches every twentieth word outside of quotations is of this kind and in news hardly any; see the tests.
LEAST_SHARE = 0.04
FEWEST_WORDS_TO_TELL = 60


def is_spoken(heard: Iterable[tuple[Stretch, Sequence[Voice]]]) -> bool:
    """Whether “I”, “we” and “you” are frequent in the text's own voice, outside of what it quotes and reports.

    A text too short to tell counts as spoken, unless it quotes somebody or reports in one of several sentences.
    """
    listed = list(heard)
    own = [token.low.replace("’", "'") for stretch, voices in listed for token in _own_words(stretch, voices)]
    if len(own) < FEWEST_WORDS_TO_TELL:
        return not any(_reports(voices) and (len(listed) > 1 or any(s.sentence.quoted)) for s, voices in listed)
    return sum(word in _SPEAKER for word in own) >= LEAST_SHARE * len(own)


def _reports(voices: Sequence[Voice]) -> bool:
    return any(voice.chain and not voice.is_stance for voice in voices)


def _own_words(stretch: Stretch, voices: Sequence[Voice]) -> Iterator[Token]:
    if _reports(voices):
        return
    for token, quoted in zip(stretch.sentence.tokens, stretch.sentence.quoted, strict=True):
        if not quoted and token.word[0].isalpha():
            yield token
