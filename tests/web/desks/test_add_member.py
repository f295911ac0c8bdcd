from typing import Any

import pytest

from factcheck.models import Desk, User
from factcheck.models.choices import Role
from tests.web.desks.questions import DeskQuestions


class TestAddMember(DeskQuestions):
    route = "desk-add-member"
    incomplete = {"username": "nobody"}
    complaint = "No account has this user name. The site administrator makes accounts."

    @pytest.fixture(autouse=True)
    def _newcomer(self, desk: Desk) -> None:
        assert not desk.memberships.filter(user__username="newcomer").exists()
        User.objects.create_user("newcomer")

    def body(self, _desk: Desk) -> dict[str, Any]:
        return {"username": "newcomer", "role": Role.REVIEWER.value}
