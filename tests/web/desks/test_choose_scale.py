from typing import Any

from django.test import Client

from factcheck.models import Claim, Desk, RatingScale, User
from factcheck.models.choices import Status
from factcheck.workflow import administering
from tests import making
from tests.web.desks.questions import Seen


class TestChooseScale(Seen):
    route = "desk-choose-scale"
    incomplete = {"scale": "0"}
    complaint = "Choose a scale from the list."

    def body(self, desk: Desk) -> dict[str, Any]:
        return {"seen": administering.version(desk), "scale": RatingScale.objects.get(name="Five-point").pk}

    def test_what_was_judged_before_keeps_its_rating_and_what_comes_is_asked_anew(
        self, desk: Desk, claim: Claim, reviewer: User, second_reviewer: User, admin: Client
    ) -> None:
        making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
        other = making.at(claim.article.claims.get(number=2), Status.CHECKING, by=reviewer)
        admin.post(self.url(desk), self.body(desk))
        admin.force_login(reviewer)
        assert "Confirmed" in admin.get(claim.get_absolute_url()).content.decode()
        form = admin.get(other.get_absolute_url()).content.decode()
        assert "Mostly true" in form
        assert "Needs source" not in form
