"""Who may split a draft, how often, and what the sweep makes of those who are gone."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from factcheck import ingest
from factcheck.ingest import leases
from factcheck.models import Desk, Draft, Job, JobEvent, User
from factcheck.models.choices import JobState
from tests import making


@pytest.fixture
def draft(desk: Desk, editor: User) -> Draft:
    return making.unsplit(desk, editor)


def job(draft: Draft) -> Job:
    return Job.objects.get(draft=draft)


def change(draft: Draft, **fields: Any) -> None:
    Job.objects.filter(draft=draft).update(**fields)


def ago(seconds: float) -> Any:
    return timezone.now() - timedelta(seconds=seconds)


def abandon(draft: Draft) -> leases.Lease:
    """A worker takes it, and is never heard of again."""
    lease = leases.take(draft.pk)
    assert lease
    change(draft, leased_until=ago(1))
    return lease


def test_only_one_worker_gets_it(draft: Draft) -> None:
    assert leases.take(draft.pk) == leases.Lease(draft.pk, token=1, attempt=1)
    assert leases.take(draft.pk) is None


def test_a_draft_that_is_no_more_is_no_error(draft: Draft) -> None:
    assert leases.take(draft.pk + 1) is None
    assert ingest.split(draft.pk + 1) is False


def test_a_dead_lease_can_be_taken_and_its_worker_is_fenced_off(draft: Draft) -> None:
    old = abandon(draft)
    new = leases.take(draft.pk)
    assert new == leases.Lease(draft.pk, token=2, attempt=2)
    with pytest.raises(leases.LeaseLost):
        leases.renew(old, done=1, total=2, found=1)
    with pytest.raises(leases.LeaseLost):
        leases.hold(old)
    leases.give_back(old, "It failed.")
    assert (job(draft).state, job(draft).error) == (JobState.RUNNING, "")
    leases.hold(new)


def test_a_worker_that_says_it_is_there_keeps_it(draft: Draft) -> None:
    lease = abandon(draft)
    leases.renew(lease, done=3, total=9, found=4)
    now = job(draft)
    assert now.leased_until is not None
    assert now.leased_until > timezone.now()
    assert (now.sentences_done, now.sentences_total, now.claims_found) == (3, 9, 4)
    assert ingest.sweep() == []


def test_progress_writes_no_history(draft: Draft) -> None:
    lease = leases.take(draft.pk)
    assert lease
    before = JobEvent.objects.count()
    leases.renew(lease, done=3, total=9, found=4)
    assert JobEvent.objects.count() == before


def test_three_tries_and_no_more(draft: Draft) -> None:
    for attempt in (1, 2, 3):
        lease = leases.take(draft.pk)
        assert lease is not None
        assert lease.attempt == attempt
        leases.give_back(lease, "It took too long.")
    assert leases.take(draft.pk) is None
    assert (job(draft).state, job(draft).error) == (JobState.FAILED, "It took too long.")
    assert job(draft).finished_at is not None
    assert ingest.sweep() == []


def test_after_a_failed_try_the_next_round_sends_it(draft: Draft) -> None:
    lease = leases.take(draft.pk)
    assert lease
    change(draft, created_at=ago(60))
    leases.give_back(lease, "It took too long.")
    assert ingest.sweep() == [draft.pk]
    assert ingest.sweep() == []


def test_three_lost_workers_and_the_sweep_gives_up(draft: Draft) -> None:
    for _ in range(2):
        abandon(draft)
        assert ingest.sweep() == [draft.pk]
        assert job(draft).state == JobState.QUEUED
    abandon(draft)
    assert ingest.sweep() == []
    assert (job(draft).state, job(draft).error) == (JobState.FAILED, leases.LOST)
    assert JobEvent.objects.latest("pgh_id").pgh_context["program"] == leases.SWEEPER


def test_an_editor_tries_again(draft: Draft, editor: User) -> None:
    change(draft, state=JobState.FAILED, error="It took too long.", attempts=3, finished_at=timezone.now())
    assert ingest.retry(article_id=draft.article_id, by=editor) == draft
    now = job(draft)
    assert (now.state, now.attempts, now.error, now.finished_at) == (JobState.QUEUED, 0, "", None)
    context = JobEvent.objects.latest("pgh_id").pgh_context
    assert (context["verb"], context["by"]) == ("retry", editor.pk)
    assert leases.take(draft.pk)


@pytest.mark.parametrize("state", [JobState.QUEUED, JobState.DONE])
def test_trying_again_what_has_not_failed_changes_nothing(draft: Draft, editor: User, state: str) -> None:
    change(draft, state=state, attempts=2)
    ingest.retry(article_id=draft.article_id, by=editor)
    assert (job(draft).state, job(draft).attempts) == (state, 2)


def test_what_was_just_stored_or_sent_is_left_alone(draft: Draft) -> None:
    assert ingest.sweep() == []
    change(draft, created_at=ago(600), published_at=ago(10))
    assert ingest.sweep() == []


def test_what_was_never_sent_or_sent_long_ago_is_sent(draft: Draft, settings: Settings) -> None:
    change(draft, created_at=ago(6))
    assert ingest.sweep() == [draft.pk]
    change(draft, published_at=ago(settings.SPLIT_QUEUED_SECONDS + 1))
    assert ingest.sweep() == [draft.pk]


def test_a_round_is_bounded_and_the_next_takes_others(desk: Desk, editor: User) -> None:
    drafts = [making.unsplit(desk, editor).pk for _ in range(leases.MOST_A_ROUND + 5)]
    Job.objects.update(created_at=ago(60))
    first, second, third = ingest.sweep(), ingest.sweep(), ingest.sweep()
    assert (len(first), len(second), third) == (100, 5, [])
    assert sorted(first + second) == drafts


def test_what_was_not_sent_is_sent_in_the_next_round(draft: Draft) -> None:
    change(draft, created_at=ago(60))
    ingest.sweep()
    ingest.unsent([draft.pk])
    assert ingest.sweep() == [draft.pk]
