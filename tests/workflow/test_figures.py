"""How a desk is doing, in numbers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from factcheck.models import Article, Claim, Desk, User
from factcheck.models.choices import Priority, Status
from factcheck.workflow import figures
from factcheck.workflow.figures import Period, Scope, kappa
from tests import making


@pytest.fixture
def scope(desk: Desk) -> Scope:
    return Scope(desk, Period.MONTH)


def test_verdicts_are_counted_by_day_and_rating(claim: Claim, scope: Scope, reviewer: User) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    [day] = figures.over_time(scope)
    assert (day.total, [(share.label, share.number) for share in day.shares]) == (1, [("Confirmed", 1)])


def test_a_hidden_verdict_is_not_counted(claim: Claim, desk: Desk, reviewer: User) -> None:
    Desk.objects.update(blind_from=Priority.LOW)
    making.at(claim, Status.SUBMITTED, by=reviewer)
    assert figures.over_time(Scope(desk, Period.ALL)) == []
    assert figures.time_to_verdict(Scope(desk, Period.ALL)) == []


def test_what_waits_is_counted_by_age(article: Article, claim: Claim, scope: Scope) -> None:
    Claim.objects.filter(pk=claim.pk).update(created_at=timezone.now() - timedelta(days=5), priority=Priority.HIGH)
    counted = {age.label: (age.number, age.high) for age in figures.open_by_age(scope) if age.number}
    assert counted == {"Today": (1, 0), "4 to 7 days": (1, 1)}


def test_the_time_to_a_verdict_is_taken_to_the_first_one(
    claim: Claim, scope: Scope, reviewer: User, second_reviewer: User
) -> None:
    Claim.objects.filter(pk=claim.pk).update(created_at=timezone.now() - timedelta(hours=3))
    making.at(claim, Status.SUBMITTED, by=reviewer)
    making.send_back(claim, second_reviewer)
    making.submit(claim, reviewer)
    whole, kind = figures.time_to_verdict(scope)
    assert (whole.label, whole.number, kind.label) == ("All claims", 1, "Statistic")
    assert whole.median == pytest.approx(3, abs=0.1)
    assert whole.slowest == pytest.approx(3, abs=0.1)


def test_agreement_is_of_first_and_second_verdicts(
    claim: Claim, desk: Desk, scope: Scope, reviewer: User, second_reviewer: User
) -> None:
    Desk.objects.update(blind_from=Priority.LOW)
    making.at(claim, Status.SUBMITTED, by=reviewer)
    making.second(claim, second_reviewer, rating="wrong")
    whole, _ = figures.agreement(scope)
    assert (whole.number, whole.same, whole.percent, whole.is_thin) == (1, 0, 0.0, True)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (["aa", "bb"], 1.0),
        (["ab", "ba"], -1.0),
        (["aa", "ab", "ba", "bb"], 0.0),
        (["aa"] * 20 + ["ab"] * 5 + ["ba"] * 10 + ["bb"] * 15, 0.4),
        (["aa", "aa"], None),
    ],
)
def test_kappa_is_agreement_beyond_chance(pairs: list[str], expected: float | None) -> None:
    assert kappa(pairs) == (expected if expected is None else pytest.approx(expected))


def test_another_desk_has_figures_of_its_own(claim: Claim, other_desk: Desk, reviewer: User) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    theirs = Scope(other_desk, Period.ALL)
    assert figures.over_time(theirs) == []
    assert figures.time_to_verdict(theirs) == []
    assert figures.open_by_age(theirs) == []


def test_a_kind_narrows_all_of_it(claim: Claim, desk: Desk, reviewer: User) -> None:
    making.at(claim, Status.SUBMITTED, by=reviewer)
    assert figures.over_time(Scope(desk, Period.ALL, "event")) == []
    assert sum(age.number for age in figures.open_by_age(Scope(desk, Period.ALL, "event"))) == 1
