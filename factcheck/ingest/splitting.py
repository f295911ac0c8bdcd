"""A draft's passages and claims: worked out under a lease, and written with "done" in one transaction."""

import logging
from collections.abc import Sequence
from functools import partial

from django.db import transaction
from django.db.models import Max
from django.db.models.functions import Now

from factcheck.extraction.records import Candidate, Extraction
from factcheck.models import Article, Claim, Draft, Job, Link, Passage, changing
from factcheck.models.choices import Act, JobState

from . import leases, reading, rows
from .carrying import carry

BATCH = 1000

log = logging.getLogger(__name__)


def split(draft_id: int) -> bool:
    """Split the draft into passages and claims, if its job is free to take; whether this call did it.

    Safe to repeat, and to be killed at any moment: all is written at once or nothing is, and only by whoever holds the
    newest lease.
    """
    lease = leases.take(draft_id)
    if lease is None:
        return False
    draft = Draft.objects.select_related("article").get(pk=draft_id)
    try:
        extraction = reading.read(draft.text, tick=partial(_tick, lease))
        _write(lease, draft, extraction)
    except reading.Unreadable as failure:
        leases.give_back(lease, str(failure))
        log.warning("draft %s, try %s: %s", draft_id, lease.attempt, failure)
        return False
    except leases.LeaseLost:
        log.warning("draft %s, try %s: somebody else has it now", draft_id, lease.attempt)
        return False
    log.info("draft %s, try %s: %s claims", draft_id, lease.attempt, len(extraction.candidates))
    return True


def _tick(lease: leases.Lease, done: int, total: int, found: int) -> None:
    leases.renew(lease, done=done, total=total, found=found)


def _write(lease: leases.Lease, draft: Draft, extraction: Extraction) -> None:
    extracting = partial(changing, verb=Act.EXTRACT, program=f"extractor {extraction.version}")
    with transaction.atomic():
        leases.hold(lease)
        Article.objects.select_for_update(no_key=True).get(pk=draft.article_id)  # one of its drafts at a time
        with extracting():
            passages = draft.passages.bulk_create(rows.passages(draft, extraction), batch_size=BATCH)
        new = carry(draft, extraction, passages)
        with extracting():
            _store(draft, new, passages)
            Draft.objects.filter(pk=draft.pk).update(extractor_version=extraction.version, remark=extraction.note)
            _finish(draft, sentences=sum(passage.is_prose for passage in passages), found=len(extraction.candidates))


def _store(draft: Draft, candidates: Sequence[Candidate], passages: Sequence[Passage]) -> None:
    highest = Claim.objects.filter(article=draft.article_id).aggregate(highest=Max("number"))["highest"] or 0
    found = rows.claims(draft, candidates, passages, first=highest + 1)
    Claim.objects.bulk_create([claim for claim, _ in found], batch_size=BATCH)
    Link.objects.bulk_create([link for claim, chain in found for link in rows.links(claim, chain)], batch_size=BATCH)


def _finish(draft: Draft, *, sentences: int, found: int) -> None:
    Job.objects.filter(draft=draft).update(
        state=JobState.DONE,
        leased_until=None,
        finished_at=Now(),
        error="",
        sentences_done=sentences,
        sentences_total=sentences,
        claims_found=found,
    )
