"""Where the claims of one draft stand in the next: unchanged, in other words, or nowhere. Saves nothing."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz.distance import Indel

from factcheck.extraction.records import Candidate, Extraction
from factcheck.models import Claim, Link, Verdict
from factcheck.models.choices import Standing, Status
from factcheck.text.alignment import Alignment, Fate
from factcheck.text.spans import Span, merged

LEAST_ALIKE = 0.4  # of a claim's words, for a statement in the sentence that took its sentence's place to be the claim


class Outlook(StrEnum):
    """What a newer draft seems to do to a claim."""

    KEPT = "kept"
    AGAIN = "to look at again"
    GONE = "gone"


@dataclass(slots=True)
class Trace:
    """A claim, and what the newer draft has of it.

    `spans` are where it stands now; empty: nowhere. `candidate` is what the extraction says there instead;
    `unchanged`, that neither the claim's words nor those of its speakers have changed; `fixed`, that they are those
    which an editor accepted.
    """

    claim: Claim
    links: list[Link]
    placed: list[Span | None]
    speakers: dict[Span, Span | None]
    sentences: list[Span]
    steady: bool
    spans: tuple[Span, ...] = ()
    candidate: Candidate | None = None
    unchanged: bool = False
    fixed: bool = False


@dataclass(slots=True)
class Tracing:
    """`new` are the candidates that are no claim of the older draft."""

    traces: list[Trace] = field(default_factory=list)
    new: list[Candidate] = field(default_factory=list)


def trace(
    claims: Iterable[Claim], extraction: Extraction, *, text: str, version: str, fixes: Mapping[int, str]
) -> Tracing:
    """`text` is the older draft's, read by the extractor of this `version`; the claims' links are at hand.

    `fixes` are those that `accepted_fixes` finds.
    """
    alignment = Alignment(text, extraction.text)
    traces = [_trace(claim, alignment) for claim in claims]
    by_spans = {tuple(sorted(candidate.spans)): candidate for candidate in extraction.candidates}
    for one in traces:
        _tell_unchanged(one, by_spans, same_reader=version == extraction.version)
    left = list(_untaken(traces, extraction.candidates))
    changed = [one for one in traces if not one.unchanged]
    for one in changed:
        if place := _fixed(one, alignment, fixes.get(one.claim.pk, "")):
            one.fixed, one.spans = True, (place,)
            one.candidate = _taken_out(left, place)
    free = [one for one in changed if one.claim.added_by_id is None and not one.fixed]
    for one, candidate in list(_rewordings(free, left)):
        one.candidate, one.spans = candidate, tuple(sorted(candidate.spans))
        left.remove(candidate)
    for one in changed:
        one.spans = one.spans or _whatever_is_left(one, alignment)
        if one.claim.status == Status.DISMISSED:
            one.spans = ()  # why it was dismissed was said of the old words; the new ones are a new claim
    return Tracing(traces, left)


def accepted_fixes(claims: Iterable[Claim]) -> dict[int, str]:
    """A claim's id to the words that an editor accepted for it."""
    accepted = Verdict.objects.filter(claim__in=claims, standing=Standing.CURRENT, fix_accepted=True)
    return dict(accepted.values_list("claim", "suggested_fix"))


def foresee(claims: Iterable[Claim], alignment: Alignment, *, fixes: Mapping[int, str]) -> list[tuple[Claim, Outlook]]:
    """What can be said of the claims by the words alone, before the newer text is read; their links are at hand.

    `fixes` as for `trace`.
    """
    return [(claim, _outlook(_trace(claim, alignment), alignment, fixes.get(claim.pk, ""))) for claim in claims]


def _outlook(one: Trace, alignment: Alignment, fix: str) -> Outlook:
    placed = _in_place(one)
    if placed and one.steady and all(one.speakers.values()):
        return Outlook.KEPT
    stands = placed or one.sentences or _fixed(one, alignment, fix)
    return Outlook.AGAIN if stands and one.claim.status != Status.DISMISSED else Outlook.GONE


def _trace(claim: Claim, alignment: Alignment) -> Trace:
    spans = [Span(*span) for span in claim.spans]
    pairs = [pair for span in spans for pair in alignment.pairs_of(span)]
    links = list(claim.links.all())
    return Trace(
        claim=claim,
        links=links,
        placed=[alignment.place(span) for span in spans],
        speakers={span: alignment.place(span) for link in links for span in speaker(link)},
        sentences=[pair.new for pair in pairs if pair.new],
        steady=all(pair.fate in {Fate.SAME, Fate.MOVED} for pair in pairs),
    )


def speaker(link: Link) -> Iterator[Span]:
    """Where the words stand that name who says it, and those that say that they do."""
    if link.start is not None and link.end is not None:
        yield Span(link.start, link.end)
    if link.cue_start is not None and link.cue_end is not None:
        yield Span(link.cue_start, link.cue_end)


def _tell_unchanged(one: Trace, by_spans: dict[tuple[Span, ...], Candidate], *, same_reader: bool) -> None:
    """In a sentence that stayed, its words say so; in one that changed around them, the extraction has to agree."""
    placed = _in_place(one)
    if not placed:
        return
    one.spans, candidate = placed, by_spans.get(placed)
    reworded = candidate is not None and candidate.text != (one.claim.machine_text or one.claim.text)
    if one.steady:
        # The same words may mean another thing: the one that "it" refers to has changed, in the sentence before.
        same = not (reworded and same_reader)
    else:
        same = candidate is not None and not reworded and _same_chain(one.links, candidate)
    one.unchanged = same and all(one.speakers.values())


def _in_place(one: Trace) -> tuple[Span, ...]:
    """Where its words stand now, if all of them are found and in their order."""
    placed = tuple(span for span in one.placed if span)
    return placed if len(placed) == len(one.placed) and list(placed) == sorted(placed) else ()


def _same_chain(links: Sequence[Link], candidate: Candidate) -> bool:
    stored = [(link.who, link.cue, link.to) for link in links]
    return stored == [(link.who or "", link.cue or "", link.to or "") for link in candidate.attribution]


def _untaken(traces: Sequence[Trace], candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those that are not a carried claim found again, in these or, cut otherwise by a person, in nearly these words."""
    exact = {one.spans for one in traces if one.unchanged}
    steady = merged(span for one in traces if one.unchanged and one.steady for span in one.spans)
    for candidate in candidates:
        spans = tuple(sorted(candidate.spans))
        if spans not in exact and not any(_overlaps(steady, span) for span in spans):
            yield candidate


def _overlaps(apart: Sequence[Span], wanted: Span) -> bool:
    """Whether one of the spans, which are in order and do not touch, shares a character with the wanted one."""
    place = bisect_left(apart, Span(wanted.end, wanted.end))
    return place > 0 and apart[place - 1].touches(wanted)


def _rewordings(traces: Sequence[Trace], candidates: Sequence[Candidate]) -> Iterator[tuple[Trace, Candidate]]:
    """Claims whose sentence now says it otherwise, with what it says, the most alike first."""
    starts = sorted((min(candidate.spans).start, place) for place, candidate in enumerate(candidates))
    scored = []
    for number, one in enumerate(traces):
        if one.claim.status != Status.DISMISSED:
            scored += [(-_likeness(one, candidates[place]), number, place) for place in _beside(one, starts)]
    told: set[int] = set()
    taken: set[int] = set()
    for unlikeness, number, place in sorted(scored):
        if -unlikeness >= LEAST_ALIKE and number not in told and place not in taken:
            told.add(number)
            taken.add(place)
            yield traces[number], candidates[place]


def _beside(one: Trace, starts: Sequence[tuple[int, int]]) -> set[int]:
    """The places of the candidates in the sentences that took the place of the claim's own."""
    found = set()
    for sentence in {*one.sentences, *one.spans}:
        first, last = (bisect_left(starts, (edge, 0)) for edge in (sentence.start, sentence.end))
        found |= {place for _, place in starts[first:last]}
    return found


def _fixed(one: Trace, alignment: Alignment, words: str) -> Span | None:
    """Where the accepted words stand: in what took the place of the claim's sentence, or in one place alone."""
    first = min((sentence.start for sentence in one.sentences), default=None)
    if not words or (first is None and alignment.new.count(words) != 1):
        return None
    last = max((sentence.end for sentence in one.sentences), default=len(alignment.new)) + len(words)
    start = alignment.new.find(words, first or 0, last)
    return Span(start, start + len(words)) if start >= 0 else None


def _taken_out(candidates: list[Candidate], place: Span) -> Candidate | None:
    """Of the candidates, the one that stands most on this place."""
    found = max(candidates, key=lambda candidate: _shared(candidate, place), default=None)
    if found is None or not _shared(found, place):
        return None
    candidates.remove(found)
    return found


def _shared(candidate: Candidate, place: Span) -> int:
    """How many characters the statement stands on there."""
    return sum(max(0, min(span.end, place.end) - max(span.start, place.start)) for span in candidate.spans)


def _likeness(one: Trace, candidate: Candidate) -> float:
    if tuple(sorted(candidate.spans)) == one.spans:
        return 1.0
    return Indel.normalized_similarity(_words(one.claim.text), _words(candidate.text))


def _whatever_is_left(one: Trace, alignment: Alignment) -> tuple[Span, ...]:
    """The words that took the place of its own; of what nobody has touched since the extraction found it, nothing."""
    if one.claim.status == Status.OPEN and one.claim.added_by_id is None:
        return ()
    near = [now or alignment.near(Span(*span)) for span, now in zip(one.claim.spans, one.placed, strict=True)]
    return tuple(sorted({span for span in near if span})) if all(near) else ()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
