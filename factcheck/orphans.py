"""A child process that does not outlive its parent."""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
C_LIBRARY = ctypes.CDLL(None) if sys.platform == "linux" else None  # loaded here: a forked child must not


def end_with(parent: int, by: signal.Signals) -> None:
    """Called in a child of the process `parent`: on Linux the child gets this signal when that one ends."""
    if C_LIBRARY:
        C_LIBRARY.prctl(PR_SET_PDEATHSIG, int(by), 0, 0, 0)
    if os.getppid() != parent:  # it ended before we had asked
        os.kill(os.getpid(), signal.SIGKILL)
