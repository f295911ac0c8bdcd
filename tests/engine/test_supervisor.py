"""What keeps the services running, and how it hears that it shall stop."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.engine import processes, supervisor
from factcheck.engine.errors import EngineError

# Under make, the hangup of a terminal reaches make alone, which then waits for us.
LEADER = """
import fcntl, os, signal, subprocess, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGHUP, lambda *_: None)
sys.exit(subprocess.call([sys.executable, "-c", sys.argv[1]]))
"""
SLEEPER = """
from factcheck.engine.supervisor import Bell, Stopped
with Bell() as bell:
    print("waiting", flush=True)
    try:
        bell.wait(30)
    except Stopped:
        print("stopped", flush=True)
"""


def service(folder: Path, *command: str, name: str = "The service") -> supervisor.Service:
    return supervisor.Service(name, command, folder / "service.log", folder, {})


@pytest.fixture
def bell() -> Iterator[supervisor.Bell]:
    with supervisor.Bell() as bell:
        yield bell


@pytest.mark.parametrize("number", supervisor.STOP_SIGNALS)
def test_a_signal_to_stop_is_heard_at_the_next_check(bell: supervisor.Bell, number: signal.Signals) -> None:
    bell.check()
    os.kill(os.getpid(), number)
    with pytest.raises(supervisor.Stopped):
        bell.check()


def test_it_wakes_the_sleeper(bell: supervisor.Bell) -> None:
    began = time.monotonic()
    os.kill(os.getpid(), signal.SIGTERM)
    with pytest.raises(supervisor.Stopped):
        bell.wait(30)
    assert time.monotonic() - began < 5


def test_a_second_signal_interrupts_the_step(bell: supervisor.Bell) -> None:
    os.kill(os.getpid(), signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)


def test_once_heard_further_signals_change_nothing(bell: supervisor.Bell) -> None:
    os.kill(os.getpid(), signal.SIGINT)
    with pytest.raises(supervisor.Stopped):
        bell.check()
    os.kill(os.getpid(), signal.SIGINT)


def test_a_hangup_that_was_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with supervisor.Bell() as bell:
            os.kill(os.getpid(), signal.SIGHUP)
            bell.check()
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells that a terminal is gone")
def test_the_loss_of_the_terminal_is_a_hangup() -> None:
    keyboard, terminal = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", LEADER, SLEEPER], stdin=terminal, stdout=subprocess.PIPE, text=True
    ) as leader:
        os.close(terminal)
        assert leader.stdout
        assert leader.stdout.readline() == "waiting\n"
        os.close(keyboard)
        assert leader.stdout.readline() == "stopped\n"


def test_the_handlers_from_before_are_put_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with supervisor.Bell():
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_fallen_service_is_started_again_and_said_so(tmp_path: Path) -> None:
    once = service(tmp_path, "/bin/sh", "-c", "exit 3")
    with supervisor.running([once]):
        first = once.child
        first.process.wait()
        assert once.revive().startswith("The service ended with status 3 and is started again.")
        assert once.child is not first


def test_one_that_falls_over_and_over_is_given_up(tmp_path: Path, bell: supervisor.Bell) -> None:
    said: list[str] = []
    broken = service(tmp_path, "/bin/sh", "-c", "echo no such table; exit 1")
    with (
        supervisor.running([broken]),
        pytest.raises(EngineError, match=r"ended 3 times within 60 s.*\n.*no such table"),
    ):
        supervisor.watch([broken], [], bell, said.append)
    assert len(said) == supervisor.RESTARTS - 1


def test_when_a_foundation_falls_the_desk_stops(tmp_path: Path, bell: supervisor.Bell) -> None:
    database = processes.start("PostgreSQL", ["/bin/sh", "-c", "exit 2"], log=tmp_path / "log", environment={})
    with pytest.raises(EngineError, match="PostgreSQL ended with status 2, and the desk stops with it"):
        supervisor.watch([], [database], bell, print)


def test_services_are_stopped_when_the_block_ends(tmp_path: Path) -> None:
    sleeper = service(tmp_path, "/bin/sleep", "60")
    with supervisor.running([sleeper]):
        assert sleeper.child.alive
    assert not sleeper.child.alive


def test_those_already_started_are_stopped_when_a_later_one_cannot_start(tmp_path: Path) -> None:
    sleeper = service(tmp_path, "/bin/sleep", "60")
    with pytest.raises(FileNotFoundError), supervisor.running([sleeper, service(tmp_path, "/no/such/program")]):
        pass  # pragma: no cover
    assert not sleeper.child.alive


def test_waiting_ends_when_a_service_does(tmp_path: Path, bell: supervisor.Bell) -> None:
    broken = service(tmp_path, "/bin/sh", "-c", "echo port in use; exit 1", name="The web server")
    with supervisor.running([broken]), pytest.raises(EngineError, match="The web server ended while it was starting"):
        supervisor.wait_until(lambda: False, [broken], bell, seconds=10)


def test_waiting_ends_in_time(tmp_path: Path, bell: supervisor.Bell) -> None:
    silent = service(tmp_path, "/bin/sleep", "60", name="The web server")
    with supervisor.running([silent]), pytest.raises(EngineError, match="The web server did not answer within 0 s"):
        supervisor.wait_until(lambda: False, [silent], bell, seconds=0.1)
