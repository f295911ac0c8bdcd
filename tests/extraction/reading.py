"""Short ways to ask the extraction about one sentence."""

from factcheck.extraction.attribution.chains import Voice, stances_beside, voices
from factcheck.extraction.pipeline import extract
from factcheck.extraction.records import Candidate, Extraction, Link
from factcheck.extraction.sentence import Sentence, read_sentence
from factcheck.text.quotes import quotes
from factcheck.text.spans import Span


def sentence_of(text: str) -> Sentence:
    """One sentence, read by itself."""
    span = Span(0, len(text))
    return read_sentence(text, span, quotes(text, span))


def tags(text: str) -> list[tuple[str, str]]:
    """Each word with its tag."""
    return [(token.word, token.tag) for token in sentence_of(text).tokens]


def said(text: str) -> list[tuple[str, list[str | None]]]:
    """What is said in a sentence, and the speakers, innermost first."""
    sentence = sentence_of(text)
    return [(_words(sentence, voice), speakers(voice.chain)) for voice in voices(sentence)]


def stands(text: str) -> list[tuple[str | None, str | None, str]]:
    """Who takes a stand in a sentence, by which words, and on what."""
    sentence = sentence_of(text)
    found = stances_beside(sentence, voices(sentence))
    return [(voice.chain[0].who, voice.chain[0].cue, _words(sentence, voice)) for voice in found]


def _words(sentence: Sentence, voice: Voice) -> str:
    return " … ".join(sentence.words_of(sentence.trimmed(part)) for part in voice.parts)


def speakers(chain: tuple[Link, ...]) -> list[str | None]:
    """Who speaks, innermost first."""
    return [link.who for link in chain]


def claims(text: str) -> list[str]:
    """The wordings of a text's claims."""
    return [candidate.text for candidate in extract(text).candidates]


def reason(text: str) -> str | None:
    """Why the last passage of a text is not checkable, or None when it is."""
    return extract(text).passages[-1].reason


def claim_starting(extraction: Extraction, words: str) -> Candidate:
    """The claim that begins with the words."""
    return next(candidate for candidate in extraction.candidates if candidate.text.startswith(words))
