"""Of which kind a claim is, how urgent, and who says so."""

import pytest

from factcheck.models import Claim, User
from factcheck.models.choices import ClaimKind, Priority, Status
from factcheck.workflow import describing
from factcheck.workflow.attribution import Saying
from factcheck.workflow.errors import Invalid, Refused
from factcheck.workflow.timeline import timeline
from tests import making


def last(claim: Claim) -> str:
    return timeline(claim)[0].sentence


def test_another_kind_is_told(claim: Claim, reviewer: User) -> None:
    describing.change_kind(claim_id=claim.pk, by=reviewer, seen=claim.version, kind=ClaimKind.CAUSAL)
    assert making.fresh(claim).kind == ClaimKind.CAUSAL
    assert last(claim) == "reviewer changed the kind to cause."


def test_editors_say_how_urgent_it_is(claim: Claim, editor: User, reviewer: User) -> None:
    with pytest.raises(Refused, match="Only editors"):
        describing.prioritise(claim_id=claim.pk, by=reviewer, seen=claim.version, priority=Priority.HIGH)
    describing.prioritise(claim_id=claim.pk, by=editor, seen=claim.version, priority=Priority.HIGH)
    assert making.fresh(claim).priority == Priority.HIGH
    assert last(claim) == "editor set the priority to high."


def test_what_is_settled_has_no_urgency(claim: Claim, reviewer: User, second_reviewer: User, editor: User) -> None:
    settled = making.at(claim, Status.SETTLED, by=reviewer, signer=second_reviewer)
    with pytest.raises(Refused, match="this claim is settled"):
        describing.prioritise(claim_id=claim.pk, by=editor, seen=settled.version, priority=Priority.HIGH)


class TestTheChain:
    def correct(self, claim: Claim, by: User, *chain: Saying) -> Claim:
        return describing.correct_chain(claim_id=claim.pk, by=by, seen=making.fresh(claim).version, chain=chain)

    def test_links_are_added_and_put_in_order(self, claim: Claim, reviewer: User) -> None:
        self.correct(claim, reviewer, Saying("the office", "statistics office", "found"), Saying("the minister"))
        links = claim.links.order_by("depth")
        assert [(link.depth, link.who, link.role, link.cue) for link in links] == [
            (0, "the office", "statistics office", "found"),
            (1, "the minister", "", ""),
        ]
        assert last(claim) == "reviewer corrected who says so: the office → the minister."

    def test_of_several_places_it_is_the_nearest(self, claim: Claim, reviewer: User) -> None:
        other = claim.article.claims.get(number=2)
        self.correct(other, reviewer, Saying("in"))
        link = other.links.get()
        assert link.start == other.draft.text.index("in 1932")

    def test_without_a_link_the_article_says_so(self, claim: Claim, reviewer: User) -> None:
        self.correct(claim, reviewer)
        assert not claim.links.exists()
        assert last(claim) == "reviewer corrected who says so: the article itself."

    def test_it_is_no_endless_chain(self, claim: Claim, reviewer: User) -> None:
        with pytest.raises(Invalid, match="at most 8 links"):
            self.correct(claim, reviewer, *[Saying("somebody")] * 9)
