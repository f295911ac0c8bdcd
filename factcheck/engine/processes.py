"""Foreground children: each in a session of its own, ended with its parent, and none left behind."""

import contextlib
import functools
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.engine.accounts import Account
from factcheck.orphans import end_with

LOG_BYTES = 5_000_000


@dataclass(frozen=True)
class Child:
    """A program that runs for as long as we do.

    `stop_signal` asks it to finish what it is doing and end. What it says begins at byte `log_start` of its log.
    """

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    log_start: int
    stop_signal: signal.Signals

    @property
    def alive(self) -> bool:
        """Whether it is still running."""
        return self.process.poll() is None

    def ending(self) -> str:
        """How it ended, for a sentence: "status 3" or "signal SIGKILL"."""
        status = self.process.returncode
        return f"signal {signal.Signals(-status).name}" if status < 0 else f"status {status}"

    def why(self, sentence: str) -> str:
        """The sentence, followed by what the child's log says about it."""
        words = self._last_words()
        if "No space left on device" in words:
            return f"{sentence}: the disk is full. Make room and start again. Its log: {self.log}"
        lines = "\n".join(words.splitlines()[-5:])
        return f"{sentence}. Its last words:\n{lines}\nIts log: {self.log}"

    def _last_words(self) -> str:
        with self.log.open("rb") as file:
            file.seek(max(self.log_start, self.log.stat().st_size - 4000))
            return file.read().decode(errors="replace").strip()


def start(
    name: str,
    command: Sequence[str | Path],
    *,
    log: Path,
    environment: Mapping[str, str],
    folder: Path = Path("/"),
    account: Account | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
) -> Child:
    """Starts `command` with its output going to `log`. Call it from the main thread, whose end would end the child.

    On Linux the kernel sends the child `stop_signal` when this process ends without having said so.
    Raises OSError where the program or the log cannot be opened.
    """
    _make_room(log)
    with log.open("ab") as output:
        log_start = output.tell()
        process = subprocess.Popen(  # noqa: S603 - the programs are our own
            [os.fspath(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=dict(environment),
            start_new_session=True,
            preexec_fn=functools.partial(_end_with, os.getpid(), stop_signal),  # noqa: PLW1509 - one thread here
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
    return Child(name, process, log, log_start, stop_signal)


def stop(*children: Child, seconds: float) -> None:
    """Asks all children to end, waits for them together, and kills what is left of them after `seconds`."""
    for child in children:
        if child.alive:
            child.process.send_signal(child.stop_signal)
    deadline = time.monotonic() + seconds
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.process.wait(max(0.0, deadline - time.monotonic()))
        kill(child)


def kill(child: Child) -> None:
    """Ends the child and its own children at once."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.process.pid, signal.SIGKILL)
    child.process.wait()


def _make_room(log: Path) -> None:
    if log.exists() and log.stat().st_size > LOG_BYTES:
        log.replace(log.with_name(log.name + ".1"))


def _end_with(parent: int, stop_signal: signal.Signals) -> None:
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    end_with(parent, stop_signal)
