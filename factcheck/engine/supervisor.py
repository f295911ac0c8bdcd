"""Keeps the desk's services running until somebody asks it to stop."""

import collections
import contextlib
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Self

from factcheck.engine import processes
from factcheck.engine.errors import EngineError

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
STANDARD_INPUT = 0
RESTARTS = 3
RESTART_SECONDS = 60.0
STOP_SECONDS = 10.0


class Stopped(Exception):
    """Somebody asked the desk to stop."""


class Bell:
    """Rings for a signal that asks us to stop, and when a child ends; use it in the main thread, in a `with`.

    The signal is noted, and heard at the next `check`, so that no step is cut in the middle. A second one before
    that interrupts the step. A hangup that was ignored when we started (`nohup`) stays ignored. The loss of the
    terminal that we run in counts as a hangup: under `make`, the signal itself may reach only `make`.
    """

    def __init__(self) -> None:
        self._rung = self._heard = False
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        self._listening, self._ringing = os.pipe()
        for end in (self._listening, self._ringing):
            os.set_blocking(end, False)
        self._before = {number: signal.signal(number, self._ring) for number in STOP_SIGNALS}
        self._before[signal.SIGCHLD] = signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._ringing, warn_on_full_buffer=False)
        self._poll = select.poll()
        self._poll.register(self._listening, select.POLLIN)
        if self._before[signal.SIGHUP] == signal.SIG_IGN:
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
        elif _in_foreground(STANDARD_INPUT):
            self._poll.register(STANDARD_INPUT, 0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.close(self._listening)
        os.close(self._ringing)

    def check(self) -> None:
        """Raises Stopped if somebody asked us to stop. From then on further signals change nothing."""
        if self._rung:
            self._heard = True
            raise Stopped

    def wait(self, seconds: float | None = None) -> None:
        """Sleeps until it rings, at most `seconds`. Raises Stopped as `check` does."""
        self.check()
        for source, _ in self._poll.poll(None if seconds is None else seconds * 1000):
            if source == self._listening:
                os.read(self._listening, 4096)
            else:
                self._rung = True
        self.check()

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        if self._rung and not self._heard:
            self._heard = True
            raise KeyboardInterrupt
        self._rung = True


def _in_foreground(terminal: int) -> bool:
    """Whether this is a terminal whose keys go to us. Only Linux can be asked to tell its end."""
    return sys.platform == "linux" and os.isatty(terminal) and os.tcgetpgrp(terminal) == os.getpgrp()


@dataclass
class Service:
    """A program that has to run all the time; started again when it ends, but not over and over."""

    name: str
    command: Sequence[str | Path]
    log: Path
    folder: Path
    environment: Mapping[str, str]
    child: processes.Child = field(init=False)
    _ends: collections.deque[float] = field(default_factory=lambda: collections.deque(maxlen=RESTARTS))

    def start(self) -> None:
        """Starts it. Raises OSError where the program or its log cannot be opened."""
        self.child = processes.start(
            self.name, self.command, log=self.log, folder=self.folder, environment=self.environment
        )

    def revive(self) -> str:
        """Starts it again after it ended, and says so in a sentence.

        Raises EngineError when it ended too often: a fault that a new start does not mend.
        """
        self._ends.append(time.monotonic())
        if len(self._ends) == RESTARTS and self._ends[-1] - self._ends[0] < RESTART_SECONDS:
            raise EngineError(self.child.why(f"{self.name} ended {RESTARTS} times within {RESTART_SECONDS:.0f} s"))
        sentence = f"{self.name} ended with {self.child.ending()} and is started again. Its log: {self.log}"
        processes.kill(self.child)
        self.start()
        return sentence


@contextlib.contextmanager
def running(services: Sequence[Service]) -> Iterator[None]:
    """Runs the services for the length of the block, and stops them together at its end."""
    started: list[Service] = []
    try:
        for service in services:
            service.start()
            started.append(service)
        yield
    finally:
        processes.stop(*(service.child for service in started), seconds=STOP_SECONDS)


def wait_until(ready: Callable[[], bool], services: Sequence[Service], bell: Bell, *, seconds: float) -> None:
    """Waits until `ready` says yes. Raises EngineError when a service ends before that, or it takes too long."""
    deadline = time.monotonic() + seconds
    while not ready():
        for service in services:
            if not service.child.alive:
                raise EngineError(service.child.why(f"{service.name} ended while it was starting"))
        if time.monotonic() > deadline:
            raise EngineError(services[0].child.why(f"{services[0].name} did not answer within {seconds:.0f} s"))
        bell.wait(0.05)


def watch(
    services: Sequence[Service], foundations: Sequence[processes.Child], bell: Bell, say: Callable[[str], None]
) -> None:
    """Watches until the bell asks to stop (raises Stopped), and starts a service again when it ends.

    Raises EngineError when one of `foundations`, on which the services stand, has ended, or a service ends too often.
    """
    while True:
        bell.wait()
        for child in foundations:
            if not child.alive:
                raise EngineError(child.why(f"{child.name} ended with {child.ending()}, and the desk stops with it"))
        for service in services:
            if not service.child.alive:
                say(service.revive())
