"""Who sees a verdict that was given blind, and from when on."""

from collections.abc import Callable

import pytest

from factcheck.models import Claim, Desk, User, Verdict
from factcheck.models.choices import Carry, Priority, Status
from factcheck.workflow import claims
from tests import making

Sees = Callable[[User | None], list[str]]


@pytest.fixture
def blind(desk: Desk) -> Desk:
    desk.blind_from = Priority.LOW
    desk.save(update_fields=["blind_from"])
    return desk


@pytest.fixture
def submitted(blind: Desk, claim: Claim, reviewer: User) -> Claim:
    return making.at(claim, Status.SUBMITTED, by=reviewer)


@pytest.fixture
def sees(claim: Claim) -> Sees:
    """The ratings that a person sees of the claim; None: those in a file that travels."""

    def ratings(user: User | None) -> list[str]:
        return sorted(Verdict.objects.filter(claim=claim).in_sight_of(user).values_list("rating__code", flat=True))

    return ratings


def test_until_a_second_is_in_only_its_author_sees_a_blind_verdict(
    submitted: Claim, sees: Sees, reviewer: User, second_reviewer: User, editor: User, desk_admin: User
) -> None:
    assert sees(reviewer) == ["confirmed"]
    assert [sees(somebody) for somebody in (second_reviewer, editor, desk_admin, None)] == [[]] * 4


def test_from_then_on_everybody_sees_both(submitted: Claim, sees: Sees, second_reviewer: User, editor: User) -> None:
    making.second(submitted, second_reviewer, rating="wrong")
    assert sees(editor) == sees(None) == ["confirmed", "wrong"]


def test_without_the_rule_it_is_seen_at_once(claim: Claim, sees: Sees, reviewer: User, editor: User) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    assert sees(editor) == sees(None) == ["confirmed"]


def test_a_rule_that_is_lifted_does_not_open_what_was_given_under_it(
    submitted: Claim, sees: Sees, editor: User
) -> None:
    Desk.objects.update(blind_from=None)
    assert sees(editor) == []


def test_a_text_that_changes_does_not_open_it(
    submitted: Claim, sees: Sees, reviewer: User, second_reviewer: User, editor: User
) -> None:
    making.carry(submitted, Carry.TEXT_CHANGED)
    assert sees(editor) == []
    claims.take(claim_id=submitted.pk, by=second_reviewer, seen=making.fresh(submitted).version)
    making.submit(submitted, second_reviewer, rating="wrong")
    assert (sees(editor), sees(reviewer), sees(second_reviewer)) == ([], ["confirmed"], ["wrong"])
    making.second(submitted, editor, rating="wrong")
    assert sees(None) == ["confirmed", "wrong", "wrong"]


def test_what_was_open_before_stays_open(
    submitted: Claim, sees: Sees, reviewer: User, second_reviewer: User, editor: User
) -> None:
    making.second(submitted, second_reviewer)
    making.reopen(submitted, editor)
    making.submit(submitted, reviewer, rating="wrong")
    assert sees(editor) == ["confirmed", "confirmed"]


def test_what_is_hidden_is_joined_and_not_asked_of_each_row(claim: Claim, reviewer: User) -> None:
    assert "SubPlan" not in Verdict.objects.in_sight_of(None).explain()
    assert "SubPlan" not in Verdict.objects.in_sight_of(reviewer).explain()
