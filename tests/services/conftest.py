"""The real servers of a grown-up desk, on their standard ports of this machine; each test leaves them as they were.

Where one is missing, its tests are skipped with the reason, and fail under CI.
"""

import contextlib
import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import dj_database_url
import psycopg
import pytest
import redis
from django.core.management import call_command
from django.db import connection
from kombu import Connection
from psycopg import sql
from pytest_django import DjangoDbBlocker

from factcheck.celery import REDIS_OPTIONS
from factcheck.ingest import reading
from factcheck.models import Desk
from tests import making
from tests.services.line import Line
from tests.worker import Worker, sending_to

HOST = "127.0.0.1"
POSTGRES = f"postgresql://postgres@{HOST}:5432"  # a password comes from PGPASSWORD


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/services/" in item.nodeid:
            item.add_marker(pytest.mark.services)
            item.add_marker(pytest.mark.enable_socket)
            item.add_marker(pytest.mark.xdist_group("services"))


def demand(name: str, port: int) -> None:
    """Go on only where the server is there."""
    try:
        socket.create_connection((HOST, port), timeout=2).close()
    except OSError as error:
        missing = f"{name} is not found at {HOST}:{port} ({error}): its tests were NOT run"
        pytest.fail(missing) if "CI" in os.environ else pytest.skip(missing)


@contextlib.contextmanager
def django_on(url: str) -> Iterator[None]:
    """Django's default connection leads there for the length of the block."""
    connection.close()
    before = dict(connection.settings_dict)
    connection.settings_dict.update(dj_database_url.parse(url), CONN_MAX_AGE=0)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)


@pytest.fixture(scope="module")
def server(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A new, migrated database on the server, as Django's own for the length of the module; its address."""
    demand("PostgreSQL", 5432)
    name = f"factcheck_test_{uuid4().hex[:12]}"
    made = sql.Identifier(name)
    with psycopg.connect(f"{POSTGRES}/postgres", autocommit=True) as admin, django_db_blocker.unblock():
        admin.execute(sql.SQL("CREATE DATABASE {}").format(made))
        try:
            with django_on(f"{POSTGRES}/{name}"):
                call_command("migrate", verbosity=0, interactive=False)
                yield f"{POSTGRES}/{name}"
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(made))


@pytest.fixture(params=["RabbitMQ", "Redis"])
def chosen(request: pytest.FixtureRequest) -> Iterator[tuple[Line, dict[str, Any]]]:
    """A line to the server, and Celery's settings for a queue of our own at its other end."""
    own = rabbit if request.param == "RabbitMQ" else redis_database
    with own(f"factcheck-test-{uuid4().hex[:12]}") as (line, settings), sending_to(settings):
        yield line, settings
        line.cut()


@pytest.fixture
def line(chosen: tuple[Line, dict[str, Any]]) -> Line:
    return chosen[0]


@pytest.fixture
def broker(chosen: tuple[Line, dict[str, Any]]) -> dict[str, Any]:
    return chosen[1]


@contextlib.contextmanager
def rabbit(queue: str) -> Iterator[tuple[Line, dict[str, Any]]]:
    demand("RabbitMQ", 5672)
    line = Line(HOST, 5672)
    try:
        yield line, {"broker_url": f"amqp://guest:guest@{HOST}:{line.port}//", "task_default_queue": queue}
    finally:
        with Connection(f"amqp://guest:guest@{HOST}:5672//") as link:
            channel: Any = link.default_channel
            channel.queue_delete(queue)
            channel.exchange_delete(queue)


@contextlib.contextmanager
def redis_database(queue: str) -> Iterator[tuple[Line, dict[str, Any]]]:
    """The last of Redis's sixteen databases that nobody uses."""
    demand("Redis", 6379)
    number = next((each for each in range(15, 0, -1) if not _database(each).dbsize()), None)
    if number is None:
        pytest.fail("Redis has no empty database for this test")
    line = Line(HOST, 6379)
    try:
        yield (
            line,
            {
                "broker_url": f"redis://{HOST}:{line.port}/{number}",
                "broker_transport_options": REDIS_OPTIONS,
                "task_default_queue": queue,
            },
        )
    finally:
        _database(number).flushdb()


def _database(number: int) -> redis.Redis:
    return redis.Redis(HOST, 6379, number, socket_timeout=5)


@pytest.fixture
def worker(server: str, broker: dict[str, Any], request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Worker]:
    """A running worker on both; with the slow extraction where a test is parametrised with it."""
    ours = Worker(
        tmp_path,
        {
            "DATABASE_URL": server,
            "CELERY_BROKER_URL": broker["broker_url"],
            "TEST_BROKER": json.dumps({"task_default_queue": broker["task_default_queue"]}),
            "TEST_TARGET": getattr(request, "param", reading.TARGET),
            "SPLIT_LEASE_SECONDS": "2",
        },
    )
    ours.start()
    try:
        yield ours
    finally:
        ours.stop()


@pytest.fixture
def desk(server: str) -> Desk:
    return making.desk(f"News {uuid4().hex[:12]}")
