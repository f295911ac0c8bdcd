"""What the parser's network sees of a word."""

from collections.abc import Callable, Iterable
from typing import Any

from spacy.attrs import ID, PREFIX, SUFFIX
from spacy.lang.en import English
from spacy.util import OOV_RANK
from spacy.vocab import Vocab, create_vocab

STRAIGHT = str.maketrans("“”„‟‘’‚‛`´–—", "\"\"\"\"''''''--")
LETTERS = 3


def plain(text: str) -> str:
    """The word in small letters with typewriter quotation marks and dashes."""
    return text.lower().translate(STRAIGHT)


def beginning(text: str) -> str:
    """The first letters, without case."""
    return plain(text)[:LETTERS]


def ending(text: str) -> str:
    """The last letters, without case."""
    return plain(text)[-LETTERS:]


def vocabulary(words: Iterable[str]) -> Vocab:
    """English words with the features that the network reads.

    ID is the rank of a word known from training, or one number for all the others, so that the network has learned
    what to make of an unknown word.
    """
    ranks = {word: rank for rank, word in enumerate(words)}
    getters: dict[int, Callable[[str], Any]] = {
        **English.Defaults.lex_attr_getters,
        ID: lambda text: ranks.get(plain(text), OOV_RANK),
        PREFIX: beginning,
        SUFFIX: ending,
    }
    return create_vocab("en", type("Defaults", (English.Defaults,), {"lex_attr_getters": getters}))


def is_ours(vocab: Vocab) -> bool:
    """Whether `vocabulary` made it."""
    return vocab.lex_attr_getters.get(PREFIX) is beginning  # type: ignore[attr-defined] # spaCy's types leave it out
