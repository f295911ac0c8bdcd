"""Who PostgreSQL runs as: the present user, or, since it refuses root, the user `nobody`."""

import os
import pwd
from dataclasses import dataclass


@dataclass(frozen=True)
class Account:
    """A user of this machine, by number."""

    uid: int
    gid: int


def runs_as_root() -> bool:
    """Whether PostgreSQL has to be started as another user."""
    return os.geteuid() == 0


def nobody() -> Account | None:
    """The user that PostgreSQL runs as when root starts it, if this machine has one."""
    try:
        entry = pwd.getpwnam("nobody")
    except KeyError:
        return None
    return Account(entry.pw_uid, entry.pw_gid)


def name_of(uid: int) -> str:
    """The user's name, or its number where it has none."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
