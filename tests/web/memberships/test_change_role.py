from django.urls import reverse

from factcheck.models import Claim, Desk, User
from factcheck.models.choices import Role, Status
from tests import making


def url(user: User) -> str:
    return reverse("membership-change-role", args=[user.memberships.get().pk])


def test_it_works_without_javascript(desk: Desk, desk_admin: User, reader: User, login: making.Login) -> None:
    answer = login(desk_admin).post(url(reader), {"role": Role.EDITOR.value}, follow=True)
    assert reader.memberships.get().role == Role.EDITOR
    assert "desk-admin changed a role: reader: Editor." in answer.content.decode()


def test_what_becomes_of_the_claims_is_told_before_it_happens(
    claim: Claim, desk_admin: User, reviewer: User, login: making.Login
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    client = login(desk_admin)
    answer = client.post(url(reviewer), {"role": Role.READER.value})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "reviewer holds 1 claim, which a reader cannot check. Press again" in page
    assert 'name="hand_back" value="yes"' in page
    assert client.post(url(reviewer), {"role": Role.READER.value, "hand_back": "yes"}).status_code == 303
    assert making.fresh(claim).status == Status.OPEN


def test_the_last_admin_stays(desk_admin: User, login: making.Login) -> None:
    answer = login(desk_admin).post(url(desk_admin), {"role": Role.EDITOR.value})
    assert answer.status_code == 403
    assert "A desk needs an admin. Make somebody else one first." in answer.content.decode()


def test_whoever_steps_down_is_led_away(desk: Desk, desk_admin: User, login: making.Login) -> None:
    making.member(desk, "other-admin", Role.ADMIN)
    answer = login(desk_admin).post(url(desk_admin), {"role": Role.EDITOR.value})
    assert answer["Location"] == reverse("home")


def test_no_role_is_no_change(desk_admin: User, reader: User, login: making.Login) -> None:
    assert login(desk_admin).post(url(reader), {"role": "7"}).status_code == 422
    assert reader.memberships.get().role == Role.READER


def test_others_of_the_desk_are_told_who_may(reader: User, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(reader), {"role": Role.EDITOR.value})
    assert answer.status_code == 403
    assert "Only desk admins of this desk can do this." in answer.content.decode()


def test_it_does_not_exist_for_another_desk(reader: User, stranger: User, login: making.Login) -> None:
    assert login(stranger).post(url(reader), {"role": Role.EDITOR.value}).status_code == 404


def test_it_is_sent_by_post_alone(reader: User, desk_admin: User, login: making.Login) -> None:
    assert login(desk_admin).get(url(reader)).status_code == 405
