"""The verbs of a suggested fix: an editor accepts or declines it."""

from django.utils import timezone

from factcheck.models import Claim, User
from factcheck.models.choices import Verb

from .changes import change, touch
from .verdicts import current


def accept_fix(*, claim_id: int, by: User, seen: int) -> Claim:
    """The text is to have these words; they get there with the next draft."""
    return _decide(claim_id, Verb.ACCEPT_FIX, by, seen, accepted=True)


def decline_fix(*, claim_id: int, by: User, seen: int) -> Claim:
    """The text keeps its words."""
    return _decide(claim_id, Verb.DECLINE_FIX, by, seen, accepted=False)


def _decide(claim_id: int, verb: Verb, by: User, seen: int, *, accepted: bool) -> Claim:
    with change(claim_id, verb, by=by, seen=seen) as claim:
        verdict = current(claim)
        verdict.fix_accepted, verdict.fix_decided_by, verdict.fix_decided_at = accepted, by, timezone.now()
        verdict.save(update_fields=["fix_accepted", "fix_decided_by", "fix_decided_at"])
        touch(claim)
        return claim
