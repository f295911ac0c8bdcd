from uuid import uuid4

import pytest
from django.urls import reverse

from factcheck.models import Claim, User
from factcheck.models.choices import Status
from factcheck.workflow import comments
from tests import making
from tests.web.claims.questions import HTMX, Questions


class TestResolve(Questions):
    route = "comment-resolve"
    starts = Status.OPEN
    leads_to = Status.OPEN
    region = "comments"

    @pytest.fixture(autouse=True)
    def _commented(self, at_work: Claim, second_reviewer: User) -> None:
        self.comment = comments.comment(claim_id=at_work.pk, by=second_reviewer, key=uuid4(), body="Which table?")

    def url(self, _claim: Claim) -> str:
        return reverse(self.route, args=[self.comment.pk])

    def test_it_says_by_whom(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).post(self.url(at_work), headers=HTMX).content.decode()
        assert "resolved by reviewer" in page
