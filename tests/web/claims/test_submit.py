from typing import Any

import pytest
from django.urls import reverse

from factcheck.models import Claim, Rating, User, Verdict
from factcheck.models.choices import Said, Status
from factcheck.workflow import claims
from tests import making
from tests.web.claims.questions import HTMX, InSomeStatuses, OfAVersion, WithWords


class TestSubmit(OfAVersion, InSomeStatuses, WithWords):
    route = "claim-submit"
    starts = Status.CHECKING
    keyed = True
    leads_to = Status.SUBMITTED
    sends = {"said": Said.EXACT, "rationale": "Table 3 of the office", "suggested_fix": "fell to 4.0 per cent"}
    incomplete = {"rationale": "", "said": ""}
    complaint = "Say why: what did you find, and where?"

    @pytest.fixture(autouse=True)
    def _cited(self, at_work: Claim, reviewer: User) -> None:
        making.cite(at_work, reviewer)

    def body(self, claim: Claim) -> dict[str, Any]:
        return super().body(claim) | {"rating": Rating.objects.get(scale=claim.desk.scale, code="wrong").pk}

    def test_it_moves_on_to_the_next_open_claim(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        answer = login(reviewer).post(self.url(at_work), self.body(at_work), headers=HTMX)
        page = answer.content.decode()
        assert answer["HX-Push-Url"] == f"{reverse('article-detail', args=[at_work.article_id])}?claim=2"
        assert 'data-claim-number="2"' in page
        assert "Verdict on claim 1 submitted. Next: claim 2." in page

    def test_without_javascript_too(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        assert login(reviewer).post(self.url(at_work), self.body(at_work))["Location"].endswith("?claim=2")

    def test_after_the_last_it_stays(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        other = at_work.article.claims.get(number=2)
        claims.dismiss(claim_id=other.pk, by=reviewer, seen=other.version, reason="trivial")
        answer = login(reviewer).post(self.url(at_work), self.body(at_work), headers=HTMX)
        assert "HX-Push-Url" not in answer
        assert 'data-claim-number="1"' in answer.content.decode()

    def test_what_was_chosen_is_chosen_again(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        body = self.body(at_work) | {"rationale": ""}
        page = login(reviewer).post(self.url(at_work), body).content.decode()
        assert 'name="said" value="exact" checked' in page
        assert f'name="rating" value="{body["rating"]}" checked' in page

    def test_an_answer_of_another_scale_is_no_answer(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        foreign = Rating.objects.exclude(scale=at_work.desk.scale).earliest("pk")
        answer = login(reviewer).post(self.url(at_work), self.body(at_work) | {"rating": foreign.pk})
        assert answer.status_code == 422
        assert not Verdict.objects.exists()

    def test_a_repeated_request_stores_nothing_twice(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        body = self.body(at_work)
        for _ in range(2):
            assert login(reviewer).post(self.url(at_work), body).status_code == 303
        assert Verdict.objects.count() == 1

    def test_both_versions_are_shown_to_the_loser(
        self, at_work: Claim, reviewer: User, second_reviewer: User, editor: User, login: making.Login
    ) -> None:
        body = self.body(at_work)
        claims.assign(claim_id=at_work.pk, by=editor, seen=at_work.version, to=second_reviewer)
        making.submit(at_work, second_reviewer, rating="confirmed", rationale="The ministry confirmed it.")
        answer = login(reviewer).post(self.url(at_work), body, headers=HTMX)
        page = answer.content.decode()
        assert answer.status_code == 409
        for words in ("The ministry confirmed it.", "Confirmed", "Table 3 of the office", "Wrong", "Exact quote"):
            assert words in page
