"""One desk at a time in one var folder."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from factcheck.engine import folders
from factcheck.engine.errors import EngineError


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[bool]:
    """Holds the lock file at `path`; the operating system lets go of it when this process ends, however it ends.

    Yields whether the holder before was ended without a chance to tidy up. Raises EngineError while another
    process holds it, and where the file cannot be written.
    """
    try:
        file = path.open("a+")
    except OSError as error:
        raise EngineError(folders.cannot_write(path, error)) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise EngineError(
                f"The desk is already running in {path.parent} (process {file.read().strip() or 'unknown'}). "
                "Stop that one first, or give this one a folder of its own: VAR_DIR=/another/folder"
            ) from None
        file.seek(0)
        crashed = bool(file.read().strip())
        _write(file.fileno(), str(os.getpid()))
        try:
            yield crashed
        finally:
            _write(file.fileno(), "")


def _write(descriptor: int, text: str) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, text.encode(), 0)
