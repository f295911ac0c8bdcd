"""Calls a pure function in a child process that may take only so much memory and time.

What is read was written by strangers: whatever it makes the function do, the process that holds the database
connection stays alive, and can tell how it ended. The child keeps what it loaded for the next call.
"""

import importlib
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from traceback import extract_tb
from typing import Any

from factcheck.orphans import end_with

ROOT = Path(__file__).resolve().parent.parent
PASSED_ON = ("PATH", "LANG", "LC_ALL", "TZ")  # the child is told no secrets
PROGRESS_SECONDS = 0.1
MOST_CALLS = 200  # a child that grows slowly is replaced before it matters
LARGEST_EXIT_SECONDS = 5.0

Progress = tuple[Any, ...]


class TooLong(Exception):
    """The call took longer than it may."""


class TooMuchMemory(Exception):
    """The call asked for more memory than it may have."""


class Crashed(Exception):
    """The function failed or the child ended; the message says where, never with words of the argument."""


class Sandbox:
    """A child process for the function named by `target`, as `package.module:function`.

    It may take `memory_mb`, and `cpu_seconds` in its whole life where that is given.

    The function takes its argument and `progress=`, a callable for whatever it likes to report. Not for use by two
    threads at once. The child ends with this object, or with this process.
    """

    def __init__(self, target: str, *, memory_mb: int, cpu_seconds: int | None = None) -> None:
        self.target, self.memory_mb, self.cpu_seconds = target, memory_mb, cpu_seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._line: Connection[Any, Any] | None = None
        self._calls = 0
        self._rehearses = False

    def rehearse(self, argument: Any) -> None:
        """Starts the child and has it load what it needs for a call like this one; nobody waits for the answer."""
        try:
            self._connected().send(argument)
            self._rehearses = True
        except ConnectionError:
            self.close()

    def call(self, argument: Any, *, seconds: float, every: float, tick: Callable[[Progress], None]) -> Any:
        """What the function returns for the argument.

        `tick` is called every `every` seconds with the last progress, an empty tuple before the first; what it raises
        ends the call. Raises TooLong, TooMuchMemory and Crashed.
        """
        try:
            line = self._connected()
            self._send(line, argument)
            answer = self._wait(line, seconds, every, tick)
        except BaseException:
            self.close()
            raise
        self._calls += 1
        if self._calls >= MOST_CALLS:
            self.close()
        return answer

    def close(self) -> None:
        """Ends the child, if there is one; the next call starts another."""
        child, line = self._child, self._line
        self._child = self._line = None
        self._rehearses = False
        if line:
            line.close()
        if child:
            child.kill()
            child.wait(LARGEST_EXIT_SECONDS)

    def __del__(self) -> None:
        self.close()

    def _connected(self) -> "Connection[Any, Any]":
        if self._line is None:
            self._calls = 0
            self._line, theirs = Pipe()
            with theirs:
                self._child = _start(self.target, self.memory_mb, self.cpu_seconds, theirs.fileno())
        return self._line

    def _send(self, line: "Connection[Any, Any]", argument: Any) -> None:
        try:
            line.send(argument)
        except ConnectionError:
            raise Crashed(f"the child ended with {self._ending()}") from None

    def _wait(
        self, line: "Connection[Any, Any]", seconds: float, every: float, tick: Callable[[Progress], None]
    ) -> Any:
        deadline = time.monotonic() + seconds
        latest: Progress = ()
        next_tick = time.monotonic() + every
        while (now := time.monotonic()) < deadline:
            if line.poll(max(0.0, min(next_tick, deadline) - now)):
                kind, value = self._received(line)
                if kind == "returned" and not self._rehearses:
                    return value
                self._rehearses = self._rehearses and kind != "returned"
                latest = value if kind == "progress" else ()
            if time.monotonic() >= next_tick:
                tick(latest)
                next_tick = time.monotonic() + every
        raise TooLong(f"no answer after {seconds:.0f} s")

    def _received(self, line: "Connection[Any, Any]") -> tuple[str, Any]:
        try:
            kind, value = line.recv()
        except (EOFError, ConnectionError):
            ending = self._ending()
            if ending == signal.SIGXCPU.name:
                raise TooLong(f"more than {self.cpu_seconds} s of a processor") from None
            raise Crashed(f"the child ended with {ending}") from None
        if kind == "memory":
            raise TooMuchMemory(f"more than {self.memory_mb} MB")
        if kind == "failed":
            raise Crashed(value)
        return kind, value

    def _ending(self) -> str:
        assert self._child is not None  # noqa: S101 - there is no line without a child
        status = self._child.wait(LARGEST_EXIT_SECONDS)
        return signal.Signals(-status).name if status < 0 else f"status {status}"


def _start(target: str, memory_mb: int, cpu_seconds: int | None, fd: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", __name__, target, *map(str, (memory_mb, cpu_seconds or 0, fd, os.getpid()))],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
        env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
        pass_fds=[fd],
    )


def serve(target: str, memory_mb: int, cpu_seconds: int, line: "Connection[Any, Any]") -> None:
    """The child's side: answers one call after the other until nobody is there to ask, or one goes wrong."""
    _limit_memory(memory_mb * 1024 * 1024)
    if cpu_seconds:
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    module, _, name = target.partition(":")
    function = getattr(importlib.import_module(module), name)
    kind = "returned"
    while kind == "returned":
        try:
            argument = line.recv()
        except (EOFError, ConnectionError):
            return
        kind, value = _answer(function, argument, line)
        line.send((kind, value))


def _limit_memory(memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "darwin":  # which has no such limit; the one on time has to do
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    least = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_AS, (least, least))


def _answer(function: Callable[..., Any], argument: Any, line: "Connection[Any, Any]") -> tuple[str, Any]:
    reported = time.monotonic()

    def progress(*values: Any) -> None:
        nonlocal reported
        if time.monotonic() - reported >= PROGRESS_SECONDS:
            reported = time.monotonic()
            line.send(("progress", values))

    try:
        return "returned", function(argument, progress=progress)
    except MemoryError:
        return "memory", None
    except Exception as error:  # noqa: BLE001 - whatever went wrong in it is told to the parent
        place = extract_tb(error.__traceback__)[-1]
        return "failed", f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"


if __name__ == "__main__":
    _target, _memory_mb, _cpu_seconds, _fd, _parent = sys.argv[1:]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    end_with(int(_parent), signal.SIGKILL)  # where the kernel cannot, we end at the next word to it
    serve(_target, int(_memory_mb), int(_cpu_seconds), Connection(int(_fd)))
