"""What is asked of every verb on a preview."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from factcheck.models import Draft, Membership, Preview, User
from factcheck.models.choices import Role
from tests import making


class Questions:
    verb: str
    method = "post"

    def ask(self, login: making.Login, user: User, preview: Preview) -> Any:
        return getattr(login(user), self.method)(reverse(f"preview-{self.verb}", args=[preview.pk]))

    def test_it_is_its_owners_alone(
        self, page_preview: Preview, desk_admin: User, stranger: User, site_admin: User, login: making.Login
    ) -> None:
        for other in (desk_admin, stranger, site_admin):
            assert self.ask(login, other, page_preview).status_code == 404
        assert Preview.objects.filter(pk=page_preview.pk, stored_at=None).exists()

    def test_whoever_is_no_editor_any_more_is_told_so(
        self, page_preview: Preview, editor: User, login: making.Login
    ) -> None:
        Membership.objects.filter(user=editor).update(role=Role.REVIEWER)
        answer = self.ask(login, editor, page_preview)
        assert answer.status_code == 403
        assert "Only editors of this desk can upload articles." in answer.content.decode()

    def test_whoever_has_left_the_desk_finds_nothing(
        self, page_preview: Preview, editor: User, login: making.Login
    ) -> None:
        Membership.objects.filter(user=editor).delete()
        assert self.ask(login, editor, page_preview).status_code == 404

    def test_after_a_day_it_is_gone(self, page_preview: Preview, editor: User, login: making.Login) -> None:
        Preview.objects.update(created_at=timezone.now() - timedelta(hours=24, seconds=1))
        assert self.ask(login, editor, page_preview).status_code == 404
        assert not Draft.objects.exists()

    def test_a_wrong_method_is_refused(self, page_preview: Preview, editor: User, login: making.Login) -> None:
        wrong = "get" if self.method == "post" else "post"
        answer = getattr(login(editor), wrong)(reverse(f"preview-{self.verb}", args=[page_preview.pk]))
        assert answer.status_code == 405
