"""A real PostgreSQL: made, found again, and told from what a crash leaves."""

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from factcheck.engine import datafolder, folders, leftovers, postgres, programs
from factcheck.engine.accounts import nobody, runs_as_root
from factcheck.engine.errors import EngineError
from factcheck.engine.places import place
from tests.engine.test_processes import gone, wait_for

AS_ORDINARY_USER = """
import os, sys
from pathlib import Path
import psycopg
from factcheck.engine import postgres
os.setgroups([]); os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[2]))
with postgres.cluster(Path(sys.argv[1]), options=postgres.FORGETFUL) as running:
    with psycopg.connect(running.dsn("postgres")) as connection:
        print(connection.execute("SELECT current_setting('data_directory'), version()").fetchone())
"""


def run(cluster: postgres.Cluster, statement: str) -> object:
    with psycopg.connect(cluster.dsn("postgres"), autocommit=True) as connection:
        cursor = connection.execute(statement)
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def start(var_dir: Path, **options: str) -> postgres.Cluster:
    """One that nobody stops: the test has to."""
    return postgres.start(place(var_dir), log=var_dir / "postgres.log", options={**postgres.FORGETFUL, **options})


@pytest.fixture
def bystander() -> object:
    """A program that has nothing to do with us, whose number ends up in our files."""
    process = subprocess.Popen(["/bin/sleep", "60"])
    yield process
    process.kill()
    process.wait()


def test_the_second_start_keeps_the_data(var_dir: Path) -> None:
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        run(cluster, "CREATE TABLE note AS SELECT 'kept' AS word")
        number = cluster.child.process.pid
    assert gone(number)
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        assert run(cluster, "SELECT word FROM note") == "kept"
        assert str(run(cluster, "SHOW server_version")).startswith("18")


def test_it_is_closed_to_everybody_else(var_dir: Path) -> None:
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        assert run(cluster, "SHOW listen_addresses") == ""
        for closed in (cluster.place.data, cluster.place.sockets, cluster.place.socket):
            assert stat.S_IMODE(closed.stat().st_mode) == 0o700


def test_its_log_tells_of_an_error_without_the_words_that_were_stored(var_dir: Path) -> None:
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        run(cluster, "CREATE TABLE note (word text UNIQUE, CHECK (word <> 'a secret'))")
        for statement in ("INSERT INTO note VALUES ('a secret')", "INSERT INTO note VALUES ('twice'), ('twice')"):
            with pytest.raises(psycopg.errors.IntegrityError):
                run(cluster, statement)
        log = (var_dir / "postgres.log").read_text()
    assert "violates check constraint" in log
    assert "duplicate key" in log
    assert "a secret" not in log
    assert "twice" not in log


def test_words_in_curly_quotes_are_found_whatever_their_letters(var_dir: Path) -> None:
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        assert run(
            cluster, "SELECT to_tsvector('simple', 'most “killing civilians”') @@ to_tsquery('simple', 'killing')"
        )
        assert run(cluster, "SELECT lower('ÉLYSÉE')") == "élysée"


def test_the_url_and_the_keywords_lead_to_the_same_database(var_dir: Path) -> None:
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        for _ in range(2):
            postgres.ensure_database(cluster, postgres.DATABASE)
        for address in (cluster.url(), cluster.dsn(), postgres.default_url(var_dir)):
            with psycopg.connect(address) as connection:
                assert connection.info.dbname == "factcheck"


def test_variables_meant_for_other_databases_do_not_lead_it_astray(
    var_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"PGPORT": "6000", "PGDATA": "/nowhere", "PGHOST": "db.example"}.items():
        monkeypatch.setenv(name, value)
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        assert run(cluster, "SELECT 1") == 1


def test_a_client_that_stops_in_the_midst_of_a_transaction_gives_its_locks_back(var_dir: Path) -> None:
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        run(cluster, "CREATE TABLE note AS SELECT 'old' AS word")
        assert run(cluster, "SHOW idle_in_transaction_session_timeout") == "1min"
        with psycopg.connect(cluster.dsn("postgres")) as stopped:
            # A minute is long for a test: for this client alone it is shorter.
            stopped.execute("SET idle_in_transaction_session_timeout = '300ms'")
            stopped.execute("UPDATE note SET word = 'half written'")
            run(cluster, "UPDATE note SET word = 'new' WHERE word = 'old'")
            with pytest.raises(psycopg.errors.IdleInTransactionSessionTimeout):
                stopped.execute("SELECT 1")
        assert run(cluster, "SELECT word FROM note") == "new"


def test_after_a_crash_it_recovers(var_dir: Path) -> None:
    crashed = start(var_dir, synchronous_commit="on")
    run(crashed, "CREATE TABLE note AS SELECT 'kept' AS word")
    crashed.child.process.kill()
    crashed.child.process.wait()
    assert (crashed.place.data / "postmaster.pid").exists()
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        assert run(cluster, "SELECT word FROM note") == "kept"


def test_a_foreign_program_whose_number_stands_in_the_lock_files_is_left_alone(
    var_dir: Path, bystander: subprocess.Popen[bytes]
) -> None:
    start(var_dir).stop()
    where = place(var_dir)
    lines = f"{bystander.pid}\n{where.data}\n1700000000\n5432\n{where.sockets}\n\n  0  0\nready\n"
    for lock in (where.data / "postmaster.pid", where.socket.with_name(where.socket.name + ".lock")):
        lock.write_text(lines)
        shutil.copystat(where.data / "PG_VERSION", lock)
        os.chown(lock, where.data.stat().st_uid, where.data.stat().st_gid)
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        assert run(cluster, "SELECT 1") == 1
    assert bystander.poll() is None


def test_one_left_running_by_a_killed_supervisor_is_ended_first(var_dir: Path) -> None:
    left = start(var_dir)
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        assert left.child.process.wait(5) == 0
        assert run(cluster, "SELECT 1") == 1


def test_one_that_does_not_end_is_named(var_dir: Path) -> None:
    left = start(var_dir)
    os.kill(left.child.process.pid, signal.SIGSTOP)
    try:
        with pytest.raises(EngineError, match=rf"process {left.child.process.pid}.* kill -QUIT"):
            leftovers.clear(place(var_dir), stop_seconds=0.2)
    finally:
        os.kill(left.child.process.pid, signal.SIGCONT)
        left.stop()


def test_data_of_another_version_are_not_touched(var_dir: Path) -> None:
    start(var_dir).stop()
    (place(var_dir).data / "PG_VERSION").write_text("17\n")
    with pytest.raises(EngineError, match="written by PostgreSQL 17 and this desk brings 18"):
        start(var_dir)


def test_a_nearly_full_disk_is_refused_before_anything_is_made(var_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datafolder, "SPARE_BYTES", shutil.disk_usage(var_dir).total * 2)
    with pytest.raises(EngineError, match=r"nearly full: \d+ MB are free .* VAR_DIR="):
        start(var_dir)
    assert not place(var_dir).data.exists()


def test_a_cluster_that_cannot_be_made_leaves_nothing_half_made(var_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datafolder, "LOCALE", ("--locale=xx_XX.nonsense",))
    with pytest.raises(EngineError, match=r"(?s)could not make its database.*xx_XX\.nonsense"):
        start(var_dir)
    assert [path.name for path in place(var_dir).home.glob("data*")] == []


def test_one_that_ends_at_once_says_why(var_dir: Path) -> None:
    with pytest.raises(EngineError, match=r"(?s)ended while it was starting.*no_such_setting"):
        start(var_dir, no_such_setting="1")


def test_a_file_where_the_var_folder_should_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "var").touch()
    with pytest.raises(EngineError, match=r"cannot write to .*var \(Not a directory\).*VAR_DIR="):
        folders.make_var(tmp_path / "var")


def test_a_new_var_folder_is_one_that_postgresql_can_be_reached_in(tmp_path: Path) -> None:
    folders.make_var(tmp_path / "var")
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == (0o711 if runs_as_root() else 0o700)


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "socket").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EngineError, match="belongs to the user"):
        folders.make_private(tmp_path / "socket", None)


@pytest.mark.skipif(not runs_as_root(), reason="only root can give folders away")
def test_data_of_another_user_are_not_taken_over(var_dir: Path) -> None:
    place(var_dir).data.mkdir(parents=True)
    os.chown(place(var_dir).data, 12345, 12345)
    with pytest.raises(EngineError, match="belongs to the user “12345” and has to belong to “nobody”"):
        start(var_dir)


@pytest.mark.skipif(not runs_as_root(), reason="an ordinary user is what the other tests run as")
def test_it_runs_as_an_ordinary_user_too(var_dir: Path) -> None:
    account = nobody()
    assert account
    if not programs.open_to_others(programs.find()):
        pytest.skip("the programs lie where an ordinary user cannot reach them")
    mine = var_dir / "mine"
    mine.mkdir()
    os.chown(mine, account.uid, account.gid)
    done = subprocess.run(
        [sys.executable, "-c", AS_ORDINARY_USER, mine, str(account.uid)], capture_output=True, text=True, check=False
    )
    assert f"{mine}/postgres/data" in done.stdout, done.stderr


@pytest.mark.skipif(not runs_as_root(), reason="an ordinary user can read what the wheel put down")
def test_under_root_programs_that_only_root_can_read_are_copied(var_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "open_to_others", lambda _installation: False)
    with postgres.cluster(var_dir, options=postgres.FORGETFUL) as cluster:
        command = leftovers.command_line(cluster.child.process.pid)
        assert command[0].startswith(str(cluster.place.programs))
        assert run(cluster, "SELECT 1") == 1


@pytest.mark.skipif(not runs_as_root(), reason="an ordinary user's folders are always their own")
def test_under_root_a_closed_folder_moves_it_where_postgresql_can_reach(tmp_path: Path) -> None:
    where = place(tmp_path / "var")
    assert where.home.parent == Path("/var/lib")
    folders.make_var(tmp_path / "var")
    try:
        with postgres.cluster(tmp_path / "var", options=postgres.FORGETFUL) as cluster:
            assert cluster.place == where
            assert run(cluster, "SELECT 1") == 1
    finally:
        shutil.rmtree(where.home)


def test_a_temporary_one_leaves_nothing_behind() -> None:
    with postgres.temporary_cluster() as cluster:
        home, number = cluster.place.home, cluster.child.process.pid
        assert run(cluster, "SHOW fsync") == "off"
    assert not home.parent.exists()
    assert wait_for(lambda: gone(number))


def test_a_long_path_is_served_from_a_short_socket(var_dir: Path) -> None:
    deep = var_dir / ("d" * 60) / "Jane Doe"
    deep.mkdir(parents=True)
    where = place(deep)
    try:
        with postgres.cluster(deep, options=postgres.FORGETFUL) as cluster:
            assert cluster.place.sockets.parent == Path("/tmp")  # noqa: S108 - the one short place on every machine
            assert run(cluster, "SELECT 1") == 1
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(str(where.socket))
    finally:
        shutil.rmtree(where.sockets)
