"""Makes the cluster's folders: open enough for PostgreSQL's own user, closed to everybody else."""

import os
import stat
from pathlib import Path

from factcheck.engine.accounts import Account, name_of, runs_as_root
from factcheck.engine.errors import EngineError
from factcheck.engine.places import Place, reachable


def make_var(var_dir: Path) -> None:
    """Makes the var folder, or checks that this user may write to the one that is there. Raises EngineError."""
    try:
        if not var_dir.exists():
            var_dir.mkdir(parents=True)
            var_dir.chmod(0o711 if runs_as_root() else 0o700)
        probe = var_dir / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise EngineError(cannot_write(var_dir, error)) from None


def make(where: Place, account: Account | None) -> None:
    """Makes the folders of the cluster at this place, or checks those that are there.

    Under root, `home` belongs to root and lets others pass; data and socket belong to `account` alone.
    Raises EngineError where a folder cannot be made or belongs to somebody else.
    """
    try:
        where.home.mkdir(parents=True, exist_ok=True)
        where.home.chmod(0o711 if account else 0o700)
        make_private(where.sockets, account)
        wanted = account.uid if account else os.geteuid()
        owner = where.data.stat().st_uid if where.data.exists() else wanted
    except OSError as error:
        raise EngineError(cannot_write(where.home, error)) from None
    if owner != wanted:
        raise EngineError(_not_ours(where.data, owner, wanted))
    if account and not reachable(where.home):
        raise EngineError(
            f"PostgreSQL runs as the user “{name_of(wanted)}” when root starts it, and that user cannot get into "
            f"{where.home}. Open the folders above it (chmod o+x), or use another place: VAR_DIR=/another/folder"
        )


def make_private(folder: Path, account: Account | None) -> None:
    """Makes a folder that only `account` (without one, the present user) can enter, or checks the one there.

    Raises EngineError where it is a link or somebody else's, OSError where it cannot be made.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if account and status.st_uid == os.geteuid() and stat.S_ISDIR(status.st_mode):
        os.chown(folder, account.uid, account.gid, follow_symlinks=False)
        status = folder.lstat()
    wanted = account.uid if account else os.geteuid()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != wanted:
        raise EngineError(_not_ours(folder, status.st_uid, wanted))
    folder.chmod(0o700)


def _not_ours(folder: Path, owner: int, wanted: int) -> str:
    return (
        f"{folder} belongs to the user “{name_of(owner)}” and has to belong to “{name_of(wanted)}”. Start the desk as "
        "the user who started it first, or give this one a folder of its own: VAR_DIR=/another/folder"
    )


def cannot_write(path: Path, error: OSError) -> str:
    """The sentence for a file or folder that the operating system does not let us write."""
    return (
        f"The desk cannot write to {path} ({error.strerror}). Make it writable for “{name_of(os.geteuid())}”, "
        "or use another place: VAR_DIR=/another/folder"
    )
