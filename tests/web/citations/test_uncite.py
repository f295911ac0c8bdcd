import pytest
from django.urls import reverse

from factcheck.models import Citation, Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.questions import InSomeStatuses


class TestUncite(InSomeStatuses):
    route = "citation-uncite"
    starts = Status.CHECKING
    leads_to = Status.CHECKING
    region = "citations"

    @pytest.fixture(autouse=True)
    def _cited(self, at_work: Claim, reviewer: User) -> None:
        self.citation = making.cite(at_work, reviewer)

    def url(self, _claim: Claim) -> str:
        return reverse(self.route, args=[self.citation.pk])

    def test_it_is_gone_from_the_card_and_kept_in_the_store(
        self, at_work: Claim, reviewer: User, login: making.Login
    ) -> None:
        page = login(reviewer).post(self.url(at_work), follow=True).content.decode()
        assert "No citation yet." in page
        assert Citation.objects.get().removed_at

    def test_a_colleague_leaves_it_alone(self, at_work: Claim, second_reviewer: User, login: making.Login) -> None:
        answer = login(second_reviewer).post(self.url(at_work))
        assert answer.status_code == 403
        assert "reviewer added this citation" in answer.content.decode()

    def test_sent_twice_it_is_removed_once(self, at_work: Claim, reviewer: User, login: making.Login) -> None:
        removed = []
        for _ in range(2):
            assert login(reviewer).post(self.url(at_work)).status_code == 303
            removed.append(Citation.objects.get().removed_at)
        assert removed[0] == removed[1] is not None
