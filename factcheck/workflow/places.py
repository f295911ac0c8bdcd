"""On which words of its draft a claim stands."""

from collections.abc import Sequence

from factcheck.models import Claim, Passage
from factcheck.text.spans import Span, merged, trimmed

from .errors import Invalid

MOST_STRETCHES = 20


def stand(claim: Claim, spans: Sequence[Span]) -> Claim:
    """Put it on these stretches, cut where a passage ends; not saved. Raises `Invalid` where no words are left."""
    draft = claim.draft
    passages = draft.passages.filter(
        start__lt=max((span.end for span in spans), default=0), end__gt=min((span.start for span in spans), default=0)
    )
    cut = [(passage, part) for passage in passages.order_by("index") for part in _cut(draft.text, passage, spans)]
    if not cut or len(cut) > MOST_STRETCHES:
        raise Invalid({"words": f"Name the words in the text: at least one stretch, at most {MOST_STRETCHES}."})
    claim.passage = cut[0][0]
    claim.spans = [[part.start, part.end] for _, part in cut]
    claim.start, claim.end = claim.spans[0][0], claim.spans[-1][1]
    return claim


def _cut(text: str, passage: Passage, spans: Sequence[Span]) -> list[Span]:
    """What of the stretches lies in the passage, without white space at the edges."""
    inside = [(max(span.start, passage.start), min(span.end, passage.end)) for span in merged(spans)]
    parts = [trimmed(text, start, end) for start, end in inside if start < end]
    return [part for part in parts if part.start < part.end]
