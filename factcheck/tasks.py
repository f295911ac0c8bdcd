"""Postmen: ids in, the row is gone → return, one call. Celery's retries are not used: the sweep heals what is lost."""

import logging
from contextlib import nullcontext
from functools import partial
from typing import Any

from celery.signals import worker_process_init
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from factcheck import ingest
from factcheck.celery import app
from factcheck.workflow import digest, notices

log = logging.getLogger(__name__)


@worker_process_init.connect
def prepare(**_known: Any) -> None:
    """Each process of a worker is ready before its first article."""
    ingest.prepare()


@app.task(name="factcheck.split")
def split(draft_id: int) -> None:
    ingest.split(draft_id)


@app.task(name="factcheck.sweep")
def sweep() -> None:
    waiting = ingest.sweep()
    while waiting and _send(waiting[0]):
        waiting.pop(0)
    ingest.unsent(waiting)


@app.task(name="factcheck.warn")
def warn() -> None:
    notices.warn()


@app.task(name="factcheck.digest")
def send_digest() -> None:
    digest.send()


@app.task(name="factcheck.expire")
def expire() -> None:
    ingest.expire()
    SessionStore.clear_expired()


def enqueue_split(draft_id: int, *, hang_up: bool = False) -> None:
    """Have a worker split the draft once the transaction is committed.

    Never raises, and waits at most some two seconds for a broker that is away: the job is stored, and the sweep sends
    its message later. The connection is kept for the next one, unless `hang_up` says that there is none.
    """
    transaction.on_commit(partial(_enqueue, draft_id, hang_up=hang_up), robust=True)


def _enqueue(draft_id: int, *, hang_up: bool) -> None:
    with app.connection_for_write() if hang_up else nullcontext() as link:
        if _send(draft_id, link):
            ingest.sent(draft_id)


def _send(draft_id: int, link: Any = None) -> bool:
    try:
        split.apply_async((draft_id,), connection=link)  # type: ignore[call-arg] # its types leave it out
    except Exception as error:  # noqa: BLE001 - each broker's client has its own errors, and none may reach a person
        log.warning("no message for draft %s: the broker is away (%s)", draft_id, error)
        return False
    return True
