"""Whether a text is somebody speaking, tells of others as news does, or is too short to tell."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from factcheck.extraction.attribution.chains import Voice
from factcheck.extraction.passages.tiling import Stretch
from factcheck.extraction.sentence import Sentence
from factcheck.extraction.tagging import Token
from factcheck.text.wordlists import words

Register = Literal["news", "speech", "plain"]
"""“plain” is a short text that bears no mark of a speaker: a statement or two that somebody pasted."""

_SPEAKER = words("i we you my our your us me myself ourselves i'm we're you're i've we've i'll we'll let's")
# In speeches every twentieth word outside of quotations is of this kind and in news hardly any; see the tests.
LEAST_SHARE = 0.04
FEWEST_WORDS_TO_TELL = 60

_ADDRESS = words("ladies gentlemen folks thank thanks")
_TURNS = words("and but or so")
_TURNS_BEFORE_A_COMMA = words("well now look yes yeah no okay oh again anyway")
_PRONOUNS = frozenset({"PRP", "DT", "WP", "WDT"})
_NAMING = frozenset({"NAME", "NOUN", "NUM"})


def register_of(heard: Iterable[tuple[Stretch, Sequence[Voice]]]) -> Register:
    """Whether “I”, “we” and “you” are frequent in the text's own voice, outside of what it quotes and reports.

    A text too short to count them in is news where it quotes somebody, or reports in one of several sentences. Else it
    is plain if no word of it marks a speaker, and its first sentence names what it is about.
    """
    listed = list(heard)
    own = _lows(token for stretch, voices in listed for token in _own_words(stretch, voices))
    if len(own) >= FEWEST_WORDS_TO_TELL:
        return "speech" if sum(word in _SPEAKER for word in own) >= LEAST_SHARE * len(own) else "news"
    if any(_reports(voices) and (len(listed) > 1 or any(s.sentence.quoted)) for s, voices in listed):
        return "news"
    sentences = [stretch.sentence for stretch, _ in listed if stretch.in_english and len(stretch.sentence)]
    return "plain" if sentences and _is_plain(sentences) else "speech"


def _is_plain(sentences: Sequence[Sentence]) -> bool:
    return _names_its_subject(sentences[0]) and not any(_is_marked(sentence) for sentence in sentences)


def _is_marked(sentence: Sentence) -> bool:
    """Whether it speaks of itself, speaks to somebody, or begins as one goes on speaking."""
    first, second, last = sentence.low(0), sentence.low(1), sentence.low(len(sentence) - 1)
    turns = first in _TURNS or (first in _TURNS_BEFORE_A_COMMA and second == ",") or last in {"!", "?"}
    return turns or any(low in _SPEAKER or low in _ADDRESS for low in _lows(sentence.tokens))


def _names_its_subject(sentence: Sentence) -> bool:
    """Whether its first subject is a name or a noun: “it”, “they” and “this” speak of what went before.

    Where the parse finds no subject, whether one stands before the verb.
    """
    subject = next((n for n, relation in enumerate(sentence.parse.relations) if relation.startswith("nsubj")), None)
    if subject is not None:
        return sentence.parse.tags[subject] not in _PRONOUNS
    verb = next(sentence.finite(sentence.whole), 0)
    return any(sentence.tag(number) in _NAMING for number in range(verb)) and sentence.tag(0) != "PRON"


def _reports(voices: Sequence[Voice]) -> bool:
    return any(voice.chain and not voice.is_stance for voice in voices)


def _own_words(stretch: Stretch, voices: Sequence[Voice]) -> Iterator[Token]:
    if _reports(voices):
        return
    for token, quoted in zip(stretch.sentence.tokens, stretch.sentence.quoted, strict=True):
        if not quoted and token.word[0].isalpha():
            yield token


def _lows(tokens: Iterable[Token]) -> list[str]:
    """The words in lower case with straight apostrophes, save “US”, which is a country."""
    return [token.word if token.word == "US" else token.low.replace("’", "'") for token in tokens]
