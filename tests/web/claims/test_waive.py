"""An editor publishes in spite of a claim, and says why."""

from django.urls import reverse

from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.questions import InSomeStatuses, OfAVersion, WithWords


class TestWaive(OfAVersion, InSomeStatuses, WithWords):
    route = "claim-waive"
    starts = Status.CHECKING
    leads_to = Status.CHECKING
    actor = "editor"
    too_little = "reviewer"
    sentence = "Only editors of this desk can do this."
    impossible = Status.DISMISSED
    keyed = True
    sends = {"reason": "The editor-in-chief takes it on herself."}
    incomplete = {"reason": " "}
    complaint = "Say why this is published all the same."

    def test_the_list_of_blockers_says_who_waived_what_and_why(
        self, at_work: Claim, person: User, login: making.Login
    ) -> None:
        login(person).post(self.url(at_work), self.body(at_work))
        page = login(person).get(reverse("article-detail", args=[at_work.article_id])).content.decode()
        assert "Blockers: 1, waived: 1" in page
        assert "editor: “The editor-in-chief takes it on herself.”" in page

    def test_where_nothing_blocks_it_is_not_offered(
        self, claim: Claim, reviewer: User, second_reviewer: User, person: User, login: making.Login
    ) -> None:
        settled = making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
        assert self.url(claim) not in login(person).get(settled.get_absolute_url()).content.decode()
