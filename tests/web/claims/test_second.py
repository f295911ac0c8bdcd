from typing import Any

from factcheck.models import Claim, Desk, Rating, User, Verdict
from factcheck.models.choices import Priority, Said, Status
from tests import making
from tests.web.claims.questions import HTMX, InSomeStatuses, OfAVersion, WithWords


class TestSecond(OfAVersion, InSomeStatuses, WithWords):
    route = "claim-second"
    starts = Status.SUBMITTED
    keyed = True
    leads_to = Status.DISPUTED
    actor = "second_reviewer"
    sends = {"said": Said.EXACT, "rationale": "Table 4 of the office", "suggested_fix": "fell to 4.1 per cent"}
    incomplete = {"rationale": "", "said": ""}
    complaint = "Say why: what did you find, and where?"

    def body(self, claim: Claim) -> dict[str, Any]:
        return super().body(claim) | {"rating": Rating.objects.get(scale=claim.desk.scale, code="wrong").pk}

    def test_nobody_gives_it_on_their_own(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        answer = login(reviewer).post(self.url(at_work), self.body(at_work))
        assert answer.status_code == 403
        assert "You wrote the first verdict; another reviewer gives the second." in answer.content.decode()

    def test_it_stays_on_the_claim_and_shows_both_side_by_side(
        self, at_work: Claim, second_reviewer: User, login: making.Login
    ) -> None:
        page = login(second_reviewer).post(self.url(at_work), self.body(at_work), headers=HTMX).content.decode()
        assert 'data-claim-number="1"' in page
        for words in (
            "First verdict",
            "Second verdict",
            "The office&#x27;s table says the same.",
            "Table 4 of the office",
        ):
            assert words in page
        assert "The two verdicts differ on whether it is so: “Confirmed” or “Wrong”, and on whether it was said" in page
        assert "An editor who wrote neither decides." in page
        assert "The second was given after reading the first." in page

    def test_agreement_is_told_too(self, at_work: Claim, second_reviewer: User, login: making.Login) -> None:
        same = Verdict.objects.get()
        body = self.body(at_work) | {"rating": same.rating_id, "said": same.said}
        page = login(second_reviewer).post(self.url(at_work), body, headers=HTMX).content.decode()
        assert "Both verdicts say “Confirmed”." in page
        assert making.fresh(at_work).status == Status.SETTLED

    def test_it_is_the_other_way_beside_signing(
        self, at_work: Claim, second_reviewer: User, login: making.Login
    ) -> None:
        page = login(second_reviewer).get(at_work.get_absolute_url()).content.decode()
        assert "Give a second verdict" in page
        assert "You have seen the first verdict, and this is told." in page

    def test_an_answer_of_a_scale_that_has_changed_is_asked_for_again_and_nothing_lost(
        self, at_work: Claim, second_reviewer: User, login: making.Login
    ) -> None:
        body = self.body(at_work)
        Desk.objects.update(scale=making.scale("Another"))
        answer = login(second_reviewer).post(self.url(at_work), body)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "That answer is not on the desk’s scale, or no longer. Choose again." in page
        assert "Table 4 of the office" in page

    def test_a_repeated_request_stores_nothing_twice(
        self, at_work: Claim, second_reviewer: User, login: making.Login
    ) -> None:
        body = self.body(at_work)
        for _ in range(2):
            assert login(second_reviewer).post(self.url(at_work), body).status_code == 303
        assert Verdict.objects.count() == 2

    def test_given_blind_it_is_told_that_it_was(
        self, claim: Claim, reviewer: User, second_reviewer: User, login: making.Login
    ) -> None:
        Desk.objects.update(blind_from=Priority.LOW)
        making.at(claim, Status.SUBMITTED, by=reviewer)
        client = login(second_reviewer)
        assert "You judge without seeing the first verdict." in client.get(claim.get_absolute_url()).content.decode()
        page = client.post(self.url(claim), self.body(making.fresh(claim)), headers=HTMX).content.decode()
        assert "The second was given before the first was shown." in page
