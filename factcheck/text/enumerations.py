"""Lists that somebody wrote, or a program flattened, into one paragraph."""

import re

from factcheck.text.spans import Span

_BULLET = "[•⁃‣▪◦●]"
_MARK = re.compile(
    rf"(?<!\S)(?:{_BULLET} ?)?\(?(?P<number>\d{{1,3}}|[a-z])(?P<close>[.)]{{1,2}})(?=\s)|(?<!\S){_BULLET}(?=\s)"
)


def item_marks(text: str, paragraph: Span) -> list[Span]:
    """The marks before the items of a list, in order: "1.", "b)", "•". Empty where there is no list of two items.

    The first stands at the paragraph's start or behind a colon, and numbers and letters follow on each other.
    """
    found = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    if len(found) < 2 or not _may_begin(text, found[0].start(), paragraph):
        return []
    chain = found[:1]
    for mark in found[1:]:
        if _follows(chain[-1], mark):
            chain.append(mark)
    return [Span(*mark.span()) for mark in chain] if len(chain) > 1 else []


def _may_begin(text: str, place: int, paragraph: Span) -> bool:
    return place == paragraph.start or text[paragraph.start : place].rstrip().endswith(":")


def _follows(mark: re.Match[str], other: re.Match[str]) -> bool:
    if mark["close"] != other["close"]:
        return False
    if mark["number"] is None or other["number"] is None:
        return mark["number"] == other["number"]
    return _value(other["number"]) == _value(mark["number"]) + 1


def _value(number: str) -> int:
    """Letters count on from where no number of a list reaches."""
    return int(number) if number.isdecimal() else 1000 + ord(number)
