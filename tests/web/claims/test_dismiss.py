from factcheck.models import Claim, User
from factcheck.models.choices import Dismissal, Status
from tests import making
from tests.web.claims.questions import InSomeStatuses, OfAVersion, WithWords


class TestDismiss(OfAVersion, InSomeStatuses, WithWords):
    route = "claim-dismiss"
    starts = Status.OPEN
    leads_to = Status.DISMISSED
    sends = {"reason": Dismissal.DUPLICATE, "note": "Claim 2 says the same"}
    incomplete = {"reason": ""}
    complaint = "Choose a reason from the list."

    def test_another_reason_wants_words(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        body = self.body(claim) | {"reason": Dismissal.OTHER, "note": " "}
        answer = login(reviewer).post(self.url(claim), body)
        assert answer.status_code == 422
        assert "Say in a few words why this claim is dismissed." in answer.content.decode()

    def test_the_card_says_why(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).post(self.url(claim), self.body(claim), follow=True).content.decode()
        assert "Already covered by another claim: Claim 2 says the same" in page
