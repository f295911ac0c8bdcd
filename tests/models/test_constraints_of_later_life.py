"""A second opinion, a new draft, a clearance: what must never be true of them is refused by PostgreSQL itself."""

from collections.abc import Callable
from datetime import date

import pytest
from django.utils import timezone

from factcheck.models import (
    DETAILS,
    Anchor,
    Article,
    Citation,
    Claim,
    Clearance,
    Correction,
    Desk,
    Evidence,
    Link,
    SignOff,
    User,
    Verdict,
    Waiver,
)
from factcheck.models.choices import Dismissal, Opinion, Priority, Sensitivity, Standing, Status
from tests import making

from .test_constraints import refused


@pytest.fixture
def verdict(claim: Claim, reviewer: User) -> Verdict:
    making.at(claim, Status.CHECKING, by=reviewer)
    return making.submit(claim, reviewer)


@pytest.fixture
def foreign(desk: Desk, editor: User) -> Claim:
    """Of another article of the same desk."""
    return making.article(desk, editor, title="Another").claims.get(number=1)


@pytest.fixture
def clearance(verdict: Verdict, editor: User) -> Clearance:
    return Clearance.objects.create(article=verdict.claim.article, draft=verdict.draft, by=editor)


def opinion(on: Verdict, by: User, **fields: object) -> Verdict:
    given = {
        "claim": on.claim,
        "draft": on.draft,
        "author": by,
        "rating": on.rating,
        "rationale": "Read for myself.",
        "opinion": Opinion.SECOND,
        "beside": on,
        "standing": Standing.BESIDE,
    }
    return Verdict.objects.create(**given | fields)


def test_nobody_gives_a_second_opinion_on_their_own_verdict(verdict: Verdict) -> None:
    with refused("has judged claim"):
        opinion(verdict, verdict.author)


def test_nobody_adjudicates_between_themselves_and_a_colleague(verdict: Verdict, second_reviewer: User) -> None:
    opinion(verdict, second_reviewer)
    with refused("has judged claim"):
        opinion(verdict, second_reviewer, opinion=Opinion.FINAL, beside=None, standing=Standing.SUPERSEDED)


def test_nor_once_the_two_are_superseded(verdict: Verdict, second_reviewer: User) -> None:
    opinion(verdict, second_reviewer)
    Verdict.objects.update(standing=Standing.SUPERSEDED)
    with refused("has judged claim"):
        opinion(verdict, second_reviewer, opinion=Opinion.FINAL, beside=None, standing=Standing.CURRENT)


def test_a_second_opinion_never_counts_alone(verdict: Verdict, second_reviewer: User) -> None:
    opinion(verdict, second_reviewer)
    Verdict.objects.update(standing=Standing.SUPERSEDED)
    with refused("second_verdict_never_counts_alone"):
        Verdict.objects.filter(opinion=Opinion.SECOND).update(standing=Standing.CURRENT)


def test_a_first_verdict_stands_beside_none(verdict: Verdict) -> None:
    with refused("beside_a_verdict_stands_a_second"):
        Verdict.objects.filter(pk=verdict.pk).update(standing=Standing.BESIDE)


def test_a_second_opinion_falls_with_the_first(verdict: Verdict, second_reviewer: User) -> None:
    opinion(verdict, second_reviewer)
    with refused("on no standing verdict"):
        Verdict.objects.filter(pk=verdict.pk).update(standing=Standing.SUPERSEDED)
    Verdict.objects.filter(claim=verdict.claim).update(standing=Standing.SUPERSEDED)


def test_there_is_one_second_opinion_at_a_time(verdict: Verdict, second_reviewer: User, editor: User) -> None:
    opinion(verdict, second_reviewer)
    with refused("one_second_opinion_per_claim"):
        opinion(verdict, editor)


@pytest.mark.parametrize("fields", [{"beside": None}, {"opinion": Opinion.FIRST}])
def test_a_second_opinion_is_on_a_first(verdict: Verdict, second_reviewer: User, fields: dict[str, object]) -> None:
    with refused("second_verdict_stands_beside_a_first|beside_a_verdict_stands_a_second"):
        opinion(verdict, second_reviewer, **fields)


def test_and_on_one_of_the_same_claim(verdict: Verdict, second_reviewer: User) -> None:
    other = verdict.claim.article.claims.exclude(pk=verdict.claim_id)[0]
    with refused("is on another claim"):
        opinion(verdict, second_reviewer, claim=other)


def test_a_suggested_fix_is_decided_by_somebody(verdict: Verdict) -> None:
    with refused("suggested_fix_is_decided_by_somebody"):
        Verdict.objects.filter(pk=verdict.pk).update(fix_accepted=True)


def test_and_there_has_to_be_one(verdict: Verdict, editor: User) -> None:
    with refused("suggested_fix_is_decided_by_somebody"):
        Verdict.objects.filter(pk=verdict.pk).update(
            fix_accepted=True, fix_decided_by=editor, fix_decided_at=timezone.now()
        )


def test_a_merged_claim_names_the_one_that_it_went_into(claim: Claim) -> None:
    with refused("merged_exactly_into_another_claim"):
        Claim.objects.filter(pk=claim.pk).update(status=Status.DISMISSED, dismissal=Dismissal.MERGED)


@pytest.mark.parametrize("kin", ["merged_into", "split_from"])
def test_and_that_is_not_itself(claim: Claim, kin: str) -> None:
    merged = {"status": Status.DISMISSED, "dismissal": Dismissal.MERGED} if kin == "merged_into" else {}
    with refused("claim_is_not_its_own_kin"):
        Claim.objects.filter(pk=claim.pk).update(**merged, **{kin: claim})


@pytest.mark.parametrize("rule", ["sign_offs", "sign_offs_high", "sign_offs_low"])
def test_a_desk_asks_for_at_most_two_signatures(desk: Desk, rule: str) -> None:
    with refused("desk_asks_for_at_most_two_sign_offs"):
        Desk.objects.filter(pk=desk.pk).update(**{rule: 3})


@pytest.mark.parametrize(
    ("rules", "asked"),
    [
        ({"sign_offs": 1}, [1, 1, 1]),
        ({"sign_offs": 1, "sign_offs_low": 0, "sign_offs_high": 2}, [0, 1, 2]),
        ({"sign_offs": 0, "blind_from": Priority.HIGH}, [0, 0, 1]),
        ({"sign_offs": 0, "sign_offs_high": 2, "blind_from": Priority.LOW}, [1, 1, 2]),
    ],
)
def test_as_many_sign_as_the_desk_asks_for_that_priority(rules: dict[str, int], asked: list[int]) -> None:
    desk = Desk(**rules)
    assert [desk.asks_sign_offs(priority) for priority in Priority] == asked


def test_a_place_in_an_older_draft_is_kept_as_it_was(claim: Claim) -> None:
    anchor = making.anchor(claim)
    for rewrite in (lambda: Anchor.objects.update(text="Else."), anchor.delete):
        with refused("anchor_is_kept"):
            rewrite()


def test_an_article_is_cleared_once_at_a_time(clearance: Clearance) -> None:
    with refused("one_clearance_at_a_time"):
        Clearance.objects.create(article=clearance.article, draft=clearance.draft, by=clearance.by)


def test_and_opened_again_by_somebody_for_a_reason(clearance: Clearance) -> None:
    with refused("clearance_is_withdrawn_by_somebody_for_a_reason"):
        Clearance.objects.update(withdrawn_at=timezone.now(), withdrawn_by=clearance.by)


def test_a_clearance_is_of_a_draft_of_its_article(verdict: Verdict, foreign: Claim, editor: User) -> None:
    with refused("clearance_draft_id_article_id_agree"):
        Clearance.objects.create(article=verdict.claim.article, draft=foreign.draft, by=editor)


def test_a_verdict_is_on_a_draft_of_its_article(verdict: Verdict, foreign: Claim, second_reviewer: User) -> None:
    with refused("the verdict is on a draft of another article"):
        opinion(verdict, second_reviewer, draft=foreign.draft)


def test_a_signature_confirms_for_a_draft_of_its_article(
    verdict: Verdict, foreign: Claim, second_reviewer: User
) -> None:
    signature = {"verdict": verdict, "author": verdict.author, "reviewer": second_reviewer}
    with refused("the signature is for a draft of another article"):
        SignOff.objects.create(**signature, confirms=foreign.draft)
    SignOff.objects.create(**signature, confirms=verdict.draft)


def test_an_anchor_is_in_a_draft_of_its_article(claim: Claim, foreign: Claim) -> None:
    with refused("the anchor is in a draft of another article"):
        making.anchor(claim, draft=foreign.draft, passage=foreign.passage)


def test_a_correction_follows_a_clearance(claim: Claim, editor: User) -> None:
    with refused("the article was never cleared"):
        Correction.objects.create(article=claim.article, by=editor, what="1932.", why="Two digits changed places.")


def test_and_is_of_a_claim_of_its_article(clearance: Clearance, foreign: Claim) -> None:
    told = {"article": clearance.article, "by": clearance.by, "what": "1932.", "why": "Two digits changed places."}
    with refused("the corrected claim is of another article"):
        Correction.objects.create(**told, claim=foreign)
    Correction.objects.create(**told, claim=clearance.article.claims.get(number=1))


def test_what_was_withdrawn_is_withdrawn_for_good(clearance: Clearance) -> None:
    withdrawn = {"withdrawn_at": timezone.now(), "withdrawn_by": clearance.by, "reason": "A typo in the lead."}
    Clearance.objects.update(**withdrawn)
    with refused("Cannot update"):
        Clearance.objects.update(withdrawn_at=None, withdrawn_by=None, reason="")


ANOTHER: dict[str, object] = {
    "title": "Another title",
    "byline": "Staff",
    "source_url": "https://paper.example/bridge",
    "published_on": date(2026, 5, 3),
    "deadline": timezone.now(),
    "note": "Mind the date.",
    "sensitivity": Sensitivity.SENSITIVE,
}


@pytest.mark.parametrize(
    "touch",
    [
        lambda verdict: Claim.objects.filter(pk=verdict.claim_id).update(text="Else."),
        lambda verdict: Verdict.objects.filter(pk=verdict.pk).update(standing=Standing.SUPERSEDED),
        lambda verdict: SignOff.objects.create(
            verdict=verdict, author=verdict.author, reviewer=verdict.claim.article.created_by
        ),
        lambda verdict: Citation.objects.filter(claim=verdict.claim).update(removed_at=timezone.now()),
        lambda verdict: Link.objects.create(claim=verdict.claim, depth=9),
        lambda verdict: Evidence.objects.create(verdict=verdict, citation=verdict.claim.citations.get()),
        lambda verdict: Waiver.objects.create(
            claim=verdict.claim, blocker="Open", version=9, reason="Told as a rumour.", by=verdict.author
        ),
        *(lambda _, name=name: Article.objects.update(**{name: ANOTHER[name]}) for name in DETAILS),
    ],
    ids=["claim", "verdict", "signature", "citation", "attribution", "evidence", "waiver", *DETAILS],
)
@pytest.mark.usefixtures("clearance")
def test_what_a_cleared_article_rests_on_stands_still(touch: Callable[[Verdict], object], verdict: Verdict) -> None:
    with refused("the article is cleared"):
        touch(verdict)


def test_until_it_is_opened_again(clearance: Clearance, verdict: Verdict, second_reviewer: User) -> None:
    Clearance.objects.update(withdrawn_at=timezone.now(), withdrawn_by=clearance.by, reason="A typo in the lead.")
    SignOff.objects.create(verdict=verdict, author=verdict.author, reviewer=second_reviewer)
    Article.objects.update(title="The old bridge")


@pytest.mark.parametrize(
    ("write", "rule"),
    [
        (lambda row: Waiver.objects.create(**row, blocker="Open", version=1, reason=""), "waiver_says_why"),
        (
            lambda row: Correction.objects.create(article=row["claim"].article, by=row["by"], what="Five.", why=""),
            "correction_says_what_and_why",
        ),
    ],
)
def test_waivers_and_corrections_say_why(
    claim: Claim, editor: User, write: Callable[[dict[str, object]], object], rule: str
) -> None:
    withdrawn = {"withdrawn_at": timezone.now(), "withdrawn_by": editor, "reason": "A typo in the lead."}
    Clearance.objects.create(article=claim.article, draft=claim.draft, by=editor, **withdrawn)
    with refused(rule):
        write({"claim": claim, "by": editor})
