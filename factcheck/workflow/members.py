"""The verbs of membership: who is on a desk, and in which role. A desk is never left without an admin."""

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from factcheck.models import Claim, Clearance, Membership, User, changing
from factcheck.models.choices import DeskAct, Role, Status, Verb

from . import claims
from .administering import administering
from .changes import touch
from .errors import Invalid, Refused

LAST_ADMIN = "A desk needs an admin. Make somebody else one first."
GONE = "This person is not on the desk any more."


def add_member(*, desk_id: int, by: User, username: str, role: int) -> Membership:
    """Raises `Invalid` where nobody is called so, or is on the desk already."""
    user = User.objects.filter(username=username.strip(), is_active=True).first()
    if user is None:
        raise Invalid({"username": "No account has this user name. The site administrator makes accounts."})
    with administering(desk_id, DeskAct.ADD_MEMBER, by=by, reason=f"{user}: {_role(role).label}") as desk:
        if desk.memberships.filter(user=user).exists():
            raise Invalid({"username": f"{user} is on this desk already."})
        return Membership.objects.create(desk=desk, user=user, role=role)


@transaction.atomic
def change_role(*, membership_id: int, by: User, role: int, hand_back: bool = False) -> Membership:
    """Who can no longer check hands the claims back that they hold: only if `hand_back` says that this is known."""
    member = _member(membership_id)
    if _role(role) < Role.REVIEWER and (held := claims_of(member).count()):
        if not hand_back:
            raise Invalid({"hand_back": _warning(member, held)})
        _hand_back(member, by=by)
    reason = f"{member.user}: {_role(role).label}"
    with administering(member.desk_id, DeskAct.CHANGE_ROLE, by=by, reason=reason):
        if role < Role.ADMIN:
            _not_the_last_admin(member)
        member.role = role
        member.save(update_fields=["role"])
        return member


@transaction.atomic
def remove_member(*, membership_id: int, by: User) -> int:
    """The claims that the person holds return to the desk; how many. What they wrote stays, under their name."""
    member = _member(membership_id)
    held = _hand_back(member, by=by)
    with administering(member.desk_id, DeskAct.REMOVE_MEMBER, by=by, reason=str(member.user)):
        _not_the_last_admin(member)
        member.delete()
        return held


def claims_of(member: Membership) -> QuerySet[Claim]:
    """What the person holds on the desk; a cleared article stands still."""
    cleared = Clearance.objects.filter(article=OuterRef("article"), withdrawn_at=None)
    held = Claim.objects.filter(
        ~Exists(cleared), desk=member.desk_id, assignee=member.user_id, status__in=[Status.CHECKING, Status.RECHECK]
    )
    return held.order_by("pk")


def _hand_back(member: Membership, *, by: User) -> int:
    """Each claim with a line in its own history. Whether `by` may is asked by the verb, in the same transaction."""
    held = list(claims_of(member).select_for_update(of=("self",)))
    for claim in held:
        if claim.status == Status.CHECKING:
            claims.release(claim_id=claim.pk, by=by, seen=claim.version)
        else:
            with changing(verb=Verb.RELEASE, by=by):
                claim.assignee = None
                touch(claim, "assignee")
    return len(held)


def _member(membership_id: int) -> Membership:
    member = Membership.objects.select_related("user").filter(pk=membership_id).first()
    if member is None:
        raise Refused(GONE)
    return member


def _role(role: int) -> Role:
    if role not in Role.values:
        raise Invalid({"role": "Choose a role from the list."})
    return Role(role)


def _not_the_last_admin(member: Membership) -> None:
    admins = Membership.objects.filter(desk=member.desk_id, role=Role.ADMIN, user__is_active=True)
    if member.role == Role.ADMIN and not admins.exclude(pk=member.pk).exists():
        raise Refused(LAST_ADMIN)


def _warning(member: Membership, held: int) -> str:
    claims_held = "1 claim" if held == 1 else f"{held} claims"
    return f"{member.user} holds {claims_held}, which a reader cannot check. Press again, and they return to the desk."
