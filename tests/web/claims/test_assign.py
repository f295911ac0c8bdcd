from typing import Any

import pytest

from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.questions import InSomeStatuses, OfAVersion, WithWords


class TestAssign(OfAVersion, InSomeStatuses, WithWords):
    route = "claim-assign"
    starts = Status.OPEN
    leads_to = Status.CHECKING
    actor = "editor"
    too_little = "reviewer"
    sentence = "Only editors of this desk can do this."
    incomplete = {"to": ""}
    complaint = "Choose a reviewer."

    @pytest.fixture(autouse=True)
    def _colleague(self, second_reviewer: User) -> None:
        self.colleague = second_reviewer

    def body(self, claim: Claim) -> dict[str, Any]:
        return super().body(claim) | {"to": self.colleague.pk}

    def test_it_names_who_has_it_now(self, claim: Claim, editor: User, login: making.Login) -> None:
        page = login(editor).post(self.url(claim), self.body(claim), follow=True).content.decode()
        assert "Claim 1 is assigned to second-reviewer." in page
        assert making.fresh(claim).assignee == self.colleague

    @pytest.mark.parametrize("who", ["reader", "stranger"])
    def test_only_reviewers_of_the_desk_can_be_given_a_claim(
        self, who: str, claim: Claim, editor: User, request: pytest.FixtureRequest, login: making.Login
    ) -> None:
        body = self.body(claim) | {"to": self.named(request, who).pk}
        assert login(editor).post(self.url(claim), body).status_code == 422
        assert making.fresh(claim).assignee is None
