"""The queue inside PostgreSQL."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import kombu
import psycopg
import pytest

from factcheck.engine import broker, postgres
from factcheck.engine.errors import EngineError
from factcheck.engine.places import place


@pytest.fixture
def cluster(var_dir: Path) -> Iterator[postgres.Cluster]:
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        postgres.ensure_database(cluster, broker.DATABASE)
        yield cluster


def errors_of_four_at_once(act: Callable[[], object]) -> list[BaseException]:
    with ThreadPoolExecutor(4) as pool:
        running = [pool.submit(act) for _ in range(4)]
    return [error for one in running if (error := one.exception())]


def test_it_is_installed_once_however_many_ask_at_a_time(cluster: postgres.Cluster) -> None:
    assert errors_of_four_at_once(lambda: broker.install_queue(cluster.dsn(broker.DATABASE))) == []
    with psycopg.connect(cluster.dsn(broker.DATABASE)) as connection:
        assert connection.execute("SELECT queue_name FROM pgmq.meta").fetchall() == [(broker.QUEUE,)]
        tells = (
            "SELECT count(*) FROM pg_trigger WHERE tgrelid = 'pgmq.q_factcheck'::regclass AND tgname LIKE '%notify%'"
        )
        assert connection.execute(tells).fetchone() == (1,)


@pytest.mark.filterwarnings("ignore:list_queues")  # kombu silences it for one thread at a time
def test_those_who_start_at_once_share_the_queue(cluster: postgres.Cluster, var_dir: Path) -> None:
    broker.install_queue(cluster.dsn(broker.DATABASE))
    settings: dict[str, Any] = broker.celery_settings(var_dir)
    at, options = settings["broker_url"], settings["broker_transport_options"]
    together = threading.Barrier(4)

    def declare() -> None:
        with kombu.Connection(at, transport_options=options) as connection:
            together.wait()
            connection.SimpleQueue(broker.QUEUE).close()

    assert errors_of_four_at_once(declare) == []


def test_a_database_that_refuses_is_a_sentence(cluster: postgres.Cluster) -> None:
    with pytest.raises(EngineError, match=r"The task queue could not be made in PostgreSQL: .*no_such_database"):
        broker.install_queue(cluster.dsn("no_such_database"))


def test_what_is_published_arrives(cluster: postgres.Cluster, var_dir: Path) -> None:
    broker.install_queue(cluster.dsn(broker.DATABASE))
    settings: dict[str, Any] = broker.celery_settings(var_dir)
    with kombu.Connection(settings["broker_url"], transport_options=settings["broker_transport_options"]) as connection:
        queue = connection.SimpleQueue("claims")
        queue.put({"draft": 7})
        message = queue.get(timeout=5)
        assert message.payload == {"draft": 7}
        message.ack()
        queue.close()


def test_the_address_survives_the_clients_unquoted_connection_string(tmp_path: Path) -> None:
    awkward = tmp_path / "Jane's desk"
    options: Any = broker.celery_settings(awkward)["broker_transport_options"]
    assert options["conn_string"].startswith(f"host={place(awkward).sockets} port=")
    assert " " not in str(place(awkward).sockets)


def test_a_client_that_stops_in_the_midst_of_a_read_holds_nobody_up_for_long(
    cluster: postgres.Cluster, var_dir: Path
) -> None:
    broker.install_queue(cluster.dsn(broker.DATABASE))
    settings: dict[str, Any] = broker.celery_settings(var_dir)
    with (
        kombu.Connection(settings["broker_url"], transport_options=settings["broker_transport_options"]) as connection,
        psycopg.connect(cluster.dsn(broker.DATABASE), options="-c lock_timeout=20s") as starting,
    ):
        connection.SimpleQueue("claims").close()
        with connection.default_channel.pgmq.pool.connection() as stopped:  # type: ignore[attr-defined]
            stopped.execute("SELECT * FROM pgmq.read('claims', 30, 1)")
            starting.execute("LOCK TABLE pgmq.q_claims")
            with pytest.raises(connection.connection_errors):
                stopped.execute("SELECT 1")
        starting.rollback()
        connection.SimpleQueue("claims").put({"draft": 7})
