"""One act on many claims: first what it would do, then each claim by itself."""

import pytest

from factcheck.models import Article, Claim, Desk, User
from factcheck.models.choices import Dismissal, Priority, Status
from factcheck.workflow import bulk
from factcheck.workflow.bulk import Deed, Wish
from factcheck.workflow.errors import Invalid, Refused
from tests import making


def plan(desk: Desk, by: User, wish: Wish) -> bulk.Sorted:
    return bulk.plan(Claim.objects.all(), wish, desk=desk, by=by)


def do(desk: Desk, by: User, wish: Wish, seen: str) -> bulk.Sorted:
    return bulk.apply(bulk.unpaired(seen), wish, desk=desk, by=by)


def test_the_plan_sorts_what_changes_from_what_cannot(
    article: Article, claim: Claim, desk: Desk, editor: User, reviewer: User, second_reviewer: User
) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    planned = plan(desk, editor, Wish(deed=Deed.ASSIGN, to=second_reviewer))
    assert [one.number for one in planned.changed] == [2]
    [left] = planned.left
    assert left.claim == claim
    assert "“Assign” is not possible" in left.why
    assert making.fresh(claim).status == Status.SUBMITTED, "nothing is done yet"


def test_each_claim_is_changed_by_its_own_verb_once(article: Article, desk: Desk, editor: User, reviewer: User) -> None:
    wish = Wish(deed=Deed.ASSIGN, to=reviewer)
    seen = bulk.pairs(plan(desk, editor, wish).changed)
    assert len(do(desk, editor, wish, seen).changed) == 2
    assert set(Claim.objects.values_list("assignee", "status", "version")) == {(reviewer.pk, Status.CHECKING, 2)}
    again = do(desk, editor, wish, seen)
    assert (len(again.same), again.changed, again.left) == (2, [], []), "sent twice, it is done once"


def test_what_somebody_changed_meanwhile_is_left_as_it_is(
    article: Article, claim: Claim, desk: Desk, editor: User, reviewer: User
) -> None:
    wish = Wish(deed=Deed.PRIORITISE, priority=Priority.HIGH)
    seen = bulk.pairs(plan(desk, editor, wish).changed)
    making.at(claim, Status.CHECKING, by=reviewer)
    done = do(desk, editor, wish, seen)
    assert [one.number for one in done.changed] == [2]
    assert [(left.claim, left.why) for left in done.left] == [(claim, bulk.MEANWHILE)]
    assert making.fresh(claim).priority == Priority.NORMAL


def test_claims_are_dismissed_for_a_reason(article: Article, desk: Desk, editor: User) -> None:
    wish = Wish(deed=Deed.DISMISS, reason=Dismissal.TRIVIAL)
    do(desk, editor, wish, bulk.pairs(plan(desk, editor, wish).changed))
    assert set(Claim.objects.values_list("status", "dismissal")) == {(Status.DISMISSED, Dismissal.TRIVIAL)}


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (Wish(deed=Deed.ASSIGN), "to"),
        (Wish(deed=Deed.PRIORITISE), "priority"),
        (Wish(deed=Deed.DISMISS), "reason"),
        (Wish(deed=Deed.DISMISS, reason=Dismissal.MERGED), "reason"),
        (Wish(deed=Deed.DISMISS, reason=Dismissal.OTHER, note=" "), "note"),
    ],
)
def test_what_is_missing_is_said(wish: Wish, field: str, article: Article, desk: Desk, editor: User) -> None:
    with pytest.raises(Invalid) as invalid:
        plan(desk, editor, wish)
    assert set(invalid.value.fields) == {field}


def test_nobody_is_given_claims_who_cannot_check_them(article: Article, desk: Desk, editor: User, reader: User) -> None:
    with pytest.raises(Invalid, match="not a reviewer of this desk"):
        plan(desk, editor, Wish(deed=Deed.ASSIGN, to=reader))


def test_it_is_for_editors(article: Article, desk: Desk, reviewer: User) -> None:
    with pytest.raises(Refused, match="Only editors"):
        plan(desk, reviewer, Wish(deed=Deed.PRIORITISE, priority=Priority.LOW))


def test_another_desks_claims_are_out_of_reach(
    article: Article, claim: Claim, other_desk: Desk, stranger: User
) -> None:
    wish = Wish(deed=Deed.PRIORITISE, priority=Priority.HIGH)
    assert plan(other_desk, stranger, wish).changed == []
    assert do(other_desk, stranger, wish, bulk.pairs([claim])).changed == []
    assert making.fresh(claim).priority == Priority.NORMAL


def test_it_is_bounded(article: Article, desk: Desk, editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MOST", 1)
    planned = plan(desk, editor, Wish(deed=Deed.PRIORITISE, priority=Priority.LOW))
    assert [one.number for one in planned.changed] == [1], "the most urgent first"


@pytest.mark.parametrize("mangled", ["x", "1", "1:x", "1:2:3"])
def test_a_mangled_list_is_out_of_date(mangled: str) -> None:
    with pytest.raises(Invalid, match="out of date"):
        bulk.unpaired(mangled)
