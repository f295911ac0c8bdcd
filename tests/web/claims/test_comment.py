import pytest

from factcheck.models import Claim, User
from factcheck.models.choices import Status
from tests import making
from tests.web.claims.questions import HTMX, WithWords


class TestComment(WithWords):
    route = "claim-comment"
    starts = Status.OPEN
    keyed = True
    leads_to = Status.OPEN
    region = "comments"
    sends = {"body": "Which table is this from?"}
    incomplete = {"body": "  "}
    complaint = "Write something first."

    @pytest.mark.usefixtures("editor", "stranger")
    def test_a_colleague_who_is_named_is_marked_and_nobody_else(
        self, claim: Claim, reviewer: User, login: making.Login
    ) -> None:
        body = self.body(claim) | {"body": "@editor, or @stranger? <b>@editor</b>"}
        page = login(reviewer).post(self.url(claim), body, headers=HTMX).content.decode()
        marked = '<strong class="mention">@editor</strong>'
        assert f"{marked}, or @stranger? &lt;b&gt;{marked}&lt;/b&gt;" in page

    def test_it_is_text_and_nothing_else(self, claim: Claim, reviewer: User, login: making.Login) -> None:
        body = self.body(claim) | {"body": "<script>alert(1)</script>"}
        page = login(reviewer).post(self.url(claim), body, headers=HTMX).content.decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "<script" not in page
