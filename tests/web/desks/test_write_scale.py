from typing import Any

from django.test import Client
from django.urls import reverse

from factcheck.models import Desk, DeskEvent, RatingScale, Unsent, User
from factcheck.models.choices import Role
from factcheck.web import keeping
from factcheck.workflow import administering, scales
from tests.web.desks.questions import Seen


class TestWriteScale(Seen):
    route = "desk-write-scale"
    incomplete = {"answer-0-meaning": ""}
    complaint = "Say what this answer means: reviewers read it beside the label."

    def body(self, desk: Desk) -> dict[str, Any]:
        answers = scales.answers(desk.scale)
        rows = {
            f"answer-{place}-{name}": "" if getattr(answer, name) is None else getattr(answer, name)
            for place, answer in enumerate(answers)
            for name in ("code", "label", "meaning", "tone", "mark", "value")
        }
        return {
            "seen": administering.version(desk),
            "name": "Ours",
            "answer-TOTAL_FORMS": len(answers) + 1,
            "answer-INITIAL_FORMS": len(answers),
            **rows,
            "answer-0-label": "Stands as written",
            **{f"answer-{len(answers)}-{name}": value for name, value in _NEW.items()},
        }

    def test_it_begins_with_the_scale_in_use_or_with_any_other(self, desk: Desk, admin: Client) -> None:
        page = admin.get(self.url(desk)).content.decode()
        assert 'value="House, our own"' in page
        assert 'value="Needs source"' in page
        other = RatingScale.objects.get(name="PolitiFact")
        assert 'value="Pants on fire"' in admin.get(self.url(desk), {"from": other.pk}).content.decode()
        assert admin.get(self.url(desk), {"from": "0"}).status_code == 404

    def test_the_answers_are_saved_in_their_places(self, desk: Desk, admin: Client) -> None:
        body = self.body(desk) | {"answer-7-place": "1", "answer-0-place": "2"}
        admin.post(self.url(desk), body)
        own = Desk.objects.get().scale
        assert (own.name, own.owner) == ("Ours", desk)
        labels = [*own.ratings.order_by("order").values_list("label", flat=True)]
        assert labels[:2] == ["Half right", "Stands as written"]
        assert len(labels) == 8

    def test_an_answer_without_its_label_is_gone(self, desk: Desk, admin: Client) -> None:
        admin.post(self.url(desk), self.body(desk) | {"answer-1-label": ""})
        assert not Desk.objects.get().scale.ratings.filter(code="confirmed-change-wording").exists()

    def test_it_can_be_looked_at_before_it_is_saved(self, desk: Desk, admin: Client) -> None:
        before = DeskEvent.objects.count()
        page = admin.post(self.url(desk), self.body(desk) | {"preview": "yes"}).content.decode()
        assert "nothing is saved yet" in page
        assert page.index("Preview") < page.index("Stands as written") < page.index('name="seen"')
        assert 'value="Stands as written"' in page
        assert DeskEvent.objects.count() == before

    def test_what_was_written_stays_where_something_is_wrong(self, desk: Desk, admin: Client) -> None:
        page = admin.post(self.url(desk), self.body(desk) | {"name": ""}).content.decode()
        assert "Give the scale a name." in page
        assert 'value="Half right"' in page

    def test_from_the_page_of_the_desk_one_is_led_there(self, desk: Desk, admin: Client) -> None:
        assert self.url(desk) in admin.get(reverse("desk-detail", args=[desk.slug])).content.decode()

    def test_what_was_typed_and_not_saved_is_found_again_and_can_be_let_go(
        self, desk: Desk, other_desk: Desk, desk_admin: User, admin: Client
    ) -> None:
        words = {**self.body(desk), "answer-7-label": "Half true, half not", "desk": desk.slug, "base": desk.scale_id}
        assert admin.post(keeping.address("write-scale", None, desk_admin), words).status_code in {200, 303}
        page = admin.get(self.url(desk)).content.decode()
        assert "You wrote this and did not save it." in page
        assert "Half true, half not" in page
        other_desk.memberships.create(user=desk_admin, role=Role.ADMIN)
        assert "Half true, half not" not in admin.get(self.url(other_desk)).content.decode()
        again = admin.post(self.url(desk), {"discard": "yes"}, follow=True).content.decode()
        assert "Half true, half not" not in again

    def test_once_saved_nothing_is_kept(self, desk: Desk, desk_admin: User, admin: Client) -> None:
        admin.post(keeping.address("write-scale", None, desk_admin), self.body(desk))
        admin.post(self.url(desk), self.body(desk))
        assert not Unsent.objects.exists()


_NEW = {"label": "Half right", "meaning": "One half of it.", "tone": "mixed", "mark": "◐", "value": "3"}
