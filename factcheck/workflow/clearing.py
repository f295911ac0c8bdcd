"""The verbs of an article's clearance: waive a blocker, clear, reopen, correct."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from factcheck.models import Article, Claim, Clearance, Correction, User, Waiver, changing
from factcheck.models.choices import Act, Role, Verb

from .changes import change, once, stored_before
from .clearance import Blocker, blocking, clearance_of, stand
from .errors import Invalid, Refused
from .permissions import lacking


class Blocked(Refused):
    """The article cannot be cleared; `blockers` stand in the way."""

    def __init__(self, blockers: list[Blocker]) -> None:
        count = f"{len(blockers)} blockers stand" if len(blockers) > 1 else "One blocker stands"
        super().__init__(f"{count} between this article and its publication.")
        self.blockers = blockers


@once
def waive(*, claim_id: int, by: User, seen: int, key: UUID, reason: str) -> Waiver:
    """An editor publishes in spite of what the claim blocks for, and says why. It holds until the claim changes.

    `key` names the request: repeated, it returns the waiver that it stored before. Raises `Invalid` without a reason,
    `Stale` and `Refused`.
    """
    if earlier := stored_before(Waiver.objects, key, claim_id=claim_id, by_id=by.pk):
        return earlier
    if not reason.strip():
        raise Invalid({"reason": "Say why this is published all the same."})
    with change(claim_id, Verb.WAIVE, by=by, seen=seen, reason=reason.strip()) as claim:
        return Waiver.objects.create(
            claim=claim, blocker=blocking(claim), version=claim.version, reason=reason.strip(), by=by, key=key
        )


def clear(*, article_id: int, by: User, seen: int) -> Clearance:
    """An editor passes the article for publication, in the draft with the number `seen`; done twice, it is done once.

    Raises `Blocked` with what stands in the way, and `Refused`.
    """
    with transaction.atomic(), changing(verb=Act.CLEAR, by=by):
        article = _locked(article_id, by)
        if earlier := clearance_of(article):
            if (earlier.by_id, earlier.draft.number) == (by.pk, seen):
                return earlier
            raise Refused(f"{earlier.by} has cleared this article already.")
        standing = stand(article)
        if standing.draft.number != seen:
            raise Refused(f"Draft {standing.draft.number} has come meanwhile. Read it first.")
        if standing.blockers:
            raise Blocked(standing.blockers)
        return Clearance.objects.create(article=article, draft=standing.draft, by=by)


def reopen(*, article_id: int, by: User, seen: int, reason: str) -> Clearance:
    """An editor takes the clearance with the id `seen` back, and says why; what stands under it can change again.

    Done twice, it is done once. Raises `Invalid` without a reason, and `Refused`.
    """
    if not reason.strip():
        raise Invalid({"reason": "Say why this article is reopened."})
    with transaction.atomic(), changing(verb=Act.REOPEN_ARTICLE, by=by, reason=reason.strip()):
        clearance = _locked(article_id, by).clearances.select_related("withdrawn_by").filter(pk=seen).first()
        if clearance is None:
            raise Refused("This article is not cleared.")
        if clearance.withdrawn_by:
            if (clearance.withdrawn_by, clearance.reason) == (by, reason.strip()):
                return clearance
            raise Refused(f"{clearance.withdrawn_by} has reopened this article already.")
        clearance.withdrawn_at, clearance.withdrawn_by, clearance.reason = timezone.now(), by, reason.strip()
        clearance.save(update_fields=["withdrawn_at", "withdrawn_by", "reason"])
        return clearance


@once
def correct(
    *, article_id: int, by: User, key: UUID, what: str, why: str, claim_number: int | None = None
) -> Correction:
    """An editor notes what was put right after the article had been cleared.

    `key` names the request: repeated, it returns the correction that it stored before. Raises `Invalid`, `Refused`.
    """
    if earlier := stored_before(Correction.objects, key, article_id=article_id, by_id=by.pk):
        return earlier
    with transaction.atomic(), changing(verb=Act.CORRECT, by=by):
        article = _locked(article_id, by)
        if not article.clearances.exists():
            raise Refused("This article has never been cleared: change its text instead.")
        claim = article.claims.filter(number=claim_number).first() if claim_number else None
        if missing := _missing(what, why, claim, claim_number):
            raise Invalid(missing)
        return Correction.objects.create(
            article=article, claim=claim, what=what.strip(), why=why.strip(), by=by, key=key
        )


def _missing(what: str, why: str, claim: Claim | None, number: int | None) -> dict[str, str]:
    missing = {}
    if not what.strip():
        missing["what"] = "Say what was changed."
    if not why.strip():
        missing["why"] = "Say what was wrong."
    if number and claim is None:
        missing["claim_number"] = f"There is no claim {number} in this article."
    return missing


def _locked(article_id: int, by: User) -> Article:
    """Nothing under it changes until the transaction ends: every change of a claim locks its article too."""
    article = Article.objects.select_for_update().get(pk=article_id)
    if sentence := lacking(by, article.desk_id, Role.EDITOR):
        raise Refused(sentence)
    return article
