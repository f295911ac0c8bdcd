from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.panels import InAPanel
from tests.web.claims.questions import HTMX


class TestChangeKind(InAPanel):
    route = "claim-change-kind"
    starts = Status.OPEN
    leads_to = Status.OPEN
    title = "Change kind</h2>"
    sends = {"kind": "causal"}

    def test_the_card_says_so(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).post(self.url(claim), self.body(claim), headers=HTMX).content.decode()
        assert "Cause · check-worthiness" in page

    def test_a_kind_is_one_of_the_list(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        assert login(reviewer).post(self.url(claim), self.body(claim) | {"kind": "poem"}).status_code == 422
