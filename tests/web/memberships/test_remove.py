from django.urls import reverse

from factcheck.models import Claim, Desk, User
from factcheck.models.choices import Role, Status
from tests import making


def url(user: User) -> str:
    return reverse("membership-remove", args=[user.memberships.get().pk])


def test_what_becomes_of_the_claims_is_told_before_it_happens(
    claim: Claim, desk_admin: User, reviewer: User, login: making.Login
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    page = login(desk_admin).get(url(reviewer)).content.decode()
    assert "reviewer holds 1 claim." in page
    assert claim.text in page
    assert making.fresh(claim).assignee == reviewer, "looking changes nothing"


def test_it_works_without_javascript(claim: Claim, desk_admin: User, reviewer: User, login: making.Login) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    answer = login(desk_admin).post(url(reviewer), follow=True)
    assert "reviewer is not on the desk any more." in answer.content.decode()
    assert making.fresh(claim).status == Status.OPEN
    assert not reviewer.memberships.exists()


def test_the_last_admin_stays(desk_admin: User, login: making.Login) -> None:
    answer = login(desk_admin).post(url(desk_admin))
    assert answer.status_code == 403
    assert "A desk needs an admin. Make somebody else one first." in answer.content.decode()


def test_whoever_removes_themselves_is_led_away(desk: Desk, desk_admin: User, login: making.Login) -> None:
    making.member(desk, "other-admin", Role.ADMIN)
    assert login(desk_admin).post(url(desk_admin))["Location"] == reverse("home")


def test_others_of_the_desk_are_told_who_may(reader: User, editor: User, login: making.Login) -> None:
    answer = login(editor).post(url(reader))
    assert answer.status_code == 403
    assert "Only desk admins of this desk can do this." in answer.content.decode()


def test_it_does_not_exist_for_another_desk(reader: User, stranger: User, login: making.Login) -> None:
    assert login(stranger).post(url(reader)).status_code == 404


def test_whoever_is_gone_does_not_exist(desk_admin: User, reader: User, login: making.Login) -> None:
    gone = url(reader)
    reader.memberships.all().delete()
    assert login(desk_admin).post(gone).status_code == 404
