"""What must never be true is refused by PostgreSQL itself, whoever asks and however."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from factcheck.models import (
    Article,
    Citation,
    Claim,
    ClaimEvent,
    Desk,
    Draft,
    Evidence,
    Job,
    Passage,
    Rating,
    SignOff,
    Upload,
    User,
    Verdict,
)
from factcheck.models.choices import JobState, PassageKind, Standing, Status
from tests import making


@contextmanager
def refused(by: str) -> Iterator[None]:
    """The database refuses, and names the rule."""
    with pytest.raises(DatabaseError, match=by), transaction.atomic():  # noqa: PT012 - deferred keys are checked at the end
        yield
        connection.check_constraints()


@pytest.fixture
def verdict(claim: Claim, reviewer: User) -> Verdict:
    making.at(claim, Status.CHECKING, by=reviewer)
    return making.submit(claim, reviewer)


def test_a_claim_has_one_current_verdict(verdict: Verdict, second_reviewer: User) -> None:
    with refused("one_current_verdict_per_claim"):
        Verdict.objects.create(
            claim=verdict.claim,
            draft=verdict.draft,
            author=second_reviewer,
            rating=verdict.rating,
            rationale="Also.",
            standing=Standing.CURRENT,
        )


def test_nobody_signs_off_their_own_verdict(verdict: Verdict) -> None:
    with refused("nobody_signs_off_their_own_verdict"):
        SignOff.objects.create(verdict=verdict, author=verdict.author, reviewer=verdict.author)


def test_nor_by_naming_somebody_else_as_its_author(verdict: Verdict, second_reviewer: User) -> None:
    with refused("signoff_verdict_id_author_id_agree"):
        SignOff.objects.create(verdict=verdict, author=second_reviewer, reviewer=verdict.author)


def test_nobody_signs_twice(verdict: Verdict, second_reviewer: User) -> None:
    SignOff.objects.create(verdict=verdict, author=verdict.author, reviewer=second_reviewer)
    with refused("one_signature_per_person_verdict_and_words"):
        SignOff.objects.create(verdict=verdict, author=verdict.author, reviewer=second_reviewer)


def test_a_rating_belongs_to_the_scale_of_the_desk(verdict: Verdict, second_reviewer: User) -> None:
    foreign = making.scale("Elsewhere").ratings.create(
        code="so", label="So", meaning="So.", tone="good", mark="✓", order=1
    )
    with refused("is not on the scale of the claim's desk"):
        Verdict.objects.create(
            claim=verdict.claim,
            draft=verdict.draft,
            author=second_reviewer,
            rating=foreign,
            rationale="So.",
            standing=Standing.SUPERSEDED,
        )


@pytest.mark.parametrize(
    ("spans", "start", "end", "rule"),
    [
        ([[0, 5000]], 0, 5000, "after its text"),
        ([[0, 5]], 0, 7, "do not reach from start to end"),
        ([[2, 5]], 0, 5, "do not reach from start to end"),
        ([[5, 5]], 5, 5, "claim_stands_on_text"),
    ],
)
def test_spans_lie_inside_the_text(claim: Claim, spans: list[list[int]], start: int, end: int, rule: str) -> None:
    with refused(rule):
        Claim.objects.filter(pk=claim.pk).update(spans=spans, start=start, end=end)


def test_a_claim_and_its_article_are_on_one_desk(claim: Claim, other_desk: Desk) -> None:
    with refused("claim_article_id_desk_id_agree"):
        Claim.objects.filter(pk=claim.pk).update(desk=other_desk)


def test_a_claim_and_its_passage_are_of_one_draft(claim: Claim, desk: Desk, editor: User) -> None:
    foreign = making.article(desk, editor, title="Another").drafts.get().passages.first()
    with refused("claim_passage_id_draft_id_agree"):
        Claim.objects.filter(pk=claim.pk).update(passage=foreign)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"status": Status.CHECKING}, "checking_has_an_assignee_and_open_has_none"),
        ({"status": Status.DISMISSED}, "dismissed_exactly_with_a_reason"),
        ({"dismissal": "trivial"}, "dismissed_exactly_with_a_reason"),
        ({"status": "lost"}, "claim_status_is_known"),
        ({"checkworthiness": 1.5}, "checkworthiness_0_to_1"),
        ({"number": 2}, "claim_number_once_per_article"),
    ],
)
def test_a_claim_is_in_a_state_that_makes_sense(claim: Claim, change: dict[str, object], rule: str) -> None:
    with refused(rule):
        Claim.objects.filter(pk=claim.pk).update(**change)


def test_a_job_that_runs_has_a_lease_and_one_that_failed_says_why(article: Article) -> None:
    with refused("running_job_has_a_lease"):
        Job.objects.update(state=JobState.RUNNING)
    with refused("failed_job_says_why"):
        Job.objects.update(state=JobState.FAILED)


KEPT: dict[str, Callable[[Verdict], object]] = {
    "a verdict": lambda verdict: Verdict.objects.filter(pk=verdict.pk).update(rationale="Other."),
    "a verdict's rating": lambda verdict: Verdict.objects.update(
        rating=Rating.objects.exclude(pk=verdict.rating_id)[0]
    ),
    "a citation": lambda _: Citation.objects.update(quote="Other."),
    "a passage's place": lambda _: Passage.objects.update(start=F("start") + 1),
    "a draft's text": lambda _: Draft.objects.update(text="Other."),
    "an upload": lambda _: Upload.objects.update(content=b"Other."),
    "evidence": lambda _: Evidence.objects.update(citation=F("citation") + 1),
    "history": lambda _: ClaimEvent.objects.update(pgh_label="other"),
}


@pytest.mark.parametrize("rewrite", KEPT.values(), ids=KEPT)
def test_what_is_kept_is_not_rewritten(rewrite: Callable[[Verdict], object], verdict: Verdict) -> None:
    with refused("Cannot update"):
        rewrite(verdict)


@pytest.mark.parametrize("model", [Claim, Verdict, Citation, Draft, Passage, Upload, Evidence, ClaimEvent])
def test_what_is_kept_is_not_deleted(model: type, verdict: Verdict) -> None:
    with refused(r"Cannot (update or )?delete"):
        model.objects.all()._raw_delete("default")  # type: ignore[attr-defined]  # noqa: SLF001 - past Django's own guards


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda rating: rating.update(label="Other."),
        lambda rating: rating._raw_delete("default"),  # noqa: SLF001 - past Django's own guards
    ],
)
def test_a_rating_that_verdicts_stand_on_keeps_its_meaning(
    rewrite: Callable[[object], object], verdict: Verdict
) -> None:
    with refused("stands under verdicts"):
        rewrite(Rating.objects.filter(pk=verdict.rating_id))
    Rating.objects.filter(code="wrong").update(label="Not so")


@pytest.mark.parametrize(
    ("start", "end", "rule"), [(5, 5, "passage_is_not_empty"), (5, 5000, "passage ends after its text")]
)
def test_passages_have_their_own_place(article: Article, start: int, end: int, rule: str) -> None:
    with refused(rule):
        Passage.objects.create(
            draft=article.drafts.get(), index=9, paragraph=1, start=start, end=end, kind=PassageKind.SENTENCE
        )


def test_evidence_is_about_the_verdicts_own_claim(verdict: Verdict, article: Article, reviewer: User) -> None:
    other = making.at(article.claims.get(number=2), Status.CHECKING, by=reviewer)
    with refused("the citation is on another claim than the verdict"):
        Evidence.objects.create(verdict=verdict, citation=making.cite(other, reviewer))
