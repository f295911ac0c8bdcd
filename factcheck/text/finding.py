"""Words that a person names, found again in the text that they come from."""

import re
import unicodedata

from factcheck.text.spans import Span, trimmed

# Keyboards have the straight marks, texts mostly the others.
_MARKS = {mark: f"[{marks}]" for marks in ('"“”„', "'‘’‚") for mark in marks}
_JOINER = "\u200d"


def occurrences(text: str, words: str) -> list[Span]:
    """Where the words stand in the text, in order, whole; white space and quotation marks may be of another kind."""
    wanted = r"\s+".join("".join(_MARKS.get(mark, re.escape(mark)) for mark in word) for word in words.split())
    whole = rf"(?:(?<!\w)|(?!\w)){wanted}(?:(?!\w)|(?<!\w))"
    return [Span(*found.span()) for found in re.finditer(whole, text)] if wanted else []


def code_point(text: str, units: int) -> int:
    """The place in code points that a browser, counting in UTF-16 code units, calls `units`.

    Inside a pair it is the character's start; beyond the text, the text's end.
    """
    counted = 0
    for place, character in enumerate(text):
        counted += 2 if ord(character) > 0xFFFF else 1
        if counted > units:
            return place
    return len(text)


def whole_words(text: str, span: Span, within: Span) -> Span:
    """The span, grown to the edges of the words in which it begins and ends, without white space around it.

    No character is cut from its accents, nor an emoji from its parts.
    """
    start, end = trimmed(text, span.start, span.end).start, trimmed(text, span.start, span.end).end
    if start == end:
        return Span(start, start)
    while start > within.start and _inseparable(text[start - 1], text[start]):
        start -= 1
    while end < within.end and _inseparable(text[end - 1], text[end]):
        end += 1
    return Span(start, end)


def _inseparable(before: str, after: str) -> bool:
    if _JOINER in {before, after} or _belongs_to_the_one_before(after):
        return not before.isspace()
    return (before.isalnum() or _belongs_to_the_one_before(before)) and after.isalnum()


def _belongs_to_the_one_before(character: str) -> bool:
    """Accents, variation selectors and skin tones."""
    return unicodedata.category(character).startswith("M") or unicodedata.category(character) == "Sk"
