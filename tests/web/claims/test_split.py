from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.panels import InAPanel
from tests.web.claims.questions import HTMX, WithWords


class TestSplit(InAPanel, WithWords):
    route = "claim-split"
    starts = Status.OPEN
    leads_to = Status.OPEN
    title = "Split</h2>"
    sends = {
        "text_1": "Unemployment fell in May",
        "words_1": "Unemployment fell\nin May",
        "text_2": "Unemployment was four per cent",
        "words_2": "four per cent",
    }
    incomplete = {"text_2": "", "words_2": ""}
    complaint = "Give the wording of the second part"

    def test_both_are_in_the_list_and_told(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).post(self.url(claim), self.body(claim), headers=HTMX).content.decode()
        assert 'id="row-3"' in page
        assert "reviewer split claim 1 into claims 1 and 3." in page

    def test_a_part_without_its_words_is_asked_for_them(
        self, claim: Claim, reviewer: User, login: making.Login
    ) -> None:
        answer = login(reviewer).post(self.url(claim), self.body(claim) | {"words_2": ""})
        assert answer.status_code == 422
        assert "Copy the words of the text that this part stands on." in answer.content.decode()

    def test_the_new_claim_says_where_it_comes_from(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        client = login(reviewer)
        client.post(self.url(claim), self.body(claim))
        part = claim.parts.get()
        page = client.get(part.get_absolute_url()).content.decode()
        assert "Split off from" in page
        assert "added by reviewer" in page
