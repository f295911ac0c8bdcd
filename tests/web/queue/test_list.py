from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Claim, Desk, Membership, User
from factcheck.models.choices import Priority, Role, Status
from factcheck.workflow import queue
from tests import making

URL = reverse("queue")
QUERIES = 17  # session, person, keys, notices, desks (2), six counts, claims, what is cleared, roles, views, people
HTMX = {"HX-Request": "true"}


def page(login: making.Login, user: User, **query: Any) -> str:
    return login(user).get(URL, query).content.decode()


def test_each_lane_shows_what_is_in_it_and_how_much(
    article: Article, claim: Claim, reviewer: User, second_reviewer: User, login: making.Login
) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    second = article.claims.get(number=2)
    assert "The bridge opened in 1932" in page(login, reviewer, lane="unassigned")
    making.at(second, Status.CHECKING, by=reviewer)
    assert "The bridge opened in 1932" in page(login, reviewer, lane="mine")
    assert "Unemployment fell" not in page(login, reviewer, lane="to-sign-off"), "nobody signs their own"
    waiting = page(login, second_reviewer, lane="to-sign-off")
    assert "Unemployment fell" in waiting
    assert 'To sign off <span class="tally figures">1</span>' in waiting
    assert 'Mine <span class="tally figures">0</span>' in waiting


def test_it_opens_on_the_first_lane_with_something_in_it(claim: Claim, reviewer: User, login: making.Login) -> None:
    assert "lane=unassigned" in current(page(login, reviewer))
    making.at(claim, Status.CHECKING, by=reviewer)
    assert "lane=mine" in current(page(login, reviewer))


def current(html: str) -> str:
    return next(line for line in html.splitlines() if 'aria-current="page"' in line and "lane=" in line)


def test_a_row_leads_to_the_claim_in_its_proof(claim: Claim, reader: User, login: making.Login) -> None:
    html = page(login, reader, lane="unassigned")
    assert f'href="{claim.get_absolute_url()}&amp;from=lane%3Dunassigned"' in html
    for words in ("Statistic", "0.90", "The bridge"):
        assert words in html


def test_it_is_ordered_by_priority(article: Article, reader: User, login: making.Login) -> None:
    article.claims.filter(number=2).update(priority=Priority.HIGH)
    html = page(login, reader, lane="unassigned")
    assert html.index("The bridge opened in 1932") < html.index("Unemployment fell")
    assert "High" in html


def test_it_takes_as_many_queries_for_many_as_for_one(
    article: Article,
    desk: Desk,
    editor: User,
    reviewer: User,
    login: making.Login,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client = login(reviewer)
    with django_assert_num_queries(QUERIES):
        client.get(URL, {"lane": "unassigned"})
    for number in range(5):
        making.article(desk, editor, title=f"Another {number}")
    with django_assert_num_queries(QUERIES):
        client.get(URL, {"lane": "unassigned"})


def test_it_is_paged_by_key(
    article: Article, desk: Desk, editor: User, reader: User, login: making.Login, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue.page, "__defaults__", (1,))
    first = page(login, reader, lane="unassigned")
    assert "Unemployment fell" in first
    assert "The bridge opened" not in first
    after = queue.Key(Priority.NORMAL, 0.9, None, article.claims.get(number=1).pk)
    assert f"after={after}" in first
    second = page(login, reader, lane="unassigned", after=str(after))
    assert "The bridge opened" in second
    assert 'id="more"' not in second


def test_htmx_gets_the_lane_the_rows_or_the_counts_alone(claim: Claim, reader: User, login: making.Login) -> None:
    starts = {"lane": '<div id="lane"', "more": '<li id="claim-', "lanes": '<nav id="lanes"'}
    for target, start in starts.items():
        answer = login(reader).get(URL, {"lane": "unassigned"}, headers={**HTMX, "HX-Target": target})
        assert answer.content.decode().strip().startswith(start)
        assert "<html" not in answer.content.decode()


def test_a_claim_is_taken_from_its_row(claim: Claim, reviewer: User, login: making.Login) -> None:
    sent = {"seen": claim.version, "page": "queue"}
    answer = login(reviewer).post(reverse("claim-take", args=[claim.pk]), sent, headers=HTMX)
    html = answer.content.decode()
    assert html.strip().startswith(f'<li id="claim-{claim.pk}"')
    assert "You are checking claim 1." in html
    assert "Checking" in html
    assert answer["HX-Trigger-After-Swap"] == "claim-changed", "the lanes count again"


def test_whoever_was_slower_is_told_so_in_the_row(
    claim: Claim, reviewer: User, second_reviewer: User, login: making.Login
) -> None:
    making.at(claim, Status.CHECKING, by=second_reviewer)
    sent = {"seen": claim.version, "page": "queue"}
    answer = login(reviewer).post(reverse("claim-take", args=[claim.pk]), sent, headers=HTMX)
    assert answer.status_code == 409
    assert "Somebody changed this claim" in answer.content.decode()


def test_without_htmx_taking_leads_to_the_claim(claim: Claim, reviewer: User, login: making.Login) -> None:
    answer = login(reviewer).post(reverse("claim-take", args=[claim.pk]), {"seen": claim.version, "page": "queue"})
    assert answer.url == claim.get_absolute_url()  # type: ignore[attr-defined]


def test_a_reader_sees_why_they_cannot_take(claim: Claim, reader: User, login: making.Login) -> None:
    html = page(login, reader, lane="unassigned")
    assert "Only reviewers and editors of this desk can do this." in html
    assert reverse("claim-take", args=[claim.pk]) not in html


def test_whoever_is_on_several_desks_chooses_one(
    claim: Claim, other_desk: Desk, stranger: User, reviewer: User, login: making.Login
) -> None:
    Membership.objects.create(desk=other_desk, user=reviewer, role=Role.READER)
    making.article(other_desk, stranger, title="A match")
    html = page(login, reviewer, lane="unassigned")
    assert "?desk=sport" in html
    assert "A match" not in html
    assert "A match" in page(login, reviewer, desk="sport", lane="unassigned")


def test_empty_lanes_say_what_comes_there(desk: Desk, reviewer: User, login: making.Login) -> None:
    assert "You are checking nothing right now" in page(login, reviewer)
    assert "Nothing waits for your signature" in page(login, reviewer, lane="to-sign-off")
    assert "Every claim has somebody" in page(login, reviewer, lane="unassigned")
    assert "not on a desk yet" in page(login, User.objects.create_user("nobody"))


@pytest.mark.parametrize("query", [{"after": "x"}, {"after": "1_nan__2"}, {"lane": "nowhere"}])
def test_a_mangled_address_shows_something_fair(
    query: dict[str, str], claim: Claim, reader: User, login: making.Login
) -> None:
    assert login(reader).get(URL, query).status_code == 200


def test_a_long_lane_is_not_counted_to_its_end(
    claim: Claim, desk: Desk, reader: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MOST_COUNTED", 2)
    assert str(queue.count(queue.lane(desk, reader, queue.Lane.UNASSIGNED))) == "1+"
    assert str(queue.count(queue.lane(desk, reader, queue.Lane.MINE))) == "0"


def test_another_desks_member_sees_nothing_of_it(claim: Claim, stranger: User, login: making.Login) -> None:
    assert "Unemployment fell" not in page(login, stranger, lane="unassigned")
    assert login(stranger).get(URL, {"desk": "news"}).status_code == 404


def test_a_wrong_method_is_refused(reader: User, login: making.Login) -> None:
    assert login(reader).post(URL).status_code == 405
