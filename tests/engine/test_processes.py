"""Children: started apart, ended in order, never left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.engine import processes

STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
)
PARENT = """
import sys, time
from pathlib import Path
from factcheck.engine import processes
child = processes.start("sleep", ["/bin/sleep", "60"], log=Path(sys.argv[1]), environment={})
print(child.process.pid, flush=True)
time.sleep(60)
"""


def start(log: Path, *command: str) -> processes.Child:
    return processes.start("a child", command, log=log, environment=dict(os.environ))


def wait_for(condition: object, seconds: float = 10.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if callable(condition) and condition():
            return True
        time.sleep(0.02)
    return False


def gone(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "child.log"


@pytest.fixture
def orphan(log: Path) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """A child's number, and its parent, which the test may kill."""
    parent = subprocess.Popen([sys.executable, "-c", PARENT, log], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    number = int(parent.stdout.readline())
    yield number, parent
    parent.kill()
    parent.wait()
    parent.stdout.close()
    if not gone(number):
        os.kill(number, signal.SIGKILL)


def test_its_words_go_to_the_log(log: Path) -> None:
    child = start(log, "/bin/echo", "hello")
    child.process.wait()
    assert log.read_text() == "hello\n"
    assert not child.alive
    assert child.ending() == "status 0"


def test_it_stands_in_a_session_of_its_own(log: Path) -> None:
    child = start(log, "/bin/sleep", "60")
    assert os.getsid(child.process.pid) == child.process.pid
    processes.stop(child, seconds=5)
    assert child.ending() == "signal SIGTERM"


def test_one_that_does_not_listen_is_killed_in_time(log: Path) -> None:
    child = start(log, sys.executable, "-c", STUBBORN)
    assert wait_for(lambda: log.exists() and "deaf" in log.read_text())
    began = time.monotonic()
    processes.stop(child, seconds=0.3)
    assert time.monotonic() - began < 3
    assert child.ending() == "signal SIGKILL"


def test_its_own_children_end_with_it(log: Path) -> None:
    child = start(log, "/bin/sh", "-c", "/bin/sleep 60 & echo $!; wait")
    assert wait_for(lambda: log.exists() and log.read_text().strip())
    processes.stop(child, seconds=5)
    assert wait_for(lambda: gone(int(log.read_text())))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent is gone")
def test_it_ends_when_its_parent_is_killed(orphan: tuple[int, subprocess.Popen[str]]) -> None:
    number, parent = orphan
    assert not gone(number)
    parent.kill()
    assert wait_for(lambda: gone(number))


def test_the_last_words_are_in_the_sentence(log: Path) -> None:
    child = start(log, "/bin/sh", "-c", "seq 100; echo it broke")
    child.process.wait()
    sentence = child.why("It ended")
    assert sentence.startswith("It ended. Its last words:\n97\n98\n99\n100\nit broke\n")
    assert str(log) in sentence


def test_a_full_disk_is_named(log: Path) -> None:
    child = start(log, "/bin/echo", "could not write: No space left on device")
    child.process.wait()
    assert "the disk is full. Make room" in child.why("It ended")


def test_only_what_it_said_in_this_run_counts(log: Path) -> None:
    log.write_text("yesterday: No space left on device\n")
    child = start(log, "/bin/echo", "something else")
    child.process.wait()
    assert "Its last words:\nsomething else\n" in child.why("It ended")


def test_a_long_log_is_put_aside(log: Path) -> None:
    log.write_bytes(b"x" * (processes.LOG_BYTES + 1))
    start(log, "/bin/echo", "hello").process.wait()
    assert log.read_text() == "hello\n"
    assert log.with_name("child.log.1").stat().st_size > processes.LOG_BYTES
