"""`manage.py up` for real: what it says, what it keeps, and that nothing of it stays behind."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Set
from pathlib import Path

import django
import psycopg
import pytest
from django.conf import settings

from factcheck.engine.accounts import nobody, runs_as_root
from factcheck.engine.places import place, reachable
from factcheck.engine.postgres import default_url
from factcheck.management.commands import up

pytestmark = [
    pytest.mark.xdist_group("up"),
    pytest.mark.usefixtures("socket_enabled"),
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc to see that no process is left"),
]

START_SECONDS = 90.0
STOP_SECONDS = 40.0


class Up:
    """One run of `manage.py up`, and what of it is still running."""

    def __init__(
        self,
        var_dir: Path,
        port: int,
        *,
        python: str = sys.executable,
        uid: int | None = None,
        host: str = "127.0.0.1",
        **variables: str,
    ) -> None:
        inherited = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "CELERY_BROKER_URL"}}
        self.var_dir, self.port = var_dir, port
        self.process = subprocess.Popen(
            [python, settings.BASE_DIR / "manage.py", "up", "--host", host, "--port", str(port)],
            env={**inherited, "VAR_DIR": str(var_dir), **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",
            user=uid,
        )

    def answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/accounts/login/")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def ready(self) -> "Up":
        assert wait_for(lambda: self.answers() or self.process.poll() is not None, START_SECONDS)
        assert self.process.poll() is None, self.words()
        return self

    def stop(self, number: signal.Signals) -> int:
        """Sends the signal and returns the exit status, once nothing of it is left."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> int:
        """Waits until it has ended by itself and nothing of it is left; returns its exit status."""
        status = self.process.wait(STOP_SECONDS)
        assert wait_for(lambda: not self.left(), STOP_SECONDS), self.left()
        return status

    def words(self) -> str:
        """Everything it said; it must have ended."""
        assert self.process.stdout
        with self.process.stdout as output:
            return output.read()

    def left(self, *, but: Set[int] = frozenset()) -> dict[int, str]:
        """The processes that work in this var folder, by their number."""
        numbers = {int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()}
        return {number: words for number in numbers - but if (words := self._ours(number))}

    def child(self, words: str) -> int:
        """The number of the first process whose command line has these words in it."""
        return min(number for number, line in self.left().items() if words in line)

    def _ours(self, number: int) -> str:
        folder = Path("/proc") / str(number)
        try:
            line = (folder / "cmdline").read_text(errors="replace").replace("\0", " ")
            variables = (folder / "environ").read_text(errors="replace").split("\0")
            inside = str(self.var_dir) in f"{line} {(folder / 'cwd').readlink()}"
        except OSError:
            return ""
        return line if inside or f"VAR_DIR={self.var_dir}" in variables else ""


Start = Callable[..., Up]


def wait_for(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def new_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="factcheck-up-", dir="/tmp"))
    folder.chmod(0o711)
    return folder


@pytest.fixture(scope="module")
def var_dir() -> Iterator[Path]:
    """One folder for all tests here: the first start fills it, the later ones have to find what is in it."""
    folder = new_folder()
    yield folder / "var"
    shutil.rmtree(folder)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


@pytest.fixture
def start(var_dir: Path, port: int) -> Iterator[Start]:
    """Starts a run; whatever the test does with it, it is ended afterwards."""
    runs: list[Up] = []

    def start(folder: Path = var_dir, **options: object) -> Up:
        runs.append(Up(folder, port, **options))  # type: ignore[arg-type]
        return runs[-1]

    yield start
    for run in runs:
        if run.process.poll() is None:
            run.stop(signal.SIGTERM)
        if run.process.stdout:
            run.process.stdout.close()


def people(var_dir: Path) -> list[tuple[object, ...]]:
    with psycopg.connect(default_url(var_dir)) as connection:
        return connection.execute("SELECT username, password FROM factcheck_user ORDER BY 1").fetchall()


@pytest.mark.parametrize(("https", "known"), [(False, "http://127.0.0.1:8001/"), (True, None)])
def test_behind_a_proxy_the_links_in_mails_have_the_proxys_name(
    https: bool, known: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DESK_URL", raising=False)
    monkeypatch.setattr(settings, "HTTPS", https)
    services = up.web_and_worker(tmp_path, "127.0.0.1", 8001)
    assert [service.environment.get("DESK_URL") for service in services] == [known, known]


def test_the_first_start_shows_the_address_and_the_log_ins_and_ctrl_c_stops_everything(start: Start) -> None:
    desk = start().ready()
    assert wait_for(lambda: len(desk.left()) >= 8, 30), "PostgreSQL, web server and worker, with their children"
    assert desk.stop(signal.SIGINT) == 0
    words = desk.words()
    assert f"The desk is ready: http://127.0.0.1:{desk.port}/" in words
    assert "second-reviewer" in words
    assert words.endswith("Stopping …\nThe desk has stopped.\n")


def test_a_second_desk_is_refused_and_a_web_server_that_falls_is_started_again(start: Start) -> None:
    desk = start().ready()
    second = start()
    assert second.process.wait(30) == 1
    assert f"already running in {desk.var_dir} (process {desk.process.pid})" in second.words()
    before = set(desk.left())
    os.kill(desk.child("granian"), signal.SIGKILL)
    # What the fallen server leaves may go on answering for a moment.
    assert wait_for(lambda: any("granian" in words for words in desk.left(but=before).values()), 30)
    assert wait_for(desk.answers, 30)
    assert desk.stop(signal.SIGTERM) == 0
    assert "The web server ended with signal SIGKILL and is started again." in desk.words()


def test_the_next_start_keeps_data_and_sessions_and_a_hangup_stops_it(start: Start, var_dir: Path) -> None:
    key = (var_dir / "secret_key").read_text()
    desk = start().ready()
    assert people(var_dir)
    assert (var_dir / "secret_key").read_text() == key
    for private in ("secret_key", "log"):
        assert (var_dir / private).stat().st_mode & 0o077 == 0
    assert desk.stop(signal.SIGHUP) == 0


def test_killed_outright_it_leaves_nothing_and_starts_again(start: Start, var_dir: Path) -> None:
    desk = start().ready()
    before = people(var_dir)
    assert desk.stop(signal.SIGKILL) == -signal.SIGKILL
    again = start().ready()
    assert people(var_dir) == before
    os.kill(again.child("bin/postgres"), signal.SIGKILL)
    assert again.ended() == 1
    assert "PostgreSQL ended with signal SIGKILL, and the desk stops with it" in again.words()


def test_a_port_that_is_taken_is_a_sentence(start: Start, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        refused = start()
        assert refused.ended() == 1
    assert f"Port {port} on 127.0.0.1 is taken by another program" in refused.words()


def test_a_folder_that_cannot_be_written_is_a_sentence(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused = start(tmp_path / "file" / "var")
    assert refused.ended() == 1
    words = refused.words()
    assert "cannot write to" in words
    assert "VAR_DIR=/another/folder" in words
    assert "Traceback" not in words


def test_a_database_elsewhere_needs_a_broker_elsewhere(start: Start, tmp_path: Path) -> None:
    refused = start(tmp_path / "var", DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")
    assert refused.ended() == 1
    assert "Name a RabbitMQ or Redis too: CELERY_BROKER_URL=" in refused.words()


def test_a_database_elsewhere_that_does_not_answer_is_a_sentence(start: Start, tmp_path: Path) -> None:
    refused = start(
        tmp_path / "var", DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing", CELERY_BROKER_URL="memory://"
    )
    assert refused.ended() == 1
    words = refused.words()
    assert "Does it run, and are user, password and database in DATABASE_URL right?" in words
    assert "Traceback" not in words


def test_with_a_database_elsewhere_it_starts_none_and_warns_when_open_to_the_network(
    start: Start, tmp_path: Path
) -> None:
    elsewhere = os.environ["DATABASE_URL"]
    with psycopg.connect(elsewhere, autocommit=True) as connection:
        connection.execute("CREATE DATABASE up_elsewhere")
    url = elsewhere.replace("/postgres?", "/up_elsewhere?")
    desk = start(tmp_path / "var", host="0.0.0.0", DATABASE_URL=url, CELERY_BROKER_URL="memory://").ready()  # noqa: S104
    assert not any("postgres" in line for line in desk.left().values())
    assert desk.stop(signal.SIGTERM) == 0
    assert not place(tmp_path / "var").home.exists()
    assert "Other machines can reach this desk" in desk.words()


def python_for_others() -> str:
    """A Python of this version that any user can run, or "" where this machine has none."""
    programs = [sys.executable, shutil.which(f"python3.{sys.version_info.minor}", path="/usr/local/bin:/usr/bin")]
    return next((program for program in programs if program and reachable(Path(program).resolve().parent)), "")


@pytest.mark.skipif(not runs_as_root(), reason="an ordinary user is what the other tests run as")
@pytest.mark.skipif(not python_for_others(), reason="no Python of this version here that an ordinary user can run")
def test_an_ordinary_user_can_run_it_too(start: Start) -> None:
    account = nobody()
    assert account
    folder = new_folder()
    os.chown(folder, account.uid, account.gid)
    site_packages = Path(django.__file__).parent.parent
    try:
        desk = start(folder / "var", python=python_for_others(), uid=account.uid, PYTHONPATH=str(site_packages)).ready()
        assert desk.stop(signal.SIGTERM) == 0
        assert (folder / "var" / "postgres" / "data").stat().st_uid == account.uid
    finally:
        shutil.rmtree(folder)
