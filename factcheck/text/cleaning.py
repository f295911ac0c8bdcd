"""Text as it came in, made into text that can be stored, shown and pointed at.

The offsets of every claim count the characters of the cleaned text, so cleaning happens once, before
anything else, and cleaning a second time changes nothing.
"""

import re
import unicodedata
from collections import Counter
from functools import cache

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_EDGES = re.compile(r" ?\n ?")
_BLANK_LINES = re.compile(r"\n{3,}")
# Marks of the category "format" that are drawn on the page: Arabic, Syriac and Kaithi number signs.
_DRAWN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_INVISIBLE_MARKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffe\uffff")


def clean(raw: str) -> str:
    """The text with one newline style, in Unicode's composed form (NFC), without characters that nobody can
    see.

    Gone are control, zero-width and bidi-override characters, NUL, lone surrogates, and white space that
    says nothing: at the edges of lines, doubled, or as a third empty line. Quotation marks stay as written.
    """
    text = _LINE_ENDS.sub("\n", raw)
    text = text.translate(_Unseen())
    text = _SPACES.sub(" ", text)
    text = _EDGES.sub("\n", text)
    text = _BLANK_LINES.sub("\n\n", text)
    return unicodedata.normalize("NFC", text.strip())


def is_unseen(character: str) -> bool:
    """Whether cleaning removes the character wherever it stands."""
    if character in "\n\t" or character in _DRAWN_FORMATS:
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"} or character in _INVISIBLE_MARKS


def unseen(raw: str) -> int:
    """How many characters cleaning takes out because nobody can see them; the ends of lines are not counted."""
    return sum(count for character, count in Counter(_LINE_ENDS.sub("\n", raw)).items() if is_unseen(character))


class _Unseen(dict[int, str | None]):
    """A table for str.translate that decides about each character when it first meets it."""

    def __missing__(self, point: int) -> int | None:
        return _kept(point)


@cache
def _kept(point: int) -> int | None:
    return None if is_unseen(chr(point)) else point
