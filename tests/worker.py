"""A real Celery worker with beat, on the test's own database and a queue of its own.

    @pytest.mark.django_db(transaction=True)
    @pytest.mark.xdist_group("worker")
    def test_it(worker: Worker) -> None: ...

While the fixture is in use, what this process enqueues (the live server too) reaches that worker. Without it, messages
go nowhere: no test writes into the queue of a desk that happens to run on this machine.
"""

import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from kombu import pools
from psycopg import sql
from psycopg.conninfo import make_conninfo

from factcheck.celery import app
from factcheck.engine import processes
from factcheck.engine.broker import celery_settings, install_queue
from factcheck.ingest import reading

START_SECONDS = 30.0
STOP_SECONDS = 10.0
QUICK = {
    "SPLIT_LEASE_SECONDS": "10",
    "SPLIT_QUEUED_SECONDS": "2",
    "SWEEP_SECONDS": "0.5",
    "LOG_LEVEL": "INFO",
}
"""Waits short enough for a test; a real desk's are longer (settings.py)."""

NOWHERE = {"broker_url": "memory://", "broker_transport_options": {}}


@dataclass
class Worker:
    """A worker that can be stopped, killed and started again; `environment` is added to that of the process."""

    folder: Path
    environment: Mapping[str, str]
    concurrency: int = 2
    child: processes.Child | None = field(default=None, init=False)

    def start(self) -> None:
        """Start it, and wait until it listens. Raises AssertionError with its last words."""
        log = self.folder / "worker.log"
        read = log.stat().st_size if log.exists() else 0
        self.child = processes.start(
            "The worker",
            [
                *(sys.executable, "-m", "celery", "-A", "tests.worker_app", "worker"),
                *("-B", "-s", str(self.folder / "beat-schedule")),
                *("--without-gossip", "--without-mingle", "--without-heartbeat"),
                *("--concurrency", str(self.concurrency), "--loglevel", "INFO"),
            ],
            log=log,
            environment={**os.environ, **QUICK, **self.environment},
            folder=Path(settings.BASE_DIR),
        )
        heard = wait_for(lambda: b" ready." in log.read_bytes()[read:] or not self.running, START_SECONDS)
        assert self.running, self.child.why("The worker ended while it was starting")
        assert heard, f"The worker did not listen within {START_SECONDS:.0f} seconds."

    @property
    def running(self) -> bool:
        return self.child is not None and self.child.alive

    def said(self, words: str) -> int:
        """How often these words stand in its log."""
        return (self.folder / "worker.log").read_text().count(words)

    def stop(self) -> None:
        """Ask it to finish what it is doing, and end it."""
        if self.child:
            processes.stop(self.child, seconds=STOP_SECONDS)

    def kill(self) -> None:
        """End all its processes at once, as a power cut does."""
        if self.child:
            processes.kill(self.child)

    def freeze(self) -> None:
        """Hold all its processes, as a machine that swaps or a paused container does."""
        assert self.child
        os.killpg(self.child.process.pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let them go on, from where they were."""
        assert self.child
        os.killpg(self.child.process.pid, signal.SIGCONT)

    def kill_head(self) -> None:
        """End only its first process, as the kernel does when memory runs out; the others have to follow."""
        assert self.child
        os.kill(self.child.process.pid, signal.SIGKILL)
        self.child.process.wait()
        assert wait_for(lambda: not _group_lives(self.child), STOP_SECONDS), "it left processes behind"


def _group_lives(child: processes.Child | None) -> bool:
    try:
        os.killpg(child.process.pid if child else 0, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(ready: Callable[[], bool], seconds: float) -> bool:
    """Whether it came true within the time."""
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def pytest_configure() -> None:
    app.conf.update(NOWHERE)


@contextlib.contextmanager
def sending_to(broker: Mapping[str, Any]) -> Iterator[None]:
    """What this process enqueues goes to the broker that these settings of Celery name."""
    before = {name: app.conf[name] for name in broker}
    _reconnect(broker)
    try:
        yield
    finally:
        _reconnect(before)


def _reconnect(broker: Mapping[str, Any]) -> None:
    app.conf.update(broker)
    pools.reset()
    app._after_fork()  # type: ignore[attr-defined]  # noqa: SLF001 - the app's own way to forget its connections
    for name in ("queues", "router"):
        app.amqp.__dict__.pop(name, None)


def database_url(name: str | None = None) -> str:
    """The address of the test database, or of another one on its server."""
    at = connection.settings_dict
    who = quote(at["USER"]) + (f":{quote(at['PASSWORD'])}" if at["PASSWORD"] else "")
    where = at["HOST"] + (f":{at['PORT']}" if at["PORT"] else "")
    known = {key: value for key, value in at["OPTIONS"].items() if key in {"host", "port"}}
    return f"postgresql://{who}@{where}/{name or at['NAME']}" + (f"?{urlencode(known)}" if known else "")


def dsn(name: str) -> str:
    """The same as keywords, for psycopg and pgmq."""
    known = {key: connection.get_connection_params().get(key) for key in ("host", "port", "user", "password")}
    return make_conninfo(**{key: value for key, value in known.items() if value}, dbname=name)


@contextlib.contextmanager
def own_queue(name: str) -> Iterator[dict[str, Any]]:
    """Celery's settings for a queue in a database of this name, made for the block beside the test database."""
    made = sql.Identifier(name)
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(made)
    with psycopg.connect(dsn("postgres"), autocommit=True) as server:
        server.execute(drop)
        server.execute(sql.SQL("CREATE DATABASE {}").format(made))
        try:
            install_queue(dsn(name))
            chosen = celery_settings(Path(settings.VAR_DIR))
            options = {**dict(chosen["broker_transport_options"]), "conn_string": dsn(name)}  # type: ignore[call-overload]
            yield {"broker_url": chosen["broker_url"], "broker_transport_options": options}
        finally:
            server.execute(drop)


@pytest.fixture
def queue(transactional_db: None) -> Iterator[dict[str, Any]]:
    """An empty queue, to which this process sends; Celery's settings for it."""
    with own_queue(f"{connection.settings_dict['NAME']}_broker") as broker, sending_to(broker):
        yield broker


@pytest.fixture
def extraction(request: pytest.FixtureRequest) -> str:
    """The extraction that the worker uses, the real one unless a test is parametrised with another."""
    return str(getattr(request, "param", reading.TARGET))


@pytest.fixture
def worker_settings() -> dict[str, str]:
    """More of the worker's environment; for a module to say otherwise."""
    return {}


@pytest.fixture
def worker(queue: dict[str, Any], extraction: str, worker_settings: dict[str, str], tmp_path: Path) -> Iterator[Worker]:
    """A running worker. It is stopped before the database is emptied."""
    chosen = {"DATABASE_URL": database_url(), "TEST_BROKER": json.dumps(queue), "TEST_TARGET": extraction}
    ours = Worker(tmp_path, chosen | worker_settings)
    ours.start()
    try:
        yield ours
    finally:
        ours.stop()
