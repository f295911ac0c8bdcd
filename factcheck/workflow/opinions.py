"""The verbs of a second opinion: a second verdict beside the first, and an editor's between the two."""

from typing import Unpack
from uuid import UUID

from factcheck.models import User, Verdict
from factcheck.models.choices import Notice, Opinion, Standing, Status, Verb

from . import notices
from .changes import change, move, once, stored_before
from .verdicts import Answers, current, give, sign


@once
def second(*, claim_id: int, by: User, seen: int, key: UUID, **answers: Unpack[Answers]) -> Verdict:
    """Another reviewer's verdict beside the first: one that agrees is a signature under it, one that differs a dispute.

    `key` names the request: repeated, it returns what it stored before. Raises `Invalid`, `Stale` and `Refused`.
    """
    if earlier := stored_before(Verdict.objects, key, claim_id=claim_id, author_id=by.pk):
        return earlier
    with change(claim_id, Verb.SECOND, by=by, seen=seen) as claim:
        first = current(claim)
        given = give(
            claim,
            answers,
            author=by,
            key=key,
            opinion=Opinion.SECOND,
            beside=first,
            blind=first.blind,
            standing=Standing.BESIDE,
        )
        if agree(first, given):
            sign(claim, first, Verb.SECOND, by=by)
        else:
            notices.tell(Notice.DISPUTED, claim, first.author, by=by)
            move(claim, Verb.SECOND, to=Status.DISPUTED, assignee=claim.assignee)
        return given


@once
def adjudicate(*, claim_id: int, by: User, seen: int, key: UUID, **answers: Unpack[Answers]) -> Verdict:
    """An editor who wrote neither of two verdicts gives the one that counts; both stay readable.

    `key` names the request: repeated, it returns what it stored before. Raises `Invalid`, `Stale` and `Refused`.
    """
    if earlier := stored_before(Verdict.objects, key, claim_id=claim_id, author_id=by.pk):
        return earlier
    with change(claim_id, Verb.ADJUDICATE, by=by, seen=seen) as claim:
        final = give(claim, answers, author=by, key=key, opinion=Opinion.FINAL)
        move(claim, Verb.ADJUDICATE, assignee=by)
        return final


def agree(first: Verdict, second: Verdict) -> bool:
    """The same answers to both questions. Codes are compared: the scale may have a new version since the first."""
    return (first.rating.code, first.said) == (second.rating.code, second.said)


def compared(first: Verdict, second: Verdict) -> str:
    """In what two verdicts agree and differ, as a sentence."""
    if agree(first, second):
        return f"Both verdicts say “{first.rating.label}”."
    differences = []
    if first.rating.code != second.rating.code:
        differences.append(f"whether it is so: “{first.rating.label}” or “{second.rating.label}”")
    if first.said != second.said:
        differences.append(f"whether it was said: “{first.get_said_display()}” or “{second.get_said_display()}”")
    return f"The two verdicts differ on {', and on '.join(differences)}."
