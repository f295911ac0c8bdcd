"""Evidence: put under a claim while it is checked, taken away without a trace lost."""

from uuid import uuid4

import pytest

from factcheck.models import Claim, User
from factcheck.models.choices import Status
from factcheck.workflow import citations
from factcheck.workflow.errors import Refused
from tests import making


def test_a_colleague_may_add_evidence_without_making_the_page_of_the_assignee_stale(
    claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    taken = making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, second_reviewer)
    assert making.fresh(claim).version == taken.version


def test_a_request_sent_twice_stores_one_citation(claim: Claim, reviewer: User) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    key = uuid4()
    assert making.cite(claim, reviewer, key=key) == making.cite(claim, reviewer, key=key)


def test_an_open_claim_is_taken_before_it_is_cited(claim: Claim, reviewer: User) -> None:
    with pytest.raises(Refused, match="Take it first"):
        making.cite(claim, reviewer)


def test_a_removed_citation_stays_under_the_verdict_that_rested_on_it(
    claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    source = making.cite(claim, reviewer)
    earlier = making.submit(claim, reviewer)
    making.send_back(claim, second_reviewer)
    citations.uncite(citation_id=source.pk, by=reviewer)
    making.cite(claim, reviewer, title="Labour market, June")
    later = making.submit(claim, reviewer)
    assert [row.title for row in earlier.citations.all()] == ["Labour market, May"]
    assert [row.title for row in later.citations.all()] == ["Labour market, June"]


def test_a_third_person_does_not_remove_evidence_and_an_editor_may(
    claim: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    source = making.cite(claim, reviewer)
    with pytest.raises(Refused, match="reviewer added this citation"):
        citations.uncite(citation_id=source.pk, by=second_reviewer)
    assert citations.uncite(citation_id=source.pk, by=editor).removed_at


def test_whoever_judges_second_gathers_evidence_too_and_takes_none_of_the_firsts(
    claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    [first] = claim.citations.all()
    own = making.cite(claim, second_reviewer, title="Labour market, June")
    with pytest.raises(Refused, match="reviewer added this citation, and a verdict is in"):
        citations.uncite(citation_id=first.pk, by=second_reviewer)
    assert citations.uncite(citation_id=own.pk, by=second_reviewer).removed_at


def test_under_a_verdict_that_is_given_its_author_puts_no_more_evidence(
    claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    with pytest.raises(Refused, match="rests on the evidence that was there"):
        making.cite(claim, reviewer)
    making.second(claim, second_reviewer, rating="wrong")
    for author in (reviewer, second_reviewer):
        with pytest.raises(Refused, match="Your verdict rests on the evidence"):
            making.cite(claim, author)


def test_an_editor_who_decides_between_two_verdicts_cites_too(
    claim: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    disputed = making.at(claim, Status.DISPUTED, by=reviewer, signer=second_reviewer)
    own = making.cite(disputed, editor, title="Labour market, June")
    assert own in making.adjudicate(disputed, editor).citations.all()
