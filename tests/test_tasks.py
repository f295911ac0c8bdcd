"""The postmen: what is enqueued reaches a real worker, and a broker that is away keeps nobody waiting."""

import socket
import threading
import time
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from factcheck import ingest, tasks
from factcheck.celery import REDIS_OPTIONS
from factcheck.models import Desk, Draft, Job, User
from factcheck.models.choices import JobState
from tests.worker import Worker, dsn, sending_to, wait_for

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("worker")]

WORDS = b"The bridge opened in 1932, the mayor said."


@pytest.fixture
def draft(desk: Desk, editor: User) -> Draft:
    return ingest.upload(desk=desk, by=editor, name="bridge.txt", data=WORDS)


@pytest.fixture
def sends(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids that were sent, instead of sending them."""
    sent: list[int] = []
    monkeypatch.setattr(tasks.split, "apply_async", lambda arguments, **_options: sent.append(*arguments))
    return sent


@pytest.fixture
def no_broker(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: Any, **_options: Any) -> None:
        raise OSError("connection refused")

    monkeypatch.setattr(tasks.split, "apply_async", refuse)


def job(draft: Draft) -> Job:
    return Job.objects.get(draft=draft)


def test_a_message_follows_the_commit(draft: Draft, sends: list[int]) -> None:
    with transaction.atomic():
        tasks.enqueue_split(draft.pk)
        assert sends == []
    assert sends == [draft.pk]
    assert job(draft).published_at is not None


def test_log_ins_that_are_over_are_forgotten() -> None:
    now = timezone.now()
    for name, ends in (("over", now - timedelta(hours=1)), ("going on", now + timedelta(hours=1))):
        Session.objects.create(session_key=name, session_data="", expire_date=ends)
    tasks.expire()
    assert [session.session_key for session in Session.objects.all()] == ["going on"]


def test_without_a_broker_nobody_notices_and_the_sweep_sends(
    draft: Draft, no_broker: None, caplog: pytest.LogCaptureFixture
) -> None:
    tasks.enqueue_split(draft.pk)
    assert job(draft).published_at is None
    assert "the broker is away" in caplog.text


def test_the_sweep_sends_what_waits(draft: Draft, sends: list[int]) -> None:
    Job.objects.update(created_at=timezone.now() - timedelta(minutes=1))
    tasks.sweep()
    assert sends == [draft.pk]


def test_a_sweep_without_a_broker_gives_up_at_the_first(
    draft: Draft, desk: Desk, editor: User, no_broker: None, caplog: pytest.LogCaptureFixture
) -> None:
    ingest.upload(desk=desk, by=editor, name="bridge.txt", data=WORDS)
    Job.objects.update(created_at=timezone.now() - timedelta(minutes=1))
    tasks.sweep()
    assert caplog.text.count("the broker is away") == 1
    assert not Job.objects.exclude(published_at=None).exists()


def test_a_draft_that_is_no_more_is_no_error(db: None) -> None:
    tasks.split(12345)


def database_of(queue: dict[str, Any]) -> str:
    return str(conninfo_to_dict(queue["broker_transport_options"]["conn_string"])["dbname"])


def shut(name: str) -> None:
    """Throw everybody out of the database, and let nobody in."""
    with psycopg.connect(dsn("postgres"), autocommit=True) as server:
        server.execute(sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS false").format(sql.Identifier(name)))
        # Waiting for each, or one might do what it is asked before it hears that it is to go.
        server.execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = %s", [name])


def reopen(name: str) -> None:
    with psycopg.connect(dsn("postgres"), autocommit=True) as server:
        server.execute(sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS true").format(sql.Identifier(name)))


def test_what_is_uploaded_is_split(worker: Worker, draft: Draft) -> None:
    tasks.enqueue_split(draft.pk)
    assert wait_for(lambda: job(draft).state == JobState.DONE, 10)
    assert draft.article.claims.exists()


@pytest.mark.enable_socket
@pytest.mark.parametrize("kind", ["amqp", "redis"])
@pytest.mark.parametrize("answers", [False, True], ids=["nobody listens", "somebody listens and says nothing"])
def test_a_dead_broker_is_given_up_in_two_seconds(draft: Draft, kind: str, *, answers: bool) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        broker = {"broker_url": f"{kind}://127.0.0.1:{door.getsockname()[1]}/"}
        if not answers:
            door.close()
        with sending_to(broker | {"broker_transport_options": REDIS_OPTIONS if kind == "redis" else {}}):
            began = time.monotonic()
            tasks.enqueue_split(draft.pk)
            assert time.monotonic() - began < 3
    assert job(draft).published_at is None


def test_hanging_up_leaves_no_thread_behind(queue: dict[str, Any], draft: Draft) -> None:
    before = threading.active_count()
    tasks.enqueue_split(draft.pk, hang_up=True)
    assert job(draft).published_at is not None
    assert threading.active_count() == before


def test_many_at_once_are_split_once_each(worker: Worker, desk: Desk, editor: User) -> None:
    drafts = [ingest.upload(desk=desk, by=editor, name="bridge.txt", data=WORDS).pk for _ in range(20)]
    for draft_id in drafts + drafts:
        tasks.enqueue_split(draft_id)
    assert wait_for(lambda: Job.objects.filter(state=JobState.DONE).count() == 20, 20)
    assert set(Job.objects.values_list("token", flat=True)) == {1}


@pytest.mark.parametrize("extraction", ["tests.ingest.extractions:broken"], indirect=True)
def test_what_fails_three_times_says_why(worker: Worker, draft: Draft) -> None:
    tasks.enqueue_split(draft.pk)
    assert wait_for(lambda: job(draft).state == JobState.FAILED, 20)
    assert job(draft).attempts == 3
    assert "KeyError" in job(draft).error


def test_a_worker_that_is_stopped_finishes_first(worker: Worker, draft: Draft) -> None:
    tasks.enqueue_split(draft.pk)
    assert wait_for(lambda: job(draft).state != JobState.QUEUED, 10)
    worker.stop()
    assert job(draft).state == JobState.DONE


def test_uploaded_while_the_queue_is_away_and_split_once_it_is_back(
    worker: Worker, queue: dict[str, Any], desk: Desk, editor: User
) -> None:
    name = database_of(queue)
    tasks.enqueue_split(ingest.upload(desk=desk, by=editor, name="bridge.txt", data=WORDS).pk)
    shut(name)
    try:
        waits = []
        for _ in range(3):
            draft = ingest.upload(desk=desk, by=editor, name="bridge.txt", data=WORDS)
            began = time.monotonic()
            tasks.enqueue_split(draft.pk)
            waits.append(time.monotonic() - began)
            assert job(draft).published_at is None
    finally:
        reopen(name)
    assert max(waits) < 3
    assert wait_for(lambda: Job.objects.filter(state=JobState.DONE).count() == 4, 30)
