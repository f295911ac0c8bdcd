"""Beginning a verdict with an earlier one on the same statement: its words not sent yet, its citations copied."""

from typing import Any
from uuid import uuid4

from django.db import transaction
from django.forms import model_to_dict

from factcheck.models import Citation, Claim, Unsent, User, Verdict
from factcheck.models.choices import Verb

from . import permissions, unsent
from .citations import cite
from .errors import Refused

BEGUN = "You have begun a verdict on this claim. Send it, or empty its form, before you start from another one."
GONE = "That verdict is not there any more, or not for you to see yet."


def reuse(*, claim_id: int, by: User, verdict_id: int) -> Unsent:
    """Was it said is never taken over: another article says it. Raises `Refused`; repeated, it copies nothing twice."""
    with transaction.atomic():
        claim = Claim.objects.select_related("desk", "assignee").get(pk=claim_id)
        permissions.check(by, claim, Verb.SUBMIT)
        earlier = Verdict.objects.in_sight_of(by).filter(pk=verdict_id, claim__desk=claim.desk_id)
        verdict = earlier.exclude(claim=claim).select_related("rating").first()
        if verdict is None:
            raise Refused(GONE)
        _refuse_over_words(claim, by, verdict)
        _copy(verdict, claim, by)
        words = {"rating": _rating(verdict, claim), "rationale": verdict.rationale, "reused_from": str(verdict.pk)}
        kept = unsent.keep(by=by, form=Verb.SUBMIT, about=claim, words=words, version=claim.version)
        assert kept is not None  # noqa: S101 - only a form that names its request may have done its work
        return kept


def _refuse_over_words(claim: Claim, by: User, verdict: Verdict) -> None:
    begun = unsent.of(by, claim).get(Verb.SUBMIT)
    if begun and begun.words.get("rationale", "").strip() and begun.words.get("reused_from") != str(verdict.pk):
        raise Refused(BEGUN)


def _rating(verdict: Verdict, claim: Claim) -> str:
    return str(verdict.rating_id) if verdict.rating.scale_id == claim.desk.scale_id else ""


def _copy(verdict: Verdict, claim: Claim, by: User) -> None:
    there = set(claim.citations.filter(removed_at=None).values_list("copied_from", flat=True))
    for citation in verdict.citations.exclude(pk__in=there - {None}).order_by("pk"):
        cite(claim_id=claim.pk, by=by, key=uuid4(), copied_from=citation, **_words(citation))


def _words(citation: Citation) -> dict[str, Any]:
    apart = ["id", "claim", "copied_from", "added_by", "removed_at", "attachment"]
    return model_to_dict(citation, exclude=apart) | {"attachment": citation.attachment}
