"""PostgreSQL's data directory: made once, then only looked at."""

import shutil
import subprocess
import sys
from pathlib import Path

from factcheck.engine import folders, processes, programs
from factcheck.engine.accounts import Account
from factcheck.engine.errors import EngineError
from factcheck.engine.places import Place

SPARE_BYTES = 200_000_000  # a new cluster takes 50 MB
INITDB_SECONDS = 120.0
# Text search and lower() know only ASCII letters in PostgreSQL's plain C locale. The collation is PostgreSQL's own;
# the operating system's locale only tells letters from punctuation.
LOCALE = (
    "--locale=C",
    "--lc-ctype=en_US.UTF-8" if sys.platform == "darwin" else "--lc-ctype=C.UTF-8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
)


def prepare(installation: Path, where: Place, account: Account | None, *, durable: bool) -> None:
    """Makes the data directory unless it is there. `durable` waits until it is on the disk.

    Raises EngineError where it cannot be made, or was written by another PostgreSQL version.
    """
    if not where.data.exists():
        _enough_room(where)
        _initialise(installation, where, account, durable=durable)
    version = (where.data / "PG_VERSION").read_text().strip()
    if version != programs.MAJOR_VERSION:
        raise EngineError(
            f"The database in {where.data} was written by PostgreSQL {version} and this desk brings "
            f"{programs.MAJOR_VERSION}. Dump it with version {version}, move the folder away, and load it again."
        )


def _initialise(installation: Path, where: Place, account: Account | None, *, durable: bool) -> None:
    fresh = where.data.with_name("data.new")
    shutil.rmtree(fresh, ignore_errors=True)
    folders.make_private(fresh, account)
    options = ["-U", programs.USER, "-A", "trust", "-E", "UTF8", *LOCALE, "--no-instructions"]
    making = processes.start(
        "initdb",
        [installation / "bin" / "initdb", "-D", fresh, *options, *([] if durable else ["--no-sync"])],
        log=where.home / "initdb.log",
        environment=programs.ENVIRONMENT,
        account=account,
    )
    try:
        making.process.wait(INITDB_SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        processes.kill(making)
    if making.process.returncode != 0:
        shutil.rmtree(fresh, ignore_errors=True)
        raise EngineError(making.why("PostgreSQL could not make its database"))
    fresh.rename(where.data)


def _enough_room(where: Place) -> None:
    free = shutil.disk_usage(where.home).free
    if free < SPARE_BYTES:
        raise EngineError(
            f"The disk under {where.home} is nearly full: {free // 1_000_000} MB are free and the desk's database "
            f"needs {SPARE_BYTES // 1_000_000}. Make room, or put it on another disk: VAR_DIR=/another/folder"
        )
