"""Taking, assigning, releasing, dismissing and restoring."""

import pytest

from factcheck.models import Claim, User
from factcheck.models.choices import Dismissal, Status
from factcheck.workflow import claims
from factcheck.workflow.errors import Invalid, Refused, Stale
from tests import making


def test_taking_makes_it_mine(claim: Claim, reviewer: User) -> None:
    claims.take(claim_id=claim.pk, by=reviewer, seen=claim.version)
    assert making.fresh(claim).assignee == reviewer


def test_a_page_that_shows_an_older_version_is_told_so(claim: Claim, reviewer: User, second_reviewer: User) -> None:
    claims.take(claim_id=claim.pk, by=reviewer, seen=claim.version)
    with pytest.raises(Stale) as told:
        claims.take(claim_id=claim.pk, by=second_reviewer, seen=claim.version)
    assert told.value.claim.assignee == reviewer


def test_a_claim_goes_only_to_a_reviewer_of_its_desk(claim: Claim, editor: User, reader: User, stranger: User) -> None:
    for nobody in (reader, stranger):
        with pytest.raises(Invalid, match="is not a reviewer of this desk"):
            claims.assign(claim_id=claim.pk, by=editor, seen=claim.version, to=nobody)


def test_only_who_has_it_or_an_editor_releases_it(
    claim: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    taken = making.at(claim, Status.CHECKING, by=reviewer)
    with pytest.raises(Refused, match="reviewer is checking this claim"):
        claims.release(claim_id=claim.pk, by=second_reviewer, seen=taken.version)
    claims.release(claim_id=claim.pk, by=editor, seen=taken.version)
    assert making.fresh(claim).status == Status.OPEN


def test_a_claim_is_not_dismissed_from_under_a_colleague(
    claim: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    taken = making.at(claim, Status.CHECKING, by=reviewer)
    with pytest.raises(Refused, match="reviewer is checking this claim"):
        claims.dismiss(claim_id=claim.pk, by=second_reviewer, seen=taken.version, reason=Dismissal.TRIVIAL)
    claims.dismiss(claim_id=claim.pk, by=editor, seen=taken.version, reason=Dismissal.TRIVIAL)
    assert making.fresh(claim).status == Status.DISMISSED


def test_nobody_who_was_switched_off_is_given_a_claim(claim: Claim, reviewer: User, editor: User) -> None:
    User.objects.filter(pk=reviewer.pk).update(is_active=False)
    with pytest.raises(Invalid, match="is not a reviewer of this desk"):
        claims.assign(claim_id=claim.pk, by=editor, seen=claim.version, to=reviewer)


def test_dismissing_takes_a_reason_from_the_list_and_another_reason_in_words(claim: Claim, reviewer: User) -> None:
    with pytest.raises(Invalid, match="reason from the list"):
        claims.dismiss(claim_id=claim.pk, by=reviewer, seen=claim.version, reason="boring")
    with pytest.raises(Invalid, match="in a few words"):
        claims.dismiss(claim_id=claim.pk, by=reviewer, seen=claim.version, reason=Dismissal.OTHER)
    claims.dismiss(
        claim_id=claim.pk, by=reviewer, seen=claim.version, reason=Dismissal.OTHER, note="Cut from the piece."
    )
    assert (making.fresh(claim).dismissal, making.fresh(claim).note) == (Dismissal.OTHER, "Cut from the piece.")


def test_a_restored_claim_is_open_and_carries_no_reason(claim: Claim, reviewer: User) -> None:
    dismissed = making.at(claim, Status.DISMISSED, by=reviewer)
    claims.restore(claim_id=claim.pk, by=reviewer, seen=dismissed.version)
    assert (making.fresh(claim).status, making.fresh(claim).dismissal) == (Status.OPEN, "")
