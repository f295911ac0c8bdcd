from typing import Any

from django.test import Client

from factcheck.models import Desk
from factcheck.models.choices import Priority
from factcheck.workflow import administering
from tests.web.desks.questions import Seen


class TestSetRules(Seen):
    route = "desk-set-rules"
    incomplete = {"high": "3"}
    complaint = "Select a valid choice"

    def body(self, desk: Desk) -> dict[str, Any]:
        return {"seen": administering.version(desk), "low": 0, "normal": 1, "high": 2, "blind_from": 3}

    def test_they_are_shown_as_they_stand(self, desk: Desk, admin: Client) -> None:
        page = admin.post(self.url(desk), self.body(desk), follow=True).content.decode()
        assert Desk.objects.get().blind_from == Priority.HIGH
        assert '<option value="3" selected>Claims of high priority</option>' in page
        assert '<option value="0" selected>Nobody</option>' in page
        assert "These rules need 3 people who may judge; this desk has 1 person." in page
