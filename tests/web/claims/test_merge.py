from typing import Any
from uuid import uuid4

from django.urls import reverse

from factcheck.models import Claim, User
from factcheck.models.choices import Status
from factcheck.workflow import comments
from tests import making
from tests.web.claims.panels import InAPanel
from tests.web.claims.questions import HTMX, WithWords


class TestMerge(InAPanel, WithWords):
    route = "claim-merge"
    starts = Status.OPEN
    leads_to = Status.OPEN
    title = "Merge</h2>"
    sends = {"text": "Both at once"}
    incomplete = {"others": ""}
    complaint = "Choose at least one other claim."

    def body(self, claim: Claim) -> dict[str, Any]:
        other = claim.article.claims.get(number=2)
        return {**super().body(claim), "others": f"{other.pk}:{other.version}"}

    def test_the_others_can_be_chosen_and_overlaps_are_named(
        self, claim: Claim, reviewer: User, login: making.Login
    ) -> None:
        near = making.claim(claim.passage, "four per cent", number=3)
        page = login(reviewer).get(self.url(claim)).content.decode()
        assert page.index(f'value="{near.pk}:1"') < page.index(f'name="others" value="{near.pk - 1}:1"')
        assert page.count("overlaps</span>") == 1

    def test_a_claim_of_a_colleague_is_not_offered(
        self, claim: Claim, reviewer: User, second_reviewer: User, login: making.Login
    ) -> None:
        making.at(claim.article.claims.get(number=2), Status.CHECKING, by=second_reviewer)
        assert "No other claim of this draft is open" in login(reviewer).get(self.url(claim)).content.decode()

    def test_a_preview_shows_what_it_will_be_and_does_nothing(
        self, claim: Claim, reviewer: User, login: making.Login
    ) -> None:
        for headers in ({}, HTMX):
            answer = login(reviewer).post(self.url(claim), self.body(claim) | {"preview": "yes"}, headers=headers)
            page = answer.content.decode()
            assert answer.status_code == 200
            assert "What it will be" in page
            assert "Claim 2: “The bridge opened in 1932”" in page
            assert "checked" in page
        assert making.fresh(claim).version == claim.version

    def test_what_was_said_of_the_others_stays_in_reach(
        self, claim: Claim, reviewer: User, login: making.Login
    ) -> None:
        other = claim.article.claims.get(number=2)
        comments.comment(claim_id=other.pk, by=reviewer, key=uuid4(), body="Ask the harbour office.")
        client = login(reviewer)
        client.post(self.url(claim), self.body(claim))
        assert "Ask the harbour office." in client.get(claim.get_absolute_url()).content.decode()
        page = client.get(reverse("claim-detail", args=[other.pk])).content.decode()
        assert "Merged into" in page

    def test_another_that_changed_meanwhile_is_a_stale_page(
        self, claim: Claim, reviewer: User, second_reviewer: User, login: making.Login
    ) -> None:
        body = self.body(claim)
        making.at(claim.article.claims.get(number=2), Status.CHECKING, by=second_reviewer)
        answer = login(reviewer).post(self.url(claim), body)
        assert answer.status_code == 409
        assert "Both at once" in answer.content.decode()
