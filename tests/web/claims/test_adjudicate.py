from typing import Any

from django.urls import reverse

from factcheck.models import Claim, Rating, User
from factcheck.models.choices import Said, Status
from tests import making
from tests.web.claims.questions import InSomeStatuses, OfAVersion, WithWords


class TestAdjudicate(OfAVersion, InSomeStatuses, WithWords):
    route = "claim-adjudicate"
    starts = Status.DISPUTED
    keyed = True
    leads_to = Status.SETTLED
    actor = "editor"
    too_little = "reader"
    sentence = "Only editors of this desk can do this."
    sends = {"said": Said.EXACT, "rationale": "Both tables are right", "suggested_fix": "fell to about 4 per cent"}
    incomplete = {"rationale": "", "said": ""}
    complaint = "Say why: what did you find, and where?"

    def body(self, claim: Claim) -> dict[str, Any]:
        return super().body(claim) | {"rating": Rating.objects.get(scale=claim.desk.scale, code="sources-conflict").pk}

    def test_the_editor_sees_both_and_a_form_that_begins_with_neither(
        self, at_work: Claim, editor: User, login: making.Login
    ) -> None:
        page = login(editor).get(at_work.get_absolute_url()).content.decode()
        assert "Your decision" in page
        assert "Read for myself." in page
        assert " checked" not in page.split("Your decision")[1].split("</form>")[0]

    def test_a_reviewer_is_told_who_decides(self, at_work: Claim, second_reviewer: User, login: making.Login) -> None:
        page = login(second_reviewer).get(at_work.get_absolute_url()).content.decode()
        assert "An editor who wrote neither decides." in page
        assert "Only editors of this desk can do this." in page

    def test_an_editor_who_wrote_one_of_them_does_not_decide(
        self, claim: Claim, reviewer: User, editor: User, login: making.Login
    ) -> None:
        disputed = making.at(claim, Status.DISPUTED, by=reviewer, signer=editor)
        answer = login(editor).post(self.url(disputed), self.body(disputed))
        assert answer.status_code == 403
        assert "You wrote one of the two verdicts; an editor who wrote neither decides." in answer.content.decode()

    def test_the_decision_counts_and_both_stay_readable(
        self, at_work: Claim, editor: User, reader: User, login: making.Login
    ) -> None:
        login(editor).post(self.url(at_work), self.body(at_work))
        page = login(reader).get(reverse("claim-detail", args=[at_work.pk])).content.decode()
        assert page.index("Adjudication by editor") < page.index("Earlier verdicts") < page.index("Read for myself.")
        assert "editor decided between the two verdicts." in page
