"""Every line read, and what stands in the way of publication."""

import pytest

from factcheck.models import Article, Claim, Job, User
from factcheck.models.choices import ArticleState, JobState, Said, Status
from factcheck.workflow import articles, clearance
from factcheck.workflow.clearance import Reading
from tests import making


def reading(article: Article) -> Reading:
    draft = article.drafts.get()
    return clearance.reading(draft.passages.all(), article.claims.all())


def test_a_sentence_is_read_when_it_states_why_it_has_no_claim_or_all_its_claims_are_done(
    article: Article, claim: Claim, reviewer: User
) -> None:
    assert reading(article) == Reading(read=1, total=3)
    making.at(claim, Status.DISMISSED, by=reviewer)
    assert reading(article) == Reading(read=2, total=3)


def test_open_claims_and_ratings_that_block_are_named(
    article: Article, claim: Claim, reviewer: User, second_reviewer: User
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    making.submit(claim, reviewer, rating="wrong")
    making.sign_off(claim, second_reviewer)
    blockers = clearance.stand(article).blockers
    assert [(blocker.claim, blocker.why) for blocker in blockers] == [
        (claim, "Wrong"),
        (article.claims.get(number=2), "Open"),
    ]


@pytest.mark.parametrize("said", [Said.MISATTRIBUTED, Said.NOT_FOUND])
def test_what_nobody_said_stands_in_the_way_however_true_it_is(
    said: Said, article: Article, claim: Claim, editor: User, reviewer: User, second_reviewer: User
) -> None:
    making.at(claim, Status.CHECKING, by=reviewer)
    making.submit(claim, reviewer, said=said)
    making.sign_off(claim, second_reviewer)
    making.at(article.claims.get(number=2), Status.DISMISSED, by=reviewer)
    (blocker,) = clearance.stand(article).blockers
    assert blocker.why == said.label
    (row,) = articles.page(editor, articles.Filter()).rows
    assert row.state == ArticleState.IN_REVIEW


def test_a_line_without_claims_and_without_a_reason_is_not_read(article: Article) -> None:
    article.drafts.get().passages.update(reason="")
    assert reading(article) == Reading(read=0, total=3)


@pytest.mark.parametrize(
    ("job", "blockers", "state"),
    [
        (JobState.QUEUED, 0, ArticleState.PROCESSING),
        (JobState.RUNNING, 0, ArticleState.PROCESSING),
        (JobState.FAILED, 0, ArticleState.FAILED),
        (JobState.DONE, 2, ArticleState.IN_REVIEW),
        (JobState.DONE, 0, ArticleState.READY),
    ],
)
def test_the_state_of_an_article_is_derived(job: JobState, blockers: int, state: ArticleState) -> None:
    assert clearance.state(Job(state=job), blockers) == state


def test_a_claim_on_the_words_of_two_sentences_is_an_answer_for_both(article: Article, claim: Claim) -> None:
    article.drafts.get().passages.update(reason="")
    end = making.TEXT.index("It was") + 6
    place = {"spans": [[claim.start, end]], "start": claim.start, "end": end}
    article.claims.update(status=Status.DISMISSED, dismissal="trivial", **place)
    assert reading(article) == Reading(read=3, total=3)
