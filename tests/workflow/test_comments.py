"""Conversation on a claim."""

from uuid import uuid4

import pytest

from factcheck.models import Claim, User
from factcheck.workflow import comments
from factcheck.workflow.errors import Invalid, Refused
from tests import making


def test_a_comment_says_something_once(claim: Claim, reviewer: User) -> None:
    key = uuid4()
    with pytest.raises(Invalid):
        comments.comment(claim_id=claim.pk, by=reviewer, key=key, body=" ")
    first = comments.comment(claim_id=claim.pk, by=reviewer, key=key, body="Which table?")
    assert comments.comment(claim_id=claim.pk, by=reviewer, key=key, body="Which table?") == first


def test_commenting_leaves_the_page_of_who_is_checking_alone(claim: Claim, reviewer: User) -> None:
    comments.comment(claim_id=claim.pk, by=reviewer, key=uuid4(), body="Which table?")
    assert making.fresh(claim).version == claim.version


def test_a_comment_is_resolved_by_whoever_was_first(claim: Claim, reviewer: User, second_reviewer: User) -> None:
    row = comments.comment(claim_id=claim.pk, by=reviewer, key=uuid4(), body="Which table?")
    comments.resolve(comment_id=row.pk, by=second_reviewer)
    assert comments.resolve(comment_id=row.pk, by=reviewer).resolved_by == second_reviewer


def test_readers_read(claim: Claim, reader: User) -> None:
    with pytest.raises(Refused, match="Only reviewers and editors"):
        comments.comment(claim_id=claim.pk, by=reader, key=uuid4(), body="Hello.")
