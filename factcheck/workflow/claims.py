"""The verbs of a claim's life before and beside its verdict."""

from django.db.models import QuerySet

from factcheck.models import Claim, Membership, User
from factcheck.models.choices import Dismissal, Notice, Role, Verb

from . import notices
from .changes import change, move
from .errors import Invalid

# What a person dismisses a claim for; merging dismisses too, and says into what.
DISMISSALS = [choice for choice in Dismissal if choice != Dismissal.MERGED]


def take(*, claim_id: int, by: User, seen: int) -> Claim:
    """The person starts to check it."""
    with change(claim_id, Verb.TAKE, by=by, seen=seen) as claim:
        return move(claim, Verb.TAKE, assignee=by)


def assign(*, claim_id: int, by: User, seen: int, to: User) -> Claim:
    """An editor gives it to a reviewer of the desk. Raises `Invalid` where that person is none."""
    with change(claim_id, Verb.ASSIGN, by=by, seen=seen, reason=f"to {to}") as claim:
        if not reviewers(claim.desk_id).filter(pk=to.pk).exists():
            raise Invalid({"to": f"{to} is not a reviewer of this desk."})
        notices.tell(Notice.ASSIGNED, claim, to, by=by)
        return move(claim, Verb.ASSIGN, assignee=to, note=claim.note)


def release(*, claim_id: int, by: User, seen: int) -> Claim:
    """Whoever has it gives it back, or an editor does."""
    with change(claim_id, Verb.RELEASE, by=by, seen=seen) as claim:
        return move(claim, Verb.RELEASE, assignee=None)


def dismiss(*, claim_id: int, by: User, seen: int, reason: str, note: str = "") -> Claim:
    """It is not going to be checked, for a reason from the list. Raises `Invalid` where the reason needs words."""
    if reason not in DISMISSALS:
        raise Invalid({"reason": "Choose a reason from the list."})
    if reason == Dismissal.OTHER and not note.strip():
        raise Invalid({"note": "Say in a few words why this claim is dismissed."})
    why = ": ".join(filter(None, [Dismissal(reason).label, note.strip()]))
    with change(claim_id, Verb.DISMISS, by=by, seen=seen, reason=why) as claim:
        return move(claim, Verb.DISMISS, assignee=None, note=note.strip(), dismissal=reason)


def restore(*, claim_id: int, by: User, seen: int) -> Claim:
    """A dismissed claim is to be checked after all."""
    with change(claim_id, Verb.RESTORE, by=by, seen=seen) as claim:
        return move(claim, Verb.RESTORE, assignee=None)


def reviewers(desk_id: int) -> QuerySet[User]:
    """Those who can be given a claim of the desk, by name."""
    members = Membership.objects.filter(desk=desk_id, role__gte=Role.REVIEWER)
    return User.objects.filter(pk__in=members.values("user"), is_active=True).order_by("username")
