"""Which stretches stand in quotation marks, whatever marks the writer's keyboard had."""

import re
from dataclasses import dataclass
from itertools import islice

from factcheck.text.spans import Span

_DOUBLE_CLOSERS = {
    mark: re.compile(f"[{closers}]")
    for mark, closers in {"“": '”"', "”": '”"', '"': '"”', "„": '“”"', "«": "»", "〝": "〞〟"}.items()
}
# A single mark looks no further than this for its partner, so that a text full of apostrophes stays quick to
# read.
SINGLE_QUOTE_CHARACTERS = 2_000
MOST_APOSTROPHES = 40
_SINGLES = "‘’'‚‛"
_SINGLE = re.compile(f"[{_SINGLES}]")
_SPEECH_ENDS = ",.!?…"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch: ``outer`` with its marks, ``inner`` without, ``closed`` when its closing mark was
    found.
    """

    outer: Span
    inner: Span
    closed: bool


def quotes(text: str, within: Span) -> list[Quote]:
    """The outermost quoted stretches of a paragraph, in order.

    An opening mark that nothing closes runs to the end of the paragraph: that is how a quotation over several
    paragraphs is written. Double marks hold whatever stands between them; single marks are told from
    apostrophes by what stands beside them, and a closing mark turned the wrong way (“… radicalisation, ‘
    seven countries said”) counts.
    """
    found: list[Quote] = []
    place = within.start
    while place < within.end:
        mark = text[place]
        if mark == "'" and text.startswith("''", place):
            place = _add_doubled(text, place, within, found)
            continue
        if mark in _DOUBLE_CLOSERS:
            place = _add_double(text, place, within, found)
        elif mark in _SINGLES and _opens(text, place, within):
            place = _add_single(text, place, within, found)
        else:
            place += 1
    return found


def _add_double(text: str, place: int, within: Span, found: list[Quote]) -> int:
    if text[place] == "”" and not _opens(text, place, within):
        return place + 1
    end = _DOUBLE_CLOSERS[text[place]].search(text, place + 1, within.end)
    if end is None:
        found.append(Quote(Span(place, within.end), Span(place + 1, within.end), closed=False))
        return within.end
    found.append(Quote(Span(place, end.end()), Span(place + 1, end.start()), closed=True))
    return end.end()


def _add_doubled(text: str, place: int, within: Span, found: list[Quote]) -> int:
    """Two apostrophes stand for one double mark, as typewriters and wire services have it."""
    end = text.find("''", place + 2, min(within.end, place + SINGLE_QUOTE_CHARACTERS))
    if end < 0:
        return place + 2
    found.append(Quote(Span(place, end + 2), Span(place + 2, end), closed=True))
    return end + 2


def _add_single(text: str, place: int, within: Span, found: list[Quote]) -> int:
    end = _single_end(text, place, within)
    if end is None:
        return place + 1
    found.append(Quote(Span(place, end + 1), Span(place + 1, end), closed=True))
    return end + 1


def _opens(text: str, place: int, within: Span) -> bool:
    """A mark opens when nothing, a space, a bracket or a dash stands before it, and a word behind it."""
    before = text[place - 1] if place > within.start else " "
    behind = text[place + 1] if place + 1 < within.end else " "
    return (before.isspace() or before in "([—–-") and not behind.isspace()


def _single_end(text: str, place: int, within: Span) -> int | None:
    """The closing single mark: the first behind the end of speech (”,’ “.’), else the first behind a word."""
    behind_word: int | None = None
    limit = min(within.end, place + SINGLE_QUOTE_CHARACTERS)
    for mark in islice(_SINGLE.finditer(text, place + 1, limit), MOST_APOSTROPHES):
        end = mark.start()
        if _is_inside_word(text, end, within):
            continue
        if _closes_speech(text, end):
            return end
        if behind_word is None and text[end - 1].isalnum():
            behind_word = end
            if text[end - 1] not in "sS":
                return end
    return behind_word


def _closes_speech(text: str, end: int) -> bool:
    return text[end - 1] in _SPEECH_ENDS or (text[end - 1] == " " and text[end - 2] in _SPEECH_ENDS)


def _is_inside_word(text: str, place: int, within: Span) -> bool:
    behind = text[place + 1] if place + 1 < within.end else " "
    return behind.isalnum()
