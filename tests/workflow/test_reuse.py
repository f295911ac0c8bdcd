"""Beginning a verdict with an earlier one."""

import pytest

from factcheck.models import Claim, Desk, RatingScale, User
from factcheck.models.choices import Priority, Status
from factcheck.workflow import reuse, unsent
from factcheck.workflow.citations import File
from factcheck.workflow.errors import Refused
from tests import making


@pytest.fixture
def settled(claim: Claim, reviewer: User, second_reviewer: User) -> Claim:
    return making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)


@pytest.fixture
def again(settled: Claim, desk: Desk, editor: User, reviewer: User) -> Claim:
    """The same claim in another article, being checked."""
    return making.at(making.article(desk, editor, title="Jobs").claims.get(number=1), Status.CHECKING, by=reviewer)


def begin(again: Claim, settled: Claim, by: User) -> dict[str, str]:
    words: dict[str, str] = reuse.reuse(claim_id=again.pk, by=by, verdict_id=settled.verdicts.get().pk).words
    return words


def test_it_begins_with_the_earlier_words_and_evidence(settled: Claim, again: Claim, reviewer: User) -> None:
    earlier = settled.verdicts.get()
    words = begin(again, settled, reviewer)
    assert words == {
        "rating": str(earlier.rating_id),
        "rationale": earlier.rationale,
        "reused_from": str(earlier.pk),
    }, "was it said is not taken over"
    [copy] = again.citations.all()
    [original] = settled.citations.all()
    assert (copy.copied_from, copy.title, copy.quote, copy.added_by) == (
        original,
        original.title,
        original.quote,
        reviewer,
    )


def test_the_file_of_the_evidence_comes_along(claim: Claim, desk: Desk, editor: User, reviewer: User) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    making.cite(claim, reviewer, attachment=File("table.pdf", b"%PDF-1.7"))
    making.submit(claim, reviewer)
    again = making.at(making.article(desk, editor, title="Jobs").claims.get(number=1), Status.CHECKING, by=reviewer)
    begin(again, claim, reviewer)
    [copy], [original] = again.citations.all(), claim.citations.all()
    assert copy.attachment == original.attachment is not None


def test_done_twice_it_copies_nothing_twice(settled: Claim, again: Claim, reviewer: User) -> None:
    begin(again, settled, reviewer)
    begin(again, settled, reviewer)
    assert again.citations.count() == 1


def test_the_verdict_remembers_what_it_began_with(settled: Claim, again: Claim, reviewer: User) -> None:
    begin(again, settled, reviewer)
    verdict = making.submit(again, reviewer, reused_from_id=settled.verdicts.get().pk)
    assert verdict.reused_from == settled.verdicts.get()


def test_what_one_has_begun_oneself_is_not_overwritten(settled: Claim, again: Claim, reviewer: User) -> None:
    unsent.keep(by=reviewer, form="submit", about=again, words={"rationale": "Half a sentence"})
    with pytest.raises(Refused, match="You have begun a verdict"):
        begin(again, settled, reviewer)


def test_a_rating_of_another_scale_is_left_to_be_chosen(settled: Claim, again: Claim, reviewer: User) -> None:
    Desk.objects.filter(pk=again.desk_id).update(scale=RatingScale.objects.create(name="New"))
    assert begin(again, settled, reviewer)["rating"] == ""


def test_only_who_checks_the_claim_can(settled: Claim, again: Claim, second_reviewer: User) -> None:
    with pytest.raises(Refused, match="is checking this claim"):
        begin(again, settled, second_reviewer)


def test_a_hidden_verdict_is_not_to_be_had(
    again: Claim, claim: Claim, desk: Desk, editor: User, reviewer: User
) -> None:
    Desk.objects.update(blind_from=Priority.LOW)
    hidden = making.at(making.article(desk, editor, title="Third").claims.get(number=1), Status.SUBMITTED, by=editor)
    with pytest.raises(Refused, match="not for you to see"):
        begin(again, hidden, reviewer)


def test_another_desks_verdict_is_not_to_be_had(settled: Claim, other_desk: Desk, stranger: User) -> None:
    theirs = making.at(making.article(other_desk, stranger).claims.get(number=1), Status.CHECKING, by=stranger)
    with pytest.raises(Refused):
        begin(theirs, settled, stranger)
