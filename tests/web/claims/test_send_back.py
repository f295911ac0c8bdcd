from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.questions import InSomeStatuses, OfAVersion, WithWords


class TestSendBack(OfAVersion, InSomeStatuses, WithWords):
    route = "claim-send-back"
    starts = Status.SUBMITTED
    leads_to = Status.CHECKING
    actor = "second_reviewer"
    sends = {"note": "Look at the second table"}
    incomplete = {"note": "  "}
    complaint = "Say what has to be looked at again."

    def test_its_author_finds_the_note_and_the_earlier_answers(
        self, at_work: Claim, reviewer: User, second_reviewer: User, login: making.Login
    ) -> None:
        login(second_reviewer).post(self.url(at_work), self.body(at_work))
        page = login(reviewer).get(making.fresh(at_work).get_absolute_url()).content.decode()
        assert "“Look at the second table”" in page
        assert "Earlier verdicts" in page
        assert "The office&#x27;s table says the same.</textarea>" in page
