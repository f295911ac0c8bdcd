"""The proof of an older draft: its claims as they stood when a newer one took them over, to be read alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from factcheck.models import SIGNATURES, Anchor, Article, Claim, Draft, Verdict
from factcheck.models.choices import Opinion, Status

from .proof import Proof, Row, lanes_of


@dataclass(frozen=True)
class OlderRow(Row):
    """`quote` are the words it stood on, `chain` who said so; `went_on`: it is a claim of a newer draft too."""

    quote: str
    chain: list[dict[str, str]]
    went_on: bool


def read(article: Article, draft: Draft) -> Proof:
    """In a fixed number of queries."""
    anchors = list(draft.anchors.select_related("claim"))
    went_on = {anchor.claim_id: anchor.claim.draft_id != draft.pk for anchor in anchors}
    chains = {anchor.claim_id: anchor.chain or [] for anchor in anchors}
    claims = [_as_it_stood(anchor) for anchor in anchors]
    # One that somebody added here while the newer draft was being read.
    claims += draft.claims.exclude(pk__in=went_on).exclude(status=Status.DROPPED)
    verdicts, lane_of = _verdicts(draft, claims), lanes_of(claims)
    rows: list[Row] = [
        OlderRow(
            claim,
            verdicts.get(claim.pk),
            lane_of[claim.pk],
            f"{reverse('article-detail', args=[article.pk])}?draft={draft.number}&claim={claim.number}",
            " … ".join(draft.text[start:end] for start, end in claim.spans),
            chains.get(claim.pk, []),
            went_on.get(claim.pk, False),
        )
        for claim in sorted(claims, key=lambda claim: claim.number)
    ]
    return Proof(article, draft, list(draft.passages.order_by("index")), rows)


def _as_it_stood(anchor: Anchor) -> Claim:
    claim = anchor.claim
    claim.draft_id, claim.passage_id, claim.assignee_id = anchor.draft_id, anchor.passage_id, None
    claim.text, claim.spans, claim.start, claim.end = anchor.text, anchor.spans, anchor.start, anchor.end
    claim.status = anchor.status
    return claim


def _verdicts(draft: Draft, claims: Iterable[Claim]) -> dict[int, Verdict]:
    """What counted then: the last that was given on this draft or one before it, and was no second opinion."""
    given = Verdict.objects.filter(claim__in=claims, draft__number__lte=draft.number).exclude(opinion=Opinion.SECOND)
    given = given.in_sight_of(None).select_related("rating", "author").prefetch_related(SIGNATURES)
    return {verdict.claim_id: verdict for verdict in given.order_by("pk")}
