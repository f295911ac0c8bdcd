"""What a newer draft does to the claims of the one before it: carried on, to be rechecked, or dropped.

What stays the same keeps everything that people made of it. Where a claim stood in the older draft is kept as an
anchor.
"""

from bisect import bisect_right
from collections.abc import Sequence

from django.utils import timezone

from factcheck.extraction.records import Candidate, Extraction
from factcheck.models import Anchor, Claim, Draft, Link, Passage, changing
from factcheck.models.choices import Act, Carry, JobState, Status
from factcheck.text.spans import Span

from . import rows
from .tracing import Trace, accepted_fixes, speaker, trace

BATCH = 500
# Work that rests on the old words; a claim that nobody has begun on just gets the new ones.
BEGUN = frozenset({Status.CHECKING, Status.SUBMITTED, Status.DISPUTED, Status.SETTLED})
PLACE = ["draft", "passage", "spans", "start", "end", "updated_at"]
WORDING = ["text", "machine_text", "kind", "checkworthiness", "signals", "added", "ambiguous", "status", "version"]
GOING = ["status", "assignee", "dismissal", "merged_into", "version", "updated_at"]


def carry(draft: Draft, extraction: Extraction, passages: Sequence[Passage]) -> list[Candidate]:
    """Move the claims of the older draft to this one; returns the candidates that are not among them.

    Belongs into the transaction that stores the passages. A draft that was overtaken by a newer one gets no claims.
    """
    if draft.article.drafts.filter(number__gt=draft.number, job__state=JobState.DONE).exists():
        return []
    claims = _standing(draft)
    if not claims:
        return list(extraction.candidates)
    before = Draft.objects.get(pk=claims[0].draft_id)
    for claim in claims:
        claim.draft = before
    tracing = trace(
        claims, extraction, text=before.text, version=before.extractor_version, fixes=accepted_fixes(claims)
    )
    program, reason = f"extractor {extraction.version}", f"draft {draft.number}"
    Anchor.objects.bulk_create([_anchor(one.claim) for one in tracing.traces], batch_size=BATCH)
    with changing(verb=Act.CARRY, program=program, reason=reason):
        _move([one for one in tracing.traces if one.unchanged], draft, passages)
    with changing(verb=Carry.TEXT_CHANGED, program=program, reason=reason):
        _reword([one for one in tracing.traces if one.spans and not one.unchanged], draft, passages)
    with changing(verb=Carry.PASSAGE_GONE, program=program, reason=reason):
        _drop([one.claim for one in tracing.traces if not one.spans])
    return tracing.new


def _standing(draft: Draft) -> list[Claim]:
    """The claims of the newest draft before this one that has any, locked: nobody works on them meanwhile."""
    claims = Claim.objects.filter(article=draft.article_id, draft__number__lt=draft.number)
    claims = claims.exclude(status=Status.DROPPED).select_for_update()
    return list(claims.prefetch_related("links").order_by("pk"))


def _anchor(claim: Claim) -> Anchor:
    return Anchor(
        claim=claim,
        draft=claim.draft,
        passage_id=claim.passage_id,
        text=claim.text,
        spans=claim.spans,
        start=claim.start,
        end=claim.end,
        status=claim.status,
        chain=[_said(link) for link in sorted(claim.links.all(), key=lambda link: link.depth)],
    )


def _said(link: Link) -> dict[str, str]:
    return {"who": link.who, "role": link.role, "cue": link.cue, "to": link.to}


def _move(traces: Sequence[Trace], draft: Draft, passages: Sequence[Passage]) -> None:
    """As they are. The version too: whoever has such a claim open saves it as if nothing had happened."""
    for one in traces:
        _put(one, draft, passages)
    Claim.objects.bulk_update([one.claim for one in traces], PLACE, batch_size=BATCH)
    _move_links([one for one in traces if one.links])


def _move_links(traces: Sequence[Trace]) -> None:
    for one in traces:
        for link in one.links:
            spans = iter([one.speakers[span] for span in speaker(link)])
            if link.start is not None and (who := next(spans)):
                link.start, link.end = who.start, who.end
            if link.cue_start is not None and (cue := next(spans)):
                link.cue_start, link.cue_end = cue.start, cue.end
    links = [link for one in traces for link in one.links]
    Link.objects.bulk_update(links, ["start", "end", "cue_start", "cue_end"], batch_size=BATCH)


def _reword(traces: Sequence[Trace], draft: Draft, passages: Sequence[Passage]) -> None:
    for one in traces:
        quote = one.claim.quote
        _put(one, draft, passages)
        one.claim.text = _wording(one, quote)
        if one.candidate:
            _as_the_machine_says(one.claim, one.candidate)
        if one.claim.status in BEGUN:
            one.claim.status = Status.RECHECK
        one.claim.version += 1
    Claim.objects.bulk_update([one.claim for one in traces], [*PLACE, *WORDING], batch_size=BATCH)
    kept = [one for one in traces if all(one.speakers.values())]
    _move_links(kept)
    lost = [one for one in traces if not all(one.speakers.values())]
    Link.objects.filter(claim__in=[one.claim for one in lost]).delete()
    chains = [rows.links(one.claim, one.candidate.attribution) for one in lost if one.candidate]
    Link.objects.bulk_create([link for chain in chains for link in chain], batch_size=BATCH)


def _wording(one: Trace, quote: str) -> str:
    """A claim that was worded as its quote is, still is."""
    return one.claim.quote if one.claim.text == quote else one.claim.text


def _as_the_machine_says(claim: Claim, candidate: Candidate) -> None:
    claim.text, claim.machine_text = candidate.text, ""
    for name, value in rows.reading(candidate).items():
        setattr(claim, name, value)


def _put(one: Trace, draft: Draft, passages: Sequence[Passage]) -> None:
    claim = one.claim
    claim.draft, claim.passage = draft, _passage(passages, one.spans[0])
    claim.spans = [span.pair for span in one.spans]
    claim.start, claim.end = one.spans[0].start, max(span.end for span in one.spans)
    claim.updated_at = timezone.now()


def _passage(passages: Sequence[Passage], span: Span) -> Passage:
    return passages[max(0, bisect_right(passages, span.start, key=lambda passage: passage.start) - 1)]


def _drop(claims: Sequence[Claim]) -> None:
    """They stay with the draft that had them."""
    for claim in claims:
        claim.status, claim.assignee, claim.dismissal, claim.merged_into = Status.DROPPED, None, "", None
        claim.version += 1
        claim.updated_at = timezone.now()
    Claim.objects.bulk_update(claims, GOING, batch_size=BATCH)
