"""The page of a desk admin."""

from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Claim, Desk, User
from factcheck.models.choices import Role, Status
from tests import making


def url(desk: Desk) -> str:
    return reverse("desk-detail", args=[desk.slug])


def test_it_shows_members_rules_scale_and_history(
    desk: Desk, claim: Claim, desk_admin: User, reviewer: User, login: making.Login
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    page = login(desk_admin).get(url(desk)).content.decode()
    for words in ("holds 1 claim", "Judged twice, blind", "PolitiFact", "in use", "changed who is on the desk"):
        assert words in page


def test_it_costs_the_same_however_many_are_on_the_desk(
    desk: Desk, desk_admin: User, login: making.Login, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        making.member(desk, f"reviewer-{number}", Role.REVIEWER)
    client = login(desk_admin)
    with django_assert_max_num_queries(16):
        client.get(url(desk))


def test_others_of_the_desk_are_told_who_may(desk: Desk, editor: User, login: making.Login) -> None:
    answer = login(editor).get(url(desk))
    assert answer.status_code == 403
    assert "Only desk admins of this desk can do this." in answer.content.decode()


def test_it_does_not_exist_for_another_desk(desk: Desk, stranger: User, login: making.Login) -> None:
    assert login(stranger).get(url(desk)).status_code == 404


def test_the_way_there_is_shown_to_those_who_may_go(
    desk: Desk, desk_admin: User, editor: User, login: making.Login
) -> None:
    link = f'href="{reverse("desk-list")}"'
    assert link in login(desk_admin).get(reverse("article-list")).content.decode()
    assert link not in login(editor).get(reverse("article-list")).content.decode()
    assert login(desk_admin).get(reverse("desk-list")).headers["Location"] == url(desk)


def test_an_admin_of_two_desks_chooses(desk: Desk, other_desk: Desk, desk_admin: User, login: making.Login) -> None:
    other_desk.memberships.create(user=desk_admin, role=Role.ADMIN)
    page = login(desk_admin).get(reverse("desk-list")).content.decode()
    assert url(desk) in page
    assert url(other_desk) in page


def test_history_is_paged(desk: Desk, desk_admin: User, login: making.Login) -> None:
    for number in range(31):
        making.member(desk, f"reader-{number}", Role.READER)
    client = login(desk_admin)
    first = client.get(url(desk))
    before = first.context["history"].before
    assert len(first.context["history"].entries) == 30
    later = client.get(url(desk), {"before": before.isoformat()})
    assert 0 < len(later.context["history"].entries) < 30
    assert client.get(url(desk), {"before": "yesterday"}).status_code == 200


def test_it_is_read_by_get_alone(desk: Desk, desk_admin: User, client: Client) -> None:
    client.force_login(desk_admin)
    assert client.post(url(desk)).status_code == 405
