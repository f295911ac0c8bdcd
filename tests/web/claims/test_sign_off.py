from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.questions import InSomeStatuses, OfAVersion


class TestSignOff(OfAVersion, InSomeStatuses):
    route = "claim-sign-off"
    starts = Status.SUBMITTED
    leads_to = Status.SETTLED
    actor = "second_reviewer"

    def test_nobody_signs_their_own(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        answer = login(reviewer).post(self.url(at_work), self.body(at_work))
        assert answer.status_code == 403
        assert "You wrote this verdict; another reviewer has to read it." in answer.content.decode()

    def test_the_rating_counts_now(self, at_work: Claim, second_reviewer: User, login: making.Login) -> None:
        page = login(second_reviewer).post(self.url(at_work), self.body(at_work), follow=True).content.decode()
        assert "signed off by second-reviewer" in page
        assert "tone-good" in page
