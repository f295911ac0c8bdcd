"""Where sentences begin and end inside a paragraph.

Sentences inside a quotation are sentences of their own: a checker reads each line of a long quote by itself.
"""

import re
from collections.abc import Iterator

from factcheck.text.abbreviations import BEFORE_A_FIGURE, BEFORE_A_NAME, EITHER_WAY, SMALL_STARTERS, STARTERS
from factcheck.text.enumerations import item_marks
from factcheck.text.spans import Span, trimmed

_CLOSERS = "\"'”’»)\\]"
_GLUED = r"(?<=[a-z]{4}[.!?])(?=[A-Z])"  # as pages come that were copied without their line breaks
_STOP = re.compile(
    rf"(?P<mark>\. ?\. ?\.(?: ?\.)?|[.!?…]+|[:;]-?\)|[。！？｡؟۔।॥])(?P<close>[{_CLOSERS}]*)"
    rf"(?= |\n|$|(?<=[。！？｡])|{_GLUED})"
)
_NEXT = re.compile(r"[\s]*(?P<open>[\"'“‘«(\[¿¡„—–-]*)\s*(?P<word>[^\W_]+(?:[.’'-][^\W_]+)*)?")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]—–/]+$")
_SAID = re.compile(
    r"\s*(?:[^\W\d_][\w.’'-]*\s+){1,3}?(?:said|says|asked|asks|told|added|wrote|replied|cried|demanded|wondered)\b"
)
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]+)$")
_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$")
_ELLIPSIS = re.compile(r"(?:\.\.\.|\. \. \.|…)$")
_HALVES_OF_THE_DAY = frozenset({"a.m", "p.m"})  # "At 5 a.m. Mr. Smith", where nothing has been said yet
LONGEST_WORD_CHARACTERS = 40
LONGEST_SENTENCE_CHARACTERS = 2_000
_PAUSES = ("\n", ";", ",", " ")


def sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of a paragraph, in order, without white space at their edges; together they hold all its words.

    None is longer than LONGEST_SENTENCE_CHARACTERS: what goes on without an end is cut at a pause.
    """
    marks = item_marks(text, paragraph)
    edges = [paragraph.start, *(mark.start for mark in marks), paragraph.end]
    inside = [paragraph.start, *(mark.end for mark in marks)]
    return [
        sentence
        for start, end, first in zip(edges, edges[1:], inside, strict=False)
        for sentence in _of_item(text, start, end, first)
    ]


def _of_item(text: str, start: int, end: int, first: int) -> Iterator[Span]:
    """The sentences from start to end; the first stop to look at stands behind `first`."""
    for stop in _STOP.finditer(text, first, end):
        if stop.end() < end and _ends(text, start, stop, end):
            yield from _bounded(text, trimmed(text, start, stop.end()))
            start = stop.end()
    if start < end:
        yield from _bounded(text, trimmed(text, start, end))


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE_CHARACTERS:
        limit = start + LONGEST_SENTENCE_CHARACTERS
        cuts = (text.rfind(pause, start + LONGEST_SENTENCE_CHARACTERS // 2, limit) for pause in _PAUSES)
        cut = next((place + 1 for place in cuts if place >= 0), limit)
        piece = trimmed(text, start, cut)
        if piece.end > piece.start:
            yield piece
        start = cut
    rest = trimmed(text, start, sentence.end)
    if rest.end > rest.start:
        yield rest


def _ends(text: str, start: int, stop: re.Match[str], limit: int) -> bool:
    following = _NEXT.match(text, stop.end(), limit)
    word = (following and following["word"]) or ""
    opened = bool(following and following["open"].strip("-—–"))
    last = _LAST_WORD.search(text, max(start, stop.start() - LONGEST_WORD_CHARACTERS), stop.start())
    if not (_may_start(word, opened=opened) or _starts_small(word, stop, last)):
        return False
    if last and last.start() == start and stop["mark"] == "." and _LIST_NUMBER.match(last.group()):
        return False
    if text[stop.end()].isalpha() and text[stop.end()].isascii():
        return _stem(word) in STARTERS
    if stop["mark"] == "." and not stop["close"]:
        return _full_stop_ends(text, start, last, word, opened=opened)
    if stop["close"] and stop["mark"] in "!?":
        return not _SAID.match(text, stop.end(), min(limit, stop.end() + 80))
    return not (_ELLIPSIS.match(stop["mark"]) and _stem(word) == "i")


def _stem(word: str) -> str:
    """ "You" of "You’ll", in small letters."""
    return re.split("['’]", word.lower(), maxsplit=1)[0]


def _may_start(word: str, *, opened: bool) -> bool:
    """A sentence starts with a capital, a figure, an opening mark, an address, or a letter of a script without
    capitals.
    """
    if not word:
        return opened
    return not word[0].islower() or (len(word) > 1 and word[1].isupper()) or word.startswith(("http", "www."))


def _starts_small(word: str, stop: re.Match[str], last: re.Match[str] | None) -> bool:
    """Whether a plain word and a full stop stand before a small letter that begins a sentence all the same."""
    if last is None or stop["mark"] != "." or stop["close"]:
        return False
    return word in SMALL_STARTERS and len(last.group()) > 3 and last.group().isalpha() and last.group().islower()


def _full_stop_ends(text: str, start: int, last: re.Match[str] | None, following: str, *, opened: bool) -> bool:
    word = last.group().lower() if last else ""
    begins = following.lower() in STARTERS and following[:1].isupper()
    if word in BEFORE_A_FIGURE:
        return not following[:1].isdigit() and word == "no"
    if word in BEFORE_A_NAME:
        return False
    if word in _HALVES_OF_THE_DAY and last and len(text[start : last.start()].split()) < 3:
        return False
    if word in EITHER_WAY or _LETTERS_WITH_STOPS.match(word) or _is_initial(text, last):
        return begins or opened
    return True


def _is_initial(text: str, last: re.Match[str] | None) -> bool:
    """A capital alone, as in "J. Smith"; not the end of "didn't" nor the word "I"."""
    if last is None or len(last.group()) != 1:
        return False
    return last.group().isupper() and last.group() != "I" and text[last.start() - 1 : last.start()] not in ("'", "’")
