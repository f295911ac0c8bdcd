"""The questions that every form of a desk admin is asked."""

from typing import Any, ClassVar

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.models import Desk, DeskEvent, MembershipEvent, User
from tests import making


class DeskQuestions:
    route: ClassVar[str]
    incomplete: ClassVar[dict[str, Any]]
    complaint: ClassVar[str]

    def url(self, desk: Desk) -> str:
        return reverse(self.route, args=[desk.slug])

    def body(self, desk: Desk) -> dict[str, Any]:
        raise NotImplementedError

    @pytest.fixture
    def admin(self, desk_admin: User, login: making.Login) -> Client:
        return login(desk_admin)

    def changes(self) -> int:
        return int(DeskEvent.objects.count() + MembershipEvent.objects.count())

    def test_it_works_without_javascript_and_is_told(self, desk: Desk, admin: Client) -> None:
        before = self.changes()
        answer = admin.post(self.url(desk), self.body(desk))
        assert answer.status_code == 303
        assert answer["Location"] == reverse("desk-detail", args=[desk.slug])
        assert self.changes() > before
        page = admin.get(answer["Location"]).content.decode()
        assert "message-success" in page
        assert "desk-admin " in page

    def test_what_is_wrong_is_sent_back_with_a_sentence(self, desk: Desk, admin: Client) -> None:
        body = self.body(desk) | self.incomplete
        before = self.changes()
        answer = admin.post(self.url(desk), body)
        assert answer.status_code == 422
        assert self.complaint in answer.content.decode()
        assert self.changes() == before

    def test_others_of_the_desk_are_told_who_may(self, desk: Desk, editor: User, login: making.Login) -> None:
        answer = login(editor).post(self.url(desk), self.body(desk))
        assert answer.status_code == 403
        assert "Only desk admins of this desk can do this." in answer.content.decode()

    def test_it_does_not_exist_for_another_desk(self, desk: Desk, stranger: User, login: making.Login) -> None:
        assert login(stranger).post(self.url(desk), self.body(desk)).status_code == 404


class Seen(DeskQuestions):
    """Of a form that is compared with what the page was showing."""

    def test_a_stale_page_is_told_so_and_can_be_sent_again(self, desk: Desk, admin: Client) -> None:
        body = self.body(desk)
        Desk.objects.update(name="Newsroom")
        answer = admin.post(self.url(desk), body)
        assert answer.status_code == 409
        assert "Another desk admin changed this while you had it open." in answer.content.decode()
        again = body | {"seen": DeskEvent.objects.latest("pgh_id").pgh_id}
        assert f'name="seen" value="{again["seen"]}"' in answer.content.decode()
        assert admin.post(self.url(desk), again).status_code == 303
