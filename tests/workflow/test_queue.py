"""The lanes, their order, and paging by key."""

import pytest

from factcheck.models import Article, Claim, Desk, User
from factcheck.models.choices import Priority, Status
from factcheck.workflow import queue
from factcheck.workflow.queue import Key, Lane
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
