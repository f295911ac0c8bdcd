"""The task queue inside PostgreSQL: Celery's settings for it, and its tables."""

from pathlib import Path

import psycopg
from kombu.transport import TRANSPORT_ALIASES, pgmq
from pgmq import install
from psycopg import errors, sql

from factcheck.engine import programs
from factcheck.engine.errors import EngineError
from factcheck.engine.places import PORT, place

DATABASE = "factcheck_broker"
QUEUE = "factcheck"
STALLED = "5s"  # a transaction of the queue takes milliseconds
INSTALL_LOCK = 7_262_180_412_305_119_001  # any number that nobody else locks


class Channel(pgmq.Channel):
    def _maybe_enable_notify(self, queue: str, queue_name: str | None = None) -> None:
        """Listens. The trigger stands since the installation: made anew at each start, it makes two who start fail."""
        transport: Transport = self.connection  # type: ignore[assignment] # kombu's types name what all transports share
        transport._register_notify_queue(queue_name or self._queue_name(queue))  # noqa: SLF001 - as kombu's own does


class Transport(pgmq.Transport):
    """kombu's, for workers that start together and for those that are held."""

    Channel = Channel
    # Celery connects again after these. PostgreSQL counts the end of a stalled transaction among its internal errors.
    connection_errors = (*pgmq.Transport.connection_errors, errors.IdleInTransactionSessionTimeout)


TRANSPORT_ALIASES["pgmq"] = f"{__name__}:Transport"


def celery_settings(var_dir: Path) -> dict[str, object]:
    """Celery's settings for the queue in the local PostgreSQL of this var folder, by their lower-case names."""
    return {
        "broker_url": "pgmq://localhost/",  # only a name: the connection string below leads to the socket
        "broker_transport_options": {
            "conn_string": f"host={place(var_dir).sockets} port={PORT} user={programs.USER} dbname={DATABASE}",
            "init_extension": False,
            "use_notify": True,
            "wait_time_seconds": 0,  # a poll that waits in the database holds up every new publisher
            "polling_interval": 0.1,
            "pool_size": 4,
            "pool_timeout": 2,
        },
        # Remote control needs a queue named after the host, and a long host name makes too long a table name.
        "worker_enable_remote_control": False,
    }


def install_queue(dsn: str) -> None:
    """Makes the queue, its tables and functions in the database at `dsn`, unless they are there; safe to call at once.

    Raises EngineError where the database does not let us.
    """
    try:
        with psycopg.connect(dsn) as connection:
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [INSTALL_LOCK])
            installed = connection.execute("SELECT to_regclass('pgmq.meta') IS NOT NULL").fetchone()
            if installed != (True,):
                connection.execute(install.get_embedded_install_sql().encode())
                made = "SELECT pgmq.create(%s), pgmq.enable_notify_insert(%s, throttle_interval_ms => 0)"
                connection.execute(made, [QUEUE, QUEUE])
            # A process that is held in the midst of a read would keep its locks, and no new worker could start.
            connection.execute(
                sql.SQL("ALTER DATABASE {} SET idle_in_transaction_session_timeout = {}").format(
                    sql.Identifier(connection.info.dbname), STALLED
                )
            )
    except (psycopg.Error, install.PGMQInstallError) as error:
        raise EngineError(f"The task queue could not be made in PostgreSQL: {error}") from None
