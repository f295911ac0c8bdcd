"""`manage.py up`: the whole desk on this machine, with nothing to install, until Ctrl-C."""

import contextlib
import functools
import io
import os
import secrets
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connections

from factcheck.engine import broker, folders, lock, ports, postgres, processes, supervisor
from factcheck.engine.errors import EngineError
from factcheck.engine.places import place

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
OPEN_TO_THE_NETWORK = (
    "Other machines can reach this desk, by these names (ALLOWED_HOSTS): {names}. Everybody can know the demo log-ins: "
    "for real work, start with --no-demo in a folder of its own (VAR_DIR)."
)
WEB_THREADS = 8
WORKER_PROCESSES = 2
WEB_SECONDS = 60.0
UNCLEAN_SECONDS = 10.0  # what a killed supervisor's children may take to end


class Command(BaseCommand):
    """Runs PostgreSQL, the web server and the worker as children of this process, and stops them in order."""

    help = "Runs the desk on this machine: PostgreSQL, web server and worker, until Ctrl-C."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen, and whether to load the demo desk."""
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s)")
        parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: %(default)s)")
        parser.add_argument("--no-demo", action="store_true", help="start without the demo desk and its log-ins")

    def handle(self, **options: Any) -> None:
        """Runs until a signal asks to stop. Raises CommandError with the sentence that says what is wrong."""
        var_dir = Path(settings.VAR_DIR)
        try:
            folders.make_var(var_dir)
            with supervisor.Bell() as bell, contextlib.suppress(supervisor.Stopped, KeyboardInterrupt):
                self._run(var_dir, bell, options["host"], options["port"], demo=not options["no_demo"])
        except EngineError as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            raise CommandError(folders.cannot_write(Path(error.filename or var_dir), error)) from error
        self._say("The desk has stopped.")

    def _run(self, var_dir: Path, bell: supervisor.Bell, host: str, port: int, *, demo: bool) -> None:
        logs = var_dir / "log"
        with contextlib.ExitStack() as engines:
            crashed = engines.enter_context(lock.only_one(var_dir / "up.lock"))
            ports.require_free(host, port, patience=UNCLEAN_SECONDS if crashed else 0)
            folders.make_private(logs, None)
            self._say(f"Starting the desk in {var_dir} …")
            foundations = self._database(var_dir, engines)
            bell.check()
            log_ins = _fill(foundations, demo=demo)
            bell.check()
            services = web_and_worker(var_dir, host, port)
            engines.enter_context(supervisor.running(services))
            supervisor.wait_until(lambda: ports.answers(host, port), services, bell, seconds=WEB_SECONDS)
            self._say(
                f"\nThe desk is ready: {ports.url(host, port)}\n{log_ins}\nLogs: {logs}. Ctrl-C stops everything."
            )
            if host not in LOOPBACK:
                self._say(OPEN_TO_THE_NETWORK.format(names=", ".join(settings.ALLOWED_HOSTS)))
            try:
                supervisor.watch(services, foundations, bell, self._say)
            finally:
                self._say("Stopping …")

    def _database(self, var_dir: Path, engines: contextlib.ExitStack) -> list[processes.Child]:
        """Starts the local PostgreSQL, and the queue in it, unless the environment names others."""
        where = place(var_dir)
        if connections["default"].settings_dict["OPTIONS"].get("host") != str(where.sockets):
            if not settings.CELERY_BROKER_URL:
                raise EngineError(
                    "DATABASE_URL names a database, so the desk starts none, and with it no task queue. "
                    "Name a RabbitMQ or Redis too: CELERY_BROKER_URL=redis://localhost:6379/0"
                )
            return []
        if var_dir not in where.home.parents:
            self._say(f"PostgreSQL runs as “nobody”, who cannot get into {var_dir}, so its data lie in {where.home}.")
        cluster = engines.enter_context(postgres.cluster(var_dir, log=var_dir / "log" / "postgres.log"))
        postgres.ensure_database(cluster, postgres.DATABASE)
        if not settings.CELERY_BROKER_URL:
            postgres.ensure_database(cluster, broker.DATABASE)
            broker.install_queue(cluster.dsn(broker.DATABASE))
        return [cluster.child]

    def _say(self, sentence: str) -> None:
        with contextlib.suppress(OSError):  # the terminal may be gone; the desk still has to stop in order
            self.stdout.write(sentence)
            self.stdout.flush()


def _fill(foundations: Sequence[processes.Child], *, demo: bool) -> str:
    """Brings the database's tables up to date, and returns the demo log-ins."""
    log_ins = io.StringIO()
    try:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("seed", demo=demo, stdout=log_ins)
    except DatabaseError as error:
        trouble = f"The tables could not be made or brought up to date: {str(error).strip()}"
        if foundations:
            raise EngineError(foundations[0].why(trouble)) from error
        raise EngineError(
            f"{trouble}\nDoes it run, and are user, password and database in DATABASE_URL right?"
        ) from error
    finally:
        connections.close_all()
    return log_ins.getvalue()


def web_and_worker(var_dir: Path, host: str, port: int) -> list[supervisor.Service]:
    """What runs on the database and the queue; not started yet."""
    web = [
        *("granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--blocking-threads", str(WEB_THREADS), "--workers-kill-timeout", "5", "factcheck.wsgi:application"),
    ]
    worker = [
        *("celery", "-A", "factcheck.celery", "worker", "-B", "-s", str(var_dir / "beat-schedule")),
        *("--without-gossip", "--without-mingle", "--without-heartbeat"),
        *("--concurrency", str(WORKER_PROCESSES), "--loglevel", "INFO"),
    ]
    here = {} if settings.HTTPS else {"DESK_URL": ports.url(host, port)}  # else people come by the proxy's name
    environment = {**here, **_environment(var_dir)}
    start = functools.partial(supervisor.Service, folder=settings.BASE_DIR, environment=environment)
    return [
        start("The web server", [sys.executable, "-m", *web], var_dir / "log" / "web.log"),
        start("The worker", [sys.executable, "-m", *worker], var_dir / "log" / "worker.log"),
    ]


def _environment(var_dir: Path) -> dict[str, str]:
    environment = {**os.environ, "VAR_DIR": str(var_dir), "PYTHONUNBUFFERED": "1"}
    if not (environment.get("SECRET_KEY") or environment.get("SECRET_KEY_FILE")):
        environment["SECRET_KEY_FILE"] = str(_secret_key(var_dir / "secret_key"))
    return environment


def _secret_key(file: Path) -> Path:
    """Makes the key that sessions are signed with, once, so that a restart logs nobody out."""
    with contextlib.suppress(FileExistsError), open(file, "x", opener=_private) as fresh:
        fresh.write(secrets.token_urlsafe(64))
    return file


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
