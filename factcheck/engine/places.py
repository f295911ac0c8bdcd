"""Where the local PostgreSQL lies, worked out from the var folder alone, so that every process finds it.

Only looks at the file system, never changes it.
"""

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from factcheck.engine.accounts import nobody, runs_as_root

PORT = 5432  # a part of the socket's name; nothing listens on the network
SYSTEM_FOLDER = Path("/var/lib")
SHORT_FOLDER = Path("/tmp")  # noqa: S108 - our folder in it has mode 0700 and its owner is checked
SOCKET_BYTES = 92  # Linux allows 107, macOS 103
PLAIN_PATH = re.compile(r"[A-Za-z0-9._/+-]+")  # the pgmq client puts it into a connection string unquoted


@dataclass(frozen=True)
class Place:
    """The folders of one cluster. `home` holds the others, except a socket folder that had to be shorter."""

    home: Path
    sockets: Path

    @property
    def data(self) -> Path:
        """PostgreSQL's data directory."""
        return self.home / "data"

    @property
    def programs(self) -> Path:
        """The copy of PostgreSQL's programs that its own user can read; made when root starts it."""
        return self.home / "programs"

    @property
    def socket(self) -> Path:
        """The socket file that clients connect to."""
        return self.sockets / f".s.PGSQL.{PORT}"


def place(var_dir: Path) -> Place:
    """The cluster's place for this var folder and the present user.

    `var/postgres`, except where root runs the desk and PostgreSQL's own user could not get into `var`: then
    `/var/lib/factcheck-<hash>`, which stays in use once it is there. A socket path that is too long for the
    operating system, or that a connection string would have to quote, moves to `/tmp/factcheck-<hash>`.
    """
    var_dir = var_dir.resolve()
    home = _home(var_dir)
    sockets = home / "socket"
    if not _fits(sockets):
        sockets = SHORT_FOLDER / f"factcheck-{_name(var_dir)}"
    return Place(home, sockets)


def reachable(folder: Path) -> bool:
    """Whether any user may pass through `folder` and all above it; what is still to be made counts as open."""
    return all(_open_to_all(parent) for parent in (folder, *folder.parents))


def _home(var_dir: Path) -> Path:
    inside, outside = var_dir / "postgres", SYSTEM_FOLDER / f"factcheck-{_name(var_dir)}"
    if runs_as_root() and (outside.exists() or not reachable(var_dir)):
        return outside
    return inside


def _name(var_dir: Path) -> str:
    return hashlib.sha256(f"{os.geteuid()}:{var_dir}".encode(errors="surrogateescape")).hexdigest()[:12]


def _fits(sockets: Path) -> bool:
    path = f"{sockets}/.s.PGSQL.{PORT}"
    return len(os.fsencode(path)) < SOCKET_BYTES and PLAIN_PATH.fullmatch(path) is not None


def _open_to_all(folder: Path) -> bool:
    try:
        status = folder.stat()
    except OSError:
        return True
    account = nobody()
    return bool(status.st_mode & stat.S_IXOTH) or (account is not None and status.st_uid == account.uid)
