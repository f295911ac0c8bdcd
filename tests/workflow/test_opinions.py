"""A second verdict beside the first, and an editor's between the two."""

from uuid import uuid4

import pytest

from factcheck.models import Claim, Desk, Notification, SignOff, User
from factcheck.models.choices import Carry, Notice, Opinion, Priority, Said, Standing, Status
from factcheck.workflow import opinions, verdicts
from factcheck.workflow.errors import Invalid, Refused
from factcheck.workflow.permissions import allowed
from tests import making


@pytest.fixture
def submitted(claim: Claim, reviewer: User) -> Claim:
    return making.at(claim, Status.SUBMITTED, by=reviewer)


@pytest.fixture
def blind(desk: Desk) -> Desk:
    """Every verdict is given blind, and nobody has to sign."""
    Desk.objects.filter(pk=desk.pk).update(blind_from=Priority.LOW, sign_offs=0)
    return Desk.objects.get(pk=desk.pk)


@pytest.fixture
def disputed(claim: Claim, reviewer: User, second_reviewer: User) -> Claim:
    return making.at(claim, Status.DISPUTED, by=reviewer, signer=second_reviewer)


def test_a_second_verdict_that_agrees_is_a_signature(submitted: Claim, second_reviewer: User) -> None:
    making.second(submitted, second_reviewer)
    assert making.fresh(submitted).status == Status.SETTLED
    assert SignOff.objects.get().reviewer == second_reviewer
    assert verdicts.current(submitted).opinion == Opinion.FIRST, "the first is the one that counts"


def test_where_the_desk_asks_for_two_one_more_signs(submitted: Claim, second_reviewer: User, editor: User) -> None:
    Desk.objects.update(sign_offs=2)
    making.second(submitted, second_reviewer)
    assert making.fresh(submitted).status == Status.SUBMITTED
    with pytest.raises(Refused, match="two verdicts already"):
        making.second(submitted, editor)
    making.sign_off(submitted, editor)
    assert making.fresh(submitted).status == Status.SETTLED


@pytest.mark.parametrize("answers", [{"rating": "wrong"}, {"said": Said.EXACT}])
def test_one_that_differs_in_either_answer_is_a_dispute(
    submitted: Claim, second_reviewer: User, answers: dict[str, str]
) -> None:
    making.second(submitted, second_reviewer, **answers)
    assert making.fresh(submitted).status == Status.DISPUTED
    assert not SignOff.objects.exists()


def test_the_author_of_the_first_is_told_of_a_dispute_and_not_of_agreement(
    submitted: Claim, reviewer: User, second_reviewer: User
) -> None:
    other = making.at(submitted.article.claims.get(number=2), Status.SUBMITTED, by=reviewer)
    making.second(other, second_reviewer, said="")
    assert not Notification.objects.exists()
    making.second(submitted, second_reviewer, rating="wrong")
    told = Notification.objects.get()
    assert (told.user, told.notice, told.claim) == (reviewer, Notice.DISPUTED, submitted)


def test_another_wording_of_the_same_answers_is_no_dispute(submitted: Claim, second_reviewer: User) -> None:
    making.second(submitted, second_reviewer, rationale="Quite so.", suggested_fix="fell to 4.0 per cent")
    assert making.fresh(submitted).status == Status.SETTLED


def test_nobody_gives_the_second_verdict_on_their_own(submitted: Claim, reviewer: User) -> None:
    with pytest.raises(Refused, match="You wrote the first verdict"):
        making.second(submitted, reviewer)


def test_whoever_has_signed_gives_no_second(submitted: Claim, second_reviewer: User) -> None:
    Desk.objects.update(sign_offs=2)
    making.sign_off(submitted, second_reviewer)
    with pytest.raises(Refused, match="You have signed this verdict off"):
        making.second(submitted, second_reviewer)


def test_whoever_agreed_has_signed(submitted: Claim, second_reviewer: User) -> None:
    Desk.objects.update(sign_offs=2)
    making.second(submitted, second_reviewer)
    assert "one more reviewer" in allowed(second_reviewer, making.fresh(submitted))["sign_off"]


def test_a_second_verdict_says_why_and_rests_on_evidence(submitted: Claim, second_reviewer: User) -> None:
    with pytest.raises(Invalid, match="Say why"):
        making.second(submitted, second_reviewer, rationale=" ")
    own = making.cite(submitted, second_reviewer, title="Labour market, June")
    verdict = making.second(submitted, second_reviewer)
    assert own in verdict.citations.all()
    assert own not in verdicts.current(submitted).citations.all()


def test_a_request_sent_twice_stores_one_second_verdict(submitted: Claim, second_reviewer: User) -> None:
    key = uuid4()
    assert making.second(submitted, second_reviewer, key=key) == making.second(submitted, second_reviewer, key=key)
    assert submitted.verdicts.count() == 2


def test_before_a_blind_verdict_is_signed_or_sent_back_there_is_a_second(
    blind: Desk, submitted: Claim, second_reviewer: User
) -> None:
    answers = allowed(second_reviewer, submitted)
    assert answers["sign_off"] == answers["send_back"]
    assert answers["sign_off"] == (
        "The first verdict is hidden until there is a second one. Give your own verdict first."
    )
    assert answers["second"] == ""


def test_a_blind_verdict_is_settled_by_its_second_even_where_nobody_has_to_sign(
    blind: Desk, submitted: Claim, second_reviewer: User
) -> None:
    assert submitted.status == Status.SUBMITTED
    making.second(submitted, second_reviewer)
    assert making.fresh(submitted).status == Status.SETTLED


def test_it_is_remembered_which_were_given_blind(blind: Desk, submitted: Claim, second_reviewer: User) -> None:
    making.second(submitted, second_reviewer)
    assert all(verdict.blind for verdict in submitted.verdicts.all())


def test_the_rule_holds_from_its_priority_up(desk: Desk, claim: Claim, reviewer: User) -> None:
    Desk.objects.update(blind_from=Priority.HIGH)
    other = claim.article.claims.get(number=2)
    Claim.objects.filter(pk=claim.pk).update(priority=Priority.HIGH)
    for row in (claim, other):
        making.at(making.fresh(row), Status.SUBMITTED, by=reviewer)
    assert (verdicts.current(claim).blind, verdicts.current(other).blind) == (True, False)


@pytest.mark.parametrize(("priority", "asked"), [(Priority.LOW, 0), (Priority.NORMAL, 1), (Priority.HIGH, 2)])
def test_the_priority_says_how_many_sign(
    priority: Priority, asked: int, claim: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    Desk.objects.update(sign_offs_low=0, sign_offs=1, sign_offs_high=2)
    Claim.objects.filter(pk=claim.pk).update(priority=priority)
    making.at(making.fresh(claim), Status.SUBMITTED, by=reviewer)
    for signer in [second_reviewer, editor][:asked]:
        assert making.fresh(claim).status == Status.SUBMITTED
        making.sign_off(claim, signer)
    assert making.fresh(claim).status == Status.SETTLED


def test_a_pair_that_is_sent_back_stays_readable_until_the_next_verdict(
    submitted: Claim, reviewer: User, second_reviewer: User, editor: User
) -> None:
    Desk.objects.update(sign_offs=2)
    making.second(submitted, second_reviewer)
    making.send_back(submitted, editor)
    assert set(submitted.verdicts.values_list("standing", flat=True)) == {Standing.CURRENT, Standing.BESIDE}
    making.submit(submitted, reviewer, rating="wrong")
    standings = [*submitted.verdicts.order_by("pk").values_list("standing", flat=True)]
    assert standings == [Standing.SUPERSEDED, Standing.SUPERSEDED, Standing.CURRENT]
    assert allowed(second_reviewer, making.fresh(submitted))["second"] == "", "a new verdict, a new second opinion"


def test_an_editor_who_wrote_neither_decides(disputed: Claim, editor: User) -> None:
    final = making.adjudicate(disputed, editor, rating="sources-conflict")
    assert making.fresh(disputed).status == Status.SETTLED
    assert verdicts.current(disputed) == final
    assert [*disputed.verdicts.order_by("pk").values_list("opinion", "standing")] == [
        (Opinion.FIRST, Standing.SUPERSEDED),
        (Opinion.SECOND, Standing.SUPERSEDED),
        (Opinion.FINAL, Standing.CURRENT),
    ]


def test_an_editor_who_wrote_one_of_the_two_does_not(claim: Claim, reviewer: User, editor: User) -> None:
    disputed = making.at(claim, Status.DISPUTED, by=reviewer, signer=editor)
    with pytest.raises(Refused, match="You wrote one of the two verdicts"):
        making.adjudicate(disputed, editor)


def test_a_decision_says_why(disputed: Claim, editor: User) -> None:
    with pytest.raises(Invalid, match="Say why"):
        making.adjudicate(disputed, editor, rationale="")


def test_what_was_settled_is_confirmed_for_its_new_words(claim: Claim, reviewer: User, second_reviewer: User) -> None:
    changed = making.at(claim, Status.RECHECK, by=reviewer, signer=second_reviewer)
    verdicts.confirm(claim_id=changed.pk, by=second_reviewer, seen=changed.version)
    assert making.fresh(claim).status == Status.SETTLED
    assert verdicts.current(claim).author == reviewer


class TestConfirmedBy:
    """As many people other than its author say that a verdict holds for changed words as the desk asks to sign."""

    @pytest.fixture
    def changed(self, claim: Claim, reviewer: User, second_reviewer: User) -> Claim:
        return making.at(claim, Status.RECHECK, by=reviewer, signer=second_reviewer)

    def confirm(self, claim: Claim, by: User) -> Status:
        now = making.fresh(claim)
        verdicts.confirm(claim_id=now.pk, by=by, seen=now.version)
        return Status(making.fresh(claim).status)

    @pytest.mark.parametrize("asked", [1, 2])
    def test_never_its_author_where_the_desk_asks_for_a_signature(
        self, changed: Claim, reviewer: User, asked: int
    ) -> None:
        Desk.objects.update(sign_offs=asked)
        with pytest.raises(Refused, match="You wrote this verdict"):
            self.confirm(changed, reviewer)

    def test_its_author_where_the_desk_asks_for_none(self, changed: Claim, reviewer: User) -> None:
        Desk.objects.update(sign_offs=0)
        assert self.confirm(changed, reviewer) == Status.SETTLED
        assert not changed.verdicts.get().sign_offs.exclude(confirms=None).exists()

    def test_two_where_the_desk_asks_for_two(self, changed: Claim, second_reviewer: User, editor: User) -> None:
        Desk.objects.update(sign_offs=2)
        assert self.confirm(changed, second_reviewer) == Status.RECHECK
        with pytest.raises(Refused, match="You have confirmed this verdict"):
            self.confirm(changed, second_reviewer)
        assert self.confirm(changed, editor) == Status.SETTLED

    def test_the_rule_is_that_of_the_claims_priority(self, changed: Claim, second_reviewer: User) -> None:
        Desk.objects.update(sign_offs=0, sign_offs_high=2)
        Claim.objects.update(priority=Priority.HIGH)
        assert self.confirm(changed, second_reviewer) == Status.RECHECK


@pytest.mark.parametrize("status", [Status.CHECKING, Status.SUBMITTED, Status.DISPUTED])
def test_what_was_not_settled_is_checked_again(
    status: Status, claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    making.at(claim, status, by=reviewer, signer=second_reviewer)
    changed = making.carry(claim, Carry.TEXT_CHANGED)
    with pytest.raises(Refused, match="Take it and check it"):
        verdicts.confirm(claim_id=claim.pk, by=second_reviewer, seen=changed.version)
    assert allowed(second_reviewer, changed)["take"] == ""


def test_agreement_is_about_the_answers_and_not_about_the_version_of_the_scale(
    submitted: Claim, second_reviewer: User
) -> None:
    scale = making.scale("House, revised")
    for rating in submitted.desk.scale.ratings.all():
        rating.pk, rating.scale, rating.meaning = None, scale, f"{rating.meaning} Really."
        rating.save()
    Desk.objects.update(scale=scale)
    second = opinions.second(
        claim_id=submitted.pk,
        by=second_reviewer,
        seen=submitted.version,
        key=uuid4(),
        rating_id=scale.ratings.get(code="confirmed").pk,
        rationale="Read for myself.",
        said=Said.FAIR,
    )
    assert second.rating.scale == scale
    assert making.fresh(submitted).status == Status.SETTLED
