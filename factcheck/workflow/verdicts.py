"""The verbs around a verdict: submit, sign off, send back, reopen, confirm."""

from typing import Any, Required, TypedDict, Unpack
from uuid import UUID

from factcheck.models import Claim, Rating, SignOff, User, Verdict
from factcheck.models.choices import Notice, Said, Standing, Status, Verb
from factcheck.text.cleaning import clean

from . import notices
from .changes import change, move, once, stored_before
from .claims import reviewers
from .errors import Invalid


class Answers(TypedDict, total=False):
    """What a person says of a claim."""

    rating_id: Required[int | None]
    rationale: Required[str]
    said: str
    suggested_fix: str
    reused_from_id: int | None


@once
def submit(*, claim_id: int, by: User, seen: int, key: UUID, **answers: Unpack[Answers]) -> Verdict:
    """Store the person's verdict on the claim, resting on the citations that stand under it now.

    `key` names the request: repeated, it returns the verdict that it stored before. Raises `Invalid` with a sentence
    for each missing answer, `Stale` and `Refused`.
    """
    if earlier := stored_before(Verdict.objects, key, claim_id=claim_id, author_id=by.pk):
        return earlier
    with change(claim_id, Verb.SUBMIT, by=by, seen=seen) as claim:
        verdict = give(claim, answers, author=by, key=key, blind=claim.desk.asks_blind(claim.priority))
        alone = claim.desk.asks_sign_offs(claim.priority) == 0
        move(claim, Verb.SUBMIT, to=Status.SETTLED if alone else Status.SUBMITTED, assignee=by)
        return verdict


def give(claim: Claim, answers: Answers, *, standing: Standing = Standing.CURRENT, **fields: Any) -> Verdict:
    """Store a verdict with what stands under the claim now; one that counts from now on supersedes those before it."""
    said = answers.get("said", "")
    rating = claim.desk.scale.ratings.filter(pk=answers["rating_id"] or 0).first()
    citations = list(claim.citations.filter(removed_at=None))
    missing = _missing(claim, rating, said, answers["rationale"], cited=bool(citations))
    if missing or rating is None:
        raise Invalid(missing)
    if standing == Standing.CURRENT:
        claim.verdicts.exclude(standing=Standing.SUPERSEDED).update(standing=Standing.SUPERSEDED)
    verdict = Verdict.objects.create(
        claim=claim,
        draft_id=claim.draft_id,
        rating=rating,
        said=said if claim.links.exists() else "",
        rationale=answers["rationale"].strip(),
        suggested_fix=clean(answers.get("suggested_fix", "")),
        reused_from=_began_with(claim, answers.get("reused_from_id")),
        standing=standing,
        **fields,
    )
    verdict.citations.set(citations)
    return verdict


def _began_with(claim: Claim, verdict_id: int | None) -> Verdict | None:
    """The earlier check, where it is one of the desk's."""
    return Verdict.objects.filter(pk=verdict_id or 0, claim__desk=claim.desk_id).exclude(claim=claim).first()


def _missing(claim: Claim, rating: Rating | None, said: str, rationale: str, *, cited: bool) -> dict[str, str]:
    missing = {}
    if rating is None:
        missing["rating"] = "Choose an answer to “Is it so?”."
    elif rating.needs_citation and not cited:
        missing["rating"] = f"“{rating.label}” needs evidence: add at least one citation."
    if claim.links.exists() and said not in Said.values:
        missing["said"] = "Choose an answer to “Was it said?”: the article attributes this claim."
    if not rationale.strip():
        missing["rationale"] = "Say why: what did you find, and where?"
    return missing


def sign_off(*, claim_id: int, by: User, seen: int) -> Claim:
    """Another reviewer puts their name under the verdict; with as many as the desk asks for, the claim is settled."""
    with change(claim_id, Verb.SIGN_OFF, by=by, seen=seen) as claim:
        verdict = current(claim)
        return sign(claim, verdict, Verb.SIGN_OFF, by=by)


def sign(claim: Claim, verdict: Verdict, verb: Verb, *, by: User) -> Claim:
    """Settled with as many signatures as the desk asks for; until then it waits for the next."""
    SignOff.objects.create(verdict=verdict, author_id=verdict.author_id, reviewer=by)
    enough = verdict.sign_offs.count() >= claim.desk.asks_sign_offs(claim.priority)
    return move(claim, verb, to=Status.SETTLED if enough else Status.SUBMITTED, assignee=claim.assignee)


def send_back(*, claim_id: int, by: User, seen: int, note: str) -> Claim:
    """Another reviewer returns the verdict to its author or, where that person has left, takes the claim over.

    Raises `Invalid` without a note that says why.
    """
    if not note.strip():
        raise Invalid({"note": "Say what has to be looked at again."})
    with change(claim_id, Verb.SEND_BACK, by=by, seen=seen, reason=note.strip()) as claim:
        assignee = _author_or(by, claim)
        notices.tell(Notice.SENT_BACK, claim, assignee, by=by, words=note.strip())
        return move(claim, Verb.SEND_BACK, assignee=assignee, note=note.strip())


def reopen(*, claim_id: int, by: User, seen: int, reason: str) -> Claim:
    """An editor has a settled claim checked again, by its author or, where that person has left, by the editor."""
    if not reason.strip():
        raise Invalid({"reason": "Say why this claim is reopened."})
    with change(claim_id, Verb.REOPEN, by=by, seen=seen, reason=reason.strip()) as claim:
        return move(claim, Verb.REOPEN, assignee=_author_or(by, claim), note=reason.strip())


def confirm(*, claim_id: int, by: User, seen: int) -> Claim:
    """What was settled before the text changed holds for the new words too.

    As many people other than the verdict's author say so as the desk asks to sign; where it asks nobody, one does.
    """
    with change(claim_id, Verb.CONFIRM, by=by, seen=seen) as claim:
        verdict = current(claim)
        if by.pk != verdict.author_id:
            SignOff.objects.create(
                verdict=verdict, author_id=verdict.author_id, reviewer=by, confirms_id=claim.draft_id
            )
        given = verdict.sign_offs.filter(confirms=claim.draft_id).count()
        enough = given >= claim.desk.asks_sign_offs(claim.priority)
        return move(claim, Verb.CONFIRM, to=Status.SETTLED if enough else Status.RECHECK, assignee=claim.assignee)


def _author_or(other: User, claim: Claim) -> User:
    """Whose the verdict that counts is, as long as they can check a claim of the desk."""
    author = current(claim).author
    return author if reviewers(claim.desk_id).filter(pk=author.pk).exists() else other


def current(claim: Claim) -> Verdict:
    """The verdict that counts. Raises `Verdict.DoesNotExist` before the first one."""
    return claim.verdicts.select_related("author", "rating").get(standing=Standing.CURRENT)
