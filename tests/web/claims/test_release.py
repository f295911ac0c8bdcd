from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.questions import InSomeStatuses, OfAVersion


class TestRelease(OfAVersion, InSomeStatuses):
    route = "claim-release"
    starts = Status.CHECKING
    leads_to = Status.OPEN

    def test_a_colleague_is_told_who_has_it(self, at_work: Claim, second_reviewer: User, login: making.Login) -> None:
        answer = login(second_reviewer).post(self.url(at_work), self.body(at_work))
        assert answer.status_code == 403
        assert "reviewer is checking this claim." in answer.content.decode()

    def test_an_editor_can_too(self, at_work: Claim, editor: User, login: making.Login) -> None:
        assert login(editor).post(self.url(at_work), self.body(at_work)).status_code == 303
