"""What the linear model sees of some words: words, pairs and threes of them, words near each other, beginnings and
endings, tags and their pairs, and the length.

Names count as names and figures by their length, so that nothing is learned about a person, a party or a year.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from factcheck.extraction.lexicon import forms
from factcheck.extraction.tagging import Token

START, END = "<s>", "</s>"
NAME = "<name>"
TAG = "T:"
LENGTH = "L:"
NEAR = "~"
BEGINNING, ENDING = "^", "$-"
_LONGEST_FIGURE, _LENGTHS, _LENGTH_STEP = 6, 8, 4
_CURRENCIES = "$£€¥"
_BEGINNINGS, _ENDINGS = (3, 4, 5, 6), (2, 3, 4)
_DISTANCES = (2, 3, 4)


def features(tokens: Sequence[Token]) -> set[str]:
    """The features that are there; how often does not count."""
    length = f"{LENGTH}{min(_LENGTHS, len(tokens) // _LENGTH_STEP)}"
    return {*chain.from_iterable(by_token(tokens)), length}


def by_token(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    """For each word the features it has a part in, itself first; the length belongs to none."""
    words = [shown(token) for token in tokens]
    tags = [TAG + _tag(token) for token in tokens]
    word_pairs, tag_pairs, threes = list(_pairs(words)), list(_pairs(tags)), _threes(words)
    return [
        (
            *(word, tag, *_parts(word)),
            *(*word_pairs[number : number + 2], *tag_pairs[number : number + 2]),
            *(*threes[max(0, number - 1) : number + 2], *_near(words, number)),
        )
        for number, (word, tag) in enumerate(zip(words, tags, strict=True))
    ]


def shown(token: Token) -> str:
    """A word as the model knows it."""
    if token.tag == "NAME":
        return NAME
    word = token.low.replace("’", "'")
    if word[0].isdigit() or word[0] in _CURRENCIES:
        digits = sum(character.isdigit() for character in word)
        money = "$" if word[0] in _CURRENCIES else ""
        return f"{money}#{min(_LONGEST_FIGURE, digits)}{'%' if word.endswith('%') else ''}"
    return word


def _tag(token: Token) -> str:
    """The tag, with a plus for a verb in the past."""
    is_past = token.tag == "FINITE" and "PAST" in forms.FORMS.get(token.low, ())
    return f"{token.tag}+" if is_past else token.tag


def _pairs(of: Sequence[str]) -> Iterator[str]:
    return (f"{first} {second}" for first, second in pairwise([START, *of, END]))


def _threes(words: Sequence[str]) -> list[str]:
    """Each word between its neighbours."""
    edged = [START, *words, END]
    return [" ".join(edged[number : number + 3]) for number in range(len(words))]


def _near(words: Sequence[str], number: int) -> Iterator[str]:
    """The word with each one two to four words away, in the order of the alphabet."""
    for distance in _DISTANCES:
        for other in (number - distance, number + distance):
            if 0 <= other < len(words):
                yield f" {NEAR} ".join(sorted((words[number], words[other])))


def _parts(word: str) -> Iterator[str]:
    """How a word of letters begins and ends, so that “employ” and “employment” have something in common."""
    if word.isalpha():
        yield from (BEGINNING + word[:size] for size in _BEGINNINGS if size < len(word))
        yield from (ENDING + word[-size:] for size in _ENDINGS if size < len(word))
