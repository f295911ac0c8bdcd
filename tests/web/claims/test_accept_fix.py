"""An editor accepts the words that a verdict suggests."""

from typing import ClassVar

import pytest

from factcheck.models import Claim, User
from factcheck.models.choices import Status
from factcheck.workflow import timeline, verdicts
from tests import making
from tests.web.claims.questions import InSomeStatuses, OfAVersion


class TestAcceptFix(OfAVersion, InSomeStatuses):
    route = "claim-accept-fix"
    starts = Status.SUBMITTED
    leads_to = Status.SUBMITTED
    actor = "editor"
    too_little = "reviewer"
    sentence = "Only editors of this desk can do this."
    impossible = Status.DISMISSED
    accepted: ClassVar[bool] = True
    told: ClassVar[str] = "editor accepted the suggested fix."

    @pytest.fixture
    def at_work(self, claim: Claim, reviewer: User) -> Claim:
        making.at(claim, Status.CHECKING, by=reviewer)
        making.submit(claim, reviewer, suggested_fix="Unemployment fell to 4.1 per cent in May")
        return making.fresh(claim)

    def test_it_is_on_record_who_decided(self, at_work: Claim, person: User, login: making.Login) -> None:
        login(person).post(self.url(at_work), self.body(at_work))
        verdict = verdicts.current(at_work)
        assert (verdict.fix_accepted, verdict.fix_decided_by) == (self.accepted, person)
        assert timeline.timeline(at_work)[0].sentence == self.told

    def test_without_a_suggestion_there_is_nothing_to_decide(
        self, claim: Claim, reviewer: User, person: User, login: making.Login
    ) -> None:
        making.at(claim, Status.SUBMITTED, by=reviewer)
        answer = login(person).post(self.url(claim), self.body(making.fresh(claim)))
        assert answer.status_code == 403
        assert "No other wording is suggested." in answer.content.decode()
