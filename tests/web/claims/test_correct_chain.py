from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.panels import InAPanel
from tests.web.claims.questions import HTMX


class TestCorrectChain(InAPanel):
    route = "claim-correct-chain"
    starts = Status.OPEN
    leads_to = Status.OPEN
    title = "Correct who says so</h2>"
    sends = {"who_1": "the minister", "cue_1": "said", "order_1": "2", "who_2": "the statistics office", "order_2": "1"}

    def test_the_rows_begin_with_the_chain_as_it_is(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).get(self.url(claim)).content.decode()
        assert 'name="who_1" value="the minister"' in page
        assert 'name="who_3"' in page, "and room for two more"

    def test_the_order_is_the_persons(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        login(reviewer).post(self.url(claim), self.body(claim))
        assert list(claim.links.order_by("depth").values_list("who", flat=True)) == [
            "the statistics office",
            "the minister",
        ]

    def test_emptied_rows_are_taken_away(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).post(self.url(claim), {"seen": claim.version, "who_1": " "}, headers=HTMX)
        assert "The article itself says so." in page.content.decode()
