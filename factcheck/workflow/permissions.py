"""May this person? For each verb yes, or the sentence why not; buttons are drawn from it, refusals made of it."""

from collections.abc import Callable

from factcheck.models import Claim, User
from factcheck.models.choices import Role, Status, Verb

from . import clearance, fixes, judging, policies
from .errors import Refused
from .transitions import role_needed

PEOPLE = {
    Role.REVIEWER: "reviewers and editors",
    Role.EDITOR: "editors",
    Role.ADMIN: "desk admins",
}


def allowed(user: User, claim: Claim) -> dict[str, str]:
    """For each verb, named as in code (`sign_off`), an empty string for yes or the sentence why not."""
    return {verb.name.lower(): refusal(user, claim, verb) for verb in Verb}


def check(user: User, claim: Claim, verb: Verb) -> None:
    """Raise `Refused` with the sentence where the verb is not allowed."""
    if sentence := refusal(user, claim, verb):
        raise Refused(sentence)


def refusal(user: User, claim: Claim, verb: Verb) -> str:
    return (
        role_refusal(user, claim, verb)
        or policies.refusal(claim, verb)
        or PERSONAL.get(verb, _no_objection)(user, claim)
    )


def role_refusal(user: User, claim: Claim, verb: Verb) -> str:
    """Refused whatever the claim's state and whatever is sent."""
    return lacking(user, claim.desk_id, role_needed(verb))


def lacking(user: User, desk_id: int, needed: Role, what: str = "do this") -> str:
    """Who can do `what` on the desk, as a sentence; an empty string for whoever is one of them."""
    return "" if has_role(user, desk_id, needed) else f"Only {PEOPLE[needed]} of this desk can {what}."


def has_role(user: User, desk_id: int, needed: Role) -> bool:
    role = user.role_on(desk_id)
    return role is not None and role >= needed


def _no_objection(_user: User, _claim: Claim) -> str:
    return ""


def _assignee(user: User, claim: Claim) -> str:
    return "" if claim.assignee_id == user.pk else f"{claim.assignee} is checking this claim."


def _assignee_or_editor(user: User, claim: Claim) -> str:
    return "" if has_role(user, claim.desk_id, Role.EDITOR) else _assignee(user, claim)


def _not_from_under_a_colleague(user: User, claim: Claim) -> str:
    return _assignee_or_editor(user, claim) if claim.status == Status.CHECKING else ""


PERSONAL: dict[Verb, Callable[[User, Claim], str]] = {
    Verb.RELEASE: _assignee_or_editor,
    Verb.DISMISS: _not_from_under_a_colleague,
    **dict.fromkeys(
        [Verb.EDIT, Verb.SPLIT, Verb.MERGE, Verb.CHANGE_KIND, Verb.CORRECT_CHAIN], _not_from_under_a_colleague
    ),
    Verb.SUBMIT: _assignee,
    Verb.CITE: judging.citing,
    Verb.UNCITE: judging.citing,
    Verb.SIGN_OFF: judging.signing_off,
    Verb.SEND_BACK: judging.sending_back,
    Verb.SECOND: judging.giving_a_second,
    Verb.ADJUDICATE: judging.adjudicating,
    Verb.CONFIRM: judging.confirming,
    Verb.ACCEPT_FIX: fixes.deciding,
    Verb.DECLINE_FIX: fixes.deciding,
    Verb.WAIVE: clearance.waiving,
}
