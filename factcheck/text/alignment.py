"""Two drafts of a text side by side: which sentences stayed, changed, moved, went and came, and where words are now."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rapidfuzz.distance import Indel

from factcheck.text.paragraphs import paragraphs
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span, trimmed
from factcheck.text.wording import counterpart

LEAST_ALIKE = 0.5  # of a sentence's words, for it to be the same one, changed
MOST_SHARING = 40  # two words that follow each other in more sentences than this lead to none of them
RAREST = 5  # so many such twos of a sentence, the rarest, lead to those that may be like it
NEAREST = 4  # so many sentences on either side of where one should stand are looked at anyhow
LEAST_WORDS_ALONE = 4  # fewer may stand in two places by chance


class Fate(StrEnum):
    """What became of a sentence."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence in the old text and in the new one; None where the other has none like it."""

    old: Span | None
    new: Span | None
    fate: Fate


class Alignment:
    """`pairs` holds every sentence of both texts once, in the order of the new one; what is gone, where it stood."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        before, after = _sentences(old), _sentences(new)
        self.pairs = list(_pairs(before, after, _matches(old, new, before, after), old, new))
        self._from = sorted((pair for pair in self.pairs if pair.old), key=lambda pair: pair.old or Span(0, 0))
        self._starts = [pair.old.start for pair in self._from if pair.old]

    def pairs_of(self, span: Span) -> list[Pair]:
        """The sentences of the old text on which the span has words, with what became of them."""
        span = trimmed(self.old, span.start, span.end)
        if span.start == span.end:
            return []
        first = max(0, bisect_right(self._starts, span.start) - 1)
        found = []
        for pair in self._from[first:]:
            if pair.old is None or pair.old.start >= span.end:
                break
            if pair.old.touches(span):
                found.append(pair)
        return found

    def place(self, span: Span) -> Span | None:
        """Where exactly the words of the old span stand in the new text; None: nowhere, or it cannot be told."""
        pieces = [self._piece(pair, span) for pair in self.pairs_of(span)]
        known = [piece for piece in pieces if piece]
        if known and len(known) == len(pieces):
            whole = Span(known[0].start, max(known[0].start, known[-1].end))
            if whole.of(self.new).split() == span.of(self.old).split():
                return whole
        return self._alone(span)

    def near(self, span: Span) -> Span | None:
        """The words that took the place of the old span's, in the first sentence left of those it lies on, or None."""
        for pair in self.pairs_of(span):
            if pair.old and pair.new:
                inside = _shifted(_part(self.old, span, pair.old), -pair.old.start)
                found = counterpart(pair.old.of(self.old), pair.new.of(self.new), inside)
                return _shifted(found, pair.new.start) if found else None
        return None

    def _piece(self, pair: Pair, span: Span) -> Span | None:
        """Where the part of the span that lies on this sentence is now."""
        if pair.old is None or pair.new is None:
            return None
        inside = _part(self.old, span, pair.old)
        if pair.fate != Fate.CHANGED:
            return _same(self.old, pair.old, inside, self.new, pair.new)
        found = _occurrences(self.new, pair.new, inside.of(self.old))
        places = _occurrences(self.old, pair.old, inside.of(self.old))
        # One for one, in order: of words that come twice, the second stays the second.
        return found[places.index(inside)] if len(found) == len(places) and inside in places else None

    def _alone(self, span: Span) -> Span | None:
        """Words enough to be told from all others, which each text has once, wherever they stand now."""
        words = span.of(self.old)
        if len(words.split()) < LEAST_WORDS_ALONE or self.new.count(words) != 1 or self.old.count(words) != 1:
            return None
        start = self.new.index(words)
        # One character more, so that the word's end is seen to be one.
        return next(iter(_occurrences(self.new, Span(start, start + len(words) + 2), words)), None)


def _sentences(text: str) -> list[Span]:
    return [sentence for paragraph in paragraphs(text) for sentence in sentences(text, paragraph)]


def _matches(old: str, new: str, before: Sequence[Span], after: Sequence[Span]) -> dict[int, int]:
    """For each sentence of the old text that is found again, by its place, the place of the new one."""
    keys = [" ".join(span.of(old).split()) for span in before]
    new_keys = [" ".join(span.of(new).split()) for span in after]
    matched = _once_in_each(keys, new_keys)
    _spread(keys, new_keys, matched)
    _in_order(keys, new_keys, matched)
    matched.update(_alike(keys, new_keys, matched))
    return matched


def _once_in_each(keys: Sequence[str], new_keys: Sequence[str]) -> dict[int, int]:
    counts, new_counts = Counter(keys), Counter(new_keys)
    places = {key: place for place, key in enumerate(new_keys)}
    return {place: places[key] for place, key in enumerate(keys) if counts[key] == 1 and new_counts.get(key) == 1}


def _spread(keys: Sequence[str], new_keys: Sequence[str], matched: dict[int, int]) -> None:
    """Sentences that come more than once are told apart by the neighbours that are known."""
    taken = set(matched.values())
    for step in (1, -1):
        for place in sorted(matched, reverse=step < 0):
            here, there = place + step, matched[place] + step
            while (
                0 <= here < len(keys)
                and 0 <= there < len(new_keys)
                and here not in matched
                and there not in taken
                and keys[here] == new_keys[there]
            ):
                matched[here] = there
                taken.add(there)
                here, there = here + step, there + step


def _in_order(keys: Sequence[str], new_keys: Sequence[str], matched: dict[int, int]) -> None:
    """What comes more than once and has no known neighbour: the first is the first."""
    taken, waiting = set(matched.values()), defaultdict[str, list[int]](list)
    for there in reversed(range(len(new_keys))):
        if there not in taken:
            waiting[new_keys[there]].append(there)
    for here, key in enumerate(keys):
        if here not in matched and waiting[key]:
            matched[here] = waiting[key].pop()


def _alike(keys: Sequence[str], new_keys: Sequence[str], matched: dict[int, int]) -> dict[int, int]:
    """Of the sentences left over, those that changed, the most alike first."""
    words = {here: _bag(key) for here, key in enumerate(keys) if here not in matched}
    taken = set(matched.values())
    new_words = {there: _bag(key) for there, key in enumerate(new_keys) if there not in taken}
    scored = sorted(_scores(words, new_words, matched, len(new_keys)))
    found: dict[int, int] = {}
    for _, _, here, there in scored:
        if here not in found and there not in taken:
            found[here] = there
            taken.add(there)
    return found


def _scores(
    words: dict[int, list[str]], new_words: dict[int, list[str]], matched: dict[int, int], size: int
) -> Iterator[tuple[float, int, int, int]]:
    """Unlikeness, distance from where it should stand, place and new place, of every two that are alike enough."""
    sharing: dict[tuple[str, str], set[int]] = defaultdict(set)
    for there, bag in new_words.items():
        for two in pairwise(bag):
            sharing[two].add(there)
    expected = -1
    for here in range(max(words, default=-1) + 1):
        expected = matched.get(here, expected + 1)
        if here in matched:
            continue
        close = range(max(0, expected - NEAREST), min(size, expected + NEAREST + 1))
        candidates = {there for there in close if there in new_words}
        shared = sorted((sharing[two] for two in set(pairwise(words[here])) if two in sharing), key=len)[:RAREST]
        candidates.update(*(places for places in shared if len(places) <= MOST_SHARING))
        for there in candidates:
            likeness = Indel.normalized_similarity(words[here], new_words[there], score_cutoff=LEAST_ALIKE)
            if likeness >= LEAST_ALIKE:
                yield -likeness, abs(there - expected), here, there


def _pairs(
    before: Sequence[Span], after: Sequence[Span], matched: dict[int, int], old: str, new: str
) -> Iterator[Pair]:
    kept = _longest_run(sorted(matched.items()))
    origin = {there: here for here, there in matched.items()}
    gone = _gone_after(len(before), kept, matched)
    yield from (Pair(before[here], None, Fate.GONE) for here in gone[-1])
    for there, span in enumerate(after):
        here = origin.get(there)
        if here is None:
            yield Pair(None, span, Fate.NEW)
            continue
        yield Pair(before[here], span, _fate(before[here].of(old), span.of(new), stays=here in kept))
        yield from (Pair(before[left], None, Fate.GONE) for left in gone[here])


def _gone_after(size: int, kept: set[int], matched: dict[int, int]) -> dict[int, list[int]]:
    """For each sentence that kept its place, and for -1, the start, those behind it that are gone."""
    found: dict[int, list[int]] = defaultdict(list)
    last = -1
    for here in range(size):
        last = here if here in kept else last
        if here not in matched:
            found[last].append(here)
    return found


def _fate(words: str, new_words: str, *, stays: bool) -> Fate:
    if words.split() != new_words.split():
        return Fate.CHANGED
    return Fate.SAME if stays else Fate.MOVED


def _longest_run(matches: Sequence[tuple[int, int]]) -> set[int]:
    """The old places of as many matches as stand in the same order in both texts; the others moved."""
    ends: list[int] = []  # the new place at which the best run of each length ends
    tails: list[int] = []
    before: list[int] = []
    for place, (_, there) in enumerate(matches):
        length = bisect_right(ends, there)
        ends[length : length + 1] = [there]
        tails[length : length + 1] = [place]
        before.append(tails[length - 1] if length else -1)
    kept, place = set(), tails[-1] if tails else -1
    while place >= 0:
        kept.add(matches[place][0])
        place = before[place]
    return kept


def _part(text: str, span: Span, sentence: Span) -> Span:
    """The words of the span that lie on the sentence."""
    return trimmed(text, max(span.start, sentence.start), min(span.end, sentence.end))


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _same(text: str, sentence: Span, inside: Span, new_text: str, new_sentence: Span) -> Span:
    """The same characters in a sentence that differs in its white space at most."""
    if sentence.of(text) == new_sentence.of(new_text):
        return _shifted(inside, new_sentence.start - sentence.start)
    ahead = len("".join(text[sentence.start : inside.start].split()))
    size = len("".join(inside.of(text).split()))
    written = [place for place in range(new_sentence.start, new_sentence.end) if not new_text[place].isspace()]
    return Span(written[ahead], written[ahead + size - 1] + 1)


def _bag(sentence: str) -> list[str]:
    return re.findall(r"\w+", sentence.casefold())


def _occurrences(text: str, within: Span, words: str) -> list[Span]:
    """Where these words stand whole, however their white space is written: 5 does not stand in 2.5, nor in 50."""
    written = words.split()
    ahead = r"(?<!\w)(?<!\w-)(?<!\d[.,])" if written[0][0].isalnum() else ""
    behind = r"(?!\w)(?!-\w)(?![.,]\d)" if written[-1][-1].isalnum() else ""
    pattern = ahead + r"\s+".join(map(re.escape, written)) + behind
    return [Span(*found.span()) for found in re.compile(pattern).finditer(text, within.start, within.end)]
