from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.questions import HTMX, InSomeStatuses, OfAVersion


class TestTake(OfAVersion, InSomeStatuses):
    route = "claim-take"
    starts = Status.OPEN
    leads_to = Status.CHECKING

    def test_whoever_takes_it_can_assess_it(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        answer = login(reviewer).post(self.url(claim), self.body(claim), headers=HTMX)
        page = answer.content.decode()
        assert "Your verdict" in page
        assert "You are checking claim 1." in page
        assert making.fresh(claim).assignee == reviewer

    def test_the_second_of_two_sees_who_was_faster(
        self, claim: Claim, reviewer: User, second_reviewer: User, login: making.Login
    ) -> None:
        login(reviewer).post(self.url(claim), self.body(claim))
        answer = login(second_reviewer).post(self.url(claim), self.body(claim))
        assert answer.status_code == 409
        assert "reviewer took the claim." in answer.content.decode()
        assert making.fresh(claim).assignee == reviewer
