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
