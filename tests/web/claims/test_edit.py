from factcheck.models import Claim, Desk, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.panels import InAPanel
from tests.web.claims.questions import HTMX, WithWords


class TestEdit(InAPanel, WithWords):
    route = "claim-edit"
    starts = Status.OPEN
    leads_to = Status.OPEN
    title = "Edit</h2>"
    sends = {"text": "Unemployment fell in May", "words": "Unemployment fell\nin May"}
    incomplete = {"text": ""}
    complaint = "Say in one sentence what is claimed."

    def test_the_form_begins_with_what_stands(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).get(self.url(claim)).content.decode()
        assert page.count("Unemployment fell to four per cent in May</textarea>") == 2

    def test_both_wordings_stand_side_by_side(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).post(self.url(claim), self.body(claim), headers=HTMX).content.decode()
        assert "Unemployment fell in May</h2>" in page
        assert "Found as: “Unemployment fell to four per cent in May”" in page

    def test_the_text_is_marked_anew(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        page = login(reviewer).post(self.url(claim), self.body(claim), headers=HTMX).content.decode()
        assert 'id="text"' in page
        assert "to four per cent</span>" not in page

    def test_words_that_are_not_in_the_text_are_refused(
        self, claim: Claim, reviewer: User, login: making.Login
    ) -> None:
        answer = login(reviewer).post(self.url(claim), self.body(claim) | {"words": "five per cent"})
        assert answer.status_code == 422
        assert "“five per cent” is not in the text." in answer.content.decode()

    def test_words_that_stand_twice_are_asked_for(self, desk: Desk, reviewer: User, login: making.Login) -> None:
        draft = making.unsplit(desk, reviewer, text="One ship sank. One ship burned. Two came home.")
        passages = [
            making.passage(draft, words, index=index)
            for index, words in enumerate(["One ship sank.", "One ship burned.", "Two came home."])
        ]
        claim = making.claim(passages[2], "Two came home", number=1)
        sent = {"seen": claim.version, "text": "One came home", "words": "came home\nOne ship"}
        page = login(reviewer).post(self.url(claim), sent).content.decode()
        assert "“One ship” stands in the text 2 times. Choose which place is meant." in page
        assert 'name="words_at_1" value="0"' in page
        assert login(reviewer).post(self.url(claim), sent | {"words_at_1": "15"}).status_code == 303
        assert making.fresh(claim).spans == [[15, 23], [36, 45]]
        assert making.fresh(claim).passage == passages[1]

    def test_the_place_inside_the_claim_is_meant_first(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        at = claim.draft.text.index("in May")
        assert login(reviewer).post(self.url(claim), self.body(claim) | {"words": "in"}).status_code == 303
        assert making.fresh(claim).spans == [[at, at + 2]]
