"""The lanes, their order, and paging by key."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from factcheck.models import Article, Claim, Desk, User
from factcheck.models.choices import Priority, Status
from factcheck.workflow import queue
from factcheck.workflow.queue import Filter, Key, Lane
from tests import making


def in_lane(desk: Desk, user: User, lane: Lane) -> list[Claim]:
    return queue.page(queue.lane(desk, user, lane), after=None).claims


def test_each_lane_holds_what_the_person_can_do_next(
    claim: Claim, desk: Desk, reviewer: User, second_reviewer: User
) -> None:
    assert claim in in_lane(desk, reviewer, Lane.UNASSIGNED)
    making.at(claim, Status.CHECKING, by=reviewer)
    assert in_lane(desk, reviewer, Lane.MINE) == [claim]
    assert in_lane(desk, second_reviewer, Lane.MINE) == []
    making.submit(claim, reviewer)
    assert in_lane(desk, reviewer, Lane.TO_SIGN_OFF) == [], "one's own verdict is for others"
    assert in_lane(desk, second_reviewer, Lane.TO_SIGN_OFF) == [claim]


def test_ones_own_verdicts_are_not_looked_through_for_what_one_could_sign(
    claim: Claim,
    desk: Desk,
    reviewer: User,
    second_reviewer: User,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    asked = Filter(assignee=reviewer.pk)
    with django_assert_num_queries(0):
        assert list(queue.narrowed(desk, reviewer, Lane.TO_SIGN_OFF, asked)) == []
    assert list(queue.narrowed(desk, second_reviewer, Lane.TO_SIGN_OFF, asked)) == [claim]


def test_what_one_has_signed_leaves_ones_lane(
    claim: Claim, desk: Desk, reviewer: User, second_reviewer: User, editor: User
) -> None:
    Desk.objects.update(sign_offs=2)
    making.at(claim, Status.SUBMITTED, by=reviewer)
    making.sign_off(claim, second_reviewer)
    assert in_lane(desk, second_reviewer, Lane.TO_SIGN_OFF) == []
    assert in_lane(desk, editor, Lane.TO_SIGN_OFF) == [claim]


def test_pages_follow_each_other_without_gap_or_repeat(article: Article, desk: Desk, reviewer: User) -> None:
    passage = article.claims.get(number=1).passage
    for number in range(3, 12):
        making.claim(
            passage,
            "Unemployment",
            number=number,
            priority=Priority.HIGH if number % 4 == 0 else Priority.NORMAL,
            checkworthiness=(number % 3) / 10,
        )
    lane = queue.lane(desk, reviewer, Lane.UNASSIGNED)
    seen, after = [], None
    while True:
        page = queue.page(lane, after, size=2)
        seen += page.claims
        if page.after is None:
            break
        after = Key.parse(str(page.after))
    assert len(seen) == 11
    assert seen == sorted(seen, key=lambda claim: (-claim.priority, -claim.checkworthiness, claim.pk))


@pytest.mark.parametrize("mangled", ["", "x", "1_2", "1_0.5_x_3", "2__3", "1_0.5_9" + "9" * 20 + "_1"])
def test_a_mangled_key_is_the_first_page(mangled: str) -> None:
    assert Key.parse(mangled) is None


def test_one_goes_through_a_lane_in_its_order(article: Article, desk: Desk, reviewer: User) -> None:
    passage = article.claims.get(number=1).passage
    for number in range(3, 8):
        making.claim(passage, "Unemployment", number=number, checkworthiness=0.5 + (number % 2) / 10)
    lane = queue.lane(desk, reviewer, Lane.UNASSIGNED)
    order = queue.page(lane, after=None).claims
    places = [queue.place(lane, claim) for claim in order]
    assert [place.number for place in places] == ["1", "2", "3", "4", "5", "6", "7"]
    assert [place.previous for place in places] == [None, *order[:-1]]
    assert [place.next for place in places] == [*order[1:], None]
    assert {str(place.total) for place in places} == {"7"}


def test_what_has_left_the_lane_still_has_neighbours(
    article: Article, claim: Claim, desk: Desk, reviewer: User
) -> None:
    lane = queue.lane(desk, reviewer, Lane.UNASSIGNED)
    making.at(claim, Status.CHECKING, by=reviewer)
    place = queue.place(lane, making.fresh(claim))
    assert (place.number, str(place.total), place.next) == ("", "1", article.claims.get(number=2))


def test_of_equal_claims_the_one_that_is_due_first_comes_first(article: Article, desk: Desk, editor: User) -> None:
    later, sooner = (making.article(desk, editor, title=title) for title in ("Later", "Sooner"))
    for row, days in ((later, 2), (sooner, 1)):
        Article.objects.filter(pk=row.pk).update(deadline=timezone.now() + timedelta(days=days))
    seen, after = [], None
    while True:
        page = queue.page(queue.lane(desk, editor, Lane.UNASSIGNED).filter(number=1), after, size=1)
        seen += [claim.article for claim in page.claims]
        if page.after is None:
            break
        after = Key.parse(str(page.after))
    assert seen == [sooner, later, article], "without a deadline last"


def test_what_is_due_today_waits_in_a_lane_of_its_own(
    article: Article, claim: Claim, desk: Desk, reviewer: User, second_reviewer: User
) -> None:
    assert in_lane(desk, reviewer, Lane.DUE_TODAY) == []
    Article.objects.update(deadline=timezone.now() - timedelta(days=3))
    making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    assert in_lane(desk, reviewer, Lane.DUE_TODAY) == [article.claims.get(number=2)], "overdue counts, settled does not"


@pytest.mark.parametrize(("lane", "status"), [(Lane.DISPUTED, Status.DISPUTED), (Lane.RECHECK, Status.RECHECK)])
def test_what_is_stuck_has_a_lane(lane: Lane, status: Status, claim: Claim, desk: Desk, reader: User) -> None:
    Claim.objects.filter(pk=claim.pk).update(status=status)
    assert in_lane(desk, reader, lane) == [claim]
