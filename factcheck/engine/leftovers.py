"""What a crash leaves: a PostgreSQL without its supervisor, or files that name a process which is gone.

PostgreSQL sees by itself that a process number in its lock files is dead. It refuses to start when the number is
alive, and after a restart of the machine or container that is often another program by now.
"""

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path

from factcheck.engine.errors import EngineError
from factcheck.engine.places import Place


def clear(where: Place, *, stop_seconds: float) -> None:
    """Ends a PostgreSQL that still runs on this data directory; makes lock files that name another program stale.

    Raises EngineError where that PostgreSQL does not end. Never touches any other process.
    """
    for lock in (where.data / "postmaster.pid", where.socket.with_name(where.socket.name + ".lock")):
        number = _process_in(lock)
        if number is None:
            continue
        if serves(number, where.data):
            _end(number, where.data, stop_seconds)
        elif command_line(number):
            _disown(lock)


def serves(number: int, data: Path) -> bool:
    """Whether the process is a PostgreSQL server on this data directory."""
    words = command_line(number)
    return bool(words) and Path(words[0]).name == "postgres" and str(data) in words


def command_line(number: int) -> list[str]:
    """The words that the process was started with; none where there is no such process."""
    if Path("/proc/self").exists():
        try:
            return Path(f"/proc/{number}/cmdline").read_text(errors="surrogateescape").split("\0")[:-1]
        except OSError:
            return []
    listed = subprocess.run(  # noqa: S603 - a fixed command, and a number
        ["/bin/ps", "-o", "command=", "-p", str(number)], capture_output=True, text=True, check=False
    )
    return listed.stdout.split()


def _process_in(lock: Path) -> int | None:
    try:
        return abs(int(lock.read_text().splitlines()[0]))
    except (OSError, IndexError, ValueError):
        return None


def _end(number: int, data: Path, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    with contextlib.suppress(ProcessLookupError):
        os.kill(number, signal.SIGINT)
    while serves(number, data):
        if time.monotonic() > deadline:
            raise EngineError(
                f"An earlier PostgreSQL (process {number}) still works on {data} and does not end. "
                f"End it with: kill -QUIT {number}"
            )
        time.sleep(0.05)


def _disown(lock: Path) -> None:
    """Puts our own number into the file: PostgreSQL, our child, takes that for stale.

    Removing the file would also remove the name of the shared memory in it, by which PostgreSQL sees whether
    server processes of a crashed cluster are still writing.
    """
    lines = lock.read_text().splitlines(keepends=True)
    lock.write_text("".join([f"{os.getpid()}\n", *lines[1:]]))
