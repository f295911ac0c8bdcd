"""Who has judged a claim already, and what therefore speaks against this person judging or signing it.

Each answers with a sentence, or an empty string for yes, of a claim that is in the status for it.
"""

from factcheck.models import Claim, User, Verdict
from factcheck.models.choices import Standing, Status

SEALED = "The first verdict is hidden until there is a second one. Give your own verdict first."


def signing_off(user: User, claim: Claim) -> str:
    return _reading(user, claim) or _having_signed(user, claim)


def sending_back(user: User, claim: Claim) -> str:
    return _reading(user, claim)


def giving_a_second(user: User, claim: Claim) -> str:
    if _judged(user, claim):
        return "You wrote the first verdict; another reviewer gives the second."
    if claim.verdicts.filter(standing=Standing.BESIDE).exists():
        return "There are two verdicts already, and they agree."
    if _signed(user, claim):
        return "You have signed this verdict off; somebody else gives the second."
    return ""


def adjudicating(user: User, claim: Claim) -> str:
    return "You wrote one of the two verdicts; an editor who wrote neither decides." if _judged(user, claim) else ""


def citing(user: User, claim: Claim) -> str:
    """While it is checked, anybody adds evidence; after that, those whose verdict is still to come."""
    match claim.status:
        case Status.SUBMITTED if giving_a_second(user, claim):
            return "A verdict rests on the evidence that was there when it was given."
        case Status.DISPUTED if adjudicating(user, claim):
            return "Your verdict rests on the evidence that was there when you gave it."
        case _:
            return ""


def confirming(user: User, claim: Claim) -> str:
    before = claim.anchors.exclude(status=Status.RECHECK).order_by("-draft__number").first()
    verdict = claim.verdicts.filter(standing=Standing.CURRENT).first()
    if before is None or before.status != Status.SETTLED or verdict is None:
        return "This claim was not settled when its text changed. Take it and check it."
    if verdict.author_id == user.pk and claim.desk.asks_sign_offs(claim.priority):
        return "You wrote this verdict; another reviewer says whether it holds for the changed text."
    if verdict.sign_offs.filter(reviewer=user, confirms=claim.draft_id).exists():
        return "You have confirmed this verdict; the desk asks for one more reviewer."
    return ""


def _reading(user: User, claim: Claim) -> str:
    """Both signing and sending back are for somebody who has read the verdict of somebody else."""
    verdict = claim.verdicts.filter(standing=Standing.CURRENT).first()
    if verdict is None or verdict.author_id == user.pk:
        return "You wrote this verdict; another reviewer has to read it."
    return SEALED if verdict.is_sealed else ""


def _having_signed(user: User, claim: Claim) -> str:
    if not _signed(user, claim):
        return ""
    return "You have signed this verdict off; the desk asks for one more reviewer."


def _signed(user: User, claim: Claim) -> bool:
    return claim.verdicts.filter(standing=Standing.CURRENT, sign_offs__reviewer=user).exists()


def _judged(user: User, claim: Claim) -> bool:
    return Verdict.objects.filter(claim=claim, author=user).exclude(standing=Standing.SUPERSEDED).exists()
