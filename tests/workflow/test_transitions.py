"""The matrix of a claim's life, status × verb × role: what the table in `workflow.transitions` says is tried here."""

from typing import Any
from uuid import uuid4

import pytest

from factcheck.models import Claim, Desk, User
from factcheck.models.choices import Carry, Dismissal, Role, Said, Status, Verb
from factcheck.workflow import changes, claims, opinions, verdicts
from factcheck.workflow.errors import Refused
from factcheck.workflow.transitions import TRANSITIONS
from tests import making

PEOPLES = [verb for verb in TRANSITIONS if isinstance(verb, Verb)]

# Who does it in the matrix: the assignee releases, dismisses and submits, somebody else does what is left.
OWN = {Verb.RELEASE, Verb.DISMISS, Verb.SUBMIT}


def act(verb: Verb, claim: Claim, by: User, colleague: User) -> Any:
    common: dict[str, Any] = {"claim_id": claim.pk, "by": by, "seen": claim.version}
    match verb:
        case Verb.ASSIGN:
            return claims.assign(**common, to=colleague)
        case Verb.DISMISS:
            return claims.dismiss(**common, reason=Dismissal.TRIVIAL)
        case Verb.SUBMIT | Verb.SECOND | Verb.ADJUDICATE:
            rating = claim.desk.scale.ratings.get(code="needs-source")
            give = verdicts.submit if verb == Verb.SUBMIT else getattr(opinions, verb)
            return give(**common, key=uuid4(), rating_id=rating.pk, rationale="No.", said=Said.NOT_FOUND)
        case Verb.SEND_BACK:
            return verdicts.send_back(**common, note="Look at the second table.")
        case Verb.REOPEN:
            return verdicts.reopen(**common, reason="The office revised the figure.")
        case Verb.SIGN_OFF | Verb.CONFIRM:
            return getattr(verdicts, verb.name.lower())(**common)
        case _:
            return getattr(claims, verb.name.lower())(**common)


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.name.lower())
@pytest.mark.parametrize("status", list(Status), ids=str)
@pytest.mark.parametrize("verb", PEOPLES, ids=str)
def test_a_verb_leads_where_the_table_says_and_nowhere_else(
    verb: Verb, status: Status, role: Role, desk: Desk, claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    row = TRANSITIONS[verb]
    actor = making.member(desk, "actor", role)
    worker = actor if verb in OWN and role >= Role.REVIEWER else reviewer
    making.at(claim, status, by=worker, signer=second_reviewer)
    before = making.fresh(claim)

    if status in row.sources and row.who and role >= row.who:
        act(verb, before, actor, second_reviewer)
        after = making.fresh(claim)
        assert after.status in row.targets
        assert after.version > before.version
    else:
        with pytest.raises(Refused) as refusal:
            act(verb, before, actor, second_reviewer)
        assert str(refusal.value).endswith("."), "a refusal is a sentence"
        assert making.fresh(claim).version == before.version


def test_only_the_machine_carries_a_claim_to_a_newer_draft() -> None:
    assert [verb for verb, row in TRANSITIONS.items() if row.who is None] == list(Carry)


@pytest.mark.parametrize(
    ("act", "stays"),
    [
        (Carry.TEXT_CHANGED, {Status.OPEN, Status.DISMISSED, Status.RECHECK, Status.DROPPED}),
        (Carry.PASSAGE_GONE, {Status.DROPPED}),
    ],
)
def test_what_a_newer_draft_does_depends_on_where_the_claim_is(act: Carry, stays: set[Status]) -> None:
    assert TRANSITIONS[act].sources == set(Status) - stays


def test_no_verb_leads_elsewhere(claim: Claim, reviewer: User) -> None:
    with pytest.raises(ValueError, match="take does not lead to settled"):
        changes.move(claim, Verb.TAKE, to=Status.SETTLED, assignee=reviewer)
