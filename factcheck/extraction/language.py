"""Whether the rules, which are rules of English, apply."""

import re
from collections.abc import Iterator

from factcheck.text.wordlists import words

_SMALL_WORDS = words("""
    the of and to in a is that for it was on with as by are be at from has have this will were not his he but they said
    an or which their who had been its she we i you would there more about into than them after over if so no
""")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")
ENGLISH_SHARE = 0.12
FEWEST_WORDS_TO_TELL = 25
READ_CHARACTERS = 20_000


def is_english(text: str) -> bool:
    """Whether the small words of the text's beginning are English ones; a text too short to tell counts as English.

    Text in capitals counts by its letters, like any other; text without a Latin letter is not English.
    """
    seen = list(_beginning(text))
    if len(seen) < FEWEST_WORDS_TO_TELL:
        return bool(_LATIN.search(text)) or not seen
    return sum(word in _SMALL_WORDS for word in seen) >= ENGLISH_SHARE * len(seen)


def _beginning(text: str) -> Iterator[str]:
    return (match.group().lower() for match in _WORD.finditer(text, 0, READ_CHARACTERS))
