"""Submitting, signing off, sending back and reopening."""

from collections.abc import Callable
from functools import partial
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection

from factcheck.models import Claim, Desk, SignOff, User, Verdict
from factcheck.models.choices import Role, Said, Standing, Status
from factcheck.workflow import verdicts
from factcheck.workflow.errors import Invalid, Refused, Stale
from tests import making


def rating(claim: Claim, code: str) -> int:
    return claim.desk.scale.ratings.get(code=code).pk


def run_together(*acts: Callable[[], None]) -> None:
    threads = [Thread(target=act) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)


def test_a_verdict_rests_on_the_citations_that_stand_when_it_is_submitted(claim: Claim, reviewer: User) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    kept = making.cite(claim, reviewer)
    verdict = making.submit(claim, reviewer)
    assert list(verdict.citations.all()) == [kept]


@pytest.mark.parametrize(
    ("field", "answers"),
    [
        ("rating", {"rating_id": None}),
        ("rating", {"rating_id": 0}),
        ("said", {"said": ""}),
        ("said", {"said": "perhaps"}),
        ("rationale", {"rationale": "  "}),
    ],
)
def test_each_missing_answer_is_named(field: str, answers: dict[str, object], claim: Claim, reviewer: User) -> None:
    taken = making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer)
    complete = {"rating_id": rating(claim, "confirmed"), "rationale": "The table says so.", "said": Said.FAIR}
    with pytest.raises(Invalid) as missing:
        verdicts.submit(claim_id=claim.pk, by=reviewer, seen=taken.version, key=uuid4(), **(complete | answers))  # type: ignore[arg-type]
    assert list(missing.value.fields) == [field]
    assert not claim.verdicts.exists()


def test_a_rating_that_needs_evidence_asks_for_a_citation(claim: Claim, reviewer: User) -> None:
    taken = making.at(claim, Status.CHECKING, by=reviewer)
    with pytest.raises(Invalid, match="“Wrong” needs evidence"):
        verdicts.submit(
            claim_id=claim.pk,
            by=reviewer,
            seen=taken.version,
            key=uuid4(),
            rating_id=rating(claim, "wrong"),
            rationale="No.",
            said=Said.FAIR,
        )


def test_a_rating_of_another_desks_scale_is_no_answer(claim: Claim, other_desk: Desk, reviewer: User) -> None:
    taken = making.at(claim, Status.CHECKING, by=reviewer)
    foreign = making.scale("Elsewhere").ratings.create(
        code="so", label="So", meaning="So.", tone="good", mark="✓", order=1, needs_citation=False
    )
    with pytest.raises(Invalid, match="Is it so"):
        verdicts.submit(
            claim_id=claim.pk,
            by=reviewer,
            seen=taken.version,
            key=uuid4(),
            rating_id=foreign.pk,
            rationale="So.",
            said=Said.FAIR,
        )


def test_was_it_said_is_not_asked_of_what_the_article_says_itself(claim: Claim, reviewer: User) -> None:
    plain = claim.article.claims.get(number=2)
    making.at(plain, Status.CHECKING, by=reviewer)
    assert making.submit(plain, reviewer, said=Said.EXACT).said == ""


def test_a_request_sent_twice_stores_one_verdict(claim: Claim, reviewer: User) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    key = uuid4()
    assert making.submit(claim, reviewer, key=key) == making.submit(claim, reviewer, key=key)
    assert claim.verdicts.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_request_sent_twice_at_once_stores_one_verdict_and_both_are_told_of_it(claim: Claim, reviewer: User) -> None:
    taken = making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer)
    answers = {"rating_id": rating(claim, "confirmed"), "rationale": "The table says so.", "said": Said.FAIR}
    key, stored, together = uuid4(), [], Barrier(2)

    def send() -> None:
        together.wait(timeout=10)
        try:
            stored.append(
                verdicts.submit(claim_id=claim.pk, by=reviewer, seen=taken.version, key=key, **answers)  # type: ignore[arg-type]
            )
        finally:
            connection.close()

    run_together(send, send)
    assert stored == [Verdict.objects.get()] * 2


def test_a_key_that_was_used_for_something_else_is_refused(claim: Claim, reviewer: User, second_reviewer: User) -> None:
    key = making.at(claim, Status.SUBMITTED, by=reviewer).verdicts.get().key
    plain = making.at(claim.article.claims.get(number=2), Status.CHECKING, by=second_reviewer)
    with pytest.raises(Refused, match="for something else"):
        making.submit(plain, second_reviewer, key=key)


def test_a_changed_mind_is_a_new_verdict_and_the_old_one_stays(
    claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    submitted = making.at(claim, Status.SUBMITTED, by=reviewer)
    verdicts.send_back(claim_id=claim.pk, by=second_reviewer, seen=submitted.version, note="Which month?")
    making.submit(claim, reviewer, rating="wrong")
    standings = dict(claim.verdicts.values_list("rating__code", "standing"))
    assert standings == {"confirmed": Standing.SUPERSEDED, "wrong": Standing.CURRENT}


@pytest.mark.parametrize("asked", [0, 1, 2])
def test_the_desk_says_how_many_others_sign_before_a_claim_is_settled(
    asked: int, claim: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    Desk.objects.update(sign_offs=asked)
    making.at(claim, Status.SUBMITTED, by=reviewer)
    signers = [second_reviewer, editor]
    for signer in signers[:asked]:
        assert making.fresh(claim).status == Status.SUBMITTED
        verdicts.sign_off(claim_id=claim.pk, by=signer, seen=making.fresh(claim).version)
    assert making.fresh(claim).status == Status.SETTLED
    assert SignOff.objects.count() == asked


def test_nobody_signs_off_their_own_verdict(claim: Claim, reviewer: User) -> None:
    submitted = making.at(claim, Status.SUBMITTED, by=reviewer)
    with pytest.raises(Refused, match="another reviewer has to read it"):
        verdicts.sign_off(claim_id=claim.pk, by=reviewer, seen=submitted.version)


def test_nobody_signs_twice(claim: Claim, reviewer: User, second_reviewer: User) -> None:
    Desk.objects.update(sign_offs=2)
    submitted = making.at(claim, Status.SUBMITTED, by=reviewer)
    signed = verdicts.sign_off(claim_id=claim.pk, by=second_reviewer, seen=submitted.version)
    with pytest.raises(Refused, match="one more reviewer"):
        verdicts.sign_off(claim_id=claim.pk, by=second_reviewer, seen=signed.version)


def test_what_is_sent_back_returns_to_its_author_with_the_note(
    claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    submitted = making.at(claim, Status.SUBMITTED, by=reviewer)
    verdicts.send_back(claim_id=claim.pk, by=second_reviewer, seen=submitted.version, note="Which month?")
    back = making.fresh(claim)
    assert (back.status, back.assignee, back.note) == (Status.CHECKING, reviewer, "Which month?")


def test_sending_back_and_reopening_ask_for_the_reason(
    claim: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    submitted = making.at(claim, Status.SUBMITTED, by=reviewer)
    with pytest.raises(Invalid, match="looked at again"):
        verdicts.send_back(claim_id=claim.pk, by=second_reviewer, seen=submitted.version, note=" ")
    settled = verdicts.sign_off(claim_id=claim.pk, by=second_reviewer, seen=submitted.version)
    with pytest.raises(Invalid, match="why this claim is reopened"):
        verdicts.reopen(claim_id=claim.pk, by=editor, seen=settled.version, reason="")


def test_a_claim_whose_author_has_left_is_reopened_to_the_editor(
    claim: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    settled = making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    reviewer.memberships.update(role=Role.READER)
    verdicts.reopen(claim_id=claim.pk, by=editor, seen=settled.version, reason="New figures.")
    assert making.fresh(claim).assignee == editor


def test_what_is_sent_back_to_somebody_who_has_left_is_taken_over(
    claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    reviewer.memberships.all().delete()
    making.send_back(claim, second_reviewer)
    assert making.fresh(claim).assignee == second_reviewer


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_one_wins_and_the_other_is_told(
    claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    submitted = making.at(claim, Status.SUBMITTED, by=reviewer)
    outcomes: list[str] = []
    together = Barrier(2)

    def save(note: str) -> None:
        together.wait(timeout=10)
        try:
            verdicts.send_back(claim_id=claim.pk, by=second_reviewer, seen=submitted.version, note=note)
            outcomes.append("won")
        except Stale as told:
            outcomes.append(f"told of version {told.claim.version}")
        finally:
            connection.close()

    run_together(partial(save, "first"), partial(save, "second"))
    assert sorted(outcomes) == [f"told of version {submitted.version + 1}", "won"]
    assert Verdict.objects.filter(claim=claim, standing=Standing.CURRENT).count() == 1
