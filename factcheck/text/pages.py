"""Where the article lies in a text that somebody copied with the web page around it.

Lines of prose count for it and all others against it; the article is the unbroken run of lines that counts most.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.text.buttons import is_button, opens_comments, talks_of_the_page, turns_away
from factcheck.text.wordlists import words

_ENDED = re.compile(r"[.!?…:][\"'”’)\]]*$")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_SMALL_WORDS = words("""
    the of and to in a is that for it was on with as by are be at from has have this were not his he but they an or
    which who their had been its she we i you would there more about into than them after over if so no when what said
    will can
""")
_STAMP = re.compile(r"\d{1,2}:\d\d|\b20\d\d\b|[•|@©]|^(?:by|photo|image|posted|published|updated)\b", re.IGNORECASE)

FEWEST_PROSE_WORDS = 6
LEAST_SMALL_WORDS = 0.15
# What a line counts, in words: prose its length less the cost of any line, the others a loss.
MOST_WORDS_COUNTED = 45
COST = 7
SHORT_SENTENCE_COST = 2
REPEATED_COST = 12
TALK_COST = 15
TURNING_COST = 20
# A text is a copied page, and not an article with a list in it, when so much outside of the run says so.
FEWEST_SIGNS = 4
FEWEST_LOOSE_LINES = 6
LEAST_LOOSE_SHARE = 0.65
FEWEST_SHOUTED_WORDS = 8
HEADLINE_REACH = 20
HEADLINE_WORDS = range(3, 31)
OPENING_CHARACTERS = 1_500


@dataclass(frozen=True, slots=True)
class Page:
    """The article's lines, by number: its first, the one behind its last, its headline above them, and those among
    them that are none of it.
    """

    first: int
    behind: int
    headline: int | None
    strangers: frozenset[int]

    def holds(self, line: int) -> bool:
        """Whether the line is the article's own text or its headline."""
        return line == self.headline or (self.first <= line < self.behind and line not in self.strangers)


def page(lines: Sequence[str]) -> Page | None:
    """The article among the lines of a copied page; None for a text that is nothing but an article."""
    times = Counter(lines)
    readers = next((number for number, line in enumerate(lines) if opens_comments(line)), len(lines))
    first, behind = _weightiest([_weight(line, times[line]) for line in lines[:readers]])
    unwritten = (line for line in lines[readers:] if not _ENDED.search(line))
    if first == behind or not _is_page([*lines[:first], *lines[behind:readers], *unwritten]):
        return None
    strangers = {n for n in range(first, behind) if _is_strange(lines[n], times[lines[n]])}
    return Page(first, behind, _headline(lines, first, behind), frozenset(strangers))


def _is_strange(line: str, times: int) -> bool:
    """Whether a line amid the article is a link to another one, or heads such links; a rule between parts is not."""
    if not any(character.isalpha() for character in line):
        return False
    is_shouted = line.isupper() and len(line.split()) >= FEWEST_SHOUTED_WORDS
    return ((times > 1 or is_shouted) and not _ENDED.search(line)) or turns_away(line)


def _weight(line: str, times: int) -> int:
    length = len(line.split())
    if turns_away(line):
        return -TURNING_COST
    if length < MOST_WORDS_COUNTED and talks_of_the_page(line):
        return -TALK_COST
    if times > 1:
        return -REPEATED_COST
    if not _ENDED.search(line):
        return -COST
    if length >= FEWEST_PROSE_WORDS and _is_prose(line):
        return min(length, MOST_WORDS_COUNTED) - COST + 1
    return -SHORT_SENTENCE_COST if length > 2 else -COST


def _is_prose(line: str) -> bool:
    found = [word.lower() for word in _WORD.findall(line)]
    return sum(word in _SMALL_WORDS for word in found) > LEAST_SMALL_WORDS * len(found)


def _weightiest(weights: Sequence[int]) -> tuple[int, int]:
    """The run with the largest sum, as its first place and the one behind it; (0, 0) where nothing weighs."""
    best, run = (0, 0, 0), (0, 0)
    for place, weight in enumerate(weights):
        total, start = run if run[0] > 0 else (0, place)
        run = (total + weight, start)
        if run[0] > best[0]:
            best = (run[0], start, place + 1)
    return best[1:]


def _is_page(outside: Sequence[str]) -> bool:
    loose = sum(not _ENDED.search(line) for line in outside)
    if loose < FEWEST_LOOSE_LINES or loose < LEAST_LOOSE_SHARE * len(outside):
        return False
    return sum(map(_is_sign, outside)) >= FEWEST_SIGNS


def _is_sign(line: str) -> bool:
    return is_button(line) or turns_away(line) or (len(line.split()) < MOST_WORDS_COUNTED and talks_of_the_page(line))


def _headline(lines: Sequence[str], first: int, behind: int) -> int | None:
    """Of the lines above the article, the one that shares the most words with how it opens."""
    opening = set(_telling("\n".join(lines[first:behind])[:OPENING_CHARACTERS]))
    above = range(max(0, first - HEADLINE_REACH), first)
    shared = {n: sum(word in opening for word in set(_telling(lines[n]))) for n in above if _may_head(lines[n])}
    best = max(shared, key=lambda n: (shared[n], -n), default=None)
    return best if best is not None and shared[best] > 1 else None


def _may_head(line: str) -> bool:
    if _STAMP.search(line) or is_button(line) or turns_away(line) or talks_of_the_page(line):
        return False
    return len(line.split()) in HEADLINE_WORDS and not line.endswith((".", ":", ","))


def _telling(line: str) -> Iterator[str]:
    return (word.lower() for word in _WORD.findall(line) if len(word) > 3)
