"""Who may split a draft: the job's lease, its fencing token, its bounded tries, and the round that finds lost ones.

The database's clock is the only one, so that machines need not agree about the time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models.functions import Now

from factcheck.extraction.version import EXTRACTOR_VERSION
from factcheck.models import Draft, Job, User, changing
from factcheck.models.choices import Act, JobState

MOST_TRIES = 3
MOST_A_ROUND = 100
FRESH_SECONDS = 5  # whoever stored a job is about to send its message
PROGRAM = f"extractor {EXTRACTOR_VERSION}"
SWEEPER = "sweeper"
LOST = (
    f"The worker stopped {MOST_TRIES} times while it was splitting this article, and could not say why. "
    "The text is kept: try again, and tell the site administrator if it happens again."
)

TAKE = """
    UPDATE factcheck_job
    SET state = 'running', attempts = attempts + 1, token = token + 1, error = '',
        leased_until = statement_timestamp() + make_interval(secs => %(lease)s),
        sentences_done = 0, sentences_total = 0, claims_found = 0
    WHERE draft_id = %(draft)s AND attempts < %(tries)s
      AND (state = 'queued' OR state = 'running' AND leased_until < statement_timestamp())
    RETURNING token, attempts
"""
RENEW = """
    UPDATE factcheck_job
    SET leased_until = statement_timestamp() + make_interval(secs => %(lease)s),
        sentences_done = %(done)s, sentences_total = %(total)s, claims_found = %(found)s
    WHERE draft_id = %(draft)s AND token = %(token)s AND state = 'running'
"""
LATE = """
    (state = 'queued' AND coalesce(published_at + make_interval(secs => %(queued)s),
                                   created_at + make_interval(secs => %(fresh)s)) < statement_timestamp()
     OR state = 'running' AND leased_until < statement_timestamp())
"""
# As a subquery of the UPDATE the rows might be chosen anew for each row that is joined, past the limit.
SWEEP = """
    WITH late AS MATERIALIZED (
        SELECT id FROM factcheck_job
        WHERE state IN ('queued', 'running') AND attempts {tries} %(tries)s AND {late}
        ORDER BY published_at NULLS FIRST LIMIT %(most)s FOR UPDATE SKIP LOCKED
    )
    UPDATE factcheck_job AS job SET {change}
    FROM late
    WHERE job.id = late.id
    RETURNING job.draft_id
"""
GIVE_UP = SWEEP.format(
    tries=">=",
    late=LATE,
    change="state = 'failed', leased_until = NULL, finished_at = statement_timestamp(),"
    " error = coalesce(nullif(error, ''), %(lost)s)",
)
REPUBLISH = SWEEP.format(
    tries="<",
    late=LATE,
    change="state = 'queued', leased_until = NULL, published_at = statement_timestamp()",
)


class LeaseLost(Exception):
    """Somebody else has the job now; whatever was worked out is not to be written."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to split one draft, for as long as no later lease was given: `token` is the fencing token."""

    draft_id: int
    token: int
    attempt: int


def take(draft_id: int) -> Lease | None:
    """The job, if it waits or its worker is gone; None where somebody has it, it is finished, or it is no more."""
    with changing(verb=Act.EXTRACT, program=PROGRAM):
        row = _one(TAKE, {"draft": draft_id, "tries": MOST_TRIES, "lease": settings.SPLIT_LEASE_SECONDS})
    return Lease(draft_id, *row) if row else None


def renew(lease: Lease, *, done: int, total: int, found: int) -> None:
    """Keep the job, and say how far it is. Raises LeaseLost."""
    values = {"done": done, "total": total, "found": found, "lease": settings.SPLIT_LEASE_SECONDS}
    with connection.cursor() as cursor:
        cursor.execute(RENEW, {**values, "draft": lease.draft_id, "token": lease.token})
        if cursor.rowcount == 0:
            raise LeaseLost


def hold(lease: Lease) -> None:
    """Lock the job's row until the transaction ends, so that nobody takes it meanwhile. Raises LeaseLost."""
    held = Job.objects.select_for_update().filter(draft=lease.draft_id, token=lease.token, state=JobState.RUNNING)
    if not held.values_list("pk").first():
        raise LeaseLost


def give_back(lease: Lease, why: str) -> None:
    """This try failed, for a reason that is a sentence for the editor: wait for the next one, or give up."""
    last = lease.attempt >= MOST_TRIES
    with transaction.atomic(), changing(verb=Act.FAIL, program=PROGRAM, reason=why):
        Job.objects.filter(draft=lease.draft_id, token=lease.token, state=JobState.RUNNING).update(
            state=JobState.FAILED if last else JobState.QUEUED,
            finished_at=Now() if last else None,
            leased_until=None,
            published_at=None,  # so that the next round sends it again
            error=why,
        )


def retry(*, article_id: int, by: User) -> Draft:
    """An editor has the newest draft split again after it failed; where it did not fail, nothing changes.

    Returns the draft, for the message to be sent. Raises Draft.DoesNotExist.
    """
    with transaction.atomic(), changing(verb=Act.RETRY, by=by):
        draft = Draft.objects.filter(article=article_id).latest("number")
        Job.objects.filter(draft=draft, state=JobState.FAILED).update(
            state=JobState.QUEUED, attempts=0, published_at=None, finished_at=None, error=""
        )
    return draft


def sweep() -> list[int]:
    """The drafts whose message is to be sent again, at most 100 a round: their message or their worker is lost.

    A job that is out of tries becomes failed instead. No draft is named twice within SPLIT_QUEUED_SECONDS.
    """
    limits = {
        "queued": settings.SPLIT_QUEUED_SECONDS,
        "fresh": FRESH_SECONDS,
        "tries": MOST_TRIES,
        "most": MOST_A_ROUND,
        "lost": LOST,
    }
    with changing(verb=Act.FAIL, program=SWEEPER, reason=LOST):
        _all(GIVE_UP, limits)
    with changing(verb=Act.RETRY, program=SWEEPER):
        return [draft_id for (draft_id,) in _all(REPUBLISH, limits)]


def sent(draft_id: int) -> None:
    """A message for it is on its way: the next round leaves it alone."""
    Job.objects.filter(draft=draft_id, state=JobState.QUEUED).update(published_at=Now())


def unsent(draft_ids: Sequence[int]) -> None:
    """Their messages did not go out: the next round sends them."""
    Job.objects.filter(draft__in=draft_ids, state=JobState.QUEUED).update(published_at=None)


def _one(sql: str, values: dict[str, Any]) -> tuple[Any, ...] | None:
    rows = _all(sql, values)
    return rows[0] if rows else None


def _all(sql: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
