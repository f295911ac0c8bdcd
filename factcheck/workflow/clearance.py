"""How far an article is from publication: its state, its blockers, and the proof that every line was read."""

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.models import Claim, Job, Passage, Verdict
from factcheck.models.choices import ArticleState, JobState, Said, Status

UNSAID = frozenset({Said.MISATTRIBUTED, Said.NOT_FOUND})
DONE = frozenset({Status.SETTLED, Status.DISMISSED, Status.DROPPED})


@dataclass(frozen=True, slots=True)
class Blocker:
    """One claim that stands between the article and its publication, and why."""

    claim: Claim
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How many sentences are read: each either states why it carries no claim, or has all of its claims done."""

    read: int
    total: int


def state(job: Job, blockers: int) -> ArticleState:
    if job.state == JobState.FAILED:
        return ArticleState.FAILED
    if job.state != JobState.DONE:
        return ArticleState.PROCESSING
    return ArticleState.IN_REVIEW if blockers else ArticleState.READY


def blockers(claims: Iterable[Claim], verdicts: dict[int, Verdict]) -> list[Blocker]:
    """`verdicts` maps a claim's id to its current verdict, with the rating at hand."""
    return [Blocker(claim, why) for claim in claims if (why := _why(claim, verdicts.get(claim.pk)))]


def _why(claim: Claim, verdict: Verdict | None) -> str:
    if claim.status not in DONE:
        return Status(claim.status).label
    if claim.status != Status.SETTLED or verdict is None:
        return ""
    if verdict.said in UNSAID:
        return Said(verdict.said).label
    return verdict.rating.label if verdict.rating.blocks_clearance else ""


def reading(passages: Iterable[Passage], claims: Iterable[Claim]) -> Reading:
    claims = list(claims)
    waiting = {claim.passage_id for claim in claims if claim.status not in DONE}
    answered = {claim.passage_id for claim in claims} - waiting
    sentences = [passage for passage in passages if passage.is_prose]
    read = [row for row in sentences if row.pk in answered or (row.reason and row.pk not in waiting)]
    return Reading(len(read), len(sentences))
