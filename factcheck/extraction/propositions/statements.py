"""A statement: which words of a sentence it is made of, and which words from elsewhere stand between them."""

import re
from dataclasses import dataclass, field, replace

from factcheck.extraction.sentence import Sentence
from factcheck.text.spans import Span, merged

_SPEECH_END = re.compile(r"[,.](''|[”\"’])$")
_WHOLLY_QUOTED = re.compile(r"(?:“|\"|'')([^“”\"]*?)(?:”|\"|'')")
_VOWELS = frozenset("aeiou")
_OPENING = frozenset('“"‘([')
_CLOSING = frozenset(",.;:!?%”)]’…")


@dataclass(frozen=True, slots=True)
class Added:
    """Words of the article put into a statement so that it stands alone: where they go, and what they replace."""

    before: int
    words: str
    replaces: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """The tokens it is made of, in order, and the words added; ``ambiguous`` when a reference stayed open.

    ``is_aside`` says that it stands between commas beside what is said, as in “the dam, which is old, leaked”: there
    the writer speaks, even where somebody else says the rest.
    """

    numbers: tuple[int, ...]
    added: tuple[Added, ...] = field(default=())
    ambiguous: bool = False
    is_aside: bool = False

    def with_added(self, *added: Added) -> "Statement":
        """The same with more words added."""
        return replace(self, added=(*self.added, *added))


def spans_of(sentence: Sentence, statement: Statement) -> tuple[Span, ...]:
    """The characters the statement stands on: neighbouring words with what is between them."""
    runs: list[tuple[int, int]] = []
    for number in statement.numbers:
        if runs and number == runs[-1][1]:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return merged(sentence.span_of(run) for run in runs)


def wording(sentence: Sentence, statement: Statement) -> str:
    """The statement as a line of text: the article's own words, and the added ones in their places."""
    insertions = {added.before: added for added in statement.added}
    dropped = {number for added in statement.added for number in added.replaces}
    result = ""
    last = None
    for place, number in enumerate(statement.numbers):
        added = insertions.get(number)
        if added:
            result = _joined(result, added.words, glued=False)
            last = None
        if number in dropped:
            continue
        token = sentence.tokens[number]
        follows = (last is not None and number == last + 1) or _clings(sentence, number, dropped)
        word = _article(sentence, statement.numbers, place) or token.word
        apart = follows and sentence.tokens[number - 1].end < token.start
        result = f"{result} {word}" if apart else _joined(result, word, glued=follows)
        last = number
    tail = insertions.get(len(sentence))
    if tail:
        result = _joined(result, tail.words, glued=False)
    return _tidied(result)


def _article(sentence: Sentence, numbers: tuple[int, ...], place: int) -> str:
    """“an” before what has come to stand behind “a”, and the other way round; empty where nothing changes."""
    low = sentence.low(numbers[place])
    if low not in {"a", "an"} or place + 1 == len(numbers) or numbers[place + 1] == numbers[place] + 1:
        return ""
    was, now = sentence.low(numbers[place] + 1)[:1] in _VOWELS, sentence.low(numbers[place + 1])[:1] in _VOWELS
    if was == now:
        return ""
    word = sentence.tokens[numbers[place]].word
    return word[0] + "n" if low == "a" else word[0]


def _clings(sentence: Sentence, number: int, dropped: set[int]) -> bool:
    """“’s” and “’ll” behind a pronoun that a name took the place of."""
    return number - 1 in dropped and sentence.tokens[number - 1].end == sentence.tokens[number].start


def _joined(text: str, word: str, *, glued: bool) -> str:
    if not text or glued or word[0] in _CLOSING or text[-1] in _OPENING:
        return text + word
    return f"{text} {word}"


def _tidied(text: str) -> str:
    """Without marks at the edges that belonged to the sentence, and with no quotation left half open."""
    text = _SPEECH_END.sub(r"\1", text.strip(" ,;:—–-"))
    whole = _WHOLLY_QUOTED.fullmatch(text)
    if whole:
        text = whole.group(1)
    for opening, closing in (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]")):
        if text.count(opening) != text.count(closing) and opening != closing:
            text = (
                _without_first(text, opening)
                if text.count(opening) > text.count(closing)
                else _without_last(text, closing)
            )
    if text.count("''") % 2:
        text = text.replace("''", "")
    if text.count('"') % 2:
        text = _without_first(text, '"') if text.startswith('"') else _without_last(text, '"')
    if text[:1] in "‘'" and not any(mark in text[1:] for mark in "’‘'"):
        text = text[1:]
    return text.strip(" ,;:—–-.").strip()


def _without_first(text: str, mark: str) -> str:
    return text.replace(mark, "", 1)


def _without_last(text: str, mark: str) -> str:
    head, _, tail = text.rpartition(mark)
    return head + tail
