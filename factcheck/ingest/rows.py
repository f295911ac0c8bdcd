"""What the extraction says, as rows of the store. Makes rows and saves none."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from factcheck.extraction import records
from factcheck.models import Claim, Draft, Link, Passage
from factcheck.text.paragraphs import paragraphs

Chain = Sequence[records.Link]


def passages(draft: Draft, extraction: records.Extraction) -> list[Passage]:
    """The draft's passages in reading order, numbered from 0."""
    starts = [paragraph.start for paragraph in paragraphs(draft.text)]
    reported = defaultdict(list)
    for said in extraction.reported:
        reported[said.passage].append([link.as_json() for link in said.attribution])
    return [
        Passage(
            draft=draft,
            index=index,
            paragraph=max(1, bisect_right(starts, passage.span.start)),
            start=passage.span.start,
            end=passage.span.end,
            kind=passage.kind,
            reason=passage.reason or "",
            reported=reported[index],
        )
        for index, passage in enumerate(extraction.passages)
    ]


def claims(
    draft: Draft, candidates: Sequence[records.Candidate], of: Sequence[Passage], *, first: int
) -> list[tuple[Claim, Chain]]:
    """The claims in reading order, numbered from `first`, each with its chain of attribution.

    Their priority stays normal: that word is the editors'; within it, check-worthiness orders the queue.
    """
    in_order = sorted(candidates, key=_place)
    return [
        (_claim(draft, candidate, of[candidate.passage], number), candidate.attribution)
        for number, candidate in enumerate(in_order, first)
    ]


def _place(candidate: records.Candidate) -> tuple[int, int]:
    return min(span.start for span in candidate.spans), max(span.end for span in candidate.spans)


def _claim(draft: Draft, candidate: records.Candidate, passage: Passage, number: int) -> Claim:
    start, end = _place(candidate)
    return Claim(
        desk_id=draft.article.desk_id,
        article_id=draft.article_id,
        draft=draft,
        passage=passage,
        number=number,
        text=candidate.text,
        spans=[span.pair for span in sorted(candidate.spans)],
        start=start,
        end=end,
        **reading(candidate),
    )


def reading(candidate: records.Candidate) -> dict[str, Any]:
    """What the extraction says of the statement, beside its words: field of `Claim` to value."""
    return {
        "kind": candidate.kind,
        "checkworthiness": candidate.checkworthiness,
        "signals": [signal.as_json() for signal in candidate.signals],
        "added": [words[:300] for words in candidate.added],
        "ambiguous": candidate.ambiguous,
    }


def links(claim: Claim, chain: Chain) -> list[Link]:
    """The chain of a stored claim, innermost first."""
    return [
        Link(
            claim=claim,
            depth=depth,
            who=link.who or "",
            start=link.span.start if link.span else None,
            end=link.span.end if link.span else None,
            role=link.role or "",
            cue=link.cue or "",
            cue_start=link.cue_span.start if link.cue_span else None,
            cue_end=link.cue_span.end if link.cue_span else None,
            to=link.to or "",
        )
        for depth, link in enumerate(chain)
    ]
