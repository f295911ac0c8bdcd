from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.panels import InAPanel
from tests.web.claims.questions import HTMX


class TestPrioritise(InAPanel):
    route = "claim-prioritise"
    starts = Status.OPEN
    leads_to = Status.OPEN
    actor = "editor"
    too_little = "reviewer"
    sentence = "Only editors of this desk can do this."
    title = "Set priority</h2>"
    sends = {"priority": "3"}

    def test_the_card_says_so(self, claim: Claim, editor: User, login: making.Login) -> None:
        page = login(editor).post(self.url(claim), self.body(claim), headers=HTMX).content.decode()
        assert "<strong>high priority</strong>" in page

    def test_a_priority_is_one_of_the_list(self, claim: Claim, editor: User, login: making.Login) -> None:
        assert login(editor).post(self.url(claim), self.body(claim) | {"priority": "9"}).status_code == 422
